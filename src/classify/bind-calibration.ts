import type { Issue } from '../errors/issue.js';
import { childPointer } from '../internal/pointer.js';
import type { PolicyPlan } from '../policy/plan.js';
import { referenceIssue } from '../policy/resolve-segments.js';
import { parseCalibration } from './read-results.js';
import type { Calibration } from './types.js';

/** A plain copy of a calibration, if it was made for this policy; else issues. */
export function bindCalibration(plan: PolicyPlan, calibration: Calibration | undefined, issues: Issue[]): Calibration | undefined {
  if (calibration === undefined) return undefined;
  const own = parseCalibration(calibration);
  if (own.fit !== plan.hashes.fit) {
    issues.push(referenceIssue('calibration/other-policy', '/calibration/fit', { fit: own.fit, expected: plan.hashes.fit }));
    return undefined;
  }
  for (const { id, scorer, options, isFitted } of plan.scores) {
    const fitted = Object.hasOwn(own.scores, id) ? own.scores[id] : undefined;
    if (isFitted && (fitted === undefined || !scorer.readFitted(fitted, options))) {
      issues.push(referenceIssue('calibration/not-understood', childPointer('/calibration/scores', id), { problem: `it has no fit for score \`${id}\`` }));
    }
  }
  return own;
}
