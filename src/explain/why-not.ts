import { ClassifierError } from '../errors/classifier-error.js';
import type { Issue } from '../errors/issue.js';
import { referenceIssue } from '../errors/reference-issue.js';
import { requireList } from '../errors/refuse-argument.js';
import { closestName, listNames } from '../internal/closest.js';
import type { PolicyPlan } from '../policy/plan.js';
import type { RuleNode, Slots } from '../rules/types.js';
import { missingBeneath } from './missing.js';
import type { Naming } from './naming.js';
import { toldApart, type ReasonOf } from './reason.js';
import { fewest, obstacles } from './sufficient.js';
import type { Explanation } from './types.js';

/** The segments that the ranking puts above one, the best first; none for a segment outside of it. */
export function betterThan(plan: PolicyPlan, segment: string): readonly string[] {
  const rank = plan.rank.get(segment);
  return rank === undefined ? [] : [...plan.rank].filter(([, place]) => place < rank).map(([id]) => id);
}

/** The segments that are asked for, by their ids of today; throws for one that the policy has not. */
export function askedSegments({ segmentNames }: PolicyPlan, asked: readonly string[]): readonly string[] {
  requireList('whyNot', asked);
  if (asked.length === 0) return [];
  const ids = asked.map((name) => segmentNames.get(name));
  const known = [...new Set(segmentNames.values())];
  const [first, ...others] = asked.flatMap((name: unknown, index): readonly Issue[] => {
    if (ids[index] !== undefined) return [];
    const suggestion = typeof name === 'string' ? closestName(name, known) : undefined;
    return [referenceIssue('option/unknown-segment', `/whyNot/${String(index)}`, { segment: String(name), known: listNames(known) }, { suggestion })];
  });
  if (first !== undefined) throw new ClassifierError([first, ...others]);
  return ids.filter((id) => id !== undefined);
}

/** What keeps a segment away: of its rules the one that needs the fewest changes; the whole of a rule that can never hold. */
function nearestObstacles(trees: readonly RuleNode[], slots: Slots): readonly RuleNode[] {
  return fewest(trees.map((tree) => obstacles(tree, slots))) ?? trees.slice(0, 1);
}

/** Says why a customer with some segment is in none of the better ones, nor in those that are asked for. */
export type WhyNot = (given: string, asked: readonly string[], slots: Slots, reasonOf: ReasonOf) => Explanation['whyNot'];

/** Makes what tells, for each segment that is better than the one given and each that is asked for, what failed and what is missing. */
export function createWhyNot(plan: PolicyPlan, naming: Naming): WhyNot {
  const treesTo = new Map<string, RuleNode[]>();
  for (const { segment, tree } of plan.rules) {
    const trees = treesTo.get(segment) ?? [];
    treesTo.set(segment, trees);
    trees.push(tree);
  }
  return (given, asked, slots, reasonOf) => {
    const better = betterThan(plan, given);
    const others = [...new Set(asked)].filter((segment) => segment !== given && !better.includes(segment));
    return [...better, ...others].flatMap((segment): Explanation['whyNot'] => {
      const trees = treesTo.get(segment);
      const isAsked = asked.includes(segment) ? ({ isAsked: true } as const) : {};
      if (trees === undefined) return asked.includes(segment) ? [{ segment, failed: [], missing: [], hasNoRule: true, ...isAsked }] : [];
      const conditions = nearestObstacles(trees, slots);
      const failed = toldApart(conditions, naming, slots, reasonOf).reasons;
      return [{ segment, failed, missing: missingBeneath(conditions, plan, naming, slots), ...isAsked }];
    });
  };
}
