import { ClassifierError } from '../errors/classifier-error.js';
import type { Issue } from '../errors/issue.js';
import { referenceIssue } from '../errors/reference-issue.js';
import { childPointer } from '../internal/pointer.js';
import { setOwn } from '../internal/set-own.js';
import { readMoment } from '../internal/when.js';
import { createIssueList, makeRecordIssue, type IssueList } from './issue-list.js';
import { attempt, idOfEntry, isNothing, isPlain, laterCoverage, LIST_PARTS, type ListPart, type Plain } from './parts.js';
import { DEEPEST, differingFields, isSameValue } from './same-value.js';
import type { CustomerRecord } from './types.js';

/** One record out of two, and what the two disagree about. */
export interface MergedRecord {
  readonly record: CustomerRecord;
  readonly issues: readonly Issue[];
}

/**
 * Joins what two sources know of one customer, such as a CRM and a shop, into one record.
 *
 * Entries of one part with the same `id` are the same event, which counts once, as `a` has it. Entries without an id are the same only if
 * they are alike in everything, and then as often as the one source has them that has more. Of the customer, the given `facts`, `previous`
 * and `override` the value of `a` stands where both state one, and what only one states is taken over.
 *
 * A part that only one source has is known as that source knows it, with its `coverage`: the other says nothing of it. A part that both
 * have is complete only since both are, so its coverage begins with the later one. Payments without an id that stand in an invoice of one
 * source and on their own in the other cannot be recognised: give them ids. Nothing given is changed.
 *
 * Gives also `issues`, with pointers into `b`: warnings where an entry of `b` differs from the one of `a` under its id
 * (`record/differing-entry`), and notes where another value does (`record/differing-value`). Throws a `ClassifierError` for records of two
 * customers, or of none.
 *
 * @example
 * import { mergeRecords } from 'clientele';
 * const crm = { customer: { id: 'C-1', name: 'Ada' }, transactions: [{ id: '1', at: '2026-06-01', amount: 10 }] };
 * const shop = {
 *   customer: { id: 'C-1', name: 'A. Lovelace', kind: 'person' as const },
 *   transactions: [{ id: '1', at: '2026-06-01', amount: '10.00' }, { id: '2', at: '2026-06-02', amount: 5 }],
 * };
 * const { record, issues } = mergeRecords(crm, shop);
 * record.customer; // => { id: 'C-1', name: 'Ada', kind: 'person' }
 * record.transactions?.length; // => 2
 * issues.map(({ code, pointer }) => `${pointer} ${code}`); // => ['/customer/name record/differing-value']
 */
export function mergeRecords(a: CustomerRecord, b: CustomerRecord): MergedRecord {
  const [first, second] = [membersOf(a), membersOf(b)];
  const [id, other] = [idOf(first), idOf(second)];
  if (id !== other) throw new ClassifierError([makeRecordIssue('record/other-customer', '/customer/id', { id, other })]);
  const list = createIssueList();
  const merged: { [member: string]: unknown } = {};
  for (const name of new Set([...Object.keys(first), ...Object.keys(second)])) {
    const value = mergeMember(name, first[name], second[name], list);
    if (value !== undefined) setOwn(merged, name, value);
  }
  const sides = [first, second].map((record) => ({ coverage: record['coverage'], isMeant: (part: string) => !isNothing(record[part]) }));
  const coverage = laterCoverage(sides);
  const record = coverage === undefined ? merged : { ...merged, coverage };
  return { record: record as object as CustomerRecord, issues: list.issues };
}

/** A record's own members, read once. */
function membersOf(record: unknown): Plain {
  return isPlain(record) ? attempt(() => ({ ...record }), {}) : {};
}

function idOf(record: Plain): string {
  const customer = record['customer'];
  const id = isPlain(customer) ? attempt(() => customer['id'], undefined) : undefined;
  if (typeof id === 'string' && id.trim() !== '') return id;
  throw new ClassifierError([referenceIssue('record/no-customer-id', '/customer/id')]);
}

function isListPart(name: string): name is ListPart {
  return (LIST_PARTS as readonly string[]).includes(name);
}

function mergeMember(name: string, a: unknown, b: unknown, list: IssueList): unknown {
  const pointer = childPointer('', name);
  if (name === 'coverage') return undefined;
  if (isListPart(name) && Array.isArray(a) && Array.isArray(b)) return mergeEntries(name, a as readonly unknown[], b as readonly unknown[], list);
  // A customer and given facts are many statements; a class before, or one set by a person, is one.
  return attempt(() => mergeValue(a, b, pointer, list, name === 'customer' || name === 'facts' ? DEEPEST : 0), a);
}

/** The value of `a`, filled with what only `b` states, so many levels deep. */
function mergeValue(a: unknown, b: unknown, pointer: string, list: IssueList, filled: number): unknown {
  if (isNothing(a)) return isNothing(b) ? a : b;
  if (isNothing(b)) return a;
  if (filled > 0 && isPlain(a) && isPlain(b) && readMoment(a) === null && readMoment(b) === null) {
    const merged: { [member: string]: unknown } = {};
    for (const name of new Set([...Object.keys(a), ...Object.keys(b)])) setOwn(merged, name, mergeValue(a[name], b[name], childPointer(pointer, name), list, filled - 1));
    return merged;
  }
  if (!isSameValue(a, b)) list.add('record/differing-value', pointer, { field: pointer.slice(pointer.lastIndexOf('/') + 1) }, { severity: 'note' });
  return a;
}

/** When an entry was, the same for two ways of writing it: only entries of one moment are compared, for there may be thousands. */
function whenOf(entry: unknown): string {
  const moment = isPlain(entry) ? attempt(() => readMoment(entry['at']) ?? readMoment(entry['issued']), null) : null;
  return moment === null ? '' : `${moment.kind} ${String(moment.kind === 'day' ? moment.day : moment.ms)}`;
}

/** All entries of `a`, and those of `b` that are not among them. */
function mergeEntries(part: ListPart, a: readonly unknown[], b: readonly unknown[], list: IssueList): readonly unknown[] {
  const known = new Map<string, unknown[]>();
  const nameless = new Map<string, unknown[]>();
  for (const entry of a) {
    const id = idOfEntry(entry);
    const [all, key] = id === undefined ? [nameless, whenOf(entry)] : [known, id];
    const same = all.get(key);
    if (same === undefined) all.set(key, [entry]);
    else same.push(entry);
  }
  const added = b.filter((entry, index) => {
    const id = idOfEntry(entry);
    if (id === undefined) {
      const alike = nameless.get(whenOf(entry)) ?? [];
      const place = alike.findIndex((one) => isSameValue(one, entry));
      if (place >= 0) alike.splice(place, 1);
      return place < 0;
    }
    const ones = known.get(id);
    if (ones === undefined) return true;
    const differences = ones.map((one) => differingFields(part, one, entry));
    const [fields = []] = differences;
    if (differences.every(({ length }) => length > 0)) list.add('record/differing-entry', childPointer(childPointer('', part), index), { id, fields: fields.join(', ') }, { severity: 'warning' });
    return false;
  });
  return [...a, ...added];
}
