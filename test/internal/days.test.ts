import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate, DAY_IN_MS, dayOf, daysInMonth, dayText, monthIndex } from '../../src/internal/days.js';
import { shiftMonths } from '../../src/internal/months.js';
import { hasShared, noteShared } from '../shared.js';
import { oracleCases } from './oracle.js';

const anyDay = fc.integer({ min: dayOf(1, 1, 1) ?? 0, max: dayOf(9999, 12, 31) ?? 0 });
const day = (text: string): number => dayOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))) ?? Number.NaN;

describe('days', () => {
  it('counts from 1970-01-01', () => {
    expect([dayOf(1970, 1, 1), dayOf(1969, 12, 31), dayOf(2000, 3, 1)]).toEqual([0, -1, 11_017]);
  });

  it.each([
    [2023, 2, 29],
    [1900, 2, 29],
    [2024, 13, 1],
    [2024, 0, 1],
    [2024, 4, 31],
    [2024, 1, 0],
    [0, 1, 1],
    [2024, -1, 1],
  ])('has no %i-%i-%i', (year, month, date) => {
    expect(dayOf(year, month, date)).toBeNull();
  });

  it('agrees with the calendar of ECMAScript on every day', () => {
    fc.assert(
      fc.property(anyDay, (value) => {
        const { year, month, date } = civilDate(value);
        expect(dayText(value)).toBe(new Date(value * DAY_IN_MS).toISOString().slice(0, 10));
        expect(dayOf(year, month, date)).toBe(value);
        expect(date).toBeLessThanOrEqual(daysInMonth(year, month));
      }),
    );
  });

  it('numbers months one after another', () => {
    expect(monthIndex(day('2026-01-01')) - monthIndex(day('2025-12-31'))).toBe(1);
    expect(monthIndex(day('2026-01-31'))).toBe(monthIndex(day('2026-01-01')));
  });

  it('clamps the ends of months', () => {
    expect(dayText(shiftMonths(day('2024-03-31'), -1))).toBe('2024-02-29');
    expect(dayText(shiftMonths(day('2024-02-29'), 12))).toBe('2025-02-28');
    expect(dayText(shiftMonths(day('2024-12-31'), 0))).toBe('2024-12-31');
  });
});

describe.runIf(hasShared)('days, by the oracle', () => {
  it.each(oracleCases<{ date: string; months: number }, string>('calendar/cases.json', 'add_months'))('$id', ({ inputs, expected }) => {
    expect(dayText(shiftMonths(day(inputs.date), inputs.months))).toBe(expected);
  });
});

noteShared('the oracle of days', 'oracles/calendar/cases.json');
