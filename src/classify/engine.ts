import { ClassifierError } from '../errors/classifier-error.js';
import type { Json } from '../errors/json.js';
import { referenceIssue } from '../errors/reference-issue.js';
import { readAsOf, type AsOfMoment } from '../facts/as-of.js';
import { computeFacts } from '../facts/compute.js';
import { createNotice, type Notice } from '../facts/notice.js';
import { createConvert, type Rate } from '../facts/rates.js';
import { createReading, type Entry, type FactSettings, type Reading } from '../facts/reading.js';
import { publicValue, readValue } from '../facts/values.js';
import { childPointer } from '../internal/pointer.js';
import { createZone, type Zone } from '../internal/zone.js';
import type { FactValue } from '../model/types.js';
import type { PlannedScore, PolicyPlan } from '../policy/plan.js';
import { evaluate } from '../rules/evaluate.js';
import { SLOT_ACCESS } from '../rules/graph.js';
import type { RuleNode, RuleValue, Slots } from '../rules/types.js';
import type { Score } from '../scorers/scorer.js';
import { createDecide, type Decision } from './decide.js';
import { createGiven, type Given } from './given.js';
import { readSafely } from './plain-record.js';
import { readPrevious } from './previous.js';
import type { Calibration } from './types.js';

/** A policy with everything it is bound to: what classifies. */
export interface Engine {
  readonly plan: PolicyPlan;
  readonly settings: FactSettings;
  readonly calibration: Calibration | undefined;
  readonly decide: (slots: Slots) => Decision;
  /** The fast way for records that give their facts. */
  readonly given: Given;
  readonly notice: Notice;
  /** Reads `asOf`; a mistake of the program is thrown. */
  readonly asOf: (value: unknown) => AsOfMoment;
}

/** Reads `asOf` in a zone, and keeps the last one read: most calls are about the same day. */
function createAsOf(zone: Zone): Engine['asOf'] {
  let last: { readonly value: unknown; readonly moment: AsOfMoment } | undefined;
  return (value) => {
    if (last !== undefined && typeof value === 'string' && last.value === value) return last.moment;
    const moment = readAsOf(value, zone);
    if (moment === null) throw new ClassifierError([referenceIssue('option/not-a-date', '/asOf')]);
    last = { value, moment };
    return moment;
  };
}

export function createEngine(plan: PolicyPlan, rates: readonly Rate[], calibration: Calibration | undefined): Engine {
  const { currency, timeZone } = plan.policy;
  const { exponent, fiscalYearStart } = plan;
  const zone = createZone(timeZone);
  const settings: FactSettings = { zone, currency, exponent, fiscalYearStart, convert: createConvert(rates) };
  const decide = createDecide(plan, SLOT_ACCESS);
  const notice = createNotice(plan.facts);
  return { plan, settings, calibration, notice, decide: (slots) => decide(slots, undefined), given: createGiven(plan, zone), asOf: createAsOf(zone) };
}

interface RecordFacts {
  readonly slots: (RuleValue | undefined)[];
  readonly reading: Reading;
}

/** The facts of a record in their slots, before any score. */
export function readFacts(engine: Engine, record: Entry, asOf: AsOfMoment): RecordFacts {
  return readSafely(record, (readable) => readPlainFacts(engine, readable, asOf));
}

function readPlainFacts({ plan, settings }: Engine, record: Entry, asOf: AsOfMoment): RecordFacts {
  const reading = createReading(record, settings, asOf);
  const slots = new Array<RuleValue | undefined>(plan.paths.length).fill(undefined);
  // Measures may ask for the previous class.
  readPrevious(reading, plan, slots);
  computeFacts(reading, plan.fields, plan.facts, slots);
  return { slots, reading };
}

/** What a condition of a score comes to, as scorers read it: null where it is unknown. */
function answerOf(tree: RuleNode, slots: Slots): boolean | null {
  const outcome = evaluate(tree, slots);
  return typeof outcome === 'boolean' ? outcome : null;
}

function inputsOf({ inputs, conditions }: PlannedScore, slots: Slots): { readonly [input: string]: FactValue } {
  const values: { [input: string]: FactValue } = {};
  // Paths of policies are never names that objects have of their own accord.
  for (const { path, slot, field } of inputs) values[path] = publicValue(slots[slot], field);
  for (const { key, tree } of conditions) values[key] = answerOf(tree, slots);
  return values;
}

/** Scores one customer, and puts value and band into their slots. */
export function scoreInto(engine: Engine, planned: PlannedScore, fitted: Json, slots: (RuleValue | undefined)[]): Score {
  const { scorer, options, valueField, valueSlot, bandSlot } = planned;
  const score = scorer.score(inputsOf(planned, slots), options, fitted);
  slots[valueSlot] = readValue(score.value, valueField, engine.settings.zone).value;
  slots[bandSlot] = score.band ?? undefined;
  return score;
}

/** What the calibration froze for a score; null for one that needs none, or where there is none. */
export function fittedFor(engine: Engine, { id, isFitted }: PlannedScore): Json {
  const scores = engine.calibration?.scores ?? {};
  return isFitted && Object.hasOwn(scores, id) ? (scores[id] ?? null) : null;
}

/** Throws where a score needs a calibration and there is none: without it nobody may be classified. */
export function requireCalibration({ plan, calibration }: Engine): void {
  if (calibration !== undefined || plan.scores.length === 0) return;
  const [first, ...others] = plan.scores.filter(({ isFitted }) => isFitted).map(({ id }) => referenceIssue('calibration/missing', childPointer('/scores', id), { score: id }));
  if (first !== undefined) throw new ClassifierError([first, ...others]);
}

/** Each use of what a policy states for missing facts is told. */
function findMissing(reading: Reading, score: string, { contributions = [] }: Score): void {
  for (const { id, kind, points } of contributions) {
    if (kind === 'missing') reading.find('score/missing-counted', { score, item: id, points });
    else if (kind === 'redistributed') reading.find('score/weight-shared', { score, item: id });
  }
}

interface ScoredRecord {
  readonly slots: (RuleValue | undefined)[];
  readonly reading: Reading;
  readonly scores: { readonly [id: string]: Score };
}

/** The facts and scores of a record. A score that needs a calibration and has none says so in its reason. */
export function scoreRecord(engine: Engine, record: Entry, asOf: AsOfMoment): ScoredRecord {
  const { slots, reading } = readFacts(engine, record, asOf);
  engine.notice(reading, slots);
  const scores: { [id: string]: Score } = {};
  for (const planned of engine.plan.scores) {
    const score = scoreInto(engine, planned, fittedFor(engine, planned), slots);
    scores[planned.id] = score;
    if (score.reason !== undefined) reading.find('score/not-given', { score: planned.id, reason: score.reason });
    if (score.comparedWith === 'all') reading.find('score/compared-with-all', { score: planned.id });
    findMissing(reading, planned.id, score);
  }
  return { slots, reading, scores };
}

/** The facts as a host sees them. */
export function factsOf(plan: PolicyPlan, slots: Slots): { readonly [id: string]: FactValue } {
  const values: { [id: string]: FactValue } = {};
  for (const { id, slot, field } of plan.facts) values[id] = publicValue(slots[slot], field);
  return values;
}

/** The other values that the policy reads, as a host sees them. */
export function fieldsOf(plan: PolicyPlan, slots: Slots): { readonly [path: string]: FactValue } {
  const fields = plan.fields.filter(({ path }) => path !== 'asOf').map(({ path, slot, field }) => [path, publicValue(slots[slot], field)] as const);
  const previous = plan.previousSlot === undefined ? [] : [['previous.segment', publicValue(slots[plan.previousSlot], { type: 'enum' })] as const];
  const bands = plan.previousBands.map(({ path, slot, field }) => [path, publicValue(slots[slot], field)] as const);
  return Object.fromEntries([...fields, ...previous, ...bands]);
}
