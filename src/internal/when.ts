import { DAY_IN_MS, dayOf, dayText, type Day } from './days.js';
import type { Zone } from './zone.js';

/** A point in time as a host wrote it: a day, an instant, or a local date-time that still needs a time zone. */
export type Moment =
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'instant'; readonly ms: number }
  /** `ms` reads the wall clock as if it were UTC. */
  | { readonly kind: 'local'; readonly day: Day; readonly ms: number };

/** The first instant of the year 1 and the last of the year 9999: years have four digits in text. */
const FIRST_INSTANT = -62_135_596_800_000;
const LAST_INSTANT = 253_402_300_799_999;
const isInRange = (ms: number): boolean => ms >= FIRST_INSTANT && ms <= LAST_INSTANT;

const DIGIT_ZERO = 48;
const DATE_LENGTH = 10;

/** `width` decimal digits from `start`, or -1. */
function digits(text: string, start: number, width: number): number {
  let value = 0;
  for (let i = start; i < start + width; i += 1) {
    const digit = text.charCodeAt(i) - DIGIT_ZERO;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** A time of `HH:MM[:SS[.fraction]]` with an optional offset, after the `T` or the space. */
const TIME = /^(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s?(Z|z|[+-]\d\d(?::?\d\d)?)?$/;

function readTime(text: string): { readonly ms: number; readonly offsetMinutes: number | null } | null {
  const match = TIME.exec(text);
  if (match === null) return null;
  const hours = Number(match[1]);
  const minutes = Number(match[2]);
  const seconds = Number(match[3] ?? 0);
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  const milliseconds = Number((match[4] ?? '').slice(0, 3).padEnd(3, '0'));
  const ms = ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds;
  const zone = match[5];
  if (zone === undefined) return { ms, offsetMinutes: null };
  if (zone === 'Z' || zone === 'z') return { ms, offsetMinutes: 0 };
  const offset = Number(zone.slice(1, 3)) * 60 + Number(zone.length > 3 ? zone.slice(-2) : 0);
  return { ms, offsetMinutes: zone.startsWith('-') ? -offset : offset };
}

function readText(text: string): Moment | null {
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return null;
  const day = dayOf(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2));
  if (day === null) return null;
  if (text.length === DATE_LENGTH) return { kind: 'day', day };
  const separator = text.charAt(DATE_LENGTH);
  if (separator !== 'T' && separator !== ' ' && separator !== 't') return null;
  const time = readTime(text.slice(DATE_LENGTH + 1));
  if (time === null) return null;
  const ms = day * DAY_IN_MS + time.ms;
  if (time.offsetMinutes === null) return { kind: 'local', day, ms };
  const instant = ms - time.offsetMinutes * 60_000;
  return isInRange(instant) ? { kind: 'instant', ms: instant } : null;
}

/** The milliseconds of a Date of any realm; null for what is no Date. The intrinsic method is the only check that cannot be faked. */
function dateMilliseconds(value: object): number | null {
  try {
    // Most objects are plain ones, and a throw costs more than all else that is done with an event.
    const inherited: unknown = Object.getPrototypeOf(value);
    if (inherited === Object.prototype || inherited === Array.prototype || inherited === null) return null;
    return Date.prototype.getTime.call(value);
  } catch {
    return null;
  }
}

/** Reads a `When`; null if it is none. */
export function readMoment(value: unknown): Moment | null {
  if (typeof value === 'string') return readText(value);
  if (typeof value !== 'object' || value === null) return null;
  const ms = dateMilliseconds(value);
  return ms !== null && isInRange(ms) ? { kind: 'instant', ms } : null;
}

const HYPHEN = 45;
const COLON = 58;
const NONE = -1;

/** The minute of the day of `HH:MM` from a place, or -1. */
function minuteAt(text: string, start: number): number {
  const hours = digits(text, start, 2);
  const minutes = digits(text, start + 3, 2);
  return text.charCodeAt(start + 2) === COLON && hours >= 0 && hours <= 23 && minutes >= 0 && minutes <= 59 ? hours * 60 + minutes : NONE;
}

/**
 * The day of the usual texts, `YYYY-MM-DD` and `YYYY-MM-DDTHH:MM:SS` with `Z`, `+HH:MM` or nothing after it, without an object for each.
 * -1 for every other text and for all before 1971, which the long way reads.
 */
function usualDay(zone: Zone, text: string): Day {
  const { length } = text;
  if (length < DATE_LENGTH || text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return NONE;
  const year = digits(text, 0, 4);
  // Near the ends of time an instant may be out of range.
  if (year < 1971 || year > 9000) return NONE;
  const day = dayOf(year, digits(text, 5, 2), digits(text, 8, 2)) ?? NONE;
  if (day === NONE || length === DATE_LENGTH) return day;
  const separator = text.charAt(DATE_LENGTH);
  if (length < 19 || (separator !== 'T' && separator !== ' ')) return NONE;
  const minute = minuteAt(text, 11);
  const seconds = digits(text, 17, 2);
  if (minute === NONE || text.charCodeAt(16) !== COLON || seconds < 0 || seconds > 59) return NONE;
  if (length === 19) return day;
  const sign = text.charAt(19);
  let offset = 0;
  if (length === 25 && (sign === '+' || sign === '-')) {
    const hours = digits(text, 20, 2);
    const minutes = digits(text, 23, 2);
    if (hours < 0 || minutes < 0 || text.charCodeAt(22) !== COLON) return NONE;
    offset = sign === '-' ? -(hours * 60 + minutes) : hours * 60 + minutes;
  } else if (length !== 20 || sign !== 'Z') return NONE;
  return zone.dayOf(day * DAY_IN_MS + (minute - offset) * 60_000 + seconds * 1000);
}

/** The day of a `When` in a time zone; null if it is none. The same as by `readMoment` and `dayIn`, and quicker for the usual texts. */
export function readDay(zone: Zone, value: unknown): Day | null {
  if (typeof value === 'object' && value !== null) {
    const ms = dateMilliseconds(value);
    return ms !== null && isInRange(ms) ? zone.dayOf(ms) : null;
  }
  const day = typeof value === 'string' ? usualDay(zone, value) : NONE;
  if (day !== NONE) return day;
  const moment = readMoment(value);
  return moment === null ? null : dayIn(zone, moment);
}

/** The day of a moment in a time zone. A date without a time is that date everywhere, and a local time has its own date. */
export function dayIn(zone: Zone, moment: Moment): Day {
  return moment.kind === 'instant' ? zone.dayOf(moment.ms) : moment.day;
}

/** The instant of a moment; null for a date without a time. */
export function instantIn(zone: Zone, moment: Moment): number | null {
  if (moment.kind === 'day') return null;
  return moment.kind === 'instant' ? moment.ms : zone.instantOf(moment.ms);
}

/** The moment as text that means the same everywhere: `YYYY-MM-DD`, or a date-time with the offset of the zone. */
export function momentText(zone: Zone, moment: Moment): string {
  const ms = instantIn(zone, moment);
  if (ms === null) return dayText(dayIn(zone, moment));
  // Long ago zones were off by seconds too, and an offset in text has whole minutes; a year in text has four digits.
  const exact = Math.round(zone.offsetAt(ms));
  const offset = isInRange(ms + exact * 60_000) ? exact : 0;
  const local = ms + offset * 60_000;
  const day = Math.floor(local / DAY_IN_MS);
  const time = new Date(local - day * DAY_IN_MS).toISOString().slice(DATE_LENGTH, -1).replace(/\.000$/, '');
  const minutes = Math.abs(offset);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${dayText(day)}${time}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
