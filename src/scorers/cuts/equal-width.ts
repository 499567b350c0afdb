import { compareFractions, fractionOf, minus, quotient, times } from '../../internal/fraction.js';
import { firstValue } from './sorted.js';
import type { Line } from './types.js';

/** The lines of classes of one width from the least to the greatest of sorted values; a value at an edge is in the class above it. */
export function equalWidthLines(sorted: Float64Array, classes: number): readonly Line[] {
  const [least, greatest] = [sorted[0], sorted.at(-1)];
  const edges = Array.from({ length: classes - 1 }, (_, index) => quotient(index + 1, classes));
  // Values that do not differ have no width.
  if (least === undefined || greatest === undefined || least === greatest) return edges.map(() => null);
  const start = fractionOf(least);
  const width = minus(fractionOf(greatest), start);
  return edges.map((edge) => {
    const length = times(width, edge);
    return firstValue(sorted, (value) => compareFractions(minus(fractionOf(value), start), length) >= 0);
  });
}
