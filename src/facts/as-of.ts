import type { Day } from '../internal/days.js';
import { dayIn, instantIn, momentText, readMoment, type Moment } from '../internal/when.js';
import type { Zone } from '../internal/zone.js';

/** The day, or the instant of that day, as of which everything is counted. */
export interface AsOfMoment {
  readonly day: Day;
  /** Milliseconds since the epoch; null when the whole day counts. */
  readonly instant: number | null;
  /** As it stands in results. */
  readonly text: string;
}

/** Reads an `asOf` in a time zone; null if it is no date. */
export function readAsOf(value: unknown, zone: Zone): AsOfMoment | null {
  const moment = readMoment(value);
  return moment === null ? null : { day: dayIn(zone, moment), instant: instantIn(zone, moment), text: momentText(zone, moment) };
}

/** True if a moment is not known yet: after the instant, or on a later day. */
export function isAfter(moment: Moment, day: Day, asOf: AsOfMoment, zone: Zone): boolean {
  if (day !== asOf.day) return day > asOf.day;
  if (asOf.instant === null) return false;
  const instant = instantIn(zone, moment);
  return instant !== null && instant > asOf.instant;
}
