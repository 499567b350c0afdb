// Which changes are told: each as it was verified, and none that does what another does.
import { describe, expect, it } from 'vitest';
import { createClassifier, definePolicy, type CustomerRecord } from 'clientele';

const asOf = '2026-06-30';
const v = <P extends string>(path: P) => ({ var: path });
const shop = { schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai', window: { life: true } } as const;
const record: CustomerRecord = { customer: { id: '42' }, transactions: [{ at: '2026-02-05', amount: 200 }, { at: '2026-03-05', amount: '135.08' }] };

describe('purchases in other steps for one segment than for the next', () => {
  const classifier = createClassifier(definePolicy({
    ...shop,
    actionable: { netSpend: { step: 10 } },
    segments: [{ id: 'gold', when: { '>': [v('netSpend'), 600] } }, { id: 'silver', when: { '>=': [v('activeMonths'), 7] } }, { id: 'rest' }],
    ranking: ['gold', 'silver', 'rest'], otherwise: 'rest',
  }));
  const { counterfactuals } = classifier.explain(classifier.classify(record, { asOf }), { record });

  it('are verified as they are told', () => {
    expect(counterfactuals.length).toBeGreaterThan(0);
    for (const { to, by = '', changes } of counterfactuals) {
      const bought = changes.map(({ action }) => ({ at: by, amount: action['amount'] as number, discount: 0 }));
      const after = classifier.classify({ ...record, transactions: [...(record.transactions ?? []), ...bought] }, { asOf: by });
      expect([after.segment, ...changes.map(({ fact }) => after.facts[fact])]).toEqual([to, ...changes.map((change) => change.to)]);
    }
  });
});

describe('a purchase that leads higher than was looked for', () => {
  const classifier = createClassifier(definePolicy({
    ...shop,
    segments: [{ id: 'gold', when: { '>=': [v('netSpend'), 1200] } }, { id: 'silver', when: { and: [{ '<=': [v('daysSinceLastPurchase'), 30] }, { '>=': [v('netSpend'), 1200] }] } }, { id: 'rest' }],
    ranking: ['gold', 'silver', 'rest'], otherwise: 'rest',
  }));

  it('is told once, with the fact that stands in the way', () => {
    const { counterfactuals } = classifier.explain(classifier.classify(record, { asOf }), { record });
    expect(counterfactuals.map(({ to, changes }) => [to, ...changes.map(({ fact, action }) => [fact, action['amount']])])).toEqual([['gold', ['netSpend', 864.92]]]);
  });
});

describe('a purchase of whichever amount', () => {
  it('is told once, and not as one of the least amount', () => {
    const classifier = createClassifier(definePolicy({ ...shop, segments: [{ id: 'gold', when: { or: [{ '>=': [v('purchases'), 3] }, { '>': [v('netSpend'), 335.08] }] } }, { id: 'rest' }], ranking: ['gold', 'rest'], otherwise: 'rest' }));
    const { counterfactuals } = classifier.explain(classifier.classify(record, { asOf }), { record });
    expect(counterfactuals.map(({ changes }) => changes.map(({ fact, action }) => [fact, action]))).toEqual([[['purchases', { type: 'purchase', count: 1, by: '2026-07-31' }]]]);
  });
});

describe('a purchase of which only little is enough', () => {
  it('is found where no amount is short, and a usual one would be too much', () => {
    const classifier = createClassifier(definePolicy({
      ...shop,
      segments: [{ id: 'gold', when: { and: [{ between: [v('netSpend'), 300, 340] }, { '<=': [v('daysSinceLastPurchase'), 1] }] } }, { id: 'rest' }],
      ranking: ['gold', 'rest'], otherwise: 'rest',
    }));
    const { counterfactuals, noWay } = classifier.explain(classifier.classify(record, { asOf }), { record });
    expect(counterfactuals.map(({ to, by, changes }) => [to, by, ...changes.map(({ fact }) => fact)])).toEqual([['gold', '2026-07-01', 'daysSinceLastPurchase']]);
    expect(noWay).toEqual([]);
  });
});
