import { collect, issueMaker, type Issue } from '../errors/issue.js';
import type { Json } from '../errors/json.js';
import { measureMessages } from '../errors/messages/measure.js';
import { suggestName } from '../internal/closest.js';
import { childPointer } from '../internal/pointer.js';
import type { Field } from '../rules/types.js';
import type { Windowed } from './catalogue.js';
import type { PartName } from './reading.js';
import { readRows, type Where } from './rows.js';
import { SOURCES, type Source, type SourceField } from './sources.js';
import { readWindow, type Window } from './window.js';

export const measureIssue = issueMaker(measureMessages);

export const TAKES = ['count', 'sum', 'share', 'ratio', 'change', 'when'] as const;
export type Take = (typeof TAKES)[number];

/** Ways to measure that the language will have; named so that an early user is told so. */
const PLANNED_TAKES = [
  'mean', 'min', 'max', 'distinct', 'first', 'last', 'daysSinceFirst', 'daysSinceLast', 'medianGap', 'variation', 'activePeriods', 'streak', 'trend',
];
const REMARKS = ['label', 'unit', 'note'];

export type JsonObject = { readonly [key: string]: Json };

export function isJsonObject(json: Json | undefined): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** Which take a measure uses, with its options; undefined, with issues, where it is not exactly one. */
export function readTake(json: JsonObject, pointer: string, issues: Issue[]): { readonly take: Take; readonly options: Json } | undefined {
  const named = Object.keys(json).filter((key) => !REMARKS.includes(key));
  const known = TAKES.join(', ');
  for (const key of named) {
    if (TAKES.some((take) => take === key)) continue;
    const code = PLANNED_TAKES.includes(key) ? 'measure/take-not-available' : 'measure/unknown-take';
    collect(issues, () => measureIssue(code, childPointer(pointer, key), { take: key, known }, { suggestion: suggestName(key, TAKES) }));
  }
  const takes = TAKES.filter((take) => json[take] !== undefined);
  const [take] = takes;
  if (take === undefined || takes.length > 1 || named.length > takes.length) {
    if (named.length === takes.length) collect(issues, () => measureIssue('measure/not-one-take', pointer, { known, count: takes.length }));
    return undefined;
  }
  return { take, options: json[take] ?? null };
}

/** The options of a take as an object that has no others than those named. */
export function readOptions(options: Json, take: Take, known: readonly string[], pointer: string, issues: Issue[]): JsonObject | undefined {
  const list = known.map((name) => `\`${name}\``).join(', ');
  if (!isJsonObject(options)) {
    collect(issues, () => measureIssue('measure/wrong-value', pointer, { name: take, value: JSON.stringify(options), expected: `{ ${list} }` }));
    return undefined;
  }
  for (const option of Object.keys(options)) {
    if (known.includes(option)) continue;
    collect(issues, () => measureIssue('measure/unknown-option', childPointer(pointer, option), { option, take, known: list }, { suggestion: suggestName(option, known) }));
  }
  return options;
}

/** Reads the window of a take; without one the policy's counts. */
function readOwnWindow(json: Json | undefined, standard: Window, fiscalYearStart: number, pointer: string, issues: Issue[]): Window {
  if (json === undefined) return standard;
  const window = readWindow(json, fiscalYearStart);
  if (window === null) collect(issues, () => measureIssue('measure/wrong-window', pointer));
  return window ?? standard;
}

/** A measure over the events of one part. */
export interface EventMeasure {
  readonly field: Field;
  readonly part: PartName;
  /** The fields of entries that it reads beyond those of every measure over the part. */
  readonly fields: readonly string[];
  readonly windowed: Windowed;
  readonly window: Window;
}

export interface EventMeasureSettings {
  readonly window: Window;
  readonly fiscalYearStart: number;
  /** Reads a rule over the fields of a source. */
  readonly readWhere: (rule: Json, source: Source, pointer: string, issues: Issue[]) => Where | undefined;
  readonly exponent: number;
}

function sourceOf(name: Json | undefined, pointer: string, issues: Issue[]): Source | undefined {
  const source = typeof name === 'string' && Object.hasOwn(SOURCES, name) ? SOURCES[name] : undefined;
  if (source === undefined) {
    const known = Object.keys(SOURCES);
    const of = typeof name === 'string' ? name : JSON.stringify(name ?? null);
    collect(issues, () => measureIssue('measure/unknown-source', pointer, { of, known: known.join(', ') }, { suggestion: suggestName(of, known) }));
  }
  return source;
}

/** Reads `lines.amount` as a source and one of its fields that can be summed. */
function summandOf(name: Json | undefined, pointer: string, issues: Issue[]): { readonly source: Source; readonly summand: SourceField } | undefined {
  const [part, figure] = typeof name === 'string' ? name.split('.') : [];
  const source = part !== undefined && Object.hasOwn(SOURCES, part) ? SOURCES[part] : undefined;
  const summand = source !== undefined && figure !== undefined && Object.hasOwn(source.fields, figure) ? source.fields[figure] : undefined;
  if (source !== undefined && summand !== undefined && isSummable(summand)) return { source, summand };
  const known = Object.entries(SOURCES).flatMap(([id, one]) =>
    Object.entries(one.fields).flatMap(([field, its]) => (isSummable(its) ? [`${id}.${field}`] : [])),
  );
  const of = typeof name === 'string' ? name : JSON.stringify(name ?? null);
  collect(issues, () => measureIssue('measure/unknown-field', pointer, { of, known: known.join(', ') }, { suggestion: suggestName(of, known) }));
  return undefined;
}

function isSummable({ field }: SourceField): boolean {
  return field.type === 'money' || field.type === 'number' || field.type === 'count';
}

/** Reads `count`, `sum` or `share`. */
export function readEventMeasure(take: 'count' | 'sum' | 'share', json: Json, pointer: string, settings: EventMeasureSettings, issues: Issue[]): EventMeasure | undefined {
  const options = readOptions(json, take, ['of', 'where', 'window'], pointer, issues);
  if (options === undefined) return undefined;
  const counted = take === 'count' ? sourceOf(options['of'], `${pointer}/of`, issues) : undefined;
  const summed = take === 'count' ? undefined : summandOf(options['of'], `${pointer}/of`, issues);
  const source = counted ?? summed?.source;
  if (source === undefined) return undefined;
  const window = readOwnWindow(options['window'], settings.window, settings.fiscalYearStart, `${pointer}/window`, issues);
  const rule = options['where'];
  const where = rule === undefined ? undefined : settings.readWhere(rule, source, `${pointer}/where`, issues);
  if (take === 'share' && rule === undefined) collect(issues, () => measureIssue('measure/where-missing', pointer));
  const field: Field = take === 'share' ? { type: 'ratio', min: 0, max: 1 } : take === 'count' ? { type: 'count', min: 0 } : withExponent(summed?.summand.field, settings.exponent);
  const fields = [...(source === SOURCES['lines'] ? ['lines'] : (where?.fields ?? [])), ...(summed?.summand === source.fields['units'] ? ['units', 'lines'] : [])];
  return { field, part: source.part, fields, window, windowed: readRows(take, source, summed?.summand, where?.rule) };
}

function withExponent(field: Field | undefined, exponent: number): Field {
  if (field === undefined) return { type: 'number' };
  return field.type === 'money' ? { ...field, exponent } : field;
}
