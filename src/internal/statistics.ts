/** The same values, smallest first. */
export function sortedNumbers(values: readonly number[]): Float64Array {
  return Float64Array.from(values).sort();
}

/** The quantile of sorted values at probability p, by Hyndman and Fan's type 7 (the default of R, NumPy and Excel). */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  const position = (sorted.length - 1) * p;
  const low = Math.floor(position);
  const below = sorted[low] ?? Number.NaN;
  const above = sorted[Math.min(low + 1, sorted.length - 1)] ?? Number.NaN;
  return below + (position - low) * (above - below);
}

/** The median of sorted values: the middle one, or the mean of the two middle ones. */
export function median(sorted: ArrayLike<number>): number {
  return quantile(sorted, 0.5);
}

/** The sum, from the smallest value up, so that the order in which values came changes nothing. */
export function sum(sorted: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < sorted.length; i += 1) total += sorted[i] ?? 0;
  return total;
}

/** The arithmetic mean, by the same sum. */
export function mean(sorted: ArrayLike<number>): number {
  return sum(sorted) / sorted.length;
}

/** The index of the first sorted value that is at least (or, when strict, above) the given one; the length if there is none. */
export function lowerBound(sorted: ArrayLike<number>, value: number, strict = false): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const at = sorted[middle] ?? Number.NaN;
    if (strict ? at <= value : at < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

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
