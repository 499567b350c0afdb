import type { Day } from '../internal/days.js';
import { dayIn, readMoment } from '../internal/when.js';
import type { History } from './history.js';
import { isEntry } from './reading.js';

/** Days since the customer's own `since`. */
export function tenureDays(history: History): number | undefined {
  const { reading } = history;
  const customer = reading.record['customer'];
  const stated = isEntry(customer) ? customer['since'] : undefined;
  if (stated === undefined || stated === null || stated === '') return undefined;
  const moment = readMoment(stated);
  if (moment === null) return void reading.find('data/wrong-type', { expected: 'date' }, { pointer: '/customer/since' });
  const since: Day = dayIn(reading.settings.zone, moment);
  return since > reading.asOf.day ? undefined : reading.asOf.day - since;
}
