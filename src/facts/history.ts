import type { Day } from '../internal/days.js';
import { readDated, type DatedEntry, type DatedPart } from './dated.js';
import { allPayments, readInvoices, readPayments, type Invoice, type PaymentEntry } from './payments.js';
import { createReceivables, type Receivables } from './receivables.js';
import { createFindTwin, type Part, type PartName, type Reading } from './reading.js';
import { readSaleColumns, type SaleColumns } from './sale-columns.js';
import { salesOf, type Sale } from './sales.js';
import type { Tally } from './tally.js';
import { readTargets, type Target } from './targets.js';
import type { DayRange } from './window.js';

/** Something that can be counted event by event, and kept as tallies instead of the events. */
export interface Countable {
  /** What it is kept under: two that are equal count the same. */
  readonly key: string;
  readonly part: PartName;
  /** Reads the events of a history; undefined if one cannot be read, else a way to count each into the tallies of its day. */
  readonly read: (history: History) => ((talliesOf: (day: Day) => readonly Tally[]) => void) | undefined;
}

/** Gives what was counted before, of events that the record no longer holds: tallies that must not be changed. */
export type Kept = (countable: Countable, range: DayRange) => readonly Tally[];

/** Gives what was made for an object before, or makes it. What is made for one object is always of one kind. */
export type Remember = <T>(made: object, make: () => T) => T;

/** A record's events as of a day. Each part is read when a fact first asks for it, and once. */
export interface History {
  readonly reading: Reading;
  /** The transactions in columns: quicker than an object for each. */
  readonly saleColumns: () => SaleColumns | undefined;
  readonly sales: () => Part<Sale> | undefined;
  readonly invoices: () => Part<Invoice> | undefined;
  /** All payments, those inside invoices too. */
  readonly payments: () => Part<PaymentEntry> | undefined;
  readonly receivables: Receivables;
  readonly targets: () => readonly Target[] | undefined;
  /** What was counted of events that the record does not hold; undefined where it holds all of them. */
  readonly kept: Kept | undefined;
  /** Keeps what is the same on all days, where one reading serves many; undefined where it serves one day, on which each fact notices its own. */
  readonly remember: Remember | undefined;
  readonly dated: { readonly [P in DatedPart]: () => Part<DatedEntry> | undefined };
}

function once<T>(read: () => T): () => T {
  let held: { readonly value: T } | undefined;
  return () => (held ??= { value: read() }).value;
}

/** A memory that lasts as long as what holds it. */
export function createMemory(): Remember {
  const known = new Map<object, unknown>();
  return <T>(made: object, make: () => T): T => {
    if (!known.has(made)) known.set(made, make());
    return known.get(made) as T;
  };
}

export function createHistory(reading: Reading, kept?: Kept): History {
  // One payment may stand inside an invoice and on its own: both are read with the same ids in view.
  const findPayment = createFindTwin(reading);
  const invoices = once(() => readInvoices(reading, findPayment));
  const onTheirOwn = once(() => readPayments(reading, findPayment));
  const saleColumns = once(() => readSaleColumns(reading));
  const dated = (part: DatedPart) => once(() => readDated(reading, part));
  return {
    reading,
    kept,
    remember: undefined,
    saleColumns,
    sales: once(() => {
      const columns = saleColumns();
      return columns === undefined ? undefined : salesOf(columns);
    }),
    invoices,
    payments: once(() => allPayments(invoices, onTheirOwn)),
    receivables: createReceivables(reading, invoices, onTheirOwn),
    targets: once(() => readTargets(reading)),
    dated: {
      interactions: dated('interactions'),
      opportunities: dated('opportunities'),
      assessments: dated('assessments'),
      surveys: dated('surveys'),
      costs: dated('costs'),
    },
  };
}
