// Natural breaks: the classes of one dimension with the least sum of squared distances from their means. W. D. Fisher, "On Grouping for
// Maximum Homogeneity", JASA 53 (1958); found by dynamic programming as in H. Wang and M. Song, "Ckmeans.1d.dp", The R Journal 3/2 (2011).
import { distinctValues } from './sorted.js';
import type { Line } from './types.js';

/** The squared distances of the values from place `first` to place `last` from their mean, each as often as it occurs. */
type Spread = (first: number, last: number) => number;

/** Beyond this the square of a double could overflow. */
const LARGEST = 2 ** 500;
const SHRINK = 2 ** -530;

function spreadOf(values: Float64Array, counts: Float64Array): Spread {
  const n = values.length;
  const scale = Math.max(Math.abs(values[0] ?? 0), Math.abs(values[n - 1] ?? 0)) > LARGEST ? SHRINK : 1;
  // Sums of distances from the middle value lose fewer digits than sums of the values.
  const middle = (values[n >>> 1] ?? 0) * scale;
  const sums = [new Float64Array(n + 1), new Float64Array(n + 1), new Float64Array(n + 1)] as const;
  const [weights, firsts, squares] = sums;
  for (let i = 0; i < n; i += 1) {
    const value = (values[i] ?? 0) * scale - middle;
    const count = counts[i] ?? 0;
    weights[i + 1] = (weights[i] ?? 0) + count;
    firsts[i + 1] = (firsts[i] ?? 0) + count * value;
    squares[i + 1] = (squares[i] ?? 0) + count * value * value;
  }
  return (first, last) => {
    const weight = (weights[last + 1] ?? 0) - (weights[first] ?? 0);
    const sum = (firsts[last + 1] ?? 0) - (firsts[first] ?? 0);
    return Math.max(0, (squares[last + 1] ?? 0) - (squares[first] ?? 0) - (sum * sum) / weight);
  };
}

/**
 * Adds one class: for each place the least spread of the values up to it in one class more than `before` has, and where the last class
 * begins. That place never goes back as the values go on, so each half of the places is looked for on its side of the middle one.
 */
function addClass(spread: Spread, before: Float64Array, classIndex: number): { readonly least: Float64Array; readonly starts: Int32Array } {
  const n = before.length;
  const least = new Float64Array(n).fill(Infinity);
  const starts = new Int32Array(n);
  const fill = (low: number, high: number, earliest: number, latest: number): void => {
    if (low > high) return;
    const middle = (low + high) >>> 1;
    let best = Infinity;
    let start = earliest;
    for (let first = earliest; first <= Math.min(middle, latest); first += 1) {
      const total = (before[first - 1] ?? 0) + spread(first, middle);
      if (total < best) [best, start] = [total, first];
    }
    least[middle] = best;
    starts[middle] = start;
    fill(low, middle - 1, earliest, start);
    fill(middle + 1, high, start, latest);
  };
  fill(classIndex, n - 1, classIndex, n - 1);
  return { least, starts };
}

/** The lines of natural breaks: the lowest value of each class but the first. With fewer different values there are fewer classes. */
export function naturalLines(sorted: Float64Array, classes: number): readonly Line[] {
  const { values, counts } = distinctValues(sorted);
  const made = Math.min(classes, values.length);
  const spread = spreadOf(values, counts);
  let least: Float64Array = Float64Array.from(values, (_, last) => spread(0, last));
  const columns: Int32Array[] = [];
  for (let index = 1; index < made; index += 1) {
    const added = addClass(spread, least, index);
    least = added.least;
    columns.push(added.starts);
  }
  const lines: Line[] = new Array<Line>(classes - 1).fill(null);
  for (let index = columns.length - 1, last = values.length - 1; index >= 0; index -= 1) {
    const start = columns[index]?.[last] ?? 0;
    lines[index] = values[start] ?? null;
    last = start - 1;
  }
  return lines;
}
