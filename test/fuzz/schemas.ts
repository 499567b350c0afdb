// Random schemas, and what a document may hold for them: values that are there, and values that count as missing.
import type { RuleSchema, SchemaField } from '../../src/rules/schema.js';
import { several, type Random } from './random.js';

export type Schema = RuleSchema;
export type Field = SchemaField;

/** Names of all kinds: with dots, blanks and slashes, in other scripts, and like numbers. None lies inside another. */
const NAMES = ['a', 'b', 'netSpend', 'refunds', 'size.employees', 'customer.region.country', 'x y', '地区', 'q-1', 's/t', 'u~v', 'w.0', '7', 'length', 'paid', 'due'];
const MEMBERS = ['amount', 'units', 'kind', 'on', 'ok', 'deep.part'];
export const ENUM_VALUES = ['gold', 'silver', 'bronze', 'a', 'é 1'];
export const TEXTS = ['a', 'b', 'ab', 'gold', 'A', 'b ', '5', '2026-01-01', '日本'];
export const DAYS = ['2025-12-31', '2026-01-01', '2026-01-02', '2024-02-29', '0001-01-01', '9999-12-31'];
/** Minor units: around each other, around ties of rounding, and as large as they may be. */
export const AMOUNTS = [0, 1, 2, 3, 5, 10, 15, 25, 29, 50, 99, 100, 101, 150, 250, 1_005, 5_000, 499_999, 500_000, 2 ** 40, 2 ** 51 - 1, 2 ** 51];
/** Numbers that binary fractions cannot hold, and numbers at the ends of what they can. */
const ODD_NUMBERS = [0.1, 0.2, 0.3, 0.7, 1.005, 2.25, 1e21, 1e-7, 5e-324, 1e308, -1e308, 2 ** 53, -0.5];

const SCALARS: readonly Field['type'][] = ['number', 'number', 'count', 'days', 'ratio', 'money', 'money', 'date', 'boolean', 'text', 'enum'];
const EXPONENTS = [2, 2, 2, 0, 3];

function scalarField(random: Random, exponent: number): Field {
  const type = random.pick(SCALARS);
  if (type === 'enum') return { type, values: ENUM_VALUES.slice(0, 2 + random.below(ENUM_VALUES.length - 1)) };
  if (type === 'money') return exponent === 2 && random.chance(0.5) ? { type } : { type, exponent };
  return type === 'ratio' ? { type, min: 0, max: 1 } : { type };
}

function listField(random: Random, exponent: number, depth: number): Field {
  const kind = random.below(4);
  if (kind === 0) return { type: 'list', values: ENUM_VALUES.slice(0, 2 + random.below(ENUM_VALUES.length - 1)) };
  if (kind === 1) return { type: 'list' };
  const members = several(1 + random.below(3), () => random.pick(MEMBERS)).map((name) => [name, fieldOf(random, exponent, depth + 1)] as const);
  return { type: 'list', element: Object.fromEntries(members) };
}

function fieldOf(random: Random, exponent: number, depth: number): Field {
  return depth < 2 && random.chance(depth === 0 ? 0.2 : 0.1) ? listField(random, exponent, depth) : scalarField(random, exponent);
}

/** A schema of a few paths. Money is of one currency in most of them. */
export function schemaOf(random: Random): Schema {
  const exponent = random.pick(EXPONENTS);
  const from = random.below(NAMES.length);
  const names = several(2 + random.below(4), () => 0).map((_, index) => NAMES[(from + index * 3) % NAMES.length] ?? 'a');
  return Object.fromEntries(names.map((name) => [name, fieldOf(random, random.chance(0.05) ? random.pick(EXPONENTS) : exponent, 0)]));
}

export function exponentOf(field: Field): number {
  return field.exponent ?? 2;
}

export function numberValue(random: Random): number {
  if (random.chance(0.03)) return random.pick(ODD_NUMBERS);
  return random.chance(0.8) ? random.below(12) - 3 : random.below(40) / 8 - 1;
}

/** An amount in minor units: small ones most often, so that amounts meet. */
export function amountOf(random: Random): number {
  const amount = AMOUNTS[random.below(random.chance(0.9) ? 12 : AMOUNTS.length)] ?? 0;
  return random.chance(0.2) ? -amount + 0 : amount;
}

/** An amount as hosts write it: a number, a decimal text, or minor units by name. */
function writtenAmount(random: Random, minor: number, exponent: number): unknown {
  const kind = random.below(5);
  if (kind === 0) return { minor };
  if (kind > 1) return minor / 10 ** exponent;
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0');
  const point = digits.length - exponent;
  const text = exponent === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return `${minor < 0 ? '-' : ''}${text}${exponent > 0 && random.chance(0.3) ? '00' : ''}`;
}

/** A value that a document may have for a field. */
export function valueOf(random: Random, field: Field): unknown {
  switch (field.type) {
    case 'money':
      return writtenAmount(random, amountOf(random), exponentOf(field));
    case 'date':
      return random.pick(DAYS);
    case 'boolean':
      return random.chance(0.5);
    case 'text':
      return random.pick(TEXTS);
    case 'enum':
      return random.pick(field.values ?? TEXTS);
    case 'list':
      return listValue(random, field);
    case 'ratio':
      return random.below(21) / 20;
    case 'count':
      return random.below(8);
    case 'days':
      return random.below(8) - 1;
    default:
      return numberValue(random);
  }
}

function listValue(random: Random, field: Field): readonly unknown[] {
  const { element, values } = field;
  const kind = random.below(3);
  return several(random.below(4), () => {
    if (element !== undefined) return documentOf(random, element);
    if (values !== undefined) return random.pick(values);
    const isNumber = kind === 0 || (kind === 1 && random.chance(0.5));
    return isNumber ? numberValue(random) : random.pick(TEXTS);
  });
}

/** Values that are missing wherever they stand. */
const NOTHINGS: readonly unknown[] = [null, undefined, Number.NaN, Infinity, -Infinity, '', '  ', () => 1, Symbol('x'), 10n, new Map()];
/** And values of types that others are not. */
const OTHERS: readonly unknown[] = [true, 5, 0.001, 'x', '5', '2026-02-30', '2026-01-01T10:00:00Z', [], [1], {}, { minor: 0.5 }, { minor: 'x' }, { toString: 1 }, new Date(0)];

const isOf: { readonly [type in Field['type']]: (value: unknown) => boolean } = {
  number: (value) => typeof value === 'number',
  count: (value) => typeof value === 'number',
  days: (value) => typeof value === 'number',
  ratio: (value) => typeof value === 'number',
  money: (value) => typeof value === 'number' || value === '5',
  boolean: (value) => typeof value === 'boolean',
  text: (value) => typeof value === 'string',
  enum: (value) => value === 'a',
  date: () => false,
  list: Array.isArray,
};

/** A value that counts as missing for a field: nothing at all, or a value of another type. */
export function wrongValue(random: Random, field: Field): unknown {
  if (random.chance(0.5)) return random.pick(NOTHINGS);
  if (field.type === 'money' && exponentOf(field) < 3 && random.chance(0.2)) return 0.001;
  const other = random.pick(OTHERS);
  return isOf[field.type](other) ? null : other;
}

/** Puts a value at a path, which is split at its dots. */
export function put(document: { [key: string]: unknown }, path: string, value: unknown): void {
  const keys = path.split('.');
  let at = document;
  for (const key of keys.slice(0, -1)) at = (at[key] ??= {}) as { [key: string]: unknown };
  at[keys.at(-1) ?? ''] = value;
}

/** A complete document: every path of the schema has a value. */
export function documentOf(random: Random, schema: Schema): { readonly [key: string]: unknown } {
  const document: { [key: string]: unknown } = {};
  for (const [path, field] of Object.entries(schema)) put(document, path, valueOf(random, field));
  return document;
}
