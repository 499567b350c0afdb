// Cut points are exact in decimals: 7 % of 100 customers is 7 of them, and ten times 0.1 has the mean 0.1. Doubles alone say otherwise.

import { decimalOf, digitsAt } from '../internal/decimal.js';

/** A count times a share as a quotient of whole numbers. */
function product(count: number, share: number): { readonly numerator: bigint; readonly denominator: bigint } {
  const { digits, exponent } = decimalOf(share);
  const numerator = BigInt(count) * digits;
  return exponent >= 0
    ? { numerator: numerator * 10n ** BigInt(exponent), denominator: 1n }
    : { numerator, denominator: 10n ** BigInt(-exponent) };
}

/** The whole part of a count times a share (both 0 or more), in decimals. */
export function floorOfProduct(count: number, share: number): number {
  const { numerator, denominator } = product(count, share);
  return Number(numerator / denominator);
}

/** The next whole number at or above a count times a share (both 0 or more), in decimals. */
export function ceilingOfProduct(count: number, share: number): number {
  const { numerator, denominator } = product(count, share);
  return Number((numerator + denominator - 1n) / denominator);
}

/** The smallest of sorted numbers that is above their arithmetic mean; null where none is. */
export function smallestAboveMean(sorted: Float64Array): number | null {
  const decimals = Array.from(sorted, decimalOf);
  const least = decimals.reduce((lowest, { exponent }) => Math.min(lowest, exponent), 0);
  const scaled = decimals.map((decimal) => digitsAt(decimal, least));
  const sum = scaled.reduce((total, value) => total + value, 0n);
  const count = BigInt(sorted.length);
  const index = scaled.findIndex((value) => value * count > sum);
  return sorted[index] ?? null;
}
