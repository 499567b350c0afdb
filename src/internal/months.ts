import { civilDate, dayOf, daysInMonth, type Day } from './days.js';

/**
 * The same date some months later or earlier; the end of a shorter month where it has no such date. Less than every day before the year 1.
 *
 * Our own arithmetic, since it stands within loops over days: by a date in the zone UTC it takes a thousand times as long.
 */
export function shiftMonths(day: Day, months: number): Day {
  const { year, month, date } = civilDate(day);
  const index = year * 12 + month - 1 + months;
  const shifted = { year: Math.floor(index / 12), month: index - Math.floor(index / 12) * 12 + 1 };
  return dayOf(shifted.year, shifted.month, Math.min(date, daysInMonth(shifted.year, shifted.month))) ?? -Infinity;
}
