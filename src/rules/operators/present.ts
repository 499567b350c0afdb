import { run } from '../evaluate.js';
import type { Call, Checked, Evaluate, OperatorDefinition } from '../types.js';
import { ONE } from './operand.js';

const evaluate: Evaluate = (operands, context) => run(operands[0], context) !== undefined;

function check(call: Call): Checked | undefined {
  const [operand] = call.operands;
  // The text of a parameter is a value, not a name.
  if (operand?.kind !== 'literal' || typeof operand.value !== 'string' || operand.path !== undefined) return { type: 'boolean', evaluate };
  // A plain text names a path, as in `missing`.
  const path = call.resolve(operand.value, operand.pointer);
  return path === undefined ? undefined : { type: 'boolean', operands: [path], evaluate };
}

/** `{"present": {"var": "x"}}` or `{"present": "x"}`: whether there is a value. Never unknown. */
export const present: OperatorDefinition = {
  id: 'present',
  group: 'absence',
  arity: ONE,
  typed: check,
  untyped: (call) => check(call) ?? { type: 'boolean', evaluate },
};
