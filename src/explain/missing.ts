import type { PlannedScore, PolicyPlan } from '../policy/plan.js';
import { scoreOfPath } from '../policy/resolve-scores.js';
import { evaluate } from '../rules/evaluate.js';
import type { RuleNode, Slots } from '../rules/types.js';
import type { Naming } from './naming.js';
import { obstacles, unknownConditions } from './sufficient.js';

/** The paths of a condition whose values are missing. */
export function missingPaths(node: RuleNode, naming: Naming, slots: Slots): readonly string[] {
  return naming.pathsOf(node).filter((path) => slots[naming.of(path).slot] === undefined);
}

/**
 * What is missing where conditions are not as they have to be: the facts that they miss themselves, and beneath each measure and score that
 * they ask those that it was made without. What is missing stands before what is missing beneath it.
 */
export function missingBeneath(conditions: readonly RuleNode[], plan: PolicyPlan, naming: Naming, slots: Slots): readonly string[] {
  const missing = new Set<string>();
  // Scores and measures whose own conditions were gone through: several may ask the same ones.
  const opened = new Set<PlannedScore | RuleNode>();
  const isMissing = (path: string): boolean => slots[naming.of(path).slot] === undefined;
  const isNew = (one: PlannedScore | RuleNode): boolean => !opened.has(one) && opened.add(one).has(one);

  const openScore = (score: PlannedScore): void => {
    if (!isNew(score)) return;
    score.inputs.map(({ path }) => path).filter(isMissing).forEach(add);
    score.conditions.flatMap(({ tree }) => unknownConditions(tree, slots)).forEach(look);
  };

  const scoreBehind = (path: string): PlannedScore | undefined => {
    const id = scoreOfPath(path);
    return id === undefined ? undefined : plan.scores.find((score) => score.id === id);
  };

  const add = (path: string): void => {
    if (missing.has(path)) return;
    missing.add(path);
    const score = scoreBehind(path);
    const { rule } = naming.of(path);
    if (score !== undefined) openScore(score);
    else if (rule !== undefined) unknownConditions(rule, slots).forEach(look);
    else plan.inputs(path).filter(isMissing).forEach(add);
  };

  const look = (node: RuleNode): void => {
    const outcome = evaluate(node, slots);
    if (outcome === undefined) return missingPaths(node, naming, slots).forEach(add);
    for (const path of naming.pathsOf(node)) {
      const score = isMissing(path) ? undefined : scoreBehind(path);
      if (score !== undefined) openScore(score);
    }
    const rule = node.kind === 'path' ? naming.of(node.path).rule : undefined;
    // A yes or no that the host gave need not be what its rule says.
    if (rule === undefined || !isNew(rule) || evaluate(rule, slots) !== outcome) return;
    obstacles(rule, slots, outcome !== true)?.forEach(look);
  };

  conditions.forEach(look);
  return [...missing];
}
