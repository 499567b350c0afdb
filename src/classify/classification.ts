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

type Written<T> = { -readonly [K in keyof T]: T[K] };

/** A decision with everything that it was made by. Members that most results have not are set at the end: it is the fastest way. */
export function classificationOf(plan: PolicyPlan, customerId: string, asOf: AsOfMoment, decision: Decision, by: DecidedBy): Classification {
  const { segment, status, winner, matched, undecided, violating } = decision;
  const { facts, fields, scores, findings, calibration, override } = by;
  const isReplaced = status === 'undetermined' && plan.policy.undetermined !== undefined;
  const result: Written<Classification> = {
    schema: 'clientele.classification/1',
    customerId,
    asOf: asOf.text,
    policy: plan.reference,
    segment,
    status,
    rule: isReplaced ? null : (winner?.pointer ?? null),
    matched,
    undecided,
    facts,
    fields,
    scores,
    findings: violating.length === 0 ? findings : [...findings, ...violations(decision)],
  };
  if (calibration !== undefined) result.calibration = { asOf: calibration.asOf, hash: calibration.hash };
  if (override !== undefined) {
    result.segment = override.segment;
    result.status = 'overridden';
    result.override = override;
    result.computed = { segment, status };
  }
  return result;
}
