// What the tests of query builders share: fields and documents of each type, what operators mean, and how a mend is applied.
import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import { safeParseRule, type CompiledRule, type Fix, type Issue, type Json, type RuleSchema, type Truth, type ValueType } from '../../src/rules/index.js';
import { NUMERIC_TYPES, VALUE_TYPES } from '../../src/rules/types.js';
import type { EditorField } from '../../src/rules/editor-field.js';

export const TIERS = ['gold', 'gold-plus', 'silver', 'bronze'] as const;

/** A field of each type, named after it. */
export const schema: RuleSchema = Object.fromEntries(VALUE_TYPES.map((type) => [type, type === 'enum' ? { type, values: TIERS } : { type }]));

/** The columns of the tables of outcomes. */
export type Column = 'number' | 'date' | 'boolean' | 'text' | 'enum' | 'list';
export const COLUMNS: readonly Column[] = ['number', 'date', 'boolean', 'text', 'enum', 'list'];

export function columnOf(type: ValueType): Column {
  const column = NUMERIC_TYPES.includes(type) ? 'number' : COLUMNS.find((each) => each === type);
  if (column === undefined) throw new Error(`no column for ${type}`);
  return column;
}

export type Value = number | string | boolean;

/** Two values that someone enters, the lower first. */
export const VALUES: { readonly [C in Column]: readonly [Value, Value] } = {
  number: [5, 7],
  date: ['2026-01-01', '2026-06-30'],
  boolean: [true, true],
  text: ['Wuhan', 'Xi’an'],
  enum: ['gold', 'silver'],
  list: ['a', 'b'],
};

/** What documents hold; undefined is missing. */
export const ACTUALS: { readonly [C in Column]: readonly (Value | readonly Value[] | undefined)[] } = {
  number: [-1, 0, 4.99, 5, 6, 7, 7.01, 57, undefined],
  date: ['2025-12-31', '2026-01-01', '2026-03-15', '2026-06-30', '2026-07-01', undefined],
  boolean: [true, false, undefined],
  text: ['Wuhan', 'Xi’an', 'Wuhan East', 'East Wuhan', 'East Wuhan Road', 'wuhan', 'Beijing', undefined],
  enum: [...TIERS, undefined],
  list: [[], ['a'], ['c'], ['a', 'c'], ['a', 'b'], ['ab'], undefined],
};

/** A field of an editor for each type, with every operator that there is. */
export const editorFields = (operators: readonly string[]): readonly EditorField[] =>
  VALUE_TYPES.map((path) => ({
    path,
    type: path,
    label: `the ${path}`,
    operators,
    ...(path === 'enum' ? { values: TIERS.map((value) => ({ value, label: value.toUpperCase() })) } : {}),
  }));

/** What an operator says of a value that is there. */
export type Meaning = (actual: Value | readonly Value[], first: Value, second: Value) => boolean;
const isAmong = (value: Value, first: Value, second: Value): boolean => value === first || value === second;
const asList = (actual: Value | readonly Value[]): readonly Value[] => (typeof actual === 'object' ? actual : [actual]);

export const MEANINGS = {
  equal: (actual, first) => actual === first,
  less: (actual, first) => actual < first,
  greater: (actual, first) => actual > first,
  atMost: (actual, first) => actual <= first,
  atLeast: (actual, first) => actual >= first,
  between: (actual, first, second) => actual >= first && actual <= second,
  contains: (actual, first) => (typeof actual === 'object' ? actual.includes(first) : String(actual).split(String(first)).length > 1),
  begins: (actual, first) => String(actual).slice(0, String(first).length) === first,
  ends: (actual, first) => String(actual).slice(-String(first).length) === first,
  /** Of a list: whether one element is. */
  oneOf: (actual, first, second) => asList(actual).some((value) => isAmong(value, first, second)),
  /** Of an empty list, JSON Logic says no. */
  eachOneOf: (actual, first, second) => asList(actual).length > 0 && asList(actual).every((value) => isAmong(value, first, second)),
  /** Of a list that is known, whether it has no element; nothing else that is known is empty. */
  empty: (actual) => typeof actual === 'object' && actual.length === 0,
  falseAsEmpty: (actual) => actual === false,
} satisfies { readonly [name: string]: Meaning };

export const not = (meaning: Meaning): Meaning => (...operands) => !meaning(...operands);

/** What a rule must say of a document: what its operator means, and unknown of what is missing unless that is what it asks. */
export function expected(meaning: Meaning, actual: Value | readonly Value[] | undefined, [first, second]: readonly [Value, Value], ofMissing: Truth = 'unknown'): Truth {
  if (actual === undefined) return ofMissing;
  return meaning(actual, first, second) ? 'true' : 'false';
}

type Container = { [key: string]: Json } | Json[];

/** Applies a mend as an editor would (RFC 6902), and refuses one whose place is not there. */
export function applyFix(document: Json, fix: readonly Fix[]): Json {
  return fix.reduce<Json>((before, { op, path, value = null }) => {
    const copy = JSON.parse(JSON.stringify(before)) as Json;
    if (path === '') return value;
    const keys = path.split('/').slice(1).map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
    const last = keys.pop() ?? '';
    const parent = keys.reduce<Json | undefined>((at, key) => (at as { [key: string]: Json } | undefined)?.[key], copy) as Container | undefined;
    if (parent === undefined || !Object.hasOwn(parent, last)) throw new Error(`nothing at ${path} of ${JSON.stringify(document)}`);
    if (op === 'remove') Reflect.deleteProperty(parent, last);
    else Object.assign(parent, { [last]: value });
    return copy;
  }, document);
}

export interface Mended {
  readonly rule: Json;
  /** The codes of the issues that were mended, in order. */
  readonly codes: readonly string[];
  /** What is left. */
  readonly issues: readonly Issue[];
  readonly compiled: CompiledRule | undefined;
}

const errorsOf = (issues: readonly Issue[]): readonly Issue[] => issues.filter(({ severity }) => severity === 'error');

/** Applies the first mend there is until there is none. Each must lead to a rule that is accepted, or to fewer errors. */
export function mend(rule: Json, against: RuleSchema | 'no schema' = schema): Mended {
  const options = against === 'no schema' ? {} : { schema: against };
  const codes: string[] = [];
  let current = rule;
  for (let step = 0; step < 50; step += 1) {
    const result = safeParseRule(current, options);
    const issue = result.issues.find(({ fix }) => fix !== undefined);
    if (result.ok || issue?.fix === undefined) return { rule: current, codes, issues: result.issues, compiled: result.ok ? result.value : undefined };
    const next = applyFix(current, issue.fix);
    expect(isDeepStrictEqual(next, current), `${issue.code} mends nothing`).toBe(false);
    const after = safeParseRule(next, options);
    const isBetter = after.ok || errorsOf(after.issues).length < errorsOf(result.issues).length;
    expect(isBetter, `${issue.code} of ${JSON.stringify(current)} leads to ${after.issues.map(({ message }) => message).join('; ')}`).toBe(true);
    codes.push(issue.code);
    current = next;
  }
  throw new Error(`no end of mends: ${JSON.stringify(rule)}`);
}
