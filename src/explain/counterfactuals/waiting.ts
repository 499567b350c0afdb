import type { Outlook } from '../../classify/outlook.js';
import { readSafely } from '../../classify/plain-record.js';
import { dayText, type Day } from '../../internal/days.js';
import { conditionsOf } from '../../rules/conditions.js';
import { evaluate } from '../../rules/evaluate.js';
import type { RuleNode, Slots } from '../../rules/types.js';
import type { FactChange } from '../types.js';
import type { Goal } from './search.js';
import type { Explained } from './subject.js';
import type { Trial, Trials } from './trials.js';

/** So far ahead is looked for what time alone brings: a quarter. */
const QUARTER = 92;

/** Days in which nothing happens, after which a customer is in another segment; on no day before that is it so. */
export interface Waiting {
  readonly days: number;
  readonly by: string;
  readonly trial: Trial;
  /** The conditions that turned. */
  readonly turned: readonly RuleNode[];
  readonly change: FactChange;
}

/** The first day on which what is wanted comes by itself; undefined where that is not within a quarter. */
export type WaitFor = (isWanted: Goal) => Waiting | undefined;

/** The fact that silence changed, and that turned a condition. */
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

/** The conditions that turned: of the rule that wins then, or else of the one that did. */
function turnedConditions({ engine }: Explained, before: Slots, after: Slots): readonly RuleNode[] {
  const turnedIn = (tree: RuleNode): readonly RuleNode[] => conditionsOf(tree).filter((condition) => evaluate(condition, before) !== evaluate(condition, after));
  const rules = [engine.decide(before).winner, engine.decide(after).winner, ...engine.plan.rules];
  return rules.map((rule) => (rule === undefined ? [] : turnedIn(rule.tree))).find(({ length }) => length > 0) ?? [];
}

/** Makes what tells when time alone brings something: the customer is looked at on the days on which it may turn. */
export function createWaitFor(explained: Explained, trials: Trials): WaitFor {
  const { again, look, slots } = explained;
  if (again === undefined) return () => undefined;
  const { day } = again.asOf;
  let known: readonly Outlook[] | undefined;
  const outlooks = (): readonly Outlook[] => (known ??= readSafely(again.record, (record) => [...look.ahead(record, again.asOf, day + QUARTER)]));

  const verified = (on: Day, isWanted: Goal): Waiting | undefined => {
    const trial = trials.of([], dayText(on));
    if (trial === undefined || !isWanted(trial)) return undefined;
    const turned = turnedConditions(explained, slots, trial.slots);
    const change = changeOf(explained, trials, trial, turned, on - day);
    return change === undefined ? undefined : { days: on - day, by: dayText(on), trial, turned, change };
  };
  return (isWanted) => {
    const statusOf = ({ override, decision }: Outlook): Trial['status'] => (override === undefined ? decision.status : 'overridden');
    const first = outlooks().find((outlook) => outlook.day > day && isWanted({ segment: outlook.segment, status: statusOf(outlook) }));
    return first === undefined ? undefined : verified(first.day, isWanted);
  };
}
