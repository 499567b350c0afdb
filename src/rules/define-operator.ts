import { throwErrors } from '../errors/classifier-error.js';
import { collect, issueMaker, type Issue } from '../errors/issue.js';
import { ruleMessages } from '../errors/messages/rule.js';
import { isBlank } from '../internal/blank.js';
import { exponentOf, readField } from './document.js';
import { allPresent, fit } from './typing.js';
import { factValue, type FactValue } from './public-value.js';
import { run } from './evaluate.js';
import { VALUE_TYPES, type Checked, type Evaluate, type Field, type OperatorDefinition, type RuleNode, type RuleValue, type ValueType } from './types.js';

/** An operator of the host's own, made by `defineOperator` and passed where policies and rules are read. */
export interface Operator {
  readonly kind: 'operator';
  readonly id: string;
  readonly version: string;
}

/** What an operator of the host's own is made of. */
export interface OperatorSpec {
  /** With a namespace of the host's own: `acme:near`. */
  readonly id: `${string}:${string}`;
  /** Raise it when the meaning changes. */
  readonly version: string;
  /** The types of its operands, in order; it takes exactly so many. */
  readonly operands: readonly ValueType[];
  readonly result: ValueType;
  /** A pure function of the operands: money in major units, a date as `YYYY-MM-DD`. It is only called when none is missing. */
  readonly evaluate: (...operands: readonly FactValue[]) => FactValue;
  /** How the operator reads in words, with `{1}`, `{2}` for its operands. */
  readonly words: { readonly en: string; readonly 'zh-CN'?: string };
}

/** A plug-in as the engine sees it. */
export interface PlugInOperator extends Operator, OperatorDefinition {
  readonly words: OperatorSpec['words'];
  /** Absent where another version of the package made it. */
  readonly operands?: OperatorSpec['operands'];
}

const issue = issueMaker(ruleMessages);

/**
 * Makes an operator of your own that rules can use under a name such as `acme:near`.
 *
 * The operator is unknown when an operand is missing, and when `evaluate` throws or gives null, a number that is not finite or a
 * value of another type than `result`. Throws a ClassifierError with `operator/needs-namespace` for an id without a namespace.
 *
 * @example
 * import { defineOperator } from 'clientele';
 * import { parseRule } from 'clientele/rules';
 * const near = defineOperator({
 *   id: 'acme:near', version: '1', operands: ['number', 'number'], result: 'boolean',
 *   evaluate: (a, b) => Math.abs(Number(a) - Number(b)) <= 5,
 *   words: { en: '{1} is near {2}' },
 * });
 * const rule = parseRule({ 'acme:near': [{ var: 'score' }, 60] }, { schema: { score: { type: 'number' } }, operators: [near] });
 * rule.test({ score: 63 }); // => 'true'
 */
export function defineOperator(spec: OperatorSpec): Operator {
  throwErrors(specIssues(spec));
  const count = spec.operands.length;
  const check = (operands: readonly RuleNode[], isTyped: boolean): Checked => {
    const money = operands.find((node) => node.type === 'money');
    const field: Field = { type: spec.result, ...(spec.result === 'money' ? { exponent: exponentOf(money?.field) } : {}) };
    return { type: spec.result, field, operands, evaluate: evaluator(spec, field, isTyped) };
  };
  const operator: PlugInOperator = {
    kind: 'operator',
    id: spec.id,
    version: spec.version,
    words: spec.words,
    operands: spec.operands,
    group: 'plug-in',
    arity: { min: count, max: count },
    typed: (call) => {
      const operands = call.operands.map((node, index) => fit(node, { type: spec.operands[index] ?? 'any' }, call));
      return allPresent(operands) ? check(operands, true) : undefined;
    },
    untyped: (call) => check(call.operands, false),
  };
  return Object.freeze(operator);
}

/** What is wrong with a definition: a program without types may give anything. */
function specIssues(spec: OperatorSpec): readonly Issue[] {
  const issues: Issue[] = [];
  const wrong = (pointer: string, problem: string): void => void issues.push(issue('operator/wrong-definition', pointer, { problem }));
  if ((spec as unknown) === undefined || (spec as unknown) === null) {
    wrong('', 'give an object that defines the operator');
    return issues;
  }
  const { id, version, operands, result, evaluate } = spec;
  if (!/^[^\s:]+:[^\s:]+$/.test(id)) issues.push(issue('operator/needs-namespace', '/id', { id }));
  if (typeof version !== 'string' || isBlank(version)) wrong('/version', '`version` must be a text, such as `1`');
  const known: readonly unknown[] = VALUE_TYPES;
  if (!Array.isArray(operands) || !operands.every((type) => known.includes(type))) wrong('/operands', `\`operands\` must be a list of types: ${VALUE_TYPES.join(', ')}`);
  if (!known.includes(result)) wrong('/result', `\`result\` must be one of ${VALUE_TYPES.join(', ')}`);
  if (typeof evaluate !== 'function') wrong('/evaluate', '`evaluate` must be a function');
  return issues;
}

function evaluator(spec: OperatorSpec, field: Field, isTyped: boolean): Evaluate {
  return (operands, context) => {
    const values: FactValue[] = [];
    for (const [index, operand] of operands.entries()) {
      const value = run(operand, context);
      if (value === undefined || !(isTyped || isDeclared(value, spec.operands[index]))) return undefined;
      values.push(factValue(value, operand));
    }
    try {
      return readField(spec.evaluate(...values), field);
    } catch {
      return undefined;
    }
  };
}

/** Without a schema the types of operands show only here. */
function isDeclared(value: RuleValue, type: ValueType | undefined): boolean {
  return type === undefined || readField(value, { type }) !== undefined;
}

/** The plug-ins among what a host passed as operators, and what is wrong with the rest. Programs without types may give anything. */
export function readOperators(operators: readonly Operator[] = []): {
  readonly operators: readonly PlugInOperator[];
  readonly issues: readonly Issue[];
} {
  const plugIns = new Map<string, PlugInOperator>();
  const issues: Issue[] = [];
  const refuse = (given: unknown, pointer: string): void => {
    collect(issues, () => issue('operator/not-an-operator', pointer, { id: nameOf(given) }));
  };
  if (!Array.isArray(operators)) refuse(operators, '/operators');
  else {
    operators.forEach((operator: Operator, index) => {
      const pointer = `/operators/${String(index)}`;
      if (!isPlugIn(operator)) refuse(operator, pointer);
      else if (plugIns.has(operator.id)) collect(issues, () => issue('operator/duplicate', pointer, { id: operator.id }));
      else plugIns.set(operator.id, operator);
    });
  }
  return { operators: [...plugIns.values()], issues };
}

function nameOf(given: unknown): string {
  if (given === null) return 'null';
  return typeof given === 'object' && 'id' in given && typeof given.id === 'string' ? given.id : typeof given;
}

/** True for what `defineOperator` made. */
export function isPlugIn(operator: unknown): operator is PlugInOperator {
  if (typeof operator !== 'object' || operator === null || !('untyped' in operator) || !('group' in operator)) return false;
  return typeof operator.untyped === 'function' && operator.group === 'plug-in';
}
