import type { Day } from '../internal/days.js';
import type { Field, RuleValue } from '../rules/types.js';
import type { DatedPart } from './dated.js';
import type { History } from './history.js';
import type { Amount, Dated, Entry, Part, PartName } from './reading.js';
import { isUnits, linesOf, unitsOf, type Sale } from './sales.js';

/** One event as a measure sees it. */
export interface Row {
  readonly day: Day;
  readonly entry: Entry;
  /** Undefined where the event states none. */
  readonly amount: Amount | undefined;
  /** Subtracted in sums: a return among transactions. */
  readonly negative: boolean;
  /** In counts: a purchase, not a return and not a sale undone by returns. */
  readonly counts: boolean;
  readonly units: number | undefined;
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

function saleRow(sale: Sale): Row {
  return { day: sale.day, entry: sale.entry, amount: sale.amount, negative: sale.kind === 'return', counts: sale.counts, units: unitsOf(sale) };
}

function salesWhere(keep: (sale: Sale) => boolean): Source['rows'] {
  return (history) => {
    const part = history.sales();
    return part === undefined ? undefined : { ...part, entries: part.entries.filter(keep).map(saleRow) };
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
      rows.push({ ...line, negative: false, counts: true, units: isUnits(stated) ? stated : undefined });
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

function plainRow({ day, entry, amount: stated }: Dated): Row {
  return { day, entry, amount: stated, negative: false, counts: true, units: undefined };
}

const SALE_FIELDS = { amount, units, channel: text('channel'), currency: text('currency') };

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
  lines: { part: 'transactions', rows: lineRows, fields: { amount, units, sku: text('sku'), category: text('category'), group: text('group') } },
  invoices: {
    part: 'invoices',
    rows: (history) => {
      const part = history.invoices();
      return part === undefined ? undefined : { ...part, entries: part.entries.map(plainRow) };
    },
    fields: { amount },
  },
  payments: {
    part: 'payments',
    rows: (history) => {
      const part = history.payments();
      return part === undefined ? undefined : { ...part, entries: part.entries.map(plainRow) };
    },
    fields: { amount },
  },
  interactions: { part: 'interactions', rows: datedRows('interactions'), fields: { kind: text('kind'), channel: text('channel'), rating: number('rating') } },
  opportunities: {
    part: 'opportunities',
    rows: datedRows('opportunities'),
    fields: { amount, stage: text('stage'), status: choice('status', ['open', 'won', 'lost'], 'open') },
  },
  surveys: { part: 'surveys', rows: datedRows('surveys'), fields: { instrument: text('instrument'), score: number('score') } },
  costs: { part: 'costs', rows: datedRows('costs'), fields: { amount, kind: text('kind') } },
};
