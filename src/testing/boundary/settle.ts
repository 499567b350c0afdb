import type { RuleNode } from '../../rules/types.js';
import type { Bench } from './bench.js';
import type { Goals } from './goals.js';
import { solve } from './solve.js';
import type { Setting } from './setting.js';
import type { Turn } from './turns.js';

/** What the rest should come to, so that what turns decides. */
export interface Surroundings {
  /** One way after another; without a way nothing else is asked. */
  readonly ways: readonly Goals[];
  /** Other rules, that should not hold. */
  readonly others: readonly RuleNode[];
  readonly computed: ReadonlySet<string>;
}

/** Beyond so many other rules there is no hope of keeping all of them from holding. */
const MOST_OTHERS = 200;

/** A setting under which what turns decides the segment, or at least its rule; undefined where none was found. */
export function settle(bench: Bench, turn: Turn, start: Setting, { ways, others, computed }: Surroundings): Setting | undefined {
  const search = (goals: Goals): Setting | undefined => solve(bench, { goals, start, path: turn.path, sides: turn.apart, computed });
  const apart: Goals = others.length > MOST_OTHERS ? [] : others.map((node) => ({ node, wanted: false }));
  for (const more of apart.length === 0 ? [[]] : [apart, []]) {
    for (const way of ways) {
      const found = search([...way, ...more]);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
