// Quantile classes by places in the population, with a rule for places that several customers share.
import { compareFractions, quotient, times, type Fraction } from '../../internal/fraction.js';
import { lowerBound } from '../../internal/statistics.js';
import { distinctValues, firstValue } from './sorted.js';
import type { Line, Ties } from './types.js';

/** Twice the place of a value, counted from 1 for the lowest: twice, because a mean of places may end in a half. */
function twicePlace(sorted: Float64Array, value: number, ties: 'min' | 'max' | 'mid'): number {
  const lowest = lowerBound(sorted, value) + 1;
  const highest = lowerBound(sorted, value, true);
  if (ties === 'mid') return lowest + highest;
  return 2 * (ties === 'min' ? lowest : highest);
}

/**
 * The lines of classes by places: a value is above the line of share p when its place is above n p. Of k classes of about the same size it
 * is therefore in the one numbered ceil(k × place ÷ n).
 */
export function placeLines(sorted: Float64Array, shares: readonly Fraction[], ties: Exclude<Ties, 'together'>): readonly Line[] {
  const among = ties === 'dense' ? distinctValues(sorted).values : sorted;
  const rule = ties === 'dense' ? 'min' : ties;
  const twice = quotient(2 * among.length, 1);
  return shares.map((share) => {
    const line = times(twice, share);
    return firstValue(among, (value) => compareFractions(quotient(twicePlace(among, value, rule), 1), line) > 0);
  });
}

/** The lines of SQL's PERCENT_RANK: a value is above the line of share p when the share of the others that are below it is at least p. */
export function percentRankLines(sorted: Float64Array, shares: readonly Fraction[]): readonly Line[] {
  const others = quotient(Math.max(0, sorted.length - 1), 1);
  // Among nobody else one is above no line.
  if (sorted.length < 2) return shares.map(() => null);
  return shares.map((share) => {
    const line = times(others, share);
    return firstValue(sorted, (value) => compareFractions(quotient(lowerBound(sorted, value), 1), line) >= 0);
  });
}
