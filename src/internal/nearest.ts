import type { Fraction } from './fraction.js';

/** More bits than a double has, so that the last of them decides nothing but ties. */
const WIDTH = 64;

function bitsOf(size: bigint): number {
  return size.toString(16).length * 4;
}

function isSmall(value: bigint): boolean {
  return value <= Number.MAX_SAFE_INTEGER && value >= -Number.MAX_SAFE_INTEGER;
}

/** The double that is nearest to a fraction, as in all arithmetic of doubles; not finite where it is beyond them. */
export function nearestNumber({ numerator, denominator }: Fraction): number {
  // Both are exact as doubles, and a division is rounded once.
  if (isSmall(numerator) && isSmall(denominator)) return Number(numerator) / Number(denominator);
  const size = numerator < 0n ? -numerator : numerator;
  const shift = Math.max(0, WIDTH + 4 + bitsOf(denominator) - bitsOf(size));
  const scaled = size << BigInt(shift);
  const whole = scaled / denominator;
  // A last bit says whether anything was left over, so that what is just above a tie is not taken for one.
  const rest = whole * denominator === scaled ? 0n : 1n;
  const nearest = Number((whole << 1n) | rest) * 2 ** -(shift + 1);
  return numerator < 0n ? -nearest : nearest;
}
