// Purchases, returns and the facts about them.
import { describe, expect, it } from 'vitest';
import { back, fact, noticed, read, sale } from './kit.js';

const OF_SALES = ['purchases', 'grossSpend', 'refunds', 'netSpend', 'meanOrderValue', 'daysSinceLastPurchase', 'daysSinceFirstPurchase', 'activeMonths', 'medianGapDays', 'lastGapDays', 'units', 'distinctCategories'];
const of = (id: string, transactions: readonly unknown[], change: object = {}) => fact(id, { transactions }, { change: { ...change } });

describe('facts about sales', () => {
  const transactions = [
    sale('2026-01-05', '10.00', { units: 1, lines: [{ category: 'a' }] }),
    sale('2026-01-05', '20.00', { lines: [{ units: 2, category: 'a' }, { units: 3, category: 'b' }] }),
    sale('2026-03-01', '30.05', { units: 0, lines: [{ category: 'c' }] }),
    sale('2026-06-29', '40.00', { units: 4, lines: [] }),
    back('2026-06-30', '15.50'),
  ];

  it('are all computed from the same events', () => {
    expect(read(OF_SALES, { transactions }).facts).toMatchObject({
      purchases: 4,
      grossSpend: 100.05,
      refunds: 15.5,
      netSpend: 84.55,
      meanOrderValue: 25.01,
      daysSinceLastPurchase: 1,
      daysSinceFirstPurchase: 176,
      activeMonths: 3,
      medianGapDays: 87.5,
      lastGapDays: 120,
      units: 10,
      distinctCategories: 3,
    });
  });

  it('are 0 or missing of an empty list, and all missing where the list is absent', () => {
    expect(read(OF_SALES, { transactions: [] })).toEqual({
      facts: {
        purchases: 0, grossSpend: 0, refunds: 0, netSpend: 0, meanOrderValue: null, daysSinceLastPurchase: null, daysSinceFirstPurchase: null,
        activeMonths: 0, medianGapDays: null, lastGapDays: null, units: 0, distinctCategories: 0, readAll: true,
      },
      findings: [],
      scores: {},
    });
    const absent = read(OF_SALES, {});
    expect(OF_SALES.map((id) => absent.facts[id])).toEqual(OF_SALES.map(() => null));
    expect(absent.findings).toEqual([{ code: 'data/part-absent', params: { part: 'transactions' } }]);
  });

  it.each([null, 'none', {}, 7])('are missing where the part is %j', (value) => {
    expect(fact('netSpend', { transactions: value })).toBeNull();
    expect(noticed(['netSpend'], { transactions: value })).toEqual([value === null ? 'data/part-absent' : 'data/wrong-type /transactions']);
  });

  it('round a mean half to even', () => {
    expect(of('meanOrderValue', [sale('2026-01-01', '0.01'), sale('2026-01-01', '0.02')])).toBe(0.02);
    expect(of('meanOrderValue', [sale('2026-01-01', '0.02'), sale('2026-01-01', '0.03')])).toBe(0.02);
    expect(of('meanOrderValue', [sale('2026-01-01', '0.03'), sale('2026-01-01', '0.04')])).toBe(0.04);
  });

  it('need two days with a purchase for a gap', () => {
    expect(of('medianGapDays', [sale('2026-01-01'), sale('2026-01-01')])).toBeNull();
    expect(of('lastGapDays', [sale('2026-01-01'), sale('2026-01-01')])).toBeNull();
  });

  it('are missing, not smaller, where units or categories are not stated', () => {
    expect(read(['units'], { transactions: [sale('2026-01-01', 1, { units: 3 }), sale('2026-01-02', 1)] })).toMatchObject({ facts: { units: null }, findings: [{ code: 'data/units-missing', pointer: '/transactions/1' }] });
    expect(read(['distinctCategories'], { transactions: [sale('2026-01-01', 1, { lines: [{ sku: 'x' }] })] })).toMatchObject({ facts: { distinctCategories: null }, findings: [{ code: 'data/lines-missing', pointer: '/transactions/0' }] });
    expect(of('units', [sale('2026-01-01', 1, { units: -1 })])).toBeNull();
    expect(of('units', [sale('2026-01-01', 1, { units: 1e300 })])).toBeNull();
  });
});

describe('returns', () => {
  const bought = sale('2026-05-01', 100, { id: 'S1' });

  it('take a sale out of counts, recency and gaps when those linked to it cover all of it', () => {
    const transactions = [sale('2026-01-01'), bought, back('2026-05-10', 60, { returnOf: 'S1' }), back('2026-05-20', 40, { returnOf: 'S1' })];
    expect(read(OF_SALES, { transactions }).facts).toMatchObject({ purchases: 1, grossSpend: 200, refunds: 100, netSpend: 100, daysSinceLastPurchase: 180, lastGapDays: null, meanOrderValue: 100 });
  });

  it('leave a sale that they cover in part', () => {
    expect(of('purchases', [bought, back('2026-05-10', '99.99', { returnOf: 'S1' })])).toBe(1);
  });

  it('change no count when they name no sale', () => {
    expect(read(OF_SALES, { transactions: [bought, back('2026-05-10', 100)] }).facts).toMatchObject({ purchases: 1, daysSinceLastPurchase: 60, netSpend: 0 });
    expect(of('purchases', [bought, back('2026-05-10', 100, { returnOf: 'S2' })])).toBe(1);
  });

  it('count at their own date', () => {
    const transactions = [sale('2026-03-31', 100, { id: 'S1' }), back('2026-04-01', 100, { returnOf: 'S1' })];
    expect(of('netSpend', transactions, { window: { calendar: 'quarter', back: 1 } })).toBe(100);
    expect(of('purchases', transactions, { window: { calendar: 'quarter', back: 1 } })).toBe(0);
    expect(of('netSpend', transactions, { window: { calendar: 'quarter' } })).toBe(-100);
  });

  it('do not exist before their day', () => {
    const transactions = [bought, back('2026-06-01', 100, { returnOf: 'S1' })];
    expect(fact('purchases', { transactions }, { asOf: '2026-05-31' })).toBe(1);
    expect(fact('purchases', { transactions }, { asOf: '2026-06-01' })).toBe(0);
  });

  it('find their sale by numeric ids of drivers too', () => {
    expect(of('purchases', [sale('2026-05-01', 100, { id: 17 }), back('2026-05-10', 100, { returnOf: 17 })])).toBe(0);
    expect(of('purchases', [sale('2026-05-01', 100, { id: 17 }), back('2026-05-10', 100, { returnOf: '17' })])).toBe(0);
  });

  it('that cannot be read leave the sale they name in doubt, in its own window', () => {
    const transactions = [sale('2026-03-31', 100, { id: 'S1' }), back('2026-04-01', 'all', { returnOf: 'S1' })];
    expect(of('purchases', transactions, { window: { calendar: 'quarter', back: 1 } })).toBeNull();
    expect(of('purchases', transactions, { window: { calendar: 'quarter', back: 2 } })).toBe(0);
  });
});

describe('amounts that are no purchase', () => {
  it('count nowhere when they are zero', () => {
    expect(read(OF_SALES, { transactions: [sale('2026-06-01', 0), sale('2026-06-02', '0.00'), back('2026-06-03', 0), sale('2026-05-01', 5, { units: 1 })] }).facts).toMatchObject({
      purchases: 1, netSpend: 5, meanOrderValue: 5, daysSinceLastPurchase: 60, activeMonths: 1, units: 1,
    });
  });

  it.each([
    ['a negative sale', sale('2026-06-01', -5), 'record/negative-sale'],
    ['a negative return', back('2026-06-01', '-5'), 'record/negative-amount'],
    ['another kind', sale('2026-06-01', 5, { kind: 'gift' }), 'record/wrong-value'],
    ['no amount', { at: '2026-06-01' }, 'money/not-money'],
    ['words', sale('2026-06-01', 'ten'), 'money/not-money'],
    ['NaN', sale('2026-06-01', Number.NaN), 'money/not-money'],
    ['excess digits', sale('2026-06-01', '1.005'), 'money/excess-precision'],
    ['a currency that is no text', sale('2026-06-01', 1, { currency: 7 }), 'money/unknown-currency'],
  ])('are set aside with a finding: %s', (_what, entry, problem) => {
    const { facts, findings } = read(['netSpend', 'purchases'], { transactions: [sale('2026-05-01', 1), entry] });
    expect(facts).toMatchObject({ netSpend: null, purchases: null });
    expect(findings).toMatchObject([{ code: 'data/unreadable-entry', params: { problem } }]);
  });
});

describe('entries that cannot be read', () => {
  const window = { last: 'P3M' };
  const bad = { at: '2026-05-15', amount: 'x' };

  it('make the facts missing whose days hold them, and no others', () => {
    const transactions = [sale('2026-06-01', 5), bad, sale('2026-01-01', 7)];
    expect(of('netSpend', transactions, { window })).toBeNull();
    expect(of('netSpend', transactions, { window: { last: 'P1M' } })).toBe(5);
    expect(of('netSpend', transactions, { window: { calendar: 'quarter', back: 1 } })).toBe(7);
    expect(of('daysSinceLastPurchase', transactions)).toBe(29);
    expect(of('lastGapDays', transactions)).toBeNull();
    expect(of('daysSinceFirstPurchase', transactions)).toBeNull();
  });

  it('make every fact missing where not even the day can be read', () => {
    for (const at of ['yesterday', '2026-02-30', null, 20260601, new Date(Number.NaN)]) {
      const { facts, findings } = read(OF_SALES, { transactions: [sale('2026-06-01'), { at, amount: 1 }] });
      expect(OF_SALES.map((id) => facts[id])).toEqual(OF_SALES.map(() => null));
      expect(findings).toEqual([{ code: 'data/unreadable-entry', pointer: '/transactions/1/at', params: { problem: 'time/not-a-date' } }]);
    }
    expect(noticed(['netSpend'], { transactions: [null, 5, []] })).toEqual(['data/unreadable-entry /transactions/0', 'data/unreadable-entry /transactions/1', 'data/unreadable-entry /transactions/2']);
  });
});

describe('an id given twice', () => {
  const one = sale('2026-06-01', 5, { id: 'A' });

  it('counts once, with a finding, where it is the same event', () => {
    const { facts, findings } = read(['netSpend', 'purchases'], { transactions: [one, sale('2026-06-01', '5.00', { id: 'A' })] });
    expect(facts).toMatchObject({ netSpend: 5, purchases: 1 });
    expect(findings).toEqual([{ code: 'data/duplicate-id', pointer: '/transactions/1/id', params: { id: 'A' } }]);
  });

  it.each([
    sale('2026-06-02', 5, { id: 'A' }),
    sale('2026-06-01', 6, { id: 'A' }),
    back('2026-06-01', 5, { id: 'A' }),
    sale('2026-06-01', 5, { id: 'A', channel: 'web' }),
  ])('makes both unsure where they differ, in any order: %j', (other) => {
    for (const transactions of [[one, other], [other, one]]) {
      const { facts, findings } = read(['netSpend', 'daysSinceLastPurchase'], { transactions: [...transactions, sale('2026-01-01')] });
      expect(facts).toMatchObject({ netSpend: null, daysSinceLastPurchase: null });
      expect(findings.map(({ code }) => code)).toEqual(['data/duplicate-id']);
    }
  });

  it('is no matter outside the days of a fact', () => {
    expect(of('netSpend', [one, sale('2026-06-02', 6, { id: 'A' }), sale('2026-03-01', 9)], { window: { calendar: 'quarter', back: 1 } })).toBe(9);
  });
});

describe('other dates of the customer', () => {
  it('give the tenure', () => {
    const tenure = (since: unknown) => read(['tenureDays'], { customer: { id: 'C-1', since } });
    expect(tenure('2026-06-01').facts['tenureDays']).toBe(29);
    expect(tenure('2026-06-30').facts['tenureDays']).toBe(0);
    expect(tenure('2026-07-01').facts['tenureDays']).toBeNull();
    expect(tenure(undefined)).toMatchObject({ facts: { tenureDays: null }, findings: [] });
    expect(tenure('long ago')).toMatchObject({ facts: { tenureDays: null }, findings: [{ code: 'data/wrong-type', pointer: '/customer/since' }] });
  });
});
