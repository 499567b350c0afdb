import type { Finding } from '../errors/issue.js';
import type { AsOfMoment } from '../facts/as-of.js';
import type { Override } from '../model/types.js';
import type { PolicyPlan } from '../policy/plan.js';
import type { Decision } from './decide.js';
import type { Calibration, Classification } from './types.js';

/** What a classification keeps of what it was decided by. */
export interface DecidedBy extends Pick<Classification, 'facts' | 'fields' | 'scores' | 'findings'> {
  readonly calibration?: Calibration | undefined;
  readonly override?: Override | undefined;
}

/** The rules that hold together where only one segment may be given. */
function violations({ matched, violating }: Decision): readonly Finding[] {
  if (violating.length === 0) return [];
  return [{ code: 'segment/ambiguous', params: { segments: matched, rules: violating.map(({ pointer }) => pointer) } }];
}

/** A decision with everything that it was made by. */
export function classificationOf(plan: PolicyPlan, customerId: string, asOf: AsOfMoment, decision: Decision, by: DecidedBy): Classification {
  const { policy, hashes } = plan;
  const { segment, status, winner, matched, undecided, violating } = decision;
  const { facts, fields, scores, findings, calibration, override } = by;
  const isReplaced = status === 'undetermined' && policy.undetermined !== undefined;
  return {
    schema: 'clientele.classification/1',
    customerId,
    asOf: asOf.text,
    policy: { id: policy.id, version: policy.version, hash: hashes.policy },
    ...(calibration === undefined ? {} : { calibration: { asOf: calibration.asOf, hash: calibration.hash } }),
    segment: override?.segment ?? segment,
    status: override === undefined ? status : 'overridden',
    rule: isReplaced ? null : (winner?.pointer ?? null),
    matched,
    undecided,
    facts,
    fields,
    scores,
    findings: violating.length === 0 ? findings : [...findings, ...violations(decision)],
    ...(override === undefined ? {} : { override, computed: { segment, status } }),
  };
}
