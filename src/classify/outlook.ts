import { wholeDay, type AsOfMoment } from '../facts/as-of.js';
import { fillSlots } from '../facts/compute.js';
import { createHistory, createMemory, type History } from '../facts/history.js';
import type { PlannedFact } from '../facts/plan.js';
import { createReading, isEntry, type Entry, type Reading } from '../facts/reading.js';
import { createTimeline, turnsOn, type Turns } from '../facts/timeline.js';
import { dayText, type Day } from '../internal/days.js';
import { readDay } from '../internal/when.js';
import type { Zone } from '../internal/zone.js';
import type { Override } from '../model/types.js';
import type { PlannedScore, PolicyPlan } from '../policy/plan.js';
import type { RuleValue, Slots } from '../rules/types.js';
import type { Decision } from './decide.js';
import { fittedFor, scoreInto, type Engine } from './engine.js';
import { linesOf, type Lines } from './lines.js';
import { createMoving } from './moving.js';
import { readOverride } from './override.js';
import { readPrevious } from './previous.js';

/** A customer as of a day, if nothing more has happened. */
export interface Outlook {
  readonly day: Day;
  readonly slots: Slots;
  readonly decision: Decision;
  readonly override: Override | undefined;
  readonly segment: string;
}

/**
 * Looks at a customer as of a day, and then as of each later one, through a last one, on which what decides may be another. On all days
 * between them the segment is the same. The record holds nothing that comes after the first day.
 */
type Ahead = (record: Entry, asOf: AsOfMoment, last: Day) => Iterable<Outlook>;

export interface LookAhead {
  readonly ahead: Ahead;
  /** The facts that decisions rest on and that would move by themselves, if a record did not give them: they stay as they are. */
  readonly given: (record: Entry) => readonly string[];
}

/** What a policy's decisions rest on. */
interface Basis {
  readonly lines: Lines;
  readonly fields: PolicyPlan['fields'];
  readonly facts: readonly PlannedFact[];
  readonly scores: readonly PlannedScore[];
  /** The facts that follow from others, with the slots of those. */
  readonly followers: readonly { readonly fact: PlannedFact; readonly inputs: readonly number[] }[];
}

function basisOf(plan: PolicyPlan): Basis {
  const lines = linesOf(plan);
  const isRead = (path: string): boolean => lines.paths.has(path);
  const facts = plan.facts.filter(({ id }) => isRead(id));
  const followers = facts.filter(({ compute, movement }) => compute !== undefined && movement === undefined);
  return {
    lines,
    facts,
    fields: plan.fields.filter(({ path }) => isRead(path)),
    scores: plan.scores.filter(({ id }) => isRead(`scores.${id}.value`) || isRead(`scores.${id}.band`)),
    followers: followers.map((fact) => ({ fact, inputs: plan.inputs(fact.id).map((path) => plan.slotOf(path)) })),
  };
}

/** The days on which an override or a previous class begins, or ceases, to count. */
function statedTurns({ override, previous }: Entry, zone: Zone): Turns {
  const dayOf = (owner: unknown, name: string, later: number): readonly Day[] => {
    const stated = isEntry(owner) ? readDay(zone, owner[name]) : null;
    return stated === null ? [] : [stated + later];
  };
  return turnsOn([...dayOf(override, 'from', 0), ...dayOf(override, 'until', 1), ...dayOf(previous, 'asOf', 1)]);
}

function isGiven({ facts }: Entry, { id }: PlannedFact): boolean {
  return isEntry(facts) && Object.hasOwn(facts, id) && facts[id] !== undefined;
}

/** Makes what looks ahead for the customers of a policy. */
export function createLookAhead(engine: Engine): LookAhead {
  let basis: Basis | undefined;
  const known = (): Basis => (basis ??= basisOf(engine.plan));
  return {
    ahead: (record, asOf, last) => lookAhead(engine, known(), record, asOf, last),
    given: (record) => known().facts.filter((fact) => fact.compute !== undefined && isGiven(record, fact)).map(({ id }) => id),
  };
}

/** What was noticed was told when the customer was classified. */
const quiet = (): void => undefined;

function* lookAhead(engine: Engine, { lines, ...basis }: Basis, record: Entry, asOf: AsOfMoment, last: Day): Generator<Outlook, void, undefined> {
  const { plan, settings } = engine;
  // Everything in the record is known, so that one reading of it serves all days.
  const base: Reading = { ...createReading(record, settings, wholeDay(last)), find: quiet };
  const read: History = { ...createHistory(base), remember: createMemory() };
  const timeline = createTimeline(read);
  let known: { readonly day: Day; readonly history: History } | undefined;
  // One history for all facts of a day: the days of windows are worked out once in it.
  const on = (day: Day): History => {
    if (known?.day !== day) known = { day, history: { ...read, reading: { ...base, asOf: wholeDay(day) } } };
    return known.history;
  };

  const score = (slots: (RuleValue | undefined)[], isTouched: (planned: PlannedScore) => boolean): void => {
    for (const planned of basis.scores) if (isTouched(planned)) scoreInto(engine, planned, fittedFor(engine, planned), slots);
  };
  const standing = (day: Day, slots: Slots): Outlook => {
    const decision = engine.decide(slots);
    const override = isEntry(record['override']) ? readOverride(on(day).reading, plan) : undefined;
    return { day, slots, decision, override, segment: override?.segment ?? decision.segment };
  };
  const putPrevious = (day: Day, slots: (RuleValue | undefined)[]): void => {
    if (isEntry(record['previous'])) readPrevious(on(day).reading, plan, slots);
  };

  const first = new Array<RuleValue | undefined>(plan.paths.length).fill(undefined);
  putPrevious(asOf.day, first);
  fillSlots(on(asOf.day), basis.fields, basis.facts, first);
  score(first, () => true);
  let now = standing(asOf.day, first);
  yield now;

  const counted = basis.facts.filter((fact) => fact.movement !== undefined && !isGiven(record, fact));
  const moving = counted.map((fact) => createMoving(fact, timeline, on, asOf.day, first));
  const followers = basis.followers.filter(({ fact }) => !isGiven(record, fact));
  const stated = statedTurns(record, settings.zone);
  const named = turnsOn(lines.days.flatMap((day) => [day, day + 1]));
  // Where a figure that grows is reckoned with, there is no telling on which day the outcome turns: each is looked at.
  const isEachDay = lines.open.has('asOf') || counted.some(({ id, movement }) => movement?.pace === 'daily' || (movement?.pace === 'even' && lines.open.has(id)));
  const asOfSlot = plan.slotOf('asOf');
  const nextDay = (today: Day): Day => {
    if (isEachDay) return today + 1;
    let next = Math.min(stated(today), named(today));
    for (const { fact, turnsOn: turning, crossesOn } of moving) next = Math.min(next, turning(), crossesOn(lines.figures.get(fact.id) ?? [], today));
    return next;
  };

  let isNew = false;
  for (let day = nextDay(asOf.day); day <= last; day = isNew ? day + 1 : nextDay(day)) {
    const before = now;
    const slots = [...before.slots];
    if (asOfSlot >= 0) slots[asOfSlot] = dayText(day);
    for (const { move } of moving) move(day, slots);
    putPrevious(day, slots);
    const isOther = (slot: number): boolean => slots[slot] !== before.slots[slot];
    for (const { fact, inputs } of followers) if (inputs.some(isOther)) slots[fact.slot] = fact.compute?.(on(day), slots);
    score(slots, (planned) => planned.slots.some(isOther));
    now = standing(day, slots);
    // A zone may have skipped the day: then the next one is when the class is first another.
    isNew = now.segment !== before.segment;
    yield now;
  }
}
