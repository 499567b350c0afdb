/** Amounts beyond this many minor units are refused: sums of them would no longer be exact. */
export const MAX_MINOR = 2 ** 51;

/** Decimal digits of the minor unit by ISO 4217, where they are not 2. */
const EXPONENTS: { readonly [currency: string]: number } = {
  BIF: 0, CLP: 0, DJF: 0, GNF: 0, ISK: 0, JPY: 0, KMF: 0, KRW: 0, PYG: 0, RWF: 0, UGX: 0, UYI: 0, VND: 0, VUV: 0, XAF: 0, XOF: 0, XPF: 0,
  BHD: 3, IQD: 3, JOD: 3, KWD: 3, LYD: 3, OMR: 3, TND: 3,
  CLF: 4, UYW: 4,
};

/** Digits of a currency's minor unit (ISO 4217): 2 for CNY, 0 for JPY, 3 for KWD. */
export function minorExponent(currency: string): number {
  return Object.hasOwn(EXPONENTS, currency) ? (EXPONENTS[currency] ?? 2) : 2;
}

/** True for a currency code of ISO 4217 that this runtime knows. */
export function isCurrency(code: string): boolean {
  return /^[A-Z]{3}$/.test(code) && (Object.hasOwn(EXPONENTS, code) || Intl.supportedValuesOf('currency').includes(code));
}

/** Why an amount could not be read. */
export type MoneyProblem = 'not-money' | 'excess-precision' | 'too-large';

const DECIMAL = /^\s*([+-]?)(\d+)(?:\.(\d*))?\s*$/;

const DIGIT_ZERO = 48;
const POINT = 46;
/** So many characters of digits are exact, and below what is too large. */
const MOST_PLAIN = 14;

/** Minor units of a text of a few digits with no more than `exponent` after the point; -1 for every other text. */
function fromPlainText(text: string, exponent: number): number {
  const { length } = text;
  if (length === 0 || length > MOST_PLAIN) return -1;
  let minor = 0;
  let point = length;
  for (let index = 0; index < length; index += 1) {
    const digit = text.charCodeAt(index) - DIGIT_ZERO;
    if (digit >= 0 && digit <= 9) minor = minor * 10 + digit;
    else if (digit === POINT - DIGIT_ZERO && point === length && index > 0) point = index;
    else return -1;
  }
  const places = point === length ? 0 : length - point - 1;
  if (places > exponent || length + exponent - places > MOST_PLAIN) return -1;
  for (let place = places; place < exponent; place += 1) minor *= 10;
  return minor;
}

function fromText(text: string, exponent: number): number | MoneyProblem {
  const plain = fromPlainText(text, exponent);
  if (plain >= 0) return plain;
  const match = DECIMAL.exec(text);
  if (match === null) return 'not-money';
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  if (fraction.length > exponent) return 'excess-precision';
  return checked(Number(`${match[1] ?? ''}${match[2] ?? ''}${fraction.padEnd(exponent, '0')}`));
}

function fromNumber(value: number, exponent: number): number | MoneyProblem {
  if (!Number.isFinite(value)) return 'not-money';
  const scale = 10 ** exponent;
  const minor = Math.round(value * scale);
  if (Math.abs(minor) > MAX_MINOR) return 'too-large';
  return minor / scale === value ? minor + 0 : 'excess-precision';
}

/** Minor units of an amount in major units; not a number where it has more digits than the currency, or is too large. */
export function toMinor(major: number, scale: number): number {
  const minor = Math.round(major * scale);
  return minor / scale === major && minor <= MAX_MINOR && minor >= -MAX_MINOR ? minor : Number.NaN;
}

function checked(minor: number): number | MoneyProblem {
  return Math.abs(minor) > MAX_MINOR ? 'too-large' : minor + 0;
}

function fromMinor(value: unknown): number | MoneyProblem {
  const whole = typeof value === 'string' && /^\s*[+-]?\d+\s*$/.test(value) ? Number(value) : value;
  if (typeof whole !== 'number' || !Number.isFinite(whole)) return 'not-money';
  return Number.isInteger(whole) ? checked(whole) : 'excess-precision';
}

/** Reads major units (number or decimal text) or `{ minor }`, an own data property, as integer minor units; a problem where it cannot. */
export function readMinor(value: unknown, exponent: number): number | MoneyProblem {
  if (typeof value === 'number') return fromNumber(value, exponent);
  if (typeof value === 'string') return fromText(value, exponent);
  if (typeof value === 'object' && value !== null) return fromMinor(Object.getOwnPropertyDescriptor(value, 'minor')?.value);
  return 'not-money';
}

/** Integer minor units as a number of major units: the double nearest to the exact decimal. */
export function majorOf(minor: number, exponent: number): number {
  return minor / 10 ** exponent;
}

/** The whole number nearest to a quotient of whole numbers; a tie goes to the even one. */
export function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n;
  const n = numerator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  const twice = (n % d) * 2n;
  let quotient = n / d;
  if (twice > d || (twice === d && quotient % 2n === 1n)) quotient += 1n;
  return negative ? -quotient : quotient;
}

/** A mean of minor units, rounded half to even. */
export function meanMinor(sum: number, count: number): number {
  return Number(divideHalfEven(BigInt(sum), BigInt(count)));
}

/** The ratio of two whole numbers, in lowest terms first: equal ratios are equal doubles. */
export function ratioOf(numerator: bigint, denominator: bigint): number {
  const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator);
  return divisor === 0n ? Number.NaN : Number(numerator / divisor) / Number(denominator / divisor) + 0;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}
