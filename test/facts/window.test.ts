import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRunning, rangeOf } from '../../src/facts/window.js';
import { dayText } from '../../src/internal/days.js';
import { fact, issuesOf, sale } from './kit.js';
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
    [{ calendar: 'year', back: 1 }, '2026-06-30', 4, '2025-04-01', '2026-04-01'],
    [{ calendar: 'year' }, '2026-03-31', 4, '2025-04-01', '2026-04-01'],
    [{ calendar: 'quarter' }, '2026-06-30', 2, '2026-05-01', '2026-07-01'],
    [{ calendar: 'quarter', back: 1 }, '2026-06-30', 2, '2026-02-01', '2026-05-01'],
  ])('%j as of %s, years from month %i', (json, day, fiscalYearStart, from, to) => expect(daysOf(json, day, { fiscalYearStart })).toEqual([from, to]));
});

describe('properties of windows', () => {
  const window = fc.oneof(
    fc.integer({ min: 1, max: 36 }).map((months) => windowNamed({ last: `P${String(months)}M` })),
    fc.integer({ min: 1, max: 400 }).map((days) => windowNamed({ last: `P${String(days)}D` })),
    fc.record({ unit: fc.constantFrom('month', 'quarter', 'year'), back: fc.nat(8), start: fc.integer({ min: 1, max: 12 }) }).map(({ unit, back, start }) => windowNamed({ calendar: unit, back }, start)),
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
    expect(fact('netSpend', { transactions }, { change: { window: { calendar: 'year' }, fiscalYearStart: 4 } })).toBe(1);
    expect(fact('netSpend', { transactions })).toBe(1111);
  });
  it('is ignored by facts about the whole life', () => {
    expect(fact('lifetimePurchases', { transactions }, { change: { window: { last: 'P1D' } } })).toBe(4);
    expect(fact('daysSinceFirstPurchase', { transactions }, { change: { window: { last: 'P1D' } } })).toBe(365);
  });
  it.each([{ last: 'P12' }, { last: '12M' }, { last: 'P0M' }, { last: 'P1M5D' }, { calendar: 'week' }, { calendar: 'month', back: -1 }, { calendar: 'month', back: 1.5 }, {}, { last: 'P1M', calendar: 'month' }])(
    'is refused where it is not understood: %j',
    (window) => expect(issuesOf({ window })).not.toEqual([]),
  );
});
