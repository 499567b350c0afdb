import type { EditorField } from '../rules/editor-field.js';
import { NUMERIC_TYPES } from '../rules/types.js';

/** What a query builder has to tell apart. An enum whose values are not listed is edited as a text. */
export type EditorKind = 'number' | 'date' | 'boolean' | 'text' | 'enum' | 'list';

export function kindOf({ type, values }: EditorField): EditorKind {
  if (NUMERIC_TYPES.includes(type)) return 'number';
  if (type === 'enum') return values === undefined ? 'text' : 'enum';
  return type === 'date' || type === 'boolean' || type === 'list' ? type : 'text';
}

/** An operator of a query builder. */
export interface BuilderOperator {
  readonly name: string;
  /** The operator of rules that says the same. */
  readonly needs: string;
  /** Where its export is read as it is, without a mend. */
  readonly kinds: readonly EditorKind[];
}

export const ORDERED: readonly EditorKind[] = ['number', 'date'];
export const SINGLE: readonly EditorKind[] = ['number', 'date', 'boolean', 'text', 'enum'];
export const EVERY: readonly EditorKind[] = [...SINGLE, 'list'];

/** The operators of a builder whose export the field takes. */
export function operatorsFor<T extends BuilderOperator>(field: EditorField, operators: readonly T[]): readonly T[] {
  const kind = kindOf(field);
  return operators.filter(({ needs, kinds }) => kinds.includes(kind) && field.operators.includes(needs));
}
