import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classifier/create-classifier.js';
import { planPolicy } from '../../src/policy/parse-policy.js';
import type { PolicyPlan } from '../../src/policy/plan.js';
import type { HitPolicy, Policy } from '../../src/policy/types.js';
import { pharmaDealer } from '../../src/presets/pharma-dealer.js';
import { retail } from '../../src/presets/retail.js';
import { describePolicy } from '../../src/render/describe-policy.js';
import { en } from '../../src/render/locales/en.js';
import { zhCN } from '../../src/render/locales/zh-CN.js';
import { wordsOf } from '../../src/render/text.js';
import { anyRule, FITTED_SCORES, policyOf, shuffleKeys } from '../classify/kit.js';
import { golden } from '../golden.js';
import { everyPart, plugIns } from './every-part.js';
import { everyTake } from './every-take.js';

const locales = [en, zhCN];
const policies: readonly (readonly [string, object])[] = [['retail', retail], ['pharma-dealer', pharmaDealer], ['every-part', everyPart], ['every-take', everyTake]];
const classifierOf = (policy: object) => createClassifier(policy as Policy, plugIns);

function planOf(policy: object): PolicyPlan {
  const planned = planPolicy(policy, plugIns);
  if (!planned.ok) throw new Error(JSON.stringify(planned.issues));
  return planned.value;
}

const small = { schema: 'clientele.policy/1', id: 'small', version: '1', currency: 'CNY', timeZone: 'UTC', segments: [{ id: 'all' }], otherwise: 'all' };

describe.each(locales.map((locale) => [locale.tag, locale] as const))('in %s', (tag, locale) => {
  it.each(policies)('%s reads as it was read aloud', (name, policy) => {
    const text = classifierOf(policy).describe({ locale });
    expect(text).toBe(golden(`describe/${name}.${tag}.txt`, text));
    expect(text).not.toMatch(/\{\w+\}|undefined|\[object|NaN| $/m);
  });

  it('says of every hit policy how it chooses, each in its own way', () => {
    const plan = planOf(small);
    const hitPolicies: readonly HitPolicy[] = ['first', 'unique', 'any', 'priority', 'collect', 'rule-order', 'output-order'];
    const texts = hitPolicies.map((hitPolicy) => describePolicy({ ...plan, hitPolicy }, locale));
    expect(new Set(texts).size).toBe(hitPolicies.length);
    hitPolicies.forEach((hitPolicy, index) => expect(texts[index]).toContain(wordsOf(locale).policies.hitPolicies[hitPolicy]));
  });

  it('tells every label that the policy has, and everything that it declares', () => {
    const text = classifierOf(everyPart).describe({ locale });
    const labels = [...JSON.stringify(everyPart).matchAll(/"en":"([^"]*)","zh-CN":"([^"]*)"/g)].map(([, english = '', chinese = '']) => (tag === 'en' ? english : chinese));
    expect(labels.length).toBeGreaterThan(20);
    const ids = [everyPart.parameters, everyPart.attributes, everyPart.facts, everyPart.measures, everyPart.scores].flatMap((part) => Object.keys(part));
    for (const name of [...labels, ...ids]) expect(text).toContain(name);
    expect(text).not.toContain('not told');
  });
});

describe('a policy in words', () => {
  it('is English where no language is named, and throws for a name of one', () => {
    const classifier = classifierOf(small);
    expect(classifier.describe()).toBe(classifier.describe({ locale: en }));
    expect(() => classifier.describe({ locale: 'zh-CN' as never })).toThrow('option/not-a-locale');
  });

  it('does not depend on the order of keys, and never changes', () => {
    const text = classifierOf(everyPart).describe();
    for (const seed of [1, 2, 3]) expect(classifierOf(shuffleKeys(everyPart, seed) as object).describe()).toBe(text);
    expect(classifierOf(JSON.parse(JSON.stringify(everyPart)) as object).describe()).toBe(text);
  });

  it('leaves out what there is none of', () => {
    expect(classifierOf(small).describe().split('\n')).toEqual([
      'Policy small, version 1',
      'Money is in CNY. Days are those of UTC.',
      'Facts that look at a window look at the whole life of the customer, unless they say otherwise.',
      '',
      'Which segment is given:',
      '- The first whose condition holds is given. If one before it cannot be decided, the result is undetermined.',
      '- The default, if none holds: all.',
      '- If the result is undetermined, the segment is given all the same.',
      '- A condition that needs something not known neither holds nor fails: it cannot be decided.',
    ]);
    const { otherwise: _otherwise, ...bare } = small;
    expect(classifierOf({ ...bare, segments: [] }).describe()).toMatch(/\n\nThis policy gives no segments, only facts and scores\.$/);
  });

  it('is told whatever its rules are', () => {
    fc.assert(fc.property(fc.array(anyRule, { minLength: 1, maxLength: 5 }), (rules) => {
      const classifier = classifierOf(policyOf(rules, { scores: FITTED_SCORES }));
      for (const locale of locales) {
        const text = classifier.describe({ locale });
        expect(text).not.toMatch(/\{\w+\}|undefined|\[object|NaN/);
        rules.forEach((_rule, index) => expect(text).toContain(`${index + 1}. s${index}`));
      }
    }), { numRuns: 150 });
  });

  it('keeps every text from outside on its line, whatever stands in it', () => {
    const evil = 'x\n- y\u2028z\r\n\n9. {segment}';
    const flat = 'x - y z 9. {segment}';
    const text = classifierOf({
      ...small, label: evil,
      facts: { n: { type: 'number', label: evil, unit: evil }, e: { type: 'enum', values: { [evil.replaceAll(/[\n\r\u2028]/g, '-')]: evil } } },
      parameters: { p: evil }, measures: { m: { count: { of: 'sales', where: { '==': [{ var: 'channel' }, evil] } }, label: evil } }, scores: { s: { scorer: 'value', label: evil } },
      segments: [{ id: 'a', label: evil, publicLabel: evil, when: { and: [{ '>': [{ var: 'n' }, 1] }, { '==': [{ var: 'parameters.p' }, evil] }] }, actions: [{ id: 'b', label: evil, kind: evil }] }, { id: 'all', label: evil }],
    }).describe();
    const lines = text.split('\n');
    expect(lines.filter((line) => line.includes(flat)).length).toBeGreaterThan(10);
    for (const line of lines) expect(line).toMatch(/^$|^(?: *- |\d+\. )?\S/);
    expect(lines.some((line) => line.startsWith('9. '))).toBe(false);
  });

  it('of a thousand rules with one long label stays short enough to be made', () => {
    const label = '长'.repeat(200_000);
    const rules = Array.from({ length: 1_000 }, (_, i) => ({ id: `r${i}`, segment: 'all', when: { '>': [{ var: 'n' }, i] } }));
    const text = classifierOf({ ...small, facts: { n: { type: 'number', label } }, rules }).describe({ locale: zhCN });
    expect(text.length).toBeLessThan(1_000 * 300);
  });
});
