// What scorers with several axes share: each axis is a figure with a cut, or a word out of a few, such as the band of another score.
import { isJsonObject, type Json } from '../errors/json.js';
import { NUMERIC_TYPES, type ValueType } from '../rules/types.js';
import type { FactValue } from '../model/types.js';
import { axisOf, classOf, fitCut, lineCount, statedLines, type Cut, type FittedCut, type Line } from './cut.js';
import { asNumber, columnOf } from './inputs.js';
import { member } from './options.js';
import { fitByPeers, fitOf, isPeerFit, type PeerFit, type Peers } from './peers.js';
import { isFittedCut } from './read-cut.js';
import type { ScoreReason } from './reason-codes.js';
import type { Axis, ScoreColumns, ScoreInputs } from './scorer.js';

/** One axis, as it was read: `classes` are the words of each class, the lowest first, where it has no cut. */
export type AxisOptions = { readonly id: string; readonly input: string } & (
  | { readonly cut: Cut; readonly classes?: never }
  | { readonly classes: readonly (readonly string[])[]; readonly cut?: never }
);

/** The fits of the axes by id; null for one whose lines the policy states. (A type alias, because interfaces are no JSON to the compiler.) */
export type AxesFit = { readonly [axis: string]: FittedCut | null };

/** Where a customer stands on an axis; class 0 is the lowest. */
export interface Place {
  readonly axis: Axis;
  readonly class: number;
}

/** Where a customer stands on all axes; `isFallback` where the own group could not be compared with. */
export interface Placed {
  readonly places: readonly Place[];
  readonly isFallback: boolean;
}

/** The reasons that a scorer has for what is particular to its axes. */
export interface AxisReasons {
  /** Why there is no score where an axis is missing, by the axis. */
  readonly missing: { readonly [axis: string]: ScoreReason };
  readonly tooFew: ScoreReason;
  /** For a word that no class of an axis has. */
  readonly noClass: ScoreReason;
}

/** The fewest customers that a rank can part into classes. */
const FEWEST_RANKED = 4;
const WORDS: readonly ValueType[] = ['text', 'enum'];

/** How many classes an axis has. */
export function classCount(axis: AxisOptions): number {
  return axis.cut === undefined ? axis.classes.length : lineCount(axis.cut) + 1;
}

/** True where an axis has lines that a population gives. */
export function isFittedAxis({ cut }: AxisOptions): boolean {
  return cut !== undefined && statedLines(cut) === null;
}

/** The paths that the axes and the peers read. */
export function axisInputs(axes: readonly AxisOptions[], peers: Peers | undefined): readonly string[] {
  return [...new Set([...axes.map(({ input }) => input), ...(peers === undefined ? [] : [peers.by])])];
}

/** The types that the inputs of axes may have. */
export function axisInputTypes(axes: readonly AxisOptions[]): { readonly [input: string]: readonly ValueType[] } {
  return Object.fromEntries(axes.map(({ input, cut }) => [input, cut === undefined ? WORDS : NUMERIC_TYPES]));
}

function classOfWord(classes: readonly (readonly string[])[], word: FactValue | undefined): number {
  return typeof word === 'string' ? classes.findIndex((words) => words.includes(word)) : -1;
}

/** A value as the axis counts it: the figure, or the place of its class; null where it is missing or no value of the axis. */
function known({ cut, classes }: AxisOptions, value: FactValue | undefined): number | null {
  if (cut !== undefined) return asNumber(value);
  const index = classOfWord(classes, value);
  return index < 0 ? null : index;
}

/** Fits the lines over the customers all of whose axes are known: who has no place must not move the lines of those who have. */
export function fitAxes(axes: readonly AxisOptions[], peers: Peers | undefined, columns: ScoreColumns): PeerFit<AxesFit> {
  const groups = peers === undefined ? [] : columnOf(columns, peers.by);
  const byAxis = axes.map(({ input }) => columnOf(columns, input));
  const rows = (byAxis[0] ?? []).flatMap((_, i) => {
    const row = axes.flatMap((axis, a) => known(axis, byAxis[a]?.[i]) ?? []);
    return row.length < axes.length ? [] : [{ row, group: groups[i] }];
  });
  const fit = (members: readonly (readonly number[])[]): AxesFit =>
    Object.fromEntries(
      axes.map(({ id, cut }, a) => [id, cut !== undefined && statedLines(cut) === null ? fitCut(cut, members.map((row) => row[a] ?? 0)) : null]),
    );
  return fitByPeers(peers, rows, fit);
}

function isAxesFit(json: Json, axes: readonly AxisOptions[]): json is AxesFit {
  if (!isJsonObject(json) || Object.keys(json).length !== axes.length) return false;
  return axes.every((axis) => isFitOf(axis, member(json, axis.id)));
}

function isFitOf({ cut }: AxisOptions, json: Json | undefined): boolean {
  if (json === undefined) return false;
  return cut !== undefined && statedLines(cut) === null ? isFittedCut(json, cut) : json === null;
}

/** True for JSON that `fitAxes` could have made, or for null where no axis is fitted. */
export function isFitOfAxes(json: Json, axes: readonly AxisOptions[], peers: Peers | undefined): json is PeerFit<AxesFit> | null {
  return axes.some(isFittedAxis) ? isPeerFit(json, peers, (each): each is AxesFit => isAxesFit(each, axes)) : json === null;
}

/** The class of a word: a place in a list, without a line. */
function wordPlace({ id, input }: AxisOptions, word: string, index: number): Place {
  return { class: index, axis: { id, input, value: index, line: null, distance: null, above: index > 0, band: word } };
}

function cutPlace({ id, input }: AxisOptions, cut: Cut, value: number, lines: readonly Line[], fit: FittedCut | null): Place {
  return { class: classOf(cut, lines, value), axis: axisOf(id, input, value, cut, lines, fit) };
}

/** The fits that a customer is compared with; null where no axis is fitted. */
function fitFor(inputs: ScoreInputs, axes: readonly AxisOptions[], peers: Peers | undefined, fitted: PeerFit<AxesFit> | null): { readonly fit: AxesFit | null; readonly isFallback: boolean } | ScoreReason {
  if (!axes.some(isFittedAxis)) return { fit: null, isFallback: false };
  if (fitted === null) return 'score/not-calibrated';
  const found = fitOf(peers, fitted, peers === undefined ? undefined : inputs[peers.by]);
  return 'reason' in found ? found.reason : found;
}

function placeOn(axis: AxisOptions, inputs: ScoreInputs, fits: AxesFit | null, reasons: AxisReasons): Place | ScoreReason {
  const { input, cut, classes } = axis;
  const value = Object.hasOwn(inputs, input) ? inputs[input] : null;
  if (cut === undefined) {
    const index = classOfWord(classes, value);
    return typeof value === 'string' && index >= 0 ? wordPlace(axis, value, index) : reasons.noClass;
  }
  const figure = asNumber(value) ?? 0;
  const stated = statedLines(cut);
  if (stated !== null) return cutPlace(axis, cut, figure, stated, null);
  const fit = fits?.[axis.id] ?? null;
  if (fit === null) return 'score/not-calibrated';
  if (fit.population === 0) return 'score/no-population';
  if ('rank' in cut && fit.population < FEWEST_RANKED) return reasons.tooFew;
  return cutPlace(axis, cut, figure, fit.lines, fit);
}

/** True for a value that is there and of the kind that the axis reads. */
function isThere({ cut }: AxisOptions, value: FactValue | undefined): boolean {
  return cut === undefined ? typeof value === 'string' && value.trim() !== '' : asNumber(value) !== null;
}

/** Where a customer stands on each axis, or why it has no place. A missing axis is told before anything else. */
export function placesOn(
  inputs: ScoreInputs,
  axes: readonly AxisOptions[],
  peers: Peers | undefined,
  fitted: PeerFit<AxesFit> | null,
  reasons: AxisReasons,
): Placed | ScoreReason {
  const missing = axes.find((axis) => !isThere(axis, Object.hasOwn(inputs, axis.input) ? inputs[axis.input] : null));
  if (missing !== undefined) return reasons.missing[missing.id] ?? 'score/missing-fact';
  const found = fitFor(inputs, axes, peers, fitted);
  if (typeof found === 'string') return found;
  const places: Place[] = [];
  for (const axis of axes) {
    const place = placeOn(axis, inputs, found.fit, reasons);
    if (typeof place === 'string') return place;
    places.push(place);
  }
  return { places, isFallback: found.isFallback };
}
