import type { Fix, IssueExtras } from '../errors/issue.js';
import type { Json } from '../errors/json.js';
import { suggestName } from '../internal/closest.js';
import { shiftDecimal } from '../internal/decimal.js';
import { readMinor } from '../internal/money.js';
import { exponentOf } from './document.js';
import { dayOfText, meaningOf, numberOfText } from './literals.js';
import type { Call, Field, LiteralNode, NodeType, RuleNode } from './types.js';

/** What an operand must be: a type, or the type of another operand. */
export interface Target {
  readonly type: NodeType;
  readonly field?: Field | undefined;
  readonly path?: string | undefined;
}

/** A number as anyone would type it, so that its text can be meant. */
const DIGITS = /^-?\d+(?:\.\d+)?$/;

/** Types that are compared and reckoned with as numbers. */
export function isNumeric(type: NodeType): boolean {
  return type === 'number' || type === 'ratio' || type === 'count' || type === 'days';
}

/** Types with an order: no `<` on text or enum. */
export function isOrdered(type: NodeType): boolean {
  return isNumeric(type) || type === 'money' || type === 'date';
}

function isText(type: NodeType): boolean {
  return type === 'text' || type === 'enum';
}

export function mismatch(call: Call, node: RuleNode, expected: string, mend: IssueExtras = {}): undefined {
  return void call.report('rule/type-mismatch', node.pointer, { operator: call.operator, actual: nameOf(node), expected }, mend);
}

function nameOf(node: RuleNode): string {
  return node.type === 'scalar' ? 'an element of text or number' : node.type;
}

/** The operand as the target's type; undefined after a report. A literal becomes what is needed: a day, minor units, a value of the enum. */
export function fit(node: RuleNode, target: Target, call: Call): RuleNode | undefined {
  if (node.type === 'null') return void call.report('rule/null-literal', node.pointer);
  if (node.type === 'scalar') return fitScalar(node, target, call);
  if (node.kind === 'literal') return fitLiteral(node, target, call);
  if (target.type === 'money' && node.type === 'money') {
    return exponentOf(node.field) === exponentOf(target.field) ? node : mismatch(call, node, 'money of the same currency');
  }
  if (isSameKind(node.type, target.type)) return node;
  return mismatch(call, node, target.type);
}

/** True for types whose values may stand beside each other. */
export function isSameKind(a: NodeType, b: NodeType): boolean {
  if (b === 'scalar') return isNumeric(a) || isText(a) || a === 'date';
  return a === b || (isNumeric(a) && isNumeric(b)) || (isText(a) && isText(b));
}

function fitScalar(node: RuleNode, target: Target, call: Call): RuleNode | undefined {
  if (target.type === 'scalar') return node;
  if (isNumeric(target.type)) return { ...node, type: 'number' };
  if (isText(target.type)) return { ...node, type: 'text' };
  return mismatch(call, node, target.type);
}

function fitLiteral(node: LiteralNode, target: Target, call: Call): RuleNode | undefined {
  const { source } = node;
  if (isNumeric(target.type)) {
    if (typeof source === 'number') return plausible(node, source, target, call);
    return typeof source === 'string' ? refuseText(node, source, target, call) : mismatch(call, node, target.type);
  }
  switch (target.type) {
    case 'money':
      if (typeof source === 'number') return fitMoney(node, source, target, call);
      return typeof source === 'string' ? refuseText(node, source, target, call) : mismatch(call, node, 'money in major units');
    case 'date':
      return typeof source === 'string' ? fitDate(node, source, call) : mismatch(call, node, 'a date as `YYYY-MM-DD`');
    case 'enum':
      if (typeof source === 'number') return refuseNumber(node, source, target, call);
      return typeof source === 'string' ? fitValue(node, source, target, call) : mismatch(call, node, 'a text');
    case 'text':
      if (typeof source === 'number') return refuseNumber(node, source, target, call);
      return typeof source === 'string' ? node : mismatch(call, node, 'a text');
    case 'boolean':
      return node.type === 'boolean' ? node : refuseAsBoolean(node, call);
    case 'scalar':
      return typeof source === 'string' || typeof source === 'number' ? node : mismatch(call, node, 'a text or a number');
    default:
      return node.type === target.type ? node : mismatch(call, node, target.type);
  }
}

function refuseText(node: LiteralNode, text: string, target: Target, call: Call): undefined {
  const number = numberOfText(text);
  if (number === undefined) return mismatch(call, node, target.type === 'money' ? 'money in major units' : 'a number');
  const isAmount = target.type !== 'money' || typeof readMinor(number, exponentOf(target.field)) === 'number';
  const mend = isAmount ? literalMend(node, number) : { suggestion: String(number) };
  return void call.report('rule/number-as-text', node.pointer, { value: text }, mend);
}

/** A number that stands for a text, as query builders write the text `007` or `2026`; a value of an enum only if it is one. */
function refuseNumber(node: LiteralNode, number: number, target: Target, call: Call): undefined {
  const text = String(number);
  const values = target.type === 'enum' ? target.field?.values : undefined;
  const isMeant = DIGITS.test(text) && (values?.includes(text) ?? true);
  return mismatch(call, node, 'a text', isMeant ? literalMend(node, text) : {});
}

/** `true` and `false` as text, as an input of a form gives them. */
function refuseAsBoolean(node: LiteralNode, call: Call): undefined {
  const isMeant = node.source === 'true' || node.source === 'false';
  return mismatch(call, node, 'boolean', isMeant ? literalMend(node, node.source === 'true') : {});
}

/** Another literal in place of this one. A parameter is not written here, so that there is nothing to replace. */
function literalMend(node: LiteralNode, value: number | string | boolean): IssueExtras {
  return { suggestion: String(value), ...(node.path === undefined ? replacing(node.pointer, value) : {}) };
}

/** The mend that puts a value in the place of what is written. */
export function replacing(path: string, value: Json): { readonly fix: readonly [Fix] } {
  return { fix: [{ op: 'replace', path, value }] };
}

function fitMoney(node: LiteralNode, major: number, target: Target, call: Call): RuleNode | undefined {
  const digits = exponentOf(target.field);
  const minor = readMinor(major, digits);
  if (typeof minor === 'number') {
    plausible(node, major, target, call);
    return { ...node, type: 'money', value: minor, field: { type: 'money', exponent: digits } };
  }
  const code = minor === 'excess-precision' ? 'rule/money-precision' : 'rule/money-too-large';
  return void call.report(code, node.pointer, { value: major, digits });
}

function fitDate(node: LiteralNode, text: string, call: Call): RuleNode | undefined {
  const day = dayOfText(text);
  if (day === undefined) return void call.report('rule/not-a-date', node.pointer, { value: text });
  return { ...node, type: 'date', value: day, source: day };
}

function fitValue(node: LiteralNode, text: string, target: Target, call: Call): RuleNode | undefined {
  const values = target.field?.values;
  if (values === undefined || values.includes(text)) return { ...node, type: 'enum', field: target.field };
  const params = { path: target.path ?? call.operator, value: text, values };
  return void call.report('rule/unknown-value', node.pointer, params, () => {
    const closest = suggestName(text, values);
    const isOne = closest !== undefined && values.includes(closest);
    return isOne ? literalMend(node, closest) : { suggestion: closest };
  });
}

/** Warns of a number that the other operand can hardly ever be: most often a percentage for a ratio. */
function plausible(node: LiteralNode, value: number, target: Target, call: Call): RuleNode {
  const { field } = target;
  const { min, max } = { min: field?.min, max: field?.max };
  const outside = (min !== undefined && value < min) || (max !== undefined && value > max);
  if (outside && target.path !== undefined) {
    const hundredth = shiftDecimal(value, -2);
    const meant =
      target.type === 'ratio' && (min === undefined || hundredth >= min) && (max === undefined || hundredth <= max) ? hundredth : undefined;
    const params = { value, meaning: meaningOf(value, target.type), path: target.path, min: min ?? '-∞', max: max ?? '∞' };
    const mend = meant === undefined ? {} : literalMend(node, meant);
    call.report('rule/implausible-threshold', node.pointer, params, { severity: 'warning', ...mend });
  }
  return node;
}

/** What other operands have to be beside this one. Only a path has a plausible range, also one with a default: a computed value has none. */
export function targetOf(node: RuleNode): Target {
  const named = node.kind === 'call' && node.operator.id === 'default' ? node.operands[0] : node;
  const isPath = named?.kind === 'path' || named?.kind === 'element';
  return { type: node.type, field: node.field, path: isPath ? named.path : undefined };
}

/** The operands as one kind: literals follow what they stand beside. Undefined after a report. */
export function fitTogether(
  operands: readonly RuleNode[],
  call: Call,
): { readonly operands: readonly RuleNode[]; readonly target: Target } | undefined {
  const lead =
    operands.find((node) => node.kind !== 'literal' && node.type !== 'scalar') ??
    operands.find((node) => node.kind === 'literal' && node.type !== 'null') ??
    operands[0];
  if (lead === undefined) return undefined;
  const target = targetOf(lead);
  const fitted = operands.map((node) => (node === lead ? node : fit(node, target, call)));
  return allPresent(fitted) ? { operands: fitted, target } : undefined;
}

export function allPresent<T>(items: readonly (T | undefined)[]): items is readonly T[] {
  return items.every((item) => item !== undefined);
}

/** Reports an operand that is not boolean: there is no truthiness against a schema. `place` is what the mend replaces. */
export function requireBoolean(node: RuleNode, call: Call, place = node.pointer): RuleNode | undefined {
  if (node.type === 'boolean') return node;
  return void call.report('rule/not-boolean', node.pointer, { actual: nameOf(node) }, () => presenceMend(node, call.written, place));
}

/** What truthiness asks of a path: whether there is a value, and of a list whether it has an element. Query builders say "is not empty". */
export function presenceMend(node: RuleNode, written: Call['written'], place = node.pointer): IssueExtras {
  if (node.kind !== 'path' && node.kind !== 'element') return {};
  if (node.type === 'list') return { suggestion: 'some', ...replacing(place, { some: [written(node), true] }) };
  return { suggestion: 'present', ...replacing(place, { present: written(node) }) };
}
