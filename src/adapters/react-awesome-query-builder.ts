import type { EditorField } from '../rules/editor-field.js';
import { EVERY, kindOf, operatorsFor, ORDERED, type BuilderOperator, type EditorKind } from './editor-kind.js';

/** A member of `config.fields` of React Awesome Query Builder, with its key as `name`. Lists may be changed, as the types of that library have it. */
export interface AwesomeField {
  /** The key: the path without dots, which would part a field from its parents. */
  readonly name: string;
  /** The path, as rules name it. */
  readonly fieldName: string;
  readonly label: string;
  readonly type: 'number' | 'date' | 'boolean' | 'text' | 'select' | 'multiselect';
  readonly fieldSettings: {
    readonly min?: number;
    readonly step?: number;
    readonly listValues?: { value: string; title: string }[];
    readonly allowCustomValues?: boolean;
  };
  /** Those of its operators whose export is evaluated as it is. */
  readonly operators: string[];
  readonly unit?: string;
  readonly [key: string]: unknown;
}

const COMPARED: readonly EditorKind[] = ['number', 'date', 'boolean', 'text'];
const ENUM: readonly EditorKind[] = ['enum'];
const LIST: readonly EditorKind[] = ['list'];

/** Without `multiselect_equals`: it is shown as equality and exported as "each element is one of". */
const OPERATORS: readonly BuilderOperator[] = [
  { name: 'equal', needs: '==', kinds: COMPARED },
  { name: 'not_equal', needs: '!=', kinds: COMPARED },
  { name: 'less', needs: '<', kinds: ORDERED },
  { name: 'less_or_equal', needs: '<=', kinds: ORDERED },
  { name: 'greater', needs: '>', kinds: ORDERED },
  { name: 'greater_or_equal', needs: '>=', kinds: ORDERED },
  { name: 'between', needs: '<=', kinds: ORDERED },
  { name: 'not_between', needs: '<=', kinds: ORDERED },
  { name: 'select_equals', needs: '==', kinds: ENUM },
  { name: 'select_not_equals', needs: '!=', kinds: ENUM },
  { name: 'select_any_in', needs: 'in', kinds: ENUM },
  { name: 'select_not_any_in', needs: 'in', kinds: ENUM },
  { name: 'multiselect_contains', needs: 'contains', kinds: LIST },
  { name: 'multiselect_not_contains', needs: 'contains', kinds: LIST },
  { name: 'is_null', needs: 'present', kinds: EVERY },
  { name: 'is_not_null', needs: 'present', kinds: EVERY },
];

const TYPES: { readonly [K in EditorKind]: AwesomeField['type'] } = {
  number: 'number',
  date: 'date',
  boolean: 'boolean',
  text: 'text',
  enum: 'select',
  list: 'multiselect',
};

/** The path as one key, and no two paths as the same: `scores.value.band` is `scores/value/band`. */
function keyOf(path: string): string {
  return path.replace(/~/g, '~0').replace(/\//g, '~1').replace(/\./g, '/');
}

function settingsOf(field: EditorField, kind: EditorKind): AwesomeField['fieldSettings'] {
  const listValues = (field.values ?? []).map(({ value, label }) => ({ value, title: label }));
  if (kind === 'enum') return { listValues };
  if (kind === 'list') return { listValues, allowCustomValues: field.values === undefined };
  return field.type === 'count' ? { min: 0, step: 1 } : {};
}

export function toAwesomeField(field: EditorField): AwesomeField {
  const kind = kindOf(field);
  return {
    name: keyOf(field.path),
    fieldName: field.path,
    label: field.label,
    type: TYPES[kind],
    fieldSettings: settingsOf(field, kind),
    operators: operatorsFor(field, OPERATORS).map(({ name }) => name),
    ...(field.unit === undefined ? {} : { unit: field.unit }),
  };
}
