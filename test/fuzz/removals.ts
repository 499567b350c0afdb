// Taking facts out of a document: made absent, made null, or made something that counts as missing.
import type { Random } from './random.js';
import { wrongValue, type Field, type Schema } from './schemas.js';

/** A place of a document whose fact is taken out. */
export interface Removal {
  readonly keys: readonly string[];
  /** A value for the place that counts as missing too. */
  readonly wrong: unknown;
}

export type Manner = 'absent' | 'null' | 'wrong';

/** What is no text and no number is missing in a list of texts and numbers. */
const NO_SCALARS: readonly unknown[] = [null, undefined, Number.NaN, -Infinity, '', ' \t', true, {}, [], { minor: 5 }];

/** Some places of a complete document: whole paths, elements of lists, and what lies in elements. */
export function removalsOf(random: Random, schema: Schema, document: unknown, likely = 0.35): readonly Removal[] {
  return Object.entries(schema).flatMap(([path, field]): readonly Removal[] => {
    const keys = path.split('.');
    if (random.chance(likely)) return [{ keys, wrong: wrongValue(random, field) }];
    return field.type === 'list' ? elementRemovals(random, field, keys, at(document, keys)) : [];
  });
}

function elementRemovals(random: Random, field: Field, keys: readonly string[], list: unknown): readonly Removal[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((element: unknown, index): readonly Removal[] => {
    const place = [...keys, String(index)];
    if (random.chance(0.15)) return [{ keys: place, wrong: field.element === undefined ? random.pick(NO_SCALARS) : random.pick([null, 5, 'x', undefined, []]) }];
    if (field.element === undefined) return [];
    return removalsOf(random, field.element, element, 0.15).map((removal) => ({ keys: [...place, ...removal.keys], wrong: removal.wrong }));
  });
}

function at(document: unknown, keys: readonly string[]): unknown {
  return keys.reduce((value: unknown, key) => (value as { readonly [key: string]: unknown } | undefined)?.[key], document);
}

/** The document without the facts of those places. A list keeps its length. */
export function without(document: unknown, removals: readonly Removal[], manner: Manner): unknown {
  return withoutAll(document, removals, 0, manner);
}

/** All removals share their first keys with the value, `depth` of them. */
function withoutAll(value: unknown, removals: readonly Removal[], depth: number, manner: Manner): unknown {
  if (removals.length === 0 || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    return value.map((element: unknown, index) => {
      const inner = removals.filter(({ keys }) => keys[depth] === String(index));
      const whole = inner.find(({ keys }) => keys.length === depth + 1);
      if (whole !== undefined) return manner === 'wrong' ? whole.wrong : null;
      return withoutAll(element, inner, depth + 1, manner);
    });
  }
  const less: { [key: string]: unknown } = {};
  for (const [key, member] of Object.entries(value) as readonly (readonly [string, unknown])[]) {
    const inner = removals.filter(({ keys }) => keys[depth] === key);
    const whole = inner.find(({ keys }) => keys.length === depth + 1);
    if (whole === undefined) less[key] = withoutAll(member, inner, depth + 1, manner);
    else if (manner !== 'absent') less[key] = manner === 'null' ? null : whole.wrong;
  }
  return less;
}
