// What other programs call the periods of the calendar, from the periods that the library counts in.
import { civilDate, dayOf, type Day } from '../../src/internal/days.js';
import { FIRST_DAY, firstDayOfPeriod, periodIndex } from '../../src/internal/periods.js';

/** The day of the week by ISO 8601: 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: Day): number {
  return day - firstDayOfPeriod(periodIndex(day, 'week'), 'week') + 1;
}

/** The day of the year, from 1. */
export function dayOfYear(day: Day): number {
  return day - (dayOf(civilDate(day).year, 1, 1) ?? FIRST_DAY) + 1;
}

/** The week of a day by ISO 8601. A week belongs to the year of its Thursday, so the year may differ from that of the day. */
export function isoWeek(day: Day): { readonly year: number; readonly week: number } {
  const thursday = day - weekdayOf(day) + 4;
  return { year: civilDate(thursday).year, week: Math.floor((dayOfYear(thursday) - 1) / 7) + 1 };
}

/** The fiscal quarter of a day. A fiscal year is named after the calendar year in which it ends. */
export function fiscalQuarter(day: Day, startMonth: number): { readonly year: number; readonly quarter: number } {
  const index = periodIndex(day, 'quarter', startMonth);
  return { year: Math.floor(index / 4) + (startMonth > 1 ? 1 : 0), quarter: (((index % 4) + 4) % 4) + 1 };
}
