import type { IssueExtras } from '../../errors/issue.js';
import type { Json } from '../../errors/json.js';
import { fit, mismatch, replacing, targetOf } from '../typing.js';
import type { Call, Checked, OperatorDefinition, RuleNode } from '../types.js';
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
    return void call.report('rule/in-text', container.pointer, { actual: container.type }, () => searchMend(needle, container, call));
  }
  if (needle.type === 'list') return mismatch(call, needle, 'one value: whether two lists share an element asks `overlaps`', container.type === 'list' ? overlapMend(call) : {});
  const target = isWrittenOut(container) && needle.kind !== 'literal' ? targetOf(needle) : elementTarget(container, call);
  if (target === undefined) return undefined;
  const fitted = needle.kind === 'literal' || !isWrittenOut(container) ? fit(needle, target, call) : needle;
  const elements = fitElements(container, target, call);
  return fitted === undefined || elements === undefined ? undefined : { type: 'boolean', operands: [fitted, elements], evaluate };
}

/** Query builders write "the text contains" as `{"in": ["EU", {"var": "name"}]}`. */
function searchMend(needle: RuleNode, container: RuleNode, call: Call): IssueExtras {
  const part = partOf(needle, call);
  return { suggestion: 'contains', ...(part === undefined ? {} : replacing(call.pointer, { contains: [call.written(container), part] })) };
}

/** What can be looked for in a text; a number is looked for by its digits. */
function partOf(needle: RuleNode, call: Call): Json | undefined {
  if (needle.type === 'text' || needle.type === 'enum' || needle.type === 'scalar') return call.written(needle);
  const isNumber = needle.kind === 'literal' && needle.path === undefined && typeof needle.source === 'number';
  return isNumber ? String(needle.source) : undefined;
}

/** Query builders write "one of" of a list as of a single value. */
function overlapMend(call: Call): IssueExtras {
  return { suggestion: 'overlaps', ...replacing(call.pointer, { overlaps: call.operands.map(call.written) }) };
}

/** `{"in": [value, list]}`. Not found in a list with a missing element: unknown. */
export const includedIn: OperatorDefinition = {
  id: 'in',
  group: 'list',
  arity: TWO,
  typed,
  untyped: () => ({ type: 'boolean', evaluate: untyped }),
};
