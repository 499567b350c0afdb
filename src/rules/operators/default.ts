import { run } from '../evaluate.js';
import { fitTogether } from '../typing.js';
import type { Evaluate, OperatorDefinition } from '../types.js';
import { TWO } from './operand.js';

const evaluate: Evaluate = (operands, context) => run(operands[0], context) ?? run(operands[1], context);

/** `{"default": [value, otherwise]}`: the second where the first is missing or unknown. `var` with a default is the same. */
export const defaultTo: OperatorDefinition = {
  id: 'default',
  group: 'absence',
  arity: TWO,
  typed: (call) => {
    const fitted = fitTogether(call.operands, call);
    return fitted === undefined ? undefined : { type: fitted.target.type, field: fitted.target.field, operands: fitted.operands, evaluate };
  },
  untyped: (call) => ({ type: call.operands.every((node) => node.type === 'boolean') ? 'boolean' : 'any', evaluate }),
};
