// Runs a scorer as the engine does: read options, fit a population, store the fit as JSON and read it again, score customers.
import type { Json } from '../../src/errors/json.js';
import type { FactValue } from '../../src/model/types.js';
import type { Score, ScoreInputs, ScorerImplementation } from '../../src/scorers/scorer.js';

export interface Reported {
  readonly pointer: string;
  readonly message: string;
  readonly suggestion?: string | undefined;
}

/** What a scorer reports of its options. */
export function problemsOf(scorer: ScorerImplementation, json: Json): readonly Reported[] {
  const problems: Reported[] = [];
  scorer.readOptions(json, (pointer, message, suggestion) => problems.push({ pointer, message, suggestion }));
  return problems;
}

export interface Bound {
  readonly options: unknown;
  readonly inputs: readonly string[];
  readonly bands: readonly string[];
  readonly fitted: Json;
  readonly score: (inputs: ScoreInputs) => Score;
}

/** A scorer with good options and the fit of a population. */
export function bind(scorer: ScorerImplementation, json: Json, population: readonly ScoreInputs[] = []): Bound {
  const problems = problemsOf(scorer, json);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const options = scorer.readOptions(json, () => undefined);
  const inputs = scorer.inputs(options);
  const columns: Record<string, readonly FactValue[]> = {};
  for (const input of inputs) columns[input] = population.map((customer) => customer[input] ?? null);
  const fit = scorer.fit(options);
  const fitted = fit === null ? null : (JSON.parse(JSON.stringify(fit(columns))) as Json);
  if (!scorer.readFitted(fitted, options)) throw new Error(`not read again: ${JSON.stringify(fitted)}`);
  return { options, inputs, bands: scorer.bands(options), fitted, score: (values) => scorer.score(values, options, fitted) };
}
