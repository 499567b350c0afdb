import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lowerBound, mean, median, quantile, sortedNumbers } from '../../src/internal/statistics.js';
import { hasShared, noteShared } from '../shared.js';
import { oracleCases } from './oracle.js';

const numbers = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), { minLength: 1 });

describe('statistics', () => {
  it('sorts by value', () => {
    expect([...sortedNumbers([10, 9, -1, 100])]).toEqual([-1, 9, 10, 100]);
  });

  it('has no quantile, median or mean of nothing', () => {
    expect([quantile([], 0.5), median([]), mean([])]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  it('keeps quantiles inside the values, and the ends at their ends', () => {
    fc.assert(
      fc.property(numbers, fc.double({ min: 0, max: 1, noNaN: true }), (values, p) => {
        const sorted = sortedNumbers(values);
        const least = sorted[0]!;
        const most = sorted.at(-1)!;
        const slack = 1e-6;
        expect(quantile(sorted, p)).toBeGreaterThanOrEqual(least - slack);
        expect(quantile(sorted, p)).toBeLessThanOrEqual(most + slack);
        expect([quantile(sorted, 0), quantile(sorted, 1)]).toEqual([least + 0, most + 0]);
      }),
    );
  });

  it('gives the same mean for every order', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        expect(mean(sortedNumbers(values))).toBe(mean(sortedNumbers([...values].reverse())));
      }),
    );
  });

  it('finds bounds as a search from the left does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 })), fc.integer({ min: -1, max: 10 }), (values, value) => {
        const sorted = sortedNumbers(values);
        const first = (found: number): number => (found === -1 ? sorted.length : found);
        expect(lowerBound(sorted, value)).toBe(first(sorted.findIndex((each) => each >= value)));
        expect(lowerBound(sorted, value, true)).toBe(first(sorted.findIndex((each) => each > value)));
      }),
    );
  });
});

describe.runIf(hasShared)('statistics, by the oracle', () => {
  it.each(
    oracleCases<{ values: readonly number[]; probs: readonly number[] }, { type7: readonly number[] }>('stats/cases-r.json', 'quantile'),
  )('$id', ({ inputs, expected }) => {
    const sorted = sortedNumbers(inputs.values);
    inputs.probs.forEach((p, i) => {
      const wanted = expected.type7[i]!;
      expect(Math.abs(quantile(sorted, p) - wanted)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(wanted)));
    });
  });

  it.each(oracleCases<{ values: readonly number[] }, { mean: number; median: number }>('stats/cases.json', 'describe'))(
    '$id',
    ({ inputs, expected }) => {
      const sorted = sortedNumbers(inputs.values);
      expect(mean(sorted) / expected.mean).toBeCloseTo(1, 9);
      expect(median(sorted)).toBeCloseTo(expected.median, 9);
    },
  );
});

noteShared('the oracle of statistics', 'oracles/stats/cases.json', 'oracles/stats/cases-r.json');
