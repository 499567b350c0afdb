import { isJsonList, type Json } from '../../errors/json.js';
import { inside, run } from '../evaluate.js';
import type { OperatorDefinition } from '../types.js';
import { always } from './operand.js';

/** Without a schema only. Over a missing list it is the initial value where one is given, as with the default of `var`; else unknown. */
export const reduce: OperatorDefinition = {
  id: 'reduce',
  group: 'list',
  arity: { min: 2, max: 3 },
  elementwise: true,
  untyped: always('any', (operands, context) => {
    const list = run(operands[0], context);
    const initial = run(operands[2], context);
    if (list === undefined || !isJsonList(list)) return initial;
    return (
      list.reduce<Json>((accumulator, current) => run(operands[1], inside(context, { current, accumulator })) ?? null, initial ?? null) ??
      undefined
    );
  }),
  instead: '`some`, `all`, `none`, `min` or `max`',
};
