// Figures of spread and trend as the textbooks have them, to hold the takes of measures and the ready facts against.
import { mean, sum } from '../../src/internal/statistics.js';

/** The sum of the squares of what sorted values are above or below their mean. */
function squaredDeviations(sorted: ArrayLike<number>): number {
  const middle = mean(sorted);
  const squares = Float64Array.from(sorted, (value) => (value - middle) ** 2);
  return sum(squares.sort());
}

/** The variance of sorted values that are a sample: over n - 1. Not a number for fewer than two. */
export function sampleVariance(sorted: ArrayLike<number>): number {
  return sorted.length < 2 ? Number.NaN : squaredDeviations(sorted) / (sorted.length - 1);
}

/** The variance of sorted values that are all there are: over n. Not a number for none. */
export function populationVariance(sorted: ArrayLike<number>): number {
  return squaredDeviations(sorted) / sorted.length;
}

/** The standard deviation of a sample of sorted values. */
export function sampleDeviation(sorted: ArrayLike<number>): number {
  return Math.sqrt(sampleVariance(sorted));
}

/** The coefficient of variation: the standard deviation of a sample over its mean. Not a number for fewer than two values or a mean of 0. */
export function coefficientOfVariation(sorted: ArrayLike<number>): number {
  const middle = mean(sorted);
  return middle === 0 ? Number.NaN : sampleDeviation(sorted) / middle;
}

/**
 * How regular gaps are, as the shape k of an Erlang distribution by the method of moments: 1 over the square of the coefficient of variation
 * (Wu & Chen 2000). 1 is as at random, more is more regular. Not a number for fewer than two gaps, and where all are equal: no k is enough.
 */
export function erlangShape(sorted: ArrayLike<number>): number {
  const variance = sampleVariance(sorted);
  return variance > 0 ? mean(sorted) ** 2 / variance : Number.NaN;
}

/** The line of least squares through values at 0, 1, 2, …; not a number for fewer than two. The order of the values is their place. */
export function trendLine(values: ArrayLike<number>): { readonly slope: number; readonly intercept: number } {
  const count = values.length;
  const middle = (count - 1) / 2;
  let total = 0;
  let product = 0;
  for (let i = 0; i < count; i += 1) {
    const value = values[i] ?? Number.NaN;
    total += value;
    product += (i - middle) * value;
  }
  // The sum of the squares of 0 to n - 1 around their middle.
  const squares = (count * (count * count - 1)) / 12;
  const slope = count < 2 ? Number.NaN : product / squares;
  return { slope, intercept: total / count - slope * middle };
}
