import { run, truthy } from '../evaluate.js';
import { allPresent, fitTogether, requireBoolean } from '../typing.js';
import type { Call, Checked, Evaluate, OperatorDefinition } from '../types.js';
import { ANY } from './operand.js';

/** The value after the first condition that is true. An unknown condition makes the whole unknown: later ones are not tried. */
const evaluate: Evaluate = (operands, context) => {
  let at = 0;
  for (; at < operands.length - 1; at += 2) {
    const condition = run(operands[at], context);
    if (condition === undefined) return undefined;
    if (truthy(condition)) return run(operands[at + 1], context);
  }
  return run(operands[at], context);
};

const isCondition = (index: number, count: number): boolean => index % 2 === 0 && index < count - 1;

function typed(call: Call): Checked | undefined {
  const count = call.operands.length;
  const conditions = call.operands.filter((_, index) => isCondition(index, count)).map((node) => requireBoolean(node, call));
  const branches = fitTogether(
    call.operands.filter((_, index) => !isCondition(index, count)),
    call,
  );
  if (branches === undefined || !allPresent(conditions)) return undefined;
  const operands = [...conditions.flatMap((condition, index) => [condition, branches.operands[index]]), branches.operands.at(-1)];
  return allPresent(operands) ? { type: branches.target.type, field: branches.target.field, operands, evaluate } : undefined;
}

export const ifThen: OperatorDefinition = {
  id: 'if',
  group: 'choice',
  // Without a value for otherwise JSON Logic gives null where no condition holds, which would be neither true nor false.
  arity: { min: 3, max: Infinity, odd: true },
  untypedArity: ANY,
  typed,
  untyped: (call) => ({
    type: call.operands.every((node) => node.type === 'boolean') && call.operands.length % 2 === 1 ? 'boolean' : 'any',
    evaluate,
  }),
};
