import { collect, issueMaker, type Issue } from '../errors/issue.js';
import { isJsonList, isJsonObject, type Json, type JsonObject } from '../errors/json.js';
import { ruleMessages } from '../errors/messages/rule.js';
import { copyJson } from '../internal/copy-json.js';
import type { Limits } from '../internal/limits.js';
import { childPointer } from '../internal/pointer.js';
import { setOwn } from '../internal/set-own.js';
import { keysOf, ownValue, readField, scaleOf } from './document.js';
import type { Access } from './graph.js';
import { isObject, isPlain, isReadAsItIs, memberReader, type Holder } from './plain-object.js';
import { createScope } from './scope.js';
import { VALUE_TYPES, type Field, type RuleScope, type Slots, type ValueType } from './types.js';

/** What a document may hold at one path. */
export interface SchemaField {
  readonly type: ValueType;
  /** All values of an enum, or of the elements of a list of texts. */
  readonly values?: readonly string[];
  /** The plausible range, both ends included, money in major units: a threshold outside of it is a warning. */
  readonly min?: number;
  readonly max?: number;
  /** Decimal digits of the currency, for money: 2 if not given. */
  readonly exponent?: number;
  /** The fields of the elements of a list; a list without them is one of texts or numbers. */
  readonly element?: { readonly [name: string]: SchemaField };
}

/** The paths that a rule may name, with their types. A path is split at its dots: `size.employees` lies inside `size`. */
export interface RuleSchema {
  readonly [path: string]: SchemaField;
}

const issue = issueMaker(ruleMessages);
/** No currency has so many decimal digits; with more, ordinary amounts would be beyond exact integers. */
const MAX_EXPONENT = 8;

export interface ReadSchema {
  readonly scope: RuleScope;
  readonly issues: readonly Issue[];
  /** The values of the paths that rules named, from a document. */
  readonly slotsOf: (document: unknown) => Slots;
  /** The same of a document of plain objects, one value at a time. */
  readonly access: Access<Holder>;
}

/** Reads a schema once; the pointers of its issues are into the schema. */
export function readSchema(schema: RuleSchema, limits: Limits): ReadSchema {
  const copy = copyJson(schema, limits);
  const issues: Issue[] = [...copy.issues];
  const fields = copy.value === undefined ? {} : readFields(copy.value, '', issues);
  const field = (path: string): Field | undefined => (Object.hasOwn(fields, path) ? fields[path] : undefined);
  const scope = createScope({
    field,
    names: () => Object.keys(fields),
    declaration: (path) => `${JSON.stringify(path)}: {"type": "number"}`,
  });
  const readers: { readonly keys: readonly string[]; readonly field: Field; readonly read: (source: Holder) => unknown }[] = [];
  const slot = (path: string): number => {
    const at = scope.slot(path);
    const declared = field(path);
    if (at === readers.length && declared !== undefined) readers.push({ keys: keysOf(path), field: declared, read: documentReader(keysOf(path), at) });
    return at;
  };
  const slotsOf = (document: unknown): Slots => {
    try {
      if (isReadAsItIs(document)) return readers.map(({ read, field: declared }) => readField(read({ facts: document }), declared));
    } catch {
      // A getter may throw: then none is run.
    }
    return readers.map((reader) => readField(ownValue(document, reader.keys), reader.field));
  };
  const access: Access<Holder> = {
    place: () => -1,
    read: ({ slot: place }) => readers[place]?.read ?? ((): undefined => undefined),
    typed: (path) => {
      const declared = field(path.path);
      return (written) => (declared === undefined ? undefined : readField(written, declared));
    },
    scale: (path) => scaleOf(field(path.path)),
  };
  return { scope: { ...scope, slot }, issues, slotsOf, access };
}

/** What every object inherits, and what lies in an object that is not plain, is read the careful way. */
function documentReader(keys: readonly string[], place: number): (source: Holder) => unknown {
  const [first = '', ...others] = keys;
  if (keys.some((key) => key in Object.prototype)) return ({ facts }) => ownValue(facts, keys);
  return others.reduce<(source: Holder) => unknown>((outer, key) => {
    return (source) => {
      const object = outer(source);
      if (!isObject(object)) return undefined;
      const value = object[key];
      return isPlain(object) ? value : ownValue(object, [key]);
    };
  }, memberReader(first, place));
}

type Fields = { readonly [name: string]: Field };

function readFields(json: Json, pointer: string, issues: Issue[]): Fields {
  const fields: { [name: string]: Field } = {};
  if (!isJsonObject(json)) collect(issues, () => issue('rule/wrong-schema', pointer));
  else {
    for (const name of Object.keys(json)) {
      const field = readSchemaField(json[name], childPointer(pointer, name), issues);
      if (field !== undefined) setOwn(fields, name, field);
    }
  }
  return fields;
}

/** A member of its own: one that a polluted prototype has is none of the schema. */
function own(json: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(json, name) ? json[name] : undefined;
}

/** A number of its own, if it is given; reports another value. */
function numberAt(json: JsonObject, name: 'min' | 'max' | 'exponent', pointer: string, issues: Issue[]): { readonly [name: string]: number } {
  const value = own(json, name);
  if (value === undefined) return {};
  if (typeof value === 'number' && (name !== 'exponent' || (Number.isInteger(value) && value >= 0 && value <= MAX_EXPONENT))) return { [name]: value };
  collect(issues, () => issue('rule/wrong-schema', childPointer(pointer, name)));
  return {};
}

function readSchemaField(json: Json | undefined, pointer: string, issues: Issue[]): Field | undefined {
  if (!isJsonObject(json)) return void collect(issues, () => issue('rule/wrong-schema', pointer));
  const given = own(json, 'type');
  const type = VALUE_TYPES.find((each) => each === given);
  if (type === undefined) return void collect(issues, () => issue('rule/unknown-type', childPointer(pointer, 'type'), { type: given ?? null }));
  const [listed, element] = [own(json, 'values'), own(json, 'element')];
  const values = isJsonList(listed) ? listed.filter((value) => typeof value === 'string') : undefined;
  if ((listed !== undefined && values === undefined) || (type === 'enum' && values === undefined)) collect(issues, () => issue('rule/wrong-schema', pointer));
  return {
    type,
    ...(values === undefined ? {} : { values }),
    ...numberAt(json, 'min', pointer, issues),
    ...numberAt(json, 'max', pointer, issues),
    ...numberAt(json, 'exponent', pointer, issues),
    ...(element === undefined ? {} : { element: readFields(element, childPointer(pointer, 'element'), issues) }),
  };
}
