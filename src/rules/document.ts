import { isBlank } from '../internal/blank.js';
import { MAX_DEPTH } from '../internal/limits.js';
import { readMinor } from '../internal/money.js';
import type { Json } from '../errors/json.js';
import { isDay } from './literals.js';
import type { Field, RuleValue } from './types.js';

const DEFAULT_EXPONENT = 2;
/** The longest list of a document that is read: a longer one is an accident. */
const MAX_LIST = 1_000_000;

export function exponentOf(field: Field | undefined): number {
  return field?.exponent ?? DEFAULT_EXPONENT;
}

/** Minor units to one of what is written, for money in major units; 0 for what is no money. */
export function scaleOf(field: Field | undefined): number {
  return field?.type === 'money' ? 10 ** exponentOf(field) : 0;
}

/** The keys of a path. Of one that goes deeper than anything is read there is one key too many, so that nothing lies at it. */
export function keysOf(path: string): readonly string[] {
  return path === '' ? [] : path.split('.', MAX_DEPTH + 1);
}

/** What lies at the keys, by own data properties only: nothing inherited is seen and no getter is run. What throws is not there. */
export function ownValue(document: unknown, keys: readonly string[]): unknown {
  if (keys.length > MAX_DEPTH) return undefined;
  let value = document;
  for (const key of keys) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = ownMember(value, key);
  }
  return value;
}

function ownMember(value: object, key: string | number): unknown {
  try {
    return Object.getOwnPropertyDescriptor(value, key)?.value;
  } catch {
    // A proxy may throw at any touch.
    return undefined;
  }
}

/** A value of foreign data as the engine knows it; null, absent, blank text, what is not finite and what is not JSON are missing. */
export function known(value: unknown): RuleValue | undefined {
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value) ? value : undefined;
    case 'string':
      return isBlank(value) ? undefined : value;
    case 'boolean':
      return value;
    case 'object':
      return isContainer(value) ? value : undefined;
    default:
      return undefined;
  }
}

/** Whether a value is a list; a proxy may throw even when that is asked. */
export function isForeignList(value: unknown): value is readonly unknown[] {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}

/** A list or an object of any realm that is no instance of a class. Its members are looked at only when they are read. */
function isContainer(value: object | null): value is Exclude<RuleValue, number | string | boolean> {
  if (value === null) return false;
  try {
    if (Array.isArray(value)) return true;
    const prototype: unknown = Object.getPrototypeOf(value);
    return prototype === null || Object.getPrototypeOf(prototype) === null;
  } catch {
    return false;
  }
}

/** A value of a document as its field declares it; a value of another type is missing, and so is one that throws when it is read. */
export function readField(value: unknown, field: Field): RuleValue | undefined {
  if (typeof value !== 'object') return readTyped(value, field);
  try {
    return readTyped(value, field);
  } catch {
    return undefined;
  }
}

function readTyped(value: unknown, field: Field): RuleValue | undefined {
  switch (field.type) {
    case 'money':
      return readMoney(value, field);
    case 'date':
      return readDate(value);
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'text':
      return typeof value === 'string' ? known(value) : undefined;
    case 'enum':
      return typeof value === 'string' && (field.values === undefined || field.values.includes(value)) ? known(value) : undefined;
    case 'list':
      return Array.isArray(value) ? readList(value, field) : undefined;
    default:
      return typeof value === 'number' ? known(value) : undefined;
  }
}

function readMoney(value: unknown, field: Field): number | undefined {
  const minor = readMinor(value, exponentOf(field));
  return typeof minor === 'number' ? minor : undefined;
}

/** A day. An instant is none: which day it falls on depends on a time zone. */
function readDate(value: unknown): string | undefined {
  return typeof value === 'string' && isDay(value) ? value : undefined;
}

function readList(list: readonly unknown[], field: Field): RuleValue | undefined {
  return elementsOf(list)?.map((element) => readElement(element, field));
}

/**
 * The elements of a list of foreign data by their places, each read once: no getter is run, whatever the list says of its iteration. One
 * that is too long, or throws when it is read, has none.
 */
export function elementsOf(list: readonly unknown[]): readonly unknown[] | undefined {
  try {
    const { length } = list;
    return length <= MAX_LIST ? Array.from({ length }, (_, place) => ownMember(list, place)) : undefined;
  } catch {
    return undefined;
  }
}

function readElement(element: unknown, list: Field): Json {
  if (list.element === undefined) return typeof element === 'number' || typeof element === 'string' ? (known(element) ?? null) : null;
  const members = Object.entries(list.element).map(
    ([name, field]) => [name, readField(ownValue(element, keysOf(name)), field) ?? null] as const,
  );
  return Object.fromEntries(members);
}
