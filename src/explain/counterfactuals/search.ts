// The least that has to be done: found by few classifications, for what a purchase or a payment does to a fact is nearly always a straight line.
import type { Engine } from '../../classify/engine.js';
import { factsOverFacts } from '../../classify/redecide.js';
import type { RuleValue } from '../../rules/types.js';
import type { Lever } from './lever.js';
import type { Step, Trial, Trials } from './trials.js';

/** Whether a decision is what is wanted. */
export type Goal = (decision: Pick<Trial, 'segment' | 'status'>) => boolean;

/** What came of so many steps. */
interface Point {
  readonly steps: number;
  readonly trial: Trial;
}

/** After so many classifications that a straight line led to, halves are tried instead. */
const MOST_LED = 6;

export interface Search {
  /**
   * The fewest steps of a lever, after what is done already, that reach a goal: one less does not, which is tried. 0 where it is reached
   * without, undefined where no way was found.
   */
  readonly least: (lever: Lever, done: readonly Step[], goal: Goal, guess: number) => number | undefined;
}

/** The smallest whole number above one and up to another of which something holds, if it does not hold below. */
function firstOf(above: number, most: number, holds: (value: number) => boolean): number | undefined {
  let low = above;
  let high = Math.min(most, above + 1);
  while (!holds(high)) {
    if (high >= most) return undefined;
    low = high;
    high = Math.min(most, above + (high - above) * 8);
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

export function createSearch(engine: Engine, trials: Trials): Search {
  const { plan } = engine;
  const derived = factsOverFacts(engine);
  const facts = plan.facts.filter(({ id }) => !derived.has(id));

  /** Facts on the straight line through two points. What any purchase does at once, as to counts and days, it has done at the second one. */
  const onLine = (a: Point, b: Point, steps: number): ReadonlyMap<number, RuleValue | undefined> => {
    const changed = new Map<number, RuleValue | undefined>();
    const part = (steps - a.steps) / (b.steps - a.steps);
    for (const { slot, field } of facts) {
      const [from, to] = [a.trial.slots[slot], b.trial.slots[slot]];
      if (from === to || typeof from !== 'number' || typeof to !== 'number') continue;
      const isWhole = field.type === 'count' || field.type === 'days';
      if (isWhole && a.steps === 0) continue;
      const value = from + (to - from) * part;
      changed.set(slot, isWhole || field.type === 'money' ? Math.round(value) : value);
    }
    return changed;
  };

  /** The two points that a line is best drawn through: both beyond the goal where there are two, for there it may have another slope. */
  const lineOf = (points: readonly Point[], goal: Goal): readonly [Point, Point] | undefined => {
    const sorted = [...points].sort((a, b) => a.steps - b.steps);
    const [first, second] = sorted.filter(({ trial }) => goal(trial));
    if (first !== undefined && second !== undefined && second.steps > first.steps + 1) return [first, second];
    const [before, last] = sorted.filter(({ trial }) => !goal(trial)).slice(-2);
    if (first !== undefined) return last === undefined ? (before === undefined ? undefined : [before, first]) : [last, first];
    return before === undefined || last === undefined ? undefined : [before, last];
  };

  const least: Search['least'] = (lever, done, goal, guess) => {
    const at = (steps: number): Trial | undefined => trials.of([...done, { lever, steps }], lever.asOf);
    const base = at(0);
    if (base === undefined) return undefined;
    if (goal(base)) return 0;
    const points: Point[] = [{ steps: 0, trial: base }];
    let low = 0;
    let high: number | undefined;
    let next = Math.min(Math.max(1, guess), lever.most);
    for (let led = 0; ; led += 1) {
      const trial = at(next);
      if (trial === undefined) return undefined;
      points.push({ steps: next, trial });
      if (goal(trial)) high = next;
      else low = next;
      if (high !== undefined && high - low === 1) return high;
      if (high === undefined && low >= lever.most) return undefined;
      const line = led < MOST_LED ? lineOf(points, goal) : undefined;
      const led_to = line === undefined ? undefined : firstOf(low, high ?? lever.most, (steps) => goal(trials.guess(line[1].trial.slots, onLine(...line, steps))));
      if (high === undefined) next = led_to ?? lever.most;
      else if (line === undefined) next = Math.floor(high / low > 4 ? Math.sqrt(Math.max(1, low) * high) : (low + high) / 2);
      else next = led_to === undefined || led_to >= high ? high - 1 : led_to;
      next = Math.min(Math.max(next, low + 1), high === undefined ? lever.most : high - 1);
    }
  };
  return { least };
}
