import { allPresent, fit } from '../typing.js';
import type { OperatorDefinition } from '../types.js';
import { coercing, finite, numeric } from './arithmetic.js';
import { TWO } from './operand.js';

const evaluate = numeric(([first = 0, second = 0]) => finite(first % second));

export const remainder: OperatorDefinition = {
  id: '%',
  group: 'arithmetic',
  arity: TWO,
  typed: (call) => {
    const operands = call.operands.map((node) => fit(node, { type: 'number' }, call));
    return allPresent(operands) ? { type: 'number', operands, evaluate } : undefined;
  },
  untyped: coercing('%'),
};
