// Points are exact until they are told: 15 % of 60 is 9, and a third three times is the whole.
import { compareFractions, fractionOf, plus, times, type Fraction } from '../../internal/fraction.js';

export const ZERO = fractionOf(0);
export const ONE = fractionOf(1);
export const HUNDRED = fractionOf(100);

/** The sum. Most denominators of a card divide each other: that keeps them small. */
export function add(a: Fraction, b: Fraction): Fraction {
  const [large, small] = a.denominator >= b.denominator ? [a, b] : [b, a];
  if (large.denominator % small.denominator !== 0n) return plus(a, b);
  return { numerator: large.numerator + small.numerator * (large.denominator / small.denominator), denominator: large.denominator };
}

export function sumOf(fractions: readonly Fraction[]): Fraction {
  return fractions.reduce(add, ZERO);
}

export function less(a: Fraction, b: Fraction): Fraction {
  return add(a, { numerator: -b.numerator, denominator: b.denominator });
}

/** The quotient by something above 0. */
export function over(a: Fraction, b: Fraction): Fraction {
  return times(a, { numerator: b.denominator, denominator: b.numerator });
}

export function isAbove(a: Fraction, b: Fraction): boolean {
  return compareFractions(a, b) > 0;
}

/** Between 0 and 1: the nearer end for what is outside. */
export function clamped(value: Fraction): Fraction {
  if (value.numerator <= 0n) return ZERO;
  return isAbove(value, ONE) ? ONE : value;
}
