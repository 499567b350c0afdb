import { ClassifierError } from '../errors/classifier-error.js';
import { isEntry, type Entry } from '../facts/reading.js';
import { readMoment } from '../internal/when.js';

const DEEPEST = 12;

/** What every object inherits. */
const STANDARD_NAMES: ReadonlySet<string> = new Set([
  'constructor', 'hasOwnProperty', 'isPrototypeOf', 'propertyIsEnumerable', 'toLocaleString', 'toString', 'valueOf',
  '__proto__', '__defineGetter__', '__defineSetter__', '__lookupGetter__', '__lookupSetter__',
]);

/** True if plain objects inherit nothing else, whether a loop would find it or not. */
function isObjectPrototypeClean(): boolean {
  return Object.getOwnPropertyNames(Object.prototype).every((name) => STANDARD_NAMES.has(name));
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** The own data properties of a value, without a prototype: what a polluted or foreign prototype adds is not seen, and no getter is run. */
function ownCopy(value: unknown, depth: number, copies: Map<object, unknown>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (copies.has(value)) return copies.get(value);
  if (depth > DEEPEST) return undefined;
  try {
    if (readMoment(value) !== null) return value;
    const own: { readonly [property: string]: PropertyDescriptor } = Object.getOwnPropertyDescriptors(value);
    const copy: object = Array.isArray(value) ? [] : { __proto__: null };
    copies.set(value, copy);
    for (const [name, { enumerable, value: member }] of Object.entries(own)) {
      if (enumerable === true) Object.defineProperty(copy, name, { value: ownCopy(member, depth + 1, copies), enumerable });
    }
    return copy;
  } catch {
    return undefined;
  }
}

function isReadAsItIs(record: object): boolean {
  return isPlain(record) && isObjectPrototypeClean();
}

/** The record as it can be read plainly: itself where it is a plain object, else a copy of what it owns; undefined for what is no object. */
function plainOf(record: unknown): Entry | undefined {
  try {
    if (!isEntry(record)) return undefined;
    if (isReadAsItIs(record)) return record;
  } catch {
    // A proxy may throw at any touch.
  }
  return copyOf(record);
}

function copyOf(record: unknown): Entry | undefined {
  const copy = ownCopy(record, 0, new Map());
  return isEntry(copy) ? copy : undefined;
}

/**
 * Runs, once, over a record whose properties can be read plainly, or over undefined for what is no object.
 *
 * One check a record: plain objects are read as they are, others through a copy of what they own. What throws inside passes through: who
 * reads the record's data does so in `readSafely`.
 */
export function overPlainRecord<Outcome>(record: unknown, run: (plain: Entry | undefined) => Outcome): Outcome {
  return run(plainOf(record));
}

/**
 * Reads data of a record. Where that throws, as a getter or a proxy may, it is read again over a copy, which holds whatever can be had
 * without them. Only reading belongs in here, for it may be done twice: no scorer, no rule.
 */
export function readSafely<Read>(record: Entry, read: (record: Entry) => Read): Read {
  try {
    return read(record);
  } catch (error) {
    if (ClassifierError.is(error)) throw error;
    return read(copyOf(record) ?? {});
  }
}

/** The id of a record's customer; undefined where it has none. */
export function customerId(record: Entry | undefined): string | undefined {
  return record === undefined ? undefined : readSafely(record, statedId);
}

function statedId(record: Entry): string | undefined {
  const customer = record['customer'];
  const id = isEntry(customer) ? customer['id'] : undefined;
  return typeof id === 'string' && id.trim() !== '' ? id : undefined;
}
