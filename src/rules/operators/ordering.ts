// What the comparisons by order share.
import { run } from '../evaluate.js';
import { fitTogether, isOrdered, mismatch } from '../typing.js';
import type { Arity, Call, Checked, Evaluate, OperatorDefinition, RuleNode, RuleValue } from '../types.js';
import { primitive } from './json-logic.js';

export type Holds = (first: RuleValue, second: RuleValue) => boolean;

const ORDERED = 'a number, money or a date';

/** Each operand stands to the next as asked; unknown if one has no value. */
function chain(holds: Holds): Evaluate {
  return (operands, context) => {
    const first = run(operands[0], context);
    if (first === undefined) return undefined;
    const second = run(operands[1], context);
    if (second === undefined) return undefined;
    if (operands.length < 3) return holds(first, second);
    const third = run(operands[2], context);
    return third === undefined ? undefined : holds(first, second) && holds(second, third);
  };
}

/** The same with the coercions of JavaScript. */
function coercingChain(holds: Holds): Evaluate {
  return (operands, context) => {
    const values: (number | string | boolean)[] = [];
    for (const operand of operands) {
      const value = run(operand, context);
      const coerced = value === undefined ? undefined : primitive(value, context);
      if (coerced === undefined) return undefined;
      values.push(coerced);
    }
    return values.every((value, index) => index === 0 || holds(values[index - 1] ?? value, value));
  };
}

/** The operands of a comparison by order, fitted to each other. */
export function fitOrdered(call: Call): readonly RuleNode[] | undefined {
  // What has no order is told before what is written beside it: literals are fitted to it.
  const unordered = call.operands.find((node) => node.kind !== 'literal' && node.type !== 'scalar' && !isOrdered(node.type));
  if (unordered !== undefined) return mismatch(call, unordered, ORDERED);
  const fitted = fitTogether(call.operands, call);
  const wrong = fitted?.operands.find((node) => !isOrdered(node.type));
  return wrong === undefined ? fitted?.operands : mismatch(call, wrong, ORDERED);
}

/** A comparison by order. */
export function ordering(id: string, arity: Arity, holds: Holds): OperatorDefinition {
  const evaluate = chain(holds);
  const untyped: Checked = { type: 'boolean', evaluate: coercingChain(holds) };
  return {
    id,
    group: 'comparison',
    arity,
    typed: (call) => {
      const operands = fitOrdered(call);
      return operands === undefined ? undefined : { type: 'boolean', operands, evaluate };
    },
    untyped: () => untyped,
  };
}
