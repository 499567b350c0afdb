import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRunning, rangeOf } from '../../src/facts/window.js';
import { dayText } from '../../src/internal/days.js';
import { fact, issuesOf, readerOf, sale } from './kit.js';
import { dayNamed, windowNamed } from './windows.js';

/** The first day of a window and the first day after it, as text. */
function daysOf(json: object, day: string, { earlier = 0, fiscalYearStart = 1 } = {}): readonly (string | null)[] {
  const { from, to } = rangeOf(windowNamed(json, fiscalYearStart), dayNamed(day), earlier);
  return [from === null ? null : dayText(from), dayText(to)];
}

describe('windows up to the day', () => {
  it.each([
    [{ last: 'P12M' }, '2026-06-30', 0, '2025-07-01', '2026-07-01'],
    [{ last: 'P12M' }, '2026-06-30', 1, '2024-07-01', '2025-07-01'],
    [{ last: 'P1M' }, '2026-03-30', 0, '2026-02-28', '2026-03-31'],
    // Each bound is one subtraction from the day after, so months that end early do not add up.
    [{ last: 'P1M' }, '2026-03-30', 1, '2026-01-31', '2026-02-28'],
    [{ last: 'P1M' }, '2026-03-30', 2, '2025-12-31', '2026-01-31'],
    [{ last: 'P12M' }, '2024-02-28', 0, '2023-02-28', '2024-02-29'],
    [{ last: 'P12M' }, '2024-02-29', 0, '2023-03-01', '2024-03-01'],
    [{ last: 'P1Y' }, '2025-02-28', 0, '2024-03-01', '2025-03-01'],
    [{ last: 'P1Y6M' }, '2026-06-30', 0, '2025-01-01', '2026-07-01'],
    [{ last: 'P90D' }, '2026-06-30', 0, '2026-04-02', '2026-07-01'],
    [{ last: 'P90D' }, '2026-06-30', 1, '2026-01-02', '2026-04-02'],
    [{ last: 'P1D' }, '2026-06-30', 0, '2026-06-30', '2026-07-01'],
    [{ last: 'P2W' }, '2024-03-01', 0, '2024-02-17', '2024-03-02'],
  ])('%j as of %s, %i before', (json, day, earlier, from, to) => expect(daysOf(json, day, { earlier })).toEqual([from, to]));
});

describe('calendar windows', () => {
  it.each([
    [{ calendar: 'month' }, '2026-06-30', 1, '2026-06-01', '2026-07-01'],
    [{ calendar: 'month' }, '2026-06-10', 1, '2026-06-01', '2026-06-11'],
    [{ calendar: 'month', back: 1 }, '2024-03-31', 1, '2024-02-01', '2024-03-01'],
    [{ calendar: 'quarter', back: 1 }, '2026-06-30', 1, '2026-01-01', '2026-04-01'],
    [{ calendar: 'quarter', back: 2 }, '2026-01-01', 1, '2025-07-01', '2025-10-01'],
    [{ calendar: 'year' }, '2026-06-30', 1, '2026-01-01', '2026-07-01'],
    [{ calendar: 'year', back: 1 }, '2026-06-30', 1, '2025-01-01', '2026-01-01'],
    // A year begins in January, whatever the fiscal year.
    [{ calendar: 'year', back: 1 }, '2026-06-30', 4, '2025-01-01', '2026-01-01'],
    [{ calendar: 'year' }, '2026-03-31', 4, '2026-01-01', '2026-04-01'],
    [{ calendar: 'fiscalYear', back: 1 }, '2026-06-30', 4, '2025-04-01', '2026-04-01'],
    [{ calendar: 'fiscalYear' }, '2026-03-31', 4, '2025-04-01', '2026-04-01'],
    [{ calendar: 'fiscalYear' }, '2026-06-30', 1, '2026-01-01', '2026-07-01'],
    [{ calendar: 'month', back: 13 }, '2026-03-31', 4, '2025-02-01', '2025-03-01'],
    // Weeks of ISO 8601: from Monday to Sunday, across the turn of the year.
    [{ calendar: 'week' }, '2026-06-30', 1, '2026-06-29', '2026-07-01'],
    [{ calendar: 'week' }, '2026-06-29', 1, '2026-06-29', '2026-06-30'],
    [{ calendar: 'week' }, '2026-06-28', 1, '2026-06-22', '2026-06-29'],
    [{ calendar: 'week', back: 1 }, '2027-01-03', 1, '2026-12-21', '2026-12-28'],
    [{ calendar: 'week', back: 52 }, '2026-06-30', 7, '2025-06-30', '2025-07-07'],
    [{ calendar: 'quarter' }, '2026-06-30', 2, '2026-05-01', '2026-07-01'],
    [{ calendar: 'quarter', back: 1 }, '2026-06-30', 2, '2026-02-01', '2026-05-01'],
  ])('%j as of %s, years from month %i', (json, day, fiscalYearStart, from, to) => expect(daysOf(json, day, { fiscalYearStart })).toEqual([from, to]));
});

describe('windows moved back', () => {
  it.each([
    [{ last: 'P12M', back: 1 }, '2026-06-30', '2024-07-01', '2025-07-01'],
    [{ last: 'P1M', back: 1 }, '2026-03-30', '2026-01-31', '2026-02-28'],
    [{ last: 'P90D', back: 1 }, '2026-06-30', '2026-01-02', '2026-04-02'],
    [{ last: 'P3M', yearsBack: 1 }, '2026-06-30', '2025-04-01', '2025-07-01'],
    // The day after 28 February 2024 is a leap day, which the year before does not have.
    [{ last: 'P1M', yearsBack: 1 }, '2024-02-28', '2023-01-29', '2023-02-28'],
    [{ last: 'P1M', yearsBack: 4 }, '2024-02-28', '2020-01-29', '2020-02-29'],
    [{ last: 'P3M', back: 1, yearsBack: 2 }, '2026-06-30', '2024-01-01', '2024-04-01'],
    [{ last: 'P30D', yearsBack: 1 }, '2026-06-30', '2025-06-01', '2025-07-01'],
    // To date, as of the same date of the year before.
    [{ calendar: 'quarter', yearsBack: 1 }, '2026-05-10', '2025-04-01', '2025-05-11'],
    [{ calendar: 'month', yearsBack: 1 }, '2024-02-29', '2023-02-01', '2023-03-01'],
    [{ calendar: 'month', yearsBack: 1 }, '2025-02-28', '2024-02-01', '2024-03-01'],
    [{ calendar: 'year', yearsBack: 2 }, '2026-05-10', '2024-01-01', '2024-05-11'],
    [{ calendar: 'quarter', back: 1, yearsBack: 1 }, '2026-05-10', '2025-01-01', '2025-04-01'],
    // So far back that dates end: nothing is older than the first day of the year 1.
    [{ last: 'P999Y', back: 2 }, '2026-06-30', '0001-01-01', '0028-07-01'],
    [{ last: 'P999Y9999M', back: 1200 }, '2026-06-30', '0001-01-01', '0001-01-01'],
    [{ last: 'P9999W', back: 1200 }, '2026-06-30', '0001-01-01', '0001-01-01'],
  ])('%j as of %s', (json, day, from, to) => expect(daysOf(json, day)).toEqual([from, to]));

  it('say what follows from the parts: a fiscal year and a quarter before', () => {
    expect(daysOf({ calendar: 'fiscalYear', yearsBack: 1 }, '2026-05-10', { fiscalYearStart: 4 })).toEqual(['2025-04-01', '2025-05-11']);
    expect(daysOf({ calendar: 'fiscalYear', back: 1, yearsBack: 1 }, '2026-05-10', { fiscalYearStart: 7 })).toEqual(['2023-07-01', '2024-07-01']);
  });
});

describe('days that are named, and the whole life', () => {
  const march = { from: '2026-03-01', to: '2026-03-31' };
  it.each([
    [march, '2026-06-30', '2026-03-01', '2026-04-01'],
    [march, '2026-03-31', '2026-03-01', '2026-04-01'],
    // Cut at the day while they run, and empty before they begin.
    [march, '2026-03-10', '2026-03-01', '2026-03-11'],
    [march, '2026-03-01', '2026-03-01', '2026-03-02'],
    [march, '2026-02-28', '2026-03-01', '2026-03-01'],
    [march, '2025-02-28', '2026-03-01', '2026-03-01'],
    [{ from: '2024-02-29', to: '2024-02-29' }, '2026-06-30', '2024-02-29', '2024-03-01'],
    [{ life: true }, '2026-06-30', null, '2026-07-01'],
  ])('%j as of %s', (json, day, from, to) => expect(daysOf(json, day)).toEqual([from, to]));

  it('are running until their last day has come', () => {
    const window = windowNamed(march);
    expect(['2026-02-01', '2026-03-30', '2026-03-31', '2026-04-01'].map((day) => isRunning(window, dayNamed(day)))).toEqual([true, true, false, false]);
    expect(isRunning(window)).toBe(true);
    expect([isRunning(windowNamed({ life: true }), dayNamed('2026-03-31')), isRunning(windowNamed({ calendar: 'week' })), isRunning(windowNamed({ calendar: 'week', back: 1 })), isRunning(windowNamed({ last: 'P1M' }))]).toEqual([true, true, false, false]);
  });

  it('give facts of those days alone', () => {
    const transactions = [sale('2026-02-28', 1), sale('2026-03-01', 10), sale('2026-03-31', 100), sale('2026-04-01', 1000)];
    expect(fact('netSpend', { transactions }, { change: { window: march } })).toBe(110);
    expect(fact('netSpend', { transactions }, { change: { window: { life: true } } })).toBe(1111);
    expect(fact('netSpend', { transactions }, { change: { window: { from: '2027-01-01', to: '2027-12-31' } } })).toBe(0);
    expect(fact('netSpend', { transactions }, { change: { window: { last: 'P1M', back: 2 } } })).toBe(1000);
    expect(fact('netSpend', { transactions: [sale('2025-06-10', 5), ...transactions] }, { change: { window: { last: 'P1M', yearsBack: 1 } } })).toBe(5);
  });
});

describe('properties of windows', () => {
  const window = fc.oneof(
    fc.integer({ min: 1, max: 36 }).map((months) => windowNamed({ last: `P${String(months)}M` })),
    fc.integer({ min: 1, max: 400 }).map((days) => windowNamed({ last: `P${String(days)}D` })),
    fc.record({ unit: fc.constantFrom('week', 'month', 'quarter', 'year', 'fiscalYear'), back: fc.nat(8), start: fc.integer({ min: 1, max: 12 }) }).map(({ unit, back, start }) => windowNamed({ calendar: unit, back }, start)),
  );
  const day = fc.integer({ min: dayNamed('1999-01-01'), max: dayNamed('2040-12-31') });

  it('lie one before the other without a gap, save that a running one ends at the day', () => {
    fc.assert(
      fc.property(window, day, fc.nat(6), (one, at, earlier) => {
        const later = rangeOf(one, at, earlier);
        const before = rangeOf(one, at, earlier + 1);
        expect(before.to).toBe(later.from);
        expect((before.from ?? 0) < before.to).toBe(true);
        if (!isRunning(one)) return;
        expect(rangeOf(one, at, 0).to).toBe(at + 1);
      }),
    );
  });

  it('are the earlier windows that they are moved back to', () => {
    const form = fc.constantFrom<object>({ last: 'P1M' }, { last: 'P7M' }, { last: 'P45D' }, { calendar: 'week' }, { calendar: 'month' }, { calendar: 'quarter' }, { calendar: 'fiscalYear' });
    fc.assert(
      fc.property(form, day, fc.nat(40), fc.nat(40), (json, at, back, earlier) => {
        expect(rangeOf(windowNamed({ ...json, back }, 4), at, earlier)).toEqual(rangeOf(windowNamed(json, 4), at, back + earlier));
      }),
    );
  });

  it('have the dates of the years that they are moved back by, or the ends of shorter months', () => {
    const form = fc.constantFrom<object>({ last: 'P5M' }, { last: 'P1Y' }, { calendar: 'month' }, { calendar: 'quarter' }, { calendar: 'year' }, { calendar: 'fiscalYear' });
    const ago = (when: number, years: number): string => {
      const [year, date] = [dayText(when).slice(0, 4), dayText(when).slice(4)];
      const text = `${String(Number(year) - years)}${date}`;
      return date === '-02-29' && (Number(year) - years) % 4 !== 0 ? text.replace('29', '28') : text;
    };
    fc.assert(
      fc.property(form, day, fc.integer({ min: 1, max: 60 }), (json, at, yearsBack) => {
        const moved = rangeOf(windowNamed({ ...json, yearsBack }, 4), at);
        expect(dayText(moved.to)).toBe(ago(rangeOf(windowNamed(json, 4), at).to, yearsBack));
        if (!('last' in json)) expect(dayText(moved.from ?? 0)).toBe(ago(rangeOf(windowNamed(json, 4), at).from ?? 0, yearsBack));
      }),
    );
  });

  it('hold the day, unless they are whole periods before it', () => {
    fc.assert(
      fc.property(window, day, (one, at) => {
        const { from, to } = rangeOf(one, at);
        const isBefore = one.kind === 'calendar' && one.back > 0;
        expect((from ?? at) <= at && at < to).toBe(!isBefore);
      }),
    );
  });
});

describe('the window of a policy', () => {
  const transactions = [sale('2026-06-30', 1), sale('2025-07-01', 10), sale('2025-06-30', 100), sale('2026-03-31', 1000)];
  it('is the default of what takes one', () => {
    expect(fact('netSpend', { transactions }, { change: { window: { last: 'P12M' } } })).toBe(1011);
    expect(fact('netSpend', { transactions }, { change: { window: { calendar: 'quarter', back: 1 } } })).toBe(1000);
    expect(fact('netSpend', { transactions }, { change: { window: { calendar: 'fiscalYear' }, fiscalYearStart: 4 } })).toBe(1);
    expect(fact('netSpend', { transactions }, { change: { window: { calendar: 'year' }, fiscalYearStart: 4 } })).toBe(1001);
    expect(fact('netSpend', { transactions })).toBe(1111);
  });
  it('is ignored by facts about the whole life', () => {
    expect(fact('lifetimePurchases', { transactions }, { change: { window: { last: 'P1D' } } })).toBe(4);
    expect(fact('daysSinceFirstPurchase', { transactions }, { change: { window: { last: 'P1D' } } })).toBe(365);
  });
  it.each([
    { last: 'P12' }, { last: '12M' }, { last: 'P0M' }, { last: 'P1M5D' }, { last: 'P1M', back: -1 }, { last: 'P1M', back: '1' }, { last: 'P1M', yearsBack: 101 }, { last: 'P1M', from: '2026-01-01' },
    { calendar: 'weeks' }, { calendar: 'toString' }, { calendar: 'week', yearsBack: 1 }, { calendar: 'month', back: -1 }, { calendar: 'month', back: 1.5 }, { calendar: 'month', back: 1201 }, { calendar: 'month', yearsBack: null },
    {}, { back: 1 }, { yearsBack: 1 }, { last: 'P1M', calendar: 'month' }, { life: false }, { life: true, back: 1 }, { life: 1 },
    { from: '2026-01-01' }, { to: '2026-01-01' }, { from: '2026-02-01', to: '2026-01-31' }, { from: '2026-02-30', to: '2026-03-31' }, { from: '2026-01-01T00:00:00Z', to: '2026-03-31' }, { from: '2026-01-01', to: '2026-03-31', back: 1 }, { from: 20260101, to: 20260331 },
  ])(
    'is refused where it is not understood: %j',
    (window) => expect(issuesOf({ window })).not.toEqual([]),
  );
});

describe('what a window needs to be loaded', () => {
  const needed = (window: object, asOf: string) => {
    const { parts } = readerOf(['netSpend'], { window, fiscalYearStart: 4 }).requirements({ asOf });
    return [parts['transactions']?.from, parts['transactions']?.to];
  };
  it.each([
    [{ last: 'P3M', back: 1 }, '2026-06-30', '2026-01-01'],
    [{ last: 'P3M', yearsBack: 1 }, '2026-06-30', '2025-04-01'],
    [{ calendar: 'week', back: 2 }, '2026-06-30', '2026-06-15'],
    [{ calendar: 'year' }, '2026-02-10', '2026-01-01'],
    [{ calendar: 'fiscalYear' }, '2026-02-10', '2025-04-01'],
    [{ from: '2026-03-01', to: '2026-03-31' }, '2026-06-30', '2026-03-01'],
    // Nothing of days that have not come: no more than the day itself.
    [{ from: '2026-03-01', to: '2026-03-31' }, '2026-01-31', '2026-01-31'],
    [{ life: true }, '2026-06-30', null],
  ])('%j as of %s', (window, asOf, from) => expect(needed(window, asOf)).toEqual([from, asOf]));
});

describe('change against an earlier window', () => {
  const issues = (window: object) => issuesOf({ measures: { spend: { sum: { of: 'sales.amount', window } }, growth: { change: { of: 'spend' } } } });
  it('is of windows that are over, or that roll', () => {
    expect([{ last: 'P3M', back: 1 }, { last: 'P3M', yearsBack: 1 }, { calendar: 'week', back: 1 }, { calendar: 'fiscalYear', back: 1 }].map(issues)).toEqual([[], [], [], []]);
  });
  it.each([{ calendar: 'week' }, { calendar: 'quarter', yearsBack: 1 }, { from: '2026-01-01', to: '2026-03-31' }, { life: true }])('is not of %j', (window) => {
    expect(issues(window)).toEqual(['measure/no-earlier-window /measures/growth/change/of']);
  });
  it('goes on from where the window is', () => {
    const measures = { spend: { sum: { of: 'sales.amount', window: { last: 'P1M', back: 1 } } }, growth: { change: { of: 'spend' } } };
    expect(fact('growth', { transactions: [sale('2026-06-15', 1000), sale('2026-05-15', 100), sale('2026-04-15', 10)] }, { change: { measures } })).toBe(90);
  });
});
