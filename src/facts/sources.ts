import type { Json } from '../errors/json.js';
import { dayText, type Day } from '../internal/days.js';
import type { Field, RuleValue } from '../rules/types.js';
import type { DatedPart } from './dated.js';
import { ratingOf } from './fields.js';
import type { History } from './history.js';
import { isAbsent, isList, readAmount, type Amount, type Dated, type Entry, type Part, type PartName, type Reading } from './reading.js';
import { isUnits, linesOf, unitsOf, type Sale } from './sales.js';

/** One event as a measure sees it. */
export interface Row {
  readonly day: Day;
  readonly entry: Entry;
  /** Where the event stands in the record; of a line that of its transaction. */
  readonly pointer: string;
  /** Undefined where the event states none. */
  readonly amount: Amount | undefined;
  /** Subtracted in sums: a return among transactions. */
  readonly negative: boolean;
  /** In counts: a purchase, not a return and not a sale undone by returns. */
  readonly counts: boolean;
  readonly units: number | undefined;
  /** Another amount that the event states, in minor units; undefined where it states none or none that can be used. */
  readonly money: (name: string) => number | undefined;
}

type Reader = (row: Row) => RuleValue | undefined;

export interface SourceField {
  readonly field: Field;
  readonly read: Reader;
}

/** Something to measure over. */
export interface Source {
  readonly part: PartName;
  /** The rows of a record; undefined, where they are not known. */
  readonly rows: (history: History, fact: string) => Part<Row> | undefined;
  /** True where the rows are others on other days. */
  readonly isOfDay?: true;
  readonly fields: { readonly [name: string]: SourceField };
}

const text = (name: string): SourceField => ({
  field: { type: 'text' },
  read: ({ entry }) => {
    const value = entry[name];
    return typeof value === 'string' && value.trim() !== '' ? value : undefined;
  },
});

const number = (name: string): SourceField => ({
  field: { type: 'number' },
  read: ({ entry }) => {
    const value = entry[name];
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
  },
});

const choice = (name: string, values: readonly string[], absent: string): SourceField => ({
  field: { type: 'enum', values },
  read: ({ entry }) => {
    const value = entry[name] ?? absent;
    return typeof value === 'string' && values.includes(value) ? value : undefined;
  },
});

const amount: SourceField = { field: { type: 'money' }, read: (row) => row.amount?.minor ?? undefined };
const units: SourceField = { field: { type: 'count', min: 0 }, read: (row) => row.units };
const at: SourceField = { field: { type: 'date' }, read: ({ day }) => dayText(day) };
/** The days from one day with an event to the next: a figure that no event has by itself. */
export const GAP: SourceField = { field: { type: 'days', min: 0 }, read: () => undefined };

/** Another amount of an event, in the event's currency. */
function money(name: string): SourceField {
  return { field: { type: 'money' }, read: (row) => row.money(name) };
}

/** What is left of an amount after what the goods cost. */
const margin: SourceField = {
  field: { type: 'money' },
  read: (row) => {
    const [sold, cost] = [row.amount?.minor ?? undefined, row.money('cost')];
    return sold === undefined || cost === undefined ? undefined : sold - cost;
  },
};

/** The lines of a transaction, for rules that look for a product among them. */
const lines: SourceField = {
  field: { type: 'list', element: { sku: { type: 'text' }, category: { type: 'text' }, group: { type: 'text' }, units: { type: 'count' } } },
  read: ({ entry }) => {
    const stated = entry['lines'];
    return isList(stated) ? (stated as readonly Json[]) : undefined;
  },
};

const noMoney = (): undefined => undefined;

function saleRow(reading: Reading, sale: Sale): Row {
  const { day, entry, amount: stated, kind, counts, pointer } = sale;
  const read = (name: string): number | undefined => {
    const value = entry[name];
    const found = isAbsent(value) ? undefined : readAmount(reading, value, { currency: stated.currency }, day, pointer, name);
    return found?.minor ?? undefined;
  };
  return { day, entry, pointer, amount: stated, negative: kind === 'return', counts, units: unitsOf(sale), money: read };
}

function salesWhere(keep: (sale: Sale) => boolean): Source['rows'] {
  return (history) => {
    const part = history.sales();
    return part === undefined ? undefined : { ...part, entries: part.entries.filter(keep).map((sale) => saleRow(history.reading, sale)) };
  };
}

function lineRows(history: History, fact: string): Part<Row> | undefined {
  const part = history.sales();
  if (part === undefined) return undefined;
  const rows: Row[] = [];
  const unknown: Day[] = [];
  for (const sale of part.entries) {
    if (!sale.counts) continue;
    const lines = linesOf(history.reading, sale);
    if (lines === undefined) {
      history.reading.find('data/lines-missing', {}, { fact, pointer: sale.pointer });
      unknown.push(sale.day);
    }
    for (const line of lines ?? []) {
      const stated = line.entry['units'];
      rows.push({ ...line, pointer: sale.pointer, negative: false, counts: true, units: isUnits(stated) ? stated : undefined, money: noMoney });
    }
  }
  return { entries: rows, since: part.since, unreadable: [...part.unreadable, ...unknown] };
}

function datedRows(part: DatedPart): Source['rows'] {
  return (history) => {
    const known = history.dated[part]();
    return known === undefined ? undefined : { ...known, entries: known.entries.map(plainRow) };
  };
}

function plainRow({ day, entry, pointer, amount: stated }: Dated): Row {
  return { day, entry, pointer, amount: stated, negative: false, counts: true, units: undefined, money: noMoney };
}

const SALE_FIELDS = { amount, units, cost: money('cost'), discount: money('discount'), margin, channel: text('channel'), currency: text('currency'), lines, at, gap: GAP };

/** A rating as a ratio of its scale. */
const rating: SourceField = { field: { type: 'ratio', min: 0, max: 1 }, read: ({ entry }) => ratingOf(entry) };

/** Plans stand at the last day of their period. Those of units have no amount, and those of money no units. */
function targetRows(history: History): Part<Row> | undefined {
  const { currency } = history.reading.settings;
  const targets = history.targets();
  const entries = targets?.filter(({ last }) => last <= history.reading.asOf.day).map(({ last, measure, plan, pointer }): Row => {
    const isUnitPlan = measure === 'units';
    return { day: last, entry: { measure }, pointer, amount: isUnitPlan ? undefined : { minor: plan, face: plan, currency }, negative: false, counts: true, units: isUnitPlan ? plan : undefined, money: noMoney };
  });
  return entries === undefined ? undefined : { entries, since: null, unreadable: [] };
}

/** What measures can be taken over, by name. */
export const SOURCES: { readonly [name: string]: Source } = {
  transactions: {
    part: 'transactions',
    rows: salesWhere(() => true),
    fields: SALE_FIELDS,
  },
  sales: { part: 'transactions', rows: salesWhere((sale) => sale.kind === 'sale'), fields: SALE_FIELDS },
  returns: {
    part: 'transactions',
    rows: (history, fact) => {
      const part = salesWhere((sale) => sale.kind === 'return')(history, fact);
      return part === undefined ? undefined : { ...part, entries: part.entries.map((row) => ({ ...row, negative: false, counts: true })) };
    },
    fields: SALE_FIELDS,
  },
  lines: { part: 'transactions', rows: lineRows, fields: { amount, units, sku: text('sku'), category: text('category'), group: text('group'), at, gap: GAP } },
  invoices: {
    part: 'invoices',
    rows: (history) => {
      const part = history.invoices();
      return part === undefined ? undefined : { ...part, entries: part.entries.map(plainRow) };
    },
    fields: { amount, at, gap: GAP },
  },
  payments: {
    part: 'payments',
    rows: (history) => {
      const part = history.payments();
      return part === undefined ? undefined : { ...part, entries: part.entries.map(plainRow) };
    },
    fields: { amount, at, gap: GAP },
  },
  interactions: { part: 'interactions', rows: datedRows('interactions'), fields: { kind: text('kind'), channel: text('channel'), rating: number('rating'), at, gap: GAP } },
  opportunities: {
    part: 'opportunities',
    rows: datedRows('opportunities'),
    fields: { amount, stage: text('stage'), status: choice('status', ['open', 'won', 'lost'], 'open'), at, gap: GAP },
  },
  surveys: { part: 'surveys', rows: datedRows('surveys'), fields: { instrument: text('instrument'), score: number('score'), at, gap: GAP } },
  costs: { part: 'costs', rows: datedRows('costs'), fields: { amount, kind: text('kind'), at, gap: GAP } },
  assessments: { part: 'assessments', rows: datedRows('assessments'), fields: { indicator: text('indicator'), rating, by: text('by'), at, gap: GAP } },
  targets: { part: 'targets', rows: targetRows, isOfDay: true, fields: { amount, units, measure: text('measure'), at } },
};
