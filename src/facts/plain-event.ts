import type { Json } from '../errors/json.js';
import { setOwn } from '../internal/set-own.js';
import { readMoment } from '../internal/when.js';

const DEEPEST = 12;
const NO_NAME = '__proto__';
/** Stands for what no fact can read: a function, a number that is not finite, what throws. It is there, and says nothing. */
const NOTHING: Json = Object.freeze({});

/**
 * An event as plain JSON that every fact reads as it would read the original: dates are written as instants, what is no data becomes an empty
 * object.
 */
export function plainEvent(value: unknown, depth = 0): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : NOTHING;
  if (typeof value !== 'object' || depth > DEEPEST) return NOTHING;
  try {
    const moment = readMoment(value);
    if (moment?.kind === 'instant') return new Date(moment.ms).toISOString();
    if (Array.isArray(value)) return Array.from(value, (said: unknown) => (said === undefined ? null : plainEvent(said, depth + 1)));
    const copy: { [name: string]: Json } = {};
    const entry: { readonly [name: string]: unknown } = { ...value };
    for (const name of Object.keys(entry)) {
      const said = entry[name];
      if (said !== undefined && name !== NO_NAME) setOwn(copy, name, plainEvent(said, depth + 1));
    }
    return copy;
  } catch {
    return NOTHING;
  }
}
