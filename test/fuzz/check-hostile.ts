// Whatever comes: reading ends, with a rule or with issues that say why not; and a rule that was read never throws.
import { ClassifierError } from '../../src/errors/classifier-error.js';
import type { Issue } from '../../src/errors/issue.js';
import { documentMessages } from '../../src/errors/messages/document.js';
import { ruleMessages } from '../../src/errors/messages/rule.js';
import { safeParseRule, type CompiledRule } from '../../src/rules/parse-rule.js';
import { disagreement, prepared } from './asking.js';
import { isSame, kindOf, type Case, type Counts, type Failure } from './case.js';
import { expectedOf } from './check-typed.js';
import { operators, readTyped, readUntyped, type Evaluator } from './evaluators.js';
import { disguised } from './hostile.js';
import { Gap } from './meaning.js';
import { typedOracle, type Oracle } from './typed-oracle.js';

const CODES: ReadonlySet<string> = new Set([...Object.keys(ruleMessages), ...Object.keys(documentMessages)]);

/** An issue that a reader can use: a known code, one line of message, a pointer, plain JSON. */
function isSound({ code, message, pointer, ...rest }: Issue): boolean {
  return CODES.has(code) && message !== '' && !message.includes('\n') && (pointer === '' || pointer.startsWith('/')) && isSame(JSON.parse(JSON.stringify(rest)), rest);
}

/** Asks everything that can be asked; what it throws is a disagreement. */
function askAll(rule: CompiledRule, document: unknown, counts: Counts): Failure | undefined {
  const value = rule.evaluate(document);
  counts.add(`hostile, accepted: ${kindOf(value)}`);
  const { outcome } = rule.trace(document);
  if ((outcome === 'unknown') !== (value === undefined)) return { check: 'trace of a hostile document', detail: { value, outcome } };
  try {
    const truth = rule.test(document);
    // A value that is no plain JSON decides, but is not handed out.
    if (truth === 'unknown' ? value !== undefined : typeof value === 'boolean' && truth !== String(value)) return { check: 'test of a hostile document', detail: { value, truth } };
  } catch (error) {
    if (!ClassifierError.is(error) || error.issues[0].code !== 'rule/not-boolean' || rule.describe().type === 'boolean') throw error;
  }
  return undefined;
}

/** The oracle speaks of every rule that a policy accepts. */
function oracleOf({ rule, schema = {} }: Case): Oracle | string {
  try {
    return typedOracle(rule, schema);
  } catch (error) {
    if (error instanceof Gap) return error.message;
    throw error;
  }
}

export function checkHostile(each: Case, evaluators: readonly Evaluator[], counts: Counts): Failure | undefined {
  const { rule, schema, document, disguise } = each;
  const given = disguise === undefined ? rule : disguised(rule, disguise);
  const result = safeParseRule(given, { ...(schema === undefined ? {} : { schema }), operators });
  const label = schema === undefined ? 'without a schema' : 'against a schema';
  counts.add(`hostile, ${label}: ${result.ok ? 'accepted' : 'refused'}`);
  const unsound = result.issues.find((issue) => !isSound(issue));
  if (unsound !== undefined) return { check: 'an issue that a reader can use', detail: { unsound } };
  if (!result.ok) return result.issues.some(({ severity }) => severity === 'error') ? undefined : { check: 'a refusal has an error', detail: {} };
  const failure = askAll(result.value, document, counts);
  if (failure !== undefined || disguise !== undefined) return failure;
  const read = schema === undefined ? readUntyped(rule) : readTyped(rule, schema);
  if (read === undefined) return { check: 'both ways of reading accept the same', detail: {} };
  const asked = prepared(evaluators, read, each.run);
  if (schema === undefined) {
    // The public interface hands out no value that is not plain JSON, so only what decides is compared.
    const expected = asked[0]?.decide(document);
    return typeof expected === 'object' ? undefined : disagreement(asked, document, expected, counts);
  }
  const oracle = oracleOf(each);
  if (typeof oracle === 'string') return { check: 'the oracle knows whatever is accepted', detail: { gap: oracle } };
  return disagreement(asked, document, expectedOf(oracle, document).outcome, counts);
}
