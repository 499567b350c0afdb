import type { Json } from '../../errors/json.js';
import { inside, run, truthy } from '../evaluate.js';
import type { OperatorDefinition } from '../types.js';
import { isList } from './json-logic.js';
import { always, TWO } from './operand.js';

/** Without a schema only. Unknown over a missing list, and if it is unknown of an element whether it stays. */
export const filter: OperatorDefinition = {
  id: 'filter',
  group: 'list',
  arity: TWO,
  elementwise: true,
  untyped: always('list', (operands, context) => {
    const list = run(operands[0], context);
    if (list === undefined) return undefined;
    const kept: Json[] = [];
    for (const element of isList(list) ? list : []) {
      const outcome = run(operands[1], inside(context, element));
      if (outcome === undefined) return undefined;
      if (truthy(outcome)) kept.push(element);
    }
    return kept;
  }),
  instead: '`some`, `all` or `none`',
};
