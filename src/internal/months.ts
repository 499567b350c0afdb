import { addMonths } from 'date-fns/addMonths';
import { tz } from '@date-fns/tz/tz';
import { DAY_IN_MS, type Day } from './days.js';

const inUtc = { in: tz('UTC') };

/** The same date some months later or earlier; the end of a shorter month where it has no such date. */
export function shiftMonths(day: Day, months: number): Day {
  return Math.round(addMonths(day * DAY_IN_MS, months, inUtc).getTime() / DAY_IN_MS);
}
