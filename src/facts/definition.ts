import type { Field, RuleValue, Slots } from '../rules/types.js';
import type { Behind } from './behind.js';
import type { Windowed } from './fact-definition.js';
import type { History } from './history.js';
import type { Movement } from './movement.js';
import type { Need } from './requirements.js';
import type { Window } from './window.js';

/** Computes a fact; undefined where it is missing. The facts it needs are in their slots. */
export type Compute = (history: History, slots: Slots) => RuleValue | undefined;

/** What a fact is and how it is made. */
export interface Definition {
  readonly field: Field;
  /** The parts of a record that it reads, and how far back. */
  readonly needs: readonly Need[];
  /** The facts and fields that it is computed from. */
  readonly inputs: readonly string[];
  /** Undefined for a fact that only the host can give. */
  readonly compute: Compute | undefined;
  /** When it may be another although nothing happens; undefined for what follows from its inputs, and for what is given. */
  readonly movement?: Movement | undefined;
  /** How it is computed over other days; undefined where it has no window. */
  readonly windowed?: { readonly of: Windowed; readonly window: Window; readonly behind: Behind | undefined } | undefined;
  /** The events behind it; undefined for what follows from its inputs alone, and for what is given. */
  readonly behind?: ((history: History) => readonly string[]) | undefined;
}
