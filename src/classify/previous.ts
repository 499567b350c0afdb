import { isEntry, type Reading } from '../facts/reading.js';
import { dayIn, readMoment } from '../internal/when.js';
import type { PolicyPlan } from '../policy/plan.js';

/** The segment of the record's previous class, by its name of today; undefined, mostly with a finding, where it is not used. */
export function readPrevious(reading: Reading, plan: PolicyPlan): string | undefined {
  const previous = reading.record['previous'];
  if (previous === undefined || previous === null) return undefined;
  const moment = isEntry(previous) ? readMoment(previous['asOf']) : null;
  if (!isEntry(previous) || moment === null) return void reading.find('previous/unreadable', {}, { pointer: '/previous' });
  const { policy, segment } = previous;
  const madeBy = isEntry(policy) ? policy['id'] : undefined;
  if (isEntry(policy) && madeBy !== plan.policy.id) {
    return void reading.find('previous/other-policy', { policy: typeof madeBy === 'string' ? madeBy : '' }, { pointer: '/previous/policy/id' });
  }
  if (dayIn(reading.settings.zone, moment) >= reading.asOf.day) return void reading.find('previous/not-before', {}, { pointer: '/previous/asOf' });
  const known = typeof segment === 'string' ? plan.segmentNames.get(segment) : undefined;
  if (known === undefined) reading.find('previous/unreadable', { segment: typeof segment === 'string' ? segment : '' }, { pointer: '/previous/segment' });
  return known;
}
