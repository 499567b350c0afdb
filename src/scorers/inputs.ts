import { difference } from '../internal/decimal.js';
import type { FactValue } from '../model/types.js';
import type { Axis, Score, ScoreColumns, ScoreInputs } from './scorer.js';
import type { ScoreReason } from './reason-codes.js';

/** The value as a number; null where it is missing or of another type. */
export function asNumber(value: FactValue | undefined): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value + 0 : null;
}

/** The number of one input; null where it is missing or of another type. */
export function numberOf(inputs: ScoreInputs, input: string): number | null {
  return Object.hasOwn(inputs, input) ? asNumber(inputs[input]) : null;
}

/** A count or a number of days: null where it is missing, of another type, or negative. */
export function countOf(inputs: ScoreInputs, input: string): number | null {
  const value = numberOf(inputs, input);
  return value === null || value < 0 ? null : value;
}

/** One column of a population; none of a path that is not there. */
export function columnOf(columns: ScoreColumns, input: string): readonly FactValue[] {
  const column = Object.hasOwn(columns, input) ? (columns[input] ?? []) : [];
  return isNumbers(column) ? Array.from(column, (value) => (Number.isFinite(value) ? value : null)) : column;
}

/** The numbers of one column of a population, to be read only: not a number where one is missing or of another type. */
export function numbersOf(columns: ScoreColumns, input: string): Float64Array {
  const column = Object.hasOwn(columns, input) ? (columns[input] ?? []) : [];
  return isNumbers(column) ? column : Float64Array.from(column, (value) => asNumber(value) ?? Number.NaN);
}

function isNumbers(column: readonly FactValue[] | Float64Array): column is Float64Array {
  return ArrayBuffer.isView(column);
}

/** A score that could not be made. */
export function noScore(reason: ScoreReason): Score {
  return { value: null, band: null, reason };
}

/** The score of a scorer that gives bands without a value, with the limits that decided it. */
export function bandScore(band: string, ...axes: readonly Axis[]): Score {
  return axes.length === 0 ? { value: null, band } : { value: null, band, axes };
}

/** Where a whole number lies against a limit; at the limit it is above. */
export function limitAxis(input: string, value: number, line: number): Axis {
  return { id: input, input, value, line, distance: difference(value, line), above: value >= line };
}
