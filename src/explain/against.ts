import type { PlannedRule } from '../policy/plan.js';
import { scoreOfPath } from '../policy/resolve-scores.js';
import { childPointer } from '../internal/pointer.js';
import { pathsOf } from '../rules/conditions.js';
import type { EvidenceOf } from './evidence.js';
import type { ExplainedScore, Reason } from './types.js';
import { wholeLines } from './whole-lines.js';

/** Negative contributions to the scores that the winning rule reads. */
export function againstOf(winner: PlannedRule | undefined, scores: readonly ExplainedScore[], evidenceOf?: EvidenceOf): readonly Reason[] {
  const read = winner === undefined ? [] : pathsOf(winner.tree).flatMap((path) => scoreOfPath(path) ?? []);
  return scores
    .filter(({ id }) => read.includes(id))
    .flatMap(({ id, type, contributions = [] }) =>
      wholeLines(contributions)
        .filter(({ points }) => points < 0)
        .map(({ id: input, points, label }): Reason => {
          const pointer = childPointer('/scores', id);
          return { code: 'reason/lowers', pointer, fact: input, ...(label === undefined ? {} : { label }), type: type === 'ratio' ? type : 'number', actual: points, ...evidenceOf?.([input]) };
        }),
    );
}
