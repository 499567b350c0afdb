import { dayOf, dayText } from '../internal/days.js';
import { fractionOf, times } from '../internal/fraction.js';
import { nearestNumber } from '../internal/nearest.js';
import type { ValueType } from '../rules/types.js';
import { columnOf, countOf, asNumber, limitAxis, noScore } from './inputs.js';
import { expectedGap, fitGaps, isGapFit, type GapFit, type Gaps } from './lapse/gaps.js';
import { readLapseOptions, type LapseOptions } from './lapse/options.js';
import { daysUntilBelow, shapeOf, survival } from './lapse/survival.js';
import { monotoneIn, type Monotone, type Way } from './monotone.js';
import { comparisonOf, fitByPeers, fitOf, isPeerFit, type PeerFit } from './peers.js';
import type { FindInFit, Score, ScoreColumns, ScoreInputs, ScorerImplementation } from './scorer.js';

export type { LapseSpec } from './lapse/options.js';

type OptionsOf<Mode extends LapseOptions['mode']> = Extract<LapseOptions, { readonly mode: Mode }>;

const SILENCE = 'daysSinceLastPurchase';
const GAPS = ['lifetimePurchaseDays', 'lifetimeSpanDays', 'lastGapDays'];
/** The last day that has a text of four digits for its year. */
const LAST_DAY = dayOf(9999, 12, 31) ?? 0;

/** The value of a silence and the days from which it is due (where anybody is) and lapsed. */
interface Judged {
  readonly value: number;
  readonly dueFrom: number | undefined;
  readonly lapsedFrom: number;
  /** The gap that was expected; undefined where the mode expects none. */
  readonly gap: number | undefined;
}

/** The day of the next purchase after a gap, rounded to the nearest; undefined where the day of the score is not known. */
function nextDay(inputs: ScoreInputs, silence: number, gap: number): string | undefined {
  const asOf = Object.hasOwn(inputs, 'asOf') ? inputs['asOf'] : undefined;
  const [, year, month, date] = typeof asOf === 'string' ? (/^(\d{4})-(\d{2})-(\d{2})$/.exec(asOf) ?? []) : [];
  const today = dayOf(Number(year), Number(month), Number(date));
  const next = today === null ? Number.NaN : today - silence + Math.round(gap);
  return next <= LAST_DAY && next >= 0 ? dayText(next) : undefined;
}

function scoreOf(inputs: ScoreInputs, silence: number, { value, dueFrom, lapsedFrom, gap }: Judged): Score {
  const isLapsed = silence >= lapsedFrom;
  const isDue = !isLapsed && dueFrom !== undefined && silence >= dueFrom;
  const line = isLapsed || dueFrom === undefined ? lapsedFrom : dueFrom;
  const date = gap === undefined ? undefined : nextDay(inputs, silence, gap);
  return {
    value,
    band: isLapsed ? 'lapsed' : isDue ? 'due' : 'active',
    contributions: [{ id: SILENCE, points: value }],
    axes: [limitAxis(SILENCE, silence, line)],
    ...(date === undefined ? {} : { expected: { date } }),
  };
}

/** So many gaps in days, exact in decimals: 1.1 gaps of 50 days are 55. */
function daysOf(gaps: number, gap: number): number {
  return nearestNumber(times(fractionOf(gaps), fractionOf(gap)));
}

function judgeCadence(inputs: ScoreInputs, silence: number, gaps: number, options: OptionsOf<'cadence'>): Score {
  if (gaps < options.minimumGaps) return noScore('lapse/too-few-gaps');
  const gap = countOf(inputs, 'lifetimeMedianGapDays');
  if (gap === null) return noScore('score/missing-fact');
  if (gap === 0) return noScore('score/out-of-range');
  return scoreOf(inputs, silence, { value: silence / gap, dueFrom: daysOf(options.dueFromGaps, gap), lapsedFrom: daysOf(options.lapsedFromGaps, gap), gap });
}

function judgeSilence(inputs: ScoreInputs, silence: number, gaps: number, options: OptionsOf<'silence'>): Score {
  if (gaps < options.minimumGaps) return noScore('lapse/too-few-gaps');
  const days = countOf(inputs, 'lifetimeSpanDays');
  const variation = options.shape === 'own' ? countOf(inputs, 'lifetimeGapVariation') : 0;
  if (days === null || variation === null) return noScore('score/missing-fact');
  if (days === 0) return noScore('score/out-of-range');
  const gap = days / gaps;
  const shape = options.shape === 'own' ? shapeOf(variation) : options.shape;
  const [dueFrom, lapsedFrom] = [daysUntilBelow(options.dueBelow, gap, shape), daysUntilBelow(options.lapsedBelow, gap, shape)];
  return scoreOf(inputs, silence, { value: survival(silence, gap, shape), dueFrom, lapsedFrom, gap });
}

function judgeQuantile(inputs: ScoreInputs, silence: number, gaps: number, { priorGaps, peers }: OptionsOf<'quantile'>, fitted: PeerFit<GapFit> | null): Score {
  if (fitted === null) return noScore('score/not-calibrated');
  const found = fitOf(peers, fitted, peers === undefined ? undefined : inputs[peers.by]);
  if ('reason' in found) return noScore(found.reason);
  const { meanGap, factor } = found.fit;
  if (meanGap === null || factor === null) return noScore('score/no-population');
  const days = gaps === 0 ? 0 : countOf(inputs, 'lifetimeSpanDays');
  if (days === null) return noScore('score/missing-fact');
  const gap = expectedGap(gaps, days, meanGap, priorGaps);
  const lapsedFrom = factor * gap;
  // Where most customers come back sooner than expected, lapsed begins before due would.
  const score = scoreOf(inputs, silence, { value: silence / lapsedFrom, dueFrom: gap < lapsedFrom ? gap : undefined, lapsedFrom, gap });
  return { ...score, ...comparisonOf(peers, fitted, inputs) };
}

function judge(inputs: ScoreInputs, options: LapseOptions, fitted: PeerFit<GapFit> | null): Score {
  const days = countOf(inputs, 'lifetimePurchaseDays');
  if (days === 0) return noScore('lapse/no-purchases');
  const silence = countOf(inputs, SILENCE);
  if (silence === null) return noScore('score/missing-fact');
  if (options.mode === 'hiatus') {
    return scoreOf(inputs, silence, { value: silence, dueFrom: options.dueFromDays, lapsedFrom: options.lapsedFromDays, gap: undefined });
  }
  if (days === null) return noScore('score/missing-fact');
  const gaps = Math.floor(days) - 1;
  if (gaps < 0) return noScore('score/out-of-range');
  if (options.mode === 'cadence') return judgeCadence(inputs, silence, gaps, options);
  return options.mode === 'silence' ? judgeSilence(inputs, silence, gaps, options) : judgeQuantile(inputs, silence, gaps, options, fitted);
}

/** The gaps of customers who came back, as far as they are known and can be true. */
function fitPopulation({ quantile, priorGaps, peers }: OptionsOf<'quantile'>, columns: ScoreColumns, find?: FindInFit): PeerFit<GapFit> {
  const [purchaseDays = [], spans = [], lasts = []] = GAPS.map((fact) => columnOf(columns, fact));
  const groups = peers === undefined ? [] : columnOf(columns, peers.by);
  const rows = purchaseDays.flatMap((value, i): readonly { readonly row: Gaps; readonly group: (typeof groups)[number] | undefined }[] => {
    const count = (asNumber(value) ?? 0) - 1;
    const days = asNumber(spans[i]);
    const last = asNumber(lasts[i]);
    const isSound = count >= 1 && days !== null && last !== null && last > 0 && days >= last;
    return isSound ? [{ row: { count, days, last }, group: groups[i] }] : [];
  });
  const fit = (members: readonly Gaps[]): GapFit => {
    if (members.length === 0) find?.('fit/no-population', {});
    return fitGaps(members, quantile, priorGaps);
  };
  return fitByPeers(peers, rows, fit, find);
}

function inputsOf(options: LapseOptions): readonly string[] {
  switch (options.mode) {
    case 'hiatus':
      return [SILENCE, 'lifetimePurchaseDays'];
    case 'cadence':
      return [SILENCE, 'lifetimePurchaseDays', 'lifetimeMedianGapDays', 'asOf'];
    case 'silence':
      return [SILENCE, 'lifetimePurchaseDays', 'lifetimeSpanDays', ...(options.shape === 'own' ? ['lifetimeGapVariation'] : []), 'asOf'];
    case 'quantile':
      return [SILENCE, ...GAPS, 'asOf', ...(options.peers === undefined ? [] : [options.peers.by])];
  }
}

const VALUE_TYPES: { readonly [Mode in LapseOptions['mode']]: ValueType } = { hiatus: 'days', cadence: 'number', quantile: 'number', silence: 'ratio' };

/** Longer silence is worse in every mode; who buys at longer intervals is given more time. */
function monotone(options: LapseOptions): Monotone {
  const silence: Way = [SILENCE, 'down'];
  if (options.mode === 'cadence') return monotoneIn([silence, ['lifetimeMedianGapDays', 'up']]);
  if (options.mode === 'silence') return monotoneIn([silence, ['lifetimeSpanDays', 'up']]);
  if (options.mode === 'hiatus') return monotoneIn([silence]);
  return monotoneIn([silence, ['lifetimeSpanDays', 'up'], ...(options.peers === undefined ? [] : [[options.peers.by, undefined] as const])]);
}

export const lapse: ScorerImplementation<LapseOptions, PeerFit<GapFit>> = {
  kind: 'scorer',
  id: 'lapse',
  version: '1',
  result: 'numeric',
  readOptions: readLapseOptions,
  inputs: inputsOf,
  bands: (options) => (options.mode === 'hiatus' && options.dueFromDays === undefined ? ['lapsed', 'active'] : ['lapsed', 'due', 'active']),
  monotone,
  valueType: ({ mode }) => VALUE_TYPES[mode],
  fit: (options) => (options.mode === 'quantile' ? (columns, find) => fitPopulation(options, columns, find) : null),
  readFitted: (json, options): json is PeerFit<GapFit> | null =>
    options.mode === 'quantile' ? isPeerFit(json, options.peers, isGapFit) : json === null,
  score: judge,
};
