import { ratioOf } from '../internal/money.js';
import { instantIn, readMoment } from '../internal/when.js';
import type { History } from './history.js';
import { covers } from './reading.js';
import type { Row, Source, SourceField } from './sources.js';
import { count, emptyTally, type Keeps, type Tally } from './tally.js';
import { MILLION } from './takes.js';
import { contains, type DayRange } from './window.js';

/** Whether a row is meant: undefined where the rule is unknown of it. */
export type RowRule = (row: Row) => boolean | undefined;

/** A rule over rows, and the fields that it reads. */
export interface Where {
  readonly rule: RowRule;
  readonly fields: readonly string[];
}

/** Which rows are tallied, and what of them. */
export interface Selection {
  readonly source: Source;
  /** The figure or the word that is taken; undefined for the events themselves. */
  readonly of: SourceField | undefined;
  /** All of them must hold. */
  readonly where: readonly RowRule[];
  readonly keeps: Keeps;
  /** True for totals, which hold all that was sold and returned; false for what looks at purchases. */
  readonly isTotal: boolean;
}

/** The rows of a source within a range; undefined where they are not known over all of it. */
export function rowsIn(history: History, source: Source, range: DayRange, fact: string): readonly Row[] | undefined {
  const part = source.rows(history, fact);
  if (part === undefined || !covers(history.reading, source.part, part, range, fact)) return undefined;
  return part.entries.filter((row) => contains(range, row.day));
}

/** Whether a row is meant by all rules; an unknown one leaves it open unless another says no. */
function isMeant(row: Row, where: readonly RowRule[]): boolean | undefined {
  let isOpen = false;
  for (const rule of where) {
    const outcome = rule(row);
    if (outcome === false) return false;
    isOpen ||= outcome === undefined;
  }
  return isOpen ? undefined : true;
}

/** A figure in whole units: minor units and days as they are, millionths of anything else. */
function wholeOf(said: unknown, { field }: SourceField, isNegative: boolean): number | undefined {
  if (typeof said !== 'number') return undefined;
  const whole = field.type === 'money' ? said : Math.round(said * MILLION);
  return isNegative ? -whole : whole;
}

/** When on its day an event was; a date without a time is the last of its day. */
function instantOf(history: History, { entry }: Row): number {
  const moment = readMoment(entry['at'] ?? entry['issued']);
  return (moment === null ? null : instantIn(history.reading.settings.zone, moment)) ?? Infinity;
}

/** Tallies rows. */
export function tallyRows(history: History, rows: readonly Row[], { of, where, keeps, isTotal }: Selection): Tally {
  const tally = emptyTally();
  for (const row of rows) {
    if (!row.counts && !isTotal) continue;
    const meant = isMeant(row, where);
    if (meant === undefined) tally.isUndecided = true;
    if (meant !== true) continue;
    const said = of === undefined ? true : of.read(row);
    const value = typeof said === 'object' ? undefined : said;
    count(tally, keeps, { day: row.day, figure: of === undefined ? undefined : wholeOf(said, of, row.negative), said: value, instant: keeps.edges === true ? instantOf(history, row) : 0 });
  }
  return tally;
}

/** Exact for whole numbers; a plain division else, unknown where it overflows. */
export function quotient(a: number, b: number): number | undefined {
  if (Number.isSafeInteger(a) && Number.isSafeInteger(b)) return ratioOf(BigInt(a), BigInt(b));
  return Number.isFinite(a / b) ? a / b : undefined;
}
