import { divideHalfEven } from '../internal/money.js';

interface Decimal {
  readonly digits: bigint;
  /** Decimal places: the number is digits ÷ 10^places. */
  readonly places: number;
}

const PARTS = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/;
/** Beyond this exponent no amount of money is left over or fits. */
const MAX_PLACES = 400;

/** The decimal number that a double is written as: 0.1 is exactly one tenth. */
function decimalOf(value: number): Decimal | undefined {
  const match = PARTS.exec(String(value));
  if (match === null) return undefined;
  const fraction = match[3] ?? '';
  const places = fraction.length - Number(match[4] ?? 0);
  const digits = BigInt(`${match[1] ?? ''}${match[2] ?? '0'}${fraction}`);
  if (Math.abs(places) > MAX_PLACES) return undefined;
  return places < 0 ? { digits: digits * 10n ** BigInt(-places), places: 0 } : { digits, places };
}

function safe(minor: bigint): number | undefined {
  const value = Number(minor);
  return Number.isSafeInteger(value) ? value : undefined;
}

/** Money times numbers, in minor units: exact, then rounded once, half to even. Undefined beyond exact integers. */
export function multiplyMinor(minor: number, factors: readonly number[]): number | undefined {
  let digits = BigInt(minor);
  let places = 0;
  for (const factor of factors) {
    const decimal = decimalOf(factor);
    if (decimal === undefined) return undefined;
    digits *= decimal.digits;
    places += decimal.places;
  }
  return safe(divideHalfEven(digits, 10n ** BigInt(places)));
}

/** Money divided by a number, in minor units: exact, then rounded once, half to even. Undefined for a division by zero. */
export function divideMinor(minor: number, divisor: number): number | undefined {
  const decimal = decimalOf(divisor);
  if (decimal === undefined || decimal.digits === 0n) return undefined;
  return safe(divideHalfEven(BigInt(minor) * 10n ** BigInt(decimal.places), decimal.digits));
}
