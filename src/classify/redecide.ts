import { createHistory } from '../facts/history.js';
import { createReading } from '../facts/reading.js';
import type { RuleValue } from '../rules/types.js';
import type { Decision } from './decide.js';
import { fittedFor, scoreInto, type Engine } from './engine.js';

/**
 * Decides again after facts in their slots were changed: facts over facts, scores and rules follow, and their slots are filled. Nothing is
 * read from a record. `isGiven` says which facts over facts the host gives: they are used as they are.
 */
export type Redecide = (slots: (RuleValue | undefined)[], isGiven: (fact: string) => boolean) => Decision;

/** Ids of facts that are computed from other facts alone. */
export function factsOverFacts({ plan }: Engine): ReadonlySet<string> {
  return new Set(plan.facts.filter(({ id, compute, needs }) => compute !== undefined && needs.length === 0 && plan.inputs(id).length > 0).map(({ id }) => id));
}

export function createRedecide(engine: Engine): Redecide {
  const { plan, settings } = engine;
  const derived = factsOverFacts(engine);
  const following = plan.facts.filter(({ id }) => derived.has(id));
  // Facts over facts look at slots alone: there is no record behind them.
  const nothing = createHistory(createReading({}, settings, engine.asOf('1970-01-01')));
  return (slots, isGiven) => {
    for (const { id, slot, compute } of following) if (!isGiven(id)) slots[slot] = compute?.(nothing, slots);
    for (const planned of plan.scores) scoreInto(engine, planned, fittedFor(engine, planned), slots);
    return engine.decide(slots);
  };
}
