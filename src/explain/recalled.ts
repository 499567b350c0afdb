import { factsOf, fieldsOf, type Engine } from '../classify/engine.js';
import { readSafely } from '../classify/plain-record.js';
import { readPrevious } from '../classify/previous.js';
import type { Classification } from '../classify/types.js';
import { fillSlots } from '../facts/compute.js';
import { createHistory, type History } from '../facts/history.js';
import { createReading, isEntry, type Entry } from '../facts/reading.js';
import type { FactValue } from '../model/types.js';
import type { PolicyPlan } from '../policy/plan.js';
import type { RuleValue } from '../rules/types.js';
import type { Again } from './again.js';
import { labelOf, unitOf } from './labels.js';
import type { Difference } from './types.js';

/** The record that is given today, read as of the day of a classification. */
export interface Recalled {
  /** What the classification says otherwise. */
  readonly differs: readonly Difference[];
  /** Reads the events of the record. */
  readonly read: <Read>(from: (history: History) => Read) => Read;
  /** True for a fact that the record itself gives. */
  readonly isGiven: (fact: string) => boolean;
}

/** True for the same value of a fact, whoever wrote it down. */
export function isSameValue(a: FactValue | undefined, b: FactValue | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

const PREVIOUS = 'previous.';

/** The facts that rest on the previous class, which is another one as soon as a result is kept. Facts come after those that they are made of. */
function restingOnPrevious({ facts, inputs }: PolicyPlan): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { id } of facts) if (inputs(id).some((input) => input.startsWith(PREVIOUS) || found.has(input))) found.add(id);
  return found;
}

type Values = { readonly [path: string]: FactValue };

function differences(plan: PolicyPlan, kept: Values, today: Values): readonly Difference[] {
  const resting = restingOnPrevious(plan);
  return Object.entries(today).flatMap(([fact, now]): readonly Difference[] => {
    const then = Object.hasOwn(kept, fact) ? kept[fact] : undefined;
    if (then === undefined || isSameValue(then, now) || fact.startsWith(PREVIOUS) || resting.has(fact)) return [];
    const [label, unit] = [labelOf(plan.policy, fact), unitOf(plan, fact)];
    return [{ fact, ...(label === undefined ? {} : { label }), type: plan.field(fact)?.type ?? 'text', ...(unit === undefined ? {} : { unit }), then, now }];
  });
}

/** Reads the record as it stands today as of the day of a classification, and compares. */
export function recall(engine: Engine, { asOf, stated }: Again, result: Classification): Recalled {
  const { plan, settings } = engine;
  const historyOf = (record: Entry): History => createHistory(createReading(record, settings, asOf));
  const known = new Map<Entry, History>();
  const read: Recalled['read'] = (from) => {
    return readSafely(stated, (record) => {
      const history = known.get(record) ?? historyOf(record);
      known.set(record, history);
      return from(history);
    });
  };
  const slots = read((history) => {
    const filled = new Array<RuleValue | undefined>(plan.paths.length).fill(undefined);
    readPrevious(history.reading, plan, filled);
    fillSlots(history, plan.fields, plan.facts, filled);
    return filled;
  });
  const isGiven = (fact: string): boolean => read(({ reading }) => {
    const { facts } = reading.record;
    return isEntry(facts) && Object.hasOwn(facts, fact) && facts[fact] !== undefined;
  });
  return { differs: [...differences(plan, result.facts, factsOf(plan, slots)), ...differences(plan, result.fields, fieldsOf(plan, slots))], read, isGiven };
}
