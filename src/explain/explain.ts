import { ClassifierError } from '../errors/classifier-error.js';
import { decide } from '../classify/decide.js';
import type { Classification } from '../classify/types.js';
import type { PlannedRule, PolicyPlan } from '../policy/plan.js';
import { referenceIssue } from '../policy/resolve-segments.js';
import { scoreOfPath } from '../policy/resolve-scores.js';
import { pathsOf } from '../rules/conditions.js';
import { evaluate } from '../rules/evaluate.js';
import type { Slots } from '../rules/types.js';
import { labelOf, labelsFor, unitOf } from './labels.js';
import { createReasons, missingPaths } from './reason.js';
import { slotsOf } from './slots.js';
import { obstacles, sufficientConditions } from './sufficient.js';
import type { ExplainedScore, Explanation, Reason } from './types.js';

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];

/** The rules that were tried before the one that won; all of them where none did. */
function triedBefore(plan: PolicyPlan, winner: PlannedRule | undefined): readonly PlannedRule[] {
  if (winner === undefined) return plan.rules;
  if (plan.hitPolicy === 'first') return plan.rules.slice(0, plan.rules.indexOf(winner));
  return plan.rules.filter((rule) => rule !== winner);
}

/** The segments that the ranking puts above one; none for a segment outside of it. */
function betterThan(plan: PolicyPlan, segment: string): readonly string[] {
  const rank = plan.rank.get(segment);
  return rank === undefined ? [] : [...plan.rank].filter(([, place]) => place < rank).map(([id]) => id);
}

/** The rule of a segment that needs the fewest changes. */
function nearestRule(plan: PolicyPlan, segment: string, slots: Slots) {
  const each = plan.rules.filter((rule) => rule.segment === segment).map(({ tree }) => obstacles(tree, slots));
  return each.reduce((fewest, some) => (some.length < fewest.length ? some : fewest), each[0] ?? []);
}

function explainScore(plan: PolicyPlan, result: Classification, id: string): ExplainedScore | undefined {
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
  return {
    id,
    ...(label === undefined ? {} : { label }),
    value: score.value,
    type: planned.valueField.type,
    band: score.band,
    ...(score.contributions === undefined ? {} : { contributions: score.contributions }),
    ...(axes === undefined ? {} : { axes }),
    ...(score.reason === undefined ? {} : { reason: score.reason }),
  };
}

/** Contributions that pull the scores of a rule down. */
function against(plan: PolicyPlan, scores: readonly ExplainedScore[], winner: PlannedRule | undefined): readonly Reason[] {
  const read = winner === undefined ? [] : pathsOf(winner.tree).flatMap((path) => scoreOfPath(path) ?? []);
  return scores
    .filter(({ id }) => read.includes(id))
    .flatMap(({ id, contributions = [] }) =>
      contributions
        .filter(({ points }) => points < 0)
        .map(({ id: input, points }): Reason => {
          const label = labelOf(plan.policy, input);
          return { code: 'reason/below', pointer: `/scores/${id}`, fact: input, ...(label === undefined ? {} : { label }), type: 'number', actual: points, required: 0 };
        }),
    );
}

/** Why a customer has its segment, from the classification alone. */
export function explainClassification(plan: PolicyPlan, result: Classification): Explanation {
  if (result.policy.hash !== plan.hashes.policy) {
    throw new ClassifierError([referenceIssue('classification/not-understood', '/policy/hash', { problem: 'it was made by another policy, or another version of it' })]);
  }
  const slots = slotsOf(plan, result);
  const { winner } = decide(plan, slots);
  const reasonOf = createReasons(plan, slots);
  const tried = triedBefore(plan, winner);
  const segment = result.computed?.segment ?? result.segment;

  const because = winner === undefined ? [] : sufficientConditions(winner.tree, slots).map(reasonOf);
  const passedOver = tried.flatMap(({ segment: other, tree }): Explanation['passedOver'] => {
    const outcome = evaluate(tree, slots);
    if (outcome === true) return [];
    if (outcome === false) return [{ segment: other, reasons: sufficientConditions(tree, slots).map(reasonOf), missing: [] }];
    return [{ segment: other, reasons: [], missing: unique(obstacles(tree, slots).flatMap((node) => missingPaths(node, plan, slots))) }];
  });
  const better = betterThan(plan, segment).filter((other) => other !== result.segment && plan.rules.some((rule) => rule.segment === other));
  const whyNot = better.map((other) => {
    const failed = nearestRule(plan, other, slots);
    const known = failed.filter((node) => evaluate(node, slots) !== undefined);
    const missing = failed.filter((node) => evaluate(node, slots) === undefined).flatMap((node) => missingPaths(node, plan, slots));
    return { segment: other, failed: known.map(reasonOf), missing: unique(missing) };
  });

  const read = [...(winner === undefined ? [] : [winner]), ...tried].flatMap(({ tree }) => pathsOf(tree));
  const scores = unique(read.flatMap((path) => scoreOfPath(path) ?? [])).flatMap((id) => explainScore(plan, result, id) ?? []);
  const named = unique([...read, ...scores.flatMap(({ axes = [], contributions = [] }) => [...axes.map(({ input }) => input), ...contributions.map(({ id }) => id)])]);
  const segments = [result.segment, segment, ...passedOver.map((one) => one.segment), ...whyNot.map((one) => one.segment), ...result.undecided];
  return {
    schema: 'clientele.explanation/1',
    customerId: result.customerId,
    asOf: result.asOf,
    policy: { id: plan.policy.id, version: plan.policy.version },
    currency: plan.policy.currency,
    segment: result.segment,
    status: result.status,
    because,
    passedOver,
    against: against(plan, scores, winner),
    whyNot,
    scores,
    counterfactuals: [],
    validity: null,
    findings: result.findings,
    ...(result.override === undefined ? {} : { override: result.override }),
    ...(result.computed === undefined ? {} : { computed: result.computed }),
    omitted: ['counterfactuals', 'validity'],
    labels: labelsFor(plan.policy, [...named, ...Object.keys(result.scores).map((id) => `scores.${id}`)], segments),
  };
}
