import { monthIndex, type Day } from '../internal/days.js';
import { meanMinor } from '../internal/money.js';
import { median } from '../internal/statistics.js';
import type { Windowed } from './fact-definition.js';
import type { History } from './history.js';
import { covers, isEntry, isList, type Entry } from './reading.js';
import { rowsIn, selectionKey, tallyRows, type Selection } from './rows.js';
import { SOURCES, type Row, type Source } from './sources.js';
import { daysOf, MILLION, type Keeps, type Tally } from './tally.js';
import { isExact } from './takes.js';
import type { DayRange } from './window.js';

// Ready facts that are functions of all purchases are worked out of tallies here, for records of which some events are only kept as such.
// Both ways give the same figures; a property test compares them.

/** What the lines of a sale say of their categories; a sale that has no lines says nothing once. */
function statedCategories(lines: unknown): readonly Entry[] {
  if (!isList(lines)) return [{}];
  return lines.map((line) => (isEntry(line) ? line : {}));
}

/** The lines of purchases, as far as their categories go: amounts that cannot be read do not matter. */
const CATEGORIES: Source = {
  part: 'transactions',
  rows: (history, fact) => {
    const part = SOURCES['sales']?.rows(history, fact);
    if (part === undefined) return undefined;
    return { ...part, entries: part.entries.flatMap((row): readonly Row[] => statedCategories(row.entry['lines']).map((entry) => ({ ...row, entry }))) };
  },
  fields: { category: SOURCES['lines']?.fields['category'] ?? { field: { type: 'text' }, read: () => undefined } },
};

function selectionOf(of: string, keeps: Keeps, isTotal = false): Selection {
  const [name = '', field] = of.split('.');
  const source = SOURCES[name] ?? CATEGORIES;
  return { key: selectionKey(of, [], keeps, isTotal), source, of: field === undefined ? undefined : source.fields[field], where: [], keeps, isTotal };
}

const PURCHASES = selectionOf('sales', {});
const SOLD = selectionOf('sales.amount', { sum: true }, true);
const RETURNED = selectionOf('returns.amount', { sum: true }, true);
const PURCHASED = selectionOf('sales.amount', { sum: true });
const UNITS = selectionOf('sales.units', { sum: true });
const PURCHASE_DAYS = selectionOf('sales', { days: true });
const PURCHASE_EDGES = selectionOf('sales', { edges: true });
const CATEGORY_NAMES = selectionOf('categories.category', { texts: true });

/** The tally of a selection, if it is known over all of a range. */
function tallyIn(history: History, selection: Selection, range: DayRange, fact: string): Tally | undefined {
  const rows = rowsIn(history, selection.source, range, fact);
  return rows === undefined ? undefined : tallyRows(history, rows, selection, range);
}

/** The same, if every event states its figure and sums are exact. */
function known(history: History, selection: Selection, range: DayRange, fact: string): Tally | undefined {
  const tally = tallyIn(history, selection, range, fact);
  if (tally === undefined || tally.isUnknown) return undefined;
  return isExact(tally) ? tally : void history.reading.find('money/too-large', {}, { fact });
}

/** True if no purchase can be later than a day but the known ones. */
function isKnownSince(history: History, from: number | null, fact: string): boolean {
  const part = history.sales();
  return part !== undefined && covers(history.reading, 'transactions', part, { from, to: history.reading.asOf.day + 1 }, fact);
}

/** The tally of all purchases by the day, whether they are known or not: what is lost may be older than what matters. */
function ever(history: History, selection: Selection): Tally | undefined {
  const rows = selection.source.rows(history, '');
  return rows === undefined ? undefined : tallyRows(history, rows.entries, selection, { from: null, to: history.reading.asOf.day + 1 });
}

const sumOf = (history: History, range: DayRange, fact: string, of: 'gross' | 'refunds' | 'net'): number | undefined => {
  const sold = of === 'refunds' ? undefined : known(history, SOLD, range, fact);
  const returned = of === 'gross' ? undefined : known(history, RETURNED, range, fact);
  if ((of !== 'refunds' && sold === undefined) || (of !== 'gross' && returned === undefined)) return undefined;
  return of === 'refunds' ? returned?.sum : (sold?.sum ?? 0) - (returned?.sum ?? 0);
};

/** The last two of some days. */
function latestTwo(days: Iterable<Day>): { readonly last: Day | undefined; readonly before: Day | undefined } {
  let last: Day | undefined;
  let before: Day | undefined;
  for (const day of days) {
    if (last === undefined || day > last) [before, last] = [last, day];
    else if (before === undefined || day > before) before = day;
  }
  return { last, before };
}

const countPurchases: Windowed = (history, range, fact) => tallyIn(history, PURCHASES, range, fact)?.n;

const TALLIED: { readonly [id: string]: Windowed } = {
  purchases: countPurchases,
  lifetimePurchases: countPurchases,
  units: (history, range, fact) => {
    const tally = known(history, UNITS, range, fact);
    return tally === undefined ? undefined : tally.sum / MILLION;
  },
  activeMonths: (history, range, fact) => {
    const tally = tallyIn(history, PURCHASE_DAYS, range, fact);
    return tally === undefined ? undefined : new Set(daysOf(tally).map(monthIndex)).size;
  },
  distinctCategories: (history, range, fact) => {
    const tally = known(history, CATEGORY_NAMES, range, fact);
    return tally === undefined ? undefined : (tally.texts?.size ?? 0);
  },
  grossSpend: (history, range, fact) => sumOf(history, range, fact, 'gross'),
  refunds: (history, range, fact) => sumOf(history, range, fact, 'refunds'),
  netSpend: (history, range, fact) => sumOf(history, range, fact, 'net'),
  meanOrderValue: (history, range, fact) => {
    const tally = known(history, PURCHASED, range, fact);
    return tally === undefined || tally.n === 0 ? undefined : meanMinor(tally.sum, tally.n);
  },
  daysSinceLastPurchase: (history, _range, fact) => {
    const last = ever(history, PURCHASE_EDGES)?.last?.day;
    return isKnownSince(history, last ?? null, fact) && last !== undefined ? history.reading.asOf.day - last : undefined;
  },
  daysSinceFirstPurchase: (history, range, fact) => {
    const first = tallyIn(history, PURCHASE_EDGES, range, fact)?.first?.day;
    return first === undefined ? undefined : history.reading.asOf.day - first;
  },
  lastGapDays: (history, _range, fact) => {
    const tally = ever(history, PURCHASE_DAYS);
    const { last, before } = latestTwo(tally?.byDay?.keys() ?? []);
    if (!isKnownSince(history, last === undefined ? null : (before ?? null), fact)) return undefined;
    return last === undefined || before === undefined ? undefined : last - before;
  },
  medianGapDays: (history, range, fact) => {
    const tally = tallyIn(history, PURCHASE_DAYS, range, fact);
    const days = tally === undefined ? [] : daysOf(tally);
    const gaps = days.slice(1).map((day, index) => day - (days[index] ?? day));
    return gaps.length === 0 ? undefined : median(gaps.sort((a, b) => a - b));
  },
};

/** A ready fact that is computed from all events of a record, and from tallies where some events are only kept as such. */
export function fromTallies(id: string, of: Windowed): Windowed {
  const tallied = Object.hasOwn(TALLIED, id) ? TALLIED[id] : undefined;
  return tallied === undefined ? of : (history, range, fact) => (history.kept === undefined ? of : tallied)(history, range, fact);
}
