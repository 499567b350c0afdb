// Exact quotients of whole numbers: 7 % of 100 customers is 7 of them, and a third of 9 is 3. Doubles alone say otherwise.
import { decimalOf } from './decimal.js';

export interface Fraction {
  readonly numerator: bigint;
  /** Above 0. It need not be the smallest possible. */
  readonly denominator: bigint;
}

/** A quotient of two whole numbers, the second above 0. */
export function quotient(numerator: number, denominator: number): Fraction {
  return { numerator: BigInt(numerator), denominator: BigInt(denominator) };
}

/** A finite number as its decimal text says it: 0.1 is one tenth. */
export function fractionOf(value: number): Fraction {
  const { digits, exponent } = decimalOf(value);
  return exponent >= 0 ? { numerator: digits * 10n ** BigInt(exponent), denominator: 1n } : { numerator: digits, denominator: 10n ** BigInt(-exponent) };
}

export function plus(a: Fraction, b: Fraction): Fraction {
  if (a.denominator === b.denominator) return { numerator: a.numerator + b.numerator, denominator: a.denominator };
  return { numerator: a.numerator * b.denominator + b.numerator * a.denominator, denominator: a.denominator * b.denominator };
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { numerator: -b.numerator, denominator: b.denominator });
}

export function times(a: Fraction, b: Fraction): Fraction {
  return { numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator };
}

/** Below 0, 0 or above 0, as the first is less than, equal to or more than the second. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const [first, second] = [a.numerator * b.denominator, b.numerator * a.denominator];
  return first === second ? 0 : first < second ? -1 : 1;
}

/** The greatest whole number that is not above. */
export function floorOf({ numerator, denominator }: Fraction): bigint {
  const whole = numerator / denominator;
  return numerator < 0n && whole * denominator !== numerator ? whole - 1n : whole;
}

/** The least whole number that is not below. */
export function ceilingOf({ numerator, denominator }: Fraction): bigint {
  return -floorOf({ numerator: -numerator, denominator });
}
