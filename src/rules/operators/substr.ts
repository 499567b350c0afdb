import type { OperatorDefinition } from '../types.js';
import { applyStandard, primitives } from './json-logic.js';
import { always, variadic } from './operand.js';

/** Without a schema only: a part of a text. */
export const substr: OperatorDefinition = {
  id: 'substr',
  group: 'text',
  arity: { min: 2, max: 3 },
  untyped: always(
    'text',
    variadic((values, context) => {
      const parts = primitives(values, context);
      return parts === undefined ? undefined : applyStandard('substr', parts);
    }),
  ),
  instead: '`startsWith`, `endsWith` or `contains`',
};
