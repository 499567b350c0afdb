import { collect, firstIssues, isFull, issueMaker, type Issue } from '../errors/issue.js';
import { isJsonList, type Json } from '../errors/json.js';
import { ruleMessages } from '../errors/messages/rule.js';
import { closestName } from '../internal/closest.js';
import { DEFAULT_LIMITS, MAX_DEPTH } from '../internal/limits.js';
import { childPointer, valueAt } from '../internal/pointer.js';
import { constantConditions } from './constant.js';
import { contradictions } from './contradictions.js';
import { isPlugIn, type Operator } from './define-operator.js';
import { evaluate } from './evaluate.js';
import { pathResolver, type Environment } from './path.js';
import { defaultTo } from './operators/default.js';
import { list } from './operators/list.js';
import { includedIn } from './operators/in.js';
import { lookup } from './operators/lookup.js';
import { builtIn, OPERATORS } from './operators/table.js';
import { otherName } from './other-names.js';
import { presenceMend, replacing } from './typing.js';
import { expandedWithin } from './within.js';
import type { Arity, Call, Evaluate, LiteralNode, OperatorDefinition, Report, RuleNode, RuleScope } from './types.js';

export interface ReadRuleOptions {
  /** What the rule may know of its document. Without one, it is read with the coercions of JSON Logic. */
  readonly scope?: RuleScope | undefined;
  /** JSON Pointer of the rule in what is read. */
  readonly pointer: string;
  /** A condition must be boolean; by default any value will do. */
  readonly expect?: 'boolean' | 'value';
  /** Plug-in operators; what `defineOperator` did not make is not looked at. */
  readonly operators?: readonly Operator[] | undefined;
  /** The steps that asking the rule may take. */
  readonly steps?: number;
}

export interface ReadRule {
  /** Undefined if there are errors. */
  readonly tree: RuleNode | undefined;
  readonly issues: readonly Issue[];
  /** The paths of the document that it names, in the order of the text. */
  readonly paths: readonly string[];
}

const issue = issueMaker(ruleMessages);
const document: Environment = { element: undefined, outer: undefined };

/** Reads a rule, already a bounded plain copy, into a tree. Reports all problems at once. */
export function readRule(rule: Json, options: ReadRuleOptions): ReadRule {
  const issues: Issue[] = [];
  const report: Report = (code, pointer, params, extras) => {
    collect(issues, () => issue(code, pointer, params, typeof extras === 'function' ? extras() : extras));
  };
  const paths = new Set<string>();
  const { scope, steps = DEFAULT_LIMITS.steps } = options;
  const operators = options.operators?.filter(isPlugIn) ?? [];
  const resolve = pathResolver(scope, report, paths);
  const written = (node: RuleNode): Json => valueAt(rule, node.pointer.slice(options.pointer.length)) ?? null;
  const isAvailable = (operator: OperatorDefinition): boolean => scope === undefined || operator.typed !== undefined;

  const read = (json: Json, pointer: string, environment: Environment, depth: number): RuleNode | undefined => {
    if (json === null) return { kind: 'literal', pointer, type: 'null', value: undefined, source: null };
    if (typeof json !== 'object') return literal(json, pointer);
    if (depth > MAX_DEPTH) return void report('rule/too-deep', pointer, { limit: MAX_DEPTH });
    if (isFull(issues)) return undefined;
    if (isJsonList(json)) return readList(json, pointer, environment, depth);
    const keys = Object.keys(json);
    const [id] = keys;
    if (id === undefined || keys.length > 1) {
      const shown = keys.map((key) => `\`${key}\``).join(', ');
      return void report('rule/not-one-operator', pointer, { count: keys.length, keys: shown === '' ? '' : `: ${shown}` });
    }
    return readOperator(id, json[id] ?? null, pointer, environment, depth);
  };

  const readAll = (
    items: readonly Json[],
    pointerOf: (index: number) => string,
    environments: (index: number) => Environment,
    depth: number,
  ) => {
    const nodes = items.map((item, index) => read(item, pointerOf(index), environments(index), depth + 1));
    const found = nodes.filter((node) => node !== undefined);
    return found.length < nodes.length ? undefined : found;
  };

  const readList = (items: readonly Json[], pointer: string, environment: Environment, depth: number): RuleNode | undefined => {
    const operands = readAll(
      items,
      (index) => childPointer(pointer, index),
      () => environment,
      depth,
    );
    if (operands === undefined) return undefined;
    if (scope === undefined && operands.every((node) => node.kind === 'literal'))
      return { kind: 'literal', pointer, type: 'list', value: items, source: items };
    return makeCall(list, operands, pointer, environment);
  };

  const readOperator = (id: string, value: Json, pointer: string, environment: Environment, depth: number): RuleNode | undefined => {
    const items = isJsonList(value) ? value : [value];
    const place = childPointer(pointer, id);
    const pointerOf = (index: number): string => (isJsonList(value) ? childPointer(place, index) : place);
    if (id === 'var') return readVariable(items, pointer, pointerOf, environment, depth);
    if (id === 'within' && scope !== undefined) return readWithin(items, pointer, pointerOf, environment, depth);
    const operator = operators.find((plugIn) => plugIn.id === id) ?? builtIn(id);
    if (operator === undefined) {
      reportUnknown(id, value, pointer);
      readOperands(builtIn(otherName(id)?.instead ?? ''), items, pointerOf, environment, depth);
      return undefined;
    }
    if (!isAvailable(operator)) return void report('rule/refused-operator', place, { operator: id, instead: operator.instead ?? '' });
    const arity = scope === undefined ? (operator.untypedArity ?? operator.arity) : operator.arity;
    const hasArity = checkArity(id, items.length, arity, place);
    const operands = readOperands(operator, items, pointerOf, environment, depth);
    return operands === undefined || !hasArity ? undefined : makeCall(operator, operands, pointer, environment);
  };

  const readOperands = (operator: OperatorDefinition | undefined, items: readonly Json[], pointerOf: (index: number) => string, environment: Environment, depth: number) =>
    operator?.elementwise === true ? readElementwise(items, pointerOf, environment, depth) : readAll(items, pointerOf, () => environment, depth);

  /** The second operand of a list operator is about the elements of the first. */
  const readElementwise = (items: readonly Json[], pointerOf: (index: number) => string, environment: Environment, depth: number) => {
    const [first, ...others] = items;
    const elements = first === undefined ? undefined : read(first, pointerOf(0), environment, depth + 1);
    const field = elements?.field ?? { type: 'list' };
    const inner: Environment = { element: field, outer: environment };
    if (elements === undefined && scope !== undefined) return undefined;
    const rest = readAll(
      others,
      (index) => pointerOf(index + 1),
      (index) => (index === 0 ? inner : environment),
      depth,
    );
    return elements === undefined || rest === undefined ? undefined : [elements, ...rest];
  };

  const readVariable = (
    items: readonly Json[],
    pointer: string,
    pointerOf: (index: number) => string,
    environment: Environment,
    depth: number,
  ): RuleNode | undefined => {
    if (!checkArity('var', items.length, { min: scope === undefined ? 0 : 1, max: 2 }, childPointer(pointer, 'var'))) return undefined;
    const [name = null, otherwise = null] = items;
    const value = readName(name, pointer, pointerOf(0), environment, depth);
    const fallback = otherwise === null ? undefined : read(otherwise, pointerOf(1), environment, depth + 1);
    if (otherwise === null || value === undefined) return value;
    return fallback === undefined ? undefined : makeCall(defaultTo, [value, fallback], pointer, environment);
  };

  /** A class or one below it is one of a list: `within` is read as the `in` that it means. */
  const readWithin = (items: readonly Json[], pointer: string, pointerOf: (index: number) => string, environment: Environment, depth: number): RuleNode | undefined => {
    if (!checkArity('within', items.length, { min: 2, max: 2 }, childPointer(pointer, 'within'))) return undefined;
    const [first = null, second = null] = items;
    const needle = read(first, pointerOf(0), environment, depth + 1);
    const named = isJsonList(second) ? undefined : read(second, pointerOf(1), environment, depth + 1);
    if (needle === undefined || (named === undefined && !isJsonList(second))) return undefined;
    if (needle.field?.above === undefined) {
      return void report('rule/type-mismatch', needle.pointer, { operator: 'within', actual: needle.type, expected: 'the band of a category with a taxonomy' }, { suggestion: 'in' });
    }
    const wanted = named?.kind === 'literal' ? named.source : second;
    const literals = expandedWithin(needle.field, wanted).map((value) => read(value, pointerOf(1), environment, depth + 1));
    const found = literals.filter((node) => node !== undefined);
    const names = found.length < literals.length ? undefined : makeCall(list, found, pointerOf(1), environment);
    return names === undefined ? undefined : makeCall(includedIn, [needle, names], pointer, environment);
  };

  const readName = (name: Json, pointer: string, place: string, environment: Environment, depth: number): RuleNode | undefined => {
    if (name === null || typeof name !== 'object') return resolve(name === null ? '' : String(name), pointer, place, environment);
    if (scope !== undefined) return void report('rule/computed-path', place, { operator: 'var' });
    const computed = read(name, place, environment, depth + 1);
    return computed === undefined ? undefined : makeCall(lookup, [computed], pointer, environment);
  };

  const makeCall = (
    operator: OperatorDefinition,
    operands: readonly RuleNode[],
    pointer: string,
    environment: Environment,
  ): RuleNode | undefined => {
    const call: Call = {
      operator: operator.id,
      pointer,
      operands,
      report,
      written,
      resolve: (path, place) => resolve(path, place, place, environment),
    };
    const checked = scope === undefined ? operator.untyped(call) : operator.typed?.(call);
    if (checked === undefined) return undefined;
    const { type, field, evaluate: evaluator } = checked;
    const node: RuleNode = {
      kind: 'call',
      pointer,
      type,
      field,
      operator,
      operands: checked.operands ?? operands,
      evaluate: scope === undefined ? guarded(evaluator) : evaluator,
      steps,
    };
    return scope !== undefined && operator.group === 'arithmetic' ? folded(node) : node;
  };

  const checkArity = (operator: string, actual: number, arity: Arity, pointer: string): boolean => {
    if (actual >= arity.min && actual <= arity.max && (arity.odd !== true || actual % 2 === 1)) return true;
    report('rule/wrong-arity', pointer, { operator, expected: arityText(arity), actual });
    return false;
  };

  const reportUnknown = (id: string, value: Json, pointer: string): void => {
    const other = otherName(id);
    if (other !== undefined) {
      const mended = other.mend(value);
      const fix = mended === undefined ? {} : replacing(pointer, mended);
      return report('rule/unknown-operator', childPointer(pointer, id), { operator: id }, { suggestion: other.instead, ...fix });
    }
    const known = ['var', ...(scope === undefined ? [] : ['within']), ...OPERATORS.filter(isAvailable).map((operator) => operator.id), ...operators.map((operator) => operator.id)];
    const closest = closestName(id, known);
    const mend = closest === undefined ? {} : { suggestion: closest, ...replacing(pointer, { [closest]: value }) };
    report('rule/unknown-operator', childPointer(pointer, id), { operator: id }, mend);
  };

  const tree = read(rule, options.pointer, document, 0);
  if (tree !== undefined && options.expect === 'boolean' && tree.type !== 'boolean') {
    report('rule/not-boolean', tree.pointer, { actual: tree.type }, presenceMend(tree, written));
  }
  if (rule === false) report('rule/empty', options.pointer, {}, { severity: 'warning' });
  else if (tree !== undefined && scope !== undefined) {
    constantConditions(tree, report);
    contradictions(tree, report);
  }
  return { tree: issues.some((found) => found.severity === 'error') ? undefined : tree, issues: firstIssues(issues), paths: [...paths] };
}

function literal(value: boolean | number | string, pointer: string): LiteralNode {
  const type = typeof value === 'string' ? 'text' : typeof value === 'number' ? 'number' : 'boolean';
  return { kind: 'literal', pointer, type, value, source: value };
}

/** Without a schema operators are given lists and objects of the document as they are, and a proxy may throw at any touch: unknown. */
function guarded(evaluator: Evaluate): Evaluate {
  return (operands, context) => {
    try {
      return evaluator(operands, context);
    } catch {
      return undefined;
    }
  };
}

/** Arithmetic of literals and parameters is a literal, so that it can stand for money. */
function folded(node: RuleNode): RuleNode {
  if (node.kind !== 'call' || node.type === 'money') return node;
  let parameter: string | undefined;
  for (const operand of node.operands) {
    if (operand.kind !== 'literal') return node;
    parameter ??= operand.path;
  }
  const value = evaluate(node, []);
  return typeof value === 'number'
    ? { kind: 'literal', pointer: node.pointer, type: 'number', value, source: value, path: parameter, isReckoned: parameter !== undefined }
    : node;
}

function arityText({ min, max, odd }: Arity): string {
  const operands = odd === true ? 'an odd number of operands, ' : '';
  if (max === Infinity) return `${operands}at least ${min}`;
  return min === max ? String(min) : `${min} to ${max}`;
}
