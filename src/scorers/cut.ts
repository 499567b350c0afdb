// Where a value lies among the classes of a cut, and what a population gives a cut. The ways to draw lines are in `cuts/`.
import { difference } from '../internal/decimal.js';
import { lowerBound } from '../internal/statistics.js';
import { equalWidthLines } from './cuts/equal-width.js';
import { modeLines } from './cuts/modes.js';
import { naturalLines } from './cuts/natural.js';
import { percentRankLines, placeLines } from './cuts/places.js';
import { countOfShare, quantileLines, rankLine, sharesOf } from './cuts/quantiles.js';
import { mirrored, sortedValues } from './cuts/sorted.js';
import { paretoLines, smallestAboveMean } from './cuts/totals.js';
import type { Cut, FittedCut, Line, QuantileCut } from './cuts/types.js';
import type { Axis } from './scorer.js';

export type { Cut, FittedCut, Line } from './cuts/types.js';

/** So many values of a population are kept, for ranks. */
export const KEPT_VALUES = 1_000;

/** How many lines a cut has: one less than its classes. */
export function lineCount(cut: Cut): number {
  if ('fixed' in cut) return cut.fixed.length;
  if ('quantile' in cut) return 'classes' in cut.quantile ? cut.quantile.classes - 1 : cut.quantile.length;
  if ('pareto' in cut) return cut.pareto.length;
  if ('natural' in cut) return cut.natural.classes - 1;
  return 'equalWidth' in cut ? cut.equalWidth.classes - 1 : 1;
}

/** 1 where more is better, -1 where less is: times this, every cut is one of "more is better". */
function sign(cut: Cut): 1 | -1 {
  return cut.better === 'lower' ? -1 : 1;
}

function rankLimit(rank: 'top-half' | { readonly top: number } | { readonly share: number }, population: number): number {
  if (rank === 'top-half') return Math.ceil(population / 2);
  return 'top' in rank ? rank.top : countOfShare(population, rank.share);
}

/** The lines of quantiles over values of which more is better. */
function linesOfQuantiles(cut: QuantileCut, sorted: Float64Array): readonly Line[] {
  const shares = sharesOf(cut);
  if (cut.mode === 'percent-rank') return percentRankLines(sorted, shares);
  const { ties = 'together', type = 7 } = cut;
  return ties === 'together' ? quantileLines(sorted, shares, type) : placeLines(sorted, shares, ties);
}

/** The lines over values of which more is better. */
function linesOver(cut: Cut, sorted: Float64Array): readonly Line[] {
  if ('fixed' in cut) return cut.fixed.map((line) => line * sign(cut));
  if ('quantile' in cut) return linesOfQuantiles(cut, sorted);
  if ('mean' in cut) return [smallestAboveMean(sorted)];
  if ('median' in cut) return quantileLines(sorted, sharesOf({ quantile: { classes: 2 } }), 7);
  if ('rank' in cut) return [rankLine(sorted, rankLimit(cut.rank, sorted.length))];
  if ('pareto' in cut) return paretoLines(sorted, cut.pareto);
  return 'natural' in cut ? naturalLines(sorted, cut.natural.classes) : equalWidthLines(sorted, cut.equalWidth.classes);
}

function linesOf(cut: Cut, sorted: Float64Array): readonly Line[] {
  const isLower = cut.better === 'lower';
  if ('quantile' in cut && (cut.mode === 'r-rfm' || cut.mode === 'pandas-qcut')) return modeLines(sorted, sharesOf(cut), cut.mode, isLower);
  if (!isLower) return linesOver(cut, sorted);
  return linesOver(cut, mirrored(sorted)).map((line) => (line === null ? null : -line + 0));
}

/** The index in the whole population of a value that is kept at an index. */
function populationIndex(keptIndex: number, kept: number, population: number): number {
  if (kept === population || keptIndex >= kept) return keptIndex >= kept ? population : keptIndex;
  return Math.round((keptIndex * (population - 1)) / (kept - 1));
}

function keptOf(sorted: Float64Array): readonly number[] {
  const kept = Math.min(sorted.length, KEPT_VALUES);
  return Array.from({ length: kept }, (_, index) => sorted[populationIndex(index, kept, sorted.length)] ?? 0);
}

/** Computes the lines of a cut over a population of finite values. Their order changes nothing. */
export function fitCut(cut: Cut, values: ArrayLike<number>): FittedCut {
  const sorted = sortedValues(values);
  return { lines: linesOf(cut, sorted), population: sorted.length, values: keptOf(sorted) };
}

/** The lines that a cut states itself; null where a population has to be asked. */
export function statedLines(cut: Cut): readonly number[] | null {
  return 'fixed' in cut ? cut.fixed : null;
}

/** The class of a value, 0 for the lowest: how many lines it has reached. */
export function classOf(cut: Cut, lines: readonly Line[], value: number): number {
  const lower = cut.better === 'lower';
  let reached = 0;
  for (const line of lines) if (line !== null && (lower ? value <= line : value >= line)) reached += 1;
  return reached;
}

/**
 * How many of the population are before a value that has so many kept values before it: those up to the last of these, and of those who lie between
 * it and the next kept value, of whom nothing was kept, as many as if they lay evenly. A kept value has its own place.
 */
function countBefore(keptIndex: number, { values, population }: FittedCut, value: number): number {
  const [below, above] = [values[keptIndex - 1], values[keptIndex]];
  const most = populationIndex(keptIndex, values.length, population);
  const least = populationIndex(keptIndex - 1, values.length, population) + 1;
  if (below === undefined || above === undefined || least >= most) return most;
  // Where the whole way is beyond what a number can hold, the middle is meant.
  const way = (value - below) / (above - below);
  return Math.round(least + (most - least) * (Number.isFinite(way) ? way : 0.5));
}

/** The place of a value in the population, 1 for the best. Exact up to 1,000 customers, near beyond; never more than the population. */
export function rankOf(cut: Cut, fitted: FittedCut, value: number): number {
  const isLower = cut.better === 'lower';
  const before = countBefore(lowerBound(fitted.values, value, !isLower), fitted, value);
  return Math.min(1 + (isLower ? before : fitted.population - before), Math.max(1, fitted.population));
}

/** Where a value lies against the line of its class, or against the lowest line where it is below all. */
export function axisOf(id: string, input: string, value: number, cut: Cut, lines: readonly Line[], fitted: FittedCut | null): Axis {
  const reached = classOf(cut, lines, value);
  const line = lines[Math.max(0, reached - 1)] ?? null;
  return {
    id,
    input,
    value,
    line,
    distance: line === null ? null : difference(value, line) * sign(cut) + 0,
    above: reached > 0,
    ...(cut.better === 'lower' ? { better: cut.better } : {}),
    ...(fitted === null ? {} : { rank: rankOf(cut, fitted, value), of: fitted.population }),
  };
}
