import { visit } from '../rules/conditions.js';
import { protectedBehind } from '../policy/protected.js';
import { childPointer } from '../internal/pointer.js';
import { lintIssue, type Lint } from './lint.js';

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
