import { throwErrors } from '../errors/classifier-error.js';
import { resultOf, type Issue, type Result } from '../errors/issue.js';
import { createZone, isTimeZone, type Zone } from '../internal/zone.js';
import { checkEntries } from './check-entries.js';
import { checkShape } from './check-shape.js';
import { copyRecord } from './copy-record.js';
import { createIssueList, showValue, type IssueList } from './issue-list.js';
import type { CustomerRecord, ReadOptions } from './types.js';
import { writeRecord } from './write-record.js';

/**
 * Reads one customer's record strictly, or throws with everything that is wrong with it.
 *
 * Gives a new record in which every date is `YYYY-MM-DD` or a date-time text with an offset, and every amount is a number of major units
 * (kept as it was given where neither the entry nor `options` names a currency). What is absent stays absent, an empty list stays one. The
 * input is not changed, and reading the result again gives the same.
 *
 * @param input - Any value; its own data fields are read once, and getters are not run.
 * @param options - `timeZone` reads local date-times; `currency` is that of amounts which name none.
 * @throws ClassifierError with up to 100 issues, each with a JSON Pointer into the input.
 *
 * @example
 * import { parseRecord } from 'clientele';
 * const record = parseRecord(
 *   { customer: { id: 'C-1' }, transactions: [{ at: '2026-06-30 18:00', amount: '12.5000' }] },
 *   { timeZone: 'Asia/Shanghai', currency: 'CNY' },
 * );
 * record.transactions?.[0]?.at; // => '2026-06-30T18:00:00+08:00'
 * record.transactions?.[0]?.amount; // => 12.5
 */
export function parseRecord(input: unknown, options: ReadOptions): CustomerRecord {
  const { record, issues } = readRecord(input, options);
  throwErrors(issues);
  return record;
}

/**
 * Reads one customer's record strictly and gives the record or what is wrong with it; never throws.
 *
 * Like `parseRecord`; a record that is read may come with warnings.
 *
 * @example
 * import { safeParseRecord } from 'clientele';
 * const result = safeParseRecord({ customer: { id: 'C-1' }, transactions: [{ at: '2026-06-30', amount: -5 }] }, { timeZone: 'UTC' });
 * result.issues.map((issue) => `${issue.pointer}: ${issue.code}`); // => ['/transactions/0/amount: record/negative-sale']
 */
export function safeParseRecord(input: unknown, options: ReadOptions): Result<CustomerRecord> {
  const { record, issues } = readRecord(input, options);
  return resultOf(record, issues);
}

/** The record is one only if no issue is an error. */
function readRecord(input: unknown, options: ReadOptions): { readonly record: CustomerRecord; readonly issues: readonly Issue[] } {
  const list = createIssueList();
  const context = readOptions(options, list);
  const copy = copyRecord(input, list);
  checkShape(copy, list);
  checkEntries(copy, context.zone, list);
  return { record: writeRecord(copy, context, list), issues: list.issues };
}

/** A wrong time zone is read as UTC, so that the other issues are told with it. */
function readOptions(
  options: Partial<ReadOptions> | undefined,
  list: IssueList,
): { readonly zone: Zone; readonly currency: string | undefined } {
  const timeZone: unknown = options?.timeZone;
  const isKnown = typeof timeZone === 'string' && isTimeZone(timeZone);
  if (!isKnown) list.add('time/unknown-zone', '', { timeZone: timeZone === undefined ? 'undefined' : showValue(timeZone) });
  const currency: unknown = options?.currency ?? undefined;
  return { zone: createZone(isKnown ? timeZone : 'UTC'), currency: currency === undefined ? undefined : showValue(currency) };
}
