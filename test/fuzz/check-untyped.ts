// Rules without a schema: against the oracle, and where nothing is missing on the way against json-logic-js itself.
import type { Json } from '../../src/errors/json.js';
import { disagreement, prepared } from './asking.js';
import { isSame, kindOf, type Case, type Counts, type Failure } from './case.js';
import { readUntyped, type Evaluator } from './evaluators.js';
import { applyLogic } from './own-json-logic.js';
import { without } from './removals.js';
import { askUntyped } from './untyped-oracle.js';

/** `present` takes the name of a path; json-logic-js is given a `var` for it. */
function withoutNames(rule: Json): Json {
  if (typeof rule !== 'object' || rule === null) return rule;
  if (Array.isArray(rule)) return rule.map(withoutNames);
  const { present } = rule as { readonly present?: Json };
  const name = Array.isArray(present) ? (present as readonly Json[])[0] : present;
  if (typeof name === 'string') return { present: [{ var: name }] };
  return Object.fromEntries(Object.entries(rule).map(([key, value]: [string, Json]) => [key, withoutNames(value)]));
}

/** What is no plain JSON is not handed out as it is: where that may lie in a value, only what decides is compared. */
function isSameOrForeign(actual: unknown, expected: unknown): boolean {
  return typeof expected === 'object' || isSame(actual, expected);
}

const truthOf = (value: unknown): boolean | undefined => (value === undefined ? undefined : Array.isArray(value) ? value.length > 0 : Boolean(value));

export function checkUntyped(each: Case, evaluators: readonly Evaluator[], counts: Counts): Failure | undefined {
  const { rule, document, removals } = each;
  const read = readUntyped(rule);
  if (read === undefined) return { check: 'a rule of JSON Logic is accepted', detail: {} };
  const asked = prepared(evaluators, read, each.run);
  const logic = withoutNames(rule);
  const isSteady = !each.asksAbsence && !JSON.stringify(rule).includes('"reduce"');
  let before: boolean | undefined;
  const manners = removals.length === 0 ? (['complete'] as const) : (['complete', 'absent', 'null', 'wrong'] as const);
  for (const manner of manners) {
    const from = manner === 'complete' ? document : without(document, removals, manner);
    const { value, missing, odd } = askUntyped(rule, from);
    counts.add(`untyped, ${manner}: ${kindOf(value)}`);
    const failure = disagreement(asked, from, value, counts, manner === 'wrong' ? isSameOrForeign : isSame);
    if (failure !== undefined) return { ...failure, check: `${failure.check}, without a schema` };
    if (manner === 'complete') before = truthOf(value);
    else if (isSteady && before !== undefined) {
      counts.add(`information without a schema: ${String(before)} to ${String(truthOf(value) ?? 'unknown')}`);
      if (truthOf(value) === !before) return { check: 'information, without a schema', detail: { document, less: from, before, after: value } };
    }
    if (missing) counts.add('json-logic-js without a schema: left out, something is missing');
    else if (odd) counts.add('json-logic-js without a schema: left out, `^.`, not finite, inherited or of another type');
    else if (manner !== 'wrong') {
      counts.add(`json-logic-js without a schema: ${kindOf(value)}`);
      const expected = applyLogic(logic, from) ?? undefined;
      if (!isSame(expected, value)) return { check: 'json-logic-js, without a schema', detail: { document: from, expected, actual: value } };
    }
  }
  return undefined;
}
