import { FORBIDDEN_NAMES } from '../internal/copy-json.js';
import { childPointer } from '../internal/pointer.js';
import { showValue, type IssueList } from './issue-list.js';

const MAX_DEPTH = 64;
const MAX_LIST = 1_000_000;
const MAX_VALUES = 10_000_000;

/** An object of a copied record. It has no prototype, so that nothing but its own fields is ever seen. */
export interface PlainObject {
  readonly [field: string]: unknown;
}

export function isPlainObject(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === null;
}

/**
 * Copies foreign data once, so that the original is never read again: lists, the own data fields of objects (of instances of classes too),
 * and dates of any realm. Getters are not run. What cannot be copied becomes an issue and undefined; other values are left for the schema.
 */
export function copyRecord(input: unknown, list: IssueList): unknown {
  const open: object[] = [];
  let values = 0;

  const copyList = (source: readonly unknown[], pointer: string): unknown => {
    if (source.length > MAX_LIST) return void list.add('record/list-too-long', pointer, { length: source.length, limit: MAX_LIST });
    const target: unknown[] = [];
    for (let i = 0; i < source.length && !list.isFull(); i += 1) target.push(member(source, i, pointer));
    return target;
  };

  const copyObject = (source: object, pointer: string): unknown => {
    if (Object.getOwnPropertySymbols(source).length > 0) list.add('document/not-json', pointer, { what: 'a symbol as a name' });
    const target: { [field: string]: unknown } = { __proto__: null };
    for (const key of Object.keys(source)) {
      if (list.isFull()) break;
      if (FORBIDDEN_NAMES.has(key)) list.add('document/forbidden-name', childPointer(pointer, key), { key });
      else {
        const value = member(source, key, pointer);
        if (value !== undefined) target[key] = value;
      }
    }
    return target;
  };

  const member = (source: object, key: string | number, pointer: string): unknown => {
    const property = Object.getOwnPropertyDescriptor(source, key);
    if (property === undefined) return undefined;
    if ('value' in property) return copy(property.value, pointer, key);
    return void list.add('document/accessor', childPointer(pointer, key), { key: String(key) });
  };

  const copy = (value: unknown, parent: string, key: string | number): unknown => {
    if (typeof value === 'number') return value + 0;
    if (typeof value !== 'object' || value === null) return value;
    return copyContainer(value, childPointer(parent, key));
  };

  const copyContainer = (source: object, pointer: string): unknown => {
    values += 1;
    if (values > MAX_VALUES) return void list.add('record/too-large', '', { limit: MAX_VALUES });
    if (open.length >= MAX_DEPTH) return void list.add('record/too-deep', pointer, { limit: MAX_DEPTH });
    if (open.includes(source)) return void list.add('document/cycle', pointer);
    open.push(source);
    try {
      if (Array.isArray(source)) return copyList(source, pointer);
      const date = dateOf(source);
      if (date !== null) return date;
      if (Object.prototype.toString.call(source) === '[object Object]') return copyObject(source, pointer);
      return void list.add('document/not-json', pointer, { what: Object.prototype.toString.call(source) });
    } catch {
      // A proxy may throw at any touch.
      return void list.add('record/unreadable', pointer, { field: showValue(pointer) });
    } finally {
      open.pop();
    }
  };

  return typeof input === 'object' && input !== null ? copyContainer(input, '') : input;
}

/** A copy of a Date of any realm; null for what is no Date. Plain objects are not asked, for asking throws. */
function dateOf(value: object): Date | null {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null || Object.getPrototypeOf(prototype) === null) return null;
  try {
    return new Date(Date.prototype.getTime.call(value));
  } catch {
    return null;
  }
}
