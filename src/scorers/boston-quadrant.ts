import { isJsonObject, type Json, type JsonObject } from '../errors/json.js';
import { NUMERIC_TYPES } from '../rules/types.js';
import { axisOf, fitCut, lineCount, statedLines, type Cut, type FittedCut } from './cut.js';
import { asNumber, columnOf, noScore, numberOf } from './inputs.js';
import { member, readObject, readPath } from './options.js';
import { fitByPeers, fitOf, isPeerFit, readPeers, type PeerFit, type Peers, type PeersSpec } from './peers.js';
import { isFittedCut, readCut } from './read-cut.js';
import type { ReportOption, Score, ScoreColumns, ScoreInputs, ScorerImplementation } from './scorer.js';

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

interface AxisOptions {
  readonly input: string;
  readonly cut: Cut;
}

interface BostonOptions {
  readonly level: AxisOptions;
  readonly growth: AxisOptions;
  readonly peers: Peers | undefined;
}

/** The fits of the axes; null for an axis whose line the policy states. */
type BostonFit = { readonly level: FittedCut | null; readonly growth: FittedCut | null };

/** The fewest customers that a rank can part into quadrants. */
const FEWEST_RANKED = 4;
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

/** True where the policy states the lines of both axes. */
function needsNoFit({ level, growth }: Pick<BostonOptions, 'level' | 'growth'>): boolean {
  return statedLines(level.cut) !== null && statedLines(growth.cut) !== null;
}

function readBostonOptions(json: Json, report: ReportOption): BostonOptions {
  const object = readObject(json, ['level', 'growth', 'cut', 'peers'], '', report);
  const cuts = readCuts(object, report);
  const level = { input: readPath(object, 'level', '', report), cut: cuts.level };
  const growth = { input: readPath(object, 'growth', '', report), cut: cuts.growth };
  return { level, growth, peers: readPeers(object, !needsNoFit({ level, growth }), report) };
}

/** Fits the lines over the customers whose two axes are both known: who has no quadrant must not move the lines of those who have. */
function fitAxes({ level, growth, peers }: BostonOptions, columns: ScoreColumns): PeerFit<BostonFit> {
  const growths = columnOf(columns, growth.input);
  const groups = peers === undefined ? [] : columnOf(columns, peers.by);
  const rows = columnOf(columns, level.input).flatMap((value, i) => {
    const row = { level: asNumber(value), growth: asNumber(growths[i]) };
    return row.level === null || row.growth === null ? [] : [{ row: { level: row.level, growth: row.growth }, group: groups[i] }];
  });
  return fitByPeers(peers, rows, (members) => {
    const fit = (axis: 'level' | 'growth', { cut }: AxisOptions): FittedCut | null =>
      statedLines(cut) === null
        ? fitCut(
            cut,
            members.map((row) => row[axis]),
          )
        : null;
    return { level: fit('level', level), growth: fit('growth', growth) };
  });
}

function isAxisFit(json: Json | undefined, cut: Cut): boolean {
  return json !== undefined && (statedLines(cut) === null ? isFittedCut(json, cut) : json === null);
}

function isBostonFit(json: Json, { level, growth }: BostonOptions): json is BostonFit {
  if (!isJsonObject(json) || Object.keys(json).length !== 2) return false;
  return isAxisFit(member(json, 'level'), level.cut) && isAxisFit(member(json, 'growth'), growth.cut);
}

function tooFew(cut: Cut, fit: FittedCut | null): boolean {
  return 'rank' in cut && fit !== null && fit.population < FEWEST_RANKED;
}

function quadrantOf(levelIsHigh: boolean, growthIsHigh: boolean): string {
  if (levelIsHigh) return growthIsHigh ? 'star' : 'cash-cow';
  return growthIsHigh ? 'question-mark' : 'dog';
}

function judge(inputs: ScoreInputs, { level, growth, peers }: BostonOptions, fitted: PeerFit<BostonFit> | null): Score {
  const levelValue = numberOf(inputs, level.input);
  if (levelValue === null) return noScore('boston/no-level');
  const growthValue = numberOf(inputs, growth.input);
  if (growthValue === null) return noScore('boston/no-growth');
  const levelStated = statedLines(level.cut);
  const growthStated = statedLines(growth.cut);
  const found = fitted === null ? null : fitOf(peers, fitted, peers === undefined ? undefined : inputs[peers.by]);
  if (found !== null && 'reason' in found) return noScore(found.reason);
  const levelFit = found?.fit.level ?? null;
  const growthFit = found?.fit.growth ?? null;
  const levelLines = levelStated ?? levelFit?.lines;
  const growthLines = growthStated ?? growthFit?.lines;
  if (levelLines === undefined || growthLines === undefined) return noScore('score/not-calibrated');
  if (levelFit?.population === 0 || growthFit?.population === 0) return noScore('score/no-population');
  if (tooFew(level.cut, levelFit) || tooFew(growth.cut, growthFit)) return noScore('boston/too-few');
  const levelAxis = axisOf('level', level.input, levelValue, level.cut, levelLines, levelFit);
  const growthAxis = axisOf('growth', growth.input, growthValue, growth.cut, growthLines, growthFit);
  return { value: null, band: quadrantOf(levelAxis.above, growthAxis.above), axes: [levelAxis, growthAxis] };
}

export const bostonQuadrant: ScorerImplementation<BostonOptions, PeerFit<BostonFit>> = {
  kind: 'scorer',
  id: 'boston-quadrant',
  version: '1',
  result: 'nominal',
  readOptions: readBostonOptions,
  inputs: ({ level, growth, peers }) => [level.input, growth.input, ...(peers === undefined ? [] : [peers.by])],
  inputTypes: ({ level, growth }) => ({ [level.input]: NUMERIC_TYPES, [growth.input]: NUMERIC_TYPES }),
  bands: () => ['star', 'cash-cow', 'question-mark', 'dog'],
  fit: (options) => (needsNoFit(options) ? null : (columns) => fitAxes(options, columns)),
  readFitted: (json, options): json is PeerFit<BostonFit> | null =>
    needsNoFit(options) ? json === null : isPeerFit(json, options.peers, (each): each is BostonFit => isBostonFit(each, options)),
  score: judge,
};
