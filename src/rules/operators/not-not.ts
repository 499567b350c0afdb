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
    // Of what is no condition `!!` asks whether it is there: the mend takes the place of the whole.
    return operand === undefined || requireBoolean(operand, call, call.pointer) === undefined ? undefined : { type: 'boolean', evaluate };
  },
  untyped: always('boolean', evaluate),
};
