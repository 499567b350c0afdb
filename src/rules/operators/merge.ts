import { isJsonList } from '../../errors/json.js';
import { spend } from '../evaluate.js';
import type { OperatorDefinition } from '../types.js';
import { applyStandard } from './json-logic.js';
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
      return length > MAX_LENGTH || !spend(context, length) ? undefined : applyStandard('merge', values);
    }),
  ),
  instead: 'a list written out, or `overlaps`',
};
