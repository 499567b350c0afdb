import type { Classification } from '../classify/types.js';
import type { PolicyPlan } from '../policy/plan.js';
import { labelOf, unitOf } from './labels.js';
import type { ExplainedScore } from './types.js';

/** A score opened; undefined where the classification has none of that id. */
export function explainScore(plan: PolicyPlan, result: Classification, id: string): ExplainedScore | undefined {
  const score = Object.hasOwn(result.scores, id) ? result.scores[id] : undefined;
  const planned = plan.scores.find((one) => one.id === id);
  if (score === undefined || planned === undefined) return undefined;
  const label = labelOf(plan.policy, `scores.${id}`);
  const axes = score.axes?.map((axis) => {
    const axisLabel = labelOf(plan.policy, axis.input);
    const unit = unitOf(plan, axis.input);
    // A numeric score is cut by its own value; a quadrant by its inputs.
    const type = planned.scorer.result === 'numeric' ? planned.valueField.type : (plan.field(axis.input)?.type ?? 'number');
    return { ...axis, type, ...(axisLabel === undefined ? {} : { label: axisLabel }), ...(unit === undefined ? {} : { unit }) };
  });
  const partLabels = planned.scorer.partLabels?.(planned.options) ?? {};
  const contributions = score.contributions?.map((line) => {
    const partLabel = Object.hasOwn(partLabels, line.id) ? partLabels[line.id] : labelOf(plan.policy, line.id);
    return partLabel === undefined ? line : { ...line, label: partLabel };
  });
  return {
    id,
    ...(label === undefined ? {} : { label }),
    value: score.value,
    type: planned.valueField.type,
    band: score.band,
    ...(contributions === undefined ? {} : { contributions }),
    ...(axes === undefined ? {} : { axes }),
    ...(score.reason === undefined ? {} : { reason: score.reason }),
  };
}
