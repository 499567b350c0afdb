import { createHistory } from '../facts/history.js';
import { createReading } from '../facts/reading.js';
import type { RuleValue, Slots } from '../rules/types.js';
import type { Decision } from './decide.js';
import { fittedFor, scoreInto, type Engine } from './engine.js';

/** A decision over facts that were changed, with everything that follows from them. */
export interface Redecided {
  readonly slots: Slots;
  readonly decision: Decision;
}

/** Decides again after facts in their slots were changed: facts over facts, scores and rules follow, and nothing is read from a record. */
export type Redecide = (slots: Slots, changed: ReadonlyMap<number, RuleValue | undefined>) => Redecided;

/** Ids of facts that are computed from other facts alone. */
export function factsOverFacts({ plan }: Engine): ReadonlySet<string> {
  return new Set(plan.facts.filter(({ id, compute, needs }) => compute !== undefined && needs.length === 0 && plan.inputs(id).length > 0).map(({ id }) => id));
}

/** `isKept` says which facts over facts the host gives: they are used as they are. */
export function createRedecide(engine: Engine, isKept: (fact: string) => boolean): Redecide {
  const { plan, settings } = engine;
  const derived = factsOverFacts(engine);
  const following = plan.facts.filter(({ id }) => derived.has(id) && !isKept(id));
  // Facts over facts look at slots alone: there is no record behind them.
  const nothing = createHistory(createReading({}, settings, engine.asOf('1970-01-01')));
  return (before, changed) => {
    const slots = [...before];
    for (const [slot, value] of changed) slots[slot] = value;
    for (const { slot, compute } of following) slots[slot] = compute?.(nothing, slots);
    for (const planned of plan.scores) scoreInto(engine, planned, fittedFor(engine, planned), slots);
    return { slots, decision: engine.decide(slots) };
  };
}
