// Rules and documents that nobody should write: wrong shapes, wrong types, prototype names, and things that are no JSON at all.
import type { Json } from '../../src/errors/json.js';
import { OPERATORS } from '../../src/rules/operators/table.js';
import { several, type Random } from './random.js';
import { DAYS, TEXTS } from './schemas.js';

const OPERATOR_IDS: readonly string[] = [...OPERATORS.map(({ id }) => id), 'var', 'fuzz:odd'];
const BAD_KEYS = ['log', 'method', 'xs.map', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '', 'starts_with', '=', 'VAR', 'And', 'fuzz:gone', 'a/b', '~', '\u0000', '😀'];
const NAMES = ['a', 'netSpend', 'size.employees', '', '^.a', '^.^.a', '^.', 'a.b.c', 'constructor', '__proto__', '__proto__.polluted', '0', 'length', 'parameters.least', '地区', 'paid.0.amount', '.', '..'];
const LITERALS: readonly Json[] = [null, true, false, 0, 1, -1, 0.005, 1e308, -1e-320, 2 ** 53, '', ' ', 'a', '5', '1e3', 'NaN', '2026-02-30', '2026-01-01T00:00:00Z', ...DAYS, ...TEXTS];

/** Any JSON, most of it shaped like a rule. */
export function anyJson(random: Random, depth = 4): Json {
  const { below, chance, pick } = random;
  if (depth === 0 || chance(0.3)) return chance(0.3) ? { var: pick(NAMES) } : pick(LITERALS);
  const operands = (): readonly Json[] => several(below(4), () => anyJson(random, depth - 1));
  const key = (): string => (chance(0.9) ? pick(OPERATOR_IDS) : pick(BAD_KEYS));
  switch (below(8)) {
    case 0: return operands();
    case 1: return { [key()]: anyJson(random, depth - 1), [key()]: anyJson(random, depth - 1) };
    case 2: return { var: chance(0.5) ? operands() : anyJson(random, depth - 1) };
    case 3: return chance(0.2) ? {} : { [pick(['missing', 'missing_some', 'present', 'default', 'in', 'if'])]: operands() };
    default: return { [key()]: chance(0.9) ? operands() : anyJson(random, depth - 1) };
  }
}

/** Where a part of a rule lies. */
type Step = string | number;

/** The places of all parts of a rule, itself first. */
export function placesOf(rule: Json, place: readonly Step[] = []): readonly (readonly Step[])[] {
  if (typeof rule !== 'object' || rule === null) return [place];
  const members: readonly (readonly [Step, Json])[] = Array.isArray(rule) ? (rule as readonly Json[]).map((item, index) => [index, item] as const) : Object.entries(rule);
  return [place, ...members.flatMap(([step, member]) => placesOf(member, [...place, step]))];
}

export function partAt(rule: Json, place: readonly Step[]): Json {
  return place.reduce<Json>((part, step) => (part as { readonly [step: Step]: Json })[step] ?? null, rule);
}

/** The rule with another part at a place. */
export function withPart(rule: Json, [step, ...rest]: readonly Step[], part: Json): Json {
  if (step === undefined) return part;
  const change = (member: Json): Json => withPart(member, rest, part);
  if (Array.isArray(rule)) return rule.map((item: Json, index) => (index === step ? change(item) : item));
  return Object.fromEntries(Object.entries(rule as object).map(([key, member]: [string, Json]) => [key, key === step ? change(member) : member]));
}

/** A rule with a few slips in it. */
export function mutated(random: Random, rule: Json): Json {
  return several(1 + random.below(2), () => 0).reduce<Json>((before) => mutatedOnce(random, before), rule);
}

function mutatedOnce(random: Random, rule: Json): Json {
  const { below, pick, chance } = random;
  const places = placesOf(rule);
  const place = pick(places);
  const part = partAt(rule, place);
  const other = partAt(rule, pick(places));
  switch (below(9)) {
    case 0: return withPart(rule, place, pick(LITERALS));
    case 1: return withPart(rule, place, other);
    case 2: return withPart(rule, place, anyJson(random, 2));
    case 3: return withPart(rule, place, { [pick(OPERATOR_IDS)]: chance(0.5) ? [part, other] : [part] });
    case 4: return withPart(rule, place, [part]);
    default: break;
  }
  if (Array.isArray(part)) {
    const items = part as readonly Json[];
    const at = below(items.length + 1);
    return withPart(rule, place, chance(0.5) ? items.filter((_, index) => index !== at) : [...items.slice(0, at), other, ...items.slice(at)]);
  }
  if (typeof part !== 'object' || part === null) return withPart(rule, place, typeof part === 'string' && chance(0.5) ? pick(NAMES) : pick(LITERALS));
  const [[id, body] = ['', null]] = Object.entries(part) as readonly (readonly [string, Json])[];
  return withPart(rule, place, chance(0.8) ? { [pick(OPERATOR_IDS)]: body } : { [id]: body, [chance(0.5) ? pick(OPERATOR_IDS) : pick(BAD_KEYS)]: other });
}

/** What a rule may be dressed up as, so that it is no plain JSON. */
export type Disguise = 'getter' | 'proxy that throws' | 'proxy' | 'cycle' | 'class' | 'symbol' | 'function' | 'sparse' | 'deep' | 'wide' | 'without prototype' | 'not finite' | '__proto__';
export const DISGUISES: readonly Disguise[] = ['getter', 'proxy that throws', 'proxy', 'cycle', 'class', 'symbol', 'function', 'sparse', 'without prototype', 'not finite', '__proto__', 'getter', 'proxy that throws', 'proxy', 'cycle', 'class', 'symbol', 'function', 'sparse', 'without prototype', 'not finite', 'deep', 'wide'];

const thrower = (): never => {
  throw new Error('hostile');
};
const TRAPS: ProxyHandler<object> = { get: thrower, has: thrower, ownKeys: thrower, getPrototypeOf: thrower, getOwnPropertyDescriptor: thrower };
class Row {
  readonly '!!' = [true];
}
const DEEP = 5_000;
const WIDE = 20_000;

/** Something that is no plain JSON, made of a rule. */
export function disguised(rule: unknown, disguise: Disguise): unknown {
  switch (disguise) {
    case 'getter': return { and: [Object.defineProperty({}, '!!', { enumerable: true, get: () => rule })] };
    case 'proxy that throws': return { and: [rule, new Proxy({}, TRAPS)] };
    case 'proxy': return new Proxy({ and: [rule] }, {});
    case 'cycle': {
      const and: unknown[] = [rule];
      and.push({ or: and });
      return { and };
    }
    case 'class': return { or: [rule, new Row(), new Date(0), new Map()] };
    case 'symbol': return { or: [rule, { [Symbol('x')]: 1, '!!': [1] }, Symbol('y')] };
    case 'function': return { and: [rule, thrower, 10n, undefined] };
    case 'sparse': return { and: Object.assign(new Array(3), { 1: rule }) };
    case 'deep': return several(DEEP, () => 0).reduce<unknown>((inner) => ({ '!': [inner] }), rule);
    case 'wide': return { or: several(WIDE, () => rule) };
    case 'without prototype': return Object.assign(Object.create(null) as object, { and: [rule] });
    case 'not finite': return { '<': [rule, Number.NaN, Infinity] };
    case '__proto__': return JSON.parse(`{"and":[{"__proto__":[true]},${JSON.stringify(rule)}]}`) as unknown;
  }
}

/** Documents of all kinds; most are objects with odd values. */
export function hostileDocument(random: Random, names: readonly string[]): unknown {
  const { pick, chance, below } = random;
  const value = (depth: number): unknown => {
    switch (below(14)) {
      case 0: return new Proxy({}, TRAPS);
      case 1: return new Proxy([1], TRAPS);
      case 2: return several(below(4), () => (depth > 0 ? value(depth - 1) : 1));
      case 3: return { minor: pick<unknown>([5, 0.5, '7', -0, 2 ** 60, Number.NaN, null]) };
      case 4: return Object.defineProperty({}, pick(['minor', 'a', '0']), { enumerable: true, get: thrower });
      case 5: return { toString: thrower, valueOf: 1, [pick(NAMES)]: depth > 0 ? value(depth - 1) : 'a' };
      case 6: return Object.assign(new Array(5), { 2: 1 });
      case 7: return pick<unknown>([Number.NaN, Infinity, -0, 2 ** 53, 1e308, 5e-324, 1e21]);
      case 8: return pick<unknown>([undefined, Symbol('x'), 10n, thrower, new Date(0), new Map([[1, 2]]), new Row(), Object.create(null), /x/]);
      case 9: return Object.fromEntries(several(below(3), () => [pick(NAMES), depth > 0 ? value(depth - 1) : 1]));
      default: return pick(LITERALS);
    }
  };
  if (chance(0.1)) return value(2);
  const document: { [name: string]: unknown } = {};
  for (const name of [...names, 'n', 's', 'xs', 'rows', 'deep']) if (chance(0.8)) document[name.split('.')[0] ?? ''] = value(2);
  return document;
}
