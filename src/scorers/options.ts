import { isJsonObject, type Json, type JsonObject } from '../errors/json.js';
import { closestName } from '../internal/closest.js';
import { childPointer } from '../internal/pointer.js';
import type { ReportOption } from './scorer.js';

/** A member of the object itself, never of its prototype. */
export function member(object: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** A member, or what stands for one that is absent. Null is there. */
export function memberOr(object: JsonObject, name: string, usual: Json): Json {
  const value = member(object, name);
  return value === undefined ? usual : value;
}

/** Reads an object of options: anything else, and every option that is not known, is reported. */
export function readObject(json: Json, known: readonly string[], pointer: string, report: ReportOption): JsonObject {
  if (!isJsonObject(json)) {
    report(pointer, `give an object of options: ${known.join(', ')}`);
    return {};
  }
  for (const name of Object.keys(json)) {
    if (known.includes(name)) continue;
    report(childPointer(pointer, name), `unknown option \`${name}\`: use ${known.join(', ')}`, closestName(name, known));
  }
  return json;
}

/** Reads the path of a fact or score. Without a fallback it is required. */
export function readPath(object: JsonObject, name: string, pointer: string, report: ReportOption, fallback?: string): string {
  const path = member(object, name);
  if (typeof path === 'string' && path.trim() !== '') return path;
  if (path === undefined && fallback !== undefined) return fallback;
  const mend = path === undefined ? ': add it' : '';
  report(childPointer(pointer, name), `\`${name}\` must be the path of a fact, such as \`netSpend\`${mend}`);
  return fallback ?? '';
}

/** Reads a whole number of at least 1. Without a fallback it is required; what is wrong is reported, and is undefined. */
export function readWhole(
  object: JsonObject,
  name: string,
  unit: string,
  pointer: string,
  report: ReportOption,
  fallback?: number,
): number | undefined {
  const value = member(object, name);
  if (value === undefined && fallback !== undefined) return fallback;
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 1) return value;
  const mend = value === undefined ? ': add it' : '';
  report(childPointer(pointer, name), `\`${name}\` must be a whole number of ${unit}, 1 or more${mend}`);
  return undefined;
}

/** Reads one of a few words; anything else is reported and gives the fallback. */
export function readWord<Word extends string>(
  object: JsonObject,
  name: string,
  words: readonly Word[],
  fallback: Word,
  pointer: string,
  report: ReportOption,
): Word {
  const value = member(object, name);
  if (value === undefined) return fallback;
  const word = words.find((each) => each === value);
  if (word === undefined) {
    const quoted = words.map((each) => `\`${each}\``);
    const choice = quoted.length > 2 ? `one of ${quoted.join(', ')}` : quoted.join(' or ');
    report(childPointer(pointer, name), `\`${name}\` must be ${choice}`, typeof value === 'string' ? closestName(value, words) : undefined);
  }
  return word ?? fallback;
}

/**
 * Reads the mode of a score, and to whom what is wrong with its other options is reported: to nobody where the mode is none, for then nobody knows
 * which options there are.
 */
export function readMode<Word extends string>(json: Json, modes: readonly Word[], usual: Word, report: ReportOption): { readonly mode: Word; readonly report: ReportOption } {
  const object = isJsonObject(json) ? json : {};
  const given = member(object, 'mode');
  const isMode = given === undefined || modes.some((each) => each === given);
  return { mode: readWord(object, 'mode', modes, usual, '', report), report: isMode ? report : () => undefined };
}
