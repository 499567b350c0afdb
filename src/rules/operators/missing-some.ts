import { isJsonList } from '../../errors/json.js';
import { run } from '../evaluate.js';
import { mismatch } from '../typing.js';
import type { Evaluate, OperatorDefinition, RuleValue } from '../types.js';
import { missingAmong, missingNames, namedPaths, noteNames } from './missing.js';
import { TWO } from './operand.js';

const typed: Evaluate = (operands, context) => {
  const needed = run(operands[0], context);
  const missing = missingAmong(operands.slice(1), context);
  return typeof needed === 'number' && operands.length - 1 - missing.length >= needed ? [] : missing;
};

const untyped: Evaluate = (operands, context) => {
  const needed = run(operands[0], context);
  const names: RuleValue | undefined = run(operands[1], context);
  if (needed === undefined || names === undefined || !isJsonList(names)) return undefined;
  const missing = missingNames(names, context);
  return names.length - missing.length >= Number(needed) ? [] : missing;
};

/** `{"missing_some": [1, ["a", "b"]]}`: an empty list if that many have a value, else those that have none. Never unknown. */
export const missingSome: OperatorDefinition = {
  id: 'missing_some',
  group: 'absence',
  arity: TWO,
  typed: (call) => {
    const [needed] = call.operands;
    if (needed === undefined) return undefined;
    if (needed.kind !== 'literal' || typeof needed.value !== 'number')
      return mismatch(call, needed, 'the number of paths that must have a value');
    const paths = namedPaths(call.operands.slice(1), call);
    return paths === undefined ? undefined : { type: 'list', operands: [needed, ...paths], evaluate: typed };
  },
  untyped: (call) => {
    noteNames(call.operands, call);
    return { type: 'list', evaluate: untyped };
  },
};
