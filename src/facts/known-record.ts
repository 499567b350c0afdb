import { dayIn, readDay, readMoment } from '../internal/when.js';
import type { Zone } from '../internal/zone.js';
import { isAfter, type AsOfMoment } from './as-of.js';
import { isEntry, isList, type Entry, type PartName } from './reading.js';

/** The property that dates the entries of a part. Plans are known before their period, so they have none. */
const DATED_BY: { readonly [part in Exclude<PartName, 'targets'>]: string } = {
  transactions: 'at',
  invoices: 'issued',
  payments: 'at',
  interactions: 'at',
  opportunities: 'at',
  assessments: 'at',
  surveys: 'at',
  costs: 'at',
};

/** The entries that do not come later; the list itself where none does. What has no date that can be read stays: it is noticed when it is read. */
function knownEntries(list: readonly unknown[], dated: string, asOf: AsOfMoment, zone: Zone): readonly unknown[] {
  const known: unknown[] = [];
  let isSame = true;
  // By place: a list may say anything of its iteration.
  for (let place = 0; place < list.length; place += 1) {
    const entry: unknown = list[place];
    const when = isEntry(entry) ? entry[dated] : undefined;
    const day = readDay(zone, when);
    if (day !== null && isAfter(when, day, asOf, zone)) {
      isSame = false;
      continue;
    }
    const kept = isEntry(entry) && dated === 'issued' ? knownInvoice(entry, asOf, zone) : entry;
    isSame &&= kept === entry;
    known.push(kept);
  }
  return isSame ? list : known;
}

/** An invoice with the payments inside of it that are known. */
function knownInvoice(invoice: Entry, asOf: AsOfMoment, zone: Zone): Entry {
  const { payments } = invoice;
  const known = isList(payments) ? knownEntries(payments, 'at', asOf, zone) : payments;
  return known === payments ? invoice : { ...invoice, payments: known };
}

/** True for a class that was given on a later day. */
function isLaterClass(previous: unknown, asOf: AsOfMoment, zone: Zone): boolean {
  const moment = isEntry(previous) ? readMoment(previous['asOf']) : null;
  return moment !== null && dayIn(zone, moment) > asOf.day;
}

/**
 * A record without what came after a day or an instant: what was known then. It is what a later day is looked at with, if nothing more
 * happens. The record itself is not changed, and what needs no cutting is shared.
 */
export function knownRecord(record: Entry, asOf: AsOfMoment, zone: Zone): Entry {
  const known: { [part: string]: unknown } = { ...record };
  for (const [part, dated] of Object.entries(DATED_BY)) {
    const list = record[part];
    if (isList(list)) known[part] = knownEntries(list, dated, asOf, zone);
  }
  if (isLaterClass(record['previous'], asOf, zone)) known['previous'] = null;
  return known;
}
