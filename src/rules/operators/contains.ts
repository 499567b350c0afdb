import { fit } from '../typing.js';
import type { OperatorDefinition, RuleValue } from '../types.js';
import { elementTarget, fitElements, membership } from './list.js';
import { TWO } from './operand.js';

/** A text in a text; capitals matter. */
const evaluate = membership(0, (text: RuleValue, part: RuleValue) =>
  typeof text === 'string' && typeof part === 'string' ? text.includes(part) : undefined,
);

/** `{"contains": [list, value]}` or `{"contains": [text, part]}`. */
export const contains: OperatorDefinition = {
  id: 'contains',
  group: 'list',
  arity: TWO,
  typed: (call) => {
    const [container, wanted] = call.operands;
    if (container === undefined || wanted === undefined) return undefined;
    const isText = container.type === 'text' || container.type === 'enum';
    const target = isText ? ({ type: 'text' } as const) : elementTarget(container, call);
    const fitted = target === undefined ? undefined : fit(wanted, target, call);
    const elements = target === undefined || isText ? container : fitElements(container, target, call);
    return fitted === undefined || elements === undefined ? undefined : { type: 'boolean', operands: [elements, fitted], evaluate };
  },
  untyped: () => ({ type: 'boolean', evaluate }),
};
