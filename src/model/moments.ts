import { DAY_IN_MS, dayOf, dayText } from '../internal/days.js';
import { readMoment, type Moment } from '../internal/when.js';

/** The calendar reaches from year 1 to 9999; a day at each end is left for the offsets of time zones. */
const FIRST = (dayOf(1, 1, 2) ?? 0) * DAY_IN_MS;
const LAST = (dayOf(9999, 12, 30) ?? 0) * DAY_IN_MS;

/** Reads a `When` that can be written again in every time zone; null if it is none. */
export function readWhen(value: unknown): Moment | null {
  const moment = readMoment(value);
  if (moment === null || moment.kind === 'day') return moment;
  return moment.ms >= FIRST && moment.ms <= LAST ? moment : null;
}

const LOOSE = /^\s*(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?\s*$/;

/** A date that a text which is none can only mean, year first: `2026/6/30` → `2026-06-30`. */
export function suggestDate(text: string): string | undefined {
  const match = LOOSE.exec(text);
  const day = match === null ? null : dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  return day === null ? undefined : dayText(day);
}
