// Quantile classes as other programs make them. Where less is better these number the same classes from the other end, so do we.
import { compareFractions, fractionOf, minus, plus, quotient, type Fraction } from '../../internal/fraction.js';
import { lowerBound } from '../../internal/statistics.js';
import { quantileAt } from './quantiles.js';
import { firstValue } from './sorted.js';
import type { Line } from './types.js';

const ONE = quotient(1, 1);

/**
 * The rows of R's `rfm`: the line is the quantile of type 7 plus 1, whatever is measured, and a value at it is above. So customers up to a
 * whole unit above a quantile are below its line.
 */
function rfmLines(sorted: Float64Array, shares: readonly Fraction[]): readonly Line[] {
  return shares.map((share) => {
    const line = plus(quantileAt(sorted, share, 7), ONE);
    return firstValue(sorted, (value) => compareFractions(fractionOf(value), line) >= 0);
  });
}

/**
 * The bins of `pandas.qcut` with `duplicates="drop"`: edges are quantiles of type 7 and belong to the bin below; of edges that are equal,
 * or equal to the least or greatest value, one is kept, so that there may be fewer bins.
 */
function qcutLines(sorted: Float64Array, shares: readonly Fraction[]): readonly Line[] {
  const edges = shares.map((share) => quantileAt(sorted, share, 7));
  const ends = [sorted[0], sorted.at(-1)].map((end) => fractionOf(end ?? 0));
  const kept = edges.filter((edge, i) => ![edges[i - 1], ...ends].some((other) => other !== undefined && compareFractions(edge, other) === 0));
  return kept.map((edge) => firstValue(sorted, (value) => compareFractions(fractionOf(value), edge) > 0));
}

/** The same classes numbered from the other end: each line is the greatest value below what was the lowest value of a class. */
function fromTheOtherEnd(sorted: Float64Array, lines: readonly Line[]): readonly Line[] {
  return [...lines].reverse().map((line) => sorted[(line === null ? sorted.length : lowerBound(sorted, line)) - 1] ?? null);
}

/** The lines of another program's classes, in the signs of the values; null for classes that it does not make. */
export function modeLines(sorted: Float64Array, shares: readonly Fraction[], mode: 'r-rfm' | 'pandas-qcut', isLowerBetter: boolean): readonly Line[] {
  if (sorted.length === 0) return shares.map(() => null);
  const asked = isLowerBetter ? [...shares].reverse().map((share) => minus(ONE, share)) : shares;
  const lines = mode === 'r-rfm' ? rfmLines(sorted, asked) : qcutLines(sorted, asked);
  const ordered = isLowerBetter ? fromTheOtherEnd(sorted, lines) : lines;
  return [...ordered, ...new Array<Line>(shares.length - ordered.length).fill(null)];
}
