import type { Day } from '../internal/days.js';
import { dayIn, readMoment } from '../internal/when.js';
import { isAfter } from './as-of.js';
import { isEntry, readAmount, readPart, unreadable, type Amount, type Entry, type Part, type Reading } from './reading.js';

/** A payment, on its own or inside an invoice. */
export interface PaymentEntry {
  readonly day: Day;
  readonly amount: Amount;
  readonly entry: Entry;
  readonly invoice: string | undefined;
}

/** What was paid of an invoice on a day. */
interface Share {
  readonly day: Day;
  readonly minor: number;
}

/** An invoice with what was paid of it as of the day. */
export interface Receivable {
  readonly day: Day;
  readonly due: Day;
  readonly amount: Amount;
  readonly entry: Entry;
  /** In minor units; null where an amount on either side has no rate. */
  readonly open: number | null;
  /** Paid by the due day, in minor units. */
  readonly paidOnTime: number | null;
}

interface Invoice {
  readonly id: string | undefined;
  readonly due: Day;
  readonly amount: Amount;
  readonly entry: Entry;
  /** Payments stated inside the invoice; undefined where it states none. */
  readonly own: readonly PaymentEntry[] | undefined;
}

function readPaymentAmount(reading: Reading, entry: Entry, day: Day, pointer: string): PaymentEntry | undefined {
  const amount = readAmount(reading, entry['amount'], entry, day, `${pointer}/amount`);
  if (amount === undefined) return undefined;
  if (amount.face < 0) return unreadable(reading, `${pointer}/amount`, 'record/negative-amount');
  return { day, amount, entry, invoice: typeof entry['invoice'] === 'string' ? entry['invoice'] : undefined };
}

/** The payments that stand on their own; undefined where they are not known. */
export function readPayments(reading: Reading): Part<PaymentEntry> | undefined {
  return readPart(reading, 'payments', 'at', (entry, day, pointer) => readPaymentAmount(reading, entry, day, pointer));
}

function readOwnPayments(reading: Reading, list: readonly unknown[], pointer: string): readonly PaymentEntry[] | undefined {
  const payments: PaymentEntry[] = [];
  for (let index = 0; index < list.length; index += 1) {
    const entry: unknown = list[index];
    const at = `${pointer}/payments/${String(index)}`;
    const moment = isEntry(entry) ? readMoment(entry['at']) : null;
    if (moment === null || !isEntry(entry)) return unreadable(reading, `${at}/at`, 'time/not-a-date');
    const day = dayIn(reading.settings.zone, moment);
    if (isAfter(moment, day, reading.asOf, reading.settings.zone)) reading.later();
    else {
      const payment = readPaymentAmount(reading, entry, day, at);
      if (payment === undefined) return undefined;
      payments.push(payment);
    }
  }
  return payments;
}

/** The invoices of a record with what was paid of each; undefined where invoices or payments are not known. */
export function readReceivables(reading: Reading, payments: () => Part<PaymentEntry> | undefined): Part<Receivable> | undefined {
  const { zone } = reading.settings;
  const part = readPart<Invoice>(reading, 'invoices', 'issued', (entry, issued, pointer) => {
    const amount = readAmount(reading, entry['amount'], entry, issued, `${pointer}/amount`);
    if (amount === undefined) return undefined;
    if (amount.face < 0) return unreadable(reading, `${pointer}/amount`, 'record/negative-amount');
    const due = readMoment(entry['due']);
    if (due === null) return unreadable(reading, `${pointer}/due`, 'time/not-a-date');
    const list = entry['payments'];
    const own = Array.isArray(list) ? readOwnPayments(reading, list, pointer) : undefined;
    if (Array.isArray(list) && own === undefined) return undefined;
    const id = typeof entry['id'] === 'string' ? entry['id'] : undefined;
    return amount.face === 0 ? 'ignored' : { id, due: dayIn(zone, due), amount, entry, own };
  });
  if (part === undefined) return undefined;
  // Payments inside the invoices are enough only where every invoice states its own.
  const onTheirOwn = part.entries.every((invoice) => invoice.own !== undefined) && reading.record['payments'] === undefined ? undefined : payments();
  if (onTheirOwn === undefined && part.entries.some((invoice) => invoice.own === undefined)) return undefined;
  // What could not be read may have been paid, or due, on any day.
  const isWhole = part.unreadable.length === 0 && (onTheirOwn?.unreadable ?? []).length === 0;
  return {
    entries: allocate(reading, part.entries, onTheirOwn?.entries ?? []),
    since: later(part.since, onTheirOwn?.since ?? null),
    unreadable: isWhole ? [] : [null],
  };
}

function later(a: Day | null, b: Day | null): Day | null {
  return a === null || (b !== null && b > a) ? b : a;
}

/** Gives payments to the invoices they name; what is left over, and unmatched payments, pay the oldest due first. */
function allocate(reading: Reading, invoices: readonly Invoice[], payments: readonly PaymentEntry[]): readonly Receivable[] {
  const accounts = invoices.map((invoice) => ({ invoice, open: invoice.amount.minor ?? 0, paid: new Array<Share>() }));
  const byId = new Map(accounts.map((account) => [account.invoice.id, account] as const));
  const unmatched: Share[] = [];
  const unconverted = payments.some((payment) => payment.amount.minor === null) || invoices.some((one) => one.own?.some((own) => own.amount.minor === null));

  type Account = (typeof accounts)[number];
  const pay = (account: Account, day: Day, minor: number): number => {
    const part = Math.min(account.open, minor);
    account.open -= part;
    if (part > 0) account.paid.push({ day, minor: part });
    return minor - part;
  };
  const match = (account: Account, payment: PaymentEntry): void => {
    const rest = pay(account, payment.day, payment.amount.minor ?? 0);
    if (rest > 0) unmatched.push({ day: payment.day, minor: rest });
  };

  for (const account of accounts) {
    for (const payment of account.invoice.own ?? []) match(account, payment);
  }
  for (const payment of payments) {
    if (payment.invoice === undefined) unmatched.push({ day: payment.day, minor: payment.amount.minor ?? 0 });
    else {
      const account = byId.get(payment.invoice);
      if (account === undefined) reading.find('payment/unknown-invoice', { invoice: payment.invoice });
      else match(account, payment);
    }
  }

  const oldestFirst = [...accounts].sort((a, b) => a.invoice.due - b.invoice.due);
  let next = 0;
  for (const { day, minor } of unmatched.sort((a, b) => a.day - b.day)) {
    let rest = minor;
    for (let account = oldestFirst[next]; rest > 0 && account !== undefined; account = oldestFirst[next]) {
      rest = pay(account, day, rest);
      if (account.open === 0) next += 1;
    }
  }

  return accounts.map(({ invoice, open, paid }) => {
    const known = !unconverted && invoice.amount.minor !== null;
    const onTime = paid.reduce((sum, share) => (share.day <= invoice.due ? sum + share.minor : sum), 0);
    return { day: invoice.due, due: invoice.due, amount: invoice.amount, entry: invoice.entry, open: known ? open : null, paidOnTime: known ? onTime : null };
  });
}
