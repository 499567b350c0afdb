import { tz } from '@date-fns/tz/tz';
import { addMonths } from 'date-fns/addMonths';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_IN_MS, dayOf, dayText } from '../../src/internal/days.js';
import { shiftMonths } from '../../src/internal/months.js';

const day = (year: number, month: number, date: number): number => dayOf(year, month, date) ?? Number.NaN;

describe('the same date some months away', () => {
  it('is the end of a shorter month where that has no such date', () => {
    expect(dayText(shiftMonths(day(2026, 3, 31), -1))).toBe('2026-02-28');
    expect(dayText(shiftMonths(day(2024, 2, 29), 12))).toBe('2025-02-28');
    expect(dayText(shiftMonths(day(2026, 1, 15), -13))).toBe('2024-12-15');
    expect(shiftMonths(day(1, 1, 31), -1)).toBe(-Infinity);
  });

  it('is that of date-fns', () => {
    fc.assert(
      fc.property(fc.integer({ min: day(1600, 1, 1), max: day(2400, 12, 31) }), fc.integer({ min: -1500, max: 1500 }), (from, months) => {
        expect(shiftMonths(from, months)).toBe(Math.round(addMonths(from * DAY_IN_MS, months, { in: tz('UTC') }).getTime() / DAY_IN_MS));
      }),
    );
  });
});
