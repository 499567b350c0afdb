import { lowerBound, sortedNumbers } from '../internal/statistics.js';
import { ceilingOfProduct, floorOfProduct, smallestAboveMean } from './decimal.js';
import type { Axis } from './scorer.js';

/** How a value is cut into classes. Every cut looks at the value alone: equal values are always in the same class. */
export type Cut = (
  | {
      /** Lines that the policy states, in the unit of the fact; a value at a line is in the class above it. */
      readonly fixed: readonly number[];
    }
  | {
      /** Shares of the population (0 to 1, exclusive) that lie at or below each line: `[0.8]` parts off about the best fifth. */
      readonly quantile: readonly number[];
    }
  | {
      /** Above the arithmetic mean, or not. */
      readonly mean: true;
    }
  | {
      /** The best half, the best few, or the best share of the population; a tie across the line is below it. */
      readonly rank: 'top-half' | { readonly top: number } | { readonly share: number };
    }
) & {
  /** Which end is the upper class. `lower`: less is better, and a value at or below the line is in the upper class. */
  readonly better?: 'higher' | 'lower';
};

/** A line of a cut; null where nobody of the population was above it. */
export type Line = number | null;

/** What a calibration keeps of a cut. (A type alias, because interfaces are no JSON to the compiler.) */
export type FittedCut = {
  /** Lowest class first: each the first value inside the class above it. */
  readonly lines: readonly Line[];
  /** Customers whose value was known. */
  readonly population: number;
  /** Their values from the smallest up; of more than 1,000 customers, 1,000 of the values, evenly spaced by rank. */
  readonly values: readonly number[];
};

/** So many values of a population are kept, for ranks. */
export const KEPT_VALUES = 1_000;

/** How many lines a cut has: one less than its classes. */
export function lineCount(cut: Cut): number {
  if ('fixed' in cut) return cut.fixed.length;
  return 'quantile' in cut ? cut.quantile.length : 1;
}

/** 1 where more is better, -1 where less is: times this, every cut is one of "more is better". */
function sign(cut: Cut): 1 | -1 {
  return cut.better === 'lower' ? -1 : 1;
}

/** The smallest of sorted values that is above a value; null where none is. */
function smallestAbove(sorted: Float64Array, value: number | undefined): Line {
  return value === undefined ? null : (sorted[lowerBound(sorted, value, true)] ?? null);
}

/**
 * The line of a quantile of type 7. That quantile is the value at position (n - 1) p, or lies between it and the next one: either way
 * the smallest value above the quantile is the smallest value above the one at the whole part of the position.
 */
function quantileLine(sorted: Float64Array, p: number): Line {
  return sorted.length === 0 ? null : smallestAbove(sorted, sorted[floorOfProduct(sorted.length - 1, p)]);
}

/** The smallest value such that at most `most` values are at or above it. */
function rankLine(sorted: Float64Array, most: number): Line {
  const first = Math.max(0, sorted.length - most);
  const value = sorted[first];
  return first > 0 && sorted[first - 1] === value ? smallestAbove(sorted, value) : (value ?? null);
}

function rankLimit(rank: 'top-half' | { readonly top: number } | { readonly share: number }, population: number): number {
  if (rank === 'top-half') return Math.ceil(population / 2);
  return 'top' in rank ? rank.top : ceilingOfProduct(population, rank.share);
}

function linesOver(cut: Cut, sorted: Float64Array): readonly Line[] {
  if ('fixed' in cut) return cut.fixed.map((line) => line * sign(cut));
  if ('quantile' in cut) return cut.quantile.map((p) => quantileLine(sorted, p));
  return ['mean' in cut ? smallestAboveMean(sorted) : rankLine(sorted, rankLimit(cut.rank, sorted.length))];
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

/** Computes the lines of a cut over a population. The order of the values changes nothing. */
export function fitCut(cut: Cut, values: readonly number[]): FittedCut {
  // Adding 0 turns -0 into 0, which JSON cannot tell apart.
  const sorted = sortedNumbers(values.map((value) => value + 0));
  const oriented = cut.better === 'lower' ? sortedNumbers(values.map((value) => -value + 0)) : sorted;
  const lines = linesOver(cut, oriented).map((line) => (line === null ? null : line * sign(cut) + 0));
  return { lines, population: sorted.length, values: keptOf(sorted) };
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

/** The place of a value in the population, 1 for the best. Exact up to 1,000 customers, near beyond; never more than the population. */
export function rankOf(cut: Cut, fitted: FittedCut, value: number): number {
  const { values, population } = fitted;
  const index = (strict: boolean): number => populationIndex(lowerBound(values, value, strict), values.length, population);
  const better = cut.better === 'lower' ? index(false) : population - index(true);
  return Math.min(1 + better, Math.max(1, population));
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
    distance: line === null ? null : (value - line) * sign(cut) + 0,
    above: reached > 0,
    ...(fitted === null ? {} : { rank: rankOf(cut, fitted, value), of: fitted.population }),
  };
}
