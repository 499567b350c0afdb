import { issueMaker, type Issue } from '../errors/issue.js';
import type { Json } from '../errors/json.js';
import { scorerMessages } from '../errors/messages/scorer.js';
import { isJsonObject } from '../facts/measure.js';
import { suggestName } from '../internal/closest.js';
import { childPointer } from '../internal/pointer.js';
import type { Field } from '../rules/types.js';
import { builtInScorer, BUILT_IN_SCORERS } from '../scorers/built-in.js';
import { implementationOf } from '../scorers/define-scorer.js';
import type { Scorer, ScorerImplementation } from '../scorers/scorer.js';
import type { PlannedInput, PlannedScore } from './plan.js';
import { foldParameters, type Folding } from './fold-parameters.js';
import { referenceIssue } from './resolve-segments.js';

const scorerIssue = issueMaker(scorerMessages);

/** A score of the policy with its scorer and options, before its inputs are looked up. */
export interface ReadScore {
  readonly id: string;
  readonly pointer: string;
  readonly scorer: ScorerImplementation;
  readonly options: unknown;
  readonly inputs: readonly string[];
}

/** The host's scorers by id. */
export function plugInScorers(scorers: readonly Scorer[], issues: Issue[]): ReadonlyMap<string, ScorerImplementation> {
  const byId = new Map<string, ScorerImplementation>();
  scorers.forEach((scorer, index) => {
    const pointer = `/scorers/${String(index)}`;
    const implementation = implementationOf(scorer);
    const id = typeof scorer === 'object' ? scorer.id : typeof scorer;
    if (implementation === undefined) issues.push(referenceIssue('scorer/not-a-scorer', pointer, { scorer: id }));
    else if (byId.has(id)) issues.push(referenceIssue('scorer/duplicate', pointer, { scorer: id }));
    else byId.set(id, implementation);
  });
  return byId;
}

/** Reads the scores of a policy: which scorer each uses, and with which options. */
export function readScores(
  scores: { readonly [id: string]: Json },
  plugIns: ReadonlyMap<string, ScorerImplementation>,
  folding: Folding,
): readonly ReadScore[] {
  const { issues } = folding;
  const known = [...Object.keys(BUILT_IN_SCORERS), ...plugIns.keys()];
  return Object.entries(scores).flatMap(([id, spec]) => {
    const pointer = childPointer('/scores', id);
    const { scorer: name, label: _label, note: _note, ...options } = isJsonObject(spec) ? spec : {};
    const scorerId = typeof name === 'string' ? name : '';
    const scorer = builtInScorer(scorerId) ?? plugIns.get(scorerId);
    if (scorer === undefined) {
      const params = { scorer: scorerId, known: known.join(', ') };
      issues.push(referenceIssue('scorer/unknown', `${pointer}/scorer`, params, { suggestion: suggestName(scorerId, known) }));
      return [];
    }
    const before = issues.length;
    const folded = foldParameters(options, pointer, folding);
    if (issues.length > before) return [];
    const read = scorer.readOptions(folded, (at, problem, suggestion) => {
      issues.push(scorerIssue('scorer/wrong-option', `${pointer}${at}`, { problem }, { suggestion }));
    });
    return issues.length > before ? [] : [{ id, pointer, scorer, options: read, inputs: scorer.inputs(read) }];
  });
}

/** The type of a score's value. */
export function valueField(score: ReadScore, inputField: Field | undefined): Field {
  const type = score.scorer.valueType?.(score.options) ?? 'number';
  if (type !== 'input') return { type };
  return inputField === undefined ? { type: 'number' } : { type: inputField.type, ...(inputField.exponent === undefined ? {} : { exponent: inputField.exponent }) };
}

/** The score that a path reads; undefined for a path that reads none. */
export function scoreOfPath(path: string): string | undefined {
  return /^scores\.(.+)\.(?:value|band)$/.exec(path)?.[1];
}

/** The scores, each after those that it reads. */
export function inOrder(scores: readonly ReadScore[], issues: Issue[]): readonly ReadScore[] {
  const byId = new Map(scores.map((score) => [score.id, score]));
  const ordered: ReadScore[] = [];
  const done = new Set<string>();
  const visit = (score: ReadScore, path: readonly string[]): void => {
    const start = path.indexOf(score.id);
    if (start >= 0) {
      issues.push(referenceIssue('scorer/cycle', score.pointer, { cycle: [...path.slice(start), score.id].join(' → ') }));
      return;
    }
    if (done.has(score.id)) return;
    for (const input of score.inputs) {
      const needed = byId.get(scoreOfPath(input) ?? '');
      if (needed !== undefined) visit(needed, [...path, score.id]);
    }
    if (!done.has(score.id)) ordered.push(score);
    done.add(score.id);
  };
  for (const score of scores) visit(score, []);
  return ordered;
}

/** What scores need to look up. */
export interface ScoreContext {
  readonly field: (path: string) => Field | undefined;
  readonly slot: (path: string) => number;
  readonly names: () => readonly string[];
}

function planInput(score: ReadScore, path: string, context: ScoreContext, issues: Issue[]): PlannedInput | undefined {
  const field = scoreOfPath(path) === score.id ? undefined : context.field(path);
  if (field === undefined) {
    issues.push(referenceIssue('scorer/unknown-input', score.pointer, { input: path }, { suggestion: suggestName(path, context.names()) }));
    return undefined;
  }
  const expected = score.scorer.inputTypes?.(score.options)[path];
  if (expected !== undefined && !expected.includes(field.type)) {
    const params = { input: path, type: field.type, scorer: score.scorer.id, expected: expected.join(', ') };
    issues.push(referenceIssue('scorer/wrong-input-type', score.pointer, params));
  }
  return { path, slot: context.slot(path), field };
}

/** A score with its inputs looked up. */
export function planScore(score: ReadScore, context: ScoreContext, issues: Issue[]): PlannedScore {
  const value = `scores.${score.id}.value`;
  return {
    id: score.id,
    scorer: score.scorer,
    options: score.options,
    inputs: score.inputs.flatMap((path) => planInput(score, path, context, issues) ?? []),
    valueField: context.field(value) ?? { type: 'number' },
    valueSlot: context.slot(value),
    bandSlot: context.slot(`scores.${score.id}.band`),
    isFitted: score.scorer.fit(score.options) !== null,
  };
}
