// Rules of a policy: against the oracle, json-logic-js, each other, and the laws that hold for every rule.
import type { Json } from '../../src/errors/json.js';
import { disagreement, prepared, type Asked } from './asking.js';
import { isSame, kindOf, type Case, type Counts, type Failure } from './case.js';
import { readTyped, type Evaluator, type Outcome } from './evaluators.js';
import { checkLaws } from './laws.js';
import type { Meaning } from './meaning.js';
import { applyLogic, logicData, plain } from './own-json-logic.js';
import { without } from './removals.js';
import { exponentOf, type Field, type Schema } from './schemas.js';
import type { Seen, Value } from './seen.js';
import { typedOracle, type Answer, type Oracle } from './typed-oracle.js';

/** A value of the oracle as people write it. */
function outcomeOf(value: Value | undefined, meaning: Pick<Meaning, 'exponent' | 'list' | 'items'>): Outcome {
  if (value === undefined) return undefined;
  const { items, list } = meaning;
  if (Array.isArray(value)) return value.map((element: Value | undefined, index) => (items === undefined ? elementOutcome(element, list) : (outcomeOf(element, items[index] ?? {}) ?? null)));
  return plain(value, meaning) as Json;
}

function elementOutcome(element: Value | undefined, list: Field | undefined): Json {
  if (list?.element === undefined) return outcomeOf(element, {}) ?? null;
  const values = element as Seen;
  return Object.fromEntries(Object.entries(list.element).map(([name, field]) => [name, outcomeOf(values[name], { exponent: exponentOf(field), list: field }) ?? null]));
}

/** A rule with everything that may be asked of it. */
export interface TypedRun {
  readonly each: Case;
  readonly schema: Schema;
  readonly oracle: Oracle;
  readonly asked: readonly Asked[];
  readonly counts: Counts;
}

/** What the oracle expects of a document. */
export function expectedOf(oracle: Oracle, document: unknown): { readonly answer: Answer; readonly outcome: Outcome } {
  const answer = oracle.ask(document);
  return { answer, outcome: outcomeOf(answer.value, oracle.meaning) };
}

/** json-logic-js on the same data. Where something was missing or odd on the way the two differ on purpose. */
function checkJsonLogic({ oracle, schema, counts }: TypedRun, document: unknown, { answer, outcome }: ReturnType<typeof expectedOf>): Failure | undefined {
  const { logic, kind } = oracle.meaning;
  if (answer.missing) return void counts.add('json-logic-js: left out, something is missing');
  if (answer.odd) return void counts.add('json-logic-js: left out, not finite, of another type or near a tie');
  // Elements of lists of objects are shown as they are declared: JSON Logic has them as they are written.
  if (kind === 'list') return undefined;
  counts.add(`json-logic-js: ${kindOf(outcome)}`);
  const expected = applyLogic(logic, logicData(oracle.see(document), schema));
  return isSame(expected, outcome) ? undefined : { check: 'json-logic-js', detail: { document, expected, actual: outcome, logic } };
}

function checkDocument(run: TypedRun, label: string, document: unknown): Failure | { readonly outcome: Outcome } {
  const expected = expectedOf(run.oracle, document);
  run.counts.add(`typed, ${label}: ${kindOf(expected.outcome)}`);
  const failure = disagreement(run.asked, document, expected.outcome, run.counts) ?? (label === 'wrong' ? undefined : checkJsonLogic(run, document, expected));
  return failure ?? { outcome: expected.outcome };
}

/** Taking facts out, in whatever manner, never turns one decision into another. */
export function checkPartial(run: TypedRun, complete: Outcome): Failure | undefined {
  const { document, removals, asksAbsence } = run.each;
  const manners = run.each.run % 4 === 0 ? (['absent', 'null', 'wrong'] as const) : [(['absent', 'null', 'wrong'] as const)[run.each.run % 3] ?? 'null'];
  const outcomes: Outcome[] = [];
  for (const manner of manners) {
    const less = without(document, removals, manner);
    const partial = checkDocument(run, manner, less);
    if ('check' in partial) return partial;
    outcomes.push(partial.outcome);
    if (!isSame(partial.outcome, outcomes[0])) return { check: 'null, absent and wrong are the same', detail: { less, outcomes } };
    if (asksAbsence || typeof complete !== 'boolean') continue;
    run.counts.add(`information: ${kindOf(complete)} to ${kindOf(partial.outcome)}`);
    if (partial.outcome !== undefined && partial.outcome !== complete) return { check: 'information', detail: { document, less, before: complete, after: partial.outcome } };
  }
  if (outcomes.length > 1) run.counts.add('null, absent and wrong are the same');
  return undefined;
}

export function checkTyped(each: Case, evaluators: readonly Evaluator[], counts: Counts): Failure | undefined {
  const { rule, schema = {}, document, removals } = each;
  const read = readTyped(rule, schema);
  if (read === undefined) return { check: 'a well-typed rule is accepted', detail: {} };
  const oracle = typedOracle(rule, schema);
  const run: TypedRun = { each, schema, oracle, asked: prepared(evaluators, read, each.run), counts };
  const complete = checkDocument(run, 'complete', document);
  if ('check' in complete) return complete;
  return (removals.length === 0 ? undefined : checkPartial(run, complete.outcome)) ?? checkLaws(run, read, evaluators);
}
