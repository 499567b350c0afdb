import { createRedecide } from '../../classify/redecide.js';
import type { Engine } from '../../classify/engine.js';
import type { Classification, Status } from '../../classify/types.js';
import { isEntry, type Entry } from '../../facts/reading.js';
import { publicValue, readValue } from '../../facts/values.js';
import type { FactValue, When } from '../../model/types.js';
import type { RuleValue, Slots } from '../../rules/types.js';
import { createSlotsOf } from '../slots.js';
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

/** Tries changes out: each is classified once, by the classifier itself. */
export interface Trials {
  /** Undefined once too much was tried. `asOf` is that of the levers, or of what is tried without one. */
  readonly of: (steps: readonly Step[], asOf: string, isEarly?: boolean) => Trial | undefined;
  /** What a decision over other facts would be: it leads a search, and proves nothing. */
  readonly guess: (slots: Slots, changed: ReadonlyMap<number, RuleValue | undefined>) => Pick<Trial, 'segment' | 'status'>;
  readonly valueOf: (trial: Trial, fact: string) => FactValue;
}

function keyOf(steps: readonly Step[], asOf: string, isEarly: boolean): string {
  return [asOf, String(isEarly), ...steps.filter((one) => one.steps > 0).map(({ lever, steps: count }) => `${lever.id} ${String(count)}`)].join('\n');
}

/** A record with everything done. */
function changedRecord(record: Entry, steps: readonly Step[], isEarly: boolean): Entry {
  return steps.reduce((before, { lever, steps: count }) => (count === 0 ? before : lever.put(before, count, isEarly)), record);
}

function createTrials(engine: Engine, given: (fact: string) => boolean, run: (steps: readonly Step[], asOf: string, isEarly: boolean) => Trial): Trials {
  const { plan } = engine;
  const redecide = createRedecide(engine, given);
  const known = new Map<string, Trial>();
  return {
    of: (steps, asOf, isEarly = false) => {
      const key = keyOf(steps, asOf, isEarly);
      const tried = known.get(key);
      if (tried !== undefined || known.size >= MOST_TRIALS) return tried;
      const trial = run(steps, asOf, isEarly);
      known.set(key, trial);
      return trial;
    },
    guess: (slots, changed) => redecide(slots, changed).decision,
    valueOf: ({ slots }, fact) => publicValue(slots[plan.slotOf(fact)], plan.field(fact) ?? { type: 'text' }),
  };
}

/** Trials over a record that is changed and classified again. */
export function trialsOverRecord(engine: Engine, record: Entry, classifyAt: (record: unknown, asOf: When) => Classification): Trials {
  const slotsOf = createSlotsOf(engine.plan);
  const { facts } = record;
  const isGiven = (fact: string): boolean => isEntry(facts) && Object.hasOwn(facts, fact) && facts[fact] !== undefined;
  return createTrials(engine, isGiven, (steps, asOf, isEarly) => {
    const result = classifyAt(changedRecord(record, steps, isEarly), asOf);
    return { segment: result.segment, status: result.status, slots: slotsOf(result) };
  });
}

/** Trials over the facts of a classification, where there is no record: facts are changed, and what follows is decided again. */
export function trialsOverFacts(engine: Engine, base: Slots): Trials {
  const { plan, settings } = engine;
  const redecide = createRedecide(engine, () => false);
  return createTrials(engine, () => false, (steps) => {
    const { facts } = changedRecord({}, steps, false);
    const changed = Object.entries(isEntry(facts) ? facts : {}).map(([id, value]) => [plan.slotOf(id), readValue(value, plan.field(id) ?? { type: 'text' }, settings.zone).value] as const);
    const { slots, decision } = redecide(base, new Map(changed));
    return { segment: decision.segment, status: decision.status, slots };
  });
}
