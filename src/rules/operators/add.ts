import type { OperatorDefinition } from '../types.js';
import { additive, coercing, exact, finite, numeric } from './arithmetic.js';
import { SOME } from './operand.js';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const numbers = numeric((values) => finite(sum(values)));
const moneys = numeric((values) => exact(sum(values)));

export const add: OperatorDefinition = {
  id: '+',
  group: 'arithmetic',
  arity: SOME,
  typed: (call) => additive(call, numbers, moneys),
  untyped: coercing('+'),
};
