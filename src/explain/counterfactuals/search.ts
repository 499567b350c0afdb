// The least that has to be done: found by few classifications, for what a purchase or a payment does to a fact is nearly always a straight line.
import type { Engine } from '../../classify/engine.js';
import { factsOverFacts } from '../../classify/redecide.js';
import type { PlannedFact } from '../../facts/plan.js';
import type { RuleValue, Slots } from '../../rules/types.js';
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
/** So few steps, as those of a rating, are tried one by one: what is wanted may be one of them alone. */
const FEW_STEPS = 12;

/**
 * The fewest steps of a lever, after what is done already, that reach a goal: one less does not, which is tried. 0 where it is reached
 * without, undefined where no way was found.
 */
export type Least = (lever: Lever, done: readonly Step[], goal: Goal, guesses: readonly number[]) => number | undefined;

/** The smallest whole number above one and up to another of which something holds, if it does not hold below. */
function firstOf(above: number, most: number, near: number, holds: (value: number) => boolean): number | undefined {
  let low = above;
  let high = Math.min(most, Math.max(above + 1, near));
  for (let width = Math.max(1, high - above); !holds(high); width *= 8) {
    if (high >= most) return undefined;
    low = high;
    high = Math.min(most, high + width);
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** A fact that differs between two points. */
interface Slope {
  readonly slot: number;
  readonly from: number;
  readonly to: number;
  readonly isWhole: boolean;
}

/** Facts on the straight line through two points. What any purchase does at once, as to counts and days, it has done at the second one. */
function lineThrough(facts: readonly PlannedFact[], a: Point, b: Point): (steps: number) => (RuleValue | undefined)[] {
  const slopes = facts.flatMap(({ slot, field: { type } }): readonly Slope[] => {
    const [from, to] = [a.trial.slots[slot], b.trial.slots[slot]];
    const isWhole = type === 'count' || type === 'days';
    if (from === to || typeof from !== 'number' || typeof to !== 'number' || (isWhole && a.steps === 0)) return [];
    return [{ slot, from, to, isWhole: isWhole || type === 'money' }];
  });
  const { slots }: { readonly slots: Slots } = b.trial;
  return (steps) => {
    const part = (steps - a.steps) / (b.steps - a.steps);
    const found = [...slots];
    for (const { slot, from, to, isWhole } of slopes) {
      const value = from + (to - from) * part;
      found[slot] = isWhole ? Math.round(value) : value;
    }
    return found;
  };
}

/** The two points that a line is best drawn through: both beyond the goal where there are two, for there it may have another slope. */
function ends(points: readonly Point[], goal: Goal): readonly [Point, Point] | undefined {
  const sorted = [...points].sort((a, b) => a.steps - b.steps);
  const [first, second] = sorted.filter(({ trial }) => goal(trial));
  const [before, last] = sorted.filter(({ trial }) => !goal(trial)).slice(-2);
  if (first !== undefined && second !== undefined && second.steps > first.steps + 1) return [first, second];
  const nearest = last ?? before;
  if (first !== undefined) return nearest === undefined ? undefined : [nearest, first];
  return before === undefined || last === undefined ? undefined : [before, last];
}

export function createLeast(engine: Engine, trials: Trials): Least {
  const derived = factsOverFacts(engine);
  const facts = engine.plan.facts.filter(({ id }) => !derived.has(id));
  const met = new Map<string, Point[]>();

  /** All that was tried of a lever: goals share it. */
  const pointsOf = (lever: Lever, done: readonly Step[], base: Trial): Point[] => {
    const key = [lever.asOf, lever.id, ...done.map((one) => `${one.lever.id} ${String(one.steps)}`)].join('\n');
    const points = met.get(key) ?? [{ steps: 0, trial: base }];
    met.set(key, points);
    return points;
  };

  return (lever, done, goal, guesses) => {
    const [guess = 1] = guesses;
    const at = (steps: number): Trial | undefined => trials.of([...done, { lever, steps }], lever.asOf);
    const base = at(0);
    if (base === undefined) return undefined;
    if (goal(base)) return 0;
    const points = pointsOf(lever, done, base);
    // Too much for another goal may be just enough for this one: until it is reached, only what was tried for it says how far it is at least.
    const own: Point[] = [{ steps: 0, trial: base }];
    for (let led = 0; ; led += 1) {
      const high = Math.min(...points.filter(({ trial }) => goal(trial)).map(({ steps }) => steps));
      const low = Math.max(...(high < Infinity ? points : own).filter(({ steps, trial }) => steps < high && !goal(trial)).map(({ steps }) => steps));
      if (high - low === 1) return high;
      if (low >= lever.most) return undefined;
      const next = nextOf(points, low, high, led);
      const trial = at(next);
      if (trial === undefined) return undefined;
      own.push({ steps: next, trial });
      if (points.every(({ steps }) => steps !== next)) points.push({ steps: next, trial });
    }

    function nextOf(tried: readonly Point[], low: number, high: number, led: number): number {
      const guessed = high === Infinity ? guesses.find((one) => one > low) : undefined;
      if (guessed !== undefined) return Math.min(guessed, lever.most);
      const isBounded = high < Infinity;
      const line = led < MOST_LED ? ends(tried, goal) : undefined;
      if (line === undefined && isBounded) return Math.floor(high > 4 * low ? Math.sqrt(Math.max(1, low) * high) : (low + high) / 2);
      const on = line === undefined ? undefined : lineThrough(facts, ...line);
      const found = on === undefined ? undefined : firstOf(low, isBounded ? high : lever.most, guess, (steps) => goal(trials.guess(on(steps))));
      const farther = lever.most <= FEW_STEPS ? low + 1 : lever.most;
      const next = isBounded ? (found ?? high) : (found ?? farther);
      return Math.min(Math.max(next, low + 1), isBounded ? high - 1 : lever.most);
    }
  };
}
