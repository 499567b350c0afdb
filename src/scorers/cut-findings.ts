// What a fitted cut says of its population besides its lines.
import { classOf, lineCount, type Cut, type FittedCut } from './cut.js';
import type { Group } from './peers.js';
import type { FindInFit } from './scorer.js';

/** True for cuts that make fewer classes, numbered from the lowest, where the values do not suffice; others leave classes empty. */
function mergesClasses(cut: Cut): boolean {
  return 'natural' in cut || ('quantile' in cut && cut.mode === 'pandas-qcut');
}

/** The classes without a single customer of the population: a line is itself a value of the class that begins there. */
function emptyClasses(cut: Cut, { lines, values }: FittedCut): readonly number[] {
  const worst = (cut.better === 'lower' ? values.at(-1) : values[0]) ?? 0;
  const occupied = new Set([classOf(cut, lines, worst), ...lines.flatMap((line) => (line === null ? [] : [classOf(cut, lines, line)]))]);
  return Array.from({ length: lineCount(cut) + 1 }, (_, index) => index).filter((index) => !occupied.has(index));
}

/** An axis of a score that has several: its classes are told by their numbers. */
export interface FoundAxis {
  readonly id: string;
  /** The number of the lowest class. */
  readonly countFrom: number;
}

/**
 * Tells of the classes of an axis that a population left empty or that were merged. An axis that is cut within the classes of others has a
 * fit for each of them: a class is empty where it is so in all.
 */
export function findOnAxis(find: FindInFit | undefined, { id, countFrom }: FoundAxis, cut: Cut, fits: readonly FittedCut[], group?: Group): void {
  if (find === undefined) return;
  const among = { axis: id, ...(group === undefined ? {} : { group }) };
  const [first, ...others] = fits.filter(({ population }) => population > 0).map((fitted) => emptyClasses(cut, fitted));
  const empty = (first ?? []).filter((index) => others.every((classes) => classes.includes(index)));
  if (empty.length === 0) return;
  const classes = lineCount(cut) + 1;
  if (mergesClasses(cut)) find('fit/merged-classes', { classes, made: classes - empty.length, ...among });
  else find('fit/empty-class', { numbers: empty.map((index) => index + countFrom), classes, ...among });
}

/** Tells of classes that a population left empty or that were merged, by their bands. */
export function findInCut(find: FindInFit | undefined, cut: Cut, fitted: FittedCut, bands: readonly string[], group?: Group): void {
  if (find === undefined) return;
  const among = group === undefined ? {} : { group };
  if (fitted.population === 0) return find('fit/no-population', among);
  const empty = emptyClasses(cut, fitted);
  if (empty.length === 0) return;
  const named = empty.map((index) => bands[index] ?? String(index + 1));
  if (mergesClasses(cut)) find('fit/merged-classes', { classes: lineCount(cut) + 1, made: lineCount(cut) + 1 - empty.length, ...among });
  else find('fit/empty-class', { bands: named, ...among });
}
