import type { Text } from '../../errors/json.js';
import type { FactValue } from '../../model/types.js';
import type { ValueType } from '../../rules/types.js';
import type { Reason, Redaction } from '../types.js';

/**
 * What made a part of a move, in the order in which they are told: the calendar alone (windows slide, days without a purchase add up), what
 * was done and paid, other dividing lines, another policy, an override, and data that were corrected since.
 */
export type MoveCause = 'calendar' | 'behaviour' | 'calibration' | 'policy' | 'override' | 'data';

/** A reason of a move: what is the case now, and what was before. */
export interface MoveReason extends Reason {
  /** The value before, where it was another one; null for missing. */
  readonly before?: FactValue;
  /** What was required before, where it was something else. */
  readonly requiredBefore?: FactValue;
}

/** What one cause did: the segment that it led to, and why. */
export interface MovePart {
  readonly cause: MoveCause;
  /** The segment that this cause led to, with all before it; for corrected data, the one that today's data give for the earlier day. */
  readonly segment: string;
  readonly reasons: readonly MoveReason[];
}

/** One of the factors of a figure, and what it did to the figure. */
export interface Driver {
  /** The fact; `rest` for what is left beside the others: of net spend the share that did not come back, of gross margin the margin. */
  readonly fact: string;
  readonly label?: Text;
  readonly type: ValueType;
  readonly unit?: string;
  readonly before: number;
  readonly after: number;
  /** What its change did to the figure, in the currency. */
  readonly change: number;
}

/** The change of a figure of money that is a product, split among what it is a product of. */
export interface FactDrivers {
  readonly fact: string;
  readonly label?: Text;
  readonly type: ValueType;
  readonly unit?: string;
  readonly before: FactValue;
  readonly after: FactValue;
  /** After less before; absent where it is not split. */
  readonly change?: number;
  /** Their changes sum to `change`, to the minor unit. Empty where it is not split. */
  readonly by: readonly Driver[];
  /** Why it is not split: on one of the days something is not known, or is 0 or less, which has no logarithm. */
  readonly notSplit?: 'missing' | 'not-positive';
}

/** Why a customer is in another segment than before: plain JSON, turned into words by `formatMove`. */
export interface Move<G extends string = string> {
  readonly schema: 'clientele.move/1';
  readonly customerId: string;
  /** The days or instants of the two classifications. */
  readonly asOf: { readonly before: string; readonly after: string };
  /** Of all money in it. */
  readonly currency: string;
  readonly from: string;
  readonly to: G;
  /** By the ranking of the policy; `none` where the segment is the same, `unranked` where one of the two has no rank. */
  readonly direction: 'up' | 'down' | 'none' | 'unranked';
  /** Only causes that changed the segment; none of them for a segment that is the same. */
  readonly parts: readonly MovePart[];
  /** The figures of money that changed and are a product of facts which both results keep, with what each of these did. */
  readonly drivers: readonly FactDrivers[];
  /** Causes that could not be told apart: without the record, `calendar` and `data` are within `behaviour`. */
  readonly omitted: readonly MoveCause[];
  readonly labels: { readonly [path: string]: Text };
  /** What was left out on request. */
  readonly redacted?: readonly Redaction[];
}
