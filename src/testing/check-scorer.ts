import type { Issue } from '../errors/issue.js';
import { isJsonObject, type Json } from '../errors/json.js';
import { childPointer } from '../internal/pointer.js';
import { copyJson } from '../internal/copy-json.js';
import { DEFAULT_LIMITS } from '../internal/limits.js';
import { freezeJson } from '../internal/freeze-json.js';
import type { FactValue } from '../model/types.js';
import { implementationOf } from '../scorers/define-scorer.js';
import type { Monotone } from '../scorers/monotone.js';
import type { Score, ScoreColumns, Scorer, ScorerImplementation } from '../scorers/scorer.js';
import { fallIssues, notTried } from './monotone.js';
import { problemOf } from './problem-of.js';
import { testingIssue } from './testing-issue.js';

/** A score of a policy and a customer to try a scorer on. */
export interface ScorerExample {
  /** The score's object in a policy, without `scorer`, `label` and `note`. */
  readonly options: unknown;
  /** By path, as records give them; null is missing. Answers of rules that the scorer asks stand under their keys. */
  readonly inputs: { readonly [input: string]: FactValue };
}

type Inputs = ScorerExample['inputs'];

/** A scorer with the options of one example. */
interface Bound {
  readonly scorer: ScorerImplementation;
  readonly options: unknown;
  readonly names: readonly string[];
  readonly monotone: Monotone;
}

/** What the engine gives of a customer: just the inputs that the scorer asks for. */
function givenOf(inputs: Inputs, names: readonly string[]): Inputs {
  return Object.fromEntries(names.map((name) => [name, inputs[name] ?? null]));
}

/** The inputs as they are, each of them made missing, and all of them. */
function variants(whole: Inputs, names: readonly string[]): readonly Inputs[] {
  return [whole, ...names.map((name) => ({ ...whole, [name]: null })), Object.fromEntries(names.map((name) => [name, null]))].map(freezeJson);
}

/** What is wrong with one way of scoring one customer. */
function scoreIssues(pointer: string, give: () => Score): readonly Issue[] {
  try {
    const score = give();
    if (score.reason === 'score/bad-result') return [testingIssue('testing/bad-score', pointer)];
    return JSON.stringify(score) === JSON.stringify(give()) ? [] : [testingIssue('testing/not-repeatable', pointer)];
  } catch (error) {
    return [testingIssue('testing/throws', pointer, { problem: problemOf(error) })];
  }
}

/** The inputs of an example that change the score, though the scorer does not ask for them. */
function undeclaredIssues(pointer: string, inputs: Inputs, whole: Inputs, scoreOf: (inputs: Inputs) => Score): readonly Issue[] {
  const others = Object.keys(inputs).filter((name) => !Object.hasOwn(whole, name));
  try {
    const text = JSON.stringify(scoreOf(freezeJson(whole)));
    const read = others.filter((name) => JSON.stringify(scoreOf(freezeJson({ ...whole, [name]: inputs[name] ?? null }))) !== text);
    return read.map((input) => testingIssue('testing/not-declared', childPointer(pointer, input), { input }));
  } catch {
    // What throws has been told.
    return [];
  }
}

/** What a population of the examples gives, in their order and in others: undefined, with an issue, where a fit cannot be used. */
function fitOf({ scorer, options, names }: Bound, population: readonly Inputs[], pointer: string, issues: Issue[]): Json | undefined {
  const fit = scorer.fit(options);
  if (fit === null) return null;
  const columnsOf = (customers: readonly Inputs[]): ScoreColumns => Object.fromEntries(names.map((name) => [name, Object.freeze(customers.map((inputs) => inputs[name] ?? null))]));
  const textOf = (customers: readonly Inputs[]): string => JSON.stringify(fit(columnsOf(customers)));
  try {
    const text = textOf(population);
    // The other way round the one in the middle is the same: another order has another one there.
    const orders = [[...population].reverse(), [...population.slice(1), ...population.slice(0, 1)]];
    if (textOf(population) !== text) issues.push(testingIssue('testing/not-repeatable', pointer));
    else if (orders.some((order) => textOf(order) !== text)) issues.push(testingIssue('testing/order-matters', pointer));
    // Of some customers nothing is known.
    textOf([...population, {}]);
    // As a host keeps it: written, and read again.
    return JSON.parse(text) as Json;
  } catch (error) {
    return void issues.push(testingIssue('testing/throws', pointer, { problem: problemOf(error) }));
  }
}

function bind(scorer: ScorerImplementation, { options: given }: ScorerExample, pointer: string, issues: Issue[]): Bound | undefined {
  const { value: json = null } = copyJson(given, DEFAULT_LIMITS);
  const before = issues.length;
  try {
    const options = scorer.readOptions(isJsonObject(json) ? freezeJson(json) : json, (at, problem) => void issues.push(testingIssue('testing/option-refused', `${pointer}/options${at}`, { problem })));
    if (issues.length > before) return undefined;
    const keys = (scorer.conditions?.(options) ?? []).map(({ key }) => key);
    return { scorer, options, names: [...new Set([...scorer.inputs(options), ...keys])], monotone: scorer.monotone?.(options) ?? {} };
  } catch (error) {
    return void issues.push(testingIssue('testing/throws', pointer, { problem: problemOf(error) }));
  }
}

/**
 * Tries a scorer of your own against what every scorer promises, on examples of yours. No issues: it keeps its promises there.
 *
 * Inputs, columns and options are frozen. It is looked at whether the same inputs score the same twice; whether it answers when any input,
 * or all of them, are missing; whether values are finite, bands declared, and contributions sum to the value from left to right; whether it reads
 * what its `inputs` do not list, which the engine does not give; and, where it is fitted, whether the fit of the examples is the same in other orders,
 * takes a customer of whom nothing is known, and works after it was written as JSON. Each input that it declares
 * as `monotone` is raised through the numbers of the examples, what lies beside and between them, and twice as much: the first fall of the
 * score is told with the two numbers. Pointers are into the examples, or at `/monotone` into the definition. Nothing is thrown: what is no
 * scorer is the issue `testing/not-a-plug-in`.
 *
 * @example
 * import { defineScorer } from 'clientele';
 * import { checkScorer } from 'clientele/testing';
 * const perOrder = defineScorer({
 *   id: 'acme:per-order', version: '1', result: 'numeric', readOptions: () => null, inputs: () => ['netSpend', 'purchases'],
 *   score: ({ netSpend, purchases }) => ({ value: Number(netSpend) / Number(purchases), band: null }),
 * });
 * checkScorer(perOrder, [{ options: {}, inputs: { netSpend: 100, purchases: 4 } }]).map(({ code, pointer }) => `${code} ${pointer}`);
 * // => ['testing/bad-score /0/inputs', 'testing/bad-score /0/inputs']
 */
export function checkScorer(scorer: Scorer, examples: readonly ScorerExample[]): readonly Issue[] {
  const implementation = implementationOf(scorer);
  if (implementation === undefined) return [testingIssue('testing/not-a-plug-in', '')];
  const issues: Issue[] = [];
  const declared = new Set<string>();
  const population = examples.map(({ inputs }) => inputs);
  examples.forEach((example, index) => {
    const pointer = `/${String(index)}`;
    const bound = bind(implementation, example, pointer, issues);
    const fitted = bound === undefined ? undefined : fitOf(bound, population, pointer, issues);
    if (bound === undefined || fitted === undefined) return;
    const whole = givenOf(example.inputs, bound.names);
    const scoreOf = (inputs: Inputs): Score => implementation.score(inputs, bound.options, fitted);
    const found = variants(whole, bound.names).flatMap((inputs) => scoreIssues(`${pointer}/inputs`, () => scoreOf(inputs)));
    issues.push(...found, ...(found.length > 0 ? [] : undeclaredIssues(`${pointer}/inputs`, example.inputs, whole, scoreOf)));
    const bands = implementation.bands(bound.options);
    for (const [input, way] of Object.entries(bound.monotone)) {
      declared.add(input);
      const scoreWith = (value: number): Score => scoreOf(freezeJson({ ...whole, [input]: value }));
      issues.push(...fallIssues({ input, way, bands, pointer, scoreWith }, population));
    }
  });
  return [...issues, ...notTried([...declared], population)];
}
