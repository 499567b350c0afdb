import { isJsonObject, type Json, type JsonObject } from '../../errors/json.js';
import { axisInputs, axisInputTypes, classCount, fitAxes, isFitOfAxes, isFittedAxis, placesOn, wordsOfAxes, type AxesFit, type AxisOptions, type AxisReasons } from '../axes.js';
import type { Cut } from '../cut.js';
import { noScore } from '../inputs.js';
import { member, readObject } from '../options.js';
import { comparisonOf, readPeers, type PeerFit, type Peers, type PeersSpec } from '../peers.js';
import { readAxis, type MatrixAxisSpec } from '../read-axis.js';
import type { ReportOption, Score, ScoreInputs } from '../scorer.js';
import type { LoyaltyMode } from './mode.js';

/** What a customer does against what it thinks, after Dick and Basu. Options as a policy writes them. */
export interface AttitudeLoyaltySpec {
  readonly scorer: 'loyalty';
  readonly mode: 'attitude';
  /** What it does: how often it buys again. Two classes. */
  readonly behaviour: MatrixAxisSpec;
  /** What it thinks, best of all compared with others: a survey, a rating. Two classes. */
  readonly attitude: MatrixAxisSpec;
  readonly peers?: PeersSpec;
}

interface AttitudeOptions {
  readonly axes: readonly AxisOptions[];
  readonly peers: Peers | undefined;
}

const REASONS: AxisReasons = {
  missing: { behaviour: 'loyalty/no-behaviour', attitude: 'loyalty/no-attitude' },
  tooFew: 'matrix/too-few',
  noClass: 'matrix/no-class',
};
/** The kinds of loyalty by the class of behaviour, then by that of attitude. */
const KINDS = [
  ['no-loyalty', 'latent-loyalty'],
  ['spurious-loyalty', 'loyal'],
] as const;
const UNREAD: Cut = { mean: true };

function readOneOfTwo(object: JsonObject, id: 'behaviour' | 'attitude', report: ReportOption): AxisOptions {
  const axis = readAxis(object, id, report);
  if (axis !== undefined && classCount(axis) !== 2) {
    const json = member(object, id);
    const split = isJsonObject(json) && member(json, 'cut') !== undefined ? 'cut' : 'classes';
    report(`/${id}/${split}`, `\`${id}\` is low or high: give it two classes`);
  }
  return axis ?? { id, input: '', cut: UNREAD };
}

function readAttitude(json: Json, report: ReportOption): AttitudeOptions {
  const object = readObject(json, ['mode', 'behaviour', 'attitude', 'peers'], '', report);
  const axes = [readOneOfTwo(object, 'behaviour', report), readOneOfTwo(object, 'attitude', report)];
  return { axes, peers: readPeers(object, axes.some(isFittedAxis), report) };
}

/** The axes that are known where another is not: half of the answer. */
function knownAxes(inputs: ScoreInputs, { axes, peers }: AttitudeOptions, fitted: PeerFit<AxesFit> | null): Pick<Score, 'axes'> {
  const known = axes.flatMap((axis) => {
    const places = placesOn(inputs, [axis], peers, fitted, REASONS);
    return typeof places === 'string' ? [] : places.map((place) => place.axis);
  });
  return known.length === 0 ? {} : { axes: known };
}

function judge(inputs: ScoreInputs, options: AttitudeOptions, fitted: PeerFit<AxesFit> | null): Score {
  const places = placesOn(inputs, options.axes, options.peers, fitted, REASONS);
  if (typeof places === 'string') return { ...noScore(places), ...knownAxes(inputs, options, fitted) };
  const [behaviour, attitude] = places;
  const band = KINDS[behaviour?.class ?? -1]?.[attitude?.class ?? -1] ?? null;
  return { value: null, band, axes: places.map(({ axis }) => axis), ...comparisonOf(options.peers, fitted, inputs) };
}

export const byAttitude: LoyaltyMode<AttitudeOptions, PeerFit<AxesFit>> = {
  result: 'nominal',
  readOptions: readAttitude,
  inputs: ({ axes, peers }) => axisInputs(axes, peers),
  peersBy: ({ peers }) => peers?.by,
  inputTypes: ({ axes }) => axisInputTypes(axes),
  inputValues: ({ axes }) => wordsOfAxes(axes),
  bands: () => ['no-loyalty', 'spurious-loyalty', 'latent-loyalty', 'loyal'],
  fit: ({ axes, peers }) => (axes.some(isFittedAxis) ? (columns, find) => fitAxes(axes, peers, columns, find) : null),
  readFitted: (json, { axes, peers }): json is PeerFit<AxesFit> | null => isFitOfAxes(json, axes, peers),
  score: judge,
};
