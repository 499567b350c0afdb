import type { Issue } from '../errors/issue.js';
import { childPointer } from '../internal/pointer.js';
import type { Orphans } from './group-records.js';
import { createIssueList, describeKind, type IssueList } from './issue-list.js';
import { attempt, isNothing, isPlain, laterCoverage, LIST_PARTS, type ListPart } from './parts.js';
import { branchesOf, type Member } from './branches.js';
import { createNaming, type Naming } from './entry-names.js';
import type { CustomerRecord } from './types.js';

/** What rolling up gives: every record is in one of a head office, among the orphans, or named by an issue. */
export interface RolledUp {
  readonly records: readonly CustomerRecord[];
  readonly orphans: readonly Orphans[];
  readonly issues: readonly Issue[];
}

/**
 * Adds branches to their head office: one record for each customer without a `parent`, with the events of all its branches.
 *
 * Branches are those whose `customer.parent` is its id, and theirs in turn. Events, targets, assessments, surveys and costs are put one after
 * the other, those of the head office first; `customer`, `facts`, `previous` and `override` are the head office's own. A part that is not
 * known of one of them is not known of the whole, and `coverage` begins where the last of theirs begins: what is missing never counts as
 * none. An id
 * that several of them use gets the id of the customer before it, and what links to it goes along. Nothing given is changed,
 * and a head office without branches is passed on as it is. Two plans for the same days leave plan completion missing.
 *
 * Gives also the `orphans` (part `customers`: how many records belong, directly or not, to a parent who is not there, by the id of that one)
 * and `issues`: errors for records without an id, customers given twice (the first is kept) and customers who belong to each other
 * (`record/parent-cycle`); warnings for `facts` of a branch, which are not added, and for parts that are not known of all.
 *
 * @example
 * import { rollUp } from 'clientele';
 * const { records, orphans } = rollUp([
 *   { customer: { id: 'head' }, transactions: [{ id: '1', at: '2026-06-01', amount: 10 }] },
 *   { customer: { id: 'east', parent: 'head' }, transactions: [{ id: '1', at: '2026-06-02', amount: 20 }] },
 *   { customer: { id: 'lost', parent: 'nobody' }, transactions: [] },
 * ]);
 * records.map(({ customer }) => customer.id); // => ['head']
 * records[0]?.transactions?.map(({ id, amount }) => `${id} ${amount}`); // => ['head/1 10', 'east/1 20']
 * orphans; // => [{ part: 'customers', customerId: 'nobody', count: 1 }]
 */
export function rollUp(records: Iterable<CustomerRecord>): RolledUp {
  const list = createIssueList();
  const { families, orphans } = branchesOf(records, list);
  return { records: families.map((family) => addUp(family, list)) as readonly object[] as readonly CustomerRecord[], orphans, issues: list.issues };
}

/** One record of a head office, the first of the family, and its branches. */
function addUp(family: readonly Member[], list: IssueList): object {
  const [head, ...branches] = family;
  if (head === undefined || branches.length === 0) return head?.given ?? {};
  for (const { record, pointer } of branches) reportFacts(record['facts'], pointer, list);
  const naming = createNaming(family, list);
  const added = LIST_PARTS.map((part) => [part, addPart(part, family, naming, list)] as const);
  const coverage = laterCoverage(family.map(({ record }) => ({ coverage: record['coverage'], isMeant: () => true })));
  const sums = new Map<string, unknown>([...added, ['coverage', coverage]]);
  // The members of the head office keep their order; what it lacks itself comes last.
  const members = Object.entries({ ...head.record, ...Object.fromEntries(sums) });
  return Object.fromEntries(members.filter(([member, value]) => !(sums.has(member) && value === undefined)));
}

function reportFacts(facts: unknown, pointer: string, list: IssueList): void {
  const ids = isPlain(facts) ? attempt(() => Object.keys(facts).filter((id) => !isNothing(facts[id])), ['?']) : [];
  if (ids.length > 0) list.add('record/facts-not-added', childPointer(pointer, 'facts'), { facts: ids.join(', ') }, { severity: 'warning' });
}

/** The entries of all; undefined where the part is not known of one of them. */
function addPart(part: ListPart, family: readonly Member[], naming: Naming, list: IssueList): readonly unknown[] | undefined {
  const unknown = family.filter(({ record }) => !Array.isArray(record[part]));
  for (const { record, pointer } of unknown) {
    const given = record[part];
    if (!isNothing(given)) list.add('record/wrong-type', childPointer(pointer, part), { field: part, given: attempt(() => describeKind(given), 'an object'), expected: 'a list' });
  }
  const [first] = unknown;
  if (first === undefined) return family.flatMap((member) => (member.record[part] as readonly unknown[]).map((entry, index) => rename(naming, member, part, entry, index)));
  const head = family[0]?.id ?? '';
  // Where nobody has it, nothing is lost.
  if (unknown.length < family.length) list.add('record/part-not-known', childPointer(first.pointer, part), { part, ids: unknown.map(({ id }) => id).join(', '), head }, { severity: 'warning' });
  return undefined;
}

function rename(naming: Naming, member: Member, part: ListPart, entry: unknown, index: number): unknown {
  // What cannot be read stays as it is, for whoever classifies to notice.
  return isPlain(entry) ? attempt(() => naming(member, part, entry, childPointer(childPointer(member.pointer, part), index)), entry) : entry;
}
