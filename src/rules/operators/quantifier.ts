// What `some`, `all` and `none` share: a condition asked of each element of a list.
import { isJsonList } from '../../errors/json.js';
import { inside, isSpent, run, truthy } from '../evaluate.js';
import { isNumeric, mismatch, requireBoolean } from '../typing.js';
import type { Call, Checked, Context, Evaluate, OperatorDefinition, RuleNode } from '../types.js';
import { isWrittenOut, meantOf } from './list.js';
import { TWO } from './operand.js';

function isScalar({ type }: RuleNode): boolean {
  return isNumeric(type) || type === 'text' || type === 'enum' || type === 'date' || type === 'scalar';
}

/** Where the elements are asked, and what of them may be a blank text. */
export interface Asked {
  readonly context: Context;
  readonly meant: readonly string[] | undefined;
}

/** True if one element is; else unknown if one is unknown; else false. */
export function anyElement(
  elements: readonly unknown[],
  condition: RuleNode | undefined,
  wanted: boolean,
  { context, meant }: Asked,
): boolean | undefined {
  let unknown = false;
  for (const element of elements) {
    const outcome = run(condition, inside(context, element, meant));
    if (outcome === undefined) {
      if (isSpent(context)) return undefined;
      unknown = true;
    } else if (truthy(outcome) === wanted) return true;
  }
  return unknown ? undefined : false;
}

/** A list operator; `decide` gets the elements, of which without a schema there are none where there is no list. */
export function quantifier(
  id: string,
  decide: (elements: readonly unknown[], condition: RuleNode | undefined, asked: Asked) => boolean | undefined,
): OperatorDefinition {
  const evaluate: Evaluate = (operands, context) => {
    const list = run(operands[0], context);
    return list === undefined ? undefined : decide(isJsonList(list) ? list : [], operands[1], { context, meant: meantOf(operands[0]) });
  };
  const typed = (call: Call): Checked | undefined => {
    const [elements, condition] = call.operands;
    if (elements === undefined || condition === undefined) return undefined;
    if (elements.type !== 'list') return mismatch(call, elements, 'a list');
    const wrong = isWrittenOut(elements) ? elements.operands.find((element) => !isScalar(element)) : undefined;
    if (wrong !== undefined) return mismatch(call, wrong, 'a text or a number');
    return requireBoolean(condition, call) === undefined ? undefined : { type: 'boolean', evaluate };
  };
  return { id, group: 'list', arity: TWO, elementwise: true, typed, untyped: () => ({ type: 'boolean', evaluate }) };
}
