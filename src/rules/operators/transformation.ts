// What `map` and `filter` share: without a schema only, a list made of a list.
import { isJsonList, type Json } from '../../errors/json.js';
import { inside, run } from '../evaluate.js';
import type { OperatorDefinition, RuleValue } from '../types.js';
import { meantOf } from './list.js';
import { always, TWO } from './operand.js';

/** Over a missing list it is unknown, over what is no list it is empty. `of` gives the value of the second operand for an element. */
export function transformation(
  id: string,
  make: (elements: readonly Json[], of: (element: Json) => RuleValue | undefined) => RuleValue | undefined,
): OperatorDefinition {
  return {
    id,
    group: 'list',
    arity: TWO,
    elementwise: true,
    untyped: always('list', (operands, context) => {
      const list = run(operands[0], context);
      if (list === undefined) return undefined;
      const meant = meantOf(operands[0]);
      return isJsonList(list) ? make(list, (element) => run(operands[1], inside(context, element, meant))) : [];
    }),
    instead: '`some`, `all` or `none`',
  };
}
