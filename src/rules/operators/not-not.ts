import { truthy } from '../evaluate.js';
import { requireBoolean } from '../typing.js';
import type { OperatorDefinition } from '../types.js';
import { always, ONE, unary } from './operand.js';

const evaluate = unary(truthy);

export const notNot: OperatorDefinition = {
  id: '!!',
  group: 'connective',
  arity: ONE,
  typed: (call) => {
    const [operand] = call.operands;
    return operand === undefined || requireBoolean(operand, call) === undefined ? undefined : { type: 'boolean', evaluate };
  },
  untyped: always('boolean', evaluate),
};
