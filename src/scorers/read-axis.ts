// Reads one axis of a scorer that sets two against each other.
import { isJsonList, isJsonObject, type Json, type JsonObject } from '../errors/json.js';
import type { AxisOptions } from './axes.js';
import type { Cut } from './cut.js';
import { member, readObject, readPath } from './options.js';
import { readCut } from './read-cut.js';
import type { ReportOption } from './scorer.js';

/** One axis of a matrix: a figure with a cut, or a word out of a few. */
export interface MatrixAxisSpec {
  /** The path of the axis: a fact, the value or the band of another score, a field of the customer. */
  readonly of: string;
  /** Where a figure is divided into classes. Instead of `classes`, not beside it. */
  readonly cut?: Cut;
  /** The classes of a word, the lowest first: one word for each, or several that count as one class. */
  readonly classes?: readonly (string | readonly string[])[];
}

function isName(json: Json | undefined): json is string {
  return typeof json === 'string' && json.trim() !== '';
}

function namesOf(json: Json): readonly string[] | null {
  if (isName(json)) return [json];
  if (!isJsonList(json) || json.length === 0) return null;
  const names = json.filter((each) => isName(each));
  return names.length === json.length ? names : null;
}

function readClasses(json: Json, pointer: string, report: ReportOption): readonly (readonly string[])[] | undefined {
  const lists = isJsonList(json) ? json.map(namesOf) : [];
  const classes = lists.flatMap((names) => (names === null ? [] : [names]));
  const names = classes.flat();
  if (lists.length >= 2 && classes.length === lists.length && new Set(names).size === names.length) return classes;
  report(pointer, '`classes` must be a list of two or more different words, the lowest class first, such as ["low", "high"]');
  return undefined;
}

/** Reads an axis that must be there; what is wrong is reported and gives undefined. */
export function readAxis(object: JsonObject, id: string, report: ReportOption): AxisOptions | undefined {
  const json = member(object, id);
  const pointer = `/${id}`;
  if (json === undefined) {
    report(pointer, `\`${id}\` must be an axis, such as { "of": "netSpend", "cut": { "fixed": [1000] } }: add it`);
    return undefined;
  }
  const axis = readObject(json, ['of', 'cut', 'classes'], pointer, report);
  if (!isJsonObject(json)) return undefined;
  const input = readPath(axis, 'of', pointer, report);
  const [cutJson, classesJson] = [member(axis, 'cut'), member(axis, 'classes')];
  if ((cutJson === undefined) === (classesJson === undefined)) {
    report(pointer, 'an axis has exactly one of `cut`, for figures, and `classes`, for words such as the bands of a score');
    return undefined;
  }
  if (cutJson !== undefined) {
    const cut = readCut(cutJson, `${pointer}/cut`, report);
    return cut === undefined ? undefined : { id, input, cut };
  }
  const classes = readClasses(classesJson ?? null, `${pointer}/classes`, report);
  return classes === undefined ? undefined : { id, input, classes };
}
