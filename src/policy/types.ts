import type { Json, Text } from '../errors/json.js';
import type { Actionable } from '../facts/actionable.js';
import type { CatalogueFact } from '../facts/catalogue.js';
import type { ValueType } from '../rules/types.js';
import type { Measure } from './measure.js';
import type { Rule } from './rule.js';
import type { ScoreSpec } from './score-spec.js';
import type { Window } from './window.js';

/** The fields of a customer that a rule may name, under `customer.`. */
export type CustomerField =
  'id' | 'kind' | 'type' | 'industry' | 'region.country' | 'region.province' | 'region.city' | 'size.employees' | 'size.annualRevenue';

/**
 * Everything that `var` may name in the rules of a policy.
 *
 * `F` are the policy's own facts and measures, `S` its scores, `A` its attributes, `P` its parameters.
 */
export type Path<F extends string, S extends string, A extends string, P extends string> =
  | CatalogueFact
  | F
  | `scores.${S}.${'value' | 'band'}`
  | `customer.attributes.${A}`
  | `customer.${CustomerField}`
  | `assessments.${string}`
  | `parameters.${P}`
  | 'previous.segment'
  | `previous.scores.${S}.band`
  | 'asOf';

/** Which rule wins when several hold. `first` is the default: in the order of the text, the first rule that holds. */
export type HitPolicy = 'first' | 'unique' | 'any' | 'priority' | 'collect' | 'rule-order' | 'output-order';

/**
 * An attribute or a fact that the host gives, declared so that rules may use it.
 *
 * Money is in major units, a ratio is 1 at 100 %, a date is a day. `min` and `max` are the plausible range, both inside:
 * a threshold beyond it is a warning. A value of another type than declared is missing.
 */
export interface Declared {
  readonly type: ValueType;
  /** The values of an `enum`, with or without labels. */
  readonly values?: { readonly [value: string]: Text } | readonly string[];
  readonly label?: Text;
  /** What one of it is called, such as `points`; shown after the figure. */
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  /** A protected attribute, such as age or sex: a rule that uses it gets a warning. */
  readonly protected?: boolean;
  readonly note?: string;
}

/** What an action is for. */
export type Goal = 'acquire' | 'identify' | 'retain' | 'loyal' | 'profit';

/** What a segment recommends to do. It is data for the host and is never executed. */
export interface Action {
  readonly id: string;
  readonly label?: Text;
  /** The host's own word for what sort of action it is, such as `offer` or `visit`. */
  readonly kind?: string;
  readonly goal?: Goal;
  /** Whatever the host needs to carry it out. */
  readonly data?: Json;
}

/** A named class that a policy assigns to customers. `G` are the ids of segments, `V` the paths that its rule may name. */
export interface Segment<G extends string = string, V extends string = string> {
  readonly id: G;
  readonly label?: Text;
  /** What a customer may be told; without one the segment is not named to customers. */
  readonly publicLabel?: Text;
  /** Who is in it. Only the segments named by `otherwise` and `undetermined`, or given by overrides, may lack a rule. */
  readonly when?: Rule<V>;
  /** Names it had before: overrides and previous classes that use one are still understood. */
  readonly formerly?: readonly string[];
  readonly actions?: readonly Action[];
  readonly note?: string;
}

/** A rule of its own, for policies in which several rules give one segment. */
export interface SegmentRule<G extends string = string, V extends string = string> {
  readonly id: string;
  readonly segment: G;
  readonly when: Rule<V>;
  readonly label?: Text;
  readonly note?: string;
}

/** A month of the year: 1 is January. */
export type Month = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;

/** What a policy says of itself, and of money and days. */
export interface PolicyHead {
  readonly $schema?: string;
  readonly schema: 'clientele.policy/1';
  readonly id: string;
  readonly version: string;
  readonly label?: Text;
  readonly note?: string;
  /** ISO 4217 code of the currency that all money is counted in. */
  readonly currency: string;
  /** IANA name of the zone whose days are counted, such as `Asia/Shanghai`. */
  readonly timeZone: string;
  /** The window of every fact and measure that takes one and states none. Without it they look at the whole life. */
  readonly window?: Window;
  /** The month in which fiscal years and quarters start, 1 to 12; default 1. A fiscal year is named by the calendar year it ends in. */
  readonly fiscalYearStart?: Month;
  /** How long the periods of targets are, which `requirements` has to know; default `quarter`. */
  readonly targetPeriod?: 'month' | 'quarter' | 'year';
}

/**
 * How customers are classified, as plain data: facts, scores, segments and the rules that give them.
 *
 * It survives `JSON.stringify`, can be stored, compared and hashed, and means the same whatever the order of its keys.
 * The type parameters are the ids of its segments, scores, facts and measures, attributes and parameters.
 */
export interface Policy<
  G extends string = string,
  S extends string = string,
  F extends string = string,
  A extends string = string,
  P extends string = string,
> extends PolicyHead {
  /** Values that rules, measures and scores read as `parameters.<id>`: the figures that people argue about. */
  readonly parameters?: { readonly [K in P]: number | string | boolean };
  /** The fields of `customer.attributes` that the policy reads. */
  readonly attributes?: { readonly [K in A]: Declared };
  /** Facts that the host gives with each record. */
  readonly facts?: { readonly [K in F]?: Declared };
  /** Facts that are computed from events, or from other facts. */
  readonly measures?: { readonly [K in F]?: Measure };
  readonly scores?: { readonly [K in S]: ScoreSpec };
  /** What can be done about facts, where it is not as usual: explanations say what would change a segment. `false`: nothing. */
  readonly actionable?: { readonly [K in F]?: false | Actionable };
  readonly hitPolicy?: HitPolicy;
  /** In order of trying. May be empty for a policy that only gives facts and scores. */
  readonly segments: readonly Segment<G>[];
  /** In order of trying; several may give one segment. Instead of `when` on the segments, not beside it. */
  readonly rules?: readonly SegmentRule<G>[];
  /** Best first. It alone defines better, up, down, `priority` and `output-order`. */
  readonly ranking?: readonly G[];
  /** The segment of a customer whom no rule takes. */
  readonly otherwise?: G;
  /** The segment of a customer for whom too little is known. */
  readonly undetermined?: G;
}
