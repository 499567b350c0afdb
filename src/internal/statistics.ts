/** The same values, smallest first. */
export function sortedNumbers(values: readonly number[]): Float64Array {
  return Float64Array.from(values).sort();
}

/** The least of values of any number: as many arguments would not fit on the stack. Infinite if there are none. */
export function leastOf(values: Iterable<number>): number {
  let least = Infinity;
  for (const value of values) least = Math.min(least, value);
  return least;
}

/** The greatest of values of any number. */
export function greatestOf(values: Iterable<number>): number {
  let greatest = -Infinity;
  for (const value of values) greatest = Math.max(greatest, value);
  return greatest;
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
