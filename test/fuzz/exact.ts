// Money as whole minor units, reckoned exactly: an oracle of its own, with nothing of `src` in it.

/** A finite number as the decimal that it is written as: digits × 10^exponent. */
function decimalOf(value: number): { readonly digits: bigint; readonly exponent: number } {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  return { digits: BigInt(`${sign}${whole}${fraction}`), exponent: Number(exponent) - fraction.length };
}

const LARGEST = 2n ** 51n;

/** Minor units of a number in major units; undefined if it has more decimals than the currency, or is too large. */
export function minorOfNumber(major: number, exponent: number): bigint | undefined {
  if (!Number.isFinite(major)) return undefined;
  const decimal = decimalOf(major);
  const shift = decimal.exponent + exponent;
  if (shift > 400) return undefined;
  const scale = 10n ** BigInt(Math.abs(shift));
  if (shift < 0 && decimal.digits % scale !== 0n) return undefined;
  return withinLimits(shift < 0 ? decimal.digits / scale : decimal.digits * scale);
}

function withinLimits(minor: bigint): bigint | undefined {
  return minor > LARGEST || minor < -LARGEST ? undefined : minor;
}

/** Minor units of an amount as hosts write it: a number or decimal text of major units, or `{ minor }`. */
export function minorOf(value: unknown, exponent: number): bigint | undefined {
  if (typeof value === 'number') return minorOfNumber(value, exponent);
  if (typeof value === 'string') {
    const [match, sign = '', whole = '', fraction = ''] = /^\s*([+-]?)(\d+)\.?(\d*)\s*$/.exec(value) ?? [];
    if (match === undefined || /[1-9]/.test(fraction.slice(exponent))) return undefined;
    return withinLimits(BigInt(`${sign === '-' ? '-' : ''}${whole}${fraction.slice(0, exponent).padEnd(exponent, '0')}`));
  }
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'minor')) return undefined;
  const { minor } = value as { readonly minor: unknown };
  const whole = typeof minor === 'string' && /^\s*[+-]?\d+\s*$/.test(minor) ? Number(minor) : minor;
  return typeof whole === 'number' && Number.isInteger(whole) ? withinLimits(BigInt(whole)) : undefined;
}

/** A rounded quotient, and whether it lay so near a tie that doubles could round it to the other side. */
interface Rounded {
  readonly minor: bigint | undefined;
  readonly isNearTie: boolean;
}

function roundHalfEven(numerator: bigint, denominator: bigint): Rounded {
  const isNegative = numerator < 0n !== denominator < 0n;
  const [n, d] = [numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator];
  const [whole, rest] = [n / d, n % d];
  const distance = 2n * rest - d;
  const up = distance > 0n || (distance === 0n && whole % 2n === 1n);
  const rounded = up ? whole + 1n : whole;
  const isNearTie = rest !== 0n && (distance < 0n ? -distance : distance) * 10_000n < d;
  return { minor: safe(isNegative ? -rounded : rounded), isNearTie };
}

/** Sums beyond exact integers are unknown. */
export function safe(minor: bigint): bigint | undefined {
  return Number.isSafeInteger(Number(minor)) ? minor : undefined;
}

export function times(minor: bigint, factors: readonly number[]): Rounded {
  let digits = minor;
  let exponent = 0;
  for (const factor of factors) {
    const decimal = decimalOf(factor);
    digits *= decimal.digits;
    exponent += decimal.exponent;
  }
  const scale = 10n ** BigInt(Math.abs(exponent));
  return exponent < 0 ? roundHalfEven(digits, scale) : { minor: safe(digits * scale), isNearTie: false };
}

export function dividedBy(minor: bigint, divisor: number): Rounded {
  if (divisor === 0) return { minor: undefined, isNearTie: false };
  const { digits, exponent } = decimalOf(divisor);
  const scale = 10n ** BigInt(Math.abs(exponent));
  return exponent < 0 ? roundHalfEven(minor * scale, digits) : roundHalfEven(minor, digits * scale);
}
