// What is wrong with entries that have the right shape: signs, order of days, scales, ids given twice. It runs over copies of records whose
// shape may be wrong in places, and leaves such places to the check of the shape.
import type { Fix, Severity } from '../errors/issue.js';
import { isBlank } from '../internal/blank.js';
import { childPointer } from '../internal/pointer.js';
import { dayIn, momentText } from '../internal/when.js';
import type { Zone } from '../internal/zone.js';
import { isPlainObject, type PlainObject } from './copy-record.js';
import { showValue, type IssueList } from './issue-list.js';
import { readWhen } from './moments.js';

interface Entry {
  readonly value: PlainObject;
  readonly pointer: string;
}

/** The entries of a list that are objects. */
function entriesOf(owner: PlainObject, part: string, pointer = ''): readonly Entry[] {
  const entries = owner[part];
  if (!Array.isArray(entries)) return [];
  const at = childPointer(pointer, part);
  return entries.flatMap((value: unknown, i) => (isPlainObject(value) ? [{ value, pointer: childPointer(at, i) }] : []));
}

/** A member that is an object, or nothing. */
function memberOf({ value, pointer }: Entry, field: string): readonly Entry[] {
  const member = value[field];
  return isPlainObject(member) ? [{ value: member, pointer: childPointer(pointer, field) }] : [];
}

/** Reports what contradicts itself in a record. */
export function checkEntries(record: unknown, zone: Zone, list: IssueList): void {
  if (!isPlainObject(record)) return;
  const transactions = entriesOf(record, 'transactions');
  const invoices = entriesOf(record, 'invoices');
  const payments = [...entriesOf(record, 'payments'), ...invoices.flatMap(({ value, pointer }) => entriesOf(value, 'payments', pointer))];
  const targets = entriesOf(record, 'targets');
  const order = (entry: Entry, first: string, last: string, severity: Severity = 'error'): void => {
    const from = readWhen(entry.value[first]);
    const until = readWhen(entry.value[last]);
    if (from === null || until === null || dayIn(zone, until) >= dayIn(zone, from)) return;
    const params = { first, last, from: momentText(zone, from), until: momentText(zone, until) };
    const code = severity === 'error' ? 'record/until-before-from' : 'record/due-before-issued';
    list.add(code, childPointer(entry.pointer, last), params, { severity });
  };

  transactions.forEach((entry) => checkTransaction(entry, list));
  [...invoices, ...payments, ...targets, ...entriesOf(record, 'costs')].forEach((entry) => checkSign(entry, list));
  [transactions, invoices, payments].forEach((entries) => checkIds(entries, list));
  ['interactions', 'opportunities', 'costs'].forEach((part) => checkIds(entriesOf(record, part), list));
  invoices.forEach((entry) => order(entry, 'issued', 'due', 'warning'));
  targets.forEach((entry) => memberOf(entry, 'period').forEach((period) => order(period, 'from', 'to')));
  memberOf({ value: record, pointer: '' }, 'override').forEach((override) => order(override, 'from', 'until'));
  for (const id of isPlainObject(record['facts']) ? Object.keys(record['facts']) : []) {
    if (id in Object.prototype) list.add('document/forbidden-name', childPointer('/facts', id), { key: id });
  }
  entriesOf(record, 'assessments').forEach((entry) => checkScale(entry, 'rating', list));
  entriesOf(record, 'surveys').forEach((entry) => checkScale(entry, 'score', list));
}

function isNegative(amount: unknown): boolean {
  const value = isPlainObject(amount) ? amount['minor'] : amount;
  return typeof value === 'number' ? value < 0 : typeof value === 'string' && Number(value) < 0;
}

/** The same amount without its sign. */
function positive(amount: unknown): number | string | { readonly minor: number | string } | undefined {
  if (typeof amount === 'number') return -amount;
  if (typeof amount === 'string') return amount.replace('-', '').trim();
  const minor = isPlainObject(amount) ? positive(amount['minor']) : undefined;
  return typeof minor === 'number' || typeof minor === 'string' ? { minor } : undefined;
}

function checkTransaction(entry: Entry, list: IssueList): void {
  const { value, pointer } = entry;
  if (value['kind'] === 'return') return checkSign(entry, list);
  const amount = value['amount'];
  const asReturn: Fix = { op: 'add', path: childPointer(pointer, 'kind'), value: 'return' };
  const suggestion = 'kind: "return"';
  if (isNegative(amount)) {
    const opposite = positive(amount);
    const replace: readonly Fix[] =
      opposite === undefined ? [] : [{ op: 'replace', path: childPointer(pointer, 'amount'), value: opposite }];
    list.add(
      'record/negative-sale',
      childPointer(pointer, 'amount'),
      { amount: showValue(amount) },
      { suggestion, fix: [asReturn, ...replace] },
    );
  } else if (typeof value['returnOf'] === 'string' && value['returnOf'] !== '') {
    list.add('record/return-of-on-sale', childPointer(pointer, 'returnOf'), {}, { suggestion, fix: [asReturn] });
  }
}

function checkSign({ value, pointer }: Entry, list: IssueList): void {
  const amount = value['amount'];
  if (isNegative(amount)) {
    list.add('record/negative-amount', childPointer(pointer, 'amount'), { field: 'amount', amount: showValue(amount) });
  }
}

function checkIds(entries: readonly Entry[], list: IssueList): void {
  const seen = new Map<string, string>();
  for (const { value, pointer } of entries) {
    const id = value['id'];
    if (typeof id !== 'string' || isBlank(id)) continue;
    const first = seen.get(id);
    if (first === undefined) seen.set(id, pointer);
    else list.add('record/duplicate-id', childPointer(pointer, 'id'), { id: showValue(id), first });
  }
}

function checkScale({ value, pointer }: Entry, field: 'rating' | 'score', list: IssueList): void {
  const { of } = value;
  if (typeof of !== 'number' || !Number.isFinite(of)) return;
  if (of <= 0) return list.add('record/scale-not-positive', childPointer(pointer, 'of'), { given: of });
  const given = value[field];
  if (typeof given === 'number' && (given < 0 || given > of)) {
    list.add('record/rating-out-of-scale', childPointer(pointer, field), { field, given, of });
  }
}
