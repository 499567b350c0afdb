import { isEntry, type Entry, type Reading } from '../facts/reading.js';
import { dayIn, instantIn, readMoment, type Moment } from '../internal/when.js';
import type { PolicyPlan, PreviousBand } from '../policy/plan.js';
import type { RuleValue } from '../rules/types.js';

/** True for a day before that of `asOf`, and for an instant before it on the same day. */
function isBefore({ settings: { zone }, asOf }: Reading, moment: Moment): boolean {
  const [day, instant] = [dayIn(zone, moment), instantIn(zone, moment)];
  return day < asOf.day || (day === asOf.day && instant !== null && asOf.instant !== null && instant < asOf.instant);
}

/** The record's previous class, if it is one of this policy and from before; undefined, mostly with a finding, where it is not used. */
function usablePrevious(reading: Reading, plan: PolicyPlan): Entry | undefined {
  const previous = reading.record['previous'];
  if (previous === undefined || previous === null) return undefined;
  const moment = isEntry(previous) ? readMoment(previous['asOf']) : null;
  if (!isEntry(previous) || moment === null) return void reading.find('previous/unreadable', {}, { pointer: '/previous' });
  const { policy } = previous;
  const madeBy = isEntry(policy) ? policy['id'] : undefined;
  if (isEntry(policy) && madeBy !== plan.policy.id) {
    return void reading.find('previous/other-policy', { policy: typeof madeBy === 'string' ? madeBy : '' }, { pointer: '/previous/policy/id' });
  }
  if (!isBefore(reading, moment)) return void reading.find('previous/not-before', {}, { pointer: '/previous/asOf' });
  return previous;
}

/** The previous segment by its name of today. */
function segmentOf({ segment }: Entry, reading: Reading, plan: PolicyPlan): string | undefined {
  const known = typeof segment === 'string' ? plan.segmentNames.get(segment) : undefined;
  if (known === undefined) reading.find('previous/unreadable', { segment: typeof segment === 'string' ? segment : '' }, { pointer: '/previous/segment' });
  return known;
}

/** The band that a score had. That it had none, or was not kept, is no finding; a band that the score cannot give today is one. */
function bandOf({ scores }: Entry, { score, field }: PreviousBand, reading: Reading): string | undefined {
  const kept = isEntry(scores) && Object.hasOwn(scores, score) ? scores[score] : undefined;
  const band = isEntry(kept) ? kept['band'] : undefined;
  if (band === undefined || band === null) return undefined;
  if (typeof band === 'string' && field.values?.includes(band) === true) return band;
  return void reading.find('previous/unknown-band', { score, band: typeof band === 'string' ? band : '' }, { pointer: '/previous/scores' });
}

/** Puts what the policy reads of the record's previous class into its slots. */
export function readPrevious(reading: Reading, plan: PolicyPlan, slots: (RuleValue | undefined)[]): void {
  if (plan.previousSlot === undefined && plan.previousBands.length === 0) return;
  const previous = usablePrevious(reading, plan);
  if (previous === undefined) return;
  if (plan.previousSlot !== undefined) slots[plan.previousSlot] = segmentOf(previous, reading, plan);
  for (const band of plan.previousBands) slots[band.slot] = bandOf(previous, band, reading);
}
