import type { Day } from '../internal/days.js';
import { dayIn, readMoment } from '../internal/when.js';
import type { Zone } from '../internal/zone.js';
import { periodDays, readPeriod } from '../model/period.js';

/** The first and the last day of a plan's period, both inside. */
export interface Period {
  readonly first: Day;
  readonly last: Day;
}

/** Reads the name of a period, such as `2026-Q2`, or `{ from, to }` (both days inside); null if it is neither. */
export function readPlanPeriod(value: unknown, fiscalYearStart: number, zone: Zone): Period | null {
  if (typeof value === 'string') {
    const named = readPeriod(value);
    if (named === null) return null;
    const { from, to } = periodDays(named, fiscalYearStart);
    return { first: from, last: to - 1 };
  }
  if (typeof value !== 'object' || value === null || !('from' in value) || !('to' in value)) return null;
  const from = readMoment(value.from);
  const to = readMoment(value.to);
  if (from === null || to === null) return null;
  const period = { first: dayIn(zone, from), last: dayIn(zone, to) };
  return period.first <= period.last ? period : null;
}
