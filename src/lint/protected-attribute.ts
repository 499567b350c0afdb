import { catalogueFact } from '../facts/catalogue.js';
import { visit } from '../rules/conditions.js';
import type { PolicyPlan } from '../policy/plan.js';
import { childPointer } from '../internal/pointer.js';
import { lintIssue, type Lint } from './lint.js';

function isProtected({ policy }: PolicyPlan, path: string): boolean {
  const attribute = /^customer\.attributes\.(.+)$/.exec(path)?.[1];
  const declared = attribute === undefined ? policy.facts?.[path] : policy.attributes?.[attribute];
  return declared?.protected === true || catalogueFact(path)?.protected === true;
}

/** What is protected behind a path: itself, or what the measure of that name is made of, however far down. */
function protectedBehind(plan: PolicyPlan, path: string): readonly string[] {
  const found = new Set([path]);
  // A set may grow while it is gone through.
  for (const one of found) for (const input of plan.inputs(one)) found.add(input);
  return [...found].filter((one) => isProtected(plan, one));
}

/** A rule or a score that decides by an attribute or fact which the policy calls protected, or a ready fact that is, be it by way of measures. */
export const protectedAttribute: Lint = (plan) => {
  const behind = (path: string, pointer: string) => protectedBehind(plan, path).map((one) => ({ path: one, pointer }));
  const trees = [...plan.rules.map(({ tree }) => tree), ...plan.scores.flatMap(({ conditions }) => conditions.map(({ tree }) => tree))];
  const inRules = trees.flatMap((tree) => {
    const places: { readonly path: string; readonly pointer: string }[] = [];
    visit(tree, (node) => {
      if (node.kind === 'path') places.push(...behind(node.path, node.pointer));
    });
    return places;
  });
  const inScores = plan.scores.flatMap(({ id, inputs }) => inputs.flatMap(({ path }) => behind(path, childPointer('/scores', id))));
  return [...inRules, ...inScores].map(({ path, pointer }) => lintIssue('lint/protected-attribute', pointer, { path }, { severity: 'warning' }));
};
