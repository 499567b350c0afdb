import type { Issue } from '../errors/issue.js';
import { childPointer } from '../internal/pointer.js';
import { lintIssue, type Lint } from './lint.js';

/** Facts, measures, attributes, parameters and scores that no rule, measure or score reads. */
export const declaredUnused: Lint = ({ policy, used }) => {
  const parts: readonly (readonly [part: string, ids: readonly string[], isUsed: (id: string) => boolean])[] = [
    ['parameters', Object.keys(policy.parameters ?? {}), (id) => used.has(`parameters.${id}`)],
    ['attributes', Object.keys(policy.attributes ?? {}), (id) => used.has(`customer.attributes.${id}`)],
    ['facts', Object.keys(policy.facts ?? {}), (id) => used.has(id)],
    ['measures', Object.keys(policy.measures ?? {}), (id) => used.has(id)],
    ['scores', Object.keys(policy.scores ?? {}), (id) => used.has(`scores.${id}.band`) || used.has(`scores.${id}.value`)],
  ];
  // A policy without segments is there to give its facts and scores.
  if (policy.segments.length === 0) return [];
  return parts.flatMap(([part, ids, isUsed]): readonly Issue[] =>
    ids.filter((id) => !isUsed(id)).map((name) => lintIssue('lint/declared-unused', childPointer(`/${part}`, name), { name, part }, { severity: 'warning' })),
  );
};
