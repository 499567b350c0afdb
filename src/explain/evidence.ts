import { interleaved } from '../facts/behind.js';
import type { PlannedFact } from '../facts/plan.js';
import { idOf, isEntry, isList, type Entry, type PartName } from '../facts/reading.js';
import type { PlannedScore, PolicyPlan } from '../policy/plan.js';
import { scoreOfPath } from '../policy/resolve-scores.js';
import { pathsOf } from '../rules/conditions.js';
import type { Slots } from '../rules/types.js';
import type { Recalled } from './recalled.js';
import type { Reason } from './types.js';

/** So many events are named as evidence; of more the number is told. */
const MOST_EVIDENCE = 5;

/** The events behind a reason. */
export type Evidence = Required<Pick<Reason, 'evidence' | 'evidenceParts'>> & Pick<Reason, 'evidenceMore'>;

/** The events behind the values of paths; undefined where there are none. */
export type EvidenceOf = (paths: readonly string[]) => Evidence | undefined;

/** What lies at a place of a record; undefined where there is nothing. */
function entryAt(record: Entry, pointer: string): unknown {
  return pointer.split('/').slice(1).reduce<unknown>((owner, key) => (isList(owner) ? owner[Number(key)] : isEntry(owner) && Object.hasOwn(owner, key) ? owner[key] : undefined), record);
}

/** The id of an event, or its place where it has none. */
function nameOf(record: Entry, pointer: string): string {
  const entry = entryAt(record, pointer);
  return (isEntry(entry) ? idOf(entry['id']) : undefined) ?? pointer;
}

/** The part of the record that a place is in; of a payment inside an invoice that of payments. */
function partOf(pointer: string): PartName {
  const [, part = '', , inner] = pointer.split('/');
  return (inner ?? part) as PartName;
}

/** Everything that a score is made of. */
function inputsOfScore({ inputs, conditions }: PlannedScore): readonly string[] {
  return [...inputs.map(({ path }) => path), ...conditions.flatMap(({ tree }) => pathsOf(tree))];
}

/**
 * Makes what finds the events behind facts: those of the facts that a measure or a score is made of, in turn, where it is made of facts. A fact
 * that is missing has none, nor has one that the record gives, or one of which the record says something else today.
 */
export function createEvidence(plan: PolicyPlan, slots: Slots, { differs, read, isGiven }: Recalled): EvidenceOf {
  const facts = new Map<string, PlannedFact>(plan.facts.map((fact) => [fact.id, fact]));
  const changed = new Set(differs.map(({ fact }) => fact));
  const byFact = new Map<string, readonly string[]>();

  const eventsOf = (id: string, behind: NonNullable<PlannedFact['behind']>): readonly string[] => {
    const known = byFact.get(id) ?? read(behind);
    byFact.set(id, known);
    return known;
  };

  /** What a path is made of; nothing where its value is not what the record gives. */
  const inputsOf = (path: string): readonly string[] => {
    const score = plan.scores.find(({ id }) => id === scoreOfPath(path));
    if (score !== undefined) return inputsOfScore(score);
    return isCounted(path) ? plan.inputs(path) : [];
  };
  const isCounted = (path: string): boolean => {
    const fact = facts.get(path);
    return fact !== undefined && slots[fact.slot] !== undefined && !changed.has(path) && !isGiven(path);
  };

  const find: EvidenceOf = (paths) => {
    // Measures may be made of measures, thousands of them: each is looked at once.
    const open = new Set(paths);
    const lists: (readonly string[])[] = [];
    for (const path of open) {
      const own = facts.get(path)?.behind;
      if (own === undefined) for (const input of inputsOf(path)) open.add(input);
      else if (isCounted(path)) lists.push(eventsOf(path, own));
    }
    const pointers = lists.length === 1 ? (lists[0] ?? []) : interleaved(lists);
    if (pointers.length === 0) return undefined;
    const named = pointers.slice(0, MOST_EVIDENCE);
    const evidence = { evidence: read(({ reading }) => named.map((pointer) => nameOf(reading.record, pointer))), evidenceParts: [...new Set(named.map(partOf))] };
    return pointers.length === named.length ? evidence : { ...evidence, evidenceMore: pointers.length - named.length };
  };

  // Many conditions ask about the same few facts.
  const found = new Map<string, Evidence | undefined>();
  return (paths) => {
    const key = paths.join(' ');
    if (!found.has(key)) found.set(key, find(paths));
    return found.get(key);
  };
}
