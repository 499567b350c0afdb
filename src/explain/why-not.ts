import type { PolicyPlan } from '../policy/plan.js';
import type { RuleNode, Slots } from '../rules/types.js';
import type { Naming } from './naming.js';
import { toldApart, type ReasonOf } from './reason.js';
import { fewest, obstacles } from './sufficient.js';
import type { Explanation } from './types.js';

/** The segments that the ranking puts above one, the best first; none for a segment outside of it. */
export function betterThan(plan: PolicyPlan, segment: string): readonly string[] {
  const rank = plan.rank.get(segment);
  return rank === undefined ? [] : [...plan.rank].filter(([, place]) => place < rank).map(([id]) => id);
}

/** What keeps a segment away: of its rules the one that needs the fewest changes; the whole of a rule that can never hold. */
function nearestObstacles(trees: readonly RuleNode[], slots: Slots): readonly RuleNode[] {
  return fewest(trees.map((tree) => obstacles(tree, slots))) ?? trees.slice(0, 1);
}

/** For each segment that is better than the one given: what failed, and what is missing. */
export function whyNotOf(plan: PolicyPlan, given: string, naming: Naming, slots: Slots, reasonOf: ReasonOf): Explanation['whyNot'] {
  return betterThan(plan, given).flatMap((segment): Explanation['whyNot'] => {
    const trees = plan.rules.filter((rule) => rule.segment === segment).map(({ tree }) => tree);
    if (trees.length === 0) return [];
    const { reasons, missing } = toldApart(nearestObstacles(trees, slots), naming, slots, reasonOf);
    return [{ segment, failed: reasons, missing }];
  });
}
