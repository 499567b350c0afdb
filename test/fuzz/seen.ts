// What a document says, as a schema declares it: written again for the tests, by the words of the documents alone.
import { minorOf } from './exact.js';
import { exponentOf, type Field, type Schema } from './schemas.js';

/** A value of the oracle: money is a bigint of minor units, and undefined is missing. */
export type Value = bigint | number | string | boolean | readonly (Value | undefined)[] | Seen;

/** Values by path. */
export interface Seen {
  readonly [path: string]: Value | undefined;
}

export function seen(document: unknown, schema: Schema): Seen {
  const values: { [path: string]: Value | undefined } = {};
  for (const [path, field] of Object.entries(schema)) values[path] = valueAt(at(document, path.split('.')), field);
  return values;
}

/** Own data properties of objects and lists only; what throws is not there. */
export function at(document: unknown, keys: readonly string[]): unknown {
  let value = document;
  for (const key of keys) {
    if (typeof value !== 'object' || value === null) return undefined;
    try {
      value = Object.getOwnPropertyDescriptor(value, key)?.value;
    } catch {
      return undefined;
    }
  }
  return value;
}

function finite(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

function notBlank(value: unknown): string | undefined {
  return typeof value === 'string' && /\S/.test(value) ? value : undefined;
}

function valueAt(value: unknown, field: Field): Value | undefined {
  switch (field.type) {
    case 'money':
      return amount(value, exponentOf(field));
    case 'date':
      return typeof value === 'string' && isDay(value) ? value : undefined;
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'text':
      return notBlank(value);
    case 'enum':
      return typeof value === 'string' && field.values?.includes(value) === true ? value : undefined;
    case 'list':
      return list(value, field);
    default:
      return finite(value);
  }
}

function amount(value: unknown, exponent: number): bigint | undefined {
  return minorOf(typeof value === 'object' ? { minor: at(value, ['minor']) } : value, exponent);
}

function list(value: unknown, field: Field): Value | undefined {
  try {
    if (!Array.isArray(value)) return undefined;
    const elements: (Value | undefined)[] = [];
    while (elements.length < value.length) elements.push(elementAt(at(value, [String(elements.length)]), field));
    return elements;
  } catch {
    return undefined;
  }
}

function elementAt(element: unknown, list: Field): Value | undefined {
  return list.element === undefined ? (finite(element) ?? notBlank(element)) : seen(element, list.element);
}

/** `YYYY-MM-DD`, if the calendar has that day. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text.startsWith('0000')) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}

/** The day that a literal of a rule names: a day, or its first instant in UTC or without an offset. */
export function dayOf(text: string): string | undefined {
  const [match, day = ''] = /^(\d{4}-\d\d-\d\d)(?:[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]00:?00)?)?$/.exec(text) ?? [];
  return match !== undefined && isDay(day) ? day : undefined;
}
