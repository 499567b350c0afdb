import { isJsonList } from '../../errors/json.js';
import { run, spend } from '../evaluate.js';
import type { Evaluate, OperatorDefinition } from '../types.js';
import { elementsAsRead, elementTarget, fitElements, hasMissing, isFixed, isWrittenOut } from './list.js';
import { TWO } from './operand.js';

const evaluate: Evaluate = (operands, context) => {
  const first = run(operands[0], context);
  const second = run(operands[1], context);
  if (first === undefined || second === undefined || !isJsonList(first) || !isJsonList(second)) return undefined;
  if (!spend(context, first.length + second.length)) return undefined;
  const members = new Set(elementsAsRead(second, context));
  if (elementsAsRead(first, context).some((element) => element !== null && members.has(element))) return true;
  // Nothing is in an empty list, whatever a missing element may be.
  if (first.length === 0 || second.length === 0) return false;
  return hasMissing(first, isFixed(operands[0])) || hasMissing(second, isFixed(operands[1])) ? undefined : false;
};

/** `{"overlaps": [list, list]}`: whether they have an element in common. */
export const overlaps: OperatorDefinition = {
  id: 'overlaps',
  group: 'list',
  arity: TWO,
  typed: (call) => {
    const [first, second] = call.operands;
    if (first === undefined || second === undefined) return undefined;
    const targets = [elementTarget(first, call), elementTarget(second, call)];
    if (targets[0] === undefined || targets[1] === undefined) return undefined;
    const target = isWrittenOut(first) ? targets[1] : targets[0];
    const operands = [fitElements(first, target, call), fitElements(second, target, call)];
    return operands[0] === undefined || operands[1] === undefined
      ? undefined
      : { type: 'boolean', operands: [operands[0], operands[1]], evaluate };
  },
  untyped: () => ({ type: 'boolean', evaluate }),
};
