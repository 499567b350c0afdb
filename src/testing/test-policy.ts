import type { Classification, Status } from '../classify/types.js';
import type { Classifier } from '../classifier/create-classifier.js';
import { ClassifierError } from '../errors/classifier-error.js';
import { requireList } from '../errors/refuse-argument.js';
import type { CustomerRecord, When } from '../model/types.js';
import { testingIssue } from './testing-issue.js';

/** What a policy should say of one record. */
export interface PolicyCase<G extends string> {
  readonly name: string;
  readonly record: CustomerRecord;
  readonly segment: G;
  readonly status?: Status;
  /** The segments whose rules are unknown, in any order. */
  readonly undecided?: readonly G[];
  /** The facts that decided, in any order. */
  readonly because?: readonly string[];
}

/** What came out for one case: `message` says what differs, and is empty where nothing does. */
export interface PolicyCaseResult {
  readonly name: string;
  readonly ok: boolean;
  readonly message: string;
}

const sorted = (names: readonly string[]): string => [...names].sort().join(', ');

function difference(what: string, expected: string, actual: string): readonly string[] {
  return expected === actual ? [] : [`${what}: expected ${expected === '' ? 'none' : expected}, got ${actual === '' ? 'none' : actual}`];
}

function undecidedText(segments: readonly string[]): string {
  return segments.length === 0 ? '' : `, undecided ${segments.join(', ')}`;
}

/**
 * Tries a policy on records whose segment is known. Give the results to the test runner of your choice.
 *
 * Nothing is thrown for a case that fails: `ok` is false, and `message` says what differs and why the policy decided as it did.
 *
 * @example
 * import { createClassifier, definePolicy } from 'clientele';
 * import { buildRecord, testPolicy } from 'clientele/testing';
 * const classifier = createClassifier(definePolicy({
 *   schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai',
 *   segments: [{ id: 'gold', when: { '>=': [{ var: 'netSpend' }, 5000] } }, { id: 'standard' }], otherwise: 'standard',
 * }));
 * const asOf = '2026-06-30';
 * const cases = [{ name: 'a cent less is not gold', record: buildRecord(asOf, { purchases: [{ daysAgo: 1, amount: '4999.99' }] }), segment: 'standard' as const }];
 * testPolicy(classifier, cases, { asOf }); // => [{ name: 'a cent less is not gold', ok: true, message: '' }]
 */
export function testPolicy<G extends string, S extends string>(
  classifier: Classifier<G, S>,
  cases: readonly PolicyCase<NoInfer<G>>[],
  options: { readonly asOf: When },
): readonly PolicyCaseResult[] {
  if (typeof (classifier as Partial<Classifier> | null | undefined)?.classify !== 'function') throw new ClassifierError([testingIssue('testing/not-a-classifier', '')]);
  requireList('cases', cases);
  return cases.map(({ name, record, segment, status, undecided, because }) => {
    const result: Classification<G, S> = classifier.classify(record, options);
    const facts = classifier.explain(result).because.map((reason) => reason.fact);
    const differences = [
      ...difference('segment', segment, result.segment),
      ...(status === undefined ? [] : difference('status', status, result.status)),
      ...(undecided === undefined ? [] : difference('undecided', sorted(undecided), sorted(result.undecided))),
      ...(because === undefined ? [] : difference('because', sorted(because), sorted(facts))),
    ];
    const ok = differences.length === 0;
    const message = ok ? '' : `${name}: ${differences.join('; ')} (status ${result.status}${undecidedText(result.undecided)}, because of ${facts.join(', ') || 'no rule'}, facts ${JSON.stringify(result.facts)})`;
    return { name, ok, message };
  });
}
