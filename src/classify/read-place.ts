import { ClassifierError } from '../errors/classifier-error.js';
import { isJsonList, isJsonObject, type Json, type JsonObject } from '../errors/json.js';
import { referenceIssue } from '../errors/reference-issue.js';
import { copyJson } from '../internal/copy-json.js';
import { withLimits } from '../internal/limits.js';
import { childPointer } from '../internal/pointer.js';

/** Results are larger than policies: a calibration keeps up to 1,000 values of each line. */
const RESULT_LIMITS = withLimits({ bytes: 50_000_000, nodes: 2_000_000, listLength: 100_000 });

/** A value of what a host kept, and where it stands. */
export interface Place {
  readonly value: Json | undefined;
  readonly name: string;
  readonly pointer: string;
  readonly code: 'calibration/not-understood' | 'classification/not-understood';
}

/** Refuses what was kept, for a problem at a place. */
export function refuse({ code, pointer }: Place, problem: string): never {
  throw new ClassifierError([referenceIssue(code, pointer, { problem })]);
}

/** Refuses what is not of the type that it must have. */
export function refuseType(place: Place, expected: string): never {
  return refuse(place, `\`${place.name}\` must be ${expected}`);
}

/** What a host kept, as a plain copy. */
export function readRoot(json: unknown, code: Place['code']): Place & { readonly value: JsonObject } {
  const { value, issues } = copyJson(json, RESULT_LIMITS);
  const [first] = issues;
  if (first !== undefined) throw new ClassifierError([first, ...issues.slice(1)]);
  const place: Place = { value, name: '', pointer: '', code };
  return isJsonObject(value) ? { ...place, value } : refuse(place, 'it is no object');
}

export function readObject(place: Place): JsonObject {
  return isJsonObject(place.value) ? place.value : refuseType(place, 'an object');
}

export function member(owner: Place, name: string): Place {
  const object = readObject(owner);
  return { value: Object.hasOwn(object, name) ? object[name] : undefined, name, pointer: childPointer(owner.pointer, name), code: owner.code };
}

export function members(owner: Place): readonly Place[] {
  return Object.keys(readObject(owner)).map((name) => member(owner, name));
}

export function elements(owner: Place, expected = 'a list'): readonly Place[] {
  const { value, name, pointer, code } = owner;
  if (!isJsonList(value)) return refuseType(owner, expected);
  return value.map((element, index) => ({ value: element, name: `${name}[${String(index)}]`, pointer: childPointer(pointer, index), code }));
}

export function readText(place: Place): string {
  return typeof place.value === 'string' ? place.value : refuseType(place, 'a text');
}

export function readNumber(place: Place): number {
  return typeof place.value === 'number' ? place.value : refuseType(place, 'a number');
}

/** Reads a member if it is there. */
export function readOptional(owner: Place, name: string, read: (place: Place) => unknown): void {
  const place = member(owner, name);
  if (place.value !== undefined) read(place);
}

export function readSchema(root: Place, schema: string): void {
  const place = member(root, 'schema');
  if (place.value !== schema) refuse(place, `\`schema\` must be \`${schema}\``);
}
