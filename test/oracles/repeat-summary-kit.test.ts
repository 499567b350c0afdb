import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdoutPeriods, repeatSummary, type RepeatUnit } from './repeat-summary.js';
import { dayNamed } from '../facts/windows.js';

const bought = (...purchases: readonly (readonly [day: string, amount: number])[]) => purchases.map(([day, amount]) => ({ day: dayNamed(day), amount }));
const until = dayNamed('2026-06-30');

describe('a summary of repeat buying', () => {
  const purchases = bought(['2026-01-31', 100], ['2026-02-01', 10], ['2026-02-01', 20], ['2026-02-28', 40], ['2026-07-01', 1]);

  it('counts days, weeks or months after the first, once each', () => {
    expect(repeatSummary(purchases, until)).toEqual({ repeatPeriods: 2, lifetimeSpanDays: 28, ageDays: 150, meanRepeatAmount: 35 });
    // 31 January and 1 February are a Saturday and a Sunday of one week.
    expect(repeatSummary(purchases, until, { unit: 'week' })).toEqual({ repeatPeriods: 1, lifetimeSpanDays: 28, ageDays: 154, meanRepeatAmount: 40 });
    expect(repeatSummary(purchases, until, { unit: 'month' })).toEqual({ repeatPeriods: 1, lifetimeSpanDays: 31, ageDays: 151, meanRepeatAmount: 70 });
    expect(repeatSummary(purchases, until, { includeFirst: true })).toEqual({ repeatPeriods: 3, lifetimeSpanDays: 28, ageDays: 150, meanRepeatAmount: 170 / 3 });
  });

  it('has nothing to say of no purchase, and no mean of one', () => {
    expect(repeatSummary([], until)).toBeUndefined();
    expect(repeatSummary(purchases, dayNamed('2026-01-30'))).toBeUndefined();
    expect(repeatSummary(purchases, dayNamed('2026-01-31'))).toEqual({ repeatPeriods: 0, lifetimeSpanDays: 0, ageDays: 0, meanRepeatAmount: null });
  });

  it('counts what came after a forecast', () => {
    expect([holdoutPeriods(purchases, dayNamed('2026-01-31'), until), holdoutPeriods(purchases, dayNamed('2026-02-01'), dayNamed('2026-07-01')), holdoutPeriods(purchases, until, until)]).toEqual([2, 2, 0]);
    expect(holdoutPeriods(purchases, dayNamed('2026-01-31'), until, 'month')).toBe(1);
  });

  it('does not depend on the order, and counts no more periods than fit', () => {
    const some = fc.array(fc.record({ day: fc.integer({ min: until - 900, max: until }), amount: fc.integer({ min: 1, max: 1e9 }) }), { minLength: 1 });
    fc.assert(
      fc.property(some, fc.constantFrom<RepeatUnit>('day', 'week', 'month'), (list, unit) => {
        const summary = repeatSummary(list, until, { unit });
        expect(repeatSummary([...list].reverse(), until, { unit })).toEqual(summary);
        const { repeatPeriods = -1, lifetimeSpanDays = -1, ageDays = -1 } = summary ?? {};
        const shortest = { day: 1, week: 7, month: 28 }[unit];
        expect(repeatPeriods * shortest <= lifetimeSpanDays && lifetimeSpanDays <= ageDays).toBe(true);
      }),
    );
  });
});
