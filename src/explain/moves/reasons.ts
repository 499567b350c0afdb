import type { Classification } from '../../classify/types.js';
import { decimalDistance } from '../../internal/decimal.js';
import type { FactValue } from '../../model/types.js';
import type { PolicyPlan } from '../../policy/plan.js';
import { scoreOfPath } from '../../policy/resolve-scores.js';
import { isSameValue } from '../recalled.js';
import type { ReasonCode } from '../reason-codes.js';
import type { ExplainedScore, Explanation, Reason } from '../types.js';
import type { MoveReason } from './types.js';

type OpenedAxis = NonNullable<ExplainedScore['axes']>[number];

/** What is the case of a value against its line. Where less is better, the upper class is at or below the line. */
function codeOf(value: number, line: number, above: boolean): ReasonCode {
  if (above) return value < line ? 'reason/at-most' : 'reason/at-least';
  return value > line ? 'reason/above' : 'reason/below';
}

function ofAxis(axis: OpenedAxis, pointer: string): Reason {
  const { input: fact, label, unit, type, value, line, above } = axis;
  const described = { pointer, fact, type, actual: value, ...(label === undefined ? {} : { label }), ...(unit === undefined ? {} : { unit }) };
  if (line === null) return { code: 'reason/changed', ...described };
  const code = codeOf(value, line, above);
  const comparator = code === 'reason/at-most' || code === 'reason/above' ? '<=' : '>=';
  return { code, ...described, required: line, comparator, distance: decimalDistance(value, line) };
}

/** What a condition on a score is about in the end: the axes of the score, or the rule that led to its band. */
function opened(reason: Reason, scores: readonly ExplainedScore[]): readonly Reason[] {
  const id = scoreOfPath(reason.fact);
  const score = scores.find((each) => each.id === id);
  if (score?.because !== undefined) return score.because.flatMap((each) => opened(each, scores));
  if (score?.axes === undefined || score.axes.length === 0) return [reason];
  return score.axes.map((axis) => ofAxis(axis, reason.pointer));
}

/** Lines of the earlier result by the input that they were drawn for. */
function linesOf({ scores }: Classification): ReadonlyMap<string, { readonly value: number; readonly line: number | null }> {
  return new Map(Object.values(scores).flatMap(({ axes = [] }) => axes.map((axis) => [axis.input, axis] as const)));
}

function valueIn({ facts, fields, scores }: Classification, path: string): FactValue | undefined {
  if (Object.hasOwn(facts, path)) return facts[path];
  if (Object.hasOwn(fields, path)) return fields[path];
  const id = scoreOfPath(path);
  const score = id !== undefined && Object.hasOwn(scores, id) ? scores[id] : undefined;
  return score === undefined ? undefined : path.endsWith('.band') ? score.band : score.value;
}

/** A reason with what was the case before, as far as it was another. */
function compared(reason: Reason, before: Classification): MoveReason {
  const line = linesOf(before).get(reason.fact);
  const kept = valueIn(before, reason.fact);
  const value = kept === undefined ? line?.value : kept;
  return {
    ...reason,
    ...(value === undefined || isSameValue(value, reason.actual) ? {} : { before: value }),
    ...(line === undefined || line.line === null || reason.required === undefined || isSameValue(line.line, reason.required) ? {} : { requiredBefore: line.line }),
  };
}

/**
 * Why a customer left a segment for another one: the conditions that keep the rule of the old one from holding now; where it was not tried
 * any more, those of the new one. Of these only the ones that changed, where any did.
 */
export function reasonsOfStep(from: string, before: Classification, now: Explanation): readonly MoveReason[] {
  const left = now.passedOver.find(({ segment }) => segment === from);
  const reasons = (left === undefined || left.reasons.length === 0 ? now.because : left.reasons).flatMap((reason) => opened(reason, now.scores));
  const missing = (left?.missing ?? []).map((fact): Reason => ({ code: 'reason/missing', pointer: '', fact, type: 'text', actual: null }));
  const all = [...reasons, ...missing].map((reason) => compared(reason, before));
  const changed = all.filter((reason) => 'before' in reason || 'requiredBefore' in reason);
  return changed.length === 0 ? all : changed;
}

/** The facts that today's data give another value than the one that was kept. */
export function correctedFacts(kept: Classification, today: Classification, { field }: PolicyPlan): readonly MoveReason[] {
  return Object.entries(today.facts).flatMap(([fact, actual]): readonly MoveReason[] => {
    const before = Object.hasOwn(kept.facts, fact) ? kept.facts[fact] : undefined;
    return before === undefined || isSameValue(before, actual) ? [] : [{ code: 'reason/changed', pointer: '', fact, type: field(fact)?.type ?? 'text', actual, before }];
  });
}
