import { resultOf, type Issue, type Result } from '../errors/issue.js';
import type { Json } from '../errors/json.js';
import { catalogueFact } from '../facts/catalogue.js';
import type { PlannedField } from '../facts/compute.js';
import { fieldReader } from '../facts/fields.js';
import { isJsonObject } from '../facts/measure.js';
import { planFacts, type FactsPlan } from '../facts/plan.js';
import { createReadWhere, type ReadRule } from '../facts/where.js';
import { readWindow, WHOLE_LIFE, type Window } from '../facts/window.js';
import { hashJson } from '../internal/canonical.js';
import type { Limits } from '../internal/limits.js';
import { minorExponent } from '../internal/money.js';
import { readOperators, type Operator } from '../rules/define-operator.js';
import { readRule as readRuleTree } from '../rules/read.js';
import { createScope } from '../rules/scope.js';
import type { Field } from '../rules/types.js';
import type { Scorer } from '../scorers/scorer.js';
import { hashFit } from './hash-policy.js';
import type { PlannedRule, PlannedScore, PolicyPlan } from './plan.js';
import { checkIds, checkPlace } from './resolve-names.js';
import { inOrder, planScore, plugInScorers, readScores, scoreOfPath, valueField, type ReadScore } from './resolve-scores.js';
import { checkOutcomes, checkReach, planRules, readRanking, referenceIssue, segmentNames, writtenRules } from './resolve-segments.js';
import type { Policy } from './types.js';
import { createVocabulary, declarationOf } from './vocabulary.js';

export interface ResolveOptions {
  readonly scorers?: readonly Scorer[] | undefined;
  readonly operators?: readonly Operator[] | undefined;
  readonly limits: Limits;
}

function readStandardWindow(json: Json | undefined, fiscalYearStart: number, issues: Issue[]): Window {
  if (json === undefined) return WHOLE_LIFE;
  const window = readWindow(json, fiscalYearStart);
  if (window === null) issues.push(referenceIssue('policy/wrong-window', '/window'));
  return window ?? WHOLE_LIFE;
}

/** A part of the policy as the plain data that it is. */
function partOf(document: Json, part: string): { readonly [id: string]: Json } {
  const json = isJsonObject(document) ? document[part] : undefined;
  return isJsonObject(json) ? json : {};
}

/** Everything that can be computed, in an order in which it can be computed. */
interface Computed {
  readonly paths: readonly string[];
  readonly field: (path: string) => Field | undefined;
  readonly fields: readonly PlannedField[];
  readonly facts: PolicyPlan['facts'];
  readonly scores: readonly PlannedScore[];
  readonly rules: readonly PlannedRule[];
  readonly used: ReadonlySet<string>;
}

function isReadFromRecord(path: string): boolean {
  return path === 'asOf' || path.startsWith('customer.') || path.startsWith('assessments.');
}

/** The band of a score is one of its scorer's; its value may have the type of its first input, which may be an earlier score. */
function createScoreFields(scores: readonly ReadScore[], declared: readonly string[]) {
  const byId = new Map(scores.map((score) => [score.id, score]));
  const values = new Map<string, Field>();
  return {
    of: (path: string): Field | undefined => {
      const id = scoreOfPath(path) ?? '';
      const score = byId.get(id);
      // A score that could not be read is an issue already: that it is named elsewhere is none.
      if (score === undefined) return declared.includes(id) ? { type: path.endsWith('.band') ? 'text' : 'number' } : undefined;
      return path.endsWith('.band') ? { type: 'enum', values: score.scorer.bands(score.options) } : (values.get(score.id) ?? { type: 'number' });
    },
    set: (score: ReadScore, field: Field): void => void values.set(score.id, field),
  };
}

/** Looks up every path and reads every rule of a policy. */
function compute(policy: Policy, document: Json, options: ResolveOptions, exponent: number, issues: Issue[]): Computed {
  const fiscalYearStart = policy.fiscalYearStart ?? 1;
  const vocabulary = createVocabulary(policy, exponent, issues);
  const used = new Set<string>();
  const folding = { parameters: policy.parameters ?? {}, used, issues };
  const scores = inOrder(readScores(partOf(document, 'scores'), plugInScorers(options.scorers ?? [], issues), folding), issues);
  const scoreFields = createScoreFields(scores, Object.keys(policy.scores ?? {}));

  // Facts, fields and scores name each other in any order, so what a path is, is looked up when it is asked.
  const planned: { facts?: FactsPlan } = {};
  const field = (path: string): Field | undefined => vocabulary.field(path) ?? planned.facts?.field(path) ?? scoreFields.of(path);
  const { names } = vocabulary;
  const scope = createScope({ field, names: () => [...names.facts, ...names.scores, ...names.others], declaration: declarationOf });

  const readRule: ReadRule = (rule, ruleScope, pointer, found) => {
    const { tree, issues: ofRule, paths } = readRuleTree(rule, { scope: ruleScope, pointer, expect: 'boolean', operators: options.operators });
    found.push(...ofRule);
    for (const path of paths) used.add(path);
    return tree;
  };

  const facts = planFacts(
    {
      measures: partOf(document, 'measures'),
      given: vocabulary.given,
      scope: { ...scope, field: vocabulary.field, names: () => [...names.facts, ...names.others] },
      window: readStandardWindow(isJsonObject(document) ? document['window'] : undefined, fiscalYearStart, issues),
      fiscalYearStart,
      exponent,
      readRule,
      readWhere: createReadWhere(readRule, vocabulary.parameter, names.parameters, exponent),
    },
    issues,
  );
  planned.facts = facts;
  for (const score of scores) scoreFields.set(score, valueField(score, field(score.inputs[0] ?? '')));
  const plannedScores = scores.map((score) => planScore(score, scope, issues));

  const written = writtenRules(policy, issues);
  if (written.length > options.limits.rules) {
    issues.push(referenceIssue('policy/too-many-rules', '/rules', { count: written.length, limit: options.limits.rules }));
  }
  checkReach(policy, written, issues);
  const rules = planRules(written, (when, pointer) => readRule(when, scope, pointer, issues));

  const measures = Object.keys(policy.measures ?? {});
  const declared = [...measures, ...Object.keys(vocabulary.given)];
  for (const path of [...measures.flatMap(facts.inputs), ...plannedScores.flatMap(({ inputs }) => inputs.map((input) => input.path))]) used.add(path);
  const plannedFacts = facts.resolve([...declared, ...scope.paths.filter((path) => catalogueFact(path) !== undefined)]);
  const fields = scope.paths.flatMap((path, slot): readonly PlannedField[] => {
    const its = isReadFromRecord(path) ? field(path) : undefined;
    return its === undefined ? [] : [{ path, slot, field: its, read: fieldReader(path, its) }];
  });
  return { paths: scope.paths, field, fields, facts: plannedFacts, scores: plannedScores, rules, used };
}

/** Resolves the names of a policy whose shape is right, given as what it is and as plain data: all that is wrong with it, or a plan that can be run. */
export function resolvePolicy(policy: Policy, document: Json, options: ResolveOptions): Result<PolicyPlan> {
  const issues: Issue[] = [];
  checkPlace(policy, issues);
  checkIds(policy, issues);
  const names = segmentNames(policy, issues);
  const rank = readRanking(policy, issues);
  checkOutcomes(policy, issues);
  issues.push(...readOperators(options.operators).issues);
  const exponent = minorExponent(policy.currency);
  const computed = compute(policy, document, options, exponent, issues);
  const previousSlot = computed.paths.indexOf('previous.segment');
  const plan: PolicyPlan = {
    policy,
    hashes: { policy: hashJson(document), fit: hashFit(policy, [...(options.scorers ?? []), ...(options.operators ?? [])]) },
    exponent,
    fiscalYearStart: policy.fiscalYearStart ?? 1,
    ...computed,
    hitPolicy: policy.hitPolicy ?? 'first',
    rank,
    segmentNames: names,
    previousSlot: previousSlot < 0 ? undefined : previousSlot,
    issues,
  };
  return resultOf(plan, issues);
}
