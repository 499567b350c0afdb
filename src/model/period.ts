import { dayOf, type Day } from '../internal/days.js';
import { shiftMonths } from '../internal/months.js';

/** A period by name: `2026`, `2026-Q2`, `2026-06`, `FY2026`, `FY2026-Q1`. */
export interface NamedPeriod {
  readonly year: number;
  /** Counted in fiscal years, which are named after the calendar year in which they end. */
  readonly fiscal: boolean;
  /** Months before it within its year. */
  readonly startMonth: number;
  /** Its length in months. */
  readonly months: number;
}

const NAME = /^(FY)?(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/;

/** Reads the name of a period; null if it is none. A month of a fiscal year has no name of its own: write the calendar month. */
export function readPeriod(text: string): NamedPeriod | null {
  const match = NAME.exec(text);
  if (match === null) return null;
  const fiscal = match[1] !== undefined;
  const year = Number(match[2]);
  if (year < 2 || (fiscal && match[4] !== undefined)) return null;
  if (match[3] !== undefined) return { year, fiscal, startMonth: (Number(match[3]) - 1) * 3, months: 3 };
  if (match[4] !== undefined) return { year, fiscal, startMonth: Number(match[4]) - 1, months: 1 };
  return { year, fiscal, startMonth: 0, months: 12 };
}

/**
 * The days of a named period, from the first up to and without the second. `fiscalStart` is the month (1 to 12) in which fiscal years begin.
 */
export function periodDays(period: NamedPeriod, fiscalStart = 1): { readonly from: Day; readonly to: Day } {
  const offset = period.fiscal && fiscalStart > 1 ? fiscalStart - 13 : 0;
  const january = dayOf(period.year, 1, 1) ?? 0;
  return { from: shiftMonths(january, offset + period.startMonth), to: shiftMonths(january, offset + period.startMonth + period.months) };
}
