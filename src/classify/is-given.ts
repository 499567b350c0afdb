import { hasEvents, type GivenRecord } from '../facts/given.js';
import { isBlank } from '../internal/blank.js';
import { isObject, isPrototypeEmpty } from '../rules/plain-object.js';

const PLAIN = Object.prototype;

/** True for what is no object, too: it has no members that would be read. */
function isPlainOrNone(value: unknown): boolean {
  return !isObject(value) || Object.getPrototypeOf(value) === PLAIN;
}

/**
 * True if a record gives its facts: plain objects, an id, facts, and nothing that facts would be computed from.
 *
 * Members are read before prototypes are asked for: once an engine has seen the shape of an object, it knows its prototype for nothing.
 */
export function isGiven(record: unknown): record is GivenRecord {
  if (!isObject(record)) return false;
  const { customer, facts, override } = record;
  if (!isObject(customer) || !isObject(facts) || (override ?? undefined) !== undefined || hasEvents(record)) return false;
  const { id, since, region, size, attributes } = customer;
  const { tenureDays } = facts;
  if (typeof id !== 'string' || isBlank(id) || ((since ?? undefined) !== undefined && tenureDays === undefined)) return false;
  if (Object.getPrototypeOf(record) !== PLAIN || Object.getPrototypeOf(customer) !== PLAIN || Object.getPrototypeOf(facts) !== PLAIN) return false;
  return isPlainOrNone(region) && isPlainOrNone(size) && isPlainOrNone(attributes) && isPrototypeEmpty();
}
