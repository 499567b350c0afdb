import type { Engine } from '../../classify/engine.js';
import { isJsonList, isJsonObject, type Json } from '../../errors/json.js';
import type { AsOfMoment } from '../../facts/as-of.js';
import { dayText } from '../../internal/days.js';
import { shiftDecimal } from '../../internal/decimal.js';
import { visit } from '../../rules/conditions.js';
import { exponentOf } from '../../rules/document.js';
import type { Field, RuleNode, RuleValue } from '../../rules/types.js';
import { beside, isOrdered, placeOf, placeOfNumber, valueAt } from './places.js';

/** The values of paths that are worth trying: where something turns, what lies beside it, and a few ordinary ones. */
export interface Values {
  /** Known values, those of the policy before others. */
  readonly of: (path: string) => readonly RuleValue[];
}

/** So many values of one path are tried: more are not needed to get from one side of a line to the other. */
const MOST_VALUES = 40;
const MOST_NUMBERS = 40;
const YEAR = 365;

/** Ordinary values of a type, in major units. */
function ordinary({ type, values = [] }: Field, asOf: AsOfMoment, elements: readonly (string | number)[]): readonly RuleValue[] {
  switch (type) {
    case 'boolean':
      return [true, false];
    case 'enum':
      return values;
    case 'date':
      return [0, -YEAR, YEAR].map((days) => dayText(asOf.day + days));
    case 'text':
      return ['another'];
    case 'list':
      return [[], ...elements.map((element) => [element]), ...(elements.length > 1 ? [elements] : []), ['another']];
    case 'ratio':
      return [0.5, 1, 0, 1.5];
    default:
      return [1, 10, 100, 1000, 0];
  }
}

/** Every number and text of plain data: so many of the numbers, evenly taken. */
function scalarsOf(json: Json): { readonly numbers: readonly number[]; readonly texts: readonly string[] } {
  const numbers = new Set<number>();
  const texts = new Set<string>();
  const open: Json[] = [json];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === 'number') numbers.add(next);
    else if (typeof next === 'string') texts.add(next);
    else if (isJsonList(next)) open.push(...next);
    else if (isJsonObject(next)) open.push(...Object.values(next));
  }
  const sorted = [...numbers].sort((a, b) => a - b);
  const step = Math.max(1, Math.ceil(sorted.length / MOST_NUMBERS));
  return { numbers: sorted.filter((_, index) => index % step === 0), texts: [...texts].slice(0, MOST_NUMBERS) };
}

/** What is written about paths, numbers as people write them: in conditions that read them, and in scores that may be about them. */
type Written = Map<string, Set<Json>>;

/** A share of the population is no number of purchases. */
function mayBe(value: Json, { type }: Field): boolean {
  return typeof value !== 'number' || Number.isInteger(value) || (type !== 'count' && type !== 'days');
}

function note(written: Written, paths: readonly string[], values: readonly Json[]): void {
  for (const path of paths) {
    const known = written.get(path) ?? new Set<Json>();
    for (const value of values) known.add(value);
    written.set(path, known);
  }
}

function noteCondition(written: Written, condition: RuleNode, statedFor: (paths: readonly string[]) => readonly string[]): void {
  const paths: string[] = [];
  const values: Json[] = [];
  visit(condition, (node) => {
    if (node.kind === 'path') paths.push(node.path);
    else if (node.kind === 'literal') values.push(...(isJsonList(node.source) ? node.source : [node.source]));
  });
  note(written, statedFor(paths), values);
}

/** The values of a field among what is written. */
function readWritten(value: Json, field: Field): readonly RuleValue[] {
  if (typeof value === 'number') {
    const place = isOrdered(field) ? placeOfNumber(value, field) : undefined;
    return place === undefined ? [] : turning(place, field);
  }
  if (typeof value !== 'string') return [];
  if (field.type === 'date') {
    const place = /^\d{4}-\d\d-\d\d$/.test(value) ? placeOf(value, field) : undefined;
    return place === undefined ? [] : turning(place, field);
  }
  return field.type === 'text' || (field.type === 'enum' && field.values?.includes(value) === true) ? [value] : [];
}

/** A place where something turns, and what lies beside it. */
function turning(place: number, field: Field): readonly RuleValue[] {
  const { below, above } = beside(place, field);
  return [place, above, below].flatMap((each): readonly RuleValue[] => {
    const value = valueAt(each, field);
    return value === undefined ? [] : [value];
  });
}

/** Collects what a policy writes about each path, and what a calibration found. */
export function createValues({ plan, calibration }: Engine, asOf: AsOfMoment, conditions: readonly RuleNode[], statedFor: (paths: readonly string[]) => readonly string[]): Values {
  const written: Written = new Map();
  const nearby: Written = new Map();
  for (const condition of conditions) noteCondition(written, condition, statedFor);
  const parameters = Object.values(plan.policy.parameters ?? {});
  for (const { id, inputs } of plan.scores) {
    const spec = plan.policy.scores?.[id];
    const found = [scalarsOf((spec ?? null) as Json), scalarsOf(calibration?.scores[id] ?? null)];
    note(nearby, statedFor(inputs.map(({ path }) => path)), [...found.flatMap(({ numbers, texts }) => [...numbers, ...texts]), ...parameters]);
  }
  const collected = new Map<string, readonly RuleValue[]>();
  const collect = (path: string): readonly RuleValue[] => {
    const field = plan.field(path) ?? { type: 'text' };
    const all = [...(written.get(path) ?? []), ...[...(nearby.get(path) ?? [])].filter((value) => mayBe(value, field))];
    const elements = all.flatMap((value): readonly (string | number)[] => (typeof value === 'number' ? [value, value - 1, value + 1] : typeof value === 'string' ? [value] : []));
    const scale = field.type === 'money' ? exponentOf(field) : 0;
    const usual = ordinary(field, asOf, elements).flatMap((value): readonly RuleValue[] => {
      const known = typeof value === 'number' ? valueAt(shiftDecimal(value, scale), field) : value;
      return known === undefined ? [] : [known];
    });
    return [...new Set([...all.flatMap((value) => readWritten(value, field)).slice(0, MOST_VALUES), ...usual])];
  };
  return {
    of: (path) => {
      const found = collected.get(path) ?? collect(path);
      collected.set(path, found);
      return found;
    },
  };
}
