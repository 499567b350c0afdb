// What `min` and `max` share.
import { fitTogether, isNumeric, mismatch } from '../typing.js';
import type { OperatorDefinition, RuleNode } from '../types.js';
import { coercing, numeric } from './arithmetic.js';
import { SOME } from './operand.js';

const isFigure = ({ type }: RuleNode): boolean => isNumeric(type) || type === 'money';
const FIGURE = 'a number or money';

/** The smallest or largest of numbers or of money; a number beside money is in major units. */
export function extreme(id: 'min' | 'max', better: (value: number, best: number) => boolean): OperatorDefinition {
  const evaluate = numeric((values) => values.reduce((best, value) => (better(value, best) ? value : best)));
  return {
    id,
    group: 'arithmetic',
    arity: SOME,
    typed: (call) => {
      // What is no figure is told before what is written beside it: literals are fitted to it.
      const other = call.operands.find((node) => node.kind !== 'literal' && node.type !== 'scalar' && !isFigure(node));
      if (other !== undefined) return mismatch(call, other, FIGURE);
      const fitted = fitTogether(call.operands, call);
      if (fitted === undefined) return undefined;
      const { operands, target } = fitted;
      const wrong = operands.find((node) => !isFigure(node));
      if (wrong !== undefined) return mismatch(call, wrong, FIGURE);
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
