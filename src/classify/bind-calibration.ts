import { ClassifierError } from '../errors/classifier-error.js';
import { collect, type Issue } from '../errors/issue.js';
import { referenceIssue } from '../errors/reference-issue.js';
import { childPointer } from '../internal/pointer.js';
import type { PolicyPlan } from '../policy/plan.js';
import { parseCalibration } from './read-results.js';
import type { Calibration } from './types.js';

const PLACE = '/calibration';

/** A plain copy; undefined, with issues, for what is no calibration. */
function readCalibration(calibration: Calibration, issues: Issue[]): Calibration | undefined {
  try {
    return parseCalibration(calibration);
  } catch (error) {
    if (!ClassifierError.is(error)) throw error;
    for (const issue of error.issues) collect(issues, () => ({ ...issue, pointer: `${PLACE}${issue.pointer}` }));
    return undefined;
  }
}

/** A plain copy of a calibration, if it was made for this policy; else issues. */
export function bindCalibration(plan: PolicyPlan, calibration: Calibration | undefined, issues: Issue[]): Calibration | undefined {
  const own = calibration === undefined ? undefined : readCalibration(calibration, issues);
  if (own === undefined) return undefined;
  if (own.fit !== plan.hashes.fit) {
    collect(issues, () => referenceIssue('calibration/other-policy', `${PLACE}/fit`, { fit: own.fit, expected: plan.hashes.fit }));
    return undefined;
  }
  for (const { id, scorer, options, isFitted } of plan.scores) {
    const fitted = Object.hasOwn(own.scores, id) ? own.scores[id] : undefined;
    if (!isFitted || (fitted !== undefined && scorer.readFitted(fitted, options))) continue;
    const problem = `it has no fit for score \`${id}\``;
    collect(issues, () => referenceIssue('calibration/not-understood', childPointer(`${PLACE}/scores`, id), { problem }));
  }
  return own;
}
