import { ClassifierError } from '../errors/classifier-error.js';
import { isEntry, type Entry } from '../facts/reading.js';
import { readMoment } from '../internal/when.js';

const DEEPEST = 12;

/** True if plain objects inherit nothing that a loop would find. */
function isObjectPrototypeClean(): boolean {
  return Object.keys(Object.prototype).length === 0;
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

/**
 * Runs over a record whose properties can be read plainly, or over undefined for what is no object.
 *
 * One check a record: plain objects are read as they are, others through a copy of what they own. So is a record in which reading throws,
 * such as one with a getter or a proxy that does: the copy holds whatever can be had without them.
 */
export function overPlainRecord<Outcome>(record: unknown, run: (plain: Entry | undefined) => Outcome): Outcome {
  const overCopy = (): Outcome => {
    const copy = ownCopy(record, 0, new Map());
    return run(isEntry(copy) ? copy : undefined);
  };
  try {
    if (!isEntry(record)) return run(undefined);
    return isReadAsItIs(record) ? run(record) : overCopy();
  } catch (error) {
    if (ClassifierError.is(error)) throw error;
    return overCopy();
  }
}

/** The id of a record's customer; undefined where it has none. */
export function customerId(record: Entry | undefined): string | undefined {
  const customer = record?.['customer'];
  const id = isEntry(customer) ? customer['id'] : undefined;
  return typeof id === 'string' && id.trim() !== '' ? id : undefined;
}
