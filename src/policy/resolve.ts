import { resultOf, type Issue, type Result } from '../errors/issue.js';
import type { Json } from '../errors/json.js';
import { catalogueFact, CATALOGUE } from '../facts/catalogue.js';
import type { PlannedField } from '../facts/compute.js';
import { CUSTOMER_FIELDS, fieldReader, standardField } from '../facts/fields.js';
import { isJsonObject } from '../facts/measure.js';
import { planFacts, type FactsPlan } from '../facts/plan.js';
import { createReadWhere, type ReadRule } from '../facts/where.js';
import { readWindow, WHOLE_LIFE, type Window } from '../facts/window.js';
import { suggestName } from '../internal/closest.js';
import type { Limits } from '../internal/limits.js';
import { hashJson } from '../internal/canonical.js';
import { minorExponent } from '../internal/money.js';
import type { Operator } from '../rules/define-operator.js';
import { readRule as readRuleTree } from '../rules/read.js';
import { createScope } from '../rules/scope.js';
import type { Field, RuleScope } from '../rules/types.js';
import type { Scorer } from '../scorers/scorer.js';
import { hashFit } from './hash-policy.js';
import type { PlannedScore, PolicyPlan } from './plan.js';
import { checkIds, checkPlace, declaredFields, parameterField } from './resolve-names.js';
import { inOrder, plugInScorers, readScores, scoreOfPath, valueField, type ReadScore } from './resolve-scores.js';
import { checkOutcomes, checkReach, planRules, readRanking, referenceIssue, segmentNames, writtenRules } from './resolve-segments.js';
import type { Policy } from './types.js';

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

/** How an undeclared path could be declared, as text for a message. */
function declarationOf(path: string): string | undefined {
  const attribute = /^customer\.attributes\.([^.]+)$/.exec(path)?.[1];
  if (attribute !== undefined) return `"attributes": { "${attribute}": { "type": "text" } }`;
  const parameter = /^parameters\.([^.]+)$/.exec(path)?.[1];
  if (parameter !== undefined) return `"parameters": { "${parameter}": 0 }`;
  return /^[^.\s]+$/.test(path) ? `"facts": { "${path}": { "type": "number" } }` : undefined;
}

/** Resolves the names of a policy whose shape is right, given as what it is and as plain data: all that is wrong with it, or a plan that can be run. */
export function resolvePolicy(policy: Policy, document: Json, options: ResolveOptions): Result<PolicyPlan> {
  const issues: Issue[] = [];
  const exponent = minorExponent(policy.currency);
  const fiscalYearStart = policy.fiscalYearStart ?? 1;
  checkPlace(policy, issues);
  checkIds(policy, issues);
  const names = segmentNames(policy, issues);
  const rank = readRanking(policy, issues);
  checkOutcomes(policy, issues);

  const attributes = declaredFields('attributes', policy, exponent, issues);
  const given = declaredFields('facts', policy, exponent, issues);
  const plugIns = plugInScorers(options.scorers ?? [], issues);
  const scores = readScores(partOf(document, 'scores'), plugIns, issues);
  const scoreById = new Map(scores.map((score) => [score.id, score]));

  // Facts, fields and scores name each other in any order, so what a path is, is looked up when it is asked.
  let facts: FactsPlan | undefined;
  const fieldOfRecord = (path: string): Field | undefined => {
    if (path === 'previous.segment') return { type: 'enum', values: policy.segments.map(({ id }) => id) };
    if (path.startsWith('customer.attributes.')) {
      const id = path.slice('customer.attributes.'.length);
      return Object.hasOwn(attributes, id) ? attributes[id] : undefined;
    }
    return standardField(path, exponent) ?? parameterField(policy, path);
  };
  const valueFields = new Map<string, Field>();
  const scoreField = (path: string): Field | undefined => {
    const score = scoreById.get(scoreOfPath(path) ?? '');
    if (score === undefined) return undefined;
    if (path.endsWith('.band')) return { type: 'enum', values: score.scorer.bands(score.options) };
    return valueFields.get(score.id) ?? { type: 'number' };
  };
  const field = (path: string): Field | undefined => fieldOfRecord(path) ?? facts?.field(path) ?? scoreField(path);

  const parameterNames = Object.keys(policy.parameters ?? {}).map((id) => `parameters.${id}`);
  const factNames = [...Object.keys(policy.measures ?? {}), ...Object.keys(given), ...Object.keys(CATALOGUE)];
  const otherNames = [...Object.keys(CUSTOMER_FIELDS), ...Object.keys(attributes).map((id) => `customer.attributes.${id}`), ...parameterNames, 'previous.segment', 'asOf'];
  const scoreNames = Object.keys(policy.scores ?? {}).flatMap((id) => [`scores.${id}.band`, `scores.${id}.value`]);
  const scope = createScope({ field, names: () => [...factNames, ...scoreNames, ...otherNames], declaration: declarationOf });
  const scopeOfFacts: RuleScope = { ...scope, field: fieldOfRecord, names: () => [...factNames, ...otherNames] };

  const used = new Set<string>();
  const readRule: ReadRule = (rule, ruleScope, pointer, found) => {
    const { tree, issues: ofRule, paths } = readRuleTree(rule, { scope: ruleScope, pointer, expect: 'boolean', operators: options.operators });
    found.push(...ofRule);
    for (const path of paths) used.add(path);
    return tree;
  };
  facts = planFacts(
    {
      measures: partOf(document, 'measures'),
      given,
      scope: scopeOfFacts,
      window: readStandardWindow(isJsonObject(document) ? document['window'] : undefined, fiscalYearStart, issues),
      fiscalYearStart,
      exponent,
      readRule,
      readWhere: createReadWhere(readRule, (path) => parameterField(policy, path), parameterNames, exponent),
    },
    issues,
  );

  const planScore = (score: ReadScore): PlannedScore => ({
    id: score.id,
    scorer: score.scorer,
    options: score.options,
    inputs: score.inputs.flatMap((path) => {
      const inputField = scoreOfPath(path) === score.id ? undefined : field(path);
      if (inputField !== undefined) {
        checkInputType(score, path, inputField, issues);
        used.add(path);
        return [{ path, slot: scope.slot(path), field: inputField }];
      }
      const known = scope.names();
      issues.push(referenceIssue('scorer/unknown-input', score.pointer, { input: path }, { suggestion: suggestName(path, known) }));
      return [];
    }),
    valueField: field(`scores.${score.id}.value`) ?? { type: 'number' },
    valueSlot: scope.slot(`scores.${score.id}.value`),
    bandSlot: scope.slot(`scores.${score.id}.band`),
    isFitted: score.scorer.fit(score.options) !== null,
  });
  const ordered = inOrder(scores, issues);
  // A score's value may have the type of its first input, which may be an earlier score.
  for (const score of ordered) valueFields.set(score.id, valueField(score, field(score.inputs[0] ?? '')));
  const planned = ordered.map(planScore);

  const written = writtenRules(policy, issues);
  if (written.length > options.limits.rules) {
    issues.push(referenceIssue('policy/too-many-rules', '/rules', { count: written.length, limit: options.limits.rules }));
  }
  checkReach(policy, written, issues);
  const rules = planRules(written, (when, pointer) => readRule(when, scope, pointer, issues));

  for (const id of Object.keys(policy.measures ?? {})) facts.inputs(id).forEach((path) => used.add(path));
  const declared = [...Object.keys(policy.measures ?? {}), ...Object.keys(given)];
  const plannedFacts = facts.resolve([...declared, ...scope.paths.filter((path) => catalogueFact(path) !== undefined)]);
  const fields: readonly PlannedField[] = scope.paths.flatMap((path, slot) => {
    const its = isReadFromRecord(path) ? field(path) : undefined;
    return its === undefined ? [] : [{ path, slot, field: its, read: fieldReader(path, its) }];
  });
  const previousSlot = scope.paths.indexOf('previous.segment');
  const plan: PolicyPlan = {
    policy,
    hashes: { policy: hashJson(document), fit: hashFit(policy, [...(options.scorers ?? []), ...(options.operators ?? [])]) },
    exponent,
    fiscalYearStart,
    paths: scope.paths,
    field,
    fields,
    facts: plannedFacts,
    scores: planned,
    rules,
    hitPolicy: policy.hitPolicy ?? 'first',
    rank,
    segmentNames: names,
    used,
    previousSlot: previousSlot < 0 ? undefined : previousSlot,
    issues,
  };
  return resultOf(plan, issues);
}

function isReadFromRecord(path: string): boolean {
  return path === 'asOf' || path.startsWith('customer.') || path.startsWith('assessments.');
}

function checkInputType(score: ReadScore, path: string, { type }: Field, issues: Issue[]): void {
  const expected = score.scorer.inputTypes?.(score.options)[path];
  if (expected === undefined || expected.includes(type)) return;
  const params = { input: path, type, scorer: score.scorer.id, expected: expected.join(', ') };
  issues.push(referenceIssue('scorer/wrong-input-type', score.pointer, params));
}
