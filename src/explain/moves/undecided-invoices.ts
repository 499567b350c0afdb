import { isList, isEntry, type Entry } from '../../facts/reading.js';
import type { Day } from '../../internal/days.js';
import { readDay } from '../../internal/when.js';
import type { Zone } from '../../internal/zone.js';

/** A record without the invoices that were not due yet on a day: whether they are paid in time is what the customer does. */
export function withoutUndecidedInvoices(record: Entry, day: Day, zone: Zone): Entry {
  const { invoices } = record;
  if (!isList(invoices)) return record;
  const decided = invoices.filter((invoice) => {
    const due = isEntry(invoice) ? readDay(zone, invoice['due']) : null;
    return due === null || due <= day;
  });
  return { ...record, invoices: decided };
}
