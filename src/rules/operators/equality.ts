// What the four equalities share: they differ in coercion (without a schema) and in which answer is true.
import { run } from '../evaluate.js';
import { fitTogether, mismatch } from '../typing.js';
import type { Call, Checked, Context, Evaluate, OperatorDefinition, RuleValue } from '../types.js';
import { applyStandard, primitive } from './json-logic.js';
import { binary, isLiteralNull, TWO } from './operand.js';

function isSame(first: RuleValue, second: RuleValue): boolean {
  return first === second;
}

/** `==` of JavaScript, as json-logic-js has it. */
function isLooselySame(first: RuleValue, second: RuleValue, context: Context): boolean | undefined {
  if (first === second) return true;
  if (typeof first === typeof second) return false;
  const values = [primitive(first, context), primitive(second, context)] as const;
  if (values[0] === undefined || values[1] === undefined) return undefined;
  return applyStandard('==', [values[0], values[1]]) === true;
}

/** Against a literal `null` the question is whether there is a value; that is never unknown. */
function absence(wanted: boolean): Evaluate {
  return (operands, context) => operands.every((operand) => run(operand, context) === undefined) === wanted;
}

function evaluator(same: (first: RuleValue, second: RuleValue, context: Context) => boolean | undefined, wanted: boolean): Evaluate {
  return binary((first, second, context) => {
    const outcome = same(first, second, context);
    return outcome === undefined ? undefined : outcome === wanted;
  });
}

/** An equality: `wanted` is what it says of equal operands, `strict` whether it keeps from coercing. */
export function equality(id: string, wanted: boolean, strict: boolean): OperatorDefinition {
  const asksAbsence: Checked = { type: 'boolean', evaluate: absence(wanted) };
  const typedEvaluate = evaluator(isSame, wanted);
  const untyped: Checked = { type: 'boolean', evaluate: strict ? typedEvaluate : evaluator(isLooselySame, wanted) };
  return {
    id,
    group: 'comparison',
    arity: TWO,
    typed: (call: Call): Checked | undefined => {
      if (call.operands.some(isLiteralNull)) return asksAbsence;
      const list = call.operands.find((node) => node.type === 'list');
      if (list !== undefined) return mismatch(call, list, 'one value: ask a list with `in`, `contains` or `overlaps`');
      const operands = fitTogether(call.operands, call)?.operands;
      return operands === undefined ? undefined : { type: 'boolean', operands, evaluate: typedEvaluate };
    },
    untyped: (call) => (call.operands.some(isLiteralNull) ? asksAbsence : untyped),
  };
}
