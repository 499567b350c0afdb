import type { JsonObject } from '../errors/json.js';
import type { RuleValue, ValueType } from '../rules/types.js';
import type { History } from './history.js';
import type { Moves } from './movement.js';
import type { PartName } from './reading.js';
import type { DayRange } from './window.js';

/** Computes a fact over a range of days; undefined where it is missing. `fact` is its id, for findings. */
export type Windowed = (history: History, range: DayRange, fact: string) => RuleValue | undefined;

/** A fact that is ready to be used by its id. */
export interface FactDefinition {
  readonly type: ValueType;
  /** True if it can be missing although everything it needs is known: there is no mean of nothing. */
  readonly nullable: boolean;
  /** The range outside of which a threshold is probably a mistake. */
  readonly min?: number;
  readonly max?: number;
  /** All values of an enum. */
  readonly values?: readonly string[];
  /** True for what a person must not be judged by: a rule that uses it gets a warning. */
  readonly protected?: boolean;
  /** True if it looks at the policy's window; else at the whole life, or at the periods of plans. */
  readonly takesWindow: boolean;
  /** What it is counted over where that is neither the window, nor the whole life, nor plans: for the documents. */
  readonly over?: string;
  readonly parts: readonly PartName[];
  /** True if a function over a window has to know what was before the window, too. */
  readonly readsWholeLife?: boolean;
  /** True if it reads the plan that runs, not those that have ended. */
  readonly readsRunningPlan?: boolean;
  /** How it moves with the days beyond what enters and leaves its window; undefined where that is all. */
  readonly moves?: Moves;
  /** The fields of entries that it reads beyond those of every fact over the part. */
  readonly fields?: readonly string[];
  /** The fields of the customer that it reads. */
  readonly customer?: readonly string[];
  readonly description: string;
  /** How it is made: a measure, a function where the language of measures cannot say it, or by the host alone. */
  readonly of: Windowed | { readonly measure: JsonObject } | 'given';
}

export const COUNT = { type: 'count', nullable: false, min: 0, max: 1_000_000 } as const;
export const MONEY = { type: 'money', nullable: false } as const;
export const DAYS = { type: 'days', nullable: true, min: 0, max: 36_500 } as const;
/** A part of a whole. */
export const SHARE = { type: 'ratio', nullable: true, min: 0, max: 1 } as const;
/** One thing divided by another. */
export const RATE = { type: 'ratio', nullable: true, min: 0, max: 10 } as const;
export const SALES = { parts: ['transactions'] } as const;
export const IN_WINDOW = { takesWindow: true } as const;
export const WHOLE_LIFE = { takesWindow: false } as const;
