import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, dayText } from '../../src/internal/days.js';
import { shiftMonths } from '../../src/internal/months.js';
import { completedMonths, FIRST_DAY, firstDayOfPeriod, periodIndex, type PeriodUnit } from '../../src/internal/periods.js';
import { dayOfYear, fiscalQuarter, isoWeek, weekdayOf } from './calendar-names.js';
import { dayNamed } from '../facts/windows.js';

const units: readonly PeriodUnit[] = ['day', 'week', 'month', 'quarter', 'year'];
const unit = fc.constantFrom(...units);
const startMonth = fc.integer({ min: 1, max: 12 });
const day = fc.integer({ min: dayNamed('0002-01-01'), max: dayNamed('9998-12-31') });

describe('periods of the calendar', () => {
  it('begins at the first day of the year 1', () => expect(FIRST_DAY).toBe(dayOf(1, 1, 1)));

  it.each<[string, PeriodUnit, number, string]>([
    ['2026-06-30', 'day', 1, '2026-06-30'],
    ['2026-06-30', 'week', 1, '2026-06-29'],
    ['1969-12-29', 'week', 1, '1969-12-29'],
    ['1969-12-28', 'week', 1, '1969-12-22'],
    ['2026-06-30', 'month', 4, '2026-06-01'],
    ['2026-06-30', 'quarter', 1, '2026-04-01'],
    ['2026-06-30', 'quarter', 2, '2026-05-01'],
    ['2026-01-31', 'quarter', 12, '2025-12-01'],
    ['2026-03-31', 'year', 4, '2025-04-01'],
    ['2026-04-01', 'year', 4, '2026-04-01'],
    ['0001-01-01', 'year', 4, '0001-01-01'],
  ])('%s is in the %s (years from month %i) that begins on %s', (text, of, start, first) => {
    expect(dayText(firstDayOfPeriod(periodIndex(dayNamed(text), of, start), of, start))).toBe(first);
  });

  it('leave no day out and hold none twice', () => {
    fc.assert(
      fc.property(day, unit, startMonth, (at, of, start) => {
        const index = periodIndex(at, of, start);
        const [first, next] = [firstDayOfPeriod(index, of, start), firstDayOfPeriod(index + 1, of, start)];
        expect(first <= at && at < next).toBe(true);
        expect([periodIndex(first, of, start), periodIndex(next - 1, of, start), periodIndex(next, of, start)]).toEqual([index, index, index + 1]);
      }),
    );
  });

  it('has weeks of ISO 8601 that begin on Mondays and lie in the year of their Thursday', () => {
    fc.assert(
      fc.property(day, (at) => {
        const monday = firstDayOfPeriod(periodIndex(at, 'week'), 'week');
        expect([weekdayOf(monday), at - monday + 1]).toEqual([1, weekdayOf(at)]);
        expect(weekdayOf(at)).toBe(new Date(at * 86_400_000).getUTCDay() || 7);
        expect(isoWeek(at)).toEqual(isoWeek(monday));
        expect(isoWeek(at).year).toBe(Number(dayText(monday + 3).slice(0, 4)));
      }),
    );
  });

  it.each([['2026-01-01', 2026, 1], ['2027-01-01', 2026, 53], ['2024-12-30', 2025, 1], ['2021-01-03', 2020, 53], ['2026-06-30', 2026, 27]])('%s is in week %i-%i', (text, year, week) => {
    expect(isoWeek(dayNamed(text))).toEqual({ year, week });
  });

  it('counts the days of a year', () => {
    expect(['2026-01-01', '2024-12-31', '2026-12-31'].map((text) => dayOfYear(dayNamed(text)))).toEqual([1, 366, 365]);
  });

  it('names fiscal years after the year in which they end', () => {
    expect([['2026-03-31', 4], ['2026-04-01', 4], ['2026-12-31', 1], ['2026-11-30', 12]].map(([text, start]) => fiscalQuarter(dayNamed(String(text)), Number(start)))).toEqual([
      { year: 2026, quarter: 4 }, { year: 2027, quarter: 1 }, { year: 2026, quarter: 4 }, { year: 2026, quarter: 4 },
    ]);
  });

  it('counts months that are over, both ways', () => {
    const between = (from: string, to: string) => completedMonths(dayNamed(from), dayNamed(to));
    expect([between('2026-01-15', '2026-02-14'), between('2026-01-15', '2026-02-15'), between('2026-02-15', '2026-01-16'), between('2026-02-15', '2026-01-15'), between('2026-01-31', '2026-02-28')]).toEqual([0, 1, 0, -1, 1]);
    fc.assert(fc.property(day, fc.integer({ min: 0, max: 40 }), (from, months) => {
      const to = shiftMonths(from, months);
      expect([completedMonths(from, to), completedMonths(from, to - 1) < Math.max(months, 1)]).toEqual([months, true]);
    }));
  });
});
