import type { Json } from '../errors/json.js';
import type { Day } from '../internal/days.js';
import { shiftMonths } from '../internal/months.js';
import { FIRST_DAY, firstDayOfPeriod, periodIndex, type PeriodUnit } from '../internal/periods.js';
import { readMoment } from '../internal/when.js';

/** A half-open range of days: `from` is inside, `to` is not. A null `from` reaches back without end. */
export interface DayRange {
  readonly from: Day | null;
  readonly to: Day;
}

/** What `calendar` may name. Quarters and fiscal years begin with the policy's `fiscalYearStart`, years in January, weeks on a Monday. */
export type CalendarUnit = 'week' | 'month' | 'quarter' | 'year' | 'fiscalYear';

/** How far a window is moved back: so many windows of its own, and so many years. */
interface Moved {
  readonly back: number;
  readonly yearsBack: number;
}

/** Which days a measure looks at. */
export type Window =
  | { readonly kind: 'life' }
  | ({ readonly kind: 'last'; readonly months: number; readonly days: number } & Moved)
  | ({ readonly kind: 'calendar'; readonly unit: CalendarUnit; readonly startMonth: number } & Moved)
  /** Days that are named: `from` is inside, `to` is not. */
  | { readonly kind: 'between'; readonly from: Day; readonly to: Day };

export const WHOLE_LIFE: Window = { kind: 'life' };

/** A window as it is written; what is not there is undefined. */
interface Written {
  readonly [option: string]: Json | undefined;
}

const PERIOD = /^P(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?$/;

/** What the units of calendars are made of. */
export const CALENDAR: { readonly [U in CalendarUnit]: { readonly unit: PeriodUnit; readonly perYear: number; readonly isFiscal: boolean } } = {
  week: { unit: 'week', perYear: 0, isFiscal: false },
  month: { unit: 'month', perYear: 12, isFiscal: false },
  quarter: { unit: 'quarter', perYear: 4, isFiscal: true },
  year: { unit: 'year', perYear: 1, isFiscal: false },
  fiscalYear: { unit: 'year', perYear: 1, isFiscal: true },
};
const isCalendarUnit = (unit: unknown): unit is CalendarUnit => typeof unit === 'string' && Object.hasOwn(CALENDAR, unit);

const MOST_BACK = 1200;
const MOST_YEARS_BACK = 100;
const isCount = (value: unknown, most: number): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;

function readMoved({ back = 0, yearsBack = 0 }: Written): Moved | null {
  return isCount(back, MOST_BACK) && isCount(yearsBack, MOST_YEARS_BACK) ? { back, yearsBack } : null;
}

/** A length of time: calendar months, or days. */
export interface Span {
  readonly months: number;
  readonly days: number;
}

/** Reads a length such as `P12M` or `P90D`: years and months, or weeks and days; null if it is none. */
export function readSpan(value: unknown): Span | null {
  const match = typeof value === 'string' ? PERIOD.exec(value) : null;
  if (match === null) return null;
  const [years, months, weeks, days] = [match[1], match[2], match[3], match[4]].map((part) => Number(part ?? 0));
  const spanMonths = (years ?? 0) * 12 + (months ?? 0);
  const spanDays = (weeks ?? 0) * 7 + (days ?? 0);
  const isOneUnit = spanMonths > 0 !== spanDays > 0;
  return isOneUnit ? { months: spanMonths, days: spanDays } : null;
}

function readLast(written: Written): Window | null {
  const span = readSpan(written['last']);
  const moved = readMoved(written);
  return span === null || moved === null ? null : { kind: 'last', ...span, ...moved };
}

function readCalendar(written: Written, fiscalYearStart: number): Window | null {
  const unit = written['calendar'];
  const moved = readMoved(written);
  if (!isCalendarUnit(unit) || moved === null) return null;
  // No week lies on the dates that a week had a year before.
  if (unit === 'week' && moved.yearsBack > 0) return null;
  return { kind: 'calendar', unit, startMonth: CALENDAR[unit].isFiscal ? fiscalYearStart : 1, ...moved };
}

function readBetween({ from, to }: Written): Window | null {
  const first = readMoment(from);
  const last = readMoment(to);
  if (first?.kind !== 'day' || last?.kind !== 'day' || first.day > last.day) return null;
  return { kind: 'between', from: first.day, to: last.day + 1 };
}

/** Each form of a window by the options that it may have, the one that it is known by first. */
const FORMS: readonly { readonly options: readonly string[]; readonly read: (written: Written, fiscalYearStart: number) => Window | null }[] = [
  { options: ['last', 'back', 'yearsBack'], read: readLast },
  { options: ['calendar', 'back', 'yearsBack'], read: readCalendar },
  { options: ['from', 'to'], read: readBetween },
  { options: ['life'], read: ({ life }) => (life === true ? WHOLE_LIFE : null) },
];

/** Reads a window as a policy writes it, such as `{ "last": "P12M" }` or `{ "calendar": "quarter", "back": 1 }`; null if it is none. */
export function readWindow(json: Json, fiscalYearStart: number): Window | null {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null;
  const written = json as Written;
  const names = Object.keys(written).filter((name) => written[name] !== undefined);
  const form = FORMS.find(({ options: [known = ''] }) => names.includes(known));
  return form?.options !== undefined && names.every((name) => form.options.includes(name)) ? form.read(written, fiscalYearStart) : null;
}

/**
 * True if the last period of the window is not over, so that an earlier one of its kind is longer and cannot be compared with it. Days that
 * are named have no earlier ones; as of a day they are running until their last day has come.
 */
export function isRunning(window: Window, day?: Day): boolean {
  if (window.kind === 'life') return true;
  if (window.kind === 'between') return day === undefined || window.to > day + 1;
  return window.kind === 'calendar' && window.back === 0;
}

/** A day some months earlier, in one subtraction, and then some days; no earlier than the first day of the year 1. */
function before(day: Day, months: number, days = 0): Day {
  const shifted = shiftMonths(day, -months) - days;
  // Beyond what dates can say the shift is not a number.
  return shifted > FIRST_DAY ? shifted : FIRST_DAY;
}

/** The days of a window as of a day, or of the window `earlier` times before it. Each bound is one subtraction from the day after. */
export function rangeOf(window: Window, day: Day, earlier = 0): DayRange {
  const next = day + 1;
  if (window.kind === 'life') return { from: null, to: next };
  if (window.kind === 'between') {
    const moved = (window.to - window.from) * earlier;
    const from = Math.max(window.from - moved, FIRST_DAY);
    // Later days are not known yet: days that have not begun hold nothing.
    return { from, to: Math.max(from, Math.min(window.to - moved, next)) };
  }
  const back = window.back + earlier;
  const { yearsBack } = window;
  if (window.kind === 'last') {
    const bound = (times: number): Day => before(next, yearsBack * 12 + window.months * times, window.days * times);
    return { from: bound(back + 1), to: bound(back) };
  }
  const { unit, perYear } = CALENDAR[window.unit];
  const current = periodIndex(day, unit, window.startMonth) - yearsBack * perYear;
  const first = (periods: number): Day => firstDayOfPeriod(current - periods, unit, window.startMonth);
  return { from: first(back), to: back === 0 ? before(next, yearsBack * 12) : first(back - 1) };
}

export function contains(range: DayRange, day: Day): boolean {
  return day < range.to && (range.from === null || day >= range.from);
}
