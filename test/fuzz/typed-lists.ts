// Lists, and the words that ask about absence, as docs/json-logic.md has them.
import type { Json } from '../../src/errors/json.js';
import { Gap, type Frame, type Meaning, type Surroundings } from './meaning.js';
import { likeAll, strict, takes, type Operators } from './typed-common.js';
import { alike, as, pathMeaning } from './typed-paths.js';
import type { Value } from './seen.js';

/** The elements of a list fitted to what they are compared with. */
export function elementsAs(list: Meaning, like: Pick<Meaning, 'kind' | 'exponent'>): Meaning {
  if (list.items === undefined) return list;
  const items = list.items.map((item) => as(item, like.kind, like.exponent));
  return { kind: 'list', items, run: (frame) => items.map((item) => item.run(frame)), logic: items.map(({ logic }) => logic) };
}

/** What the elements of a list are. */
function elementOf(list: Meaning): Pick<Meaning, 'kind' | 'exponent'> {
  if (list.kind !== 'list') throw new Gap('no list');
  if (list.items !== undefined) return list.items.find(({ literal }) => literal === undefined) ?? list.items[0] ?? { kind: 'scalar' };
  if (list.list?.element !== undefined) throw new Gap('a list of objects');
  return { kind: list.list?.values === undefined ? 'scalar' : 'text' };
}

function has(list: Value, wanted: Value): boolean | undefined {
  const elements = list as readonly (Value | undefined)[];
  if (elements.includes(wanted)) return true;
  return elements.includes(undefined) ? undefined : false;
}

export const lists: Operators = {
  in: (operands) => {
    takes(operands, 2);
    const [needle, list] = operands as readonly [Meaning, Meaning];
    if (list.kind !== 'list') throw new Gap('no list');
    const isFree = list.items !== undefined && needle.literal === undefined;
    const like = isFree ? needle : elementOf(list);
    const wanted = isFree ? needle : as(needle, like.kind, like.exponent);
    return strict('in', [wanted, elementsAs(list, like)], ([value, values]) => has(values!, value!));
  },
  contains: (operands) => {
    takes(operands, 2);
    const [container, wanted] = operands as readonly [Meaning, Meaning];
    if (container.kind === 'text') return strict('contains', [container, as(wanted, 'text')], ([text, part]) => (text as string).includes(part as string));
    const like = elementOf(container);
    return strict('contains', [elementsAs(container, like), as(wanted, like.kind, like.exponent)], ([values, value]) => has(values!, value!));
  },
  overlaps: (operands) => {
    takes(operands, 2);
    const [first, second] = operands as readonly [Meaning, Meaning];
    const kinds = [elementOf(first), elementOf(second)] as const;
    const like = first.items === undefined ? kinds[0] : kinds[1];
    return strict('overlaps', [elementsAs(first, like), elementsAs(second, like)], ([one, other]) => {
      const [a, b] = [one, other] as readonly (readonly (Value | undefined)[])[];
      if (a!.some((value) => value !== undefined && b!.includes(value))) return true;
      return a!.length > 0 && b!.length > 0 && (a!.includes(undefined) || b!.includes(undefined)) ? undefined : false;
    });
  },
};

type AbsenceOperator = (items: readonly Json[], at: Surroundings, meaningOf: (rule: Json, at: Surroundings) => Meaning) => Meaning;

/** The paths that are named in plain text, as operands or in one list. */
function named(items: readonly Json[], at: Surroundings): readonly { readonly name: string; readonly path: Meaning }[] {
  const names = items.length === 1 && Array.isArray(items[0]) ? (items[0] as readonly Json[]) : items;
  return names.map((name) => {
    if (typeof name !== 'string') throw new Gap('a computed path');
    return { name: name.replace(/^(\^\.)*/, ''), path: pathMeaning(name, at) };
  });
}

const nameLogic = ({ path }: { readonly path: Meaning }): Json => (path.logic as { readonly var: Json }).var;

/** The words that ask about absence: they read their operands themselves. */
export const absence: { readonly [id: string]: AbsenceOperator } = {
  missing: (items, at) => {
    takes(items, 1, Infinity);
    const paths = named(items, at);
    const run = (frame: Frame): readonly string[] => paths.filter(({ path }) => path.run(frame) === undefined).map(({ name }) => name);
    return { kind: 'list', run, logic: { missing: [paths.map(nameLogic)] } };
  },
  missing_some: (items, at, meaningOf) => {
    takes(items, 2);
    const [least = null, names] = items;
    const needed = meaningOf(least, at).literal;
    if (typeof needed !== 'number') throw new Gap('no number');
    const paths = named([names ?? null], at);
    const run = (frame: Frame): readonly string[] => {
      const missing = paths.filter(({ path }) => path.run(frame) === undefined).map(({ name }) => name);
      return paths.length - missing.length >= needed ? [] : missing;
    };
    return { kind: 'list', run, logic: { missing_some: [needed, paths.map(nameLogic)] } };
  },
  present: (items, at, meaningOf) => {
    takes(items, 1);
    const operand = typeof items[0] === 'string' ? pathMeaning(items[0], at) : meaningOf(items[0] ?? null, at);
    return { kind: 'boolean', run: (frame) => operand.run(frame) !== undefined, logic: { present: [operand.logic] } };
  },
  default: (items, at, meaningOf) => {
    takes(items, 2);
    const operands = alike(items.map((item) => meaningOf(item, at)));
    const [first, second] = operands as readonly [Meaning, Meaning];
    return { ...likeAll(operands), run: (frame) => first.run(frame) ?? second.run(frame), logic: { default: operands.map(({ logic }) => logic) } };
  },
};
