// What is noticed although every figure is right.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanRecord } from './random-measures.js';
import { back, fact, noticed, read, readerOf, sale, type Asking } from './kit.js';

const of = (code: string, ids: readonly string[], parts: object, asking?: Asking) => read(ids, parts, asking).findings.filter((finding) => finding.code === code);

describe('transactions over nothing', () => {
  const transactions = [sale('2026-06-01', 0), sale('2026-06-02', '0.00'), back('2026-06-03', { minor: 0 }), sale('2026-06-04', 5), sale('2026-07-01', 0), sale('2026-06-05', '0.01')];
  it('are counted in one finding, and nowhere else', () => {
    expect(of('data/zero-amount', ['purchases'], { transactions })).toEqual([{ code: 'data/zero-amount', params: { count: 3 } }]);
    expect(fact('purchases', { transactions })).toBe(2);
  });
  it('are not looked for where no fact looks at transactions', () => expect(noticed(['interactions'], { transactions, interactions: [] })).toEqual([]));
});

describe('a return larger than its sale', () => {
  const sold = sale('2026-06-01', 10, { id: 'S' });
  const returned = (...amounts: readonly number[]) => [sold, ...amounts.map((amount, index) => back('2026-06-02', amount, { id: `R${String(index)}`, returnOf: 'S' }))];
  it('is noticed, also in several parts', () => {
    expect(of('data/return-exceeds-sale', ['netSpend'], { transactions: returned(6, 5) })).toEqual([{ code: 'data/return-exceeds-sale', params: { id: 'S' } }]);
    expect(fact('netSpend', { transactions: returned(6, 5) })).toBe(-1);
  });
  it('is not noticed of all of it, of another currency, of one met twice or one that is not known yet', () => {
    const [, once] = returned(6);
    const lists = [returned(10), returned(4, 6), [sold, once, once], [sold, back('2026-07-02', 99, { returnOf: 'S' })], [sold, back('2026-06-02', 99, { returnOf: 'S', currency: 'USD' })], [sold, back('2026-06-02', 99)]];
    for (const transactions of lists) expect(of('data/return-exceeds-sale', ['netSpend'], { transactions })).toEqual([]);
  });
});

describe('too few events', () => {
  const one = { transactions: [sale('2026-06-01', 5)] };
  it('for a gap are noticed with the fact', () => {
    expect(of('data/too-few', ['medianGapDays'], one)).toEqual([{ code: 'data/too-few', fact: 'medianGapDays', params: {} }]);
    const measures = { gap: { medianGap: { of: 'sales' } }, spread: { variation: { of: 'sales.amount' } }, mean: { mean: { of: 'sales.gap' } }, rise: { trend: { of: 'sales' } } };
    expect(noticed([], one, { change: { measures } })).toEqual(['data/too-few gap', 'data/too-few spread', 'data/too-few mean']);
  });
  it('are not noticed of none, of enough, and where another reason is known', () => {
    const two = [sale('2026-06-01', 5), sale('2026-06-02', 5)];
    const records = [{ transactions: [] }, {}, { transactions: two }, { ...one, coverage: { transactions: { from: '2026-05-01' } } }, { transactions: [sale('never', 5), sale('2026-06-01', 5)] }, { ...one, facts: { medianGapDays: null } }];
    for (const record of records) expect(of('data/too-few', ['medianGapDays'], record)).toEqual([]);
  });
});

describe('stale data', () => {
  const record = (to?: string) => ({ transactions: [sale('2026-05-01', 5)], interactions: [], coverage: { transactions: { from: '2020-01-01', to }, interactions: { from: '2020-01-01', to: '2026-01-01' } } });
  it('is what the record says is known only through an earlier day, of parts that are read', () => {
    expect(of('history/stale', ['netSpend'], record('2026-06-29'), { change: { window: { last: 'P1M' } } })).toEqual([{ code: 'history/stale', params: { part: 'transactions', until: '2026-06-29' } }]);
    for (const to of ['2026-06-30', '2026-07-15', undefined]) expect(of('history/stale', ['netSpend'], record(to))).toEqual([]);
  });
  it('is no customer who rests', () => expect(noticed(['purchases'], { transactions: [sale('2019-01-01', 5)] }, { change: { window: { last: 'P1M' } } })).toEqual([]));
});

it('what is noticed changes no figure', () => {
  fc.assert(fc.property(cleanRecord, (record) => {
    const classifier = readerOf(['purchases', 'netSpend', 'medianGapDays'], { window: { last: 'P12M' } });
    const facts = (one: unknown) => classifier.score(one as Parameters<typeof classifier.score>[0], { asOf: '2026-06-30' }).facts;
    const { transactions, coverage } = record as { readonly transactions?: readonly object[]; readonly coverage?: { readonly transactions?: object } };
    if (transactions === undefined || coverage?.transactions !== undefined) return;
    const noted = { ...record, transactions: [...transactions, sale('2026-06-01', 0)], coverage: { ...coverage, transactions: { from: '2000-01-01', to: '2026-01-01' } } };
    const whole = { ...record, coverage: { ...coverage, transactions: { from: '2000-01-01' } } };
    if (JSON.stringify(facts(whole)).includes('null')) return;
    expect(facts(noted)).toEqual(facts(whole));
  }), { numRuns: 100 });
});
