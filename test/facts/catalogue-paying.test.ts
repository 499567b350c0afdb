// Ready facts about running plans, invoices, payments and credit: each figure worked out by hand, and where each is missing.
import { describe, expect, it } from 'vitest';
import { fact, noticed, read, readerOf, sale, type Asking } from './kit.js';

const invoice = (issued: string, due: string, amount: number | string, others: object = {}) => ({ issued, due, amount, ...others });
const paid = (at: string, amount: number | string, others: object = {}) => ({ at, amount, ...others });
const lastYear = { change: { window: { last: 'P12M' } } };

describe('the plan that runs', () => {
  const targets = [{ period: '2026-Q1', amount: 50 }, { period: '2026-Q2', amount: 400 }];
  const transactions = [sale('2026-03-31', 70), sale('2026-04-01', 100), sale('2026-05-15', 60)];
  const may = { asOf: '2026-05-15' };

  it('is reached so far, and says how much of its time is over', () => {
    expect(fact('targetCompletionToDate', { targets, transactions }, may)).toBe(0.4);
    expect(fact('targetElapsedShare', { targets }, may)).toBe(45 / 91);
    expect(read(['targetCompletionToDate'], { targets, transactions }, may).findings).toEqual([{ code: 'target/running', fact: 'targetCompletionToDate', params: { elapsed: 45, days: 91 } }]);
    expect(fact('targetCompletionToDate', { targets: [{ period: '2026-Q2', amount: 400, actual: 100 }] }, may)).toBe(0.25);
  });
  it('is missing on its last day, when it has ended', () => {
    const asking = { asOf: '2026-06-30' };
    expect(fact('targetCompletionToDate', { targets, transactions }, asking)).toBeNull();
    expect(noticed(['targetElapsedShare'], { targets }, asking)).toEqual(['target/missing targetElapsedShare']);
    expect(fact('targetElapsedShare', { targets: [{ period: '2026-Q2', amount: 0 }] }, may)).toBeNull();
    expect(fact('targetElapsedShare', {}, may)).toBeNull();
    expect(fact('targetCompletionToDate', { targets }, may)).toBeNull();
  });
  it('is asked for to its last day, which is yet to come', () => {
    const { parts } = readerOf(['targetCompletionToDate']).requirements({ asOf: '2026-05-15' });
    expect(parts['targets']).toMatchObject({ from: '2026-04-01', to: '2026-06-30' });
    expect(parts['transactions']).toMatchObject({ from: '2026-04-01', to: '2026-05-15' });
    const both = readerOf(['targetElapsedShare', 'targetCompletionBefore'], { targetPeriod: 'month' }).requirements({ asOf: '2026-05-15' }).parts;
    expect(both['targets']).toMatchObject({ from: '2026-03-01', to: '2026-05-31' });
    // The plan of a calendar year may run as well as that of a fiscal one.
    const fiscal = readerOf(['targetElapsedShare'], { targetPeriod: 'year', fiscalYearStart: 4 }).requirements({ asOf: '2026-05-15' }).parts;
    expect(fiscal['targets']).toMatchObject({ from: '2026-01-01', to: '2027-03-31' });
  });
  it('is missing where plans overlap', () => {
    const overlapping = [...targets, { period: '2026-05', amount: 5 }];
    expect(noticed(['targetElapsedShare'], { targets: overlapping }, may)).toEqual(['target/overlapping targetElapsedShare']);
  });
});

describe('invoices and collections', () => {
  const parts = {
    invoices: [invoice('2026-05-01', '2026-05-31', 100, { payments: [paid('2026-05-20', 60)] }), invoice('2026-06-01', '2026-07-31', 100), invoice('2020-01-01', '2020-02-01', 40)],
    payments: [paid('2020-01-31', 40), paid('2026-06-10', 20)],
  };
  it('add up in the window', () => {
    expect(fact('invoiced', parts, lastYear)).toBe(200);
    expect(fact('collections', parts, lastYear)).toBe(80);
    expect(fact('collectionRatio', parts, lastYear)).toBe(0.4);
    expect(fact('collections', { invoices: [], payments: [] })).toBe(0);
  });
  it('are missing where a part is not known, or nothing was invoiced', () => {
    expect(fact('invoiced', { payments: [] })).toBeNull();
    expect(fact('collections', { payments: [] })).toBeNull();
    expect(fact('collectionRatio', { invoices: [], payments: [paid('2026-06-01', 5)] })).toBeNull();
  });
  it('are open whether due or not', () => {
    expect(fact('openReceivables', parts)).toBe(120);
    expect(fact('openReceivables', { invoices: [], payments: [] })).toBe(0);
    expect(fact('openReceivables', { invoices: parts.invoices })).toBeNull();
  });
});

describe('timeliness', () => {
  // As of 30 June: 100 in time; 300, of which 100 came 15 days late and 200 are 20 days overdue; 999 not due yet.
  const invoices = [invoice('2026-05-01', '2026-05-31', 100, { id: 'A' }), invoice('2026-05-02', '2026-06-10', 300, { id: 'B' }), invoice('2026-06-01', '2026-06-30', 999, { id: 'C' })];
  const payments = [paid('2026-05-31', 100, { invoice: 'A' }), paid('2026-06-25', 100, { invoice: 'B' })];
  it('is a share of invoices, and mean days beyond terms by amount', () => {
    expect(fact('onTimeInvoiceRatio', { invoices, payments })).toBe(0.5);
    expect(fact('daysBeyondTerms', { invoices, payments })).toBe((100 * 15 + 200 * 20) / 400);
    expect(fact('daysBeyondTerms', { invoices: invoices.slice(0, 1), payments })).toBe(0);
  });
  it('does not count money that came early as less than no days', () => {
    expect(fact('daysBeyondTerms', { invoices: invoices.slice(0, 1), payments: [paid('2026-05-01', 50), paid('2026-06-10', 50)] })).toBe(5);
  });
  it('is that of the paper, in whatever currency', () => {
    const options = { rates: [{ from: 'USD', to: 'CNY', date: '2026-01-01', rate: 7 }] };
    const usd = (entry: object) => ({ ...entry, currency: 'USD' });
    expect(fact('daysBeyondTerms', { invoices: invoices.map(usd), payments: payments.map(usd) }, { options })).toBe(13.75);
  });
  it('is missing where nothing can be judged, or a part is not known', () => {
    for (const id of ['onTimeInvoiceRatio', 'daysBeyondTerms']) {
      expect(fact(id, { invoices: invoices.slice(2), payments: [] })).toBeNull();
      expect(fact(id, { invoices: [], payments: [] })).toBeNull();
      expect(fact(id, { invoices })).toBeNull();
      expect(fact(id, { invoices: [...invoices, { issued: '2026-06-01', due: 'soon', amount: 5 }], payments })).toBeNull();
    }
  });
});

describe('ageing', () => {
  const IDS = ['overdue1To30', 'overdue31To60', 'overdue61To90', 'overdueOver90'];
  // 30 June less 0, 1, 30, 31, 60, 61, 90 and 91 days.
  const dues = ['2026-06-30', '2026-06-29', '2026-05-31', '2026-05-30', '2026-05-01', '2026-04-30', '2026-04-01', '2026-03-31'];
  const invoices = dues.map((due, index) => invoice('2026-01-01', due, 2 ** index));
  it('puts what is open under the days it is overdue by, both ends inside', () => {
    const { facts } = read([...IDS, 'overdueAmount'], { invoices, payments: [] });
    expect(IDS.map((id) => facts[id])).toEqual([2 + 4, 8 + 16, 32 + 64, 128]);
    expect(facts['overdueAmount']).toBe(254);
  });
  it('is missing where payments are not known, and 0 where nothing is open', () => {
    expect(IDS.map((id) => fact(id, { invoices }))).toEqual([null, null, null, null]);
    expect(IDS.map((id) => fact(id, { invoices: [], payments: [] }))).toEqual([0, 0, 0, 0]);
  });
});

describe('days that sales are outstanding, by count-back', () => {
  // As of 30 June 950 is open. June billed 300 (30 days), May 400 (31 days), April 500, of which 250 remain: half of its 30 days.
  const bills = [invoice('2026-06-15', '2026-12-31', 300), invoice('2026-05-10', '2026-12-31', 400), invoice('2026-04-20', '2026-12-30', 500), invoice('2026-01-01', '2026-02-01', 1_000)];
  const payments = [paid('2026-02-01', 1_250)];
  const dso = (parts: object, asking?: Asking) => fact('salesOutstandingDays', parts, asking);

  it('uses up what is open month by month', () => expect(dso({ invoices: bills, payments })).toBe(30 + 31 + 15));
  it('counts the days of the running month that have come', () => {
    const parts = { invoices: [invoice('2026-06-01', '2026-07-31', 100)], payments: [paid('2026-06-05', 25)] };
    expect(dso(parts, { asOf: '2026-06-10' })).toBe(7.5);
    expect(dso({ ...parts, payments: [] }, { asOf: '2026-06-10' })).toBe(10);
  });
  it('counts months without invoices on the way', () => {
    expect(dso({ invoices: [invoice('2026-04-15', '2026-05-01', 100)], payments: [paid('2026-05-01', 50)] })).toBe(30 + 31 + 15);
  });
  it('is 0 where nothing is open, and missing without invoices or payments', () => {
    expect(dso({ invoices: bills, payments: [paid('2026-02-01', 2_200)] })).toBe(0);
    expect(dso({ invoices: [], payments: [] })).toBeNull();
    expect(dso({ invoices: bills })).toBeNull();
  });
});

describe('credit', () => {
  const parts = { invoices: [invoice('2026-05-01', '2026-07-31', 100)], payments: [paid('2026-05-20', 25)] };
  const credit = (creditLimit: unknown) => ({ ...parts, customer: { id: 'C-1', creditLimit } });
  it('is used to a share of its limit', () => {
    expect(fact('creditLimit', credit('60.00'))).toBe(60);
    expect(fact('creditUse', credit('60.00'))).toBe(1.25);
  });
  it('is missing without a limit, or one of 0', () => {
    expect(fact('creditUse', credit(undefined))).toBeNull();
    expect(fact('creditLimit', credit(' '))).toBeNull();
    expect([fact('creditLimit', credit(0)), fact('creditUse', credit(0))]).toEqual([0, null]);
    expect(fact('creditUse', { customer: { id: 'C-1', creditLimit: 5 } })).toBeNull();
  });
  it('notices a limit that is no money', () => {
    for (const wrong of ['much', -5, true]) expect(noticed(['creditLimit'], credit(wrong))).toEqual(['data/wrong-type /customer/creditLimit']);
    expect(noticed(['creditLimit'], credit(1e300))).toEqual(['money/too-large /customer/creditLimit']);
  });
});
