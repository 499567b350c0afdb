import { ratioOf } from '../internal/money.js';
import type { History } from './history.js';
import { exact } from './purchase-facts.js';
import { covers } from './reading.js';
import type { Receivable } from './receivables.js';
import { contains, type DayRange } from './window.js';

/** The invoices of a range with what was paid of each; undefined where they are not known. */
export function receivablesIn(history: History, range: DayRange, fact: string): readonly Receivable[] | undefined {
  const part = history.receivables(range.from);
  if (part === undefined || !covers(history.reading, 'invoices', part, range, fact)) return undefined;
  return part.entries.filter((invoice) => contains(range, invoice.day));
}

/** Share, by amount, of what was invoiced in the range that was paid by its due day. Open invoices that are not yet overdue are not judged. */
export function onTimePaymentRatio(history: History, range: DayRange, fact: string): number | undefined {
  const invoices = receivablesIn(history, range, fact);
  if (invoices === undefined) return undefined;
  let billed = 0;
  let onTime = 0;
  for (const invoice of invoices) {
    if (invoice.open === null || invoice.paidOnTime === null || invoice.amount.minor === null) return undefined;
    if (invoice.open > 0 && invoice.due >= history.reading.asOf.day) continue;
    billed += invoice.amount.minor;
    onTime += invoice.paidOnTime;
  }
  if (billed === 0 || exact(history, billed, fact) === undefined) return undefined;
  return ratioOf(BigInt(onTime), BigInt(billed));
}

/** What is unpaid of the invoices that were due before the day, in minor units. */
export function overdueAmount(history: History, range: DayRange, fact: string): number | undefined {
  const invoices = receivablesIn(history, range, fact);
  if (invoices === undefined) return undefined;
  let sum = 0;
  for (const invoice of invoices) {
    if (invoice.open === null) return undefined;
    if (invoice.due < history.reading.asOf.day) sum += invoice.open;
  }
  return exact(history, sum, fact);
}

/** Days by which the oldest unpaid invoice is overdue; 0 when none is. */
export function maxDaysOverdue(history: History, range: DayRange, fact: string): number | undefined {
  const invoices = receivablesIn(history, range, fact);
  if (invoices === undefined) return undefined;
  let most = 0;
  for (const invoice of invoices) {
    if (invoice.open === null) return undefined;
    if (invoice.open > 0) most = Math.max(most, history.reading.asOf.day - invoice.due);
  }
  return most;
}
