import { isJsonList, type Json } from '../../errors/json.js';
import { spend } from '../evaluate.js';
import type { OperatorDefinition } from '../types.js';
import { always, ANY, variadic } from './operand.js';

/** The longest list that a rule may make. */
const MAX_LENGTH = 100_000;

/** Without a schema only: the elements of lists, and single values, as one list. */
export const merge: OperatorDefinition = {
  id: 'merge',
  group: 'list',
  arity: ANY,
  untyped: always(
    'list',
    variadic((values, context) => {
      const length = values.reduce<number>((total, value) => total + (isJsonList(value) ? value.length : 1), 0);
      if (length > MAX_LENGTH || !spend(context, length)) return undefined;
      return values.flatMap<Json>((value) => (isJsonList(value) ? value : [value]));
    }),
  ),
  instead: 'a list written out, or `overlaps`',
};
