// What the schema says of a record, told as issues. The schema library's own messages are never shown.
import { isBlank } from '../internal/blank.js';
import type * as z from 'zod/mini';
import { suggestName } from '../internal/closest.js';
import { childPointer } from '../internal/pointer.js';
import { isPlainObject } from './copy-record.js';
import { describeKind, showValue, type IssueList } from './issue-list.js';
import { suggestDate } from './moments.js';
import { leafKind, recordNode, recordSchema, type LeafKind, type SchemaNode } from './schema.js';

type SchemaIssue = z.core.$ZodIssue;

/** Where something is: its keys, JSON Pointer and value. */
interface Place {
  readonly field: string;
  readonly pointer: string;
  readonly value: unknown;
}

/** Reports what does not have the shape of a record. */
export function checkShape(record: unknown, list: IssueList): void {
  const result = recordSchema.safeParse(record);
  if (result.success) return;
  for (const issue of result.error.issues) {
    if (list.isFull()) return;
    report(issue, [], record, list);
  }
}

function report(issue: SchemaIssue, above: readonly PropertyKey[], record: unknown, list: IssueList): void {
  const path = [...above, ...issue.path];
  const place = placeOf(path, record);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.forEach((key) => {
        const suggestion = suggestName(key, fieldsAt(path));
        list.add('record/unknown-field', childPointer(place.pointer, key), { field: key }, { suggestion });
      });
    case 'invalid_union':
      return optionMeant(issue.errors).forEach((inner) => report(inner, path, record, list));
    case 'invalid_value':
      return reportEnum(place, issue.values.map(String), list);
    case 'custom':
      return reportLeaf(leafKind(issue), place, list);
    case 'invalid_type':
      return reportType(place, EXPECTED_TYPES[issue.expected] ?? issue.expected, list);
    default:
      return reportType(place, 'another value', list);
  }
}

/** Of the issues of each option of a choice: those of the option whose outer form fits, else of the first. */
function optionMeant(options: readonly (readonly SchemaIssue[])[]): readonly SchemaIssue[] {
  return options.find((issues) => issues.every((issue) => issue.code === 'unrecognized_keys' || issue.path.length > 0)) ?? options[0] ?? [];
}

function placeOf(path: readonly PropertyKey[], record: unknown): Place {
  let field = '';
  let pointer = '';
  let value = record;
  for (const key of path) {
    if (typeof key === 'symbol') break;
    const name = String(key);
    pointer = childPointer(pointer, name);
    if (Array.isArray(value)) {
      field = `${field}[${name}]`;
      value = value[Number(name)];
    } else {
      field = name;
      value = isPlainObject(value) ? value[name] : undefined;
    }
  }
  return { field: field === '' ? 'record' : field, pointer, value };
}

/** The names of the fields that an object at a path may have. */
function fieldsAt(path: readonly PropertyKey[]): readonly string[] {
  const step = (node: SchemaNode, key: PropertyKey): readonly SchemaNode[] => {
    if (node.kind === 'list') return optionsOf(node.element);
    const field = node.kind === 'object' ? node.fields[String(key)] : undefined;
    return field === undefined ? [] : optionsOf(field);
  };
  const nodes = path.reduce<readonly SchemaNode[]>((at, key) => at.flatMap((node) => step(node, key)), [recordNode]);
  return nodes.flatMap((node) => (node.kind === 'object' ? Object.keys(node.fields) : []));
}

function optionsOf(node: SchemaNode): readonly SchemaNode[] {
  return node.kind === 'choice' ? node.options : [node];
}

const EXPECTED_TYPES: { readonly [type: string]: string } = {
  string: 'a text',
  number: 'a number',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

const EXPECTED_LEAVES: { readonly [K in LeafKind | 'plain']: string } = {
  text: 'a text',
  when: 'a date',
  money: 'an amount',
  fact: 'a number, a text, true or false, null, or a list of numbers and texts',
  period: 'a period such as `2026-Q2`',
  plain: 'another value',
};

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && isBlank(value));
}

function isNotFinite(value: unknown): boolean {
  return (typeof value === 'number' && !Number.isFinite(value)) || (Array.isArray(value) && value.some(isNotFinite));
}

function reportType(place: Place, expected: string, list: IssueList): void {
  const { field, pointer, value } = place;
  if (value === undefined || value === null) return list.add('record/missing-field', pointer, { field, expected });
  if (isNotFinite(value)) return list.add('record/not-finite', pointer, { field, given: describeKind(value) });
  const suggestion = expected === 'a text' && (typeof value === 'number' || typeof value === 'bigint') ? `"${String(value)}"` : undefined;
  return list.add('record/wrong-type', pointer, { field, given: describeKind(value), expected }, { suggestion });
}

function reportEnum(place: Place, values: readonly string[], list: IssueList): void {
  const { field, pointer, value } = place;
  if (typeof value !== 'string') return reportType(place, `one of ${values.join(', ')}`, list);
  const suggestion = suggestName(value, values);
  return list.add('record/wrong-value', pointer, { field, given: showValue(value), values: values.join(', ') }, { suggestion });
}

function reportLeaf(kind: LeafKind | 'plain', place: Place, list: IssueList): void {
  const { pointer, value } = place;
  const expected = EXPECTED_LEAVES[kind];
  if (kind !== 'fact' && isMissing(value)) return list.add('record/missing-field', pointer, { field: place.field, expected });
  // The writer tells which elements of a fact are not finite.
  if (kind === 'fact' && isNotFinite(value)) return;
  if (isNotFinite(value) || kind === 'text' || kind === 'fact' || kind === 'plain') return reportType(place, expected, list);
  const given = showValue(value);
  if (kind === 'money') return list.add('money/not-money', pointer, { given });
  if (kind === 'period') return list.add('record/period-not-understood', pointer, { given });
  return list.add('time/not-a-date', pointer, { given }, { suggestion: typeof value === 'string' ? suggestDate(value) : undefined });
}
