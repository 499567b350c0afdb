import { readDated, type DatedEntry, type DatedPart } from './dated.js';
import { readPayments, readReceivables, type PaymentEntry, type Receivable } from './receivables.js';
import type { Part, Reading } from './reading.js';
import { readSales, type Sale } from './sales.js';
import { readTargets, type Target } from './targets.js';

/** A record's events as of a day. Each part is read when a fact first asks for it, and once. */
export interface History {
  readonly reading: Reading;
  readonly sales: () => Part<Sale> | undefined;
  readonly payments: () => Part<PaymentEntry> | undefined;
  readonly receivables: () => Part<Receivable> | undefined;
  readonly targets: () => readonly Target[] | undefined;
  readonly dated: { readonly [P in DatedPart]: () => Part<DatedEntry> | undefined };
}

function once<T>(read: () => T): () => T {
  let held: { readonly value: T } | undefined;
  return () => (held ??= { value: read() }).value;
}

export function createHistory(reading: Reading): History {
  const payments = once(() => readPayments(reading));
  const dated = (part: DatedPart) => once(() => readDated(reading, part));
  return {
    reading,
    sales: once(() => readSales(reading)),
    payments,
    receivables: once(() => readReceivables(reading, payments)),
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
