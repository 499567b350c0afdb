import { isBlank } from '../internal/blank.js';
import { monthIndex, type Day } from '../internal/days.js';
import { MAX_MINOR, meanMinor } from '../internal/money.js';
import { median, sortedNumbers, sum } from '../internal/statistics.js';
import type { History } from './history.js';
import { covers, isEntry, isList, type Part } from './reading.js';
import { unitsOf, type Sale } from './sales.js';
import { contains, type DayRange } from './window.js';

/** The sales and returns within a range; undefined where they are not known over all of it. */
function salesIn(history: History, range: DayRange, fact: string): readonly Sale[] | undefined {
  const part = history.sales();
  if (part === undefined || !covers(history.reading, 'transactions', part, range, fact)) return undefined;
  return part.entries.filter((sale) => contains(range, sale.day));
}

function purchasesIn(history: History, range: DayRange, fact: string): readonly Sale[] | undefined {
  return salesIn(history, range, fact)?.filter((sale) => sale.counts);
}

/** Number of purchases. */
export function purchases(history: History, range: DayRange, fact: string): number | undefined {
  return purchasesIn(history, range, fact)?.length;
}

/** A sum of sales, of returns, or of sales less returns, in minor units. */
export function sumSales(history: History, range: DayRange, fact: string, of: 'gross' | 'refunds' | 'net'): number | undefined {
  const sales = salesIn(history, range, fact);
  if (sales === undefined) return undefined;
  let sold = 0;
  let returned = 0;
  for (const { kind, amount } of sales) {
    if (kind === 'return' ? of === 'gross' : of === 'refunds') continue;
    if (amount.minor === null) return undefined;
    if (kind === 'return') returned += amount.minor;
    else sold += amount.minor;
  }
  const isExact = exact(history, sold, fact) !== undefined && exact(history, returned, fact) !== undefined;
  return !isExact ? undefined : of === 'refunds' ? returned : sold - returned;
}

/** A sum that is still exact; else undefined, with a finding. */
export function exact(history: History, total: number, fact: string): number | undefined {
  if (Math.abs(total) <= MAX_MINOR) return total;
  history.reading.find('money/too-large', {}, { fact });
  return undefined;
}

/** Mean amount of a purchase, in minor units, rounded half to even. */
export function meanOrderValue(history: History, range: DayRange, fact: string): number | undefined {
  const bought = purchasesIn(history, range, fact);
  if (bought === undefined || bought.length === 0) return undefined;
  let spent = 0;
  for (const { amount } of bought) {
    if (amount.minor === null) return undefined;
    spent += amount.minor;
  }
  return exact(history, spent, fact) === undefined ? undefined : meanMinor(spent, bought.length);
}

/** Units of all purchases. */
export function sumUnits(history: History, range: DayRange, fact: string): number | undefined {
  const bought = purchasesIn(history, range, fact);
  if (bought === undefined) return undefined;
  const stated: number[] = [];
  for (const sale of bought) {
    const units = unitsOf(sale);
    if (units === undefined) {
      history.reading.find('data/units-missing', {}, { fact, pointer: sale.pointer });
      return undefined;
    }
    stated.push(units);
  }
  return sum(sortedNumbers(stated));
}

/** Calendar months with a purchase. */
export function activeMonths(history: History, range: DayRange, fact: string): number | undefined {
  const bought = purchasesIn(history, range, fact);
  return bought === undefined ? undefined : new Set(bought.map((sale) => monthIndex(sale.day))).size;
}

/** Different categories among the lines of all purchases. */
export function distinctCategories(history: History, range: DayRange, fact: string): number | undefined {
  const bought = purchasesIn(history, range, fact);
  if (bought === undefined) return undefined;
  const categories = new Set<string>();
  for (const sale of bought) {
    const lines = sale.entry['lines'];
    const stated = isList(lines) ? lines.map((line) => (isEntry(line) ? line['category'] : undefined)) : [undefined];
    for (const category of stated) {
      if (typeof category !== 'string' || isBlank(category)) {
        history.reading.find('data/lines-missing', {}, { fact, pointer: sale.pointer });
        return undefined;
      }
      categories.add(category);
    }
  }
  return categories.size;
}

/** The days with a purchase, earliest first, each once. */
function purchaseDays(part: Part<Sale>): readonly Day[] {
  const days = new Set<Day>();
  for (const sale of part.entries) if (sale.counts) days.add(sale.day);
  return [...days].sort((a, b) => a - b);
}

/**
 * The purchase days, if the latest so many are surely the latest: the part is complete since then, and no entry that cannot be read could
 * be later.
 */
function latestPurchaseDays(history: History, needed: number, fact: string): readonly Day[] | undefined {
  const part = history.sales();
  if (part === undefined) return undefined;
  const days = purchaseDays(part);
  const earliestNeeded = days.at(-needed);
  const range = { from: earliestNeeded ?? null, to: history.reading.asOf.day + 1 };
  return covers(history.reading, 'transactions', part, range, fact) ? days : undefined;
}

/** Days since the last purchase. */
export function daysSinceLastPurchase(history: History, fact: string): number | undefined {
  const last = latestPurchaseDays(history, 1, fact)?.at(-1);
  return last === undefined ? undefined : history.reading.asOf.day - last;
}

/** Days between the last two days with a purchase. */
export function lastGapDays(history: History, fact: string): number | undefined {
  const days = latestPurchaseDays(history, 2, fact);
  const last = days?.at(-1);
  const before = days?.at(-2);
  return last === undefined || before === undefined ? undefined : last - before;
}

/** Days since the first purchase. */
export function daysSinceFirstPurchase(history: History, range: DayRange, fact: string): number | undefined {
  const part = history.sales();
  if (part === undefined || !covers(history.reading, 'transactions', part, range, fact)) return undefined;
  const first = purchaseDays(part)[0];
  return first === undefined ? undefined : history.reading.asOf.day - first;
}

/** Median of the days between one day with a purchase and the next. */
export function medianGapDays(history: History, range: DayRange, fact: string): number | undefined {
  const bought = purchasesIn(history, range, fact);
  if (bought === undefined) return undefined;
  const days = [...new Set(bought.map((sale) => sale.day))].sort((a, b) => a - b);
  if (days.length < 2) return undefined;
  const gaps = days.slice(1).map((day, index) => day - (days[index] ?? day));
  return median(gaps.sort((a, b) => a - b));
}
