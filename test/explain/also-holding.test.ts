import { describe, expect, it } from 'vitest';
import { createClassifier, definePolicy, formatExplanation, type HitPolicy } from 'clientele';
import { zhCN } from 'clientele/locales/zh-CN';

const explained = (hitPolicy: HitPolicy) => {
  const classifier = createClassifier(definePolicy({
    schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'CNY', timeZone: 'UTC', hitPolicy,
    segments: [
      { id: 'large', label: { en: 'Large', 'zh-CN': '大客户' }, when: { '>=': [{ var: 'netSpend' }, 1000] } },
      { id: 'often', label: { en: 'Often', 'zh-CN': '常客' }, when: { and: [{ '>=': [{ var: 'purchases' }, 10] }, { '>': [{ var: 'netSpend' }, 0] }] } },
      { id: 'new', when: { '==': [{ var: 'purchases' }, 1] } },
      { id: 'rest' },
    ],
    ranking: ['large', 'often', 'new', 'rest'], otherwise: 'rest',
  }));
  return classifier.explain(classifier.classify({ customer: { id: '1' }, facts: { netSpend: 5000, purchases: 12 } }, { asOf: '2026-06-30' }));
};

describe('rules that hold beside the one that won', () => {
  it('are none where the first that holds wins', () => {
    expect(explained('first').alsoHolding).toEqual([]);
  });

  it.each(['priority', 'collect', 'rule-order', 'output-order'] as const)('stand with their reasons under %s', (hitPolicy) => {
    const why = explained(hitPolicy);
    expect([why.segment, why.because.map(({ fact }) => fact)]).toEqual(['large', ['netSpend']]);
    expect(why.alsoHolding).toMatchObject([{ segment: 'often', reasons: [{ code: 'reason/at-least', fact: 'purchases', actual: 12 }, { code: 'reason/above', fact: 'netSpend' }] }]);
    expect(why.passedOver.map(({ segment }) => segment)).toEqual(['new']);
  });

  it.each(['unique', 'any'] as const)('are all that hold where %s is violated', (hitPolicy) => {
    const why = explained(hitPolicy);
    expect([why.status, why.because, why.alsoHolding.map(({ segment }) => segment)]).toEqual(['ambiguous', [], ['large', 'often']]);
    expect(why.labels['segments.often']).toEqual({ en: 'Often', 'zh-CN': '常客' });
  });

  it('are told to an auditor', () => {
    const why = explained('unique');
    expect(formatExplanation(why, { audience: 'auditor', parts: ['passedOver'] }).split('\n').slice(3, 6)).toEqual([
      'Holds as well:',
      '- Large: net spend is CN¥5,000, at least CN¥1,000 [reason/at-least /segments/0/when]',
      '- Often: number of purchases is 12, at least 10 [reason/at-least /segments/1/when/and/0]; net spend is CN¥5,000, above CN¥0 [reason/above /segments/1/when/and/1]',
    ]);
    expect(formatExplanation(why, { audience: 'auditor', parts: ['passedOver'], locale: zhCN })).toContain('同样成立的类别：\n- 大客户：净消费额为 ¥5,000，不低于 ¥1,000');
    expect(formatExplanation(why)).not.toContain('Holds as well');
  });
});
