import { isJsonList } from '../../errors/json.js';
import { evaluate } from '../../rules/evaluate.js';
import type { Field, RuleNode, RuleValue, Slots } from '../../rules/types.js';
import type { Bench } from './bench.js';
import { beside, between, isOrdered, placeOf, valueAt } from './places.js';
import type { Setting } from './setting.js';

/** Where a record lies: on a threshold or beside it; or, where values have no order, inside or outside of what is asked for. */
export type Side = 'below' | 'on' | 'above' | 'in' | 'out';

/** One value of the path that is turned. */
export interface Point {
  readonly side: Side;
  /** Undefined for missing. */
  readonly value: RuleValue | undefined;
}

/** Values of one path between which something turns. */
export interface Turn {
  readonly path: string;
  /** The threshold, where a value lies on it. */
  readonly on?: RuleValue;
  readonly points: readonly Point[];
  /** Two of the values, one on either side. */
  readonly apart: readonly [RuleValue | undefined, RuleValue | undefined];
}

/** What turns: a condition, or the band of a score. */
export interface Turning {
  /** What it comes to; undefined where that is not known. */
  readonly outcome: (slots: Slots) => RuleValue | undefined;
  /** True where what is compared is equal. */
  readonly isOn: (slots: Slots) => boolean;
  /** Values beside those of the policy that are worth trying under a setting. */
  readonly more: (slots: Slots) => readonly RuleValue[];
  /** Values that the condition names. */
  readonly named: readonly RuleValue[];
}

/** Comparisons of what has an order, or may be equal. */
const COMPARISONS: ReadonlySet<string> = new Set(['<', '<=', '>', '>=', '==', '===', '!=', '!==', 'between', 'before', 'after', 'in']);

function literalsIn(node: RuleNode): readonly RuleValue[] {
  if (node.kind === 'call') return node.operands.flatMap(literalsIn);
  if (node.kind !== 'literal' || node.value === undefined) return [];
  return isJsonList(node.value) ? node.value.filter((value) => value !== null) : [node.value];
}

/** A condition as something that turns. */
export function turningOf(condition: RuleNode): Turning {
  const compared = condition.kind === 'call' && COMPARISONS.has(condition.operator.id) ? condition.operands : [];
  const isMeasured = compared.some((operand) => operand.kind !== 'literal' && isOrdered({ type: operand.type === 'any' || operand.type === 'null' || operand.type === 'scalar' ? 'text' : operand.type }));
  const valuesUnder = (slots: Slots): readonly RuleValue[] =>
    compared.flatMap((operand): readonly RuleValue[] => {
      const value = evaluate(operand, slots);
      if (value === undefined) return [];
      return isJsonList(value) ? value.filter((element) => element !== null) : [value];
    });
  return {
    outcome: (slots) => evaluate(condition, slots),
    isOn: (slots) => {
      const values = isMeasured ? valuesUnder(slots) : [];
      return new Set(values).size < values.length;
    },
    more: (slots) => (isMeasured ? valuesUnder(slots) : []),
    named: literalsIn(condition),
  };
}

/** Finds where something turns as one path takes one value after another. */
export function turnsAlong(bench: Bench, { outcome, isOn, more, named }: Turning, path: string, setting: Setting): readonly Turn[] {
  const field: Field = bench.engine.plan.field(path) ?? { type: 'text' };
  const slotsAt = (value: RuleValue | undefined): Slots => bench.slotsOf(new Map([...setting, [path, value]]));
  const known = new Map<RuleValue | undefined, RuleValue | undefined>();
  const at = (value: RuleValue | undefined): RuleValue | undefined => {
    if (!known.has(value)) known.set(value, outcome(slotsAt(value)));
    return known.get(value);
  };

  /** The values at which the outcomes are apart, as near to each other as records come. */
  const narrow = (low: number, high: number): readonly [number, number] => {
    let [a, b] = [low, high];
    for (let middle = between(a, b, field); middle !== undefined; middle = between(a, b, field)) {
      const value = valueAt(middle, field);
      const found = at(value);
      if (found === undefined) break;
      if (found === at(valueAt(a, field))) a = middle;
      else b = middle;
    }
    return [a, b];
  };

  const around = (on: number): Turn | undefined => {
    const { below, above } = beside(on, field);
    const points = ([['on', on], ['below', below], ['above', above]] as const).flatMap(([side, place]): readonly Point[] => {
      const value = valueAt(place, field);
      return value === undefined ? [] : [{ side, value }];
    });
    return turnOf(points, valueAt(on, field));
  };

  const turnOf = (points: readonly Point[], on?: RuleValue): Turn | undefined => {
    const [first] = points;
    const other = points.find(({ value }) => at(value) !== undefined && at(value) !== at(first?.value));
    if (first === undefined || other === undefined || at(first.value) === undefined) return undefined;
    return { path, points, apart: [first.value, other.value], ...(on === undefined ? {} : { on }) };
  };

  const alongLine = (): readonly Turn[] => {
    const places = (values: readonly RuleValue[]): readonly number[] => values.flatMap((value) => placeOf(value, field) ?? []);
    const under = places(more(bench.slotsOf(setting)));
    const all = [...new Set([...places(bench.values.of(path)), ...under, ...under.flatMap((place) => Object.values(beside(place, field)))])].sort((a, b) => a - b);
    const told = all.flatMap((place) => {
      const value = valueAt(place, field);
      const found = value === undefined ? undefined : at(value);
      return found === undefined ? [] : [{ place, found }];
    });
    const turns = new Map<string, Turn>();
    for (const [index, { place: high, found }] of told.entries()) {
      const before = told[index - 1];
      if (before === undefined || before.found === found) continue;
      const pair = narrow(before.place, high);
      const on = pair.find((place) => isOn(slotsAt(valueAt(place, field))));
      const [low, top] = pair.map((place) => valueAt(place, field));
      const turn = on === undefined ? turnOf([{ side: 'above', value: top }, { side: 'below', value: low }]) : around(on);
      if (turn !== undefined) turns.set(on === undefined ? pair.join(' ') : String(on), turn);
    }
    return [...turns.values()];
  };

  /** Values without an order: those that are named, and one that comes to something else. */
  const amongValues = (values: readonly (RuleValue | undefined)[]): readonly Turn[] => {
    const told = values.flatMap((value) => {
      const found = at(value);
      return found === undefined ? [] : [{ value, found }];
    });
    const wanted = told.filter(({ value }) => named.some((each) => each === value));
    const first = wanted.length > 0 ? wanted : told.slice(0, 1);
    const other = told.find((each) => !first.includes(each) && first.some(({ found }) => found !== each.found));
    const chosen = other === undefined ? first : [...first, other];
    const turn = turnOf(chosen.map(({ value, found }) => ({ side: found === false ? 'out' : 'in', value })));
    return turn === undefined ? [] : [turn];
  };

  const found = isOrdered(field) ? alongLine() : amongValues(bench.values.of(path));
  if (found.length > 0) return found;
  // Nothing turns among known values: the condition may ask whether there is one.
  return amongValues([...bench.values.of(path).slice(0, 1), undefined]);
}
