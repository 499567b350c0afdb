// A copy of json-logic-js of the tests' own, with the words that JSON Logic lacks: the one that the sources use stays as it is.
import { createRequire } from 'node:module';
import type { Json } from '../../src/errors/json.js';
import { put, type Field, type Schema } from './schemas.js';
import type { Seen, Value } from './seen.js';

interface JsonLogic {
  readonly apply: (logic: unknown, data: unknown) => unknown;
  readonly add_operation: (name: string, code: (this: unknown, ...operands: readonly never[]) => unknown) => void;
  readonly truthy: (value: unknown) => boolean;
}

function freshCopy(): JsonLogic {
  const require = createRequire(import.meta.url);
  const path = require.resolve('json-logic-js');
  const loaded = require.cache[path];
  require.cache[path] = undefined;
  const copy = require('json-logic-js') as JsonLogic;
  require.cache[path] = loaded;
  return copy;
}

export const ownJsonLogic = freshCopy();

const words: { readonly [name: string]: (this: unknown, ...operands: readonly never[]) => unknown } = {
  between: (value: number, low: number, high: number) => low <= value && value <= high,
  before: (first: string, second: string) => first < second,
  after: (first: string, second: string) => first > second,
  startsWith: (text: string, part: string) => text.startsWith(part),
  endsWith: (text: string, part: string) => text.endsWith(part),
  contains: (container: string, wanted: string) => container.includes(wanted),
  overlaps: (first: readonly unknown[], second: readonly unknown[]) => first.some((value) => second.includes(value)),
  present: (value: unknown) => value !== null && value !== undefined,
  default: (value: unknown, otherwise: unknown) => value ?? otherwise,
  'to the minor unit': (major: number, exponent: number) => Math.round(major * 10 ** exponent) / 10 ** exponent,
  'ratio of money': (first: number, second: number, exponent: number) => Math.round(first * 10 ** exponent) / Math.round(second * 10 ** exponent),
  /** What lies around an element is under `^.` here; JSON Logic has no name for it. */
  'with surroundings'(this: unknown, list: readonly unknown[]) {
    return list.map((element) => (typeof element === 'object' ? { ...element, '^': this } : { '@': element, '^': this }));
  },
  'fuzz:odd': (value: number) => value % 2 === 1,
};
for (const [name, code] of Object.entries(words)) ownJsonLogic.add_operation(name, code);

/** A document as json-logic-js can read it, with the same values: money in major units. */
export function logicData(values: Seen, schema: Schema): { readonly [key: string]: unknown } {
  const data: { [key: string]: unknown } = {};
  for (const [path, field] of Object.entries(schema)) {
    const value = values[path];
    if (value !== undefined) put(data, path, field.type === 'list' ? listData(value, field) : plain(value, field));
  }
  return data;
}

function listData(list: Value, { element }: Field): unknown {
  return element === undefined ? list : (list as readonly Seen[]).map((each) => logicData(each, element));
}

/** A value as people write it. */
export function plain(value: Value, { exponent = 2 }: { readonly exponent?: number | undefined }): unknown {
  return typeof value === 'bigint' ? Number(value) / 10 ** exponent : value;
}

/** What json-logic-js makes of a rule. */
export function applyLogic(logic: Json, data: unknown): unknown {
  return ownJsonLogic.apply(logic, data);
}
