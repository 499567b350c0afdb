// What `and` and `or` share: the first operand that decides gives the value, whatever the others; else an unknown one makes it unknown.
import { run, truthy } from '../evaluate.js';
import { allPresent, requireBoolean } from '../typing.js';
import type { Call, Checked, Evaluate, OperatorDefinition, RuleValue } from '../types.js';
import { SOME } from './operand.js';

function evaluator(decisive: boolean): Evaluate {
  return (operands, context) => {
    let last: RuleValue | undefined;
    let unknown = false;
    for (let i = 0; i < operands.length; i += 1) {
      last = run(operands[i], context);
      if (last === undefined) unknown = true;
      else if (truthy(last) === decisive) return last;
    }
    return unknown ? undefined : last;
  };
}

/** A connective of any number of operands; `decisive` is the truth of one operand that settles it. */
export function connective(id: string, decisive: boolean): OperatorDefinition {
  const evaluate = evaluator(decisive);
  return {
    id,
    group: 'connective',
    arity: SOME,
    typed: (call: Call): Checked | undefined => {
      const operands = call.operands.map((node) => requireBoolean(node, call));
      return allPresent(operands) ? { type: 'boolean', operands, evaluate } : undefined;
    },
    // JSON Logic gives the deciding operand itself, so the type is known only if all are boolean.
    untyped: (call) => ({ type: call.operands.every((node) => node.type === 'boolean') ? 'boolean' : 'any', evaluate }),
  };
}
