// The one mechanism behind every scorer that is "a number, cut into bands".
import { isJsonList, type Json, type JsonObject } from '../errors/json.js';
import { NUMERIC_TYPES, type ValueType } from '../rules/types.js';
import { axisOf, classOf, fitCut, lineCount, statedLines, type Cut, type FittedCut, type Line } from './cut.js';
import { asNumber, columnOf, noScore, numberOf } from './inputs.js';
import { member, readObject, readPath } from './options.js';
import { fitByPeers, fitOf, isPeerFit, readPeers, type PeerFit, type Peers } from './peers.js';
import { isFittedCut, readCut } from './read-cut.js';
import type { ScoreReason } from './reason-codes.js';
import type { ReportOption, Score, ScorerImplementation } from './scorer.js';

/** Options of a numeric scorer, as they were read. */
export interface NumericOptions {
  readonly input: string;
  readonly cut: Cut | undefined;
  /** Lowest class first; none without a cut. */
  readonly bands: readonly string[];
  readonly peers: Peers | undefined;
}

export interface NumericScorerDefinition {
  readonly id: string;
  readonly version: string;
  /** The fact that is scored. */
  readonly input: string;
  /** True where the policy may name another fact in `of`. */
  readonly inputIsOption: boolean;
  readonly valueType: ValueType | 'input';
  /** The value of a fact, or why it has none. It must not part equal facts nor turn their order around. */
  readonly valueOf: (fact: number) => number | ScoreReason;
}

const DEFAULT_BANDS: { readonly [lines: number]: readonly string[] } = { 1: ['low', 'high'], 2: ['low', 'medium', 'high'] };

function readBands(object: JsonObject, cut: Cut | undefined, report: ReportOption): readonly string[] {
  const json = member(object, 'bands');
  const names = isJsonList(json) ? json.filter((band) => typeof band === 'string').filter((band) => band.trim() !== '') : [];
  if (cut === undefined) {
    const isCut = member(object, 'cut') !== undefined;
    if (!isCut && json !== undefined) report('/bands', '`bands` name the classes of a cut: add `cut`');
    return isCut ? names : [];
  }
  const classes = lineCount(cut) + 1;
  if (json === undefined) {
    const defaults = DEFAULT_BANDS[lineCount(cut)];
    if (defaults === undefined) report('/bands', `a cut into ${classes} classes needs \`bands\`: add ${classes} names, the lowest first`);
    return defaults ?? [];
  }
  const proper = isJsonList(json) && names.length === json.length && new Set(names).size === names.length;
  if (!proper || names.length !== classes) report('/bands', `\`bands\` must be ${classes} different names, the lowest class first`);
  return names;
}

function readNumericOptions(definition: NumericScorerDefinition, json: Json, report: ReportOption): NumericOptions {
  const object = readObject(json, [...(definition.inputIsOption ? ['of'] : []), 'cut', 'bands', 'peers'], '', report);
  const cutJson = member(object, 'cut');
  const cut = cutJson === undefined ? undefined : readCut(cutJson, '/cut', report);
  return {
    input: definition.inputIsOption ? readPath(object, 'of', '', report, definition.input) : definition.input,
    cut,
    bands: readBands(object, cut, report),
    peers: readPeers(object, cut !== undefined && statedLines(cut) === null, report),
  };
}

/** The lines to hold a value against, with the population that gave them; or why there are none. */
function linesFor(
  cut: Cut,
  peers: Peers | undefined,
  group: Parameters<typeof fitOf>[2],
  fitted: PeerFit<FittedCut> | null,
): { readonly lines: readonly Line[]; readonly fit: FittedCut | null } | { readonly reason: ScoreReason } {
  const stated = statedLines(cut);
  if (stated !== null) return { lines: stated, fit: null };
  if (fitted === null) return { reason: 'score/not-calibrated' };
  const found = fitOf(peers, fitted, group);
  if ('reason' in found) return found;
  return found.fit.population === 0 ? { reason: 'score/no-population' } : { lines: found.fit.lines, fit: found.fit };
}

/** Makes a scorer whose value is one fact (or a figure made of it) and whose band is a cut of that value. */
export function numericScorer(definition: NumericScorerDefinition): ScorerImplementation<NumericOptions, PeerFit<FittedCut>> {
  const { id, version, valueOf } = definition;
  const knownValue = (fact: number | null): number | null => {
    const value = fact === null ? null : valueOf(fact);
    return typeof value === 'number' ? value : null;
  };
  return {
    kind: 'scorer',
    id,
    version,
    result: 'numeric',
    readOptions: (json, report) => readNumericOptions(definition, json, report),
    inputs: ({ input, peers }) => (peers === undefined ? [input] : [input, peers.by]),
    inputTypes: ({ input }) => ({ [input]: NUMERIC_TYPES }),
    bands: ({ bands }) => bands,
    valueType: () => definition.valueType,
    fit: ({ input, cut, peers }) => {
      if (cut === undefined || statedLines(cut) !== null) return null;
      return (columns) => {
        const groups = peers === undefined ? [] : columnOf(columns, peers.by);
        const rows = columnOf(columns, input).flatMap((fact, i) => {
          const row = knownValue(asNumber(fact));
          return row === null ? [] : [{ row, group: groups[i] }];
        });
        return fitByPeers(peers, rows, (values) => fitCut(cut, values));
      };
    },
    readFitted: (json, { cut, peers }): json is PeerFit<FittedCut> | null =>
      cut === undefined || statedLines(cut) !== null
        ? json === null
        : isPeerFit(json, peers, (each): each is FittedCut => isFittedCut(each, cut)),
    score: (inputs, { input, cut, bands, peers }, fitted): Score => {
      const fact = numberOf(inputs, input);
      if (fact === null) return noScore('score/missing-fact');
      const value = valueOf(fact);
      if (typeof value === 'string') return noScore(value);
      const measured = { value, band: null, contributions: [{ id: input, points: value }] };
      if (cut === undefined) return measured;
      const found = linesFor(cut, peers, peers === undefined ? undefined : inputs[peers.by], fitted);
      if ('reason' in found) return { ...measured, reason: found.reason };
      const band = bands[classOf(cut, found.lines, value)] ?? null;
      return { ...measured, band, axes: [axisOf(input, input, value, cut, found.lines, found.fit)] };
    },
  };
}
