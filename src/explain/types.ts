import type { Finding } from '../errors/issue.js';
import type { Json, Text } from '../errors/json.js';
import type { PartName } from '../facts/reading.js';
import type { FactValue, Override } from '../model/types.js';
import type { ValueType } from '../rules/types.js';
import type { Axis, Contribution } from '../scorers/scorer.js';
import type { Status } from '../classify/types.js';
import type { ReasonCode } from './reason-codes.js';

/** One condition of a rule, with what was the case: structure first, words last. */
export interface Reason {
  /** What is the case: `reason/at-least` where the fact is at least what is required, `reason/below` where it is not. */
  readonly code: ReasonCode;
  /** JSON Pointer of the condition in the policy. */
  readonly pointer: string;
  /** The path that the condition is about: one of `facts`. */
  readonly fact: string;
  /** All paths that the condition reads, where they are several. */
  readonly facts?: readonly string[];
  /** The policy's own label of the fact. */
  readonly label?: Text;
  readonly type: ValueType;
  /** Money in major units; null for missing. In `reason/lowers` the points, below 0; those of a score that is a share are a part of 1. */
  readonly actual: FactValue;
  /** What the fact was compared with; both bounds of a range. */
  readonly required?: FactValue;
  /** The path that `required` is the value of, where the fact was compared with another. */
  readonly requiredFact?: string;
  /** What the rule asks for, such as `>=`. With two bounds `between` takes both in, and `<` neither. */
  readonly comparator?: string;
  /** How far the fact is from the threshold, never negative, in the unit of the fact. */
  readonly distance?: number;
  readonly unit?: string;
  /**
   * The events behind the fact: their ids, or their places in the record (`/transactions/3`) where they have none. The weightiest first, at most
   * five. Only where the record was given, and for what was counted from it.
   */
  readonly evidence?: readonly string[];
  /** The parts of the record that those events are in. */
  readonly evidenceParts?: readonly PartName[];
  /** How many more events there are. */
  readonly evidenceMore?: number;
  /** Of a yes or no that a measure gives by a rule: conditions that are enough for it, or those that it lacks. */
  readonly because?: readonly Reason[];
}

/** A value that the record of today gives otherwise than the classification has it: of the same day, so that something was corrected since. */
export interface Difference {
  /** The path: a fact, or a field of the customer. */
  readonly fact: string;
  /** The policy's own label of the fact. */
  readonly label?: Text;
  readonly type: ValueType;
  readonly unit?: string;
  /** As it is in the classification; null for missing. */
  readonly then: FactValue;
  /** As the record gives it today. */
  readonly now: FactValue;
}

/** What is taken for granted where it is told until when a class holds. */
export type ValidityAssumption =
  /** Facts that the record gives stay as they are, those too that grow with the days. */
  'given-facts-unchanged';

/**
 * What is left out of an explanation or a move on request: what is `protected`, with all that is made of it; what is `personal`, which is
 * every text that a person wrote into the record; the `ids` of the customer and of events.
 */
export type Redaction = 'protected' | 'personal' | 'ids';

/** Until when a class holds if nothing more happens; nulls where nothing changes it within the horizon. */
export interface Validity<G extends string = string> {
  /** The last calendar day that the class holds. */
  readonly lastDay: string | null;
  /** The instant, with offset, from which it does not. */
  readonly changesAt: string | null;
  readonly becomes: G | null;
  /** The condition that turned, as it is on the first day of the next class. */
  readonly because?: Reason;
  /** The last day that was looked at. */
  readonly through: string;
  readonly assumptions?: readonly ValidityAssumption[];
}

/**
 * What has to stay as it is for a counterfactual to hold: nothing else happens until then; plans stay; the dividing lines of the calibration
 * stay.
 */
export type Assumption = 'nothing-else' | 'plan-unchanged' | 'calibration-unchanged';

/** A fact that changes, and what is done for it. */
export interface FactChange {
  readonly fact: string;
  /** The policy's own label of the fact. */
  readonly label?: Text;
  readonly unit?: string;
  readonly type: ValueType;
  /** As it is in the classification. */
  readonly from: FactValue;
  /** As it would be on the day. */
  readonly to: FactValue;
  /**
   * What is done: `purchase` (one more of an `amount`, or a `count` of any amount), `pay` (an `amount` of what is open, with the `invoices`
   * that it goes to), `reach-target` (`amount` more of the plan of a `period`), `set` (another `value` of a fact that the host gives) or
   * `wait` (`days` in which nothing happens). Money is in major units; `by` is the last day.
   */
  readonly action: { readonly [name: string]: Json };
}

/** A change that would move a customer: the smallest of its kind, verified by classifying the changed record. */
export interface Counterfactual<G extends string = string> {
  readonly to: G;
  readonly direction: 'up' | 'down' | 'other';
  /** Still to come, or what would have been needed in a period that has ended. */
  readonly kind: 'ahead' | 'hindsight';
  /** The last day on which it can be done, or could have been; absent where only given facts are other ones. */
  readonly by?: string;
  readonly changes: readonly FactChange[];
  readonly assumptions: readonly Assumption[];
  readonly verified: true;
}

/** A better segment to which no way was found, and what stands in it first of all. */
export interface NoWay<G extends string = string> {
  readonly segment: G;
  readonly obstacle?: Reason;
}

/** A score that a rule which was tried reads, opened. */
export interface ExplainedScore {
  readonly id: string;
  readonly label?: Text;
  readonly value: number | null;
  /** Type of the value, such as money. */
  readonly type: ValueType;
  readonly band: string | null;
  /** The numbers of the classes of all axes side by side, where they have numbers. */
  readonly code?: string;
  /** Left to right they sum to the value. */
  readonly contributions?: readonly (Contribution & { readonly label?: Text })[];
  /** Where each value that was compared lies against its line: the two axes of a quadrant, the one of any other score. */
  readonly axes?: readonly (Axis & { readonly type: ValueType; readonly label?: Text; readonly unit?: string })[];
  /** Whom a rank is among where that is not all customers: those that share this value, null where it is not told. */
  readonly peers?: { readonly by: string; readonly value: FactValue };
  /** Where a rule led to the band: conditions of it that are enough for it to hold. */
  readonly because?: readonly Reason[];
  /** True where the band is that of the previous class, and the facts of the day alone do not give it. */
  readonly kept?: true;
  /** The day of the next purchase, in a rhythm like before. */
  readonly expected?: { readonly date: string };
  readonly reason?: string;
}

/** What keeps a customer from a segment. Where nothing does, its rule holds, and another decided. */
export interface WhyNot<G extends string = string> {
  readonly segment: G;
  readonly failed: readonly Reason[];
  /** Paths of what is missing. */
  readonly missing: readonly string[];
  /** True for a segment that no rule leads to: it is given where no rule holds, where too little is known, or by overrides. */
  readonly hasNoRule?: true;
  /** True where it was asked for. */
  readonly isAsked?: true;
}

/** An override that is stated and not in force on the day. */
export interface IdleOverride extends Pick<Override, 'segment' | 'actor' | 'reason'> {
  /** It has ended, is still to come, or names a segment that the policy has not. */
  readonly state: 'expired' | 'not-yet' | 'unknown-segment';
  /** The days, or instants with offset, from which and until which it is stated to hold. */
  readonly from?: string;
  readonly until?: string;
}

/** Why a customer has its segment: plain JSON, turned into words by `formatExplanation`. */
export interface Explanation<G extends string = string> {
  readonly schema: 'clientele.explanation/1';
  readonly customerId: string;
  readonly asOf: string;
  readonly policy: { readonly id: string; readonly version: string };
  /** Of all money in it. */
  readonly currency: string;
  readonly segment: G;
  readonly status: Status;
  /** Conditions of the winning rule that are enough for it to hold, and of which none can be dropped. */
  readonly because: readonly Reason[];
  /** For each rule tried before: the conditions that keep it from holding, or the missing facts that leave it unknown. */
  readonly passedOver: readonly { readonly segment: G; readonly reasons: readonly Reason[]; readonly missing: readonly string[] }[];
  /**
   * For each other rule that holds: conditions that are enough for it. There are some where all rules are tried: those of `collect` and the orders,
   * those that made a decision ambiguous, and others for the same segment or a worse one.
   */
  readonly alsoHolding: readonly { readonly segment: G; readonly reasons: readonly Reason[] }[];
  /** Negative contributions to the scores that the winning rule reads, each as `reason/lowers`. */
  readonly against: readonly Reason[];
  /**
   * For each better segment, the best first, and then for those that were asked for: the conditions that failed, and the missing facts that
   * would decide it. What a measure or score was made without stands behind it.
   */
  readonly whyNot: readonly WhyNot<G>[];
  /** The scores that the rules which were tried read. */
  readonly scores: readonly ExplainedScore[];
  /** The smallest changes that would move the customer, at most three: upwards the cheapest first, then the smallest slip downwards. */
  readonly counterfactuals: readonly Counterfactual<G>[];
  /** The next better segments to which nothing that can be done was found to lead. */
  readonly noWay: readonly NoWay<G>[];
  readonly validity: Validity<G> | null;
  /** What the record that was given says otherwise than the classification: corrected or entered late since. What rests on the previous class is left out. */
  readonly differs: readonly Difference[];
  readonly findings: readonly Finding[];
  readonly override?: Override;
  /** Overrides that are stated and not in force, with who set them and why. */
  readonly idleOverrides: readonly IdleOverride[];
  /** What the rules said, where an override is in force: `because` and the rest are about it. */
  readonly computed?: { readonly segment: G; readonly status: Status };
  /** The segment of the rule that holds, where too little is known to give it: `because` is about this one. */
  readonly holding?: G;
  /** Parts that could not be made. */
  readonly omitted: readonly string[];
  /**
   * The policy's own labels of what is named here: facts by path, `scores.<id>`, `segments.<id>`, `segments.<id>.public`, and
   * values of enums as `<path>=<value>`.
   */
  readonly labels: { readonly [path: string]: Text };
  /** What was left out on request. */
  readonly redacted?: readonly Redaction[];
}
