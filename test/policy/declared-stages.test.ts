// Stages of a policy's own, from the policy to the words.
import { describe, expect, it } from 'vitest';
import { ClassifierError } from '../../src/errors/classifier-error.js';
import { createClassifier } from '../../src/classifier/create-classifier.js';
import type { Json } from '../../src/errors/json.js';
import { definePolicy } from '../../src/policy/define-policy.js';
import { safeParsePolicy } from '../../src/policy/parse-policy.js';
import { formatExplanation } from '../../src/render/format-explanation.js';
import { zhCN } from '../../src/render/locales/zh-CN.js';

const asOf = '2026-06-30';
const spends = (least: number) => ({ '>=': [{ var: 'netSpend' }, least] }) as const;
const policy = definePolicy({
  schema: 'clientele.policy/1', id: 'club', version: '1', currency: 'EUR', timeZone: 'UTC', parameters: { gold: 1000 },
  scores: {
    tier: {
      scorer: 'lifecycle-stage', label: { en: 'Tier', 'zh-CN': '会员等级' }, mode: 'hysteresis',
      stages: [{ id: 'basic', when: true }, { id: 'silver', when: spends(500), stay: spends(400) }, { id: 'gold', when: { '>=': [{ var: 'netSpend' }, { var: 'parameters.gold' }] }, stay: spends(800) }],
      bandLabels: { basic: { en: 'Basic', 'zh-CN': '普卡' }, silver: { en: 'Silver', 'zh-CN': '银卡' }, gold: { en: 'Gold', 'zh-CN': '金卡' } },
    },
  },
  segments: [{ id: 'gold', when: { '==': [{ var: 'scores.tier.band' }, 'gold'] } }, { id: 'others' }],
  otherwise: 'others',
});
const classifier = createClassifier(policy);
const tierOf = (netSpend: number | null, before?: string) => {
  const previous = before === undefined ? null : { asOf: '2026-03-31', segment: 'others', scores: { tier: { band: before } } };
  return classifier.classify({ customer: { id: 'c' }, facts: { netSpend }, previous }, { asOf });
};

describe('stages with two lines', () => {
  it('do not flap', () => {
    // 1,000 makes gold and 800 keeps it; 500 makes silver and 400 keeps it.
    const spent = [1000, 850, 800, 799, 450, 390, 450, 500, 990, 1000];
    const tiers: string[] = [];
    for (const netSpend of spent) tiers.push(tierOf(netSpend, tiers.at(-1)).scores.tier.band ?? 'none');
    expect(tiers).toEqual(['gold', 'gold', 'gold', 'silver', 'silver', 'basic', 'basic', 'silver', 'silver', 'gold']);
  });

  it('are unknown where a rule is', () => {
    expect(tierOf(null).scores.tier).toEqual({ value: null, band: null, reason: 'stages/unknown' });
    expect(tierOf(null).findings).toEqual([{ code: 'score/not-given', params: { score: 'tier', reason: 'stages/unknown' } }]);
  });

  it('say why, and that one was kept', () => {
    const told = (netSpend: number, before?: string) => formatExplanation(classifier.explain(tierOf(netSpend, before)));
    expect(told(1200)).toContain('Tier is Gold: net spend is €1,200, at least €1,000');
    expect(told(850, 'gold')).toContain('Tier is Gold: net spend is €850, at least €800; kept from before');
    expect(formatExplanation(classifier.explain(tierOf(850, 'gold')), { locale: zhCN })).toContain('会员等级为金卡：净消费额为 €850，不低于 €800；沿用此前的等级');
  });

  it('are described, each rule on a line', () => {
    expect(classifier.describe()).toContain('  - Gold: net spend is at least €1,000\n  - Gold, if it or a higher one was reached before: net spend is at least €800');
    expect(classifier.describe({ locale: zhCN })).toContain('金卡（上次已达到该阶段或更高阶段）：净消费额不低于 €800');
    expect(classifier.describe({ locale: zhCN })).toContain('方式：条件成立的最高阶段，或由上次保留的阶段');
  });

  it('need no calibration, and their labels bind none', () => expect(classifier.needsCalibration).toEqual([]));
});

it('a rule of a stage is read like every rule, at its place', () => {
  const wrong = { ...policy, scores: { tier: { scorer: 'lifecycle-stage', stages: [{ id: 'a', when: { '>=': [{ var: 'netSpent' }, 1] } }] } }, segments: [], otherwise: undefined };
  try {
    createClassifier(wrong as never);
    expect.unreachable();
  } catch (error) {
    if (!ClassifierError.is(error)) throw error;
    expect(error.issues.map(({ code, pointer, suggestion }) => [code, pointer, suggestion])).toEqual([['rule/unknown-path', '/scores/tier/stages/0/when/>=/0/var', 'netSpend']]);
  }
});

describe('a rule for everybody', () => {
  const pointersOf = (score: Json) => {
    const read = safeParsePolicy({ schema: 'clientele.policy/1', id: 'x', version: '1', currency: 'EUR', timeZone: 'UTC', scores: { s: score }, segments: [{ id: 'a' }], otherwise: 'a' });
    return read.issues.map(({ code, pointer }) => `${code} ${pointer.slice('/scores/s'.length)}`);
  };
  const all = (id: string) => ({ id, when: true });
  const some = (id: string) => ({ id, when: spends(5) });

  it('is no mistake where it takes the rest: the last class, the lowest stage', () => {
    expect(pointersOf({ scorer: 'category', classes: [some('a'), all('b')] })).toEqual([]);
    expect(pointersOf({ scorer: 'lifecycle-stage', stages: [some('a'), all('b')] })).toEqual([]);
    for (const mode of ['highest', 'ratchet', 'hysteresis']) expect(pointersOf({ scorer: 'lifecycle-stage', mode, stages: [all('a'), some('b')] })).toEqual([]);
    expect(pointersOf({ scorer: 'loyalty', mode: 'ladder', stages: [all('a'), some('b')] })).toEqual([]);
  });

  it('is told where nobody reaches what comes after it', () => {
    expect(pointersOf({ scorer: 'category', classes: [all('a'), some('b')] })).toEqual(['rule/constant /classes/0/when']);
    expect(pointersOf({ scorer: 'lifecycle-stage', stages: [all('a'), some('b')] })).toEqual(['rule/constant /stages/0/when']);
    expect(pointersOf({ scorer: 'lifecycle-stage', mode: 'highest', stages: [some('a'), all('b')] })).toEqual(['rule/constant /stages/1/when']);
    expect(pointersOf({ scorer: 'loyalty', mode: 'ladder', stages: [some('a'), all('b')] })).toEqual(['rule/constant /stages/1/when']);
  });
});
