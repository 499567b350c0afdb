import type { FitFindingCode } from '../errors/finding-codes.js';
import type { Json, Text } from '../errors/json.js';
import type { FactValue } from '../model/types.js';
import type { ValueType } from '../rules/types.js';
import type { Monotone } from './monotone.js';

/** What a scorer gives: a number (with a band when it is cut), a band of an ordered list, or a band of a list without order. */
export type ScoreResult = 'numeric' | 'ordinal' | 'nominal';

/** Where one value of a score lies against its dividing line. */
export interface Axis {
  /** The name of the axis: `level`, `growth`, or the input itself where there is only one. */
  readonly id: string;
  /** The path of the input that was compared. */
  readonly input: string;
  /** The value that was compared, in the unit of the input; the place of `band` among its classes, 0 for the lowest, where it is a word. */
  readonly value: number;
  /** The word that was compared, where the input is the band of another score or another word: such an axis has no line. */
  readonly band?: string;
  /** The line of the customer's own class, or the lowest line for a customer below all; null where nobody was above at the fit. */
  readonly line: number | null;
  /** How far the value is beyond its line: 0 or more when it is in the upper class, negative when it is not. */
  readonly distance: number | null;
  /** True when the value is in the class above the line. */
  readonly above: boolean;
  /** Present where less is better: the upper class is at the line and below it, and rank 1 is the lowest value. */
  readonly better?: 'lower';
  /** Place among the population of the calibration, or among peers, 1 for the best; equal values share a place. Near, and not exact, beyond 1,000 customers. */
  readonly rank?: number;
  /** Size of the population that `rank` counts in. */
  readonly of?: number;
  /** The number of the class, where classes have numbers: the highest is the best. */
  readonly class?: number;
  /** How many classes the axis has. */
  readonly classes?: number;
}

/** What a line of a score is that is not simply the part of a fact. */
export const CONTRIBUTION_KINDS = [
  /** What is taken off above a cap. */
  'cap',
  /** What is added to come up to a floor. */
  'floor',
  /** What a gate takes or gives. It is a line of 0 points where it changes nothing, or only the band. */
  'gate',
  /** What is lost because it was long ago. */
  'decay',
  /** What a missing fact counts as. */
  'missing',
  /** What the others get because the weight of a missing fact is shared among them. */
  'redistributed',
] as const;

/** The name of a line that is about the whole score. */
export const TOTAL = 'total';

/** What a line of a score is: of a cap, a floor, a gate, of time, or of what is missing. */
export type ContributionKind = (typeof CONTRIBUTION_KINDS)[number];

/** One line of a score. */
export interface Contribution {
  /** The path of the input, or the id that the policy gives the line; `total` for what is about the whole score. */
  readonly id: string;
  /** What it adds to the value; may be negative. The value is the sum of all points, from left to right. */
  readonly points: number;
  /** Absent where the line is the part of a fact. */
  readonly kind?: ContributionKind;
}

/**
 * The result of a scorer for one customer.
 *
 * `value` is null for ordinal and nominal scores, and where there is too little data; `band` is null where the score is not cut, and where
 * there is too little data. `reason` says why one is missing: a code of `SCORE_REASONS`, or a plug-in's own.
 */
export interface Score {
  readonly value: number | null;
  readonly band: string | null;
  /** The numbers of the classes of all axes side by side, such as `543`, where they have numbers. */
  readonly code?: string;
  readonly contributions?: readonly Contribution[];
  readonly axes?: readonly Axis[];
  /** True where the band is that of the previous class, and the facts of the day alone do not give it. */
  readonly kept?: true;
  /** What is expected of the customer next, where the score tells: the day of the next purchase, `YYYY-MM-DD`, in a rhythm like before. */
  readonly expected?: { readonly date: string };
  readonly reason?: string;
  /** Present where the customer's own group was too small or not seen at the calibration, so that it was compared with all customers. */
  readonly comparedWith?: 'all';
}

/** A scorer as a host passes it around. Make one with `defineScorer`. */
export interface Scorer {
  readonly kind: 'scorer';
  /** `acme:churn`: a namespace of the host's own and a name. Ids without a namespace are the library's. */
  readonly id: string;
  /** Calibrations are bound to it: change it when the scorer computes something else. */
  readonly version: string;
}

/** Values of one customer by path. Money is in major units, a date is a text, null is missing. */
export interface ScoreInputs {
  readonly [input: string]: FactValue;
}

/** Values of a whole population by path, all columns in one order of customers. Numbers may be doubles, not a number where one is missing. */
export interface ScoreColumns {
  readonly [input: string]: readonly FactValue[] | Float64Array;
}

/** Tells what was noticed in a population while a score was fitted to it; the engine adds which score. */
export type FindInFit = (code: FitFindingCode, params: { readonly [name: string]: Json }) => void;

/** A rule among the options of a score: a scorer asks it, and the engine answers it. */
export interface ScoreCondition {
  /** The name under which `score` gets the answer among its inputs: true, false, or null for unknown. No path has it. */
  readonly key: string;
  /** Where the rule stands, relative to the score's own object; for a rule of the scorer's own the option that asks for it. */
  readonly pointer: string;
  readonly when: Json;
  /** The band that the rule leads to, where it leads to one: explanations give its conditions as the reasons of the band. */
  readonly band?: string;
  /** True where the rule may be plainly `true`: in the place of a band for all who are in no other. Elsewhere that is a warning. */
  readonly isForRest?: boolean;
}

/** The words that a scorer understands, by the path of the input. */
export interface InputValues {
  readonly [input: string]: readonly string[];
}

/** Reports what is wrong with an option; the pointer is relative to the score's own object. */
export type ReportOption = (pointer: string, message: string, suggestion?: string) => void;

/**
 * A scorer as the engine sees it. Written with methods, so that a scorer of particular options is also a scorer of unknown ones: the
 * engine only ever gives back the options and the fit that the same scorer made.
 */
export interface ScorerImplementation<Options = unknown, Fitted extends Json = Json> extends Scorer {
  /** What it gives by default; `resultOf` says what it gives with particular options. */
  readonly result: ScoreResult;
  /** What it gives with these options, where they change it. */
  resultOf?(options: Options): ScoreResult;
  /**
   * Reads the score's object (without scorer, label and note). Reports what is wrong and returns anything usable. By the score's own `id` it
   * may read what it was before: `previous.scores.<id>.band`.
   */
  readOptions(json: Json, report: ReportOption, id?: string): Options;
  /** The paths that it reads: facts, `scores.<id>.value|band`, `customer.*`. The first one is the main one. */
  inputs(options: Options): readonly string[];
  /** The types that an input may have; a path that is not listed may have any. */
  inputTypes?(options: Options): { readonly [input: string]: readonly ValueType[] };
  /** The rules that it asks, over facts, scores, fields and parameters. A fit knows nothing of their answers. */
  conditions?(options: Options): readonly ScoreCondition[];
  /** The words of inputs that must be just those that the input has, where these are listed. */
  inputValues?(options: Options): InputValues;
  /** The same where words of the input may be left out. */
  someValues?(options: Options): InputValues;
  /** The path by which customers are peers with whom alone one is compared; undefined where one is compared with all. */
  peersBy?(options: Options): string | undefined;
  /** All bands that it can give, the lowest first where they have an order; none where the score is not cut. */
  bands(options: Options): readonly string[];
  /** The band directly above each band that lies within another: rules ask with `within`. */
  bandsAbove?(options: Options): { readonly [band: string]: string };
  /**
   * The inputs of which more never lowers what it gives (`up`), or never raises it (`down`), all else and the fit the same: its band, or its
   * value where these options give no bands. The answers to its rules are something else.
   */
  monotone?(options: Options): Monotone;
  /** The type of `.value` in rules; `input` is that of the first input. A number where this is absent. */
  valueType?(options: Options): ValueType | 'input';
  /** The labels of lines that the policy names itself, by their ids. */
  partLabels?(options: Options): { readonly [id: string]: Text };
  /** What a calibration computes over the population; null where none is needed. */
  fit(options: Options): ((columns: ScoreColumns, find?: FindInFit) => Fitted) | null;
  /** True for JSON that `fit` with these options could have made; for null where no calibration is needed. */
  readFitted(json: Json, options: Options): json is Fitted | null;
  /** Never throws for data. `fitted` is null where no calibration is needed or bound. */
  score(inputs: ScoreInputs, options: Options, fitted: Fitted | null): Score;
}
