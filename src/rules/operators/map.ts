import { inside, run } from '../evaluate.js';
import type { OperatorDefinition } from '../types.js';
import { isList } from './json-logic.js';
import { always, TWO } from './operand.js';

/** Without a schema only. Over a missing list it is unknown; an element without a value gives null. */
export const map: OperatorDefinition = {
  id: 'map',
  group: 'list',
  arity: TWO,
  elementwise: true,
  untyped: always('list', (operands, context) => {
    const list = run(operands[0], context);
    if (list === undefined) return undefined;
    return isList(list) ? list.map((element) => run(operands[1], inside(context, element)) ?? null) : [];
  }),
  instead: '`some`, `all` or `none`',
};
