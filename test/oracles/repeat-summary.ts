import type { Day } from '../../src/internal/days.js';
import { firstDayOfPeriod, periodIndex } from '../../src/internal/periods.js';

/** What purchases are counted in; several in one count once. */
export type RepeatUnit = 'day' | 'week' | 'month';

/** A purchase as a summary needs it; the amount is in minor units. */
export interface DatedAmount {
  readonly day: Day;
  readonly amount: number;
}

/**
 * A customer's purchases as models of repeat buying take them. lifetimes and PyMC-Marketing call them, in this order, `frequency`, `recency`,
 * `T` and `monetary_value`; recency there is not the time since the last purchase but the time from the first to the last.
 */
export interface RepeatSummary {
  /** How many periods have a purchase, after the first that has one. */
  readonly repeatPeriods: number;
  /** Days from the first day of the first period with a purchase to the first day of the last: with days as periods, the days between. */
  readonly lifetimeSpanDays: number;
  /** Days from the first day of the first period with a purchase to the first day of the period of the end. */
  readonly ageDays: number;
  /** Mean amount of the repeat periods, in minor units and not rounded; null where there are none. */
  readonly meanRepeatAmount: number | null;
}

export interface RepeatOptions {
  readonly unit?: RepeatUnit;
  /** True to count the first period too, and to take its amount into the mean. */
  readonly includeFirst?: boolean;
}

/** How many days a period has: of months the mean of 400 years, 365.2425 ÷ 12. */
export const DAYS_PER_PERIOD: { readonly [U in RepeatUnit]: number } = { day: 1, week: 7, month: 365.2425 / 12 };

/** What was bought in each period through a day, by the number of the period. */
function amountsByPeriod(purchases: Iterable<DatedAmount>, until: Day, unit: RepeatUnit): ReadonlyMap<number, number> {
  const amounts = new Map<number, number>();
  for (const { day, amount } of purchases) {
    if (day > until) continue;
    const period = periodIndex(day, unit);
    amounts.set(period, (amounts.get(period) ?? 0) + amount);
  }
  return amounts;
}

/** Sums up the purchases through a day, which is inside; undefined where there are none. Their order changes nothing. */
export function repeatSummary(purchases: Iterable<DatedAmount>, until: Day, { unit = 'day', includeFirst = false }: RepeatOptions = {}): RepeatSummary | undefined {
  const amounts = amountsByPeriod(purchases, until, unit);
  if (amounts.size === 0) return undefined;
  let [first, last, total] = [Infinity, -Infinity, 0];
  for (const [period, amount] of amounts) {
    first = Math.min(first, period);
    last = Math.max(last, period);
    total += amount;
  }
  const start = firstDayOfPeriod(first, unit);
  const counted = includeFirst ? amounts.size : amounts.size - 1;
  const sum = includeFirst ? total : total - (amounts.get(first) ?? 0);
  return {
    repeatPeriods: counted,
    lifetimeSpanDays: firstDayOfPeriod(last, unit) - start,
    ageDays: firstDayOfPeriod(periodIndex(until, unit), unit) - start,
    meanRepeatAmount: counted === 0 ? null : sum / counted,
  };
}

/** How many periods have a purchase after a day and through another: what a forecast made on the first is checked against on the second. */
export function holdoutPeriods(purchases: Iterable<DatedAmount>, after: Day, until: Day, unit: RepeatUnit = 'day'): number {
  const later = [...purchases].filter(({ day }) => day > after);
  return amountsByPeriod(later, until, unit).size;
}
