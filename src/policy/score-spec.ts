import type { Json, Text } from '../errors/json.js';
import type { BuiltInScoreSpec } from '../scorers/built-in.js';
import type { Rule } from './rule.js';

/** What every score may carry beside the options of its scorer. */
export interface Described {
  readonly label?: Text;
  /** What its bands are called, where the words of the package do not fit or have none. */
  readonly bandLabels?: { readonly [band: string]: Text };
  readonly note?: string;
}

/** Options that are paths, however deep they stand. */
type PathOption = 'of' | 'by' | 'undecayed';

/** Options of a score that are paths; deeper down they are names of axes and of cuts. */
type AxisOption = 'level' | 'growth' | 'rank' | 'brands';

/** Options that are rules, however deep they stand. */
type RuleOption = 'when' | 'stay';

/** The paths of parameters among these. */
type ParameterPath<V extends string> = string extends V ? `parameters.${string}` : Extract<V, `parameters.${string}`>;

/** A figure that a parameter gives. */
export interface ParameterReference<V extends string> {
  readonly var: V;
}

/** An option in which every figure may be given by a parameter, every path is one of `V`, and every rule is over them. */
export type Adjustable<Option, V extends string> = Option extends number
  ? Option | ParameterReference<ParameterPath<V>>
  : Option extends readonly (infer Element)[]
    ? readonly Adjustable<Element, V>[]
    : Option extends object
      ? { readonly [Name in keyof Option]: AdjustableMember<Name, Option[Name], V> }
      : Option;

type AdjustableMember<Name, Value, V extends string> = Name extends PathOption ? V : Name extends RuleOption ? Rule<V> : Adjustable<Value, V>;

/** The options of a scorer of the package, with its paths checked. */
export type ScorerOptions<Spec, V extends string> = {
  readonly [Option in keyof Spec]: Option extends AxisOption ? V : AdjustableMember<Option, Spec[Option], V>;
};

/** A score of a scorer of the host's own, whose id has a namespace such as `acme:churn`. */
export interface PlugInScoreSpec extends Described {
  readonly scorer: `${string}:${string}`;
  readonly [option: string]: Json | undefined;
}

/**
 * A score of a policy: the id of its scorer with the scorer's options.
 *
 * `V` are the paths that a score may read. Each scorer's options are on its own page of the documentation; every figure among them may be
 * given by a parameter, as `{ var: 'parameters.<id>' }`.
 *
 * @example
 * import type { ScoreSpec } from 'clientele';
 * const spending: ScoreSpec = { scorer: 'value', of: 'netSpend', cut: { fixed: [1000, 5000] }, label: 'Spending' };
 * spending.scorer; // => 'value'
 */
export type ScoreSpec<V extends string = string> = (ScorerOptions<BuiltInScoreSpec, V> & Described) | PlugInScoreSpec;
