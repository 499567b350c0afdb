// What every way to cut asks of the sorted values of a population.
import { lowerBound } from '../../internal/statistics.js';
import type { Line } from './types.js';

/** The values from the smallest up, as a new list. Adding 0 turns -0 into 0, which JSON cannot tell apart. */
export function sortedValues(values: ArrayLike<number>): Float64Array {
  const sorted = new Float64Array(values.length);
  for (let i = 0; i < sorted.length; i += 1) sorted[i] = (values[i] ?? Number.NaN) + 0;
  return sorted.sort();
}

/** Sorted values with their signs turned around, sorted again: "less is better" becomes "more is better". */
export function mirrored(sorted: Float64Array): Float64Array {
  const { length } = sorted;
  const turned = new Float64Array(length);
  for (let i = 0; i < length; i += 1) turned[i] = -(sorted[length - 1 - i] ?? Number.NaN) + 0;
  return turned;
}

/** The first of so many places at which a condition holds that holds from there on; their number if it never does. */
export function firstPlace(length: number, holds: (place: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The smallest of sorted values for which a condition holds that holds for all greater ones too; null where it holds for none. */
export function firstValue(sorted: Float64Array, holds: (value: number) => boolean): Line {
  return sorted[firstPlace(sorted.length, (place) => holds(sorted[place] ?? Number.NaN))] ?? null;
}

/** The smallest of sorted values that is above a value; null where none is. */
export function smallestAbove(sorted: Float64Array, value: number): Line {
  return sorted[lowerBound(sorted, value, true)] ?? null;
}

/** The different values among sorted ones, with how often each of them occurs. */
export function distinctValues(sorted: Float64Array): { readonly values: Float64Array; readonly counts: Float64Array } {
  const values = new Float64Array(sorted.length);
  const counts = new Float64Array(sorted.length);
  let last = -1;
  for (const value of sorted) {
    if (last < 0 || values[last] !== value) {
      last += 1;
      values[last] = value;
    }
    counts[last] = (counts[last] ?? 0) + 1;
  }
  return { values: values.subarray(0, last + 1), counts: counts.subarray(0, last + 1) };
}
