import { ClassifierError } from '../errors/classifier-error.js';
import { engineOf } from '../classifier/engine-of.js';
import type { Classifier } from '../classifier/create-classifier.js';
import type { CustomerRecord, When } from '../model/types.js';
import { createBench } from './boundary/bench.js';
import { madeCases } from './boundary/cases.js';
import type { Side } from './boundary/turns.js';
import { testingIssue } from './testing-issue.js';

/** A customer at one threshold of a policy. */
export interface BoundaryCase {
  /** What the record has, and where that lies: `gold: netSpend 4999.99, just below 5000`. No two cases of a policy have the same. */
  readonly name: string;
  readonly record: CustomerRecord;
  /** JSON Pointer of the condition in the policy, or of the number that a score is cut at. */
  readonly pointer: string;
  /** On the threshold or just beside it; `in` and `out` where values have no order: what meets the condition, and what does not. */
  readonly side: Side;
}

function named(cases: readonly BoundaryCase[]): readonly BoundaryCase[] {
  const counts = new Map<string, number>();
  return cases.map((each) => {
    const count = (counts.get(each.name) ?? 0) + 1;
    counts.set(each.name, count);
    return count === 1 ? each : { ...each, name: `${each.name} (${String(count)})` };
  });
}

/**
 * Makes customers at every threshold of a policy: on it, just below and just above. Whatever changes a threshold changes what they get.
 *
 * Each record says the one value that lies at the threshold, as a given fact or a field of the customer, and as much else as lets that value
 * decide: the rest of the rule holds, and rules tried before do not, where that is possible. Money differs by a minor unit, days and counts by
 * one, a ratio by 0.0001, other numbers by 0.01, dates by a day; for values without an order there is one that meets the condition and one
 * that does not. Thresholds are those of the rules, of yes/no measures, and the numbers that scores are cut at. Lines that a calibration
 * fitted are none of the policy's. What cannot turn (a condition that always holds, one about single events) has no cases; a value
 * that nobody can have, such as a count below 0, is left out. The same policy and day give the same cases.
 *
 * Throws a `ClassifierError` for what is no classifier (`testing/not-a-classifier`), for an `asOf` that is no date, and for a calibration
 * that is needed and missing.
 *
 * @example
 * import { createClassifier, definePolicy } from 'clientele';
 * import { boundaryCases } from 'clientele/testing';
 * const classifier = createClassifier(definePolicy({
 *   schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai',
 *   segments: [{ id: 'gold', when: { '>=': [{ var: 'netSpend' }, 5000] } }, { id: 'standard' }], otherwise: 'standard',
 * }));
 * const asOf = '2026-06-30';
 * boundaryCases(classifier, { asOf }).map(({ name, record }) => [name, classifier.assign(record, { asOf })]);
 * // => [['gold: netSpend 5000, on the line', 'gold'], ['gold: netSpend 4999.99, just below 5000', 'standard'], ['gold: netSpend 5000.01, just above 5000', 'gold']]
 */
export function boundaryCases<G extends string, S extends string>(classifier: Classifier<G, S>, options: { readonly asOf: When }): readonly BoundaryCase[] {
  const engine = engineOf(classifier);
  if (engine === undefined) throw new ClassifierError([testingIssue('testing/not-a-classifier', '')]);
  const cases = madeCases(createBench(engine, engine.asOf((options as Partial<typeof options> | undefined)?.asOf)));
  const seen = new Set<string>();
  return named(
    cases.filter(({ pointer, record }) => {
      const key = `${pointer} ${JSON.stringify(record)}`;
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    }),
  );
}
