import type { Json } from '../errors/json.js';
import { setOwn } from '../internal/set-own.js';
import { readMoment } from '../internal/when.js';

const DEEPEST = 12;
const NO_NAME = '__proto__';
/** Stands for what no fact can read: a function, a number that is not finite, what throws. It is there, and says nothing. */
const NOTHING: Json = Object.freeze({});

/**
 * An event as plain JSON that every fact reads as it would read the original: dates are written as instants, what is no data becomes an empty
 * object, getters are not run.
 */
export function plainEvent(value: unknown, depth = 0): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : NOTHING;
  if (typeof value !== 'object' || depth > DEEPEST) return NOTHING;
  try {
    const moment = readMoment(value);
    if (moment?.kind === 'instant') return new Date(moment.ms).toISOString();
    if (Array.isArray(value)) return Array.from({ length: value.length }, (_hole, index) => member(value, index, depth));
    const own = Object.entries(Object.getOwnPropertyDescriptors(value)).filter(([, property]) => property.enumerable === true && property.value !== undefined);
    const copy: { [name: string]: Json } = {};
    for (const [name, property] of own) if (name !== NO_NAME) setOwn(copy, name, plainEvent(property.value, depth + 1));
    return copy;
  } catch {
    return NOTHING;
  }
}

function member(list: readonly unknown[], index: number, depth: number): Json {
  const said: unknown = Object.getOwnPropertyDescriptor(list, index)?.value;
  return said === undefined ? null : plainEvent(said, depth + 1);
}
