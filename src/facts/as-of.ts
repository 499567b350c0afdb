import { dayText, type Day } from '../internal/days.js';
import { dayIn, instantIn, momentText, readMoment } from '../internal/when.js';
import type { Zone } from '../internal/zone.js';
import { rangeOf, type DayRange, type Window } from './window.js';

/** The day, or the instant of that day, as of which everything is counted. */
export interface AsOfMoment {
  readonly day: Day;
  /** Milliseconds since the epoch; null when the whole day counts. */
  readonly instant: number | null;
  /** As it stands in results. */
  readonly text: string;
  /** The days of a window as of this day; each is worked out once. */
  readonly range: (window: Window, earlier?: number) => DayRange;
}

function rangesAsOf(day: Day): AsOfMoment['range'] {
  const known = new Map<Window, Map<number, DayRange>>();
  return (window, earlier = 0) => {
    const ofWindow = known.get(window) ?? new Map<number, DayRange>();
    const range = ofWindow.get(earlier) ?? rangeOf(window, day, earlier);
    known.set(window, ofWindow.set(earlier, range));
    return range;
  };
}

/** A whole day. */
export function wholeDay(day: Day): AsOfMoment {
  return { day, instant: null, text: dayText(day), range: rangesAsOf(day) };
}

/** Reads an `asOf` in a time zone; null if it is no date. */
export function readAsOf(value: unknown, zone: Zone): AsOfMoment | null {
  const moment = readMoment(value);
  if (moment === null) return null;
  const day = dayIn(zone, moment);
  return { day, instant: instantIn(zone, moment), text: momentText(zone, moment), range: rangesAsOf(day) };
}

/** True if what a host wrote, which is of that day, is not known yet: after the instant, or on a later day. */
export function isAfter(when: unknown, day: Day, asOf: AsOfMoment, zone: Zone): boolean {
  if (day !== asOf.day) return day > asOf.day;
  if (asOf.instant === null) return false;
  const moment = readMoment(when);
  const instant = moment === null ? null : instantIn(zone, moment);
  return instant !== null && instant > asOf.instant;
}
