// What a rule of a policy means: a second, independent reading of docs/json-logic.md. Three-valued, with exact money, over rules that are
// well typed. Beside the meaning it makes the same rule in the words of json-logic-js.
import type { Json } from '../../src/errors/json.js';
import { Gap, type Frame, type Meaning, type Surroundings } from './meaning.js';
import { arithmetic } from './typed-arithmetic.js';
import { absence, elementsAs, lists } from './typed-lists.js';
import { choices, comparisons, connectives, texts } from './typed-operators.js';
import { fixed, pathMeaning } from './typed-paths.js';
import type { Schema } from './schemas.js';
import { seen, type Seen, type Value } from './seen.js';

type Operator = (operands: readonly Meaning[], id: string) => Meaning;

const OPERATORS: { readonly [id: string]: Operator } = { ...connectives, ...comparisons, ...arithmetic, ...texts, ...choices, ...lists };

const QUANTIFIERS: readonly string[] = ['some', 'all', 'none'];

export function meaningOf(rule: Json, at: Surroundings): Meaning {
  if (typeof rule !== 'object' || rule === null) return fixed(rule);
  if (Array.isArray(rule)) return written(rule.map((item: Json) => meaningOf(item, at)));
  const [id = '', ...others] = Object.keys(rule);
  const body = (rule as { readonly [id: string]: Json })[id] ?? null;
  const items: readonly Json[] = Array.isArray(body) ? body : [body];
  if (others.length > 0) throw new Gap('two keys');
  if (id === 'var') return variable(items, at);
  if (QUANTIFIERS.includes(id)) return quantifier(id, items, at);
  if (Object.hasOwn(absence, id)) return absence[id]!(items, at, meaningOf);
  const operator = OPERATORS[id];
  if (operator === undefined) throw new Gap(`operator ${id}`);
  return operator(items.map((item) => meaningOf(item, at)), id);
}

function written(items: readonly Meaning[]): Meaning {
  return { kind: 'list', items, run: (frame) => items.map((item) => item.run(frame)), logic: items.map(({ logic }) => logic) };
}

function variable([name = null, otherwise = null]: readonly Json[], at: Surroundings): Meaning {
  if (typeof name === 'object' && name !== null) throw new Gap('a computed path');
  const path = pathMeaning(String(name ?? ''), at);
  return otherwise === null ? path : absence['default']!([{ var: name }, otherwise], at, meaningOf);
}

/** Of the elements: true if one is so; else unknown if one is unknown. */
function anyIs(elements: readonly (Value | undefined)[], wanted: boolean, condition: Meaning, outer: Frame): boolean | undefined {
  let isUnknown = false;
  for (const value of elements) {
    const outcome = condition.run({ value, outer, notes: outer.notes });
    if (outcome === wanted) return true;
    if (outcome === undefined) isUnknown = true;
  }
  return isUnknown ? undefined : false;
}

function quantifier(id: string, [first = null, second = null]: readonly Json[], at: Surroundings): Meaning {
  const list = elementsAs(meaningOf(first, at), { kind: 'scalar' });
  if (list.kind !== 'list') throw new Gap('no list');
  const condition = meaningOf(second, { list: list.list ?? { type: 'list' }, outer: at, schema: at.schema });
  if (condition.kind !== 'boolean') throw new Gap('no condition');
  const run = (frame: Frame): boolean | undefined => {
    const elements = list.run(frame);
    if (!Array.isArray(elements)) return undefined;
    if (id === 'all') {
      const refuted = elements.length === 0 || anyIs(elements, false, condition, frame);
      return refuted === undefined ? undefined : !refuted;
    }
    const found = anyIs(elements, true, condition, frame);
    return found === undefined ? undefined : found === (id === 'some');
  };
  return { kind: 'boolean', run, logic: { [id]: [{ 'with surroundings': [list.logic] }, condition.logic] } };
}

/** What the oracle found on the way: where one of these holds, json-logic-js may say something else on purpose. */
export interface Notes {
  /** Something was missing. */
  missing: boolean;
  /** Something was not finite, of another type than was asked for, or so near a tie that doubles could round it otherwise. */
  odd: boolean;
}

export interface Answer extends Readonly<Notes> {
  readonly value: Value | undefined;
}

export interface Oracle {
  readonly meaning: Meaning;
  readonly ask: (document: unknown) => Answer;
  readonly see: (document: unknown) => Seen;
}

export function typedOracle(rule: Json, schema: Schema): Oracle {
  const meaning = meaningOf(rule, { schema });
  const see = (document: unknown): Seen => seen(document, schema);
  const ask = (document: unknown): Answer => {
    const notes: Notes = { missing: false, odd: false };
    const value = meaning.run({ value: see(document), notes });
    return { value, ...notes };
  };
  return { meaning, ask, see };
}
