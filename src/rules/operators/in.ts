import { fit, targetOf } from '../typing.js';
import type { Call, Checked, OperatorDefinition } from '../types.js';
import { applyStandard, primitive } from './json-logic.js';
import { elementTarget, fitElements, isWrittenOut, membership } from './list.js';
import { TWO } from './operand.js';

const evaluate = membership(1, () => undefined);

/** Without a schema a text may be searched too, as in json-logic-js. */
const untyped = membership(1, (text, wanted, context) => {
  if (typeof text !== 'string') return false;
  const part = primitive(wanted, context);
  return part === undefined ? undefined : applyStandard('in', [part, text]) === true;
});

function typed(call: Call): Checked | undefined {
  const [needle, container] = call.operands;
  if (needle === undefined || container === undefined) return undefined;
  if (container.type === 'text' || container.type === 'enum') {
    return void call.report('rule/in-text', container.pointer, { actual: container.type }, { suggestion: 'contains' });
  }
  const target = isWrittenOut(container) && needle.kind !== 'literal' ? targetOf(needle) : elementTarget(container, call);
  if (target === undefined) return undefined;
  const fitted = needle.kind === 'literal' || !isWrittenOut(container) ? fit(needle, target, call) : needle;
  const elements = fitElements(container, target, call);
  return fitted === undefined || elements === undefined ? undefined : { type: 'boolean', operands: [fitted, elements], evaluate };
}

/** `{"in": [value, list]}`. Not found in a list with a missing element: unknown. */
export const includedIn: OperatorDefinition = {
  id: 'in',
  group: 'list',
  arity: TWO,
  typed,
  untyped: () => ({ type: 'boolean', evaluate: untyped }),
};
