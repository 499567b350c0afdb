// Since when parts are complete: a fact that looks further back is missing.
import { describe, expect, it } from 'vitest';
import { fact, noticed, read, sale } from './kit.js';

const since = (from: unknown, part = 'transactions') => ({ coverage: { [part]: { from } } });
const transactions = [sale('2026-06-01', 5), sale('2026-02-01', 7)];

describe('coverage', () => {
  it('lets a fact be known whose window it holds whole', () => {
    const change = { window: { last: 'P3M' } };
    expect(fact('netSpend', { transactions, ...since('2026-04-01') }, { change })).toBe(5);
    expect(fact('netSpend', { transactions, ...since('2026-04-02') }, { change })).toBeNull();
    expect(noticed(['netSpend'], { transactions, ...since('2026-04-02') }, { change })).toEqual(['history/too-short netSpend']);
  });

  it('makes facts of the whole life missing', () => {
    const { facts, findings } = read(['netSpend', 'daysSinceFirstPurchase', 'lifetimePurchases'], { transactions, ...since('2000-01-01') });
    expect(facts).toMatchObject({ netSpend: null, daysSinceFirstPurchase: null, lifetimePurchases: null });
    expect(findings.map(({ code, params }) => [code, params])).toEqual(findings.map(() => ['history/too-short', { part: 'transactions' }]));
    expect(findings).toHaveLength(3);
  });

  it('leaves the last purchases known that lie within it', () => {
    const ids = ['daysSinceLastPurchase', 'lastGapDays'];
    expect(read(ids, { transactions, ...since('2026-06-01') }).facts).toMatchObject({ daysSinceLastPurchase: 29, lastGapDays: null });
    expect(read(ids, { transactions, ...since('2026-02-01') }).facts).toMatchObject({ daysSinceLastPurchase: 29, lastGapDays: 120 });
    expect(read(ids, { transactions, ...since('2026-06-02') }).facts).toMatchObject({ daysSinceLastPurchase: null, lastGapDays: null });
    expect(noticed(['daysSinceLastPurchase'], { transactions: [], ...since('2026-06-02') })).toEqual(['history/too-short daysSinceLastPurchase']);
  });

  it('leaves known what rests on the last events alone, whatever else is measured of them', () => {
    const measures = { last: { last: { of: 'sales.amount' } }, days: { daysSinceLast: { of: 'sales' } }, visit: { daysSinceLast: { of: 'interactions', where: { '==': [{ var: 'kind' }, 'visit'] } } }, months: { streak: { of: 'sales', per: 'month' } } };
    const interactions = [{ at: '2026-06-20', kind: 'call' }, { at: '2026-06-10', kind: 'visit' }];
    const coverage = (from: string) => ({ coverage: { transactions: { from }, interactions: { from } } });
    const known = (from: string, others: object = {}) => read([], { transactions, interactions, ...coverage(from), ...others }, { change: { measures } }).facts;
    expect(known('2026-05-01')).toEqual({ last: 5, days: 29, visit: 20, months: 1 });
    expect(known('2026-05-02')).toEqual({ last: 5, days: 29, visit: 20, months: null });
    expect(known('2026-06-10')).toEqual({ last: null, days: null, visit: 20, months: null });
    expect(known('2026-06-11')).toEqual({ last: null, days: null, visit: null, months: null });
    expect(known('2026-05-01', { transactions: [...transactions, sale('2026-05-20', 'much')] })).toMatchObject({ last: 5, days: 29, months: null });
    expect(known('2026-05-01', { transactions: [...transactions, sale('2026-06-20', 'much')] })).toMatchObject({ last: null, days: null, months: null });
    expect(fact('daysSinceLastInteraction', { interactions, ...coverage('2026-06-11') })).toBe(10);
  });

  it('is of one part', () => {
    const parts = { transactions, interactions: [], ...since('2026-06-30', 'interactions') };
    expect(read(['netSpend', 'interactions'], parts).facts).toMatchObject({ netSpend: 12, interactions: null });
  });

  it('is that of invoices and of payments for what was paid', () => {
    const invoices = [{ issued: '2026-05-01', due: '2026-05-10', amount: 5 }];
    const change = { window: { last: 'P3M' } };
    const ratio = (parts: object) => fact('onTimePaymentRatio', { invoices, payments: [], ...parts }, { change });
    expect(ratio({})).toBe(0);
    expect(ratio(since('2026-04-01', 'invoices'))).toBe(0);
    expect(ratio(since('2026-04-02', 'invoices'))).toBeNull();
    expect(ratio(since('2026-04-02', 'payments'))).toBeNull();
  });

  it.each([[since('lately')], [since(null)], [{ coverage: { transactions: '2026-01-01' } }], [{ coverage: { transactions: {} } }], [{ coverage: '2026-01-01' }]])(
    'that cannot be read makes the facts missing, with a finding: %j',
    (coverage) => {
      expect(fact('netSpend', { transactions, ...coverage }, { change: { window: { last: 'P1D' } } })).toBeNull();
      expect(noticed(['netSpend'], { transactions, ...coverage })[0]).toMatch(/^data\/unreadable-entry \/coverage/);
    },
  );

  it.each([[{}], [{ coverage: null }], [{ coverage: {} }], [{ coverage: { transactions: null } }]])('that is not stated is whole: %j', (coverage) => {
    expect(fact('netSpend', { transactions, ...coverage })).toBe(12);
  });
});
