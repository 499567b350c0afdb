import { majorOf } from '../internal/money.js';
import { isJsonList, isJsonObject, type Json } from '../errors/json.js';
import { exponentOf } from './document.js';
import type { Field, RuleNode, RuleValue } from './types.js';

/** A fact as a host writes and reads it: money in major units, a date as text, missing as null. */
export type FactValue = number | string | boolean | null | readonly (number | string)[];

/** A value of a node as people write it: money in major units, also within lists. */
export function publicValue(value: RuleValue, node: RuleNode): Json {
  if (node.kind === 'call' && node.operator.id === 'list' && isJsonList(value)) {
    return value.map((element, index) => publicMember(element, node.operands[index]));
  }
  return publicField(value, { type: node.type, field: node.field });
}

function publicMember(value: Json, node: RuleNode | undefined): Json {
  return value === null || node === undefined ? value : publicValue(value, node);
}

function publicField(value: Json, { type, field }: { readonly type: RuleNode['type']; readonly field?: Field | undefined }): Json {
  if (type === 'money' && typeof value === 'number') return majorOf(value, exponentOf(field));
  const fields = type === 'list' ? field?.element : undefined;
  return fields === undefined || !isJsonList(value) ? value : value.map((element) => publicElement(element, fields));
}

function publicElement(element: Json, fields: { readonly [name: string]: Field }): Json {
  if (!isJsonObject(element)) return element;
  return Object.fromEntries(Object.entries(element).map(([name, value]) => [name, publicField(value, { type: fields[name]?.type ?? 'any', field: fields[name] })]));
}

/** The same as a fact: missing is null; an object is no fact. */
export function factValue(value: RuleValue | undefined, node: RuleNode): FactValue {
  return value === undefined ? null : toFact(publicValue(value, node));
}

export function toFact(value: Json): FactValue {
  if (value === null || typeof value !== 'object') return value;
  return Array.isArray(value) ? value.filter((element: Json) => typeof element === 'number' || typeof element === 'string') : null;
}
