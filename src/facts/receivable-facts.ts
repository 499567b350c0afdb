import { monthIndex } from '../internal/days.js';
import { ratioOf } from '../internal/money.js';
import { firstDayOfPeriod } from '../internal/periods.js';
import { leastOf } from '../internal/statistics.js';
import type { Windowed } from './fact-definition.js';
import type { History } from './history.js';
import { receivablesIn } from './payment-facts.js';
import { exact } from './purchase-facts.js';
import type { Receivable } from './receivables.js';
import type { DayRange } from './window.js';

/** The invoices of a range that can be judged: those that are paid, and those that are overdue. */
function judgedIn(history: History, range: DayRange, fact: string): readonly Receivable[] | undefined {
  const invoices = receivablesIn(history, range, fact);
  if (invoices === undefined || invoices.some(({ open }) => open === null)) return undefined;
  return invoices.filter(({ open, due }) => open === 0 || due < history.reading.asOf.day);
}

/** Share, by number, of the judged invoices of a range that were paid in full by their due day. */
export function onTimeInvoiceRatio(history: History, range: DayRange, fact: string): number | undefined {
  const invoices = judgedIn(history, range, fact);
  if (invoices === undefined || invoices.length === 0) return undefined;
  return invoices.filter(({ amount, paidOnTime }) => paidOnTime === amount.minor).length / invoices.length;
}

/** Mean days by which the money of judged invoices came after its due day, weighted by amount; what is overdue is late by as much as it is now. */
export function daysBeyondTerms(history: History, range: DayRange, fact: string): number | undefined {
  const invoices = judgedIn(history, range, fact);
  if (invoices === undefined) return undefined;
  let billed = 0;
  let late = 0n;
  for (const { amount, open, due, paidLate } of invoices) {
    if (amount.minor === null || open === null || paidLate === null) return undefined;
    billed += amount.minor;
    late += paidLate + BigInt(open) * BigInt(Math.max(0, history.reading.asOf.day - due));
  }
  return billed === 0 || exact(history, billed, fact) === undefined ? undefined : ratioOf(late, BigInt(billed));
}

function sumOpen(history: History, range: DayRange, fact: string, isMeant: (daysBeyond: number) => boolean): number | undefined {
  const invoices = receivablesIn(history, range, fact);
  if (invoices === undefined) return undefined;
  let sum = 0;
  for (const { open, due } of invoices) {
    if (open === null) return undefined;
    if (isMeant(history.reading.asOf.day - due)) sum += open;
  }
  return exact(history, sum, fact);
}

/** What is unpaid of all invoices, in minor units. */
export function openReceivables(history: History, range: DayRange, fact: string): number | undefined {
  return sumOpen(history, range, fact, () => true);
}

/** Makes a fact: what is unpaid and overdue by so many days, both ends included. */
export function overdueBetween(least: number, most: number): Windowed {
  return (history, range, fact) => sumOpen(history, range, fact, (days) => days >= least && days <= most);
}

/**
 * Days sales outstanding by count-back: what is open is used up by what was invoiced, month by month back from the day. A month whose invoices
 * are less than the rest counts all of its days that have come; the one that covers the rest counts in proportion.
 */
export function salesOutstandingDays(history: History, range: DayRange, fact: string): number | undefined {
  const invoices = receivablesIn(history, range, fact);
  const open = openReceivables(history, range, fact);
  if (invoices === undefined || open === undefined || invoices.length === 0) return undefined;
  const billed = new Map<number, number>();
  for (const { day, amount } of invoices) {
    if (amount.minor === null) return undefined;
    billed.set(monthIndex(day), (billed.get(monthIndex(day)) ?? 0) + amount.minor);
  }
  const today = history.reading.asOf.day;
  const earliest = leastOf(billed.keys());
  let [rest, days, end] = [open, 0, today + 1];
  for (let month = monthIndex(today); rest > 0 && month >= earliest; month -= 1) {
    const start = firstDayOfPeriod(month, 'month');
    const sold = billed.get(month) ?? 0;
    if (sold > rest) return ratioOf(BigInt(days) * BigInt(sold) + BigInt(end - start) * BigInt(rest), BigInt(sold));
    rest -= sold;
    days += end - start;
    end = start;
  }
  return days;
}
