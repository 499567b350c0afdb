import { collect, isFull, resultOf, type Issue, type Result } from '../errors/issue.js';
import { isJsonObject, type Json } from '../errors/json.js';
import { referenceIssue } from '../errors/reference-issue.js';
import { catalogueFact } from '../facts/catalogue.js';
import type { PlannedField } from '../facts/compute.js';
import { fieldReader } from '../facts/fields.js';
import { planFacts, type FactsPlan } from '../facts/plan.js';
import { createReadWhere, type ReadRule } from '../facts/where.js';
import { readWindow, WHOLE_LIFE, type Window } from '../facts/window.js';
import { hashJson } from '../internal/canonical.js';
import type { Limits } from '../internal/limits.js';
import { minorExponent } from '../internal/money.js';
import { readOperators, type Operator, type PlugInOperator } from '../rules/define-operator.js';
import { asksElements } from '../rules/elements.js';
import { readRule as readRuleTree } from '../rules/read.js';
import { createScope } from '../rules/scope.js';
import type { Field, RuleNode } from '../rules/types.js';
import type { Scorer, ScorerImplementation } from '../scorers/scorer.js';
import { hashFit } from './hash-policy.js';
import type { PlannedRule, PlannedScore, PolicyPlan, PreviousBand } from './plan.js';
import { checkActionable, checkIds, checkPlace } from './resolve-names.js';
import { inOrder, planScore, plugInScorers, previousScoreOfPath, readScores, scoreOfPath, valueField, type ReadScore } from './resolve-scores.js';
import { checkOutcomes, checkReach, planRules, readRanking, segmentNames, writtenRules } from './resolve-segments.js';
import type { Policy } from './types.js';
import { createVocabulary, declarationOf } from './vocabulary.js';

interface ResolveOptions {
  readonly scorers?: readonly Scorer[] | undefined;
  readonly operators?: readonly Operator[] | undefined;
  readonly limits: Limits;
}

function readStandardWindow(json: Json | undefined, fiscalYearStart: number, issues: Issue[]): Window {
  if (json === undefined) return WHOLE_LIFE;
  const window = readWindow(json, fiscalYearStart);
  if (window === null) collect(issues, () => referenceIssue('policy/wrong-window', '/window'));
  return window ?? WHOLE_LIFE;
}

/** What a policy is read with, after it was checked itself. */
interface Tools {
  readonly scorers: ReadonlyMap<string, ScorerImplementation>;
  readonly operators: readonly PlugInOperator[];
  readonly limits: Limits;
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
  readonly trees: PolicyPlan['trees'];
  readonly used: ReadonlySet<string>;
  readonly inputs: PolicyPlan['inputs'];
}

function isReadFromRecord(path: string): boolean {
  return path === 'asOf' || path.startsWith('customer.') || path.startsWith('assessments.');
}

/** A `where` is asked of every event: that of so many may take as many steps as one rule. */
const EVENTS = 1_000;

/** The steps that each rule of a policy may take: those that ask the elements of lists share what is allowed for a customer. */
function stepsOfEach(document: Json, { steps }: Limits): number {
  const parts = ['measures', 'scores', 'segments', 'rules'].flatMap((part): readonly Json[] => {
    const json = isJsonObject(document) ? document[part] : undefined;
    return typeof json === 'object' && json !== null ? Object.values<Json>(json) : [];
  });
  return Math.ceil(steps / Math.max(1, parts.filter(asksElements).length));
}

/** The band of a score is one of its scorer's; its value may have the type of its first input, which may be an earlier score. */
function createScoreFields(scores: readonly ReadScore[], declared: ReadonlySet<string>) {
  const byId = new Map(scores.map((score) => [score.id, score]));
  const values = new Map<string, Field>();
  return {
    of: (path: string): Field | undefined => {
      const before = previousScoreOfPath(path);
      const id = before ?? scoreOfPath(path) ?? '';
      const score = byId.get(id);
      // A score that could not be read is an issue already: that it is named elsewhere is none.
      if (score === undefined) return declared.has(id) ? { type: path.endsWith('.band') ? 'text' : 'number' } : undefined;
      const above = score.scorer.bandsAbove?.(score.options);
      return path.endsWith('.band') ? { type: 'enum', values: score.scorer.bands(score.options), ...(above === undefined ? {} : { above }) } : (values.get(score.id) ?? { type: 'number' });
    },
    set: (score: ReadScore, field: Field): void => void values.set(score.id, field),
  };
}

/** The bands of the previous class that something reads. */
function previousBandsOf(paths: readonly string[], field: Computed['field']): readonly PreviousBand[] {
  return paths.flatMap((path, slot): readonly PreviousBand[] => {
    const score = previousScoreOfPath(path);
    const its = score === undefined ? undefined : field(path);
    return score === undefined || its === undefined ? [] : [{ score, path, slot, field: its }];
  });
}

/** Looks up every path and reads every rule of a policy. */
function compute(policy: Policy, document: Json, tools: Tools, exponent: number, issues: Issue[]): Computed {
  const fiscalYearStart = policy.fiscalYearStart ?? 1;
  const vocabulary = createVocabulary(policy, exponent, issues);
  const used = new Set<string>();
  const folding = { parameters: policy.parameters ?? {}, used, issues };
  const scores = inOrder(readScores(partOf(document, 'scores'), tools.scorers, folding), issues);
  const scoreFields = createScoreFields(scores, new Set(Object.keys(policy.scores ?? {})));

  // Facts, fields and scores name each other in any order, so what a path is, is looked up when it is asked.
  const planned: { facts?: FactsPlan } = {};
  const field = (path: string): Field | undefined => vocabulary.field(path) ?? planned.facts?.field(path) ?? scoreFields.of(path);
  const { names } = vocabulary;
  const scope = createScope({ field, names: () => [...names.facts, ...names.scores, ...names.others], declaration: declarationOf });

  const trees = new Map<string, RuleNode>();
  const readRuleOf = (steps: number): ReadRule => (rule, ruleScope, pointer, found, expect = 'boolean') => {
    if (isFull(found)) return undefined;
    const { tree, issues: ofRule, paths } = readRuleTree(rule, { scope: ruleScope, pointer, expect, operators: tools.operators, steps });
    for (const one of ofRule) collect(found, () => one);
    for (const path of paths) used.add(path);
    if (tree !== undefined) trees.set(pointer, tree);
    return tree;
  };
  const measures = partOf(document, 'measures');
  const { rules: most } = tools.limits;
  const steps = stepsOfEach(document, tools.limits);

  const facts = planFacts(
    {
      measures,
      given: vocabulary.given,
      scope: { ...scope, field: vocabulary.field, names: () => [...names.facts, ...names.others] },
      window: readStandardWindow(isJsonObject(document) ? document['window'] : undefined, fiscalYearStart, issues),
      fiscalYearStart,
      exponent,
      readRule: readRuleOf(steps),
      readWhere: createReadWhere(readRuleOf(Math.ceil(steps / EVENTS)), vocabulary.parameter, names.parameters, exponent),
    },
    issues,
  );
  planned.facts = facts;
  for (const score of scores) scoreFields.set(score, valueField(score, field(score.inputs[0] ?? '')));
  const ruleOfScore = (rule: Json, pointer: string, isForAll: boolean): RuleNode | undefined => readRuleOf(steps)(rule, scope, pointer, isForAll ? [] : issues);
  const plannedScores = scores.map((score) => planScore(score, { ...scope, readRule: ruleOfScore }, issues));

  const written = writtenRules(policy, issues);
  const count = scores.reduce((sum, { conditions }) => sum + conditions.length, written.length);
  if (count > most) collect(issues, () => referenceIssue('policy/too-many-rules', '/rules', { count, limit: most }));
  checkReach(policy, written, issues);
  const rules = planRules(written, (when, pointer) => readRuleOf(steps)(when, scope, pointer, issues));

  const measured = Object.keys(measures);
  const declared = [...measured, ...Object.keys(vocabulary.given)];
  for (const path of [...measured.flatMap(facts.inputs), ...plannedScores.flatMap(({ inputs }) => inputs.map((input) => input.path))]) used.add(path);
  const plannedFacts = facts.resolve([...declared, ...scope.paths.filter((path) => catalogueFact(path) !== undefined)]);
  const fields = scope.paths.flatMap((path, slot): readonly PlannedField[] => {
    const its = isReadFromRecord(path) ? field(path) : undefined;
    return its === undefined ? [] : [{ path, slot, field: its, read: fieldReader(path, its) }];
  });
  return { paths: scope.paths, field, fields, facts: plannedFacts, scores: plannedScores, rules, trees, used, inputs: facts.inputs };
}

/** Resolves the names of a policy whose shape is right, given as what it is and as plain data: all that is wrong with it, or a plan that can be run. */
export function resolvePolicy(policy: Policy, document: Json, options: ResolveOptions): Result<PolicyPlan> {
  const issues: Issue[] = [];
  checkPlace(policy, issues);
  checkIds(policy, issues);
  checkActionable(policy, issues);
  const names = segmentNames(policy, issues);
  const rank = readRanking(policy, issues);
  checkOutcomes(policy, issues);
  const scorers = plugInScorers(options.scorers ?? [], issues);
  const { operators, issues: ofOperators } = readOperators(options.operators ?? []);
  for (const one of ofOperators) collect(issues, () => one);
  const exponent = minorExponent(policy.currency);
  const computed = compute(policy, document, { scorers, operators, limits: options.limits }, exponent, issues);
  const slots = new Map(computed.paths.map((path, slot) => [path, slot]));
  const slotOf = (path: string): number => slots.get(path) ?? -1;
  const previousSlot = slotOf('previous.segment');
  const hash = hashJson(document);
  const plan: PolicyPlan = {
    policy,
    hashes: Object.freeze({ policy: hash, fit: hashFit(policy, [...scorers.values(), ...operators]) }),
    reference: Object.freeze({ id: policy.id, version: policy.version, hash }),
    exponent,
    fiscalYearStart: policy.fiscalYearStart ?? 1,
    ...computed,
    slotOf,
    operators,
    hitPolicy: policy.hitPolicy ?? 'first',
    rank,
    segmentNames: names,
    previousSlot: previousSlot < 0 ? undefined : previousSlot,
    previousBands: previousBandsOf(computed.paths, computed.field),
    issues,
  };
  return resultOf(plan, issues);
}
