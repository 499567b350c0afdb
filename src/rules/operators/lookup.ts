import { keysOf } from '../document.js';
import type { OperatorDefinition } from '../types.js';
import { primitive } from './json-logic.js';
import { always, ONE } from './operand.js';
import { run, valueAt } from '../evaluate.js';

/** `var` with a path that is computed, without a schema only: what it reads cannot be known when the rule is read. */
export const lookup: OperatorDefinition = {
  id: 'var',
  group: 'choice',
  arity: ONE,
  untyped: always('any', (operands, context) => {
    const name = run(operands[0], context);
    const path = name === undefined ? undefined : primitive(name, context);
    return path === undefined ? undefined : valueAt(context.element, keysOf(String(path)), context);
  }),
};
