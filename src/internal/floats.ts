/** The numbers next to a double: a bound that is not inside becomes one that is. */
function neighbour(value: number, step: 1n | -1n): number {
  if (value === 0) return step === 1n ? Number.MIN_VALUE : -Number.MIN_VALUE;
  const bits = new BigInt64Array(1);
  const double = new Float64Array(bits.buffer);
  double[0] = value;
  // The bits of doubles of one sign are ordered as the doubles are, from zero outwards.
  bits[0] = (bits[0] ?? 0n) + (value > 0 ? step : -step);
  return double[0];
}

/** The least double above a finite one. */
export function nextAbove(value: number): number {
  return neighbour(value, 1n);
}

/** The greatest double below a finite one. */
export function nextBelow(value: number): number {
  return neighbour(value, -1n);
}
