// What `min` and `max` share.
import { fitTogether, isNumeric, mismatch } from '../typing.js';
import type { OperatorDefinition } from '../types.js';
import { coercing, numeric } from './arithmetic.js';
import { SOME } from './operand.js';

/** The smallest or largest of numbers or of money; a number beside money is in major units. */
export function extreme(id: 'min' | 'max', better: (value: number, best: number) => boolean): OperatorDefinition {
  const evaluate = numeric((values) => values.reduce((best, value) => (better(value, best) ? value : best)));
  return {
    id,
    group: 'arithmetic',
    arity: SOME,
    typed: (call) => {
      const fitted = fitTogether(call.operands, call);
      if (fitted === undefined) return undefined;
      const { operands, target } = fitted;
      const wrong = operands.find((node) => !isNumeric(node.type) && node.type !== 'money');
      if (wrong !== undefined) return mismatch(call, wrong, 'a number or money');
      if (target.type === 'money') return { type: 'money', field: target.field, operands, evaluate };
      return {
        type: operands.every((node) => node.kind === 'literal' || node.type === target.type) ? target.type : 'number',
        operands,
        evaluate,
      };
    },
    untyped: coercing(id),
  };
}
