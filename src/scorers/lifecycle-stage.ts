import { isJsonObject, type Json, type JsonObject } from '../errors/json.js';
import { bandScore, countOf, limitAxis, noScore } from './inputs.js';
import { member, readMode, readObject, readWhole } from './options.js';
import { isFirstTime, isTooNew, PURCHASE_DAY_FACTS, purchaseDaysOf, tooNewAxes } from './purchase-days.js';
import type { Axis, ReportOption, Score, ScoreInputs, ScorerImplementation } from './scorer.js';
import { readStages, STAGE_MODES, stageConditions, stageOf, type Stage, type StageMode, type StageSpec } from './stages.js';

/**
 * Where a customer is in the life of the relation. Options as a policy writes them: the limits `atRiskFromDays` and `lapsedFromDays` of
 * the stages that come with the package, or `stages` of the policy's own.
 */
export interface LifecycleStageSpec {
  readonly scorer: 'lifecycle-stage';
  /** Without a purchase for so many days a customer is at risk. */
  readonly atRiskFromDays?: number;
  /** Without a purchase for so many days a customer is lapsed; more than `atRiskFromDays`. */
  readonly lapsedFromDays?: number;
  /** A customer whose first purchase is fewer days ago is too new to judge; nobody is where this is absent. */
  readonly tooNewBelowDays?: number;
  /** Stages of the policy's own, the lowest first; for the mode `first` in the order in which they are tried. */
  readonly stages?: readonly StageSpec[];
  /** Which of the stages whose rules hold is given; `first` by default. */
  readonly mode?: StageMode;
}

interface SilenceOptions {
  readonly kind: 'silence';
  readonly atRiskFromDays: number;
  readonly lapsedFromDays: number;
  readonly tooNewBelowDays: number | undefined;
}

interface DeclaredOptions {
  readonly kind: 'declared';
  readonly stages: readonly Stage[];
  readonly mode: StageMode;
  readonly tooNewBelowDays: number | undefined;
  /** The path of the stage of the previous class; undefined where the mode does not ask. */
  readonly before: string | undefined;
}

type LifecycleOptions = SilenceOptions | DeclaredOptions;

const TOO_NEW = 'too-new';
const LIMITS = ['atRiskFromDays', 'lapsedFromDays', 'tooNewBelowDays'];

function readTooNew(object: JsonObject, report: ReportOption): number | undefined {
  return member(object, 'tooNewBelowDays') === undefined ? undefined : readWhole(object, 'tooNewBelowDays', 'days', '', report);
}

function readDeclared(json: Json, id: string, report: ReportOption): DeclaredOptions {
  const object = readObject(json, ['stages', 'mode', 'tooNewBelowDays'], '', report);
  const { mode, report: ofMode } = readMode(object, STAGE_MODES, 'first', report);
  const tooNewBelowDays = readTooNew(object, report);
  // Where the mode is none, one with rules to stay may be meant.
  const stages = readStages(object, ofMode === report ? mode : 'hysteresis', tooNewBelowDays === undefined ? [] : [TOO_NEW], report);
  const asksBefore = mode === 'ratchet' || mode === 'hysteresis';
  return { kind: 'declared', stages, mode, tooNewBelowDays, before: asksBefore ? `previous.scores.${id}.band` : undefined };
}

function readSilence(json: Json, report: ReportOption): SilenceOptions {
  const object = readObject(json, [...LIMITS, 'stages'], '', report);
  const atRiskFromDays = readWhole(object, 'atRiskFromDays', 'days', '', report);
  const lapsedFromDays = readWhole(object, 'lapsedFromDays', 'days', '', report);
  if (atRiskFromDays !== undefined && lapsedFromDays !== undefined && atRiskFromDays >= lapsedFromDays) {
    report('/lapsedFromDays', `\`lapsedFromDays\` must be more than \`atRiskFromDays\`, ${atRiskFromDays}: at risk comes before lapsed`);
  }
  return { kind: 'silence', atRiskFromDays: atRiskFromDays ?? 1, lapsedFromDays: lapsedFromDays ?? 2, tooNewBelowDays: readTooNew(object, report) };
}

/** The answer for a customer who is too new to judge, or for whom that is not known; undefined for all others. */
function tooNewScore(inputs: ScoreInputs, purchases: number | null, limit: number | undefined): Score | undefined {
  if (limit === undefined || purchases === 0) return undefined;
  const days = purchaseDaysOf(inputs);
  const tooNew = isTooNew(days, limit);
  if (tooNew === null) return noScore('score/missing-fact');
  return tooNew ? bandScore(TOO_NEW, ...tooNewAxes(days, limit)) : undefined;
}

function judgeDeclared(inputs: ScoreInputs, { stages, mode, tooNewBelowDays, before }: DeclaredOptions): Score {
  const tooNew = tooNewBelowDays === undefined ? undefined : tooNewScore(inputs, countOf(inputs, 'lifetimePurchases'), tooNewBelowDays);
  if (tooNew !== undefined) return tooNew;
  const previous = before === undefined || !Object.hasOwn(inputs, before) ? null : inputs[before];
  const found = stageOf(stages, mode, inputs, typeof previous === 'string' ? previous : null);
  if ('reason' in found) return noScore(found.reason);
  return found.isKept ? { value: null, band: found.stage, kept: true } : bandScore(found.stage);
}

function judgeSilence(inputs: ScoreInputs, options: SilenceOptions): Score {
  const purchases = countOf(inputs, 'lifetimePurchases');
  if (purchases === 0) return bandScore('prospect');
  const days = purchaseDaysOf(inputs);
  const { sinceLast, lastGap } = days;
  if (sinceLast === null) return noScore('score/missing-fact');
  const tooNew = tooNewScore(inputs, purchases, options.tooNewBelowDays);
  if (tooNew !== undefined) return tooNew;
  const silence = (limit: number): Axis => limitAxis('daysSinceLastPurchase', sinceLast, limit);
  if (sinceLast >= options.lapsedFromDays) return bandScore('lapsed', silence(options.lapsedFromDays));
  const risk = silence(options.atRiskFromDays);
  if (risk.above) return bandScore('at-risk', risk);
  const firstTime = isFirstTime(days, purchases);
  if (firstTime === null) return noScore('score/missing-fact');
  if (firstTime) return bandScore('first-time', risk);
  if (lastGap === null) return noScore('score/missing-fact');
  const gap = limitAxis('lastGapDays', lastGap, options.lapsedFromDays);
  return gap.above ? bandScore('reactivated', gap, risk) : bandScore('active', risk);
}

function inputsOf(options: LifecycleOptions): readonly string[] {
  const days = ['lifetimePurchases', ...PURCHASE_DAY_FACTS];
  if (options.kind === 'silence') return days;
  return [...(options.tooNewBelowDays === undefined ? [] : days), ...(options.before === undefined ? [] : [options.before])];
}

function bandsOf(options: LifecycleOptions): readonly string[] {
  if (options.kind === 'silence') return ['prospect', TOO_NEW, 'first-time', 'active', 'at-risk', 'lapsed', 'reactivated'];
  return [...(options.tooNewBelowDays === undefined ? [] : [TOO_NEW]), ...options.stages.map(({ id }) => id)];
}

export const lifecycleStage: ScorerImplementation<LifecycleOptions, null> = {
  kind: 'scorer',
  id: 'lifecycle-stage',
  version: '1',
  result: 'nominal',
  resultOf: (options) => (options.kind === 'declared' && options.mode !== 'first' ? 'ordinal' : 'nominal'),
  readOptions: (json, report, id = '') => {
    const isDeclared = isJsonObject(json) && (member(json, 'stages') ?? member(json, 'mode')) !== undefined;
    return isDeclared ? readDeclared(json, id, report) : readSilence(json, report);
  },
  inputs: inputsOf,
  conditions: (options) => (options.kind === 'declared' ? stageConditions(options.stages, options.mode === 'first' ? options.stages.length - 1 : 0) : []),
  bands: bandsOf,
  fit: () => null,
  readFitted: (json): json is null => json === null,
  score: (inputs, options) => (options.kind === 'declared' ? judgeDeclared(inputs, options) : judgeSilence(inputs, options)),
};
