import type { Json } from '../errors/json.js';
import { canonicalJson } from '../internal/canonical.js';
import { ratioOf } from '../internal/money.js';
import { instantIn, readMoment } from '../internal/when.js';
import type { Countable, History } from './history.js';
import { covers, type Part } from './reading.js';
import type { Row, Source, SourceField } from './sources.js';
import { addTally, count, emptyTally, MILLION, type Counted, type Keeps, type Tally } from './tally.js';
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
  /** The same for selections that tally the same. */
  readonly key: string;
  readonly source: Source;
  /** The figure or the word that is taken; undefined for the events themselves. */
  readonly of: SourceField | undefined;
  /** All of them must hold. */
  readonly where: readonly RowRule[];
  readonly keeps: Keeps;
  /** True for totals, which hold all that was sold and returned; false for what looks at purchases. */
  readonly isTotal: boolean;
}

/** The key of a selection, from how it is written. */
export function selectionKey(of: Json, wheres: readonly (Json | undefined)[], keeps: Keeps, isTotal: boolean): string {
  const kept = Object.entries(keeps).flatMap(([name, isKept]) => (isKept === true ? [name] : []));
  return canonicalJson([of, wheres.filter((where) => where !== undefined), kept.sort(), isTotal]);
}

/** The rows of a source within a range; undefined where they are not known over all of it. */
export function rowsIn(history: History, source: Source, range: DayRange, fact: string): readonly Row[] | undefined {
  const { remember } = history;
  const read = (): Part<Row> | undefined => source.rows(history, fact);
  const part = remember === undefined || source.isOfDay === true ? read() : remember(source, read);
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

/** The rows within a range that are meant; none where they are not known. */
export function meantRows(history: History, { source, where, isTotal }: Selection, range: DayRange): readonly Row[] {
  const known = source.rows(history, '')?.entries ?? [];
  return known.filter((row) => contains(range, row.day) && (row.counts || isTotal) && isMeant(row, where) === true);
}

/** What a row says, as a figure in whole units; undefined where it says none. */
export function figureOf(row: Row, of: SourceField): number | undefined {
  return wholeOf(of.read(row), of, row.negative);
}

/** A figure in whole units: minor units and days as they are, millionths of anything else. */
function wholeOf(said: unknown, { field }: SourceField, isNegative: boolean): number | undefined {
  if (typeof said !== 'number') return undefined;
  const whole = field.type === 'money' ? said : Math.round(said * MILLION);
  // What is larger than that is no more exact, and no sum of it is taken.
  const kept = Math.max(-Number.MAX_SAFE_INTEGER, Math.min(whole, Number.MAX_SAFE_INTEGER));
  return isNegative ? -kept : kept;
}

/** When on its day an event was; a date without a time is the last of its day. */
export function instantOf(history: History, { entry }: Row): number {
  const moment = readMoment(entry['at'] ?? entry['issued']);
  return (moment === null ? null : instantIn(history.reading.settings.zone, moment)) ?? Infinity;
}

/** What is counted of a row: null where it is not meant, undefined where nobody can say whether it is. */
function countedOf(history: History, row: Row, { of, where, keeps, isTotal }: Selection): Counted | null | undefined {
  if (!row.counts && !isTotal) return null;
  const meant = isMeant(row, where);
  if (meant !== true) return meant === undefined ? undefined : null;
  const said = of === undefined ? true : of.read(row);
  const value = typeof said === 'object' ? undefined : said;
  return { day: row.day, figure: of === undefined ? undefined : wholeOf(said, of, row.negative), said: value, instant: keeps.edges === true ? instantOf(history, row) : 0 };
}

/** Counts a row, if it is meant. */
function countRow(tally: Tally, counted: Counted | null | undefined, { keeps }: Selection): void {
  if (counted === undefined) tally.isUndecided = true;
  else if (counted !== null) count(tally, keeps, counted);
}

/** A selection as something that can be kept as tallies. */
function countable(selection: Selection): Countable {
  const { key, source } = selection;
  return {
    key,
    part: source.part,
    read: (history) => {
      const part = source.rows(history, key);
      if (part?.unreadable.length !== 0) return undefined;
      return (talliesOf) => {
        for (const row of part.entries) for (const tally of talliesOf(row.day)) countRow(tally, countedOf(history, row, selection), selection);
      };
    },
  };
}

/** Tallies the rows of a range, and what was counted before of others. The tally is for reading alone: it may be one that is kept. */
export function tallyRows(history: History, rows: readonly Row[], selection: Selection, range: DayRange): Tally {
  const kept = history.kept?.(countable(selection), range) ?? [];
  const [first] = kept;
  if (rows.length === 0 && kept.length === 1 && first !== undefined) return first;
  const tally = emptyTally();
  for (const part of kept) addTally(tally, part);
  const known = history.remember?.(selection, () => new Map<Row, Counted | null | undefined>());
  for (const row of rows) {
    const before = known?.get(row);
    const counted = before ?? countedOf(history, row, selection);
    if (before === undefined) known?.set(row, counted);
    countRow(tally, counted, selection);
  }
  return tally;
}

/** Exact for whole numbers; a plain division else, unknown where it overflows. */
export function quotient(a: number, b: number): number | undefined {
  if (Number.isSafeInteger(a) && Number.isSafeInteger(b)) return ratioOf(BigInt(a), BigInt(b));
  return Number.isFinite(a / b) ? a / b : undefined;
}
