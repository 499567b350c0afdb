import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactValue } from '../../../src/model/types.js';
import { nearestNumber } from '../../../src/internal/nearest.js';
import { HUNDRED } from '../../../src/scorers/card/exact.js';
import { times } from '../../../src/internal/fraction.js';
import { fitMarks, partOf, type MarkBy, type Marking } from '../../../src/scorers/card/marks.js';

const population = [100, 400, 200, 400, 300];

function marksOf(by: MarkBy, value: FactValue, better: Marking['better'] = 'higher', values: readonly number[] = population): number | null {
  const marking = { by, better };
  const part = partOf(marking, value, fitMarks(marking, values));
  return part === null ? null : nearestNumber(times(part, HUNDRED));
}

describe('marks', () => {
  it('by the best customer: 100 for the best, in proportion for others, never less than nothing', () => {
    expect([400, 300, 100, 0, -50, 1000].map((value) => marksOf('best', value))).toEqual([100, 75, 25, 0, 0, 100]);
    // Days: the fewest are the best, and twice as many are half as good.
    expect([100, 200, 400, 50].map((value) => marksOf('best', value, 'lower'))).toEqual([100, 50, 25, 100]);
    expect(marksOf('best', 5, 'higher', [0, -3])).toBeNull();
  });

  it('from the worst to the best', () => {
    expect([100, 250, 400, 0, 500].map((value) => marksOf('min-max', value))).toEqual([0, 50, 100, 0, 100]);
    expect([100, 250, 400].map((value) => marksOf('min-max', value, 'lower'))).toEqual([100, 50, 0]);
    expect([7, 6, 8].map((value) => marksOf('min-max', value, 'higher', [7, 7]))).toEqual([100, 0, 100]);
  });

  it('by place: equal values share the better one', () => {
    expect([400, 300, 200, 100, 1, 999].map((value) => marksOf('rank', value))).toEqual([100, 50, 25, 0, 0, 100]);
    expect([100, 200, 400].map((value) => marksOf('rank', value, 'lower'))).toEqual([100, 75, 25]);
    expect(marksOf('rank', 5, 'higher', [5])).toBe(100);
  });

  it('of a rating: what is no ratio is not known', () => {
    expect([0, 0.8, 1, 1.2, -0.1].map((value) => marksOf('rating', value))).toEqual([0, 80, 100, null, null]);
    expect(marksOf('rating', 0.8, 'lower')).toBe(20);
  });

  it('against a target', () => {
    expect([500, 1000, 1500, -10].map((value) => marksOf({ target: 1000 }, value))).toEqual([50, 100, 100, 0]);
    expect([500, 1500].map((value) => marksOf({ target: 1000, uncapped: true }, value))).toEqual([50, 150]);
    expect([30, 60, 10, 0].map((value) => marksOf({ target: 30 }, value, 'lower'))).toEqual([100, 50, 100, 100]);
  });

  it('by steps, or evenly between them', () => {
    const steps = [[0, 0], [1000, 40], [5000, 100]] as const;
    expect([-5, 0, 999, 1000, 3000, 5000, 9000].map((value) => marksOf({ steps }, value))).toEqual([0, 0, 0, 40, 40, 100, 100]);
    expect([-5, 500, 1000, 3000, 9000].map((value) => marksOf({ steps, even: true }, value))).toEqual([0, 20, 40, 70, 100]);
  });

  it('by band: one that is not listed is not known', () => {
    const by = { bands: { star: 100, dog: 0 } };
    expect(['star', 'dog', 'toString', 5, null].map((value) => marksOf(by, value))).toEqual([100, 0, null, null, null]);
  });

  it('are not known where the value is not, or nobody had one', () => {
    for (const by of ['best', 'min-max', 'rank', 'rating', { target: 5 }, { steps: [[0, 1]] }] as const) {
      for (const value of [null, 'x', Number.NaN, [1]]) expect(marksOf(by, value)).toBeNull();
    }
    for (const by of ['best', 'min-max', 'rank'] as const) expect(marksOf(by, 5, 'higher', [])).toBeNull();
  });

  it('rise with the value, or fall where less is better', () => {
    const by = fc.constantFrom<MarkBy>('best', 'min-max', 'rank', 'rating', { target: 3 }, { steps: [[0, 0], [2, 50], [3, 90]], even: true });
    const value = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(by, fc.constantFrom('higher' as const, 'lower' as const), fc.array(value, { maxLength: 20 }), value, value, (how, better, values, a, b) => {
        fc.pre(typeof how !== 'object' || 'target' in how || better === 'higher');
        const [low, high] = [marksOf(how, Math.min(a, b), better, values), marksOf(how, Math.max(a, b), better, values)];
        if (low === null || high === null) return;
        if (better === 'higher') expect(high).toBeGreaterThanOrEqual(low);
        else expect(high).toBeLessThanOrEqual(low);
        for (const marks of [low, high]) expect(marks >= 0 && marks <= 100).toBe(true);
      }),
    );
  });
});
