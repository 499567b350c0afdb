import type { Text } from '../errors/json.js';
import type { Classification } from '../classify/types.js';
import { publicValue } from '../facts/values.js';
import type { PlannedScore, PolicyPlan } from '../policy/plan.js';
import { evaluate } from '../rules/evaluate.js';
import type { Slots } from '../rules/types.js';
import { TOTAL } from '../scorers/scorer.js';
import { labelOf, unitOf } from './labels.js';
import type { ReasonOf } from './reason.js';
import { sufficientConditions } from './sufficient.js';
import type { ExplainedScore, Reason } from './types.js';

/** Conditions that are enough for the first rule which leads to the band; none for a band that no rule leads to. */
function becauseOfBand({ conditions }: PlannedScore, band: string | null, slots: Slots, reasonOf: ReasonOf): readonly Reason[] {
  const rule = conditions.find((each) => each.band === band && evaluate(each.tree, slots) === true);
  return rule === undefined ? [] : sufficientConditions(rule.tree, slots).map(reasonOf);
}

/** A score opened; undefined where the classification has none of that id. */
export function explainScore(plan: PolicyPlan, result: Classification, id: string, slots: Slots, reasonOf: ReasonOf): ExplainedScore | undefined {
  const score = Object.hasOwn(result.scores, id) ? result.scores[id] : undefined;
  const planned = plan.scores.find((one) => one.id === id);
  if (score === undefined || planned === undefined) return undefined;
  const label = labelOf(plan.policy, `scores.${id}`);
  // The whole of a score is called like none of the facts.
  const ownLabel = (path: string): Text | undefined => (path === TOTAL ? undefined : labelOf(plan.policy, path));
  const axes = score.axes?.map((axis) => {
    const inputType = plan.field(axis.input)?.type ?? 'number';
    // The one axis of a score may be its own value; several are of its inputs.
    const isValue = planned.result === 'numeric' && score.axes?.length === 1 && axis.value === score.value;
    const type = isValue ? planned.valueField.type : inputType;
    // Points for days late are no days: they go by the name of the score.
    const isOther = type !== inputType && axis.input !== TOTAL;
    const axisLabel = isOther ? (label ?? id) : ownLabel(axis.input);
    const unit = isOther ? undefined : unitOf(plan, axis.input);
    return { ...axis, type, ...(axisLabel === undefined ? {} : { label: axisLabel }), ...(unit === undefined ? {} : { unit }) };
  });
  const partLabels = planned.scorer.partLabels?.(planned.options) ?? {};
  const contributions = score.contributions?.map((line) => {
    const partLabel = Object.hasOwn(partLabels, line.id) ? partLabels[line.id] : ownLabel(line.id);
    return partLabel === undefined ? line : { ...line, label: partLabel };
  });
  const by = score.comparedWith === 'all' || axes?.some(({ rank }) => rank !== undefined) !== true ? undefined : planned.scorer.peersBy?.(planned.options);
  const peers = by === undefined ? undefined : { by, value: publicValue(slots[plan.slotOf(by)], plan.field(by) ?? { type: 'text' }) };
  const because = becauseOfBand(planned, score.band, slots, reasonOf);
  return {
    id,
    ...(label === undefined ? {} : { label }),
    value: score.value,
    type: planned.valueField.type,
    band: score.band,
    ...(score.code === undefined ? {} : { code: score.code }),
    ...(contributions === undefined ? {} : { contributions }),
    ...(axes === undefined ? {} : { axes }),
    ...(peers === undefined ? {} : { peers }),
    ...(because.length === 0 ? {} : { because }),
    ...(score.kept === undefined ? {} : { kept: score.kept }),
    ...(score.expected === undefined ? {} : { expected: score.expected }),
    ...(score.reason === undefined ? {} : { reason: score.reason }),
  };
}
