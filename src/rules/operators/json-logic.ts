import jsonLogic from 'json-logic-js';
import { elementsOf, isForeignList } from '../document.js';
import { spend } from '../evaluate.js';
import type { Context, RuleValue } from '../types.js';

type Standard = '==' | '+' | '-' | '*' | '/' | '%' | 'min' | 'max' | 'cat' | 'substr' | 'in';

/** The longest text that a rule may make. */
const MAX_TEXT = 1_000_000;
/** Lists within lists, deeper than anyone would write them as a text. */
const MAX_DEPTH = 100;

/**
 * A value operator as json-logic-js has it. The values are its data and the rule only names their places, so that data can never
 * run as a rule.
 */
export function applyStandard(operator: Standard, values: readonly RuleValue[]): RuleValue | undefined {
  const places = values.map((_, place) => ({ var: String(place) }));
  const logic: unknown = { [operator]: places };
  const result: unknown = jsonLogic.apply(logic as Parameters<typeof jsonLogic.apply>[0], values);
  return isKnown(result) ? result : undefined;
}

function isKnown(result: unknown): result is RuleValue {
  if (typeof result === 'number') return Number.isFinite(result);
  if (typeof result === 'string') return result.length <= MAX_TEXT;
  return typeof result === 'boolean' || (typeof result === 'object' && result !== null);
}

/**
 * A value as JavaScript coerces it, without calling anything that data may have named `toString` or `valueOf`; undefined for a list in
 * which an element is missing.
 */
export function primitive(value: RuleValue, context: Context): number | string | boolean | undefined {
  return typeof value === 'object' ? textOf(value, 0, context) : value;
}

/** The values as JavaScript coerces them; undefined if one cannot be. */
export function primitives(values: readonly RuleValue[], context: Context): readonly (number | string | boolean)[] | undefined {
  const coerced: (number | string | boolean)[] = [];
  for (const value of values) {
    const each = primitive(value, context);
    if (each === undefined) return undefined;
    coerced.push(each);
  }
  return coerced;
}

function textOf(value: unknown, depth: number, context: Context): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (!isForeignList(value)) return '[object Object]';
  const elements = depth > MAX_DEPTH ? undefined : elementsOf(value);
  if (elements === undefined || !spend(context, elements.length)) return undefined;
  const parts: string[] = [];
  let length = 0;
  for (const element of elements) {
    const part = textOf(element, depth + 1, context);
    length += part === undefined ? Infinity : part.length + 1;
    if (part === undefined || length > MAX_TEXT) return undefined;
    parts.push(part);
  }
  return parts.join(',');
}
