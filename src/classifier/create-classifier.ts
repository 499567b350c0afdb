import { throwErrors } from '../errors/classifier-error.js';
import { firstIssues, type Issue } from '../errors/issue.js';
import { refuseArgument } from '../errors/refuse-argument.js';
import { createAccumulator, type AccumulatorOptions, type FactsAccumulator } from '../classify/accumulator.js';
import { assignRecord, classifyRecord, requireReady } from '../classify/classify.js';
import { calibrateEngine } from '../classify/calibrate.js';
import { bindCalibration } from '../classify/bind-calibration.js';
import { createEngine, type Engine } from '../classify/engine.js';
import { requirementsOf, type Requirements } from '../classify/requirements.js';
import { readRates, type ExchangeRate } from '../classify/read-rates.js';
import { calibrateArriving, classifyArriving, requireIterable, requireRecords } from '../classify/stream.js';
import type { AsOf, Calibration, Classification } from '../classify/types.js';
import { createExplain, type Explain, type ExplainOptions } from '../explain/explain.js';
import type { MoveBy } from '../explain/moves/explain-move.js';
import type { Move } from '../explain/moves/types.js';
import type { Explanation, Redaction, Validity } from '../explain/types.js';
import { createValidity } from '../explain/validity.js';
import type { AsOfMoment } from '../facts/as-of.js';
import type { Limits } from '../internal/limits.js';
import { lintPolicy } from '../lint/lint-policy.js';
import type { CustomerRecord } from '../model/types.js';
import { planPolicy } from '../policy/parse-policy.js';
import type { Policy } from '../policy/types.js';
import { describePolicy } from '../render/describe-policy.js';
import { listFields } from '../render/list-fields.js';
import type { Locale } from '../render/locales/words.js';
import type { Operator } from '../rules/define-operator.js';
import type { EditorField } from '../rules/editor-field.js';
import type { Scorer } from '../scorers/scorer.js';
import { classifyEach, classifyMany, validityOf, type LastingClassification, type ValidityOptions } from './classify-each.js';
import { withEngine } from './engine-of.js';
import { explainEach, explainMoved, explainResult, type ExplainAllOptions } from './explain-each.js';
import { scoreCustomer, type ScoredCustomer } from './score-customer.js';

/** What a classifier is bound to beside its policy. */
export interface ClassifierOptions {
  /** The dividing lines of an earlier `calibrate`; needed before classifying where the policy has scores that need one. */
  readonly calibration?: Calibration;
  /** The host's own scorers that the policy names. */
  readonly scorers?: readonly Scorer[];
  /** The host's own operators that its rules use. */
  readonly operators?: readonly Operator[];
  /** What other currencies were worth in the policy's currency, from which day on. */
  readonly rates?: readonly ExchangeRate[];
  readonly limits?: Partial<Limits>;
}

/** What is passed on while many records are classified. */
export interface ClassifyAllOptions extends AsOf {
  /** Called after each record with the number done so far. */
  readonly onProgress?: (done: number) => void;
  /** True for results that say until when each class holds. */
  readonly validity?: boolean;
  /** How far ahead is looked for that, `P12M` where absent, ten years at most. */
  readonly horizon?: string;
}

/** What a move is explained with. */
export interface MoveOptions {
  /** All that is known of the customer today. */
  readonly record?: CustomerRecord;
  /** The classifier that gave the class before; this one where it is absent. */
  readonly earlier?: Classifier<string, string>;
  /** What is left out, as in `explain`. */
  readonly redact?: readonly Redaction[];
}

/**
 * A policy made ready to classify. All methods are pure, and all but those over streams synchronous: the same record, day and calibration
 * give the same result.
 *
 * None of them throws for what is in a customer's data (findings tell), but they throw a `ClassifierError` for an `asOf` that is no date,
 * `classify`, `assign` and `score` for a record without a customer id, those over many for records that are no list or stream, and all that
 * classify for a calibration that is needed and missing.
 */
export interface Classifier<G extends string = string, S extends string = string> {
  /** A plain copy of the policy, frozen. */
  readonly policy: Policy<G, S>;
  /** Of the whole policy, and of the part that a calibration depends on. */
  readonly hashes: { readonly policy: string; readonly fit: string };
  /** Ids of the scores that need a calibration. */
  readonly needsCalibration: readonly S[];
  /** What is allowed in the policy and probably not meant. */
  lint(): readonly Issue[];
  /**
   * What to load for a classification as of a day: which parts, from which day (null: from the first), with which fields; which fields
   * of the customer; which facts only the host can give.
   */
  requirements(options: AsOf): Requirements;
  /** Computes the dividing lines of all scores that need a population, to be kept as JSON and passed to `createClassifier`. */
  calibrate(records: Iterable<CustomerRecord>, options: AsOf): Calibration;
  /**
   * The same calibration, byte for byte, of records as they arrive. Of each record only the figures are kept that the scores read,
   * so a population need not fit into memory. All errors, those of the source too, reject the promise.
   */
  calibrateStream(records: AsyncIterable<CustomerRecord>, options: AsOf): Promise<Calibration>;
  /** The segment of one customer, with everything it was decided by. */
  classify(record: CustomerRecord, options: AsOf): Classification<G, S>;
  /**
   * The segments of many customers, one by one as they are asked for. A record that cannot be read never stops the others; what would
   * stop them all, such as a missing calibration, is thrown when it is called.
   */
  classifyAll(records: Iterable<CustomerRecord>, options: ClassifyAllOptions): Iterable<LastingClassification<G, S>>;
  /**
   * The same results, of records as they arrive: one record is taken from the source for each result that is asked for, and the source is
   * closed when you stop early. A record that cannot be read never stops the others. What would stop them all (a missing calibration, an
   * `asOf` that is no date, records that cannot be iterated) is thrown when it is called; an error of the source is passed on.
   */
  classifyStream(records: AsyncIterable<CustomerRecord>, options: ClassifyAllOptions): AsyncIterable<LastingClassification<G, S>>;
  /** The segment alone. */
  assign(record: CustomerRecord, options: AsOf): G;
  /** Facts and scores without a segment. Without a calibration, a score that needs one is missing, with the reason `score/not-calibrated`. */
  score(record: CustomerRecord, options: AsOf): ScoredCustomer<S>;
  /**
   * Why a customer has its segment, from a classification of this policy, fresh or read from where the host keeps it. Throws a
   * `ClassifierError` for one of another policy or version, or of another customer than the `record`. With the record it was made of, it
   * also has what only that can tell; `omitted` names what could not be made. Of the record only what was known as of the classification
   * counts. `whyNot` asks for segments beside the better ones; one that the policy has not is a `ClassifierError` with the closest name.
   * `redact` leaves out what others are not to read.
   */
  explain(result: Classification<G, S>, options?: ExplainOptions<G>): Explanation<G>;
  /**
   * Why each of many customers has its segment, one by one as they are asked for: each record is classified, and explained with the record.
   * Nothing of the earlier ones is kept. A record that cannot be read never stops the others; what would stop them all is thrown when it is
   * called. Most of the time goes into what would change it: `counterfactuals: false` leaves that out.
   *
   * @example
   * import { createClassifier, definePolicy } from 'clientele';
   * const classifier = createClassifier(definePolicy({
   *   schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai',
   *   segments: [{ id: 'gold', when: { '>=': [{ var: 'netSpend' }, 5000] } }, { id: 'standard' }], otherwise: 'standard',
   * }));
   * const records = [{ customer: { id: '1' }, facts: { netSpend: 6000 } }, { customer: { id: '2' }, facts: { netSpend: 10 } }];
   * const told: string[] = [];
   * for (const { customerId, segment } of classifier.explainAll(records, { asOf: '2026-06-30' })) told.push(`${customerId}: ${segment}`);
   * told; // => ['1: gold', '2: standard']
   */
  explainAll(records: Iterable<CustomerRecord>, options: ExplainAllOptions<G>): Iterable<Explanation<G>>;
  /** The same explanations, of records as they arrive, at the pace of whoever asks: as `classifyStream` takes them. */
  explainStream(records: AsyncIterable<CustomerRecord>, options: ExplainAllOptions<G>): AsyncIterable<Explanation<G>>;
  /**
   * Until when a class holds if nothing more happens: its last day in the policy's time zone, the instant from which it does not, what it
   * becomes and the condition that turns; nulls where nothing changes it within the `horizon`, `P12M` where absent.
   *
   * Of the record only what was known as of the classification counts, and facts that it gives stay as they are. Throws a `ClassifierError`
   * for a horizon of more than ten years, a result of another policy or customer, and a record that does not give the class on its day.
   *
   * @example
   * import { createClassifier, definePolicy } from 'clientele';
   * const classifier = createClassifier(definePolicy({
   *   schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai',
   *   segments: [{ id: 'active', when: { '<': [{ var: 'daysSinceLastPurchase' }, 90] } }, { id: 'at-risk' }], otherwise: 'at-risk',
   * }));
   * const record = { customer: { id: '42' }, transactions: [{ at: '2026-06-01', amount: 100 }] };
   * const { lastDay, changesAt, becomes } = classifier.validity(classifier.classify(record, { asOf: '2026-06-30' }), { record });
   * [lastDay, changesAt, becomes]; // => ['2026-08-29', '2026-08-30T00:00:00+08:00', 'at-risk']
   */
  validity(result: Classification<G, S>, options: ValidityOptions): Validity<G>;
  /**
   * Why a customer is in another segment than before: what time alone, what was done, new lines, another policy, an override and corrected
   * data each led to. `earlier` is the classifier that gave the class before, where it is not this one. Without the `record` time, what was
   * done and what was corrected are told as one. Throws a `ClassifierError` for results of other policies, or of two customers.
   */
  explainMove(before: Classification, after: Classification<G, S>, options?: MoveOptions): Move<G>;
  /**
   * Running totals from which the facts of this policy are read, for events that arrive one by one. Throws a `ClassifierError` for a policy
   * with facts that cannot be kept: those that look at plans.
   *
   * @example
   * import { createClassifier, definePolicy } from 'clientele';
   * const classifier = createClassifier(definePolicy({
   *   schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai', window: { last: 'P12M' },
   *   segments: [{ id: 'gold', when: { '>=': [{ var: 'netSpend' }, 5000] } }, { id: 'standard' }],
   *   otherwise: 'standard',
   * }));
   * const totals = classifier.accumulator({ from: '2026-06-30', parts: ['transactions'] });
   * totals.add('42', 'transactions', { at: '2026-06-01', amount: '4999.95' });
   * totals.facts('42', { asOf: '2026-06-30' }); // => { netSpend: 4999.95 }
   * totals.add('42', 'transactions', { at: '2026-07-01', amount: '0.05' });
   * const asOf = '2026-07-01';
   * classifier.classify({ customer: { id: '42' }, facts: totals.facts('42', { asOf }) }, { asOf }).segment; // => 'gold'
   */
  accumulator(options: AccumulatorOptions): FactsAccumulator;
  /**
   * The whole policy in words, line by line: what it declares, measures and scores, the conditions in the order in which they are tried,
   * which segment wins, and what is recommended. English unless another `locale` is given. Notes are left out: they have one language.
   */
  describe(options?: { readonly locale?: Locale }): string;
  /**
   * Every path that rules of this policy may use, with type, label, unit, values and operators: what an editor of rules needs. What the
   * policy declares comes first, by id; assessments are listed where the policy names them. A path that never has a value is left out.
   */
  fields(options?: { readonly locale?: Locale }): readonly EditorField[];
}

/** A classifier as a move asks it. The one of before may come from another copy of the package, so it is asked by what hosts can call. */
function judgeBy(classifier: Classifier): MoveBy['now'] {
  const { policy, hashes } = classifier;
  return { policy, hashes, classify: (record, asOf) => classifier.classify(record as CustomerRecord, { asOf }), explain: (result) => classifier.explain(result) };
}

/** What a move is told by: the earlier policy read again, and bound to the lines of now where they fit it. */
function movedBy(engine: Engine, now: Classifier, earlier: Classifier, options: ClassifierOptions): MoveBy {
  if (typeof (earlier as Partial<Classifier>).classify !== 'function') refuseArgument('earlier', 'what `createClassifier` gave');
  const { scorers, operators } = options;
  const judges = { engine, now: judgeBy(now), earlier: judgeBy(earlier) };
  if (earlier.hashes.policy === now.hashes.policy) return { ...judges, earlierPlan: engine.plan, recalibrated: judges.now };
  const read = planPolicy(earlier.policy, { ...(scorers === undefined ? {} : { scorers }), ...(operators === undefined ? {} : { operators }) });
  const takesLines = engine.calibration !== undefined && read.ok && earlier.hashes.fit === now.hashes.fit;
  const recalibrated = takesLines ? judgeBy(createClassifier(earlier.policy, options)) : undefined;
  return { ...judges, earlierPlan: read.ok ? read.value : undefined, recalibrated };
}

/**
 * Makes a policy ready to classify customers.
 *
 * Reads and checks the whole policy once and copies it; throws a `ClassifierError` that lists everything that is wrong with the policy
 * or the options. The time zone and all days come from the policy and `asOf`: there is no clock.
 *
 * @example
 * import { createClassifier, definePolicy } from 'clientele';
 * const classifier = createClassifier(definePolicy({
 *   schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai', window: { last: 'P12M' },
 *   segments: [{ id: 'gold', when: { '>=': [{ var: 'netSpend' }, 5000] } }, { id: 'standard' }],
 *   otherwise: 'standard',
 * }));
 * const record = { customer: { id: '42' }, transactions: [{ at: '2026-06-01', amount: '5000.00' }] };
 * classifier.assign(record, { asOf: '2026-06-30' }); // => 'gold'
 */
export function createClassifier<G extends string, S extends string, F extends string>(
  policy: Policy<G, S, F, string, string>,
  options?: ClassifierOptions,
): Classifier<G, S>;
export function createClassifier(policy: Policy, options: ClassifierOptions = {}): Classifier {
  const { scorers, operators, limits } = options;
  const planned = planPolicy(policy, {
    ...(scorers === undefined ? {} : { scorers }),
    ...(operators === undefined ? {} : { operators }),
    ...(limits === undefined ? {} : { limits }),
  });
  const issues: Issue[] = [...planned.issues];
  const rates = readRates(options.rates ?? [], issues);
  const calibration = planned.ok ? bindCalibration(planned.value, options.calibration, issues) : undefined;
  throwErrors(firstIssues(issues));
  if (!planned.ok) throw new TypeError('a refused policy has errors');
  const plan = planned.value;
  const engine = createEngine(plan, rates, calibration);
  // Programs without types may leave the options out.
  const dayOf = (given: Partial<AsOf> | undefined): AsOfMoment => engine.asOf(given?.asOf);
  const findValidity = createValidity(engine);
  let made: Explain | undefined;
  const explainer = (): Explain => (made ??= createExplain(engine, findValidity));
  const classifier: Classifier = {
    policy: plan.policy,
    hashes: plan.hashes,
    needsCalibration: plan.scores.filter(({ isFitted }) => isFitted).map(({ id }) => id),
    lint: () => lintPolicy(plan),
    requirements: (given) => requirementsOf(plan, dayOf(given).day),
    calibrate: (records, given) => {
      const asOf = dayOf(given);
      return calibrateEngine(engine, requireIterable(records), asOf);
    },
    classify: (record, given) => classifyRecord(engine, record, dayOf(given)),
    classifyAll: (records, given) => {
      const each = classifyEach(engine, findValidity, dayOf(given), given);
      requireReady(engine);
      return classifyMany(requireIterable(records), each, given.onProgress);
    },
    calibrateStream: async (records, given) => calibrateArriving(engine, requireRecords(records), dayOf(given)),
    classifyStream: (records, given) => {
      const each = classifyEach(engine, findValidity, dayOf(given), given);
      requireReady(engine);
      return classifyArriving(requireRecords(records), each, given.onProgress);
    },
    assign: (record, given) => assignRecord(engine, record, dayOf(given)),
    score: (record, given) => scoreCustomer(engine, record, dayOf(given)),
    explain: (result, given) => explainResult(engine, explainer(), result, given),
    explainAll: (records, given) => {
      const each = explainEach(engine, explainer(), dayOf(given), given);
      requireReady(engine);
      return classifyMany(requireIterable(records), each, given.onProgress);
    },
    explainStream: (records, given) => {
      const each = explainEach(engine, explainer(), dayOf(given), given);
      requireReady(engine);
      return classifyArriving(requireRecords(records), each, given.onProgress);
    },
    validity: (result, given) => validityOf(engine, findValidity, result, given),
    explainMove: (before, after, given) => explainMoved(before, after, given?.record, movedBy(engine, classifier, given?.earlier ?? classifier, options), given?.redact),
    accumulator: (given) => createAccumulator(engine, rates, given),
    describe: (given) => describePolicy(plan, given?.locale),
    fields: (given) => listFields(plan, given?.locale),
  };
  return withEngine(classifier, engine);
}
