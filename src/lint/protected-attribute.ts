import { visit } from '../rules/conditions.js';
import type { PolicyPlan } from '../policy/plan.js';
import { lintIssue, type Lint } from './lint.js';

function isProtected({ policy }: PolicyPlan, path: string): boolean {
  const attribute = /^customer\.attributes\.(.+)$/.exec(path)?.[1];
  const declared = attribute === undefined ? policy.facts?.[path] : policy.attributes?.[attribute];
  return declared?.protected === true;
}

/** A rule or a score that decides by an attribute or fact which the policy calls protected. */
export const protectedAttribute: Lint = ({ plan }) => {
  const inRules = plan.rules.flatMap(({ tree }) => {
    const places: { readonly path: string; readonly pointer: string }[] = [];
    visit(tree, (node) => {
      if (node.kind === 'path' && isProtected(plan, node.path)) places.push({ path: node.path, pointer: node.pointer });
    });
    return places;
  });
  const inScores = plan.scores.flatMap(({ id, inputs }) => inputs.filter(({ path }) => isProtected(plan, path)).map(({ path }) => ({ path, pointer: `/scores/${id}` })));
  return [...inRules, ...inScores].map(({ path, pointer }) => lintIssue('lint/protected-attribute', pointer, { path }, { severity: 'warning' }));
};
