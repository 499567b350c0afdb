import type { Classification } from '../../classify/types.js';
import { decimalDistance } from '../../internal/decimal.js';
import type { FactValue } from '../../model/types.js';
import type { PolicyPlan } from '../../policy/plan.js';
import { scoreOfPath } from '../../policy/resolve-scores.js';
import { TOTAL } from '../../scorers/scorer.js';
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

/** A reason with the axis that it is made of, where it is one. */
interface Opened {
  readonly reason: Reason;
  readonly axis?: { readonly score: string; readonly input: string };
}

function ofAxis({ id: score, label: scoreLabel }: ExplainedScore, axis: OpenedAxis, pointer: string): Opened {
  const { input, unit, type, value, line, above, band } = axis;
  // The whole of a score goes by the name of the score.
  const [fact, label] = input === TOTAL ? [`scores.${score}.value`, scoreLabel] : [input, axis.label];
  const described = { pointer, fact, type, actual: value, ...(label === undefined ? {} : { label }), ...(unit === undefined ? {} : { unit }) };
  const made = (reason: Reason): Opened => ({ reason, axis: { score, input } });
  // The axis of a word has its place among the words as the value.
  if (band !== undefined) return made({ code: 'reason/changed', ...described, type: 'enum', actual: band });
  if (line === null) return made({ code: 'reason/changed', ...described });
  const code = codeOf(value, line, above);
  const comparator = code === 'reason/at-most' || code === 'reason/above' ? '<=' : '>=';
  return made({ code, ...described, required: line, comparator, distance: decimalDistance(value, line) });
}

/** What a condition on a score is about in the end: the axes of the score, or the rule that led to its band. */
function opened(reason: Reason, scores: readonly ExplainedScore[]): readonly Opened[] {
  const id = scoreOfPath(reason.fact);
  const score = scores.find((each) => each.id === id);
  if (score?.because !== undefined) return score.because.flatMap((each) => opened(each, scores));
  if (score?.axes === undefined || score.axes.length === 0) return [{ reason }];
  return score.axes.map((axis) => ofAxis(score, axis, reason.pointer));
}

/** The axis of the earlier result that was drawn for the same input of the same score. */
function axisBefore({ scores }: Classification, { axis }: Opened) {
  const axes = axis !== undefined && Object.hasOwn(scores, axis.score) ? scores[axis.score]?.axes : undefined;
  return axes?.find(({ input }) => input === axis?.input);
}

function valueIn({ facts, fields, scores }: Classification, path: string): FactValue | undefined {
  if (Object.hasOwn(facts, path)) return facts[path];
  if (Object.hasOwn(fields, path)) return fields[path];
  const id = scoreOfPath(path);
  const score = id !== undefined && Object.hasOwn(scores, id) ? scores[id] : undefined;
  return score === undefined ? undefined : path.endsWith('.band') ? score.band : score.value;
}

/** A reason with what was the case before, as far as it was another. Of several lines of one score another is near another value: only new ones moved. */
function compared(one: Opened, before: Classification, areLinesNew: boolean): MoveReason {
  const { reason } = one;
  const axis = axisBefore(before, one);
  const value = axis === undefined ? valueIn(before, reason.fact) : (axis.band ?? axis.value);
  const line = areLinesNew ? (axis?.line ?? null) : null;
  return {
    ...reason,
    ...(value === undefined || isSameValue(value, reason.actual) ? {} : { before: value }),
    ...(line === null || reason.required === undefined || isSameValue(line, reason.required) ? {} : { requiredBefore: line }),
  };
}

/** What a step is told by: what it led to, and what a fact is like where it is missing now. */
export interface StepBy {
  readonly now: Explanation;
  readonly areLinesNew: boolean;
  readonly described: (fact: string) => Pick<Reason, 'type' | 'unit'>;
}

/** What the step is about: the rule of the segment that was left, else the one that holds now, else all that were tried. */
function aboutStep(from: string, { because, passedOver, alsoHolding, holding, status }: Explanation): { readonly reasons: readonly Reason[]; readonly missing: readonly string[] } {
  const left = passedOver.find(({ segment }) => segment === from);
  // Where too little is known to give the segment of the rule that holds, it is what is missing that decides.
  const isUnsure = status === 'undetermined' && (holding !== undefined || because.length === 0);
  const now = isUnsure ? [] : because;
  const reasons = left === undefined || left.reasons.length === 0 ? now : left.reasons;
  const missing = isUnsure ? passedOver.flatMap((one) => one.missing) : (left?.missing ?? []);
  if (reasons.length + missing.length > 0) return { reasons, missing };
  const others = alsoHolding.length > 0 ? alsoHolding.map((one) => ({ ...one, missing: [] })) : passedOver;
  return { reasons: others.flatMap((one) => one.reasons), missing: others.flatMap((one) => one.missing) };
}

/**
 * Why a customer left a segment for another one: the conditions that keep the rule of the old one from holding now; where it was not tried
 * any more, those of the new one; where there is none, those of the rules that hold together or were passed over. Of these only the ones that
 * changed, where any did.
 */
export function reasonsOfStep(from: string, before: Classification, { now, areLinesNew, described }: StepBy): readonly MoveReason[] {
  const { reasons, missing } = aboutStep(from, now);
  const lacks = [...new Set(missing)].map((fact): Reason => ({ code: 'reason/missing', pointer: '', fact, actual: null, ...described(fact) }));
  const all = [...reasons.flatMap((reason) => opened(reason, now.scores)), ...lacks.map((reason) => ({ reason }))].map((one) => compared(one, before, areLinesNew));
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
