import type { EditorField } from '../rules/editor-field.js';
import { EVERY, kindOf, operatorsFor, ORDERED, SINGLE, type BuilderOperator, type EditorKind } from './editor-kind.js';

/** A field of React Query Builder. Lists may be changed, as the types of that library have it: each call makes them anew. */
export interface QueryBuilderField {
  readonly name: string;
  readonly label: string;
  readonly inputType: 'number' | 'date' | 'text' | null;
  readonly valueEditorType: 'text' | 'select' | 'checkbox';
  /** What can be chosen, where values are listed. */
  readonly values?: { name: string; label: string }[];
  /** Those of its operators whose export is evaluated as it is. */
  readonly operators: { name: string; label: string }[];
  readonly valueSources: ['value'] | ['value', 'field'];
  /** The member below that says with which fields this one can be compared. */
  readonly comparator: 'comparable';
  readonly comparable: EditorKind;
  readonly unit?: string;
  readonly [key: string]: unknown;
}

interface LabelledOperator extends BuilderOperator {
  readonly label: string;
}

const TEXT: readonly EditorKind[] = ['text'];
const LISTED: readonly EditorKind[] = ['number', 'date', 'text', 'enum'];

/** In the order of the library, which gives them these labels. */
const OPERATORS: readonly LabelledOperator[] = [
  { name: '=', label: '=', needs: '==', kinds: SINGLE },
  { name: '!=', label: '!=', needs: '!=', kinds: SINGLE },
  { name: '<', label: '<', needs: '<', kinds: ORDERED },
  { name: '>', label: '>', needs: '>', kinds: ORDERED },
  { name: '<=', label: '<=', needs: '<=', kinds: ORDERED },
  { name: '>=', label: '>=', needs: '>=', kinds: ORDERED },
  { name: 'contains', label: 'contains', needs: 'contains', kinds: ['list'] },
  { name: 'beginsWith', label: 'begins with', needs: 'startsWith', kinds: TEXT },
  { name: 'endsWith', label: 'ends with', needs: 'endsWith', kinds: TEXT },
  { name: 'doesNotContain', label: 'does not contain', needs: 'contains', kinds: ['list'] },
  { name: 'doesNotBeginWith', label: 'does not begin with', needs: 'startsWith', kinds: TEXT },
  { name: 'doesNotEndWith', label: 'does not end with', needs: 'endsWith', kinds: TEXT },
  { name: 'null', label: 'is null', needs: 'present', kinds: EVERY },
  { name: 'notNull', label: 'is not null', needs: 'present', kinds: EVERY },
  { name: 'in', label: 'in', needs: 'in', kinds: LISTED },
  { name: 'notIn', label: 'not in', needs: 'in', kinds: LISTED },
  { name: 'between', label: 'between', needs: '<=', kinds: ORDERED },
  { name: 'notBetween', label: 'not between', needs: '<=', kinds: ORDERED },
];

const INPUT: { readonly [K in EditorKind]: Pick<QueryBuilderField, 'inputType' | 'valueEditorType'> } = {
  number: { inputType: 'number', valueEditorType: 'text' },
  date: { inputType: 'date', valueEditorType: 'text' },
  boolean: { inputType: null, valueEditorType: 'checkbox' },
  text: { inputType: 'text', valueEditorType: 'text' },
  enum: { inputType: null, valueEditorType: 'select' },
  list: { inputType: 'text', valueEditorType: 'text' },
};

export function toQueryBuilderField(field: EditorField): QueryBuilderField {
  const kind = kindOf(field);
  const { path, label, values, unit } = field;
  return {
    name: path,
    label,
    ...INPUT[values === undefined ? kind : 'enum'],
    ...(values === undefined ? {} : { values: values.map((each) => ({ name: each.value, label: each.label })) }),
    operators: operatorsFor(field, OPERATORS).map((operator) => ({ name: operator.name, label: operator.label })),
    valueSources: kind === 'list' || kind === 'boolean' ? ['value'] : ['value', 'field'],
    comparator: 'comparable',
    comparable: kind === 'enum' ? 'text' : kind,
    ...(unit === undefined ? {} : { unit }),
  };
}
