import { ClassifierError, throwErrors } from '../errors/classifier-error.js';
import { issueMaker, resultOf, type Issue, type Result } from '../errors/issue.js';
import type { Json } from '../errors/json.js';
import { ruleMessages } from '../errors/messages/rule.js';
import { copyJson } from '../internal/copy-json.js';
import { MAX_DEPTH, withLimits, type Limits } from '../internal/limits.js';
import { readOperators, type Operator } from './define-operator.js';
import { describeRule, type Phrase } from './describe.js';
import { evaluate, evaluateDocument, partsOfDocument, partsOver, truthOf } from './evaluate.js';
import { testOf } from './graph.js';
import { publicValue } from './public-value.js';
import { readRule } from './read.js';
import { isReadAsItIs } from './plain-object.js';
import { readSchema, type ReadSchema, type RuleSchema } from './schema.js';
import { traceNode, type Trace } from './trace.js';
import type { RuleNode, RuleValue, Truth } from './types.js';

/** How a rule is read. */
export interface RuleOptions {
  /** The paths that the rule may name, with their types. Without it the rule is read with the coercions of JSON Logic. */
  readonly schema?: RuleSchema;
  /** Operators of your own, made by `defineOperator`. */
  readonly operators?: readonly Operator[];
  /** How large the rule may be, and how much work asking it. Deeper than 500 levels is refused whatever the limit. */
  readonly limits?: Partial<Limits>;
}

/**
 * A rule that was read, ready to be asked about any number of documents.
 *
 * A document is plain data; a path such as `size.employees` is split at its dots, and what an object inherits is not there. Null, absent, a blank text, a number that is not finite and, against a schema, a value of
 * another type than declared are all missing, and so is what throws when it is read (a proxy). Asking never throws for what is in a
 * document and never changes it.
 */
export interface CompiledRule {
  /** The paths that the rule names, in the order of its text. */
  readonly paths: readonly string[];
  /** What the rule decides: `'true'`, `'false'` or `'unknown'`. Throws a ClassifierError `rule/not-boolean` if it gives another value. */
  test(document: unknown): Truth;
  /**
   * The value of the rule, money in major units; undefined where it is unknown, and for a value nested deeper than 500 levels, larger than
   * 100 MB or with a list of more than 1,000,000 elements.
   */
  evaluate(document: unknown): Json | undefined;
  /** How the rule came out, part by part. */
  trace(document: unknown): Trace;
  /** The rule as it was understood: its operators, paths and values with their types, before any words. */
  describe(): Phrase;
}

const issue = issueMaker(ruleMessages);
/** What a rule gives may be a part of the document, and documents are larger than rules. */
const RESULT_LIMITS = withLimits({ bytes: 100_000_000, depth: MAX_DEPTH, nodes: 10_000_000, listLength: 1_000_000 });

/**
 * Reads a JSON Logic rule, so that it can be asked about documents.
 *
 * Against a `schema` the rule is typed: unknown paths and operators, mixed types, truthiness and computed paths are refused, all at
 * once, in one ClassifierError; money is compared exactly, in major units. Without a schema the rule means what json-logic-js says.
 * Either way a missing value makes a condition unknown, not false and not zero.
 *
 * @example
 * import { parseRule } from 'clientele/rules';
 * const rule = parseRule({ '>=': [{ var: 'netSpend' }, 5000] }, { schema: { netSpend: { type: 'money' } } });
 * rule.test({ netSpend: '5000.00' }); // => 'true'
 * rule.test({ netSpend: 4999.99 }); // => 'false'
 * rule.test({}); // => 'unknown'
 */
export function parseRule(rule: unknown, options: RuleOptions = {}): CompiledRule {
  const result = safeParseRule(rule, options);
  if (result.ok) return result.value;
  throwErrors(result.issues);
  throw new TypeError('a refused rule has an error');
}

/**
 * Reads a rule like `parseRule`, but gives the issues instead of throwing them; a rule that is read may come with warnings.
 *
 * @example
 * import { safeParseRule } from 'clientele/rules';
 * const result = safeParseRule({ '>=': [{ var: 'netSpent' }, 5000] }, { schema: { netSpend: { type: 'money' } } });
 * result.issues.map((issue) => [issue.code, issue.pointer, issue.suggestion]); // => [['rule/unknown-path', '/>=/0/var', 'netSpend']]
 */
export function safeParseRule(rule: unknown, options: RuleOptions = {}): Result<CompiledRule> {
  const limits = withLimits(options.limits);
  const copy = copyJson(rule, limits);
  if (copy.value === undefined) return resultOf<CompiledRule>(undefined, copy.issues);
  const plugIns = readOperators(options.operators);
  const schema = options.schema === undefined ? undefined : readSchema(options.schema, limits);
  const earlier = [...plugIns.issues, ...(schema?.issues ?? [])];
  if (earlier.length > 0) return resultOf<CompiledRule>(undefined, earlier);
  const { tree, issues, paths } = readRule(copy.value, { scope: schema?.scope, pointer: '', operators: plugIns.operators, steps: limits.steps });
  if (tree === undefined) return resultOf<CompiledRule>(undefined, issues);
  return resultOf(schema === undefined ? untypedRule(tree, paths) : typedRule(tree, paths, schema), issues);
}

function typedRule(tree: RuleNode, paths: readonly string[], { slotsOf, access }: ReadSchema): CompiledRule {
  const testPlain = testOf(tree, access);
  return {
    paths,
    test: (document) => {
      if (tree.type !== 'boolean') throw new ClassifierError([notBoolean(tree)]);
      try {
        if (isReadAsItIs(document)) return testPlain({ facts: document });
      } catch {
        // A getter may throw: then the document is read without running any.
      }
      return truthOf(evaluate(tree, slotsOf(document)));
    },
    evaluate: (document) => {
      const value = evaluate(tree, slotsOf(document));
      return value === undefined ? undefined : publicValue(value, tree);
    },
    trace: (document) => traceNode(tree, partsOver(tree, slotsOf(document))),
    describe: () => describeRule(tree),
  };
}

function untypedRule(tree: RuleNode, paths: readonly string[]): CompiledRule {
  return {
    paths,
    test: (document) => {
      // What is known to be no condition when read is a mistake; `var`, `and`, `or`, `if` decide by JSON Logic's truthiness.
      if (tree.type !== 'boolean' && tree.type !== 'any') throw new ClassifierError([notBoolean(tree)]);
      try {
        return truthOf(evaluateDocument(tree, document));
      } catch {
        // A list that is a proxy may throw even when it is only asked whether it is empty.
        return 'unknown';
      }
    },
    evaluate: (document) => detached(evaluateDocument(tree, document)),
    trace: (document) => {
      const parts = partsOfDocument(tree, document);
      const copies = new Map<RuleValue, RuleValue | undefined>();
      return traceNode(tree, (node) => {
        const value = parts(node);
        if (typeof value !== 'object') return value;
        if (!copies.has(value)) copies.set(value, detached(value));
        return copies.get(value);
      });
    },
    describe: () => describeRule(tree),
  };
}

function notBoolean(tree: RuleNode): Issue {
  return issue('rule/not-boolean', tree.pointer, { actual: tree.type });
}

/** A copy of what would be a part of the document: nobody can change a document through a rule. What is not plain JSON is unknown. */
function detached(value: RuleValue | undefined): RuleValue | undefined {
  if (typeof value !== 'object') return value;
  const copy = copyJson(value, RESULT_LIMITS).value;
  return copy === null ? undefined : copy;
}
