import type { Json } from '../errors/json.js';
import { civilDate, dayOf, type Day } from '../internal/days.js';
import { shiftMonths } from '../internal/months.js';

/** A half-open range of days: `from` is inside, `to` is not. A null `from` reaches back without end. */
export interface DayRange {
  readonly from: Day | null;
  readonly to: Day;
}

/** Which days a measure looks at. */
export type Window =
  | { readonly kind: 'life' }
  | { readonly kind: 'last'; readonly months: number; readonly days: number }
  | { readonly kind: 'calendar'; readonly months: 1 | 3 | 12; readonly back: number; readonly startMonth: number };

export const WHOLE_LIFE: Window = { kind: 'life' };

const PERIOD = /^P(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?$/;
const CALENDAR_MONTHS: { readonly [unit: string]: 1 | 3 | 12 } = { month: 1, quarter: 3, year: 12 };

function readLast(text: unknown): Window | null {
  const match = typeof text === 'string' ? PERIOD.exec(text) : null;
  if (match === null) return null;
  const [years, months, weeks, days] = [match[1], match[2], match[3], match[4]].map((part) => Number(part ?? 0));
  const spanMonths = (years ?? 0) * 12 + (months ?? 0);
  const spanDays = (weeks ?? 0) * 7 + (days ?? 0);
  const isOneUnit = spanMonths > 0 !== spanDays > 0;
  return isOneUnit ? { kind: 'last', months: spanMonths, days: spanDays } : null;
}

function readCalendar(unit: unknown, back: unknown, startMonth: number): Window | null {
  if (typeof unit !== 'string' || !Object.hasOwn(CALENDAR_MONTHS, unit)) return null;
  const months = CALENDAR_MONTHS[unit];
  const periods = back ?? 0;
  const isCount = typeof periods === 'number' && Number.isInteger(periods) && periods >= 0 && periods <= 1200;
  return months === undefined || !isCount ? null : { kind: 'calendar', months, back: periods, startMonth };
}

/** Reads `{ "last": "P12M" }` or `{ "calendar": "quarter", "back": 1 }`; null if it is neither. */
export function readWindow(json: Json, fiscalYearStart: number): Window | null {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null;
  const { last, calendar, back, ...others } = json as { readonly [option: string]: Json };
  if (Object.keys(others).length > 0) return null;
  if (last !== undefined) return calendar === undefined && back === undefined ? readLast(last) : null;
  return readCalendar(calendar, back, fiscalYearStart);
}

/** True if the window ends at the day of classification, so that its last period is not over. */
export function isRunning(window: Window): boolean {
  return window.kind === 'life' || (window.kind === 'calendar' && window.back === 0);
}

function firstDayOfPeriod(day: Day, months: number, startMonth: number): Day {
  const { year, month } = civilDate(day);
  const sinceStart = (month - startMonth + 12) % months;
  const start = year * 12 + (month - 1) - sinceStart;
  return dayOf(Math.floor(start / 12), (start % 12) + 1, 1) ?? day;
}

/** The days of a window as of a day, or of the window `earlier` times before it. Each bound is one subtraction from the day after. */
export function rangeOf(window: Window, day: Day, earlier = 0): DayRange {
  const next = day + 1;
  if (window.kind === 'life') return { from: null, to: next };
  if (window.kind === 'last') {
    const bound = (times: number): Day => (window.months > 0 ? shiftMonths(next, -window.months * times) : next - window.days * times);
    return { from: bound(earlier + 1), to: bound(earlier) };
  }
  const back = window.back + earlier;
  const current = firstDayOfPeriod(day, window.months, window.startMonth);
  const from = shiftMonths(current, -window.months * back);
  return { from, to: back === 0 ? next : shiftMonths(current, -window.months * (back - 1)) };
}

export function contains(range: DayRange, day: Day): boolean {
  return day < range.to && (range.from === null || day >= range.from);
}
