import { isJsonList, type Json } from '../../errors/json.js';
import { inside, run } from '../evaluate.js';
import type { OperatorDefinition } from '../types.js';
import { isFixed } from './list.js';
import { always } from './operand.js';

/** What was made so far may be a blank text, and so may the elements of a list that is written out. */
const MADE = ['accumulator'];
const BOTH = ['accumulator', 'current'];

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
    const meant = isFixed(operands[0]) ? BOTH : MADE;
    return (
      list.reduce<Json>((accumulator, current) => run(operands[1], inside(context, { current, accumulator }, meant)) ?? null, initial ?? null) ??
      undefined
    );
  }),
  instead: '`some`, `all`, `none`, `min` or `max`',
};
