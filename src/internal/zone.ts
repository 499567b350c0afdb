import { tzOffset } from '@date-fns/tz/tzOffset';
import { DAY_IN_MS, type Day } from './days.js';

/** A time zone with its own cache of offsets; make one for each classifier or reading. */
export interface Zone {
  readonly name: string;
  /** Minutes east of UTC at an instant. */
  readonly offsetAt: (ms: number) => number;
  /** The calendar day of an instant in this zone. */
  readonly dayOf: (ms: number) => Day;
  /** The instant of a wall-clock time given as if it were UTC. In a gap the clock runs on with the old offset; of two instants it is the first. */
  readonly instantOf: (localMs: number) => number;
}

/** What reads like an offset: an offset alone is no time zone, and in a name it must not be taken for one. */
const OFFSET = /[+-]\d\d/;

/** True if the time zone is an IANA name that this runtime knows. */
export function isTimeZone(name: string): boolean {
  if (!OFFSET.test(name)) return !Number.isNaN(tzOffset(name, new Date(0)));
  try {
    return /^[^+-]/.test(name) && new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** About 180 years from 1970 on. */
const PAGED_DAYS = 65_536;

/** The zone of a name that `isTimeZone` accepts. */
export function createZone(name: string): Zone {
  // One entry for each UTC day asked for: its offset, or null where the clocks change within it. Days of our time stand in pages, which are
  // quicker to look into than a map.
  const pages: (number | null | undefined)[][] = [];
  const others = new Map<number, number | null>();
  const exact = (ms: number): number => tzOffset(name, new Date(ms));

  const ofDay = (utcDay: number): number | null => {
    const first = exact(utcDay * DAY_IN_MS);
    return first === exact((utcDay + 1) * DAY_IN_MS - 1) ? first : null;
  };

  const known = (utcDay: number): number | null => {
    if (utcDay >= 0 && utcDay < PAGED_DAYS) {
      const page = (pages[utcDay >> 8] ??= []);
      const offset = page[utcDay & 255];
      return offset === undefined ? (page[utcDay & 255] = ofDay(utcDay)) : offset;
    }
    let offset = others.get(utcDay);
    if (offset === undefined) {
      offset = ofDay(utcDay);
      others.set(utcDay, offset);
    }
    return offset;
  };

  const offsetAt = (ms: number): number => known(Math.floor(ms / DAY_IN_MS)) ?? exact(ms);

  const instantOf = (localMs: number): number => {
    const before = offsetAt(localMs - DAY_IN_MS);
    const after = offsetAt(localMs + DAY_IN_MS);
    const early = localMs - Math.max(before, after) * 60_000;
    if (offsetAt(early) === Math.max(before, after)) return early;
    const late = localMs - Math.min(before, after) * 60_000;
    if (offsetAt(late) === Math.min(before, after)) return late;
    return localMs - before * 60_000;
  };

  return { name, offsetAt, dayOf: (ms) => Math.floor((ms + offsetAt(ms) * 60_000) / DAY_IN_MS), instantOf };
}
