import { run } from '../evaluate.js';
import type { Arity, Checked, Context, Evaluate, NodeType, RuleNode, RuleValue } from '../types.js';

export const ONE: Arity = { min: 1, max: 1 };
export const TWO: Arity = { min: 2, max: 2 };
export const SOME: Arity = { min: 1, max: Infinity };
export const ANY: Arity = { min: 0, max: Infinity };

/** Evaluates an operator that has a value only if its operand has one. */
export function unary(compute: (value: RuleValue) => RuleValue | undefined): Evaluate {
  return (operands, context) => {
    const value = run(operands[0], context);
    return value === undefined ? undefined : compute(value);
  };
}

/** Evaluates an operator that has a value only if both operands have one. */
export function binary(compute: (first: RuleValue, second: RuleValue, context: Context) => RuleValue | undefined): Evaluate {
  return (operands, context) => {
    const first = run(operands[0], context);
    if (first === undefined) return undefined;
    const second = run(operands[1], context);
    return second === undefined ? undefined : compute(first, second, context);
  };
}

/** Evaluates an operator that has a value only if all of its operands have one. */
export function variadic(compute: (values: readonly RuleValue[], context: Context) => RuleValue | undefined): Evaluate {
  return (operands, context) => {
    const values = knownValues(operands, context);
    return values === undefined ? undefined : compute(values, context);
  };
}

/** The values of all operands, or undefined if one has none. */
export function knownValues(operands: readonly RuleNode[], context: Context): readonly RuleValue[] | undefined {
  const values: RuleValue[] = [];
  for (const operand of operands) {
    const value = run(operand, context);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}

/** The check of an operator that takes whatever it is given. */
export function always(type: NodeType, evaluate: Evaluate): () => Checked {
  return () => ({ type, evaluate });
}

export function isLiteralNull(node: RuleNode): boolean {
  return node.kind === 'literal' && node.value === undefined;
}
