import { fitOrdered } from './ordering.js';
import type { OperatorDefinition, RuleValue } from '../types.js';
import { primitives } from './json-logic.js';
import { variadic } from './operand.js';

function isBetween(value: RuleValue, low: RuleValue, high: RuleValue): boolean {
  return low <= value && value <= high;
}

const evaluate = variadic(([value, low, high]) =>
  value === undefined || low === undefined || high === undefined ? undefined : isBetween(value, low, high),
);

/** `{"between": [value, low, high]}`: both ends are included. */
export const between: OperatorDefinition = {
  id: 'between',
  group: 'comparison',
  arity: { min: 3, max: 3 },
  typed: (call) => {
    const operands = fitOrdered(call);
    return operands === undefined ? undefined : { type: 'boolean', operands, evaluate };
  },
  untyped: () => ({
    type: 'boolean',
    evaluate: variadic((values, context) => {
      const [value, low, high] = primitives(values, context) ?? [];
      return value === undefined || low === undefined || high === undefined ? undefined : isBetween(value, low, high);
    }),
  }),
};
