import { ClassifierError, throwErrors } from '../errors/classifier-error.js';
import { issueMaker, type Issue } from '../errors/issue.js';
import type { Json } from '../errors/json.js';
import { scorerMessages } from '../errors/messages/scorer.js';
import { isBlank } from '../internal/blank.js';
import { copyJson } from '../internal/copy-json.js';
import { withLimits } from '../internal/limits.js';
import { childPointer } from '../internal/pointer.js';
import type { FactValue } from '../model/types.js';
import { checkedScore } from './checked-score.js';
import { columnOf, noScore } from './inputs.js';
import type { Monotone } from './monotone.js';
import type { Score, ScoreColumns, ScoreCondition, Scorer, ScoreResult, ScorerImplementation } from './scorer.js';

const issue = issueMaker(scorerMessages);
/** A fit may be much larger than a policy. */
const FIT_LIMITS = withLimits({ bytes: 100_000_000, nodes: 2_000_000, listLength: 2_000_000 });
const NAMESPACED = /^[\p{L}\p{N}][\p{L}\p{N}._-]*:[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;

/** A scorer of the host's own. `Options` is what `readOptions` returns, `Fitted` what `fit` returns. */
export interface ScorerDefinition<Options, Fitted extends Json> {
  /** A namespace of your own and a name: `acme:churn`. */
  readonly id: `${string}:${string}`;
  /** Change it when the scorer computes something else: calibrations are bound to it. */
  readonly version: string;
  /** `numeric` gives a value (and a band when it has `bands`), `ordinal` and `nominal` give a band. */
  readonly result: ScoreResult;
  /** Reads the score's object of the policy, without `scorer`, `label` and `note`. Report what is wrong and return anything usable. */
  readonly readOptions: (json: Json, issue: (pointer: string, message: string) => void) => Options;
  /** The paths that it reads, such as `netSpend` or `scores.value.band`. */
  readonly inputs: (options: Options) => readonly string[];
  /** Rules among the options that it asks; `score` gets each answer under its key: true, false, or null for unknown. */
  readonly conditions?: (options: Options) => readonly ScoreCondition[];
  /** All bands that it can give, the lowest first where they have an order. Needed unless the result is numeric. */
  readonly bands?: (options: Options) => readonly string[];
  /**
   * The inputs of which more never lowers the score (`up`), such as purchases, or never raises it (`down`), such as days since the last one.
   * What counts is the band, by the order of `bands`, or the value where there are no bands. `checkScorer` tries to prove it wrong.
   */
  readonly monotone?: Monotone | ((options: Options) => Monotone);
  /** Computes plain JSON over a population: columns by input, null is missing. A score with it needs a calibration. */
  readonly fit?: (columns: { readonly [input: string]: readonly FactValue[] }, options: Options) => Fitted;
  /** Scores one customer; a missing input is null. */
  readonly score: (inputs: { readonly [input: string]: FactValue }, options: Options, fitted: Fitted) => Score;
}

function monotoneIssues({ monotone: given, result }: { readonly monotone?: unknown; readonly result: ScoreResult }): readonly Issue[] {
  const wrong = (pointer: string, problem: string): Issue => issue('scorer/wrong-definition', pointer, { problem });
  if (given === undefined) return [];
  if (result === 'nominal') return [wrong('/monotone', 'the bands of a `nominal` score have no order to be `monotone` in: remove it, or give an `ordinal` result')];
  if (typeof given === 'function') return [];
  const problem = '`monotone` must name inputs, each `up` or `down`, such as { "purchases": "up" }';
  if (typeof given !== 'object' || given === null) return [wrong('/monotone', problem)];
  return Object.entries(given).flatMap(([input, way]) => (way === 'up' || way === 'down' ? [] : [wrong(childPointer('/monotone', input), problem)]));
}

function definitionIssues<Options, Fitted extends Json>(definition: ScorerDefinition<Options, Fitted>): readonly Issue[] {
  const given: unknown = definition;
  if (typeof given !== 'object' || given === null)
    return [issue('scorer/wrong-definition', '', { problem: 'give an object that defines the scorer' })];
  const issues: Issue[] = [];
  const wrong = (pointer: string, problem: string): void => void issues.push(issue('scorer/wrong-definition', pointer, { problem }));
  const id: unknown = definition.id;
  const text = typeof id === 'string' ? id : '';
  if (!NAMESPACED.test(text)) issues.push(issue('scorer/bare-id', '/id', { id: text }));
  const version: unknown = definition.version;
  if (typeof version !== 'string' || isBlank(version)) wrong('/version', '`version` must be a text, such as `1`');
  const results: readonly unknown[] = ['numeric', 'ordinal', 'nominal'];
  if (!results.includes(definition.result)) wrong('/result', '`result` must be `numeric`, `ordinal` or `nominal`');
  for (const name of ['readOptions', 'inputs', 'score'] as const) {
    if (typeof definition[name] !== 'function') wrong(`/${name}`, `\`${name}\` must be a function`);
  }
  for (const name of ['fit', 'bands', 'conditions'] as const) {
    if (definition[name] !== undefined && typeof definition[name] !== 'function')
      wrong(`/${name}`, `\`${name}\` must be a function, or absent`);
  }
  if (definition.result !== 'numeric' && definition.bands === undefined)
    wrong('/bands', 'a scorer that gives bands must list them: add `bands`');
  issues.push(...monotoneIssues(definition));
  return issues;
}

/** The fit as a plain copy: it will be stored, hashed and read again as JSON. */
function plainFit(id: string, fitted: unknown): Json {
  const { value, issues } = copyJson(fitted, FIT_LIMITS);
  const [first] = issues;
  if (value !== undefined && first === undefined) return value;
  const problem = first?.message ?? '`fit` returned nothing: return plain data';
  throw new ClassifierError([issue('scorer/fit-not-json', `/fit${first?.pointer ?? ''}`, { id, problem })]);
}

/**
 * Defines a scorer of your own, to pass to `createClassifier` and `parsePolicy` in `scorers`.
 *
 * The functions must be pure: the same inputs give the same score. Inputs are facts as a record gives them: money in major units, dates as
 * `YYYY-MM-DD`, null for missing. A score is checked: a value that is not finite, a band outside `bands`, or contributions that do not sum
 * to the value (from left to right) give no value and no band, with the reason `score/bad-result`. What your code throws is thrown on: that
 * is a mistake in the program, not in the data.
 *
 * Throws a `ClassifierError` (`scorer/bare-id`, `scorer/wrong-definition`) for a wrong definition.
 *
 * @example
 * import { defineScorer } from 'clientele';
 * const perOrder = defineScorer({
 *   id: 'acme:per-order',
 *   version: '1',
 *   result: 'numeric',
 *   readOptions: () => ({}),
 *   inputs: () => ['netSpend', 'purchases'],
 *   score: ({ netSpend, purchases }) =>
 *     typeof netSpend === 'number' && typeof purchases === 'number' && purchases > 0
 *       ? { value: netSpend / purchases, band: null }
 *       : { value: null, band: null, reason: 'acme/no-orders' },
 * });
 * perOrder.id; // => 'acme:per-order'
 */
export function defineScorer<Options, Fitted extends Json = null>(definition: ScorerDefinition<Options, Fitted>): Scorer {
  throwErrors(definitionIssues(definition));
  const { id, version, result, readOptions, inputs, conditions, bands, monotone = {}, fit, score } = definition;
  const bandsOf = (options: Options): readonly string[] => bands?.(options) ?? [];
  const implementation: ScorerImplementation<Options> = {
    kind: 'scorer',
    id,
    version,
    result,
    readOptions: (json, report) => readOptions(json, (pointer, message) => report(pointer, message)),
    inputs: (options) => inputs(options),
    conditions: (options) => conditions?.(options) ?? [],
    bands: bandsOf,
    monotone: (options) => {
      const ways = typeof monotone === 'function' ? monotone(options) : monotone;
      throwErrors(monotoneIssues({ monotone: ways, result }));
      return ways;
    },
    fit: (options) => (fit === undefined ? null : (columns) => plainFit(id, fit(valuesOf(columns), options))),
    readFitted: (json): json is Json => fit !== undefined || json === null,
    score: (values, options, fitted) => {
      if (fit !== undefined && fitted === null) return noScore('score/not-calibrated');
      // The engine gives back what this scorer's own fit made: the hash of a calibration holds its id and version.
      return checkedScore(score(values, options, fitted as Fitted), result, bandsOf(options));
    },
  };
  return Object.freeze(implementation);
}

/** Columns as a host's scorer reads them: plain lists. */
function valuesOf(columns: ScoreColumns): { readonly [input: string]: readonly FactValue[] } {
  return Object.fromEntries(Object.keys(columns).map((input) => [input, columnOf(columns, input)]));
}

const METHODS = ['readOptions', 'inputs', 'bands', 'fit', 'readFitted', 'score'];

/** What the engine needs of a scorer that a host passed in; undefined for what `defineScorer` did not make. */
export function implementationOf(scorer: Scorer): ScorerImplementation | undefined {
  return isImplementation(scorer) ? scorer : undefined;
}

// By shape and not by class: the scorer may come from another copy of the package, and from plain JavaScript anything may come.
function isImplementation(scorer: unknown): scorer is ScorerImplementation {
  if (typeof scorer !== 'object' || scorer === null) return false;
  const members: { readonly [name: string]: unknown } = { ...scorer };
  return members['kind'] === 'scorer' && METHODS.every((name) => typeof members[name] === 'function');
}
