// What the operators of arithmetic share: which types they take, and numbers as json-logic-js reckons them.
import { exponentOf } from '../document.js';
import { fit, isNumeric, mismatch } from '../typing.js';
import type { Call, Checked, Evaluate, Field, NodeType, RuleNode, RuleValue } from '../types.js';
import { applyStandard, primitives } from './json-logic.js';
import { variadic } from './operand.js';

export type Arithmetic = '+' | '-' | '*' | '/' | '%' | 'min' | 'max';

/** A result that is not finite is unknown. */
export function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}

/** Sums of money beyond exact integers are unknown. */
export function exact(minor: number): number | undefined {
  return Number.isSafeInteger(minor) ? minor : undefined;
}

/** Evaluates with numbers, which is what the check made sure of. */
export function numeric(compute: (values: readonly number[]) => number | undefined): Evaluate {
  return variadic((values) => (values.every(isNumber) ? compute(values) : undefined));
}

function isNumber(value: RuleValue): value is number {
  return typeof value === 'number';
}

/** The check without a schema: json-logic-js with its coercions. */
export function coercing(operator: Arithmetic): () => Checked {
  const evaluate = variadic((values, context) => {
    const coerced = primitives(values, context);
    return coerced === undefined ? undefined : applyStandard(operator, coerced);
  });
  return () => ({ type: 'number', evaluate });
}

export interface Kinds {
  readonly operands: readonly RuleNode[];
  readonly money: readonly RuleNode[];
  /** The type of money, if there is money. */
  readonly field: Field | undefined;
}

/** The operands as numbers and money; undefined after a report. */
export function kindsOf(call: Call): Kinds | undefined {
  const operands: RuleNode[] = [];
  const money: RuleNode[] = [];
  for (const node of call.operands) {
    if (node.type === 'money') money.push(node);
    const fitted = node.type === 'money' ? node : fit(node, { type: 'number' }, call);
    if (fitted === undefined) continue;
    operands.push(fitted);
  }
  if (operands.length < call.operands.length) return undefined;
  const field: Field | undefined = money[0] === undefined ? undefined : { type: 'money', exponent: exponentOf(money[0].field) };
  const other = money.find((node) => exponentOf(node.field) !== field?.exponent);
  return other === undefined ? { operands, money, field } : mismatch(call, other, 'money of the same currency');
}

const NO_NUMBER = 'money: money and numbers do not add up';

/** A sum or difference is of numbers or of money, never of both. */
export function additive(call: Call, numbers: Evaluate, moneys: Evaluate): Checked | undefined {
  const text = call.operands.find((node) => node.type === 'text');
  // A number that is written as text would be no money either without its quotes.
  if (text !== undefined && call.operands.some((node) => node.type === 'money')) return mismatch(call, text, NO_NUMBER);
  const kinds = kindsOf(call);
  if (kinds === undefined) return undefined;
  const { operands, money, field } = kinds;
  if (money.length === 0) return { type: commonType(operands), operands, evaluate: numbers };
  const number = operands.find((node) => node.type !== 'money');
  return number === undefined
    ? { type: 'money', field, operands, evaluate: moneys }
    : mismatch(call, number, NO_NUMBER);
}

/** Days and days are days; anything mixed is a plain number. */
function commonType(operands: readonly RuleNode[]): NodeType {
  const type = operands.find((node) => node.kind !== 'literal')?.type ?? 'number';
  return isNumeric(type) && operands.every((node) => node.kind === 'literal' || node.type === type) ? type : 'number';
}
