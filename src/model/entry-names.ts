import type { Member } from './branches.js';
import type { IssueList } from './issue-list.js';
import { attempt, entryId, idOfEntry, isPlain, LIST_PARTS, type ListPart, type Plain } from './parts.js';

/** An entry of a member under ids that are unique in its family, with its links. */
export type Naming = (member: Member, part: ListPart, entry: Plain, pointer: string) => Plain;

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

/** Payments inside invoices share their ids with those on their own. */
function insidePayments(record: Plain): readonly unknown[] {
  return listOf(record['invoices']).flatMap((invoice) => (isPlain(invoice) ? attempt(() => listOf(invoice['payments']), []) : []));
}

/** Who uses each id of a part for an entry. */
function usersOf(family: readonly Member[], part: ListPart): ReadonlyMap<string, ReadonlySet<Member>> {
  const users = new Map<string, Set<Member>>();
  for (const member of family) {
    for (const entry of [...listOf(member.record[part]), ...(part === 'payments' ? insidePayments(member.record) : [])]) {
      const id = idOfEntry(entry);
      if (id !== undefined) users.set(id, (users.get(id) ?? new Set<Member>()).add(member));
    }
  }
  return users;
}

/** The new name of an id for each member that uses it, where several do. */
function namesOf(users: ReadonlyMap<string, ReadonlySet<Member>>): ReadonlyMap<string, ReadonlyMap<Member, string>> {
  const taken = new Set(users.keys());
  const names = new Map<string, Map<Member, string>>();
  for (const [id, members] of users) {
    if (members.size < 2) continue;
    const own = new Map<Member, string>();
    for (const member of members) {
      let name = `${member.id}/${id}`;
      while (taken.has(name)) name = `${name}'`;
      taken.add(name);
      own.set(member, name);
    }
    names.set(id, own);
  }
  return names;
}

/** Finds the ids that several members use, and gives each entry, and whatever links to it, a name of its own. */
export function createNaming(family: readonly Member[], list: IssueList): Naming {
  const names = new Map(LIST_PARTS.map((part) => [part, namesOf(usersOf(family, part))]));
  const renamed = (member: Member, part: ListPart, entry: Plain): Plain => {
    const id = entryId(entry['id']);
    const name = id === undefined ? undefined : names.get(part)?.get(id)?.get(member);
    return name === undefined ? entry : { ...entry, id: name };
  };
  /** A link is to the member's own entry, else to the only other one of that id. */
  const linked = (member: Member, part: ListPart, field: 'returnOf' | 'invoice', entry: Plain, pointer: string): Plain => {
    const id = entryId(entry[field]);
    const shared = id === undefined ? undefined : names.get(part)?.get(id);
    if (id === undefined || shared === undefined) return entry;
    const name = shared.get(member);
    if (name !== undefined) return { ...entry, [field]: name };
    list.add('record/ambiguous-link', `${pointer}/${field}`, { id }, { severity: 'warning' });
    return entry;
  };
  return (member, part, entry, pointer) => {
    const own = renamed(member, part, entry);
    if (part === 'transactions') return linked(member, 'transactions', 'returnOf', own, pointer);
    if (part === 'payments') return linked(member, 'invoices', 'invoice', own, pointer);
    const inside = entry['payments'];
    if (part !== 'invoices' || !Array.isArray(inside)) return own;
    return { ...own, payments: listOf(inside).map((payment) => (isPlain(payment) ? renamed(member, 'payments', payment) : payment)) };
  };
}
