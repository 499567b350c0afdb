// Plans: what was reached of them, and how that changed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fact, noticed, read, sale, back, type Asking } from './kit.js';

const IDS = ['targetCompletion', 'targetCompletionBefore', 'targetCompletionChange'];
const completions = (parts: object, asking?: Asking) => {
  const { facts } = read(IDS, parts, asking);
  return IDS.map((id) => facts[id]);
};
const plan = (period: unknown, amount: unknown, others: object = {}) => ({ period, amount, ...others });

describe('completion of plans', () => {
  const targets = [plan('2026-Q1', 100), plan('2026-Q2', 200), plan('2026-Q3', 400)];
  const transactions = [sale('2026-01-01', 50), sale('2026-03-31', 40), sale('2026-04-01', 150), sale('2026-06-30', 50), back('2026-06-30', 20), sale('2026-07-01', 1000)];

  it('is that of the plan that ended last, its last day inside, and of the one just before', () => {
    expect(completions({ targets, transactions })).toEqual([0.9, 0.9, 0]);
    expect(completions({ targets, transactions }, { asOf: '2026-06-29' })).toEqual([0.9, null, null]);
    expect(completions({ targets, transactions }, { asOf: '2026-09-30' })).toEqual([2.5, 0.9, 1.6]);
  });

  it('does not depend on the order of plans', () => expect(completions({ targets: [...targets].reverse(), transactions })).toEqual([0.9, 0.9, 0]));

  it('ignores the window of the policy', () => expect(completions({ targets, transactions }, { change: { window: { last: 'P1D' } } })).toEqual([0.9, 0.9, 0]));

  it('takes the actual that a plan gives', () => {
    expect(completions({ targets: [plan('2026-Q1', 100, { actual: 50 }), plan('2026-Q2', 200, { actual: '130.00' })], transactions })).toEqual([0.65, 0.5, 0.15]);
    // Even where the events are not known.
    expect(completions({ targets: [plan('2026-Q2', 200, { actual: 0 })] })).toEqual([0, null, null]);
  });

  it('knows months, years, fiscal periods and days', () => {
    const actual = { actual: 93 };
    expect(completions({ targets: [plan('2026-06', 100, actual), plan('2026-05', 100, { actual: 80 })] })).toEqual([0.93, 0.8, 0.13]);
    expect(completions({ targets: [plan('2025', 100, actual)] })[0]).toBe(0.93);
    expect(completions({ targets: [plan({ from: '2026-06-01', to: '2026-06-30' }, 100, actual), plan({ from: '2026-04-15', to: '2026-05-31' }, 100, { actual: 80 })] })).toEqual([0.93, 0.8, 0.13]);
    // Fiscal years from April are named after the year in which they end: FY2027-Q1 is April to June 2026.
    expect(completions({ targets: [plan('FY2027-Q1', 100, actual), plan('FY2026-Q4', 100, { actual: 80 })] }, { change: { fiscalYearStart: 4 } })).toEqual([0.93, 0.8, 0.13]);
    expect(completions({ targets: [plan('FY2026', 100, actual)] }, { change: { fiscalYearStart: 7 } })[0]).toBe(0.93);
    expect(completions({ targets: [plan('FY2026', 100, actual)] }, { change: { fiscalYearStart: 8 } })[0]).toBeNull();
  });

  it('counts units', () => {
    const units = [sale('2026-05-01', 9, { units: 0.1 }), sale('2026-05-02', 9, { lines: [{ units: 0.2 }] })];
    expect(completions({ targets: [plan('2026-Q2', 0.6, { measure: 'units' })], transactions: units })[0]).toBe(0.5);
    expect(completions({ targets: [plan('2026-Q2', '0.6', { measure: 'units' })], transactions: [sale('2026-05-01')] })[0]).toBeNull();
    expect(completions({ targets: [plan('2026-Q2', 10, { measure: 'units', actual: 9 })] })[0]).toBe(0.9);
  });

  it('counts collections: payments on their own and inside invoices', () => {
    const targets = [plan('2026-Q2', 100, { measure: 'collections' })];
    const payments = [{ at: '2026-04-01', amount: 30 }, { at: '2026-07-01', amount: 1000 }, { at: '2026-03-31', amount: 1000 }];
    expect(completions({ targets, payments, invoices: [] })[0]).toBe(0.3);
    const invoices = [{ issued: '2026-04-01', due: '2026-05-01', amount: 80, payments: [{ at: '2026-05-02', amount: 40 }] }];
    expect(completions({ targets, invoices, payments: [] })[0]).toBe(0.4);
    expect(completions({ targets, payments })[0]).toBeNull();
    expect(completions({ targets, invoices })[0]).toBeNull();
    expect(completions({ targets, invoices, payments })[0]).toBe(0.7);
    expect(completions({ targets })[0]).toBeNull();
    expect(completions({ targets, invoices: [] })[0]).toBeNull();
    expect(completions({ targets, invoices: [{ issued: '2026-04-01', due: '2026-05-01', amount: 80 }] })[0]).toBeNull();
  });

  it('is not computed from events that are not known', () => {
    expect(completions({ targets })).toEqual([null, null, null]);
    expect(noticed(['targetCompletion'], { targets })).toEqual(['data/part-absent']);
    const short = { targets, transactions, coverage: { transactions: { from: '2026-04-01' } } };
    expect(completions(short)).toEqual([0.9, null, null]);
    expect(noticed(['targetCompletionBefore'], short)).toContain('history/too-short targetCompletionBefore');
  });
});

describe('no completion', () => {
  const known = { transactions: [sale('2026-05-01', 50)] };

  it.each([
    ['no plan', []],
    ['a plan of 0', [plan('2026-Q2', 0)]],
    ['a plan that is running', [plan('2026', 100)]],
    ['a plan to come', [plan('2026-Q3', 100)]],
  ])('where there is %s', (_what, targets) => {
    expect(completions({ ...known, targets })).toEqual([null, null, null]);
    expect(noticed(['targetCompletion'], { ...known, targets })).toEqual(['target/missing targetCompletion']);
  });

  it('of an earlier period where plans leave a gap', () => {
    expect(completions({ ...known, targets: [plan('2026-06', 10), plan('2026-04', 10)] })).toEqual([0, null, null]);
    expect(read(['targetCompletionBefore'], { ...known, targets: [plan('2026-06', 10)] }).findings).toEqual([{ code: 'target/missing', fact: 'targetCompletionBefore', params: { earlier: true } }]);
  });

  it.each([
    [[plan('2026-Q2', 100), plan('2026-06', 10)]],
    [[plan('2026-Q2', 100), plan('2026-Q2', 100)]],
    [[plan('2026-Q2', 100), plan('2026', 1000)]],
  ])('where plans of one measure overlap', (targets) => {
    expect(fact('targetCompletion', { ...known, targets })).toBeNull();
    expect(noticed(['targetCompletion'], { ...known, targets })).toEqual(['target/overlapping targetCompletion']);
  });

  it('is mixed from measures: sales are taken where there are several', () => {
    const targets = [plan('2026-Q2', 100), plan('2026-Q2', 7, { measure: 'units' })];
    expect(fact('targetCompletion', { ...known, targets })).toBe(0.5);
  });

  it.each([
    [plan('2026-Q5', 100), '/targets/0/period'],
    [plan({ from: '2026-07-01', to: '2026-06-01' }, 100), '/targets/0/period'],
    [plan('2026-Q2', 'much'), '/targets/0/amount'],
    [plan('2026-Q2', -100), '/targets/0/amount'],
    [plan('2026-Q2', 100, { measure: 'visits' }), '/targets/0/measure'],
    [plan('2026-Q2', 100, { actual: 'some' }), '/targets/0/actual'],
    [plan('2026-Q2', 1e300, { measure: 'units' }), '/targets/0/amount'],
    [plan('2026-Q2', 1, { measure: 'units', actual: Number.POSITIVE_INFINITY }), '/targets/0/actual'],
    ['2026-Q2', '/targets/0'],
  ])('where a plan cannot be read: %j', (target, pointer) => {
    expect(fact('targetCompletion', { ...known, targets: [target] })).toBeNull();
    expect(noticed(['targetCompletion'], { ...known, targets: [target] })).toEqual([`data/unreadable-entry ${pointer}`]);
  });
});

describe('the change of completion', () => {
  it('is exact, so that equal changes are equal numbers', () => {
    const amount = fc.integer({ min: 1, max: 10_000 });
    fc.assert(
      fc.property(amount, amount, amount, amount, fc.integer({ min: 2, max: 50 }), (planned, reached, plannedBefore, reachedBefore, scale) => {
        const changeOf = (times: number) =>
          fact('targetCompletionChange', {
            targets: [plan('2026-Q2', { minor: planned * times }, { actual: { minor: reached * times } }), plan('2026-Q1', { minor: plannedBefore }, { actual: { minor: reachedBefore } })],
          });
        expect(changeOf(scale)).toBe(changeOf(1));
      }),
    );
  });

  it('is 0.07 for 7 points, whatever the doubles of the two completions say', () => {
    expect(0.92 - 0.85).not.toBe(0.07);
    expect(fact('targetCompletionChange', { targets: [plan('2026-Q2', 4000, { actual: 3680 }), plan('2026-Q1', 1000, { actual: 850 })] })).toBe(0.07);
  });
});
