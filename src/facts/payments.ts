import type { Day } from '../internal/days.js';
import { readDay } from '../internal/when.js';
import { isAfter } from './as-of.js';
import { idOf, isAbsent, isEntry, isList, readAmount, readPart, unreadable, type Amount, type Dated, type Entry, type FindTwin, type Part, type Reading } from './reading.js';

/** A payment, on its own or inside an invoice. */
export interface PaymentEntry extends Dated {
  readonly amount: Amount;
  /** The id of the invoice that it names. */
  readonly invoice: string | undefined;
}

/** An invoice as it was issued. */
export interface Invoice extends Dated {
  readonly id: string | undefined;
  readonly due: Day;
  readonly amount: Amount;
  /** Payments stated inside the invoice; undefined where it states none. */
  readonly payments: readonly PaymentEntry[] | undefined;
}

function readPayment(reading: Reading, entry: Entry, day: Day, pointer: string, currency?: string): PaymentEntry | undefined {
  const inCurrency = currency !== undefined && isAbsent(entry['currency']) ? { ...entry, currency } : entry;
  const amount = readAmount(reading, entry['amount'], inCurrency, day, pointer);
  if (amount === undefined) return undefined;
  if (amount.face < 0) return unreadable(reading, `${pointer}/amount`, 'record/negative-amount');
  return { day, amount, entry, pointer, invoice: idOf(entry['invoice']) };
}

/** The payments that stand on their own; undefined where they are not known. */
export function readPayments(reading: Reading, findTwin: FindTwin): Part<PaymentEntry> | undefined {
  return readPart(reading, 'payments', 'at', (entry, day, pointer) => readPayment(reading, entry, day, pointer), findTwin);
}

/** Payments inside an invoice are in its currency, unless they state another; undefined where one cannot be read, `disputed` where two differ under one id. */
function readPaymentsInside(reading: Reading, list: readonly unknown[], invoicePointer: string, currency: string, findTwin: FindTwin): readonly PaymentEntry[] | 'disputed' | undefined {
  const payments: PaymentEntry[] = [];
  for (let index = 0; index < list.length; index += 1) {
    const entry: unknown = list[index];
    const pointer = `${invoicePointer}/payments/${String(index)}`;
    const when = isEntry(entry) ? entry['at'] : undefined;
    const day = readDay(reading.settings.zone, when);
    if (day === null || !isEntry(entry)) return unreadable(reading, `${pointer}/at`, 'time/not-a-date');
    if (isAfter(when, day, reading.asOf, reading.settings.zone)) {
      reading.later();
      continue;
    }
    const payment = readPayment(reading, entry, day, pointer, currency);
    const twin = payment === undefined ? undefined : findTwin(payment, pointer);
    if (payment === undefined) return undefined;
    if (twin?.isSame === false) return 'disputed';
    if (twin === undefined) payments.push(payment);
  }
  return payments;
}

/** The invoices of a record that were issued by the day; undefined where they are not known. Invoices over nothing do not count. */
export function readInvoices(reading: Reading, findTwin: FindTwin): Part<Invoice> | undefined {
  // The other payment under an id may be inside an invoice of any day; which of the two comes first in the record must not matter.
  const disputed: null[] = [];
  const part = readPart<Invoice>(reading, 'invoices', 'issued', (entry, day, pointer) => {
    const amount = readAmount(reading, entry['amount'], entry, day, pointer);
    if (amount === undefined) return undefined;
    if (amount.face < 0) return unreadable(reading, `${pointer}/amount`, 'record/negative-amount');
    const due = readDay(reading.settings.zone, entry['due']);
    if (due === null) return unreadable(reading, `${pointer}/due`, 'time/not-a-date');
    const invoice = { id: idOf(entry['id']), day, due, amount, entry, pointer };
    const inside = entry['payments'];
    if (inside === undefined || inside === null) return { ...invoice, payments: undefined };
    if (!isList(inside)) return unreadable(reading, `${pointer}/payments`, 'record/wrong-type');
    const payments = readPaymentsInside(reading, inside, pointer, amount.currency, findTwin);
    if (payments === 'disputed') disputed.push(null);
    return payments === undefined || payments === 'disputed' ? undefined : { ...invoice, payments };
  });
  if (part === undefined) return undefined;
  return { ...part, entries: part.entries.filter(({ amount }) => amount.face !== 0), unreadable: [...part.unreadable, ...disputed] };
}

export type ReadOnce<E> = () => Part<E> | undefined;

/** The later of two first days. */
export function laterStart(a: Day | null, b: Day | null): Day | null {
  return a === null || (b !== null && b > a) ? b : a;
}

/** All payments, inside invoices and on their own; undefined where either part is not known: what is absent may hold more of them. */
export function allPayments(readInvoicesOnce: ReadOnce<Invoice>, readOnTheirOwn: ReadOnce<PaymentEntry>): Part<PaymentEntry> | undefined {
  const invoices = readInvoicesOnce();
  const onTheirOwn = readOnTheirOwn();
  if (invoices === undefined || onTheirOwn === undefined) return undefined;
  const inside = invoices.entries.flatMap(({ payments }) => payments ?? []);
  // Payments inside an invoice that cannot be read may have been made on any day.
  const lost: readonly (Day | null)[] = invoices.unreadable.length === 0 ? [] : [null];
  return {
    entries: [...inside, ...onTheirOwn.entries],
    since: inside.length === 0 ? onTheirOwn.since : laterStart(invoices.since, onTheirOwn.since),
    unreadable: [...onTheirOwn.unreadable, ...lost],
  };
}
