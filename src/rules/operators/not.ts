import { truthy } from '../evaluate.js';
import { requireBoolean } from '../typing.js';
import type { OperatorDefinition } from '../types.js';
import { always, ONE, unary } from './operand.js';

const evaluate = unary((value) => !truthy(value));

export const not: OperatorDefinition = {
  id: '!',
  group: 'connective',
  arity: ONE,
  typed: (call) => {
    const [operand] = call.operands;
    // The classic way to ask that nothing is missing: `{"!": {"missing": […]}}`.
    const asksMissing = operand?.kind === 'call' && operand.operator.group === 'absence' && operand.type === 'list';
    if (operand === undefined || (!asksMissing && requireBoolean(operand, call) === undefined)) return undefined;
    return { type: 'boolean', evaluate };
  },
  untyped: always('boolean', evaluate),
};
