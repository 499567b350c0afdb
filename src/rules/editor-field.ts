import type { ValueType } from './types.js';

/** A path that rules may use, as an editor of rules shows it. */
export interface EditorField {
  /** What `var` names. */
  readonly path: string;
  readonly type: ValueType;
  readonly label: string;
  /** What one of it is called, such as `boxes`. */
  readonly unit?: string;
  /** All values that it can have, where they are listed. */
  readonly values?: readonly { readonly value: string; readonly label: string }[];
  /** The operators that take it as their first operand. */
  readonly operators: readonly string[];
}
