/** A number as its shortest decimal text says it: digits × 10^exponent. So 0.1 is exactly one tenth. */
export interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

/** The decimal that a finite number is written as. */
export function decimalOf(value: number): Decimal {
  const [mantissa = '0', exponent = '0'] = value.toExponential().split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  return { digits: BigInt(`${whole}${fraction}`), exponent: Number(exponent) - fraction.length };
}

/** The whole number of digits that a decimal has at a smaller exponent. */
export function digitsAt({ digits, exponent }: Decimal, smaller: number): bigint {
  return digits * 10n ** BigInt(exponent - smaller);
}

/** A finite number times a power of ten, by moving the point of its decimal text: 0.29 moved by 2 is 29, by -2 it is 0.0029. */
export function shiftDecimal(value: number, places: number): number {
  const [mantissa = '0', exponent = '0'] = value.toExponential().split('e');
  return Number(`${mantissa}e${String(Number(exponent) + places)}`);
}

const MOST_PLACES = 9;

/** The fewest decimal places, up to a few, in which both numbers are whole; undefined where that would not be exact. */
function sharedScale(a: number, b: number): number | undefined {
  for (let places = 0, scale = 1; places <= MOST_PLACES; places += 1, scale *= 10) {
    const [first, second] = [Math.round(a * scale), Math.round(b * scale)];
    if (first / scale === a && second / scale === b) return Math.max(Math.abs(first), Math.abs(second)) < Number.MAX_SAFE_INTEGER / 2 ? scale : undefined;
  }
  return undefined;
}

/** How far two finite numbers are apart, in decimals: 5000 and 4999.99 are 0.01 apart. */
export function decimalDistance(a: number, b: number): number {
  const scale = sharedScale(a, b);
  // Both are whole in these units, and their difference is exact.
  if (scale !== undefined) return Math.abs(Math.round(a * scale) - Math.round(b * scale)) / scale;
  const [first, second] = [decimalOf(a), decimalOf(b)];
  const exponent = Math.min(first.exponent, second.exponent);
  const difference = digitsAt(first, exponent) - digitsAt(second, exponent);
  return Number(`${String(difference < 0n ? -difference : difference)}e${String(exponent)}`);
}

/** The first number less the second, in decimals as far as both have few of them: 4999.99 less 5000 is -0.01. Fast: for what is told of everybody. */
export function difference(a: number, b: number): number {
  const scale = sharedScale(a, b);
  return scale === undefined ? a - b : (Math.round(a * scale) - Math.round(b * scale)) / scale + 0;
}
