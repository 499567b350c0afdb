import type { OperatorDefinition } from '../types.js';
import { additive, coercing, exact, finite, numeric } from './arithmetic.js';

const difference = ([first = 0, second]: readonly number[]): number => (second === undefined ? -first : first - second);
const numbers = numeric((values) => finite(difference(values)));
const moneys = numeric((values) => exact(difference(values)));

/** The difference of two operands, or one operand with its sign changed. */
export const subtract: OperatorDefinition = {
  id: '-',
  group: 'arithmetic',
  arity: { min: 1, max: 2 },
  typed: (call) => additive(call, numbers, moneys),
  untyped: coercing('-'),
};
