import { multiplyMinor } from '../decimal.js';
import { mismatch } from '../typing.js';
import type { OperatorDefinition } from '../types.js';
import { coercing, finite, kindsOf, numeric } from './arithmetic.js';
import { SOME, unary } from './operand.js';

const numbers = numeric((values) => finite(values.reduce((product, value) => product * value)));

const product = coercing('*');

/** A product of numbers, or of one amount of money and numbers: exact, then rounded to the minor unit, half to even. */
export const multiply: OperatorDefinition = {
  id: '*',
  group: 'arithmetic',
  arity: SOME,
  typed: (call) => {
    const kinds = kindsOf(call);
    if (kinds === undefined) return undefined;
    const { operands, money, field } = kinds;
    const [amount, second] = money;
    if (amount === undefined) return { type: 'number', operands, evaluate: numbers };
    if (second !== undefined) return mismatch(call, second, 'a number: money times money is no money');
    const place = operands.indexOf(amount);
    const evaluate = numeric((values) =>
      multiplyMinor(
        values[place] ?? 0,
        values.filter((_, index) => index !== place),
      ),
    );
    return { type: 'money', field, operands, evaluate };
  },
  // JSON Logic gives the product of one operand as that is, be it a list.
  untyped: (call) => (call.operands.length === 1 ? { type: 'any', evaluate: unary((value) => value) } : product()),
};
