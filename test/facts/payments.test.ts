// Invoices and payments, judged at the day.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noticed, read, type Asking } from './kit.js';

const IDS = ['onTimePaymentRatio', 'overdueAmount', 'maxDaysOverdue'];
const judged = (parts: object, asking?: Asking) => {
  const { facts } = read(IDS, parts, asking);
  return IDS.map((id) => facts[id]);
};
const invoice = (due: string, amount: number | string, others: object = {}) => ({ issued: '2026-01-01', due, amount, ...others });
const paid = (at: string, amount: number | string, others: object = {}) => ({ at, amount, ...others });

describe('invoices and payments', () => {
  it('are on time through the due day', () => {
    expect(judged({ invoices: [invoice('2026-05-31', 100)], payments: [paid('2026-05-31', 100)] })).toEqual([1, 0, 0]);
    expect(judged({ invoices: [invoice('2026-05-31', 100)], payments: [paid('2026-06-01', 100)] })).toEqual([0, 0, 0]);
    expect(judged({ invoices: [invoice('2026-05-31', 100)], payments: [paid('2026-05-31T23:59:59+08:00', 100)] })[0]).toBe(1);
    expect(judged({ invoices: [invoice('2026-05-31', 100)], payments: [paid('2026-05-31T16:00:00Z', 100)] })[0]).toBe(0);
  });

  it('count by amount, and in part', () => {
    expect(judged({ invoices: [invoice('2026-05-31', 300), invoice('2026-06-10', 100, { id: 'B' })], payments: [paid('2026-05-01', 200), paid('2026-06-15', 150), paid('2026-06-10', 50, { invoice: 'B' })] })).toEqual([0.625, 0, 0]);
  });

  it('leave what is open and not yet due out of the ratio, and count what is overdue as late', () => {
    expect(judged({ invoices: [invoice('2026-07-31', 100), invoice('2026-06-30', 100)], payments: [] })).toEqual([null, 0, 0]);
    expect(judged({ invoices: [invoice('2026-06-29', 100), invoice('2026-04-30', 60)], payments: [paid('2026-04-30', 60)] })).toEqual([0.375, 100, 1]);
    expect(judged({ invoices: [invoice('2026-04-30', '99.50')], payments: [] })).toEqual([0, 99.5, 61]);
  });

  it('count an invoice that was paid on its due day, today', () => {
    expect(judged({ invoices: [invoice('2026-06-30', 100)], payments: [paid('2026-06-30', 100)] })[0]).toBe(1);
    expect(judged({ invoices: [invoice('2026-06-30', 100)], payments: [paid('2026-06-30', 99)] })[0]).toBeNull();
  });

  it('do not know later payments and invoices', () => {
    const parts = { invoices: [invoice('2026-05-31', 100), invoice('2026-06-01', 7, { issued: '2026-07-01' })], payments: [paid('2026-07-01', 100)] };
    expect(judged(parts)).toEqual([0, 100, 30]);
    expect(judged(parts, { asOf: '2026-07-01' })).toEqual([0, 7, 30]);
  });

  it('pay the oldest due first where a payment names no invoice', () => {
    const invoices = [invoice('2026-06-15', 100), invoice('2026-05-15', 100), invoice('2026-04-15', 100)];
    expect(judged({ invoices, payments: [paid('2026-04-15', 100), paid('2026-05-20', 150)] })).toEqual([0.5, 50, 15]);
  });

  it('pay the invoice they name, and the rest of it the oldest due', () => {
    const invoices = [invoice('2026-04-15', 100, { id: 'A' }), invoice('2026-06-15', 100, { id: 'B' })];
    expect(judged({ invoices, payments: [paid('2026-04-10', 100, { invoice: 'B' })] })).toEqual([0.5, 100, 76]);
    expect(judged({ invoices, payments: [paid('2026-04-10', 130, { invoice: 'B' })] })).toEqual([0.65, 70, 76]);
    expect(judged({ invoices: [invoice('2026-04-15', 100, { id: 7 })], payments: [paid('2026-04-10', 100, { invoice: 7 })] })).toEqual([1, 0, 0]);
  });

  it('notice a payment of an invoice that is not there, and let it pay no other', () => {
    const parts = { invoices: [invoice('2026-04-15', 100, { id: 'A' })], payments: [paid('2026-04-10', 100, { invoice: 'Z' })] };
    expect(judged(parts)).toEqual([0, 100, 76]);
    expect(noticed(IDS, parts)).toEqual(['payment/unknown-invoice']);
  });

  it('may stand inside invoices', () => {
    const inside = (payments: readonly unknown[]) => invoice('2026-04-15', 100, { payments });
    const ratios = (...invoices: readonly object[]) => judged({ invoices, payments: [] });
    expect(ratios(inside([paid('2026-04-01', 60), paid('2026-04-20', 40)]))).toEqual([0.6, 0, 0]);
    expect(ratios(inside([]), inside([paid('2026-04-01', 100)]))).toEqual([0.5, 100, 76]);
    expect(ratios(inside([paid('2026-07-01', 100)]))).toEqual([0, 100, 76]);
    // What is not known may have paid it: no customer is late because payments were not loaded.
    expect(judged({ invoices: [inside([])] })).toEqual([null, null, null]);
  });

  it('are not known where neither place has them', () => {
    expect(judged({ invoices: [invoice('2026-04-15', 100)] })).toEqual([null, null, null]);
    expect(noticed(IDS, { invoices: [invoice('2026-04-15', 100)] })).toEqual(['data/part-absent']);
    expect(judged({ payments: [] })).toEqual([null, null, null]);
    expect(judged({ invoices: [invoice('2026-04-15', 100, { payments: [] }), invoice('2026-04-15', 100)] })).toEqual([null, null, null]);
    expect(judged({ invoices: [invoice('2026-04-15', 100, { payments: [] })], payments: 'none' })).toEqual([null, null, null]);
  });

  it('are known to be none', () => {
    expect(judged({ invoices: [] })).toEqual([null, 0, 0]);
    expect(judged({ invoices: [], payments: [paid('then', 5)], coverage: { payments: { from: '2026-06-01' } } })).toEqual([null, 0, 0]);
  });

  it('look at invoices issued in the window', () => {
    const invoices = [invoice('2026-04-20', 100, { issued: '2026-03-31' }), invoice('2026-04-20', 100, { issued: '2026-04-01' })];
    const payments = [paid('2026-04-20', 100), paid('2026-05-20', 100)];
    expect(judged({ invoices, payments }, { change: { window: { calendar: 'quarter', back: 1 } } })[0]).toBe(1);
    // What is older than the window is settled: it takes nothing of what was paid within.
    expect(judged({ invoices, payments }, { change: { window: { calendar: 'quarter' } } })[0]).toBe(1);
    expect(judged({ invoices: invoices.slice(1), payments }, { change: { window: { calendar: 'quarter' } } })[0]).toBe(1);
  });

  it('give a window the same ratio, however much older history is there', () => {
    const within = [invoice('2026-05-01', 100, { id: 'N', issued: '2026-04-01' }), invoice('2026-05-10', 60, { issued: '2026-04-02' })];
    const older = [invoice('2026-02-01', 900, { id: 'O', issued: '2026-01-01' }), invoice('2026-02-01', 1, { issued: '2026-01-02' })];
    const payments = [paid('2026-03-01', 100, { invoice: 'N' }), paid('2026-05-11', 30), paid('2026-05-12', 500, { invoice: 'O' }), paid('2026-05-10', 30)];
    const quarter = { change: { window: { calendar: 'quarter' } } };
    expect(judged({ invoices: within, payments }, quarter)[0]).toBe(130 / 160);
    expect(judged({ invoices: [...older, ...within], payments: [paid('2026-01-05', 4000), ...payments] }, quarter)[0]).toBe(130 / 160);
  });

  it('count an invoice over nothing nowhere', () => expect(judged({ invoices: [invoice('2026-04-01', 0)], payments: [] })).toEqual([null, 0, 0]));

  it.each([
    [{ invoices: [invoice('2026-04-01', -5)], payments: [] }, '/invoices/0/amount'],
    [{ invoices: [invoice('soon', 5)], payments: [] }, '/invoices/0/due'],
    [{ invoices: [{ ...invoice('2026-04-01', 5), issued: null }], payments: [] }, '/invoices/0/issued'],
    [{ invoices: [invoice('2026-04-01', 5)], payments: [paid('2026-04-01', -5)] }, '/payments/0/amount'],
    [{ invoices: [invoice('2026-04-01', 5)], payments: [paid('then', 5)] }, '/payments/0/at'],
    [{ invoices: [invoice('2026-04-01', 5, { payments: [paid('2026-04-01', 'all')] })] }, '/invoices/0/payments/0/amount'],
    [{ invoices: [invoice('2026-04-01', 5, { payments: [null] })] }, '/invoices/0/payments/0/at'],
    [{ invoices: [invoice('2026-04-01', 5, { payments: 'paid' })] }, '/invoices/0/payments'],
  ])('are missing where one cannot be read: %j', (parts, pointer) => {
    expect(judged(parts)).toEqual([null, null, null]);
    expect(noticed(IDS, parts)).toEqual([`data/unreadable-entry ${pointer}`]);
  });
});

describe('a payment given twice', () => {
  const one = paid('2026-04-20', 100, { id: 'P1', invoice: 'A' });

  it('pays once: among payments, inside an invoice, or in both places', () => {
    const alone = { invoices: [invoice('2026-04-15', 100, { id: 'A' }), invoice('2026-04-10', 100, { id: 'B' })], payments: [one, { ...one }] };
    expect(judged(alone)).toEqual([0, 100, 81]);
    expect(noticed(IDS, alone)).toEqual(['data/duplicate-id /payments/1/id']);
    const both = { invoices: [invoice('2026-04-15', 100, { id: 'A', payments: [one] }), invoice('2026-04-10', 100, { id: 'B' })], payments: [one] };
    expect(judged(both)).toEqual([0, 100, 81]);
    expect(noticed(IDS, both)).toEqual(['data/duplicate-id /payments/0/id']);
  });

  it('makes all unsure where the two differ', () => {
    expect(judged({ invoices: [invoice('2026-04-15', 100)], payments: [paid('2026-04-20', 100, { id: 'P1' }), paid('2026-04-20', 50, { id: 'P1' })] })).toEqual([null, null, null]);
    expect(judged({ invoices: [invoice('2026-04-15', 100, { id: 'A' }), invoice('2026-04-15', 50, { id: 'A' })], payments: [] })).toEqual([null, null, null]);
  });

  it('makes all unsure where the two differ inside invoices, whichever of them comes first', () => {
    const [old, recent] = [invoice('2026-04-30', 100, { issued: '2019-12-31', payments: [one] }), invoice('2026-04-15', 50, { payments: [{ ...one, amount: 50 }] })];
    const year = { change: { window: { last: 'P12M' } } };
    expect(judged({ invoices: [old, recent], payments: [] }, year)).toEqual([null, null, null]);
    expect(judged({ invoices: [recent, old], payments: [] }, year)).toEqual([null, null, null]);
  });
});

describe('payments in other currencies', () => {
  const rates = [{ from: 'USD', to: 'CNY', date: '2026-01-01', rate: 7 }, { from: 'USD', to: 'CNY', date: '2026-04-10', rate: '6.9' }];
  const USD = { currency: 'USD' };

  it('are set against invoices of the same currency, so that a rate that moved leaves nothing open', () => {
    const invoices = [invoice('2026-04-15', 100, USD)];
    expect(judged({ invoices, payments: [paid('2026-04-12', 100, USD)] }, { options: { rates } })).toEqual([1, 0, 0]);
    expect(judged({ invoices, payments: [paid('2026-04-12', 40, USD)] }, { options: { rates } })).toEqual([0.4, 420, 76]);
  });

  it('are converted where currencies meet', () => {
    expect(judged({ invoices: [invoice('2026-04-15', 700)], payments: [paid('2026-04-12', 100, USD)] }, { options: { rates } })).toEqual([690 / 700, 10, 76]);
  });

  it('are missing without a rate', () => {
    expect(judged({ invoices: [invoice('2026-04-15', 100, USD)], payments: [] })).toEqual([null, null, 76].map(() => null));
    expect(judged({ invoices: [invoice('2026-04-15', 700)], payments: [paid('2026-04-12', 100, USD)] })).toEqual([null, null, null]);
  });
});

describe('the order of invoices and payments', () => {
  it('does not say which of two invoices due on one day is paid first', () => {
    const due = [invoice('2026-06-30', 50, { id: 'A' }), invoice('2026-06-30', 100, { id: 'B' })];
    const late = invoice('2026-05-01', 100, { id: 'C' });
    const payments = [paid('2026-05-02', 100, { invoice: 'C' }), paid('2026-06-30', 100)];
    // The smaller one: of the other the rest is open today, and not judged yet.
    for (const invoices of [[late, ...due], [...due].reverse().concat(late)]) expect(judged({ invoices, payments })).toEqual([50 / 150, 0, 0]);
  });

  it('does not matter', () => {
    const day = fc.constantFrom('2026-04-01', '2026-04-10', '2026-05-01', '2026-06-29', '2026-06-30');
    const entry = fc.record({ at: day, due: day, amount: fc.integer({ min: 1, max: 5 }), id: fc.constantFrom('A', 'B', 'C', 'D') });
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: ({ id }) => id }), fc.array(fc.record({ at: day, amount: fc.integer({ min: 1, max: 6 }), invoice: fc.constantFrom('A', 'B', undefined) }), { maxLength: 6 }), fc.nat(), (some, payments, seed) => {
        const invoices = some.map(({ at, ...others }) => ({ ...others, issued: at }));
        const turn = <T>(list: readonly T[]): readonly T[] => [...list.slice(seed % (list.length + 1)), ...list.slice(0, seed % (list.length + 1))].reverse();
        expect(judged({ invoices: turn(invoices), payments: turn(payments) })).toEqual(judged({ invoices, payments }));
      }),
    );
  });
});

describe('figures that once were wrong in silence', () => {
  it('payments inside an invoice are in its currency', () => {
    const rates = [{ from: 'USD', to: 'CNY', date: '2026-01-01', rate: 7 }];
    const invoices = [invoice('2026-02-01', 100, { currency: 'USD', payments: [{ at: '2026-01-20', amount: 100 }] })];
    expect(judged({ invoices, payments: [] }, { options: { rates } })).toEqual([1, 0, 0]);
  });

  it('an invoice issued before its coverage begins is no part of a window that begins with it', () => {
    const invoices = [invoice('2026-01-14', 100, { issued: '2025-12-15' }), invoice('2026-03-01', 100, { issued: '2026-02-01' })];
    const payments = [paid('2026-03-01', 100)];
    const half = { change: { window: { last: 'P6M' } } };
    const whole = judged({ invoices, payments: [paid('2025-12-20', 100), ...payments] }, half)[0];
    const cut = judged({ invoices: invoices.slice(1), payments, coverage: { invoices: { from: '2026-01-01' }, payments: { from: '2026-01-01' } } }, half)[0];
    expect([whole, cut]).toEqual([1, 1]);
  });

  it('one invoice listed once for each of its payments is not one event met twice', () => {
    const twice = ['2026-01-20', '2026-01-25'].map((at) => invoice('2026-02-01', 100, { id: 'I', payments: [{ at, amount: 50 }] }));
    expect(judged({ invoices: twice })).toEqual([null, null, null]);
  });
});
