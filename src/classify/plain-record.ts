import { isEntry, type Entry } from '../facts/reading.js';

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
function ownCopy(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return value;
  if (Array.isArray(value)) return value.map((element: unknown) => ownCopy(element, depth + 1));
  const own = Object.getOwnPropertyDescriptors(value);
  const names = Object.keys(own);
  if (names.length === 0) return value;
  const copy: { [property: string]: unknown } = Object.create(null) as { [property: string]: unknown };
  for (const name of names) copy[name] = ownCopy(own[name]?.value, depth + 1);
  return copy;
}

/**
 * A record whose properties can be read plainly; undefined for what is no object.
 * One check a record: plain objects are read as they are, others through a copy of what they own.
 */
export function plainRecord(record: unknown): Entry | undefined {
  if (!isEntry(record)) return undefined;
  const copy: unknown = isPlain(record) && isObjectPrototypeClean() ? record : ownCopy(record, 0);
  return isEntry(copy) ? copy : undefined;
}

/** The id of a record's customer; undefined where it has none. */
export function customerId(record: Entry | undefined): string | undefined {
  const customer = record?.['customer'];
  const id = isEntry(customer) ? customer['id'] : undefined;
  return typeof id === 'string' && id.trim() !== '' ? id : undefined;
}
