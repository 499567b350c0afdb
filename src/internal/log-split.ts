/** The logarithmic mean of two positive numbers: their difference divided by that of their logarithms. */
function logMean(a: number, b: number): number {
  if (a === b) return a;
  // Near 1 the quotient has lost the digits that count; far from it their difference has.
  return (b - a) / (Math.abs(b - a) < a / 2 ? Math.log1p((b - a) / a) : Math.log(b / a));
}

/**
 * How much each factor made of the change of a product, in whole numbers that sum to the change.
 *
 * `before` and `after` are whole numbers above 0; `ratios` says of each factor how many times of before it is now, and their product is
 * `after` ÷ `before`. A factor has the logarithmic mean of the two products times the logarithm of its ratio: the one split without a rest that
 * does not depend on the order of the factors (LMDI-I, Ang 2005). What rounding leaves goes to the largest remainders.
 * Exact as long as no share is beyond 2^53.
 */
export function splitByLogarithms(before: number, after: number, ratios: readonly number[]): readonly number[] {
  const weight = logMean(before, after);
  const shares = ratios.map((ratio) => weight * Math.log(ratio));
  const whole = shares.map(Math.floor);
  const rest = after - before - whole.reduce((sum, share) => sum + share, 0);
  const remainder = (index: number): number => (shares[index] ?? 0) - (whole[index] ?? 0);
  const order = ratios.map((_, index) => index).sort((a, b) => (rest < 0 ? remainder(a) - remainder(b) : remainder(b) - remainder(a)) || a - b);
  const each = Math.trunc(rest / order.length);
  const favoured = new Set(order.slice(0, Math.abs(rest - each * order.length)));
  // A share of less than nothing that is rounded to nothing has no sign.
  return whole.map((share, index) => share + each + (favoured.has(index) ? Math.sign(rest) : 0) + 0);
}
