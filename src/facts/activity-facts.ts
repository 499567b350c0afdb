import type { Day } from '../internal/days.js';
import { dayIn, readMoment } from '../internal/when.js';
import type { History } from './history.js';
import { isEntry } from './reading.js';

/** Days since the customer's own `since`. */
export function tenureDays(history: History): number | undefined {
  const { reading } = history;
  const customer = reading.record['customer'];
  const moment = isEntry(customer) ? readMoment(customer['since']) : null;
  if (moment === null) return undefined;
  const since: Day = dayIn(reading.settings.zone, moment);
  return since > reading.asOf.day ? undefined : reading.asOf.day - since;
}
