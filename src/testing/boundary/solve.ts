import { isConnective, pathsOf } from '../../rules/conditions.js';
import { evaluate } from '../../rules/evaluate.js';
import type { RuleNode, RuleValue, Slots } from '../../rules/types.js';
import type { Bench } from './bench.js';
import { waysToBe, type Goal, type Goals } from './goals.js';
import { statedFor, type Setting } from './setting.js';

/** So many settings are tried before a way is given up. */
const MOST_TRIES = 400;
/** So many settings of the paths that one condition reads. */
const MOST_TOGETHER = 300;
/** Beyond so many parts there is no hope of meeting all. */
const MOST_GOALS = 400;

/** Fractions that fill a square, a cube and so on evenly: powers of the root of x^(d+1) = x + 1 (Roberts, 2018). */
function strides(count: number): readonly number[] {
  let root = 1.5;
  for (let round = 0; round < 40; round += 1) root = (1 + root) ** (1 / (count + 1));
  return Array.from({ length: count }, (_, index) => root ** -(index + 1));
}

/**
 * Settings of several paths at once, in an order that is always the same: all of them where they are few, and else all at their first
 * values, all at their second, and so on, and then some from everywhere.
 */
export function* together(bench: Bench, paths: readonly string[]): Iterable<readonly (readonly [string, RuleValue | undefined])[]> {
  const each = paths.map((path) => ({ path, values: [...bench.values.of(path), undefined] }));
  const count = each.reduce((product, { values }) => product * values.length, 1);
  const at = (places: (index: number, length: number) => number) => each.map(({ path, values }, index) => [path, values[places(index, values.length)]] as const);
  if (count <= MOST_TOGETHER) {
    for (let number = 0; number < count; number += 1) {
      let rest = number;
      yield at((_, length) => {
        const place = rest % length;
        rest = Math.floor(rest / length);
        return place;
      });
    }
    return;
  }
  const longest = Math.max(...each.map(({ values }) => values.length));
  for (let place = 0; place < longest; place += 1) yield at((_, length) => place % length);
  const fractions = strides(each.length);
  for (let number = 1; number < MOST_TOGETHER; number += 1) yield at((index, length) => Math.floor(((0.5 + number * (fractions[index] ?? 0)) % 1) * length));
}

/** What is looked for. */
export interface Search {
  readonly goals: Goals;
  /** What must stay as it is. */
  readonly start: Setting;
  /** The path that is turned, and the values on either side: goals are to be met on both. */
  readonly path: string;
  readonly sides: readonly (RuleValue | undefined)[];
  /** Facts that must be computed, so that what they are computed from decides. */
  readonly computed: ReadonlySet<string>;
}

interface State {
  readonly setting: Setting;
  /** On either side. */
  readonly slots: readonly Slots[];
}

const isMet = ({ node, wanted }: Goal, slots: readonly Slots[]): boolean => slots.every((side) => evaluate(node, side) === wanted);

/** A setting under which all goals are met, by adding to one what it does not say yet; undefined where none was found. */
export function solve(bench: Bench, { goals, start, path, sides, computed }: Search): Setting | undefined {
  const { plan } = bench.engine;
  let left = MOST_TRIES;

  const slotsOf = (setting: Setting): readonly Slots[] => sides.map((value) => bench.slotsOf(new Map([...setting, [path, value]])));

  const openPaths = (node: RuleNode, { setting }: State): readonly string[] => statedFor(plan, pathsOf(node), computed).filter((each) => each !== path && !setting.has(each));

  const reach = (wanted: Goals, from: number, state: State): Setting | undefined => {
    let index = from;
    for (let goal = wanted[index]; goal !== undefined && isMet(goal, state.slots); goal = wanted[index]) index += 1;
    const goal = wanted[index];
    if (goal === undefined) return goals.every((each) => isMet(each, state.slots)) ? state.setting : undefined;
    if (wanted.length > MOST_GOALS || goal.node.kind === 'literal') return undefined;
    return isConnective(goal.node) ? byWays(waysToBe(goal.node, goal.wanted), wanted, index, state) : byValues(goal, wanted, index, state);
  };

  const byWays = (ways: readonly Goals[], wanted: Goals, index: number, state: State): Setting | undefined => {
    for (const way of ways) {
      const found = reach([...way, ...wanted.slice(index + 1)], 0, state);
      if (found !== undefined || left <= 0) return found;
    }
    return undefined;
  };

  const byValues = (goal: Goal, wanted: Goals, index: number, state: State): Setting | undefined => {
    const paths = openPaths(goal.node, state);
    if (paths.length === 0) return undefined;
    for (const values of together(bench, paths)) {
      left -= 1;
      if (left < 0) return undefined;
      const setting = new Map([...state.setting, ...values]);
      const slots = slotsOf(setting);
      if (!isMet(goal, slots)) continue;
      const found = reach(wanted, index + 1, { setting, slots });
      if (found !== undefined) return found;
    }
    return undefined;
  };

  return reach(goals, 0, { setting: start, slots: slotsOf(start) });
}
