import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lowerBound, mean, median, quantile, sortedNumbers, sum } from '../../src/internal/statistics.js';
import { coefficientOfVariation, erlangShape, populationVariance, sampleDeviation, sampleVariance, trendLine } from './deviations.js';
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

  it('has no spread of one value, no variation around 0, and no shape of equal gaps', () => {
    expect([sampleVariance([5]), sampleDeviation([5]), coefficientOfVariation([5]), erlangShape([5])]).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
    expect([populationVariance([]), populationVariance([5]), coefficientOfVariation([-1, 1]), erlangShape([7, 7, 7])]).toEqual([Number.NaN, 0, Number.NaN, Number.NaN]);
    expect([sampleVariance([2, 4]), populationVariance([2, 4]), coefficientOfVariation([2, 4]), erlangShape([2, 4])]).toEqual([2, 1, Math.SQRT2 / 3, 4.5]);
    // The sum of equal values rounds, and must not make a spread of it.
    expect([sampleVariance([0.1, 0.1, 0.1]) < 1e-30, trendLine([3]).slope, trendLine([]).slope]).toEqual([true, Number.NaN, Number.NaN]);
  });

  it('gives the same spread for every order', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const spread = (list: readonly number[]) => [sampleVariance, populationVariance, coefficientOfVariation, erlangShape].map((of) => of(sortedNumbers(list)));
        expect(spread(values)).toEqual(spread([...values].reverse()));
      }),
    );
  });

  it('finds the line that values lie on', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 2, max: 40 }), (slope, intercept, count) => {
        const line = trendLine(Array.from({ length: count }, (_, i) => intercept + slope * i));
        expect(line.slope).toBeCloseTo(slope, 9);
        expect(line.intercept).toBeCloseTo(intercept, 7);
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

  interface Described {
    readonly sum: number;
    readonly mean: number;
    readonly median: number;
    readonly min: number;
    readonly max: number;
    /** Not given of a single value. */
    readonly variance_sample?: number;
    readonly sd_sample?: number;
    readonly sd_population?: number;
    readonly iqr_type7?: number;
  }
  /** Within what the oracle allows: a relative part, or next to nothing. */
  const near = (actual: number, wanted: number): boolean => Math.abs(actual - wanted) <= Math.max(1e-9 * Math.abs(wanted), 1e-12);

  it.each(oracleCases<{ values: readonly number[] }, Described>('stats/cases.json', 'describe'))('$id', ({ inputs, expected }) => {
    const sorted = sortedNumbers(inputs.values);
    const { sd_sample: deviation = Number.NaN } = expected;
    const pairs: readonly (readonly [number, number | undefined])[] = [
      [sum(sorted), expected.sum], [mean(sorted), expected.mean], [median(sorted), expected.median], [quantile(sorted, 0), expected.min], [quantile(sorted, 1), expected.max],
      [sampleVariance(sorted), expected.variance_sample], [sampleDeviation(sorted), expected.sd_sample], [Math.sqrt(populationVariance(sorted)), expected.sd_population],
      [quantile(sorted, 0.75) - quantile(sorted, 0.25), expected.iqr_type7],
      [coefficientOfVariation(sorted), expected.mean === 0 ? Number.NaN : deviation / expected.mean], [erlangShape(sorted), deviation > 0 ? (expected.mean / deviation) ** 2 : Number.NaN],
    ];
    const given = pairs.filter((pair): pair is readonly [number, number] => pair[1] !== undefined);
    expect(given.length).toBe(inputs.values.length === 1 ? 7 : 11);
    expect(given.filter(([actual, wanted]) => !near(actual, wanted) && !Object.is(actual, wanted))).toEqual([]);
  });

  it.each(oracleCases<{ y: readonly number[] }, { ols_slope: number; ols_intercept: number }>('stats/cases.json', 'trend'))('$id', ({ inputs, expected }) => {
    const { slope, intercept } = trendLine(inputs.y);
    expect(Math.abs(slope - expected.ols_slope)).toBeLessThanOrEqual(1e-8 * Math.abs(expected.ols_slope) + 1e-10);
    expect(Math.abs(intercept - expected.ols_intercept)).toBeLessThanOrEqual(1e-8 * Math.abs(expected.ols_intercept) + 1e-10);
  });
});

noteShared('the oracle of statistics', 'oracles/stats/cases.json', 'oracles/stats/cases-r.json');
