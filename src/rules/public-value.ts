import { majorOf } from '../internal/money.js';
import type { Json } from '../errors/json.js';
import { exponentOf } from './document.js';
import type { RuleNode, RuleValue } from './types.js';

/** A fact as a host writes and reads it: money in major units, a date as text, missing as null. */
export type FactValue = number | string | boolean | null | readonly (number | string)[];

/** A value of a node as people write it: money in major units. */
export function publicValue(value: RuleValue, node: RuleNode): Json {
  return node.type === 'money' && typeof value === 'number' ? majorOf(value, exponentOf(node.field)) : value;
}

/** The same as a fact: missing is null; an object is no fact. */
export function factValue(value: RuleValue | undefined, node: RuleNode): FactValue {
  return value === undefined ? null : toFact(publicValue(value, node));
}

export function toFact(value: Json): FactValue {
  if (value === null || typeof value !== 'object') return value;
  return Array.isArray(value) ? value.filter((element: Json) => typeof element === 'number' || typeof element === 'string') : null;
}
