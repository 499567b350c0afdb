import { isBlank } from '../internal/blank.js';
import { monthIndex, type Day } from '../internal/days.js';
import { MAX_MINOR, meanMinor } from '../internal/money.js';
import { median } from '../internal/statistics.js';
import type { History } from './history.js';
import { covers, isEntry, isList } from './reading.js';
import { NOTHING, PURCHASE, RETURN, type SaleColumns } from './sale-columns.js';
import { unitsOf, type Sale } from './sales.js';
import { MILLION } from './tally.js';
import { contains, type DayRange } from './window.js';

/** All sales and returns, if they are known over all of a range. */
function salesKnownIn(history: History, range: DayRange, fact: string): SaleColumns | undefined {
  const columns = history.saleColumns();
  return columns === undefined || !covers(history.reading, 'transactions', columns, range, fact) ? undefined : columns;
}

function purchasesIn(history: History, range: DayRange, fact: string): readonly Sale[] | undefined {
  if (salesKnownIn(history, range, fact) === undefined) return undefined;
  return history.sales()?.entries.filter((sale) => sale.counts && contains(range, sale.day));
}

/** The bounds of a range as numbers, for loops over days. */
function daysOf({ from, to }: DayRange): { readonly from: Day; readonly to: Day } {
  return { from: from ?? Number.NEGATIVE_INFINITY, to };
}

/** Number of purchases. */
export function purchases(history: History, range: DayRange, fact: string): number | undefined {
  const sales = salesKnownIn(history, range, fact);
  if (sales === undefined) return undefined;
  const { days, kinds } = sales;
  const { from, to } = daysOf(range);
  let count = 0;
  for (let place = 0; place < days.length; place += 1) {
    const day = days[place] ?? to;
    if (kinds[place] === PURCHASE && day < to && day >= from) count += 1;
  }
  return count;
}

/** A sum of sales, of returns, or of sales less returns, in minor units. */
export function sumSales(history: History, range: DayRange, fact: string, of: 'gross' | 'refunds' | 'net'): number | undefined {
  const sales = salesKnownIn(history, range, fact);
  if (sales === undefined) return undefined;
  let sold = 0;
  let returned = 0;
  const { days, kinds, minor } = sales;
  const { from, to } = daysOf(range);
  for (let place = 0; place < days.length; place += 1) {
    const day = days[place] ?? to;
    const kind = kinds[place] ?? NOTHING;
    if (kind === NOTHING || day >= to || day < from) continue;
    if (kind === RETURN ? of === 'gross' : of === 'refunds') continue;
    const amount = minor[place] ?? Number.NaN;
    if (Number.isNaN(amount)) return undefined;
    if (kind === RETURN) returned += amount;
    else sold += amount;
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

/** Units of all purchases, added up in millionths so that their order changes nothing. */
export function sumUnits(history: History, range: DayRange, fact: string): number | undefined {
  const bought = purchasesIn(history, range, fact);
  if (bought === undefined) return undefined;
  let millionths = 0;
  for (const sale of bought) {
    const units = unitsOf(sale);
    if (units === undefined) {
      history.reading.find('data/units-missing', {}, { fact, pointer: sale.pointer });
      return undefined;
    }
    millionths += Math.round(units * MILLION);
  }
  return exact(history, millionths, fact) === undefined ? undefined : millionths / MILLION;
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

/** The last two days with a purchase, each undefined where there is none. */
function latestDays({ days, kinds }: SaleColumns): { readonly last: Day | undefined; readonly before: Day | undefined } {
  let last: Day | undefined;
  let before: Day | undefined;
  for (let place = 0; place < days.length; place += 1) {
    const day = days[place];
    if (day === undefined || kinds[place] !== PURCHASE) continue;
    if (last === undefined || day > last) {
      before = last;
      last = day;
    } else if (day < last && (before === undefined || day > before)) before = day;
  }
  return { last, before };
}

/** True if no purchase can be later than a day but the known ones: the part is complete since then, and no entry that cannot be read could be later. */
function isKnownSince(history: History, part: SaleColumns, day: Day | undefined, fact: string): boolean {
  return covers(history.reading, 'transactions', part, { from: day ?? null, to: history.reading.asOf.day + 1 }, fact);
}

/** Days since the last purchase. */
export function daysSinceLastPurchase(history: History, fact: string): number | undefined {
  const part = history.saleColumns();
  if (part === undefined) return undefined;
  const { last } = latestDays(part);
  return isKnownSince(history, part, last, fact) && last !== undefined ? history.reading.asOf.day - last : undefined;
}

/** Days between the last two days with a purchase. */
export function lastGapDays(history: History, fact: string): number | undefined {
  const part = history.saleColumns();
  if (part === undefined) return undefined;
  const { last, before } = latestDays(part);
  return isKnownSince(history, part, before, fact) && last !== undefined && before !== undefined ? last - before : undefined;
}

/** Days since the first purchase. */
export function daysSinceFirstPurchase(history: History, range: DayRange, fact: string): number | undefined {
  const sales = salesKnownIn(history, range, fact);
  if (sales === undefined) return undefined;
  let first: Day | undefined;
  const { days, kinds } = sales;
  for (let place = 0; place < days.length; place += 1) {
    const day = days[place];
    if (day !== undefined && kinds[place] === PURCHASE && (first === undefined || day < first)) first = day;
  }
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
