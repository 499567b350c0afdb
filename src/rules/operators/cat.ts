import { isLookedThrough } from '../evaluate.js';
import type { OperatorDefinition } from '../types.js';
import { applyStandard, primitives } from './json-logic.js';
import { always, ANY, variadic } from './operand.js';

/** Without a schema only: texts joined into one. */
export const cat: OperatorDefinition = {
  id: 'cat',
  group: 'text',
  arity: ANY,
  untyped: always(
    'text',
    variadic((values, context) => {
      const parts = primitives(values, context);
      const text = parts === undefined ? undefined : applyStandard('cat', parts);
      return isLookedThrough(context, text) ? text : undefined;
    }),
  ),
  instead: '`startsWith`, `endsWith` or `contains`',
};
