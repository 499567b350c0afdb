import type { Text } from '../../errors/json.js';
import type { FactValue } from '../../model/types.js';
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
  /** Causes that could not be told apart: without the record, `calendar` and `data` are within `behaviour`. */
  readonly omitted: readonly MoveCause[];
  readonly labels: { readonly [path: string]: Text };
  /** What was left out on request. */
  readonly redacted?: readonly Redaction[];
}
