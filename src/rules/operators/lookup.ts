import { keysOf } from '../document.js';
import { OUTER } from '../path.js';
import type { Context, OperatorDefinition, RuleValue } from '../types.js';
import { primitive } from './json-logic.js';
import { always, ONE } from './operand.js';
import { memberOf, run } from '../evaluate.js';

/** What lies at a name that is known only now. As in a name that is written, `^.` leads out of a list operator. */
export function valueNamed(name: string, context: Context): RuleValue | undefined {
  let path = name;
  let at = context;
  while (path.startsWith(OUTER) && at.outer !== undefined) {
    path = path.slice(OUTER.length);
    at = at.outer;
  }
  return memberOf(at, path, keysOf(path), context);
}

/** `var` with a path that is computed, without a schema only: what it reads cannot be known when the rule is read. */
export const lookup: OperatorDefinition = {
  id: 'var',
  group: 'choice',
  arity: ONE,
  untyped: always('any', (operands, context) => {
    const name = run(operands[0], context);
    const path = name === undefined ? undefined : primitive(name, context);
    return path === undefined ? undefined : valueNamed(String(path), context);
  }),
};
