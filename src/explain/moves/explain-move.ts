import type { Engine } from '../../classify/engine.js';
import { customerId, overPlainRecord, readSafely } from '../../classify/plain-record.js';
import type { Classification } from '../../classify/types.js';
import { ClassifierError } from '../../errors/classifier-error.js';
import type { Text } from '../../errors/json.js';
import { referenceIssue } from '../../errors/reference-issue.js';
import { requireMade } from '../../errors/refuse-argument.js';
import { readAsOf } from '../../facts/as-of.js';
import { knownRecord } from '../../facts/known-record.js';
import type { Entry } from '../../facts/reading.js';
import { createZone } from '../../internal/zone.js';
import type { FactValue } from '../../model/types.js';
import type { PolicyPlan } from '../../policy/plan.js';
import { labelsFor, unitOf } from '../labels.js';
import { readRedactions, redactMove } from '../redact.js';
import type { Redaction } from '../types.js';
import { driversBetween } from './drivers.js';
import { ruled, type Judge } from './judge.js';
import { factsOfNamedPeriods } from './named-periods.js';
import { rebuiltRecord } from './rebuilt-record.js';
import { correctedFacts, reasonsOfStep, type StepBy } from './reasons.js';
import type { Move, MoveCause, MovePart, MoveReason } from './types.js';
import { withoutUndecidedInvoices } from './undecided-invoices.js';

/** What a move is explained with. */
export interface MoveBy {
  readonly engine: Engine;
  /** The classifier that gave the class after. */
  readonly now: Judge;
  /** The one that gave the class before. */
  readonly earlier: Judge;
  /** The earlier policy read again; undefined where it needs plug-ins that are not known here. */
  readonly earlierPlan: PolicyPlan | undefined;
  /** The earlier policy with the lines of now; undefined where they do not fit it. */
  readonly recalibrated: Judge | undefined;
}

/** A step of the way: what the customer would be in with all causes up to this one. */
interface Step {
  readonly cause: MoveCause;
  readonly judge: Judge;
  readonly result: Classification;
}

function notUnderstood(pointer: string, problem: string): ClassifierError {
  return new ClassifierError([referenceIssue('classification/not-understood', pointer, { problem })]);
}

function checkResults(before: Classification, after: Classification, { now, earlier }: MoveBy): void {
  requireMade('before', before, 'classification', 'classify');
  requireMade('after', after, 'classification', 'classify');
  if (before.customerId !== after.customerId) throw notUnderstood('/customerId', 'the two are of different customers');
  if (after.policy.hash !== now.hashes.policy) throw notUnderstood('/policy/hash', 'it was made by another policy, or another version of it');
  if (before.policy.hash !== earlier.hashes.policy) throw notUnderstood('/policy/hash', 'the one before was made by another policy: give the classifier of that time as `earlier`');
}

/** The values that facts had before, as far as they were kept. */
function asBefore(ids: readonly string[], before: Classification): { readonly [id: string]: FactValue } {
  return Object.fromEntries(ids.filter((id) => Object.hasOwn(before.facts, id)).map((id) => [id, before.facts[id] ?? null]));
}

/** What the host gives has no days: the record of today has it as it is today, which says nothing of the day before. */
function givenFacts({ facts }: Entry): readonly string[] {
  return typeof facts === 'object' && facts !== null ? Object.keys(facts) : [];
}

/** A class is told apart from one that the same classifier gives: with other lines it would be taken for corrected data. */
function checkLines(kept: Classification, again: Classification, plan: PolicyPlan | undefined, problem: string): void {
  const needsLines = plan === undefined || plan.scores.some(({ isFitted }) => isFitted);
  if (needsLines && kept.calibration?.hash !== again.calibration?.hash) throw notUnderstood('/calibration/hash', problem);
}

interface Ways {
  /** The class before over today's data. */
  readonly start: Classification | undefined;
  readonly steps: readonly Step[];
  readonly omitted: readonly MoveCause[];
}

/** The judges after the customer's own causes, in order. */
function laterJudges({ now, recalibrated }: MoveBy): readonly (readonly [MoveCause, Judge])[] {
  return [...(recalibrated === undefined ? [] : [['calibration', recalibrated] as const]), ['policy', now]];
}

function waysWithRecord(plain: Entry, before: Classification, after: Classification, by: MoveBy): Ways {
  const { earlier, engine } = by;
  const zone = createZone(earlier.policy.timeZone);
  const then = readAsOf(before.asOf, zone);
  if (then === null) throw notUnderstood('/asOf', 'its `asOf` is no date');
  const whole = { ...plain, override: null };
  const known = knownRecord(whole, then, zone);
  const given = givenFacts(plain);
  const untouched = { ...withoutUndecidedInvoices(known, then.day, zone), facts: asBefore([...factsOfNamedPeriods(by.earlierPlan ?? engine.plan), ...given], before) };
  const { asOf } = after;
  const start = earlier.classify(given.length === 0 ? known : { ...known, facts: asBefore(given, before) }, before.asOf);
  const later = laterJudges(by).map(([cause, judge]): Step => ({ cause, judge, result: judge.classify(whole, asOf) }));
  return {
    start,
    steps: [
      { cause: 'calendar', judge: earlier, result: earlier.classify(untouched, asOf) },
      { cause: 'behaviour', judge: earlier, result: earlier.classify(whole, asOf) },
      ...later,
    ],
    omitted: [],
  };
}

/** Without the record, what the results keep is all there is: the calendar, what was done and what was corrected cannot be told apart. */
function waysOfFacts(before: Classification, after: Classification, by: MoveBy): Ways {
  const { asOf } = after;
  const record = rebuiltRecord({ ...after, facts: { ...before.facts, ...after.facts }, fields: { ...before.fields, ...after.fields } });
  const judges = [['behaviour', by.earlier] as const, ...laterJudges(by)];
  return { start: undefined, steps: judges.map(([cause, judge]) => ({ cause, judge, result: judge.classify(record, asOf) })), omitted: ['calendar', 'data'] };
}

/** What the facts of either policy are like. */
function describedBy({ engine, earlierPlan }: MoveBy): StepBy['described'] {
  return (fact) => {
    const plan = [engine.plan, ...(earlierPlan === undefined ? [] : [earlierPlan])].find(({ field }) => field(fact) !== undefined);
    const unit = plan === undefined ? undefined : unitOf(plan, fact);
    return { type: plan?.field(fact)?.type ?? 'text', ...(unit === undefined ? {} : { unit }) };
  };
}

/** The parts of the steps that led to another segment. */
function partsOf(start: Classification, steps: readonly Step[], described: StepBy['described']): readonly MovePart[] {
  let from = start;
  return steps.flatMap(({ cause, judge, result }): readonly MovePart[] => {
    const before = from;
    from = result;
    if (ruled(before) === ruled(result)) return [];
    return [{ cause, segment: ruled(result), reasons: reasonsOfStep(ruled(before), before, { now: judge.explain(result), areLinesNew: cause === 'calibration' || cause === 'policy', described }) }];
  });
}

function overrideReasons(before: Classification, after: Classification): readonly MoveReason[] {
  const described = { pointer: '/override', fact: 'override', type: 'text' } as const;
  const { override } = after;
  if (override !== undefined) return [{ code: 'reason/overridden', ...described, actual: override.actor, required: override.reason }];
  return before.override === undefined ? [] : [{ code: 'reason/override-ended', ...described, actual: before.segment }];
}

/** An override that came or went, where it changed the segment. */
function overridePart(before: Classification, after: Classification): readonly MovePart[] {
  const plays = after.segment !== ruled(after) || before.segment !== ruled(before);
  const isSame = before.override !== undefined && after.override !== undefined && before.segment === after.segment;
  return plays && !isSame ? [{ cause: 'override', segment: after.segment, reasons: overrideReasons(before, after) }] : [];
}

/** What was corrected since: of the day before, and of the day after. */
function dataParts(before: Classification, start: Classification | undefined, after: Classification, end: Classification, plan: PolicyPlan): readonly MovePart[] {
  const pairs = [...(start === undefined ? [] : [[before, start] as const]), [end, after] as const];
  return pairs.flatMap(([kept, other]): readonly MovePart[] =>
    ruled(kept) === ruled(other) ? [] : [{ cause: 'data', segment: ruled(other), reasons: correctedFacts(kept, other, plan) }],
  );
}

function directionOf({ rank, segmentNames }: PolicyPlan, from: string, to: string): Move['direction'] {
  if (from === to) return 'none';
  const [before, after] = [rank.get(segmentNames.get(from) ?? from), rank.get(to)];
  if (before === undefined || after === undefined) return 'unranked';
  return after < before ? 'up' : after > before ? 'down' : 'none';
}

function labelsOf(before: Classification, after: Classification, parts: readonly MovePart[], { earlier, now }: MoveBy): Move['labels'] {
  const paths = parts.flatMap(({ reasons }) => reasons.flatMap(({ fact, facts = [], requiredFact }) => [fact, ...facts, ...(requiredFact === undefined ? [] : [requiredFact])]));
  const segments = [before.segment, ruled(before), after.segment, ruled(after), ...parts.map(({ segment }) => segment)];
  const labels: { readonly [path: string]: Text } = { ...labelsFor(earlier.policy, paths, segments), ...labelsFor(now.policy, paths, segments) };
  return labels;
}

/** Why a customer is in another segment than before: each cause is told by classifying again with it. */
export function explainMove(before: Classification, after: Classification, record: unknown, by: MoveBy, redact?: readonly Redaction[]): Move {
  const redactions = readRedactions(redact);
  checkResults(before, after, by);
  const ways = (): Ways =>
    overPlainRecord(record, (plain) => {
      if (plain === undefined) return waysOfFacts(before, after, by);
      if (customerId(plain) !== after.customerId) throw notUnderstood('/customerId', 'it is of another customer than the record');
      return readSafely(plain, (readable) => waysWithRecord(readable, before, after, by));
    });
  const isMoved = before.segment !== after.segment;
  const { start, steps, omitted } = isMoved ? ways() : { start: undefined, steps: [], omitted: [] };
  const end = steps[steps.length - 1]?.result ?? after;
  checkLines(before, start ?? steps[0]?.result ?? before, by.earlierPlan, 'the one before was made with another calibration: give the classifier of that time as `earlier`');
  checkLines(after, end, by.engine.plan, 'it was made with another calibration: take the classifier of that time');
  const parts = isMoved ? [...partsOf(start ?? before, steps, describedBy(by)), ...overridePart(before, after), ...dataParts(before, start, after, end, by.engine.plan)] : [];
  const move: Move = {
    schema: 'clientele.move/1',
    customerId: after.customerId,
    asOf: { before: before.asOf, after: after.asOf },
    currency: by.now.policy.currency,
    from: before.segment,
    to: after.segment,
    direction: directionOf(by.engine.plan, before.segment, after.segment),
    parts,
    drivers: by.earlier.policy.currency === by.now.policy.currency ? driversBetween(by.engine.plan, before, after) : [],
    omitted,
    labels: labelsOf(before, after, parts, by),
  };
  return redactMove([by.engine.plan, ...(by.earlierPlan === undefined ? [] : [by.earlierPlan])], move, redactions);
}
