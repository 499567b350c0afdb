import { monthIndex, type Day } from '../internal/days.js';
import { meanMinor } from '../internal/money.js';
import type { History } from './history.js';
import { exact, sumSales } from './purchase-facts.js';
import { covers } from './reading.js';
import type { Sale } from './sales.js';
import { contains, type DayRange } from './window.js';

/** So many days after the first purchase make up the beginning. */
export const FIRST_DAYS = 90;

/** All that was bought in a range; undefined where it is not known. */
function boughtIn(history: History, range: DayRange, fact: string): readonly Sale[] | undefined {
  const part = history.sales();
  if (part === undefined || !covers(history.reading, 'transactions', part, range, fact)) return undefined;
  return part.entries.filter(({ counts, day }) => counts && contains(range, day));
}

function firstDayOf(bought: readonly Sale[]): Day {
  return bought.reduce((first, { day }) => Math.min(first, day), Infinity);
}

/** The first day that can have had a purchase in a range: that of the first purchase ever, or the first day of the range if something was bought before. */
function firstDayIn(history: History, range: DayRange, fact: string): Day | undefined {
  const known = history.sales()?.entries ?? [];
  // A purchase before the range says enough: that an earlier one is not known changes nothing.
  if (range.from !== null && known.some(({ counts, day }) => counts && day < (range.from ?? day))) return range.from;
  const all = boughtIn(history, { from: null, to: range.to }, fact);
  return all === undefined || all.length === 0 ? undefined : firstDayOf(all);
}

/** Calendar months with a purchase, divided by the months from the first purchase, or from the start of the range, to its end. */
export function activeMonthShare(history: History, range: DayRange, fact: string): number | undefined {
  const bought = boughtIn(history, range, fact);
  const first = bought === undefined ? undefined : firstDayIn(history, range, fact);
  if (bought === undefined || first === undefined) return undefined;
  return new Set(bought.map(({ day }) => monthIndex(day))).size / (monthIndex(range.to - 1) - monthIndex(first) + 1);
}

/** What was spent, less returns, in the 90 days that begin with the first purchase; undefined until they are over. */
export function spendInFirst90Days(history: History, range: DayRange, fact: string): number | undefined {
  const bought = boughtIn(history, range, fact);
  if (bought === undefined || bought.length === 0) return undefined;
  const first = firstDayOf(bought);
  return first + FIRST_DAYS > range.to ? undefined : sumSales(history, { from: first, to: first + FIRST_DAYS }, fact, 'net');
}

/** Mean of what was bought on each day with a purchase after the first such day, rounded half to even. */
export function meanRepeatDaySpend(history: History, range: DayRange, fact: string): number | undefined {
  const bought = boughtIn(history, range, fact);
  if (bought === undefined || bought.length === 0) return undefined;
  const first = firstDayOf(bought);
  const days = new Set<Day>();
  let spent = 0;
  for (const { day, amount } of bought) {
    if (day === first) continue;
    if (amount.minor === null) return undefined;
    days.add(day);
    spent += amount.minor;
  }
  return days.size === 0 || exact(history, spent, fact) === undefined ? undefined : meanMinor(spent, days.size);
}
