import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classifier/create-classifier.js';
import type { Json } from '../../src/errors/json.js';
import { policyJsonSchema } from '../../src/policy/json-schema.js';
import { safeParsePolicy } from '../../src/policy/parse-policy.js';
import type { Policy } from '../../src/policy/types.js';
import { formatExplanation } from '../../src/render/format-explanation.js';
import { zhCN } from '../../src/render/locales/zh-CN.js';

type Labels = NonNullable<NonNullable<Policy['scores']>[string]['bandLabels']>;

function policyWith(bandLabels?: Labels): Policy {
  return {
    schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'CNY', timeZone: 'UTC',
    scores: { worth: { scorer: 'value', cut: { fixed: [100] }, bands: ['bronze', 'gold'], ...(bandLabels === undefined ? {} : { bandLabels }) } },
    segments: [{ id: 'best', when: { '==': [{ var: 'scores.worth.band' }, 'gold'] } }, { id: 'others' }],
    otherwise: 'others',
  };
}

const labels: Labels = { bronze: { en: 'Bronze card', 'zh-CN': '铜卡' }, gold: { en: 'Gold card', 'zh-CN': '金卡' } };
const asOf = '2026-06-30';
const customer = { customer: { id: 'C-1' }, facts: { netSpend: 40 } };

describe('labels of bands', () => {
  const classifier = createClassifier(policyWith(labels));
  const why = classifier.explain(classifier.classify(customer, { asOf }));

  it('are what an explanation calls the bands, in the language of the reader', () => {
    expect(why.labels).toMatchObject({ 'scores.worth.band=gold': { en: 'Gold card' }, 'scores.worth.band=bronze': { en: 'Bronze card' } });
    expect(formatExplanation(why, { audience: 'auditor' })).toContain('Bronze card');
    expect(formatExplanation(why, { audience: 'auditor', locale: zhCN })).toContain('铜卡');
  });

  it('are what the policy in words and the fields of an editor call them', () => {
    expect(classifier.describe({ locale: zhCN })).toContain('铜卡、金卡');
    expect(classifier.fields().find(({ path }) => path === 'scores.worth.band')?.values).toEqual([{ value: 'bronze', label: 'Bronze card' }, { value: 'gold', label: 'Gold card' }]);
  });

  it('leave a calibration bound, and a policy without them is the same but for the words', () => {
    expect(classifier.hashes.fit).toBe(createClassifier(policyWith()).hashes.fit);
    expect(classifier.assign(customer, { asOf })).toBe('others');
  });

  it('may only be of bands that the score gives', () => {
    const { issues } = safeParsePolicy(policyWith({ glod: 'Gold' }));
    expect(issues).toMatchObject([{ code: 'scorer/wrong-option', pointer: '/scores/worth/bandLabels/glod', suggestion: 'gold', params: { problem: '`glod` is no band of this score: use bronze, gold' } }]);
    const { cut: _cut, bands: _bands, ...uncut } = policyWith({ gold: 'Gold' }).scores?.['worth'] as unknown as Record<string, Json>;
    expect(safeParsePolicy({ ...policyWith(), scores: { worth: uncut }, segments: [], otherwise: undefined }).issues.map(({ message }) => message).join()).toContain('it has none');
  });

  it('are texts, or texts by language', () => {
    expect(safeParsePolicy({ ...policyWith(), scores: { worth: { scorer: 'value', bandLabels: { low: 1 } } } }).issues).toMatchObject([{ pointer: '/scores/worth/bandLabels/low' }]);
    const accepts = new Ajv2020({ strict: false }).compile(policyJsonSchema() as { readonly [keyword: string]: Json });
    expect([accepts(policyWith(labels)), accepts.errors]).toEqual([true, null]);
    expect(accepts({ ...policyWith(), scores: { worth: { scorer: 'value', bandLabels: { low: 1 } } } })).toBe(false);
  });

  it('have every language that other labels have', () => {
    const wanting = createClassifier(policyWith({ ...labels, gold: { en: 'Gold card' } })).lint();
    expect(wanting.map(({ pointer }) => pointer)).toEqual(['/scores/worth/bandLabels/gold']);
  });
});
