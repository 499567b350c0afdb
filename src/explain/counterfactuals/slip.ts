import { dayText } from '../../internal/days.js';
import { conditionsOf } from '../../rules/conditions.js';
import { evaluate } from '../../rules/evaluate.js';
import type { RuleNode, Slots } from '../../rules/types.js';
import type { FactChange } from '../types.js';
import type { Explained } from './subject.js';
import type { Trial, Trials } from './trials.js';

/** Days of silence that are looked at: a week, a month, a quarter. Between the last that changes nothing and the first that does, the day is found. */
const SILENCES = [7, 31, 92] as const;

/** Days in which nothing happens, after which a customer is in a worse segment; on the day before that is not so. */
export interface Slip {
  readonly days: number;
  readonly by: string;
  readonly trial: Trial;
  /** The conditions that no longer hold. */
  readonly turned: readonly RuleNode[];
  readonly change: FactChange;
}

/** The fact that silence changed, and that took the segment away. */
function changeOf({ changeables, naming, result }: Explained, trials: Trials, trial: Trial, turned: readonly RuleNode[], days: number): FactChange | undefined {
  const facts = turned.flatMap(naming.pathsOf).flatMap(changeables.behind);
  const valueBefore = (fact: string) => (Object.hasOwn(result.facts, fact) ? (result.facts[fact] ?? null) : null);
  const fact = facts.find((one) => trials.valueOf(trial, one) !== valueBefore(one));
  if (fact === undefined) return undefined;
  const { field, label, unit } = naming.of(fact);
  return {
    fact,
    ...(label === undefined ? {} : { label }),
    ...(unit === undefined ? {} : { unit }),
    type: field.type,
    from: valueBefore(fact),
    to: trials.valueOf(trial, fact),
    action: { type: 'wait', days },
  };
}

function turnedConditions(tree: RuleNode, before: Slots, after: Slots): readonly RuleNode[] {
  return conditionsOf(tree).filter((condition) => evaluate(condition, before) !== evaluate(condition, after));
}

/** Looks for the smallest slip downwards: how long nothing may happen. Undefined where a quarter of silence takes nothing away. */
export function findSlip(explained: Explained, trials: Trials): Slip | undefined {
  const { engine, again, result, slots } = explained;
  const rank = engine.plan.rank.get(result.segment);
  const { winner } = engine.decide(slots);
  if (again === undefined || rank === undefined || winner === undefined) return undefined;
  const { day } = again.asOf;
  const after = (days: number): Trial | undefined => trials.of([], dayText(day + days));
  const isWorse = (trial: Trial | undefined): boolean => trial !== undefined && trial.status !== 'overridden' && (engine.plan.rank.get(trial.segment) ?? -1) > rank;
  const first = SILENCES.findIndex((days) => isWorse(after(days)));
  if (first < 0) return undefined;
  let low: number = SILENCES[first - 1] ?? 0;
  let high: number = SILENCES[first] ?? 0;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const tried = after(middle);
    if (tried === undefined) return undefined;
    if (isWorse(tried)) high = middle;
    else low = middle;
  }
  const trial = after(high);
  if (trial === undefined || !isWorse(trial)) return undefined;
  const turned = turnedConditions(winner.tree, slots, trial.slots);
  const change = changeOf(explained, trials, trial, turned, high);
  return change === undefined ? undefined : { days: high, by: dayText(day + high), trial, turned, change };
}
