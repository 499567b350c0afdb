import { ClassifierError } from '../errors/classifier-error.js';
import { referenceIssue } from '../errors/reference-issue.js';
import { requireList } from '../errors/refuse-argument.js';
import { dayText, type Day } from '../internal/days.js';
import { readMoment } from '../internal/when.js';
import type { CustomerRecord, FactValue } from '../model/types.js';

/** What to put into a test record. */
export interface RecordParts {
  /** `test-customer` without one. */
  readonly id?: string;
  readonly attributes?: { readonly [name: string]: unknown };
  /** Facts that the host gives. */
  readonly facts?: { readonly [id: string]: FactValue };
  /** Sales, by how many days before `asOf` they were made; 0 is the day itself. */
  readonly purchases?: readonly { readonly daysAgo: number; readonly amount: number | string }[];
  /** Parts that are not known; without it transactions and invoices are known to be none. */
  readonly omit?: readonly ('transactions' | 'invoices')[];
}

function daysBefore(daysAgo: number, index: number): number {
  if (Number.isInteger(daysAgo)) return daysAgo;
  throw new ClassifierError([referenceIssue('option/wrong-purchase', `/purchases/${String(index)}/daysAgo`)]);
}

function dayOfText(asOf: string): Day {
  const moment = readMoment(asOf);
  if (moment?.kind !== 'day') throw new ClassifierError([referenceIssue('option/not-a-date', '/asOf')]);
  return moment.day;
}

/**
 * Writes a customer record for a test in one line: days are counted back from `asOf`.
 *
 * Transactions and invoices are empty lists unless they are omitted: the customer is known to have none.
 * Throws a `ClassifierError` for an `asOf` that is no day such as `2026-06-30`, and for `daysAgo` that is no whole number.
 *
 * @example
 * import { buildRecord } from 'clientele/testing';
 * buildRecord('2026-06-30', { purchases: [{ daysAgo: 10, amount: '99.90' }] }).transactions; // => [{ id: 'purchase-1', at: '2026-06-20', amount: '99.90' }]
 */
export function buildRecord(asOf: string, parts: RecordParts = {}): CustomerRecord {
  const day = dayOfText(asOf);
  const { id = 'test-customer', attributes, facts, purchases = [], omit = [] } = parts;
  requireList('purchases', purchases);
  const transactions = purchases.map(({ daysAgo, amount }, index) => ({ id: `purchase-${String(index + 1)}`, at: dayText(day - daysBefore(daysAgo, index)), amount }));
  return {
    customer: { id, ...(attributes === undefined ? {} : { attributes }) },
    ...(omit.includes('transactions') ? {} : { transactions }),
    ...(omit.includes('invoices') ? {} : { invoices: [], payments: [] }),
    ...(facts === undefined ? {} : { facts }),
  };
}
