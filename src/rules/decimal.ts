import { decimalOf } from '../internal/decimal.js';
import { divideHalfEven } from '../internal/money.js';

function safe(minor: bigint): number | undefined {
  const value = Number(minor);
  return Number.isSafeInteger(value) ? value : undefined;
}

/** A quotient with a power of ten moved to the side where it is whole. */
function rounded(numerator: bigint, denominator: bigint, exponent: number): number | undefined {
  const shift = 10n ** BigInt(Math.abs(exponent));
  return safe(exponent < 0 ? divideHalfEven(numerator, denominator * shift) : divideHalfEven(numerator * shift, denominator));
}

/** Money times numbers, in minor units: exact, then rounded once, half to even. Undefined beyond exact integers. */
export function multiplyMinor(minor: number, factors: readonly number[]): number | undefined {
  if (!factors.every(Number.isFinite)) return undefined;
  let digits = BigInt(minor);
  let exponent = 0;
  for (const factor of factors.map(decimalOf)) {
    digits *= factor.digits;
    exponent += factor.exponent;
  }
  return rounded(digits, 1n, exponent);
}

/** Money divided by a number, in minor units: exact, then rounded once, half to even. Undefined for a division by zero. */
export function divideMinor(minor: number, divisor: number): number | undefined {
  if (divisor === 0 || !Number.isFinite(divisor)) return undefined;
  const { digits, exponent } = decimalOf(divisor);
  return rounded(BigInt(minor), digits, -exponent);
}
