// Making a failing case smaller, one replacement at a time, as long as it fails in the same way.
import type { Json } from '../../src/errors/json.js';
import type { Case } from './case.js';
import { partAt, placesOf, withPart } from './hostile.js';

const SIMPLE: readonly Json[] = [true, false, 1, 0, 'a'];

/** Smaller rules, the smallest first: a part is replaced by one of its own parts, by a literal, or left out of its list. */
function* smallerRules(rule: Json): Generator<Json> {
  for (const place of placesOf(rule)) {
    const part = partAt(rule, place);
    if (typeof part !== 'object' || part === null) continue;
    for (const literal of SIMPLE) yield withPart(rule, place, literal);
    const size = placesOf(part).length;
    for (const inner of placesOf(part)) if (inner.length > 0 && placesOf(partAt(part, inner)).length < size) yield withPart(rule, place, partAt(part, inner));
    if (Array.isArray(part)) for (let at = 0; at < part.length; at += 1) yield withPart(rule, place, (part as readonly Json[]).filter((_, index) => index !== at));
  }
}

/** Smaller plain data: without a member, or with a smaller one. What is no plain data stays as it is. */
function* smallerData(value: unknown): Generator {
  if (typeof value !== 'object' || value === null || !isPlain(value)) return;
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at += 1) {
      yield value.filter((_, index) => index !== at);
      for (const member of smallerData(value[at])) yield value.map((other: unknown, index) => (index === at ? member : other));
    }
  } else {
    for (const [key, member] of Object.entries(value)) {
      const { [key]: _, ...rest } = value as { readonly [key: string]: unknown };
      yield rest;
      for (const smaller of smallerData(member)) yield { ...value, [key]: smaller };
    }
  }
}

function isPlain(value: object): boolean {
  try {
    return [Object.prototype, Array.prototype].includes(Object.getPrototypeOf(value) as object) && Object.values(Object.getOwnPropertyDescriptors(value)).every((property) => 'value' in property);
  } catch {
    return false;
  }
}

function* smallerCases(each: Case): Generator<Case> {
  for (let at = 0; at < each.removals.length; at += 1) yield { ...each, removals: each.removals.filter((_, index) => index !== at) };
  for (const rule of smallerRules(each.rule)) yield { ...each, rule };
  if (each.schema !== undefined) {
    const { schema } = each;
    for (const path of Object.keys(schema)) {
      const { [path]: _, ...rest } = schema;
      yield { ...each, schema: rest };
    }
  }
  for (const document of smallerData(each.document)) yield { ...each, document };
}

/** The smallest case that still fails, of those found within so many milliseconds. */
export function shrunk(each: Case, fails: (smaller: Case) => boolean, milliseconds = 20_000): Case {
  const end = performance.now() + milliseconds;
  let least = each;
  for (let isSmaller = true; isSmaller; ) {
    isSmaller = false;
    for (const smaller of smallerCases(least)) {
      if (performance.now() > end) return least;
      if (!fails(smaller)) continue;
      least = smaller;
      isSmaller = true;
      break;
    }
  }
  return least;
}
