import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, dayText } from '../../src/internal/days.js';
import { rangeOf, readWindow, type Window } from '../../src/facts/window.js';
import { firstDayPast } from '../../src/facts/window-turns.js';

const day = (text: string): number => dayOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))) ?? Number.NaN;
const windowOf = (json: Parameters<typeof readWindow>[0], start = 1): Window => readWindow(json, start) ?? { kind: 'life' };

describe('the first day as of which a window begins later than a day', () => {
  it.each([
    // An order of 31 August is within the last month through 30 September: the window of that day begins on 31 August.
    [{ last: 'P1M' }, '2026-08-31', '2026-09-30'],
    // As of 27 February the month goes back to 28 January; 29, 30 and 31 January are in it until the window begins on 1 February.
    [{ last: 'P1M' }, '2026-01-28', '2026-02-28'],
    [{ last: 'P1M' }, '2026-01-31', '2026-02-28'],
    [{ last: 'P12M' }, '2024-02-29', '2025-02-28'],
    [{ last: 'P90D' }, '2026-06-30', '2026-09-28'],
    [{ calendar: 'quarter' }, '2026-06-30', '2026-07-01'],
    [{ calendar: 'quarter', back: 1 }, '2026-06-30', '2026-10-01'],
    [{ calendar: 'fiscalYear', yearsBack: 1 }, '2026-06-30', '2028-04-01'],
  ])('%j: what is of %s leaves on %s', (json, of, leaves) => {
    expect(dayText(firstDayPast(windowOf(json, 4), 'from', day(of)))).toBe(leaves);
  });

  const anyWindow = fc.oneof(
    fc.record({ last: fc.oneof(fc.integer({ min: 1, max: 14 }).map((n) => `P${String(n)}M`), fc.integer({ min: 1, max: 40 }).map((n) => `P${String(n)}D`)), back: fc.nat(2), yearsBack: fc.nat(1) }),
    fc.record({ calendar: fc.constantFrom('month', 'quarter', 'year', 'fiscalYear'), back: fc.nat(2), yearsBack: fc.nat(1) }),
    fc.record({ calendar: fc.constant('week'), back: fc.nat(3) }),
    fc.constant({ from: '2026-02-10', to: '2026-03-15' }),
    fc.constant({ life: true }),
  );

  it('is the one that looking at every day finds', () => {
    fc.assert(
      fc.property(anyWindow, fc.constantFrom('from', 'to'), fc.integer({ min: day('2024-01-15'), max: day('2026-06-30') }), fc.nat(2), fc.integer({ min: 1, max: 12 }), (json, bound, of, earlier, start) => {
        const window = windowOf(json, start);
        const isPast = (asOf: number): boolean => (rangeOf(window, asOf, earlier)[bound] ?? -Infinity) > of;
        const found = firstDayPast(window, bound, of, earlier);
        const first = Math.max(found, day('2023-06-01'));
        if (found === Infinity) expect([0, 500, 2000, 5000].some((later) => isPast(of + later))).toBe(false);
        else expect([isPast(first - 1), isPast(first), isPast(first + 40)]).toEqual([found === -Infinity, true, true]);
      }),
      { numRuns: 2_000 },
    );
  });
});
