/** The most regular buyer that is told from others: beyond it the curve hardly changes. */
export const MOST_REGULAR = 20;

/**
 * The probability that a gap is longer than so many days, for gaps of an Erlang distribution with a mean and a shape k: e^(-x) times the sum
 * of x^j ÷ j! for j below k, where x is k × days ÷ mean. With k = 1 it is e^(-days ÷ mean).
 */
export function survival(days: number, mean: number, shape: number): number {
  const x = (shape * days) / mean;
  let term = 1;
  let total = 1;
  for (let j = 1; j < shape; j += 1) {
    term *= x / j;
    total += term;
  }
  const probability = Math.exp(-x) * total;
  return Number.isFinite(probability) ? Math.min(1, probability) : 0;
}

/** The first whole number of days after which a gap lasts on with less than a probability. */
export function daysUntilBelow(probability: number, mean: number, shape: number): number {
  let high = 1;
  while (survival(high, mean, shape) >= probability) high *= 2;
  let low = Math.floor(high / 2);
  while (low + 1 < high) {
    const middle = Math.floor((low + high) / 2);
    if (survival(middle, mean, shape) < probability) high = middle;
    else low = middle;
  }
  return high;
}

/** The shape of an Erlang distribution by the variation of its gaps (Wu & Chen 2000), as a whole number that is not taken for more than it is. */
export function shapeOf(variation: number): number {
  const shape = variation === 0 ? MOST_REGULAR : Math.floor(1 / (variation * variation));
  return Math.min(MOST_REGULAR, Math.max(1, shape));
}
