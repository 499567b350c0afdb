import type { Issue } from '../errors/issue.js';
import { suggestName } from '../internal/closest.js';
import { isIterable } from '../internal/iterable.js';
import { childPointer } from '../internal/pointer.js';
import { createIssueList, describeKind, type IssueList } from './issue-list.js';
import { LIST_PARTS, type ListPart } from './parts.js';
import type { Coverage, CustomerRecord, FlatTables } from './types.js';

/** Rows of one table whose customer is not among the customers. */
export interface Orphans {
  /** The name of the table. */
  readonly part: string;
  /** As the rows have it; blank where they have none that can be read. */
  readonly customerId: string;
  readonly count: number;
}

/** What grouping gives: every row is in a record, among the orphans, or named by an issue. */
export interface GroupedRecords {
  readonly records: readonly CustomerRecord[];
  readonly orphans: readonly Orphans[];
  readonly issues: readonly Issue[];
}

type Table = ListPart | 'previous' | 'overrides';
const KNOWN_TABLES: readonly string[] = ['customers', ...LIST_PARTS, 'previous', 'overrides', 'coverage'];

/** A record while its rows are gathered. */
type Draft = { customer: { readonly id: string }; previous?: object; override?: object; coverage?: Coverage } & {
  [P in ListPart]?: object[];
};

interface Grouping {
  readonly tables: FlatTables;
  readonly drafts: readonly Draft[];
  /** The place of each customer among the drafts. */
  readonly places: ReadonlyMap<string, number>;
  readonly orphans: Orphans[];
  readonly list: IssueList;
}

/**
 * Makes one record for each customer out of flat tables.
 *
 * Records come in the order of the customers, entries in that of the rows. Of a table that is given, customers without rows have an empty
 * list: known to be none. A table that is not given leaves its part absent: not known. Each iterable is read once. Values are not checked
 * here: `parseRecord` and the classifier do that.
 *
 * Gives also the `orphans` (rows of unknown customers, counted for each table and id) and `issues`, each with a pointer such as
 * `/transactions/17/customerId`: rows that are no objects or name no customer, customers given twice (the first is kept), and second rows
 * where a customer can have one.
 *
 * @example
 * import { groupRecords } from 'clientele';
 * const { records, orphans } = groupRecords({
 *   customers: [{ id: 'C-1' }, { id: 'C-2' }],
 *   transactions: [
 *     { customerId: 'C-1', at: '2026-06-30', amount: '12.50' },
 *     { customerId: 'C-9', at: '2026-06-30', amount: '8.00' },
 *   ],
 * });
 * records[0]; // => { customer: { id: 'C-1' }, transactions: [{ at: '2026-06-30', amount: '12.50' }] }
 * records[1]?.transactions; // => []
 * orphans; // => [{ part: 'transactions', customerId: 'C-9', count: 1 }]
 */
export function groupRecords(tables: FlatTables): GroupedRecords {
  const list = createIssueList();
  const given: unknown = tables;
  if (!isEntry(given)) {
    list.add('record/wrong-type', '', { field: 'tables', given: describeKind(given), expected: 'an object of tables' });
    return { records: [], orphans: [], issues: list.issues };
  }
  for (const table of Object.keys(given)) {
    if (!KNOWN_TABLES.includes(table)) list.add('record/unknown-field', childPointer('', table), { field: table }, { suggestion: suggestName(table, KNOWN_TABLES) });
  }
  const grouping: Grouping = { tables, ...readCustomers(tables, list), orphans: [], list };
  for (const part of LIST_PARTS) groupPart(grouping, part);
  groupSingle(grouping, 'previous', 'previous');
  groupSingle(grouping, 'overrides', 'override');
  const { coverage } = tables;
  if (coverage !== undefined) for (const draft of grouping.drafts) draft.coverage = coverage;
  // Only the outer form is known: what is in the rows is for those who read records.
  return { records: grouping.drafts as readonly CustomerRecord[], orphans: grouping.orphans, issues: list.issues };
}

function isEntry(value: unknown): value is { readonly [field: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The rows of a table; undefined where it is not given, or is none (an issue). */
function rowsOf(tables: FlatTables, table: Table | 'customers', list: IssueList): Iterable<unknown> | undefined {
  const rows: unknown = tables[table];
  if (rows === undefined || rows === null) return undefined;
  if (isIterable(rows)) return rows;
  list.add('record/wrong-type', childPointer('', table), { field: table, given: describeKind(rows), expected: 'a list of rows' });
  return undefined;
}

function readCustomers(tables: FlatTables, list: IssueList): Pick<Grouping, 'drafts' | 'places'> {
  const drafts: Draft[] = [];
  const places = new Map<string, number>();
  const first = new Map<string, string>();
  const rows = rowsOf(tables, 'customers', list);
  if (rows === undefined) list.add('record/missing-field', '/customers', { field: 'customers', expected: 'a list of customers' });
  let index = -1;
  for (const row of rows ?? []) {
    index += 1;
    const pointer = `/customers/${index}`;
    const customer = copyOfRow(row, pointer, list);
    if (customer === undefined) continue;
    if (!hasId(customer)) {
      reportId(customer['id'], 'id', pointer, list);
      continue;
    }
    const { id } = customer;
    const at = first.get(id);
    if (at === undefined) {
      places.set(id, drafts.length);
      drafts.push({ customer });
      first.set(id, pointer);
    } else list.add('record/duplicate-customer', `${pointer}/id`, { id, first: at });
  }
  return { drafts, places };
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function hasId(customer: { readonly [field: string]: unknown }): customer is { readonly id: string } {
  return isId(customer['id']);
}

function reportId(id: unknown, field: 'id' | 'customerId', pointer: string, list: IssueList): void {
  const at = childPointer(pointer, field);
  const isNumber = typeof id === 'number' || typeof id === 'bigint';
  if (id === undefined || id === null || typeof id === 'string') return list.add('record/missing-field', at, { field, expected: 'a text' });
  list.add(
    'record/wrong-type',
    at,
    { field, given: describeKind(id), expected: 'a text' },
    { suggestion: isNumber ? `"${String(id)}"` : undefined },
  );
}

/** A copy of a customer's row, whose fields are read once; undefined, with an issue, for what is no object or throws. */
function copyOfRow(row: unknown, pointer: string, list: IssueList): { readonly [field: string]: unknown } | undefined {
  try {
    if (isEntry(row)) return { ...row };
    list.add('record/wrong-type', pointer, { field: 'row', given: describeKind(row), expected: 'an object' });
  } catch {
    list.add('record/unreadable', pointer, { field: 'row' });
  }
  return undefined;
}

/** Says why a row could not be taken apart. A proxy that was revoked throws even when asked what it is. */
function reportRow(row: unknown, pointer: string, list: IssueList): void {
  try {
    if (!isEntry(row)) return list.add('record/wrong-type', pointer, { field: 'row', given: describeKind(row), expected: 'an object' });
  } catch {
    // As for every other object.
  }
  list.add('record/unreadable', pointer, { field: 'row' });
}

/** Takes a row apart, its fields read once; undefined for what is no object or throws. */
function takeApart(row: unknown): { readonly customerId: unknown; readonly entry: object } | undefined {
  try {
    if (!isEntry(row)) return undefined;
    const { customerId, ...entry } = row;
    return { customerId, entry };
  } catch {
    return undefined;
  }
}

/** Gives each row of a table to its customer, and counts the rest. A row that cannot be given to anybody is an issue; an unknown customer is not. */
function groupRows(grouping: Grouping, table: Table, give: (place: number, entry: object, index: number) => void): void {
  const { tables, places, orphans, list } = grouping;
  const counts = new Map<string, number>();
  const count = (customerId: string): void => { counts.set(customerId, (counts.get(customerId) ?? 0) + 1); };
  let index = -1;
  for (const row of rowsOf(tables, table, list) ?? []) {
    index += 1;
    const parts = takeApart(row);
    if (parts === undefined) {
      reportRow(row, `/${table}/${index}`, list);
      count('');
      continue;
    }
    const { customerId, entry } = parts;
    if (isId(customerId)) {
      const place = places.get(customerId);
      if (place === undefined) count(customerId);
      else give(place, entry, index);
      continue;
    }
    reportId(customerId, 'customerId', `/${table}/${index}`, list);
    count(typeof customerId === 'number' || typeof customerId === 'bigint' ? String(customerId) : '');
  }
  for (const [customerId, rows] of counts) orphans.push({ part: table, customerId, count: rows });
}

/**
 * Gives each customer the list of their rows. The rows are kept in one list with the number of each one's customer, and laid in order of the
 * customers at the end: to add each to a list of its own would go back and forth over all of the memory.
 */
function groupPart(grouping: Grouping, part: ListPart): void {
  const { drafts, tables } = grouping;
  if (!isIterable(tables[part])) return groupRows(grouping, part, () => undefined);
  const entries: object[] = [];
  const owners: number[] = [];
  groupRows(grouping, part, (place, entry) => {
    entries.push(entry);
    owners.push(place);
  });
  const counts = new Array<number>(drafts.length).fill(0);
  for (const owner of owners) counts[owner] = (counts[owner] ?? 0) + 1;
  const starts: number[] = [];
  let start = 0;
  for (const count of counts) {
    starts.push(start);
    start += count;
  }
  const ordered = entries.slice();
  const next = starts.slice();
  for (let index = 0; index < owners.length; index += 1) {
    const owner = owners[index] ?? 0;
    const entry = entries[index];
    const place = next[owner] ?? 0;
    if (entry !== undefined) ordered[place] = entry;
    next[owner] = place + 1;
  }
  drafts.forEach((draft, place) => {
    draft[part] = ordered.slice(starts[place], next[place]);
  });
}

/** Puts the one row that a customer can have into its record; a second one is an issue. */
function groupSingle(grouping: Grouping, table: 'previous' | 'overrides', field: 'previous' | 'override'): void {
  const first = new Map<Draft, string>();
  groupRows(grouping, table, (place, entry, index) => {
    const draft = grouping.drafts[place];
    if (draft === undefined) return;
    const pointer = `/${table}/${index}`;
    const at = first.get(draft);
    if (at === undefined) {
      // A classification names its customer itself.
      draft[field] = table === 'previous' ? { customerId: draft.customer.id, ...entry } : entry;
      first.set(draft, pointer);
    } else grouping.list.add('record/second-entry', `${pointer}/customerId`, { id: draft.customer.id, first: at });
  });
}
