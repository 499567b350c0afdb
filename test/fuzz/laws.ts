// Laws that hold for every rule of a policy. One of them is checked in every second run, chosen by its number.
import type { Json } from '../../src/errors/json.js';
import { conditionsOf, visit } from '../../src/rules/conditions.js';
import { describeRule } from '../../src/rules/describe.js';
import { partsOver, truth } from '../../src/rules/evaluate.js';
import { parseRule } from '../../src/rules/parse-rule.js';
import type { RuleNode } from '../../src/rules/types.js';
import { traceNode } from '../../src/rules/trace.js';
import { disagreement, prepared } from './asking.js';
import { isSame, type Failure } from './case.js';
import { expectedOf, type TypedRun } from './check-typed.js';
import { operators, readTyped, readUntyped, withoutParameters, type Evaluator, type Read } from './evaluators.js';
import { randomOf, shuffled } from './random.js';
import { without } from './removals.js';
import type { Field, Schema } from './schemas.js';

type Law = (run: TypedRun, read: Read, evaluators: readonly Evaluator[]) => Failure | undefined | 'left out';

/** The document of the run with its facts taken out. */
const partialOf = ({ each }: TypedRun): unknown => without(each.document, each.removals, 'absent');

/** Operands of `and` and `or` may stand in any order. */
const order: Law = (run, _, evaluators) => {
  const { each, schema, oracle, counts } = run;
  const random = randomOf(each.run, 1);
  const reorder = (rule: Json): Json => {
    if (typeof rule !== 'object' || rule === null) return rule;
    if (Array.isArray(rule)) return rule.map(reorder);
    return Object.fromEntries(Object.entries(rule).map(([id, body]: [string, Json]) => [id, (id === 'and' || id === 'or') && Array.isArray(body) ? shuffled(random, body.map(reorder)) : reorder(body)]));
  };
  const rule = reorder(each.rule);
  if (isSame(rule, each.rule)) return 'left out';
  const read = readTyped(rule, schema);
  if (read === undefined) return { check: 'order of operands', detail: { rule } };
  const less = partialOf(run);
  const failure = disagreement(prepared(evaluators, read, each.run), less, expectedOf(oracle, less).outcome, counts);
  return failure && { check: 'order of operands', detail: { reordered: rule, ...failure.detail } };
};

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).reverse().map(([key, member]: [string, unknown]) => [key, reversed(member)]));
}

/** The order of keys of documents and schemas is irrelevant. */
const keys: Law = ({ each, schema, asked, oracle, counts }, _, evaluators) => {
  const read = readTyped(each.rule, reversed(schema) as Schema);
  if (read === undefined) return { check: 'order of keys', detail: {} };
  const { outcome } = expectedOf(oracle, each.document);
  const failure = disagreement(prepared(evaluators, read, each.run), reversed(each.document), outcome, counts) ?? disagreement(asked, reversed(each.document), outcome, counts);
  return failure && { check: 'order of keys', detail: failure.detail };
};

/** A rule that was written as JSON and read again is the same, to the last part of its trace. */
const roundTrip: Law = (run) => {
  const { each, schema } = run;
  const rule = withoutParameters(each.rule);
  const [first, again] = [parseRule(rule, { schema, operators }), parseRule(JSON.parse(JSON.stringify(rule)), { schema: JSON.parse(JSON.stringify(schema)) as Schema, operators })];
  const traces = [each.document, partialOf(run)].map((document) => [first.trace(document), again.trace(document)] as const);
  const isEqual = isSame(first.paths, again.paths) && traces.every(([one, other]) => isSame(one, other));
  return isEqual ? undefined : { check: 'round trip', detail: { traces } };
};

/** Describing a rule gives plain JSON. */
const described: Law = (_, { tree }) => {
  const phrase = describeRule(tree);
  return isSame(JSON.parse(JSON.stringify(phrase)), phrase) ? undefined : { check: 'describe', detail: { phrase } };
};

/** Conditions made unknown never turn a decision into its opposite; all unknown leave nothing decided. */
const conditions: Law = (run, { tree, slotsOf }) => {
  const { each } = run;
  if (each.asksAbsence || tree.type !== 'boolean') return 'left out';
  const random = randomOf(each.run, 2);
  const slots = slotsOf(partialOf(run));
  const before = truth(tree, slots);
  const parts = conditionsOf(tree);
  const after = truth(tree, slots, new Set(parts.filter(() => random.chance(0.5))));
  const literals: RuleNode[] = [];
  visit(tree, (node) => {
    if (node.kind === 'literal' && node.type === 'boolean') literals.push(node);
  });
  // What stands there as `true` depends on no condition.
  const none = literals.length > 0 || parts.length === 0 ? 'unknown' : truth(tree, slots, new Set(parts));
  const holds = (after === before || after === 'unknown') && none === 'unknown' && traceNode(tree, partsOver(tree, slots)).outcome === before;
  return holds ? undefined : { check: 'conditions made unknown', detail: { before, after, none } };
};

const hasMoney = (fields: { readonly [name: string]: Field }): boolean => Object.values(fields).some(({ type, element }) => type === 'money' || (element !== undefined && hasMoney(element)));

/** Where there is no money a rule means the same without a schema. */
const untyped: Law = (run, _, evaluators) => {
  const { each, schema, oracle, counts } = run;
  const less = partialOf(run);
  const { answer, outcome } = expectedOf(oracle, less);
  const rule = withoutParameters(each.rule);
  // Without a schema nobody knows that a text is a day, or that an element is of another type.
  if (answer.odd || hasMoney(schema) || typeof outcome === 'object' || JSON.stringify(rule).includes('T00:00')) return 'left out';
  const read = readUntyped(rule);
  if (read === undefined) return { check: 'the same without a schema', detail: {} };
  const failure = disagreement(prepared(evaluators, read, each.run), less, outcome, counts);
  return failure && { check: 'the same without a schema', detail: failure.detail };
};

function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) Object.values(Object.freeze(value)).forEach(deepFrozen);
  return value;
}

/** Nothing that is given is changed. */
const frozen: Law = ({ each, asked, oracle, counts }, _, evaluators) => {
  const [rule, document] = [deepFrozen(each.rule), deepFrozen(each.document)];
  const read = readTyped(rule, deepFrozen(each.schema ?? {}));
  if (read === undefined) return { check: 'frozen', detail: {} };
  const { outcome } = expectedOf(oracle, document);
  const failure = disagreement(asked, document, outcome, counts) ?? disagreement(prepared(evaluators, read, each.run), document, outcome, counts);
  return failure && { check: 'frozen', detail: failure.detail };
};

export const LAWS: readonly (readonly [name: string, law: Law])[] = [
  ['the order of operands of `and` and `or` is irrelevant', order],
  ['the order of keys is irrelevant', keys],
  ['a rule survives JSON', roundTrip],
  ['a description is plain JSON', described],
  ['conditions made unknown decide nothing else', conditions],
  ['the same without a schema', untyped],
  ['nothing given is changed', frozen],
];

export function checkLaws(run: TypedRun, read: Read, evaluators: readonly Evaluator[]): Failure | undefined {
  if (run.each.run % 2 === 1) return undefined;
  const [name, law] = LAWS[(run.each.run / 2) % LAWS.length]!;
  const outcome = law(run, read, evaluators);
  if (outcome === 'left out') return undefined;
  run.counts.add(`law: ${name}`);
  return outcome;
}
