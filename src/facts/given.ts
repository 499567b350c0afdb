import { isObject, type Holder, type Members } from '../rules/plain-object.js';
import { COMMON } from './catalogue.js';

/** A record whose facts are given: nothing has to be computed from events. */
export interface GivenRecord extends Holder {
  readonly customer: Members & { readonly id: string };
  readonly previous?: unknown;
}

/** Reads one value as it is written in such a record. */
export type ReadGiven = (record: GivenRecord) => unknown;

/**
 * The values of the common ready facts as a record gives them, in the order of the catalogue: `givenPlace` says where each stands. The names
 * are spelt out, because engines read a list of members that are spelt out at once, and a name out of a list one by one. The other ready facts
 * are read by name where a rule asks for them: with all of them here every record would pay for what hardly any rule reads.
 */
export function givenFacts(facts: Members): readonly unknown[] {
  return [
    facts['purchases'],
    facts['lifetimePurchases'],
    facts['units'],
    facts['activeMonths'],
    facts['distinctCategories'],
    facts['interactions'],
    facts['complaints'],
    facts['openOpportunities'],
    facts['grossSpend'],
    facts['refunds'],
    facts['netSpend'],
    facts['meanOrderValue'],
    facts['overdueAmount'],
    facts['daysSinceLastPurchase'],
    facts['daysSinceFirstPurchase'],
    facts['lastGapDays'],
    facts['medianGapDays'],
    facts['tenureDays'],
    facts['maxDaysOverdue'],
    facts['targetCompletion'],
    facts['targetCompletionBefore'],
    facts['targetCompletionChange'],
    facts['onTimePaymentRatio'],
  ];
}

const PLACES: ReadonlyMap<string, number> = new Map(Object.keys(COMMON).map((id, place) => [id, place]));

/** The place of a common ready fact among the given ones; -1 for any other path. */
export function givenPlace(path: string): number {
  return PLACES.get(path) ?? -1;
}

function inside(value: unknown): Members | undefined {
  return isObject(value) ? value : undefined;
}

const FIELDS: { readonly [path: string]: ReadGiven } = {
  'customer.id': ({ customer }) => customer['id'],
  'customer.kind': ({ customer }) => customer['kind'],
  'customer.type': ({ customer }) => customer['type'],
  'customer.industry': ({ customer }) => customer['industry'],
  'customer.region.country': ({ customer }) => inside(customer['region'])?.['country'],
  'customer.region.province': ({ customer }) => inside(customer['region'])?.['province'],
  'customer.region.city': ({ customer }) => inside(customer['region'])?.['city'],
  'customer.size.employees': ({ customer }) => inside(customer['size'])?.['employees'],
  'customer.size.annualRevenue': ({ customer }) => inside(customer['size'])?.['annualRevenue'],
};

const ATTRIBUTES = 'customer.attributes.';

/** The reader of a field or an attribute of the customer; undefined for any other path. */
export function readGivenField(path: string): ReadGiven | undefined {
  if (path.startsWith(ATTRIBUTES)) {
    const id = path.slice(ATTRIBUTES.length);
    return ({ customer }) => inside(customer['attributes'])?.[id];
  }
  return Object.hasOwn(FIELDS, path) ? FIELDS[path] : undefined;
}

/** True if a record has events, or whatever else facts are computed from. */
export function hasEvents(record: Members): boolean {
  const { transactions, invoices, payments, targets, interactions, opportunities, assessments, surveys, costs } = record;
  return (
    (transactions ?? invoices ?? payments ?? targets ?? interactions ?? opportunities ?? assessments ?? surveys ?? costs ?? undefined) !== undefined
  );
}
