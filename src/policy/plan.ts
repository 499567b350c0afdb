import type { Issue } from '../errors/issue.js';
import type { PlannedField } from '../facts/compute.js';
import type { PlannedFact } from '../facts/plan.js';
import type { PlugInOperator } from '../rules/define-operator.js';
import type { Field, RuleNode } from '../rules/types.js';
import type { ScoreResult, ScorerImplementation } from '../scorers/scorer.js';
import type { HitPolicy, Policy } from './types.js';

/** An input of a score: where its value stands, and what it is. */
export interface PlannedInput {
  readonly path: string;
  readonly slot: number;
  readonly field: Field;
}

/** A rule that a score asks, under the name by which the scorer knows the answer. */
export interface PlannedCondition {
  readonly key: string;
  readonly tree: RuleNode;
  /** The band that it leads to, where it leads to one. */
  readonly band: string | undefined;
}

export interface PlannedScore {
  readonly id: string;
  readonly scorer: ScorerImplementation;
  readonly options: unknown;
  /** What it gives with these options. */
  readonly result: ScoreResult;
  readonly inputs: readonly PlannedInput[];
  readonly conditions: readonly PlannedCondition[];
  /** Slots of everything that it reads, for itself and for its conditions. */
  readonly slots: readonly number[];
  readonly valueField: Field;
  readonly valueSlot: number;
  readonly bandSlot: number;
  /** True if it cannot be given without a calibration. */
  readonly isFitted: boolean;
}

/** The band that a score had in the previous class, as rules and scores read it. */
export interface PreviousBand {
  readonly score: string;
  readonly path: string;
  readonly slot: number;
  readonly field: Field;
}

export interface PlannedRule {
  readonly segment: string;
  /** JSON Pointer of the rule, or of the segment that has it as its `when`. */
  readonly pointer: string;
  readonly tree: RuleNode;
}

/** A policy that was read: every name resolved, every rule a tree, everything in an order in which it can be computed. */
export interface PolicyPlan {
  readonly policy: Policy;
  readonly hashes: { readonly policy: string; readonly fit: string };
  /** What a result names the policy by: one frozen object for all of them. */
  readonly reference: { readonly id: string; readonly version: string; readonly hash: string };
  readonly exponent: number;
  readonly fiscalYearStart: number;
  /** Slot i holds the value of this path. */
  readonly paths: readonly string[];
  /** The slot of a path; -1 for one that nothing reads. */
  readonly slotOf: (path: string) => number;
  readonly field: (path: string) => Field | undefined;
  readonly fields: readonly PlannedField[];
  readonly facts: readonly PlannedFact[];
  readonly scores: readonly PlannedScore[];
  /** In order of trying. */
  readonly rules: readonly PlannedRule[];
  /** Every rule by its JSON Pointer, those of measures and scores too. */
  readonly trees: ReadonlyMap<string, RuleNode>;
  /** The host's own operators. */
  readonly operators: readonly PlugInOperator[];
  readonly hitPolicy: HitPolicy;
  /** The place of a segment in the ranking, 0 for the best. */
  readonly rank: ReadonlyMap<string, number>;
  /** Segment ids by their own and their former names. */
  readonly segmentNames: ReadonlyMap<string, string>;
  /** Every path that a rule, a measure or a score names. */
  readonly used: ReadonlySet<string>;
  /** The paths that a fact is computed from; none for what is given or counted from events. */
  readonly inputs: (id: string) => readonly string[];
  readonly previousSlot: number | undefined;
  /** The bands of the previous class that something reads. */
  readonly previousBands: readonly PreviousBand[];
  /** Warnings and notes. */
  readonly issues: readonly Issue[];
}
