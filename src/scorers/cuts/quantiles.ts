// Sample quantiles: R. J. Hyndman and Y. Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50 (1996), all nine types.
import { ceilingOf, compareFractions, floorOf, fractionOf, minus, plus, quotient, times, type Fraction } from '../../internal/fraction.js';
import { firstValue, smallestAbove } from './sorted.js';
import type { Line, QuantileCut, QuantileType } from './types.js';

const ONE = quotient(1, 1);
const HALF = quotient(1, 2);

/** The shares of the population that lie at or below each line, lowest first. */
export function sharesOf({ quantile }: Pick<QuantileCut, 'quantile'>): readonly Fraction[] {
  if (!('classes' in quantile)) return quantile.map(fractionOf);
  const { classes } = quantile;
  return Array.from({ length: classes - 1 }, (_, index) => quotient(index + 1, classes));
}

/** Where a quantile lies among n sorted values counted from 1, by its type: types 1 to 3 at a value, the others between two. */
function position(type: QuantileType, n: Fraction, p: Fraction): Fraction {
  const share = times(n, p);
  switch (type) {
    case 1:
    case 2:
    case 4:
      return share;
    case 3:
      return minus(share, HALF);
    case 5:
      return plus(share, HALF);
    case 6:
      return plus(share, p);
    case 7:
      return plus(share, minus(ONE, p));
    case 8:
      return plus(share, times(plus(p, ONE), quotient(1, 3)));
    case 9:
      return plus(share, plus(times(p, quotient(1, 4)), quotient(3, 8)));
  }
}

/** The part of the way from the value at the whole part of a position to the next one. */
function weight(type: QuantileType, whole: bigint, rest: Fraction): Fraction {
  if (type > 3) return rest;
  if (rest.numerator !== 0n) return ONE;
  if (type === 2) return HALF;
  return type === 3 && whole % 2n !== 0n ? ONE : quotient(0, 1);
}

/** The quantile of sorted values, of which there is at least one, at a share; exact in the decimals of the values. */
export function quantileAt(sorted: Float64Array, p: Fraction, type: QuantileType): Fraction {
  const n = sorted.length;
  const at = position(type, quotient(n, 1), p);
  const whole = floorOf(at);
  const value = (place: number): number => sorted[Math.min(Math.max(place, 1), n) - 1] ?? Number.NaN;
  const [below, above] = [value(Number(whole)), value(Number(whole) + 1)];
  const start = fractionOf(below);
  if (below === above) return start;
  const part = weight(type, whole, minus(at, { numerator: whole, denominator: 1n }));
  return plus(start, times(part, minus(fractionOf(above), start)));
}

/** The lines of quantiles: each the smallest value above its quantile. */
export function quantileLines(sorted: Float64Array, shares: readonly Fraction[], type: QuantileType): readonly Line[] {
  if (sorted.length === 0) return shares.map(() => null);
  return shares.map((share) => {
    const quantile = quantileAt(sorted, share, type);
    return firstValue(sorted, (value) => compareFractions(fractionOf(value), quantile) > 0);
  });
}

/** The smallest value such that at most `most` values are at or above it. */
export function rankLine(sorted: Float64Array, most: number): Line {
  const first = Math.max(0, sorted.length - most);
  const value = sorted[first];
  if (value === undefined || first === 0 || sorted[first - 1] !== value) return value ?? null;
  return smallestAbove(sorted, value);
}

/** How many customers a share of the population is, rounded up. */
export function countOfShare(population: number, share: number): number {
  return Number(ceilingOf(times(quotient(population, 1), fractionOf(share))));
}
