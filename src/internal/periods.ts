import { civilDate, dayOf, daysInMonth, monthIndex, type Day } from './days.js';

/** A part of the calendar that days fall into. A week is that of ISO 8601: it begins on a Monday. */
export type PeriodUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';

export const PERIOD_UNITS: readonly PeriodUnit[] = Object.freeze(['day', 'week', 'month', 'quarter', 'year']);

/** The first day that has a date of four digits: nothing looks back further. */
export const FIRST_DAY: Day = -719_162;

/** The last day that has one. */
export const LAST_DAY: Day = 2_932_896;

const MONTHS: { readonly [unit in 'month' | 'quarter' | 'year']: number } = { month: 1, quarter: 3, year: 12 };

/** Day 0 was a Thursday, three days after a Monday. */
const SINCE_MONDAY = 3;

/**
 * A number that is the same for all days of one period, and one more for the next period.
 * Quarters and years are counted from `startMonth`, 1 to 12.
 */
export function periodIndex(day: Day, unit: PeriodUnit, startMonth = 1): number {
  if (unit === 'day') return day;
  if (unit === 'week') return Math.floor((day + SINCE_MONDAY) / 7);
  if (unit === 'month') return monthIndex(day);
  return Math.floor((monthIndex(day) - (startMonth - 1)) / MONTHS[unit]);
}

/** The first day of the period with an index, no earlier than the first day of the year 1. */
export function firstDayOfPeriod(index: number, unit: PeriodUnit, startMonth = 1): Day {
  if (unit === 'day') return Math.max(index, FIRST_DAY);
  if (unit === 'week') return Math.max(index * 7 - SINCE_MONDAY, FIRST_DAY);
  const months = index * MONTHS[unit] + (unit === 'month' ? 0 : startMonth - 1);
  return dayOf(Math.floor(months / 12), (months % 12) + 1, 1) ?? FIRST_DAY;
}

/**
 * The calendar months that are over from a day to another: a month is over on the same date, or on the last of a month that has no such date.
 * Negative where the other day is earlier.
 */
export function completedMonths(from: Day, to: Day): number {
  const { year, month, date } = civilDate(to);
  const due = Math.min(civilDate(from).date, daysInMonth(year, month));
  const months = monthIndex(to) - monthIndex(from);
  if (to < from) return date > due ? months + 1 : months;
  return date < due ? months - 1 : months;
}
