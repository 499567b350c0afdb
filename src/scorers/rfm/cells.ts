// The cells of a grid: every combination of a class of recency, of frequency and of monetary value.
import type { RfmGrid, RfmRow } from './types.js';

/** The numbers of three classes, in the order of the code. */
export type Classes = readonly [recency: number, frequency: number, monetary: number];

/** The place of a cell among all. */
export function cellIndex({ sizes, countFrom }: RfmGrid, [recency, frequency, monetary]: Classes): number {
  return ((recency - countFrom) * sizes.frequency + (frequency - countFrom)) * sizes.monetary + (monetary - countFrom);
}

/** All cells, in the order of their places: the lowest first, and the last axis fastest. */
export function allCells({ sizes, countFrom }: RfmGrid): readonly Classes[] {
  const numbers = (size: number): readonly number[] => Array.from({ length: size }, (_, index) => index + countFrom);
  return numbers(sizes.recency).flatMap((recency) =>
    numbers(sizes.frequency).flatMap((frequency) => numbers(sizes.monetary).map((monetary): Classes => [recency, frequency, monetary])),
  );
}

/** The classes side by side, such as `543`; with dashes where a class has two digits. */
export function codeOf({ sizes, countFrom }: RfmGrid, classes: Classes): string {
  const highest = Math.max(sizes.recency, sizes.frequency, sizes.monetary) - 1 + countFrom;
  return classes.join(highest > 9 ? '-' : '');
}

/** True for a row that names no cells, and so takes all that are left. */
export function takesTheRest(row: RfmRow): boolean {
  return Object.keys(row).every((name) => name === 'band');
}

/** True if a row takes a cell, whatever the rows above take. */
export function takes(row: RfmRow, grid: RfmGrid, classes: Classes): boolean {
  const [recency, frequency, monetary] = classes;
  const within = (value: number, range: RfmRow['recency']): boolean => range === undefined || (value >= range[0] && value <= range[1]);
  return (
    within(recency, row.recency) &&
    within(frequency, row.frequency) &&
    within(monetary, row.monetary) &&
    within((frequency + monetary) / 2, row.frequencyMonetary) &&
    (row.codes === undefined || row.codes.includes(codeOf(grid, classes)))
  );
}
