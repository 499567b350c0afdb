import { createHistory } from '../../facts/history.js';
import { createReading } from '../../facts/reading.js';
import { dayText } from '../../internal/days.js';
import { scoreOfPath } from '../../policy/resolve-scores.js';
import type { RuleNode, Slots } from '../../rules/types.js';
import { createReasons } from '../reason.js';
import type { Assumption, Counterfactual, FactChange, NoWay } from '../types.js';
import { betterThan } from '../why-not.js';
import { chosen, type Priced } from './choose.js';
import { familiesFor } from './families.js';
import type { Distances } from './lever.js';
import { costOf, costOfDays } from './scale.js';
import { obstacleOf, obstaclesTo } from './obstacle.js';
import { createLeast, type Goal } from './search.js';
import type { Explained, Subject } from './subject.js';
import { createWaitFor, type WaitFor, type Waiting } from './waiting.js';
import { trialsOverFacts, trialsOverRecord, type Trials } from './trials.js';
import { createWays, type DistancesAt, type Way } from './ways.js';

/** So many are told. */
const MOST = 3;
/** So many better segments are looked at, those next in the ranking. */
const NEXT_BETTER = 3;

/** What would have to change, and the segments to which no way was found. */
export interface Changes {
  readonly counterfactuals: readonly Counterfactual[];
  readonly noWay: readonly NoWay[];
}

/** How far the facts are from where they would have to be on the day of a lever, by what is known without trying. */
function distancesIn(explained: Explained, trials: Trials, conditions: readonly RuleNode[], paths: readonly string[]): DistancesAt {
  const known = new Map<string, readonly Distances[]>();
  return (asOf) => {
    const distances = known.get(asOf) ?? distancesOf(explained, trials.of([], asOf)?.slots ?? explained.slots, conditions, paths);
    known.set(asOf, distances);
    return distances;
  };
}

/** Several conditions may say different things of one fact: first the nearest of each, then the next ones. */
function distancesOf({ naming, result }: Explained, slots: Slots, conditions: readonly RuleNode[], paths: readonly string[]): readonly Distances[] {
  const reasonOf = createReasons(naming, slots);
  const met = new Map<string, Set<number>>();
  const add = (path: string, distance: number | null | undefined): void => {
    if (typeof distance === 'number' && distance > 0) met.set(path, (met.get(path) ?? new Set()).add(distance));
  };
  for (const condition of conditions) {
    const { fact, distance } = reasonOf(condition);
    add(fact, distance);
  }
  for (const path of paths) {
    const score = scoreOfPath(path) ?? '';
    for (const { input, distance } of Object.hasOwn(result.scores, score) ? (result.scores[score]?.axes ?? []) : []) add(input, distance === null ? null : -distance);
  }
  const sorted = [...met].map(([path, distances]) => [path, [...distances].sort((a, b) => a - b)] as const);
  const most = Math.max(1, ...sorted.map(([, distances]) => distances.length));
  return Array.from({ length: most }, (_, place) => new Map(sorted.map(([path, distances]) => [path, distances[place] ?? distances.at(-1) ?? 0])));
}

function subjectOf({ engine, again, result }: Explained): Subject {
  const asOf = again?.asOf ?? engine.asOf(result.asOf);
  const record = again?.record ?? { facts: result.facts };
  return {
    engine,
    record,
    history: createHistory(createReading(record, engine.settings, asOf)),
    asOf,
    day: asOf.day,
    exponent: engine.plan.exponent,
    valueOf: (fact) => (Object.hasOwn(result.facts, fact) ? (result.facts[fact] ?? null) : null),
  };
}

/** What has to stay as it is for a way to hold. */
function assumptionsOf({ engine, naming }: Explained, kind: Counterfactual['kind'], conditions: readonly RuleNode[], facts: readonly string[]): readonly Assumption[] {
  const { plan } = engine;
  const scores = conditions.flatMap(naming.scoresOf);
  const readsPlans = plan.facts.some(({ id, needs }) => facts.includes(id) && needs.some(({ part }) => part === 'targets'));
  return [
    ...(kind === 'ahead' ? (['nothing-else'] as const) : []),
    ...(readsPlans ? (['plan-unchanged'] as const) : []),
    ...(plan.scores.some(({ id, isFitted }) => isFitted && scores.includes(id)) ? (['calibration-unchanged'] as const) : []),
  ];
}

/** The change of the first fact that a lever brings the right way, and by no more than is allowed; undefined where it brings none. */
function changeOf(explained: Explained, trials: Trials, { steps, base, reached }: Way, index: number): { readonly change: FactChange; readonly cost: number } | undefined {
  const { engine, changeables, naming, result } = explained;
  const step = steps[index];
  if (step === undefined) return undefined;
  const { lever } = step;
  for (const fact of lever.facts) {
    const [before, to] = [trials.valueOf(base, fact), trials.valueOf(reached, fact)];
    const changeable = changeables.of(fact, false);
    if (changeable === undefined || before === to) continue;
    const { direction, options } = changeable;
    const isRight = typeof before !== 'number' || typeof to !== 'number' || direction === 'both' || (to > before) === (direction === 'up');
    const isWithin = typeof to !== 'number' || (to <= (options.max ?? Infinity) && to >= (options.min ?? -Infinity));
    if (!isRight || !isWithin) continue;
    const from = Object.hasOwn(result.facts, fact) ? (result.facts[fact] ?? null) : null;
    const { field, label, unit } = naming.of(fact);
    const by = lever.kind === 'ahead' && lever.by !== null ? { by: dayText(lever.by) } : {};
    const named = { ...(label === undefined ? {} : { label }), ...(unit === undefined ? {} : { unit }) };
    return { change: { fact, ...named, type: field.type, from, to, action: { ...lever.deed(step.steps), ...by } }, cost: costOf(engine, changeable, from, to) };
  }
  return undefined;
}

/** Finds what would bring a customer into a better segment, and the smallest slip that would bring it into a worse one. */
export function findChanges(explained: Explained): Changes {
  const { engine, redecide, slotsOf, result, slots, again } = explained;
  // An override is lifted by who gave it, not by the customer.
  if (result.override !== undefined) return { counterfactuals: [], noWay: [] };
  const trials = again === undefined ? trialsOverFacts(engine, redecide, slots) : trialsOverRecord(engine, redecide, slotsOf, again);
  const waitFor = createWaitFor(explained, trials);
  const slip = findSlip(explained, waitFor);
  const { priced, noWay } = findWaysUp(explained, trials, waitFor);
  const down = slip === undefined ? [] : [waited(explained, slip, 'down')];
  return { counterfactuals: [...chosen(priced, MOST - down.length), ...down], noWay };
}

/** The smallest slip downwards: how long nothing may happen. Nothing where a rule did not give the segment. */
function findSlip({ engine, result, slots }: Explained, waitFor: WaitFor): Waiting | undefined {
  const { rank } = engine.plan;
  const own = rank.get(result.segment);
  if (own === undefined || engine.decide(slots).winner === undefined) return undefined;
  return waitFor(({ segment, status }) => status !== 'overridden' && (rank.get(segment) ?? -1) > own);
}

/** What time alone brings. */
function waited(explained: Explained, { by, trial, turned, change }: Waiting, direction: Counterfactual['direction']): Counterfactual {
  const facts = turned.flatMap(explained.naming.pathsOf).flatMap(explained.changeables.behind);
  return { to: trial.segment, direction, kind: 'ahead', by, changes: [change], assumptions: assumptionsOf(explained, 'ahead', turned, facts), verified: true };
}

function findWaysUp(explained: Explained, trials: Trials, waitFor: WaitFor): { readonly priced: readonly Priced[]; readonly noWay: readonly NoWay[] } {
  const { engine, changeables, naming, result, slots, reasonOf } = explained;
  const { plan } = engine;
  const better = [...betterThan(plan, result.segment)].reverse().slice(0, NEXT_BETTER);
  if (better.length === 0) return { priced: [], noWay: [] };

  const subject = subjectOf(explained);
  // What holds today may no longer hold by the time that something is done.
  const tomorrow = trials.of([], dayText(subject.day + 1))?.slots;
  const waysTo = createWays(trials, createLeast(engine, trials));
  const priced: Priced[] = [];
  const noWay: NoWay[] = [];

  for (const segment of better) {
    const rules = plan.rules.filter((rule) => rule.segment === segment);
    if (rules.length === 0) continue;
    const wanted = plan.rank.get(segment) ?? 0;
    // What a person gives nobody else brings about.
    const goal: Goal = (decision) => decision.status !== 'overridden' && (plan.rank.get(decision.segment) ?? Infinity) <= wanted;
    const conditions = [...new Set([...obstaclesTo(rules, slots), ...(tomorrow === undefined ? [] : obstaclesTo(rules, tomorrow))])];
    const paths = [...new Set(conditions.flatMap(naming.pathsOf))];
    const facts = [...new Set(paths.flatMap(changeables.behind))];
    const families = familiesFor(subject, changeables, facts);
    const ways = waysTo(families, goal, distancesIn(explained, trials, conditions, paths));
    const found = ways.flatMap((way): readonly Priced[] => {
      const changes = way.steps.flatMap((_, index) => changeOf(explained, trials, way, index) ?? []);
      const [first] = way.steps;
      if (first === undefined || changes.length < way.steps.length) return [];
      const by = way.steps.find(({ lever }) => lever.by !== null)?.lever.by ?? null;
      const { kind } = first.lever;
      const counterfactual: Counterfactual = {
        to: way.reached.segment,
        direction: 'up',
        kind,
        ...(by === null ? {} : { by: dayText(by) }),
        changes: changes.map(({ change }) => change),
        assumptions: assumptionsOf(explained, kind, conditions, facts),
        verified: true,
      };
      return [{ counterfactual, cost: changes.reduce((sum, { cost }) => sum + cost, 0), rank: plan.rank.get(way.reached.segment) ?? 0, isSought: way.reached.segment === segment }];
    });
    const waiting = waitFor(goal);
    priced.push(...found, ...(waiting === undefined ? [] : [{ counterfactual: waited(explained, waiting, 'up'), cost: costOfDays(waiting.days), rank: plan.rank.get(waiting.trial.segment) ?? 0, isSought: waiting.trial.segment === segment }]));
    if (found.length === 0 && waiting === undefined) {
      const obstacle = obstacleOf(plan, segment, slots, trials, families);
      noWay.push({ segment, ...(obstacle === undefined ? {} : { obstacle: reasonOf(obstacle) }) });
    }
  }
  // Whoever can still come higher needs no way to what lies below.
  const highest = Math.min(...priced.filter(({ counterfactual: { kind } }) => kind === 'ahead').map(({ rank }) => rank));
  return { priced, noWay: noWay.filter(({ segment }) => (plan.rank.get(segment) ?? 0) < highest) };
}
