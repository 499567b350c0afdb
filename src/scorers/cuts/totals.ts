// Cuts by the total of a population, which is exact in decimals: ten times 0.1 has the mean 0.1, so nobody is above it.
import { compareFractions, fractionOf, times, type Fraction } from '../../internal/fraction.js';
import { decimalOf, digitsAt } from '../../internal/decimal.js';
import { lowerBound } from '../../internal/statistics.js';
import { firstPlace } from './sorted.js';
import type { Line } from './types.js';

/** Whole numbers in the proportions of some decimals. */
interface Wholes {
  readonly at: (place: number) => bigint;
  /** The sum of all from a place on. */
  readonly from: (place: number) => bigint;
}

const MOST_PLACES = 6;
/** Decimals of up to 15 digits are told apart by their doubles. */
const MOST_DIGITS = 1e15;

/** The power of ten that makes every value a whole number, of a few; undefined where none does. */
function scaleOf(values: Float64Array): number | undefined {
  let scale = 1;
  for (const value of values) {
    while (Math.round(value * scale) / scale !== value) {
      scale *= 10;
      if (scale > 10 ** MOST_PLACES) return undefined;
    }
  }
  const greatest = Math.max(Math.abs(values[0] ?? 0), Math.abs(values.at(-1) ?? 0));
  return greatest * scale < MOST_DIGITS ? scale : undefined;
}

/** Sums of whole numbers as doubles; undefined where one could be too large to be exact. */
function doubleSums(values: Float64Array, scale: number): Wholes | undefined {
  const sums = new Float64Array(values.length + 1);
  for (let i = values.length - 1; i >= 0; i -= 1) {
    const sum = (sums[i + 1] ?? 0) + Math.round((values[i] ?? 0) * scale);
    if (!Number.isSafeInteger(sum)) return undefined;
    sums[i] = sum;
  }
  return { at: (place) => BigInt(Math.round((values[place] ?? 0) * scale)), from: (place) => BigInt(sums[place] ?? 0) };
}

function bigSums(values: Float64Array): Wholes {
  const decimals = Array.from(values, decimalOf);
  const least = decimals.reduce((lowest, { exponent }) => Math.min(lowest, exponent), 0);
  const wholes = decimals.map((decimal) => digitsAt(decimal, least));
  const sums = new Array<bigint>(wholes.length + 1).fill(0n);
  for (let i = wholes.length - 1; i >= 0; i -= 1) sums[i] = (sums[i + 1] ?? 0n) + (wholes[i] ?? 0n);
  return { at: (place) => wholes[place] ?? 0n, from: (place) => sums[place] ?? 0n };
}

/** Sorted values as whole numbers, with their sums. */
function wholesOf(sorted: Float64Array): Wholes {
  const scale = scaleOf(sorted);
  return (scale === undefined ? undefined : doubleSums(sorted, scale)) ?? bigSums(sorted);
}

/** The smallest of sorted values above their arithmetic mean; null where none is. */
export function smallestAboveMean(sorted: Float64Array): Line {
  const wholes = wholesOf(sorted);
  const total = wholes.from(0);
  const count = BigInt(sorted.length);
  return sorted[firstPlace(sorted.length, (place) => wholes.at(place) * count > total)] ?? null;
}

/**
 * The lines of cumulative shares, lowest class first. The cumulative share of a value is the sum of all values at or above it, of all that
 * are positive; who takes it beyond a share is in the class that begins there. Values of 0 and less add nothing and are in the lowest class.
 */
export function paretoLines(sorted: Float64Array, shares: readonly number[]): readonly Line[] {
  const positive = sorted.subarray(lowerBound(sorted, 0, true));
  const wholes = wholesOf(positive);
  const total: Fraction = { numerator: wholes.from(0), denominator: 1n };
  return [...shares].reverse().map((share) => {
    const most = times(total, fractionOf(share));
    const holds = (place: number): boolean => {
      // All customers of one value are counted together.
      const first = lowerBound(positive, positive[place] ?? Number.NaN);
      return compareFractions({ numerator: wholes.from(first), denominator: 1n }, most) <= 0;
    };
    return positive[firstPlace(positive.length, holds)] ?? null;
  });
}
