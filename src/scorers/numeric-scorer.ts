// The one mechanism behind every scorer that is "a number, cut into bands".
import { isJsonList, type Json, type JsonObject } from '../errors/json.js';
import { NUMERIC_TYPES, type ValueType } from '../rules/types.js';
import { axisOf, classOf, fitCut, lineCount, statedLines, type Cut, type FittedCut, type Line } from './cut.js';
import { findInCut, findOnAxis } from './cut-findings.js';
import { columnOf, noScore, numberOf, numbersOf } from './inputs.js';
import { monotoneIn, turned, type Way } from './monotone.js';
import { member, readObject, readPath } from './options.js';
import { fitNumbersByPeers, fitOf, isPeerFit, readPeers, type Group, type PeerFit, type Peers } from './peers.js';
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
  /** The fact that is scored; undefined where the policy has to name it in `of`. */
  readonly input: string | undefined;
  /** True where the policy may name another fact in `of`. */
  readonly inputIsOption: boolean;
  /** The option that says where the classes are divided, where it is not an optional `cut`. */
  readonly cutOption?: CutOption;
  /** Options that the scorer reads itself. */
  readonly alsoKnown?: readonly string[];
  /** True where the bands are the numbers of the classes and the policy names none. */
  readonly areBandsNumbered?: true;
  readonly valueType: ValueType | 'input';
  /** The value of a fact, or why it has none. It must not part equal facts, and go one way. */
  readonly valueOf: (fact: number) => number | ScoreReason;
  /** True where a larger fact has a smaller value. */
  readonly isFalling?: true;
}

/** An option that stands for a cut. */
export interface CutOption {
  readonly name: 'cut' | 'shares';
  /** True where a score may have none, and then has no bands. */
  readonly isOptional?: true;
  readonly read: (json: Json | undefined, report: ReportOption) => Cut | undefined;
  /** The names of so many classes where the policy gives none, the lowest first. */
  readonly bands?: (classes: number) => readonly string[] | undefined;
}

const CUT: CutOption = { name: 'cut', isOptional: true, read: (json, report) => (json === undefined ? undefined : readCut(json, '/cut', report)) };

const DEFAULT_BANDS: { readonly [lines: number]: readonly string[] } = { 1: ['low', 'high'], 2: ['low', 'medium', 'high'] };

/** True for a score that has a cut, or must have one: where none was read, it is wrong, and that is told. */
function isCutGiven(object: JsonObject, { name, isOptional }: CutOption): boolean {
  return isOptional !== true || member(object, name) !== undefined;
}

function readBands(object: JsonObject, cut: Cut | undefined, option: CutOption, report: ReportOption): readonly string[] {
  const json = member(object, 'bands');
  const names = isJsonList(json) ? json.filter((band) => typeof band === 'string').filter((band) => band.trim() !== '') : [];
  if (cut === undefined) {
    const isCut = isCutGiven(object, option);
    if (!isCut && json !== undefined) report('/bands', '`bands` name the classes of a cut: add `cut`');
    return isCut ? names : [];
  }
  const classes = lineCount(cut) + 1;
  if (json === undefined) {
    const defaults = option.bands?.(classes) ?? DEFAULT_BANDS[lineCount(cut)];
    if (defaults === undefined) report('/bands', `a cut into ${classes} classes needs \`bands\`: add ${classes} names, the lowest first`);
    return defaults ?? [];
  }
  const proper = isJsonList(json) && names.length === json.length && new Set(names).size === names.length;
  if (!proper || names.length !== classes) report('/bands', `\`bands\` must be ${classes} different names, the lowest class first`);
  return names;
}

function numbersOfClasses(cut: Cut | undefined): readonly string[] {
  return cut === undefined ? [] : Array.from({ length: lineCount(cut) + 1 }, (_, index) => String(index + 1));
}

function readNumericOptions(definition: NumericScorerDefinition, json: Json, report: ReportOption): NumericOptions {
  const { input, inputIsOption, alsoKnown = [], areBandsNumbered = false, cutOption = CUT } = definition;
  const named = areBandsNumbered ? [] : ['bands', 'peers'];
  const object = readObject(json, [...(inputIsOption ? ['of'] : []), cutOption.name, ...named, ...alsoKnown], '', report);
  const cut = cutOption.read(member(object, cutOption.name), report);
  return {
    input: inputIsOption ? readPath(object, 'of', '', report, input) : (input ?? ''),
    cut,
    bands: areBandsNumbered ? numbersOfClasses(cut) : readBands(object, cut, cutOption, report),
    peers: readPeers(object, cut === undefined ? isCutGiven(object, cutOption) : statedLines(cut) === null, report),
  };
}

/** The lines to hold a value against, with the population that gave them; or why there are none. */
function linesFor(
  cut: Cut,
  peers: Peers | undefined,
  group: Parameters<typeof fitOf>[2],
  fitted: PeerFit<FittedCut> | null,
): { readonly lines: readonly Line[]; readonly fit: FittedCut | null; readonly isFallback: boolean } | { readonly reason: ScoreReason } {
  const stated = statedLines(cut);
  if (stated !== null) return { lines: stated, fit: null, isFallback: false };
  if (fitted === null) return { reason: 'score/not-calibrated' };
  const found = fitOf(peers, fitted, group);
  if ('reason' in found) return found;
  return found.fit.population === 0 ? { reason: 'score/no-population' } : { lines: found.fit.lines, fit: found.fit, isFallback: found.isFallback };
}

/** Makes a scorer whose value is one fact (or a figure made of it) and whose band is a cut of that value. */
export function numericScorer(definition: NumericScorerDefinition): ScorerImplementation<NumericOptions, PeerFit<FittedCut>> {
  const { id, version, valueOf, isFalling = false } = definition;
  const valuesOf = (facts: Float64Array): Float64Array =>
    facts.map((fact) => {
      const value = Number.isFinite(fact) ? valueOf(fact) : Number.NaN;
      return typeof value === 'number' ? value : Number.NaN;
    });
  return {
    kind: 'scorer',
    id,
    version,
    result: 'numeric',
    readOptions: (json, report) => readNumericOptions(definition, json, report),
    inputs: ({ input, peers }) => (peers === undefined ? [input] : [input, peers.by]),
    peersBy: ({ peers }) => peers?.by,
    inputTypes: ({ input }) => ({ [input]: NUMERIC_TYPES }),
    bands: ({ bands }) => bands,
    monotone: ({ input, cut, peers }) => {
      const own: Way = [input, turned('up', isFalling !== (cut?.better === 'lower'))];
      return monotoneIn(peers === undefined ? [own] : [own, [peers.by, undefined]]);
    },
    valueType: () => definition.valueType,
    fit: ({ input, cut, bands, peers }) => {
      if (cut === undefined || statedLines(cut) !== null) return null;
      return (columns, find) => {
        const groups = peers === undefined ? [] : columnOf(columns, peers.by);
        const fit = (values: ArrayLike<number>, group?: Group): FittedCut => {
          const fitted = fitCut(cut, values);
          if (definition.areBandsNumbered === true) findOnAxis(find, { id, countFrom: 1 }, cut, [fitted], group);
          else findInCut(find, cut, fitted, bands, group);
          return fitted;
        };
        return fitNumbersByPeers(peers, valuesOf(numbersOf(columns, input)), groups, fit, find);
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
      return { ...measured, band, axes: [axisOf(input, input, value, cut, found.lines, found.fit)], ...(found.isFallback ? { comparedWith: 'all' } : {}) };
    },
  };
}
