import { isAbsent, isEntry, type Entry, type Reading } from '../facts/reading.js';
import { dayIn, momentText, readMoment } from '../internal/when.js';
import type { Override } from '../model/types.js';
import type { PolicyPlan } from '../policy/plan.js';
import { readSafely } from './plain-record.js';

/** The override in force on the day, with today's name of its segment; undefined, with a finding where one is stated but not in force. */
export function readOverride(reading: Reading, plan: PolicyPlan): Override | undefined {
  return readSafely(reading.record, (record) => overrideIn(record, reading, plan));
}

function overrideIn(record: Entry, reading: Reading, plan: PolicyPlan): Override | undefined {
  const stated = record['override'];
  if (stated === undefined || stated === null) return undefined;
  if (!isEntry(stated)) return void reading.find('override/unreadable', {}, { pointer: '/override' });
  const { segment, actor, reason } = stated;
  if (typeof segment !== 'string' || typeof actor !== 'string' || typeof reason !== 'string' || isAbsent(actor) || isAbsent(reason)) {
    return void reading.find('override/unreadable', {}, { pointer: '/override' });
  }
  const known = plan.segmentNames.get(segment);
  const { zone } = reading.settings;
  const bound = (name: 'from' | 'until') => {
    const value = stated[name];
    return isAbsent(value) ? undefined : readMoment(value);
  };
  const from = bound('from');
  const until = bound('until');
  if (from === null || until === null) return void reading.find('override/unreadable', {}, { pointer: from === null ? '/override/from' : '/override/until' });
  const override: Override & { readonly from?: string; readonly until?: string } = {
    segment: known ?? segment,
    actor,
    reason,
    ...(from === undefined ? {} : { from: momentText(zone, from) }),
    ...(until === undefined ? {} : { until: momentText(zone, until) }),
  };
  if (known === undefined) return void reading.find('override/unknown-segment', { ...override }, { pointer: '/override/segment' });
  if (from !== undefined && dayIn(zone, from) > reading.asOf.day) return void reading.find('override/not-yet', { ...override });
  if (until !== undefined && dayIn(zone, until) < reading.asOf.day) return void reading.find('override/expired', { ...override });
  return override;
}
