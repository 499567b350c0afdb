import { isJsonObject, type Json, type JsonObject } from '../errors/json.js';
import { axisInputs, axisInputTypes, fitAxes, isFitOfAxes, isFittedAxis, placesOn, type AxesFit, type AxisOptions, type AxisReasons } from './axes.js';
import { lineCount, type Cut } from './cut.js';
import { noScore } from './inputs.js';
import { member, readObject, readPath } from './options.js';
import { comparisonOf, readPeers, type PeerFit, type Peers, type PeersSpec } from './peers.js';
import { readCut } from './read-cut.js';
import type { ReportOption, Score, ScoreInputs, ScorerImplementation } from './scorer.js';

/** How strong a customer is against how fast it grows. Options as a policy writes them. */
export interface BostonQuadrantSpec {
  readonly scorer: 'boston-quadrant';
  /** The path of the strength, such as `targetCompletion`. */
  readonly level: string;
  /** The path of the growth, such as `targetCompletionChange`. */
  readonly growth: string;
  /** What is high: one cut for both axes or one for each. There is no default. */
  readonly cut: Cut | { readonly level: Cut; readonly growth: Cut };
  readonly peers?: PeersSpec;
}

interface BostonOptions {
  readonly axes: readonly AxisOptions[];
  readonly peers: Peers | undefined;
}

const REASONS: AxisReasons = {
  missing: { level: 'boston/no-level', growth: 'boston/no-growth' },
  tooFew: 'boston/too-few',
  noClass: 'score/missing-fact',
};
/** The quadrants by the class of level, then by that of growth. */
const QUADRANTS = [
  ['dog', 'question-mark'],
  ['cash-cow', 'star'],
] as const;
const UNREAD_CUT: Cut = { mean: true };

function readAxisCut(json: Json, pointer: string, report: ReportOption): Cut {
  const cut = readCut(json, pointer, report);
  if (cut === undefined || lineCount(cut) === 1) return cut ?? UNREAD_CUT;
  report(pointer, 'an axis of a quadrant has exactly one line: give one value');
  return UNREAD_CUT;
}

function readCuts(object: JsonObject, report: ReportOption): { readonly level: Cut; readonly growth: Cut } {
  const json = member(object, 'cut');
  if (json === undefined) {
    report('/cut', '`cut` must say what is high: add { "rank": "top-half" }, or a cut for each of `level` and `growth`');
    return { level: UNREAD_CUT, growth: UNREAD_CUT };
  }
  if (!isJsonObject(json) || (member(json, 'level') === undefined && member(json, 'growth') === undefined)) {
    const both = readAxisCut(json, '/cut', report);
    return { level: both, growth: both };
  }
  const cuts = readObject(json, ['level', 'growth'], '/cut', report);
  const read = (axis: 'level' | 'growth'): Cut => {
    const cut = member(cuts, axis);
    if (cut !== undefined) return readAxisCut(cut, `/cut/${axis}`, report);
    report(`/cut/${axis}`, `\`cut\` must say what is high for \`${axis}\` too: add it`);
    return UNREAD_CUT;
  };
  return { level: read('level'), growth: read('growth') };
}

function readBostonOptions(json: Json, report: ReportOption): BostonOptions {
  const object = readObject(json, ['level', 'growth', 'cut', 'peers'], '', report);
  const cuts = readCuts(object, report);
  const axes = (['level', 'growth'] as const).map((id) => ({ id, input: readPath(object, id, '', report), cut: cuts[id] }));
  return { axes, peers: readPeers(object, axes.some(isFittedAxis), report) };
}

function judge(inputs: ScoreInputs, { axes, peers }: BostonOptions, fitted: PeerFit<AxesFit> | null): Score {
  const places = placesOn(inputs, axes, peers, fitted, REASONS);
  if (typeof places === 'string') return noScore(places);
  const [level, growth] = places;
  const band = QUADRANTS[level?.class ?? -1]?.[growth?.class ?? -1] ?? null;
  return { value: null, band, axes: places.map(({ axis }) => axis), ...comparisonOf(peers, fitted, inputs) };
}

export const bostonQuadrant: ScorerImplementation<BostonOptions, PeerFit<AxesFit>> = {
  kind: 'scorer',
  id: 'boston-quadrant',
  version: '1',
  result: 'nominal',
  readOptions: readBostonOptions,
  inputs: ({ axes, peers }) => axisInputs(axes, peers),
  peersBy: ({ peers }) => peers?.by,
  inputTypes: ({ axes }) => axisInputTypes(axes),
  bands: () => ['star', 'cash-cow', 'question-mark', 'dog'],
  fit: ({ axes, peers }) => (axes.some(isFittedAxis) ? (columns, find) => fitAxes(axes, peers, columns, find) : null),
  readFitted: (json, { axes, peers }): json is PeerFit<AxesFit> | null => isFitOfAxes(json, axes, peers),
  score: judge,
};
