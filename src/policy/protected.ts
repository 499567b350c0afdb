import { catalogueFact } from '../facts/catalogue.js';
import { pathsOf } from '../rules/conditions.js';
import type { PolicyPlan } from './plan.js';
import { previousScoreOfPath, scoreOfPath } from './resolve-scores.js';

/** True for an attribute or a fact that the policy calls protected, and for a ready fact that is. */
export function isProtected({ policy }: Pick<PolicyPlan, 'policy'>, path: string): boolean {
  const attribute = /^customer\.attributes\.(.+)$/.exec(path)?.[1];
  const [table, id] = attribute === undefined ? [policy.facts, path] : [policy.attributes, attribute];
  const declared = table !== undefined && Object.hasOwn(table, id) ? table[id] : undefined;
  return declared?.protected === true || catalogueFact(path)?.protected === true;
}

/** A path, and all that the measure of that name is made of, however far down. */
function measuredFrom(plan: PolicyPlan, path: string): ReadonlySet<string> {
  const found = new Set([path]);
  // A set may grow while it is gone through.
  for (const one of found) for (const input of plan.inputs(one)) found.add(input);
  return found;
}

/** What is protected behind a path: itself, or what the measure of that name is made of. */
export function protectedBehind(plan: PolicyPlan, path: string): readonly string[] {
  return [...measuredFrom(plan, path)].filter((one) => isProtected(plan, one));
}

/** A path, and all that the measures and scores behind it are made of, however far down. */
export function restsOn(plan: PolicyPlan, path: string): ReadonlySet<string> {
  const found = new Set([path]);
  for (const one of found) {
    for (const input of plan.inputs(one)) found.add(input);
    const score = scoreOfPath(one) ?? previousScoreOfPath(one);
    const planned = score === undefined ? undefined : plan.scores.find(({ id }) => id === score);
    for (const input of planned?.inputs ?? []) found.add(input.path);
    for (const { tree } of planned?.conditions ?? []) for (const read of pathsOf(tree)) found.add(read);
  }
  return found;
}
