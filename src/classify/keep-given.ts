import type { AsOfMoment } from '../facts/as-of.js';
import { givenFacts, givenPlace, readGivenField, type GivenRecord, type ReadGiven } from '../facts/given.js';
import { publicValue, readValue } from '../facts/values.js';
import { isBlank } from '../internal/blank.js';
import { toMinor } from '../internal/money.js';
import type { Zone } from '../internal/zone.js';
import type { FactValue } from '../model/types.js';
import type { PolicyPlan } from '../policy/plan.js';
import { scaleOf } from '../rules/document.js';
import { memberReader } from '../rules/plain-object.js';
import { NUMERIC_TYPES, type Field } from '../rules/types.js';
import { classificationOf } from './classification.js';
import type { Decide } from './decide.js';
import type { Classification } from './types.js';

/** A value of a record that goes into a result. */
interface Kept {
  readonly name: string;
  /** Its place among the given facts; -1 for what is read by itself. */
  readonly place: number;
  readonly field: Field;
  readonly isFigure: boolean;
  /** Minor units to one of what is written; 0 for what is no money. */
  readonly scale: number;
  /** True for a text that stands in a result as it is written. */
  readonly isAsWritten: (text: string) => boolean;
  readonly read: ReadGiven;
}

type Values = { [name: string]: FactValue };

const NUMERIC: ReadonlySet<string> = new Set(NUMERIC_TYPES);
const NO_SCORES: Classification['scores'] = Object.freeze({});
const NO_FINDINGS: Classification['findings'] = Object.freeze([]);

function textsOf({ type, values = [] }: Field): (text: string) => boolean {
  if (type === 'enum') return (text) => values.includes(text);
  return type === 'text' ? (text) => !isBlank(text) : () => false;
}

function keptAs(name: string, field: Field, read: ReadGiven): Kept {
  return { name, place: givenPlace(name), field, isFigure: NUMERIC.has(field.type), scale: scaleOf(field), isAsWritten: textsOf(field), read };
}

/** Puts a value into a result as it stands there; false where it is not given, or would be a finding. */
function keepValue(values: Values, one: Kept, written: unknown, zone: Zone): boolean {
  if (written === undefined) return false;
  const { value, problem } = readValue(written, one.field, zone);
  if (problem !== undefined) return false;
  values[one.name] = publicValue(value, one.field);
  return true;
}

/** True for a figure that stands in a result as it is written. */
function isKeptFigure(written: number, scale: number): boolean {
  const figure = scale === 0 ? written : toMinor(written, scale);
  // A difference with itself is 0, but for what is not finite; and JSON has no minus nothing.
  return figure - figure === 0 && (figure !== 0 || 1 / written > 0);
}

/** Puts what is written otherwise than it stands in a result into the copy; false where a fact is not given, or would be a finding. */
function correct(values: Values, kept: readonly Kept[], given: readonly unknown[], record: GivenRecord, zone: Zone): boolean {
  for (let index = 0; index < kept.length; index += 1) {
    const one = kept[index];
    if (one === undefined) continue;
    const written = one.place < 0 ? one.read(record) : given[one.place];
    if (written === null || (typeof written === 'number' && one.isFigure && isKeptFigure(written, one.scale))) continue;
    if (!keepValue(values, one, written, zone)) return false;
  }
  return true;
}

/** Puts the fields into a result; false where one would be a finding. */
function keepFields(values: Values, kept: readonly Kept[], record: GivenRecord, zone: Zone): boolean {
  for (const one of kept) {
    const written = one.read(record);
    if (typeof written === 'string' && one.isAsWritten(written)) values[one.name] = written;
    else if (!keepValue(values, one, written ?? null, zone)) return false;
  }
  return true;
}

/** Makes classifications of records that give every fact of a policy: undefined where one is missing, or where there is something to find. */
export function createKeep(plan: PolicyPlan, decide: Decide<GivenRecord>, zone: Zone): (record: GivenRecord, asOf: AsOfMoment) => Classification | undefined {
  const facts = plan.facts.map(({ id, field }, place) => keptAs(id, field, memberReader(id, place)));
  const fields = plan.fields.flatMap(({ path, field }) => {
    const read = readGivenField(path);
    return read === undefined ? [] : [keptAs(path, field, read)];
  });
  const isGivable = plan.scores.length === 0 && plan.previousSlot === undefined && fields.length === plan.fields.length;
  const nothing: Values = Object.fromEntries(fields.map(({ name }) => [name, null]));
  return (record, asOf) => {
    if (!isGivable || (record.previous ?? undefined) !== undefined) return undefined;
    // All that is given, and nothing else: a copy of it is what a result keeps.
    if (Object.keys(record.facts).length !== facts.length) return undefined;
    const known = { ...record.facts } as Values;
    const given = givenFacts(record.facts);
    if (!correct(known, facts, given, record, zone)) return undefined;
    const others = { ...nothing };
    if (!keepFields(others, fields, record, zone)) return undefined;
    return classificationOf(plan, record.customer.id, asOf, decide(given, record), { facts: known, fields: others, scores: NO_SCORES, findings: NO_FINDINGS });
  };
}
