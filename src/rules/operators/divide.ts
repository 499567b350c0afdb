import { divideMinor } from '../decimal.js';
import { mismatch } from '../typing.js';
import type { OperatorDefinition } from '../types.js';
import { coercing, finite, kindsOf, numeric } from './arithmetic.js';
import { TWO } from './operand.js';

const quotient = numeric(([first = 0, second = 0]) => finite(first / second));
const moneyByNumber = numeric(([first = 0, second = 0]) => divideMinor(first, second));

/** Number by number, money by money (a number) or money by number (money, rounded half to even). By zero it is unknown. */
export const divide: OperatorDefinition = {
  id: '/',
  group: 'arithmetic',
  arity: TWO,
  typed: (call) => {
    const kinds = kindsOf(call);
    if (kinds === undefined) return undefined;
    const { operands, money, field } = kinds;
    const [first, second] = operands;
    if (money.length !== 1) return { type: 'number', operands, evaluate: quotient };
    if (first?.type === 'money') return { type: 'money', field, operands, evaluate: moneyByNumber };
    return second === undefined ? undefined : mismatch(call, second, 'a number: a number by money means nothing');
  },
  untyped: coercing('/'),
};
