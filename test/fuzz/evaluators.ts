// Everything that decides rules: each must come to what the plain evaluator says, and that to what the oracle says.
import type { Json } from '../../src/errors/json.js';
import { defineOperator, type Operator } from '../../src/rules/define-operator.js';
import { evaluate, evaluateDocument, partsOver } from '../../src/rules/evaluate.js';
import { endAt, follow, graphOf, SLOT_ACCESS } from '../../src/rules/graph.js';
import { parseRule, type CompiledRule } from '../../src/rules/parse-rule.js';
import { publicValue } from '../../src/rules/public-value.js';
import { readRule } from '../../src/rules/read.js';
import { readSchema } from '../../src/rules/schema.js';
import { traceNode, type Trace } from '../../src/rules/trace.js';
import { DEFAULT_LIMITS } from '../../src/internal/limits.js';
import type { RuleNode, RuleScope, Slots, Truth } from '../../src/rules/types.js';
import { PARAMETERS } from './typed-rules.js';
import type { Schema } from './schemas.js';

/** What a rule gives: a value as people write it, or undefined where it is unknown. */
export type Outcome = Json | undefined;

/** A rule that was read; without a schema there are no slots. */
export interface Read {
  readonly rule: Json;
  readonly schema: Schema | undefined;
  readonly tree: RuleNode;
  readonly slotsOf: (document: unknown) => Slots;
}

/** One way to decide rules. */
export interface Evaluator {
  readonly name: string;
  /** Of so many rules it is asked about one, if it is slow. */
  readonly every?: number;
  /** How it decides a rule; undefined if it is not for such rules. */
  readonly prepare: (read: Read) => ((document: unknown) => Outcome) | undefined;
}

/** A plug-in that throws for what is negative: unknown. */
export const operators: readonly Operator[] = [
  defineOperator({
    id: 'fuzz:odd',
    version: '1',
    operands: ['number'],
    result: 'boolean',
    evaluate: (value) => {
      if (typeof value === 'number' && value < 0) throw new RangeError('negative');
      return Number(value) % 2 === 1;
    },
    words: { en: '{1} is odd' },
  }),
];

/** Reads a rule as a policy does, parameters included; undefined if it is refused. */
export function readTyped(rule: Json, schema: Schema): Read | undefined {
  const { scope, slotsOf } = readSchema(schema, DEFAULT_LIMITS);
  const field: RuleScope['field'] = (path) => {
    const constant = Object.hasOwn(PARAMETERS, path) ? PARAMETERS[path] : undefined;
    if (constant === undefined) return scope.field(path);
    return { type: typeof constant === 'number' ? 'number' : typeof constant === 'string' ? 'text' : 'boolean', constant };
  };
  const { tree } = readRule(rule, { scope: { ...scope, field }, pointer: '', operators });
  return tree === undefined ? undefined : { rule, schema, tree, slotsOf };
}

export function readUntyped(rule: Json): Read | undefined {
  const { tree } = readRule(rule, { pointer: '', operators });
  return tree === undefined ? undefined : { rule, schema: undefined, tree, slotsOf: () => [] };
}

/** The rule with its parameters written out: the public interface has none. */
export function withoutParameters(rule: Json): Json {
  if (typeof rule !== 'object' || rule === null) return rule;
  if (Array.isArray(rule)) return rule.map(withoutParameters);
  const { var: path } = rule as { readonly var?: Json };
  const name = Array.isArray(path) ? (path as readonly Json[])[0] : path;
  const parameter = typeof name === 'string' ? PARAMETERS[name.replace(/^(\^\.)+/, '')] : undefined;
  if (parameter !== undefined) return parameter;
  return Object.fromEntries(Object.entries(rule).map(([key, value]: [string, Json]) => [key, withoutParameters(value)]));
}

const plain: Evaluator = {
  name: 'plain',
  prepare: ({ tree, schema, slotsOf }) => (document) => {
    const value = schema === undefined ? evaluateDocument(tree, document) : evaluate(tree, slotsOf(document));
    return value === undefined ? undefined : publicValue(value, tree);
  },
};

function outcomeOf({ outcome }: Pick<Trace, 'outcome'>): Outcome {
  return typeof outcome === 'object' ? outcome.value : outcome === 'unknown' ? undefined : outcome === 'true';
}

const trace: Evaluator = {
  name: 'trace',
  prepare: ({ rule, tree, schema, slotsOf }) => {
    if (schema !== undefined) return (document) => outcomeOf(traceNode(tree, partsOver(tree, slotsOf(document))));
    const loose = parseRule(rule, { operators });
    return (document) => outcomeOf(loose.trace(document));
  },
};

function compiled({ rule, schema }: Read): CompiledRule {
  return parseRule(schema === undefined ? rule : withoutParameters(rule), { ...(schema === undefined ? {} : { schema }), operators });
}

const published: Evaluator = {
  name: 'parseRule, evaluate',
  every: 4,
  prepare: (read) => {
    const rule = compiled(read);
    return (document) => rule.evaluate(document);
  },
};

const test: Evaluator = {
  name: 'parseRule, test',
  every: 2,
  prepare: (read) => {
    if (read.tree.type !== 'boolean') return undefined;
    const rule = compiled(read);
    return (document) => outcomeOf({ outcome: rule.test(document) });
  },
};

/** The fast way over slots, parameters included; `test` above takes it over documents. */
const graph: Evaluator = {
  name: 'graph',
  prepare: ({ tree, schema, slotsOf }) => {
    if (schema === undefined || tree.type !== 'boolean') return undefined;
    const first = graphOf<undefined, Truth>(tree, SLOT_ACCESS, { yes: endAt('true'), no: endAt('false'), unknown: endAt('unknown') });
    return (document) => outcomeOf({ outcome: follow(first, slotsOf(document), undefined) });
  },
};

/** All of them, the plain one first. To add one, such as another fast path, add it here: everything else follows. */
export const evaluators: readonly Evaluator[] = [plain, trace, published, test, graph];
