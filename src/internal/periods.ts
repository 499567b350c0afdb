import { civilDate, type Day } from './days.js';

/** A stretch of the calendar in which events are counted together. Weeks begin on Monday (ISO 8601). */
export type PeriodUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';

export const PERIOD_UNITS: readonly PeriodUnit[] = Object.freeze(['day', 'week', 'month', 'quarter', 'year']);

const MONTHS: { readonly [unit in PeriodUnit]: number } = { day: 0, week: 0, month: 1, quarter: 3, year: 12 };
/** 1 January 1970 was a Thursday. */
const DAYS_SINCE_MONDAY = 3;

/** A number that is the same for all days of one period, and one more for the next period. Quarters and years begin with `startMonth`. */
export function periodIndex(day: Day, unit: PeriodUnit, startMonth = 1): number {
  if (unit === 'day') return day;
  if (unit === 'week') return Math.floor((day + DAYS_SINCE_MONDAY) / 7);
  const { year, month } = civilDate(day);
  return Math.floor((year * 12 + month - startMonth) / MONTHS[unit]);
}
