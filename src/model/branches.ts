import { cycleText } from '../internal/dependency-order.js';
import { isIterable } from '../internal/iterable.js';
import type { Orphans } from './group-records.js';
import { describeKind, type IssueList } from './issue-list.js';
import { isPlain, type Plain } from './parts.js';

/** A record among others, with the place where it was given. */
export interface Member {
  readonly id: string;
  readonly parent: string | undefined;
  /** Its own members, read once. */
  readonly record: Plain;
  /** As it was given. */
  readonly given: object;
  readonly pointer: string;
}

interface Families {
  /** Each head office with all its branches, itself first, in the order in which they were given. */
  readonly families: readonly (readonly Member[])[];
  readonly orphans: readonly Orphans[];
}

/** Reads a record's own members once; undefined, with an issue, where it has no id or throws. */
function readMember(given: unknown, pointer: string, list: IssueList): Member | undefined {
  try {
    if (!isPlain(given)) {
      list.add('record/wrong-type', pointer, { field: 'record', given: describeKind(given), expected: 'an object' });
      return undefined;
    }
    const record = { ...given };
    const customer = record['customer'];
    const id = isPlain(customer) ? customer['id'] : undefined;
    const parent = isPlain(customer) ? customer['parent'] : undefined;
    if (typeof id === 'string' && id.trim() !== '') return { id, parent: typeof parent === 'string' && parent.trim() !== '' ? parent : undefined, record, given, pointer };
    list.add('record/missing-field', `${pointer}/customer/id`, { field: 'id', expected: 'a text' });
  } catch {
    list.add('record/unreadable', pointer, { field: 'record' });
  }
  return undefined;
}

function readMembers(records: unknown, list: IssueList): ReadonlyMap<string, Member> {
  const members = new Map<string, Member>();
  if (!isIterable(records)) {
    list.add('record/wrong-type', '', { field: 'records', given: describeKind(records), expected: 'a list of records' });
    return members;
  }
  let index = -1;
  for (const given of records) {
    index += 1;
    const member = readMember(given, `/${String(index)}`, list);
    if (member === undefined) continue;
    const { id, pointer } = member;
    const first = members.get(id);
    if (first === undefined) members.set(id, member);
    else list.add('record/duplicate-customer', `${pointer}/customer/id`, { id, first: first.pointer });
  }
  return members;
}

/** Where the way up from a customer ends: at a head office, at an id that is not there, or in a circle. */
type Top = { readonly kind: 'head' | 'unknown'; readonly id: string } | { readonly kind: 'cycle' };

/** Finds the tops of all, each step of the way up taken once. */
function topsOf(members: ReadonlyMap<string, Member>, list: IssueList): ReadonlyMap<string, Top> {
  const tops = new Map<string, Top>();
  for (const start of members.values()) {
    const way = new Set<string>();
    let member = start;
    let top = tops.get(start.id);
    while (top === undefined) {
      way.add(member.id);
      const { parent } = member;
      const next = parent === undefined ? undefined : members.get(parent);
      if (parent === undefined) top = { kind: 'head', id: member.id };
      else if (next === undefined) top = { kind: 'unknown', id: parent };
      else if (way.has(parent)) {
        top = { kind: 'cycle' };
        reportCycle([...way].slice([...way].indexOf(parent)), members, list);
      } else {
        member = next;
        top = tops.get(parent);
      }
    }
    for (const id of way) tops.set(id, top);
  }
  return tops;
}

function reportCycle(ids: readonly string[], members: ReadonlyMap<string, Member>, list: IssueList): void {
  const [first = ''] = ids;
  list.add('record/parent-cycle', `${members.get(first)?.pointer ?? ''}/customer/parent`, { cycle: cycleText(ids), ids: [...ids] });
}

/** Sorts records by the head office that they belong to. */
export function branchesOf(records: unknown, list: IssueList): Families {
  const members = readMembers(records, list);
  const tops = topsOf(members, list);
  const families = new Map<string, Member[]>();
  const lost = new Map<string, number>();
  for (const member of members.values()) if (member.parent === undefined) families.set(member.id, [member]);
  for (const member of members.values()) {
    const top = tops.get(member.id);
    if (top?.kind === 'head' && member.parent !== undefined) families.get(top.id)?.push(member);
    if (top?.kind === 'unknown') lost.set(top.id, (lost.get(top.id) ?? 0) + 1);
  }
  return { families: [...families.values()], orphans: [...lost].map(([customerId, count]) => ({ part: 'customers', customerId, count })) };
}
