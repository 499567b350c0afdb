import { readDated, type DatedEntry, type DatedPart } from './dated.js';
import { allPayments, readInvoices, readPayments, type Invoice, type PaymentEntry } from './payments.js';
import { readReceivables, type Receivable } from './receivables.js';
import { createFindTwin, type Part, type Reading } from './reading.js';
import { readSaleColumns, type SaleColumns } from './sale-columns.js';
import { salesOf, type Sale } from './sales.js';
import { readTargets, type Target } from './targets.js';

/** A record's events as of a day. Each part is read when a fact first asks for it, and once. */
export interface History {
  readonly reading: Reading;
  /** The transactions in columns: quicker than an object for each. */
  readonly saleColumns: () => SaleColumns | undefined;
  readonly sales: () => Part<Sale> | undefined;
  readonly invoices: () => Part<Invoice> | undefined;
  /** All payments, those inside invoices too. */
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
  // One payment may stand inside an invoice and on its own: both are read with the same ids in view.
  const findPayment = createFindTwin(reading);
  const invoices = once(() => readInvoices(reading, findPayment));
  const onTheirOwn = once(() => readPayments(reading, findPayment));
  const saleColumns = once(() => readSaleColumns(reading));
  const dated = (part: DatedPart) => once(() => readDated(reading, part));
  return {
    reading,
    saleColumns,
    sales: once(() => {
      const columns = saleColumns();
      return columns === undefined ? undefined : salesOf(columns);
    }),
    invoices,
    payments: once(() => allPayments(invoices, onTheirOwn)),
    receivables: once(() => readReceivables(reading, invoices, onTheirOwn)),
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
