import type { Json, JsonObject } from '../../errors/json.js';
import { member, readMode, readObject, readWhole } from '../options.js';
import { readPeers, type Peers, type PeersSpec } from '../peers.js';
import { GAPS_RANGE, PROBABILITY, readFigure } from '../read-figure.js';
import type { ReportOption } from '../scorer.js';
import { MOST_REGULAR } from './survival.js';

/** What a silence is held against. */
export type LapseMode = 'hiatus' | 'cadence' | 'quantile' | 'silence';

/** Whether a customer is still buying, due, or lapsed. Options as a policy writes them; each belongs to one mode. */
export interface LapseSpec {
  readonly scorer: 'lapse';
  /** `hiatus` by default. */
  readonly mode?: LapseMode;
  /** `hiatus`: lapsed after so many days without a purchase. */
  readonly lapsedFromDays?: number;
  /** `hiatus`: due after so many days; nobody is due where this is absent. */
  readonly dueFromDays?: number;
  /** `cadence`: lapsed after so many times the customer's own median gap; 3 by default. */
  readonly lapsedFromGaps?: number;
  /** `cadence`: due after so many times it; 1 by default. */
  readonly dueFromGaps?: number;
  /** `cadence` and `silence`: so many gaps are needed to judge; 3 by default. */
  readonly minimumGaps?: number;
  /** `quantile`: so many of the customers came back within the limit; 0.9 by default. */
  readonly quantile?: number;
  /** `quantile`: the mean of the population counts as so many gaps of the customer's own; 3 by default. */
  readonly priorGaps?: number;
  /** `quantile`: the group that is the population. */
  readonly peers?: PeersSpec;
  /** `silence`: lapsed where a silence as long has less than this probability; 0.05 by default. */
  readonly lapsedBelow?: number;
  /** `silence`: due where it has less than this; 0.5 by default. */
  readonly dueBelow?: number;
  /** `silence`: how regular customers are, the shape k of an Erlang distribution, or `own`; 1 by default, which is as at random. */
  readonly shape?: number | 'own';
}

export type LapseOptions =
  | { readonly mode: 'hiatus'; readonly lapsedFromDays: number; readonly dueFromDays: number | undefined }
  | { readonly mode: 'cadence'; readonly lapsedFromGaps: number; readonly dueFromGaps: number; readonly minimumGaps: number }
  | { readonly mode: 'quantile'; readonly quantile: number; readonly priorGaps: number; readonly peers: Peers | undefined }
  | { readonly mode: 'silence'; readonly lapsedBelow: number; readonly dueBelow: number; readonly minimumGaps: number; readonly shape: number | 'own' };

const OPTIONS: { readonly [M in LapseMode]: readonly string[] } = {
  hiatus: ['mode', 'lapsedFromDays', 'dueFromDays'],
  cadence: ['mode', 'lapsedFromGaps', 'dueFromGaps', 'minimumGaps'],
  quantile: ['mode', 'quantile', 'priorGaps', 'peers'],
  silence: ['mode', 'lapsedBelow', 'dueBelow', 'minimumGaps', 'shape'],
};
const LAPSE_MODES: readonly LapseMode[] = ['hiatus', 'cadence', 'quantile', 'silence'];

/** Due comes before lapsed: reports two limits in the wrong order. */
function checkOrder(first: string, from: number | undefined, second: string, to: number | undefined, isLess: boolean, report: ReportOption): void {
  if (from === undefined || to === undefined || (isLess ? to < from : to > from)) return;
  report(`/${second}`, `\`${second}\` must be ${isLess ? 'less' : 'more'} than \`${first}\`, ${String(from)}: due comes before lapsed`);
}

function readHiatus(object: JsonObject, report: ReportOption): LapseOptions {
  const lapsedFromDays = readWhole(object, 'lapsedFromDays', 'days', '', report);
  const dueFromDays = member(object, 'dueFromDays') === undefined ? undefined : readWhole(object, 'dueFromDays', 'days', '', report);
  checkOrder('dueFromDays', dueFromDays, 'lapsedFromDays', lapsedFromDays, false, report);
  return { mode: 'hiatus', lapsedFromDays: lapsedFromDays ?? 1, dueFromDays };
}

function readCadence(object: JsonObject, report: ReportOption): LapseOptions {
  const dueFromGaps = readFigure(object, 'dueFromGaps', GAPS_RANGE, '', report, 1);
  const lapsedFromGaps = readFigure(object, 'lapsedFromGaps', GAPS_RANGE, '', report, 3);
  checkOrder('dueFromGaps', dueFromGaps, 'lapsedFromGaps', lapsedFromGaps, false, report);
  const minimumGaps = readWhole(object, 'minimumGaps', 'gaps', '', report, 3);
  return { mode: 'cadence', lapsedFromGaps: lapsedFromGaps ?? 3, dueFromGaps: dueFromGaps ?? 1, minimumGaps: minimumGaps ?? 3 };
}

function readQuantile(object: JsonObject, report: ReportOption): LapseOptions {
  const quantile = readFigure(object, 'quantile', PROBABILITY, '', report, 0.9);
  const priorGaps = readFigure(object, 'priorGaps', GAPS_RANGE, '', report, 3);
  return { mode: 'quantile', quantile: quantile ?? 0.9, priorGaps: priorGaps ?? 3, peers: readPeers(object, true, report) };
}

function readShape(object: JsonObject, report: ReportOption): number | 'own' {
  const shape = member(object, 'shape');
  if (shape === undefined) return 1;
  if (shape === 'own') return shape;
  if (typeof shape === 'number' && Number.isInteger(shape) && shape >= 1 && shape <= MOST_REGULAR) return shape;
  report('/shape', `\`shape\` must be a whole number from 1 to ${String(MOST_REGULAR)}, or \`own\` for that of the customer`);
  return 1;
}

function readSilence(object: JsonObject, report: ReportOption): LapseOptions {
  const dueBelow = readFigure(object, 'dueBelow', PROBABILITY, '', report, 0.5);
  const lapsedBelow = readFigure(object, 'lapsedBelow', PROBABILITY, '', report, 0.05);
  checkOrder('dueBelow', dueBelow, 'lapsedBelow', lapsedBelow, true, report);
  const minimumGaps = readWhole(object, 'minimumGaps', 'gaps', '', report, 3);
  return { mode: 'silence', lapsedBelow: lapsedBelow ?? 0.05, dueBelow: dueBelow ?? 0.5, minimumGaps: minimumGaps ?? 3, shape: readShape(object, report) };
}

export function readLapseOptions(json: Json, all: ReportOption): LapseOptions {
  const { mode, report } = readMode(json, LAPSE_MODES, 'hiatus', all);
  const object = readObject(json, OPTIONS[mode], '', report);
  switch (mode) {
    case 'hiatus':
      return readHiatus(object, report);
    case 'cadence':
      return readCadence(object, report);
    case 'quantile':
      return readQuantile(object, report);
    case 'silence':
      return readSilence(object, report);
  }
}
