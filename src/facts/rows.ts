import { ratioOf } from '../internal/money.js';
import { sortedNumbers, sum } from '../internal/statistics.js';
import type { Windowed } from './catalogue.js';
import type { History } from './history.js';
import { exact } from './purchase-facts.js';
import { covers } from './reading.js';
import type { Row, Source, SourceField } from './sources.js';
import { contains, type DayRange } from './window.js';

/** Whether a row is meant: undefined where the rule is unknown of it. */
export type RowRule = (row: Row) => boolean | undefined;

/** A rule over rows, and the fields that it reads. */
export interface Where {
  readonly rule: RowRule;
  readonly fields: readonly string[];
}

const everyRow: RowRule = () => true;

/** The rows of a source within a range; undefined where they are not known over all of it. */
function rowsIn(history: History, source: Source, range: DayRange, fact: string): readonly Row[] | undefined {
  const part = source.rows(history, fact);
  if (part === undefined || !covers(history.reading, source.part, part, range, fact)) return undefined;
  return part.entries.filter((row) => contains(range, row.day));
}

/** The rows that are meant; undefined, with a finding, where the rule is unknown of one. */
function meant(history: History, rows: readonly Row[], where: RowRule, fact: string): readonly Row[] | undefined {
  const kept: Row[] = [];
  for (const row of rows) {
    const isMeant = where(row);
    if (isMeant === undefined) {
      history.reading.find('measure/filter-unknown', {}, { fact });
      return undefined;
    }
    if (isMeant) kept.push(row);
  }
  return kept;
}

/** The sum of a figure; undefined where one row states none, or beyond exact sums. */
function sumOf(history: History, rows: readonly Row[], summand: SourceField, fact: string): number | undefined {
  const figures: number[] = [];
  for (const row of rows) {
    const figure = summand.read(row);
    if (typeof figure !== 'number') return undefined;
    figures.push(row.negative ? -figure : figure);
  }
  // Exact on the way as well: what is added up, whatever its sign, stays within exact numbers.
  const size = sum(sortedNumbers(figures.map(Math.abs)));
  return exact(history, size, fact) === undefined ? undefined : sum(sortedNumbers(figures));
}

/** A measure over rows: how many there are, what they sum to, or which share of the sum is meant. */
export function readRows(take: 'count' | 'sum' | 'share', source: Source, summand: SourceField | undefined, where: RowRule = everyRow): Windowed {
  return (history, range, fact) => {
    const rows = rowsIn(history, source, range, fact);
    const chosen = rows === undefined ? undefined : meant(history, take === 'count' ? rows.filter((row) => row.counts) : rows, where, fact);
    if (rows === undefined || chosen === undefined) return undefined;
    if (take === 'count' || summand === undefined) return chosen.length;
    const part = sumOf(history, chosen, summand, fact);
    if (take === 'sum' || part === undefined) return part;
    const whole = sumOf(history, rows, summand, fact);
    // Negative figures, such as a discount on a line, can make a part larger than its whole: that is no share.
    const share = whole === undefined || whole === 0 ? undefined : quotient(part, whole);
    return share === undefined || share < 0 || share > 1 ? undefined : share;
  };
}

/** Exact for whole numbers; a plain division else, unknown where it overflows. */
export function quotient(a: number, b: number): number | undefined {
  if (Number.isSafeInteger(a) && Number.isSafeInteger(b)) return ratioOf(BigInt(a), BigInt(b));
  return Number.isFinite(a / b) ? a / b : undefined;
}
