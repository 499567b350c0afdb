import type { Day } from '../internal/days.js';
import { dayIn, readMoment } from '../internal/when.js';
import type { History } from './history.js';
import { isEntry } from './reading.js';

/** Days since the customer's own `since`. */
export function tenureDays(history: History): number | undefined {
  const [since] = sinceDay(history);
  const { day } = history.reading.asOf;
  return since === undefined || since > day ? undefined : day - since;
}

/** The day of the customer's own `since`: none where it is not stated, or is no date, with a finding. */
export function sinceDay({ reading }: History): readonly [] | readonly [Day] {
  const customer = reading.record['customer'];
  const stated = isEntry(customer) ? customer['since'] : undefined;
  if (stated === undefined || stated === null || stated === '') return [];
  const moment = readMoment(stated);
  if (moment !== null) return [dayIn(reading.settings.zone, moment)];
  reading.find('data/wrong-type', { expected: 'date' }, { pointer: '/customer/since' });
  return [];
}
