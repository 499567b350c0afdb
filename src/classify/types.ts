import type { Finding } from '../errors/issue.js';
import type { Json } from '../errors/json.js';
import type { FactValue, Override, When } from '../model/types.js';
import type { Score } from '../scorers/scorer.js';

/** As of when a customer is classified. */
export interface AsOf {
  /** A day (all of it counts, in the policy's time zone) or an instant (events up to and including it count). */
  readonly asOf: When;
}

/** How a segment came about. */
export type Status =
  /** A rule gave it, and no rule tried before was unknown. */
  | 'matched'
  /** No rule holds. */
  | 'otherwise'
  /** Several segments were given where only one may be. */
  | 'ambiguous'
  /** Too little is known to be sure. */
  | 'undetermined'
  /** A person gave it. */
  | 'overridden';

/** The segment of a customer, as of a day, with everything it was decided by: plain JSON. */
export interface Classification<G extends string = string, S extends string = string> {
  readonly schema: 'clientele.classification/1';
  readonly customerId: string;
  /** The day, or the instant with its offset. */
  readonly asOf: string;
  readonly policy: { readonly id: string; readonly version: string; readonly hash: string };
  readonly calibration?: { readonly asOf: string; readonly hash: string };
  readonly segment: G;
  readonly status: Status;
  /** JSON Pointer of the rule that won, or of the segment whose `when` it is; null where none did. */
  readonly rule: string | null;
  /** The segments of all rules that were tried and hold. */
  readonly matched: readonly G[];
  /** The segments of all rules that were tried and are unknown. */
  readonly undecided: readonly G[];
  /** The facts that the policy reads or declares: money in major units, null for missing. */
  readonly facts: { readonly [id: string]: FactValue };
  /** The other values that the policy reads, by path: fields of the customer, assessments, the previous segment. */
  readonly fields: { readonly [path: string]: FactValue };
  readonly scores: { readonly [K in S]: Score };
  readonly findings: readonly Finding[];
  /** The override that is in force. */
  readonly override?: Override;
  /** What the rules said, where an override is in force. */
  readonly computed?: { readonly segment: G; readonly status: Status };
}

/** The frozen dividing lines that a population gave a policy's scores: plain JSON, to be kept by the host. */
export interface Calibration {
  readonly schema: 'clientele.calibration/1';
  readonly asOf: string;
  /** Of all the rest: it shows a change. */
  readonly hash: string;
  /** Of the part of the policy that it depends on. */
  readonly fit: string;
  /** Number of customers it was made over. */
  readonly population: number;
  readonly scores: { readonly [id: string]: Json };
  /** What was noticed in the population: classes that stay empty, groups that are too small. Absent where nothing was. */
  readonly findings?: readonly Finding[];
}
