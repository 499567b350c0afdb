import type { Redecide } from '../../classify/redecide.js';
import type { Engine } from '../../classify/engine.js';
import type { Status } from '../../classify/types.js';
import { isEntry, type Entry, type PartName } from '../../facts/reading.js';
import { publicValue, readValue } from '../../facts/values.js';
import type { FactValue } from '../../model/types.js';
import type { RuleValue, Slots } from '../../rules/types.js';
import type { Again } from '../again.js';
import type { SlotsOf } from '../slots.js';
import type { Lever } from './lever.js';

/** So many classifications an explanation may cost; a search that needs more of them finds nothing. */
const MOST_TRIALS = 60;

/** A lever with how far it is moved. */
export interface Step {
  readonly lever: Lever;
  readonly steps: number;
}

/** What a changed customer comes to. */
export interface Trial {
  readonly segment: string;
  readonly status: Status;
  readonly slots: Slots;
}

/** How a change is tried: on the first day possible, and over the whole record rather than over what the change can touch. */
interface Manner {
  readonly isEarly?: boolean;
  readonly isWhole?: boolean;
}

/** Tries changes out: each is classified once, by the classifier itself. */
export interface Trials {
  /** Undefined once too much was tried. */
  readonly of: (steps: readonly Step[], asOf: string, manner?: Manner) => Trial | undefined;
  /** What a decision over other facts would be, of which the slots are a copy: it leads a search, and proves nothing. */
  readonly guess: (slots: (RuleValue | undefined)[]) => Pick<Trial, 'segment' | 'status'>;
  readonly valueOf: (trial: Trial, fact: string) => FactValue;
}

function keyOf(steps: readonly Step[], asOf: string, { isEarly = false, isWhole = false }: Manner): string {
  const done = steps.filter((one) => one.steps > 0).map(({ lever, steps: count }) => `${lever.id} ${String(count)}`);
  return done.length === 0 ? asOf : [asOf, String(isEarly), String(isWhole), ...done].join('\n');
}

/** A record with everything done. */
function changedRecord(record: Entry, steps: readonly Step[], isEarly: boolean): Entry {
  return steps.reduce((before, { lever, steps: count }) => (count === 0 ? before : lever.put(before, count, isEarly)), record);
}

interface Ground {
  readonly engine: Engine;
  readonly redecide: Redecide;
  readonly isGiven: (fact: string) => boolean;
}

function createTrials({ engine: { plan }, redecide, isGiven }: Ground, run: (of: Trials['of'], steps: readonly Step[], asOf: string, manner: Manner) => Trial | undefined): Trials {
  const known = new Map<string, Trial>();
  const of: Trials['of'] = (steps, asOf, manner = {}) => {
    const key = keyOf(steps, asOf, manner);
    const tried = known.get(key);
    if (tried !== undefined || known.size >= MOST_TRIALS) return tried;
    const trial = run(of, steps, asOf, manner);
    if (trial !== undefined) known.set(key, trial);
    return trial;
  };
  return {
    of,
    guess: (slots) => redecide(slots, isGiven),
    valueOf: ({ slots }, fact) => publicValue(slots[plan.slotOf(fact)], plan.field(fact) ?? { type: 'text' }),
  };
}

/**
 * The record with only those events that a change of some parts has to do with: facts that look at no such part are given, as they are
 * without the change. It is the same decision, and much less to read.
 */
function lessened({ engine: { plan }, isGiven }: Ground, record: Entry, base: Trial, changed: ReadonlySet<PartName>): Entry {
  const touched = plan.facts.filter(({ id, needs }) => !isGiven(id) && needs.some(({ part }) => changed.has(part)));
  const kept = new Set<string>(touched.flatMap(({ needs }) => needs.map(({ part }) => part)));
  const untouched = plan.facts.filter((fact) => !touched.includes(fact) && fact.needs.length > 0);
  const given = Object.fromEntries(untouched.map(({ id, slot, field }) => [id, publicValue(base.slots[slot], field)]));
  const { facts, transactions, invoices, payments, targets, interactions, opportunities, surveys, costs, ...rest } = record;
  const parts = { transactions, invoices, payments, targets, interactions, opportunities, surveys, costs };
  const needed = Object.entries(parts).filter(([part, list]) => kept.has(part) && list !== undefined);
  return { ...rest, ...Object.fromEntries(needed), facts: { ...given, ...(isEntry(facts) ? facts : {}) } };
}

/** Trials over a record that is changed and classified again. */
export function trialsOverRecord(engine: Engine, redecide: Redecide, slotsOf: SlotsOf, { record, classifyAt }: Again): Trials {
  const { facts } = record;
  const isGiven = (fact: string): boolean => isEntry(facts) && Object.hasOwn(facts, fact) && facts[fact] !== undefined;
  const ground: Ground = { engine, redecide, isGiven };
  const lessenedRecords = new Map<string, Entry>();

  const recordFor = (of: Trials['of'], steps: readonly Step[], asOf: string): Entry | undefined => {
    const parts = new Set(steps.flatMap(({ lever }) => lever.parts));
    const key = [asOf, ...parts].join(' ');
    const base = lessenedRecords.has(key) ? undefined : of([], asOf);
    if (base !== undefined) lessenedRecords.set(key, lessened(ground, record, base, parts));
    return lessenedRecords.get(key);
  };

  return createTrials(ground, (of, steps, asOf, { isEarly = false, isWhole = false }) => {
    const moved = steps.filter((one) => one.steps > 0);
    const before = moved.length === 0 || isWhole ? record : recordFor(of, moved, asOf);
    if (before === undefined) return undefined;
    const result = classifyAt(changedRecord(before, moved, isEarly), asOf);
    return { segment: result.segment, status: result.status, slots: slotsOf(result) };
  });
}

/** Trials over the facts of a classification, where there is no record: facts are changed, and what follows is decided again. */
export function trialsOverFacts(engine: Engine, redecide: Redecide, base: Slots): Trials {
  const { plan, settings } = engine;
  const isGiven = (): boolean => false;
  return createTrials({ engine, redecide, isGiven }, (_of, steps) => {
    const { facts } = changedRecord({}, steps, false);
    const slots = [...base];
    for (const [id, value] of Object.entries(isEntry(facts) ? facts : {})) slots[plan.slotOf(id)] = readValue(value, plan.field(id) ?? { type: 'text' }, settings.zone).value;
    const { segment, status } = redecide(slots, isGiven);
    return { segment, status, slots };
  });
}
