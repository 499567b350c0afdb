import type { Day } from '../internal/days.js';
import { divideHalfEven } from '../internal/money.js';
import { laterStart, type Invoice, type PaymentEntry, type ReadOnce } from './payments.js';
import type { Amount, Part, Reading } from './reading.js';

/** An invoice with what was paid of it as of the day. */
export interface Receivable {
  /** Where the invoice stands in the record. */
  readonly pointer: string;
  /** The day of issue. */
  readonly day: Day;
  readonly due: Day;
  readonly amount: Amount;
  /** In minor units of the policy's currency; null where an amount on either side has no rate. */
  readonly open: number | null;
  /** Paid by the due day, in minor units. */
  readonly paidOnTime: number | null;
  /** What was paid later, in minor units times days. */
  readonly paidLate: bigint | null;
}

/** The invoices issued from a day on (null: all of them) with what was paid of each; undefined where invoices or payments are not known. */
export type Receivables = (from?: Day | null) => Part<Receivable> | undefined;

/** The receivables of a record; for each first day they are worked out once. */
export function createReceivables(reading: Reading, readInvoices: ReadOnce<Invoice>, readPayments: ReadOnce<PaymentEntry>): Receivables {
  const known = new Map<Day | null, Part<Receivable> | undefined>();
  return (from = null) => {
    if (!known.has(from)) known.set(from, readReceivables(reading, readInvoices, readPayments, from));
    return known.get(from);
  };
}

/**
 * What is older than the window is settled: neither invoices issued before it nor what was paid before it without naming an invoice are looked
 * at. Else a record with less history than another would be judged differently, although all that the window holds is the same.
 */
function readReceivables(reading: Reading, readInvoices: ReadOnce<Invoice>, readPayments: ReadOnce<PaymentEntry>, from: Day | null): Part<Receivable> | undefined {
  const all = readInvoices();
  if (all === undefined) return undefined;
  const invoices: Part<Invoice> = from === null ? all : { ...all, entries: all.entries.filter(({ day }) => day >= from), unreadable: all.unreadable.filter((day) => day === null || day >= from) };
  // Without invoices there is nothing to pay; with them, payments that are not known may have paid any of them.
  const payments = invoices.entries.length === 0 ? undefined : readPayments();
  if (invoices.entries.length > 0 && payments === undefined) return undefined;
  // What could not be read may have been paid, or due, on any day.
  const isWhole = invoices.unreadable.length === 0 && (payments?.unreadable ?? []).length === 0;
  return {
    entries: allocate(reading, invoices.entries, paymentsFrom(reading, from, all.entries, invoices.entries, payments?.entries ?? [])),
    since: laterStart(invoices.since, payments?.since ?? null),
    unreadable: isWhole ? [] : [null],
  };
}

/** Payments that name an invoice of the window, and those of its days that name none. */
function paymentsFrom(reading: Reading, from: Day | null, all: readonly Invoice[], invoices: readonly Invoice[], payments: readonly PaymentEntry[]): readonly PaymentEntry[] {
  if (from === null) return payments;
  const inWindow = new Set(invoices.map(({ id }) => id));
  const inRecord = new Set(all.map(({ id }) => id));
  return payments.filter(({ day, invoice }) => {
    if (invoice === undefined) return day >= from;
    if (day >= from && !inRecord.has(invoice)) reading.find('payment/unknown-invoice', { invoice });
    return inWindow.has(invoice);
  });
}

interface Account {
  readonly invoice: Invoice;
  open: number;
  paidOnTime: number;
  paidLate: bigint;
}

/** Money that pays no invoice yet. */
interface Credit {
  readonly day: Day;
  readonly rest: number;
}

/** Pays an account, and gives what is left. */
function pay(account: Account, day: Day, figure: number): number {
  const part = Math.min(account.open, figure);
  account.open -= part;
  if (day <= account.invoice.due) account.paidOnTime += part;
  else account.paidLate += BigInt(part) * BigInt(day - account.invoice.due);
  return figure - part;
}

/** Which of two invoices an unmatched payment pays first: the one due first; the rest only keeps the order of a record from mattering. */
function byDue(a: Invoice, b: Invoice): number {
  return a.due - b.due || a.day - b.day || a.amount.face - b.amount.face || compareTexts(a.amount.currency, b.amount.currency) || compareTexts(a.id ?? '', b.id ?? '');
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Gives payments to the invoices they name; what is left over, and unmatched payments, pay the oldest due first. */
function allocate(reading: Reading, invoices: readonly Invoice[], onTheirOwn: readonly PaymentEntry[]): readonly Receivable[] {
  const payments = [...invoices.flatMap((invoice) => invoice.payments ?? []), ...onTheirOwn];
  const currency = invoices[0]?.amount.currency;
  // Within one currency what was paid is set against what was asked for, so that a rate that moved in between leaves nothing open.
  const isOneCurrency = [...invoices, ...payments].every(({ amount }) => amount.currency === currency);
  const figureOf = ({ face, minor }: Amount): number | null => (isOneCurrency && Number.isFinite(face) ? face : minor);
  const isKnown = [...invoices, ...payments].every(({ amount }) => figureOf(amount) !== null);
  if (!isKnown) return invoices.map(({ pointer, day, due, amount }) => ({ pointer, day, due, amount, open: null, paidOnTime: null, paidLate: null }));

  const accounts = invoices.map((invoice): Account => ({ invoice, open: figureOf(invoice.amount) ?? 0, paidOnTime: 0, paidLate: 0n }));
  const byId = new Map(accounts.flatMap((account) => (account.invoice.id === undefined ? [] : [[account.invoice.id, account] as const])));
  const inside = accounts.flatMap((account) => (account.invoice.payments ?? []).map((payment) => ({ payment, account })));
  const named = onTheirOwn.map((payment) => ({ payment, account: payment.invoice === undefined ? undefined : byId.get(payment.invoice) }));
  const credits: Credit[] = [];
  for (const { payment, account } of [...inside, ...named].sort((a, b) => a.payment.day - b.payment.day)) {
    const figure = figureOf(payment.amount) ?? 0;
    if (account === undefined && payment.invoice !== undefined) reading.find('payment/unknown-invoice', { invoice: payment.invoice });
    else credits.push({ day: payment.day, rest: account === undefined ? figure : pay(account, payment.day, figure) });
  }

  const oldestFirst = [...accounts].sort((a, b) => byDue(a.invoice, b.invoice));
  let next = 0;
  for (const { day, rest: credit } of credits) {
    let rest = credit;
    for (let account = oldestFirst[next]; rest > 0 && account !== undefined; account = oldestFirst[next]) {
      rest = pay(account, day, rest);
      if (account.open === 0) next += 1;
    }
  }
  return accounts.map((account) => receivable(account, isOneCurrency));
}

/** An account in minor units of the policy's currency, at the rate of its invoice. */
function receivable({ invoice, open, paidOnTime, paidLate }: Account, isInFace: boolean): Receivable {
  const { pointer, day, due, amount } = invoice;
  const { face, minor } = amount;
  if (minor === null) return { pointer, day, due, amount, open: null, paidOnTime: null, paidLate: null };
  const converted = (figure: bigint): bigint => (isInFace && minor !== face ? divideHalfEven(figure * BigInt(minor), BigInt(face)) : figure);
  return { pointer, day, due, amount, open: Number(converted(BigInt(open))), paidOnTime: Number(converted(BigInt(paidOnTime))), paidLate: converted(paidLate) };
}
