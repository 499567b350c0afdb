import { collect, isFull, issueMaker, type Issue } from '../errors/issue.js';
import { isJsonObject, type Json } from '../errors/json.js';
import { scorerMessages } from '../errors/messages/scorer.js';
import { referenceIssue } from '../errors/reference-issue.js';
import { listNames, suggestName } from '../internal/closest.js';
import { cycleText, dependencyOrder } from '../internal/dependency-order.js';
import { childPointer } from '../internal/pointer.js';
import { pathsOf } from '../rules/conditions.js';
import type { Field, RuleNode } from '../rules/types.js';
import { builtInScorer, BUILT_IN_SCORERS } from '../scorers/built-in.js';
import { implementationOf } from '../scorers/define-scorer.js';
import type { ReportOption, ScoreCondition, Scorer, ScorerImplementation } from '../scorers/scorer.js';
import type { PlannedCondition, PlannedInput, PlannedScore } from './plan.js';
import { foldParameters, type Folding } from './fold-parameters.js';

const scorerIssue = issueMaker(scorerMessages);

/** A score of the policy with its scorer and options, before its inputs are looked up. */
export interface ReadScore {
  readonly id: string;
  readonly pointer: string;
  readonly scorer: ScorerImplementation;
  readonly options: unknown;
  readonly inputs: readonly string[];
  readonly conditions: readonly ScoreCondition[];
}

/** The host's scorers by id. Programs without types may give anything. */
export function plugInScorers(scorers: readonly Scorer[], issues: Issue[]): ReadonlyMap<string, ScorerImplementation> {
  const byId = new Map<string, ScorerImplementation>();
  const refuse = (given: unknown, pointer: string): void => {
    collect(issues, () => referenceIssue('scorer/not-a-scorer', pointer, { scorer: nameOf(given) }));
  };
  if (!Array.isArray(scorers)) refuse(scorers, '/scorers');
  else {
    scorers.forEach((scorer: Scorer, index) => {
      const pointer = `/scorers/${String(index)}`;
      const implementation = implementationOf(scorer);
      if (implementation === undefined) refuse(scorer, pointer);
      else if (byId.has(scorer.id)) collect(issues, () => referenceIssue('scorer/duplicate', pointer, { scorer: scorer.id }));
      else byId.set(scorer.id, implementation);
    });
  }
  return byId;
}

function nameOf(given: unknown): string {
  if (given === null) return 'null';
  return typeof given === 'object' && 'id' in given && typeof given.id === 'string' ? given.id : typeof given;
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
    if (isFull(issues)) return [];
    const pointer = childPointer('/scores', id);
    const { scorer: name, label: _label, bandLabels = {}, note: _note, ...options } = isJsonObject(spec) ? spec : {};
    const scorerId = typeof name === 'string' ? name : '';
    const scorer = builtInScorer(scorerId) ?? plugIns.get(scorerId);
    if (scorer === undefined) {
      const params = { scorer: scorerId, known: listNames(known) };
      collect(issues, () => referenceIssue('scorer/unknown', `${pointer}/scorer`, params, { suggestion: suggestName(scorerId, known) }));
      return [];
    }
    const before = issues.length;
    const folded = foldParameters(options, pointer, folding);
    if (issues.length > before) return [];
    const report: ReportOption = (at, problem, suggestion) => {
      collect(issues, () => scorerIssue('scorer/wrong-option', `${pointer}${at}`, { problem }, { suggestion }));
    };
    const read = scorer.readOptions(folded, report, id);
    if (issues.length === before) checkBandLabels(bandLabels, scorer.bands(read), pointer, issues);
    return issues.length > before ? [] : [{ id, pointer, scorer, options: read, inputs: scorer.inputs(read), conditions: scorer.conditions?.(read) ?? [] }];
  });
}

/** A label of a band that the score never gives would be shown nowhere. */
function checkBandLabels(bandLabels: Json, bands: readonly string[], pointer: string, issues: Issue[]): void {
  for (const band of isJsonObject(bandLabels) ? Object.keys(bandLabels) : []) {
    if (bands.includes(band)) continue;
    const problem = `\`${band}\` is no band of this score: ${bands.length === 0 ? 'it has none' : `use ${listNames(bands)}`}`;
    collect(issues, () => scorerIssue('scorer/wrong-option', childPointer(`${pointer}/bandLabels`, band), { problem }, { suggestion: suggestName(band, bands) }));
  }
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

/** The paths that a rule names, before it is read: to read it, the scores that it names must be known. */
function namedIn(rule: Json): readonly string[] {
  const open: Json[] = [rule];
  const paths: string[] = [];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === 'string') paths.push(next);
    else if (typeof next === 'object' && next !== null) open.push(...Object.values<Json>(next));
  }
  return paths;
}

/** All that a score may read: its inputs, and what its conditions name. */
function pathsRead(score: ReadScore | undefined): readonly string[] {
  return score === undefined ? [] : [...score.inputs, ...score.conditions.flatMap(({ when }) => namedIn(when))];
}

/** The score whose previous band a path reads; undefined for a path that reads none. */
export function previousScoreOfPath(path: string): string | undefined {
  return /^previous\.scores\.(.+)\.band$/.exec(path)?.[1];
}

/** The scores, each after those that it reads. */
export function inOrder(scores: readonly ReadScore[], issues: Issue[]): readonly ReadScore[] {
  const byId = new Map(scores.map((score) => [score.id, score]));
  const inputsOf = (id: string): readonly string[] =>
    pathsRead(byId.get(id)).flatMap((path) => byId.get(scoreOfPath(path) ?? '')?.id ?? []);
  const { order, cycles } = dependencyOrder(byId.keys(), inputsOf);
  for (const cycle of cycles) {
    collect(issues, () => referenceIssue('scorer/cycle', childPointer('/scores', cycle[0] ?? ''), { cycle: cycleText(cycle) }));
  }
  return order.flatMap((id) => byId.get(id) ?? []);
}

/** What scores need to look up. */
interface ScoreContext {
  readonly field: (path: string) => Field | undefined;
  readonly slot: (path: string) => number;
  readonly names: () => readonly string[];
  /** Reads a rule of a score; undefined, with issues, for one that cannot be read. That it is for everybody may be meant. */
  readonly readRule: (rule: Json, pointer: string, isForAll: boolean) => RuleNode | undefined;
}

function planInput(score: ReadScore, path: string, context: ScoreContext, issues: Issue[]): PlannedInput | undefined {
  const field = scoreOfPath(path) === score.id ? undefined : context.field(path);
  if (field === undefined) {
    collect(issues, () => referenceIssue('scorer/unknown-input', score.pointer, { input: path }, { suggestion: suggestName(path, context.names()) }));
    return undefined;
  }
  const expected = score.scorer.inputTypes?.(score.options)[path];
  if (expected !== undefined && !expected.includes(field.type)) {
    const params = { input: path, type: field.type, scorer: score.scorer.id, expected: expected.join(', ') };
    collect(issues, () => referenceIssue('scorer/wrong-input-type', score.pointer, params));
  }
  const words = score.scorer.inputValues?.(score.options)[path];
  if (words !== undefined && field.values !== undefined) checkWords(score, path, words, field.values, issues);
  const some = score.scorer.someValues?.(score.options)[path];
  if (some !== undefined && field.values !== undefined) checkKnown(score, path, some, field.values, field.values, issues);
  return { path, slot: context.slot(path), field };
}

/** Checks that a score has no word that an input cannot have. */
function checkKnown(score: ReadScore, input: string, words: readonly string[], values: readonly string[], left: readonly string[], issues: Issue[]): void {
  for (const value of words.filter((word) => !values.includes(word))) {
    collect(issues, () => referenceIssue('scorer/unknown-word', score.pointer, { input, value, known: listNames(values) }, { suggestion: suggestName(value, left) }));
  }
}

/** Checks that a score has a class for every word that an input can have, and none for a word that it cannot have. */
function checkWords(score: ReadScore, input: string, words: readonly string[], values: readonly string[], issues: Issue[]): void {
  const left = values.filter((value) => !words.includes(value));
  checkKnown(score, input, words, values, left, issues);
  if (left.length > 0) collect(issues, () => referenceIssue('scorer/word-without-class', score.pointer, { input, values: listNames(left.map((value) => `\`${value}\``)) }));
}

/** A score with its inputs looked up and its rules read. */
export function planScore(score: ReadScore, context: ScoreContext, issues: Issue[]): PlannedScore {
  const value = `scores.${score.id}.value`;
  const inputs = score.inputs.flatMap((path) => planInput(score, path, context, issues) ?? []);
  const conditions = score.conditions.flatMap(({ key, pointer, when, band, isForRest = false }): readonly PlannedCondition[] => {
    const tree = context.readRule(when, `${score.pointer}${pointer}`, isForRest && when === true);
    return tree === undefined ? [] : [{ key, tree, band }];
  });
  const slots = [...inputs.map(({ slot }) => slot), ...conditions.flatMap(({ tree }) => pathsOf(tree).map(context.slot))];
  return {
    id: score.id,
    scorer: score.scorer,
    options: score.options,
    result: score.scorer.resultOf?.(score.options) ?? score.scorer.result,
    inputs,
    conditions,
    slots: [...new Set(slots)],
    valueField: context.field(value) ?? { type: 'number' },
    valueSlot: context.slot(value),
    bandSlot: context.slot(`scores.${score.id}.band`),
    isFitted: score.scorer.fit(score.options) !== null,
  };
}
