import { isJsonList, isJsonObject, type Json } from '../../errors/json.js';
import { classOf, fitCut, lineCount, statedLines, type FittedCut, type Line } from '../cut.js';
import { findOnAxis } from '../cut-findings.js';
import { columnOf, numbersOf } from '../inputs.js';
import { member } from '../options.js';
import { fitByPeers, type Group, type PeerFit } from '../peers.js';
import { isFittedCut } from '../read-cut.js';
import type { FindInFit, ScoreColumns } from '../scorer.js';
import { byAxis, RFM_AXES, type ByAxis, type RfmAxis, type RfmAxisOptions, type RfmOptions } from './types.js';

/** The lines of an axis within one class of the axes before it. (A type alias, because interfaces are no JSON to the compiler.) */
export type NestedLines = { readonly lines: readonly Line[]; readonly population: number };

/** The fit of an axis: null where the policy states its lines, a list where it is nested in the classes of the axes before. */
export type AxisFit = FittedCut | readonly NestedLines[] | null;

/** What a calibration keeps of an RFM score. */
export type RfmFit = { readonly population: number } & ByAxis<AxisFit>;

/** To whom it is told what is noticed, and of which group. */
interface Tell {
  readonly find: FindInFit | undefined;
  readonly group: Group | undefined;
}

/** The values of the whole population; not a number where one is missing. */
type Values = ByAxis<Float64Array>;

/** True where the policy states the lines of all axes. */
export function needsNoFit({ axes }: RfmOptions): boolean {
  return RFM_AXES.every((axis) => statedLines(axes[axis].cut) !== null);
}

/** True for an axis whose lines depend on the classes of the axes before it. */
function isNestedAxis({ axes, isNested }: RfmOptions, axis: RfmAxis): boolean {
  return isNested && axis !== 'recency' && statedLines(axes[axis].cut) === null;
}

// Loops over typed arrays: a population may be large, and a calibration is to take little longer than sorting it.
function gather(values: Float64Array, members: Uint32Array): Float64Array {
  const gathered = new Float64Array(members.length);
  for (let i = 0; i < members.length; i += 1) gathered[i] = values[members[i] ?? 0] ?? Number.NaN;
  return gathered;
}

/** The places of the customers who can be scored: a comparison with what is not a number is false. */
function scoredOf({ recency, frequency, monetary }: Values, minimumFrequency: number): Uint32Array {
  const scored = new Uint32Array(recency.length);
  let count = 0;
  for (let i = 0; i < recency.length; i += 1) {
    if (Number.isNaN((recency[i] ?? 0) + (monetary[i] ?? 0)) || !((frequency[i] ?? 0) >= minimumFrequency)) continue;
    scored[count] = i;
    count += 1;
  }
  return scored.subarray(0, count);
}

/** The members of each class of a cut, the lowest class first. */
function partition({ cut }: RfmAxisOptions, lines: readonly Line[], values: Float64Array, members: Uint32Array): readonly Uint32Array[] {
  const parts: number[][] = Array.from({ length: lineCount(cut) + 1 }, () => []);
  for (const index of members) parts[classOf(cut, lines, values[index] ?? Number.NaN)]?.push(index);
  return parts.map((part) => Uint32Array.from(part));
}

/** The lines of an axis within each part of a population, as far as the policy does not state them. */
function linesWithin(axis: RfmAxis, { axes, grid }: RfmOptions, values: Values, parts: readonly Uint32Array[], tell: Tell): readonly NestedLines[] {
  const { cut } = axes[axis];
  const stated = statedLines(cut);
  if (stated !== null) return parts.map((members) => ({ lines: stated, population: members.length }));
  const fits = parts.map((members) => fitCut(cut, gather(values[axis], members)));
  findOnAxis(tell.find, { id: axis, countFrom: grid.countFrom }, cut, fits, tell.group);
  return fits.map(({ lines, population }) => ({ lines, population }));
}

function fitNested(options: RfmOptions, values: Values, members: Uint32Array, tell: Tell): RfmFit {
  const { recency, frequency } = options.axes;
  const keep = (axis: RfmAxis, fits: readonly NestedLines[]): AxisFit => (isNestedAxis(options, axis) ? fits : null);
  const recencyFit = fitAxis('recency', options, values, members, tell);
  const byRecency = partition(recency, recencyFit?.lines ?? statedLines(recency.cut) ?? [], values.recency, members);
  const frequencies = linesWithin('frequency', options, values, byRecency, tell);
  const byFrequency = byRecency.flatMap((part, index) => partition(frequency, frequencies[index]?.lines ?? [], values.frequency, part));
  const amounts = linesWithin('monetary', options, values, byFrequency, tell);
  return { population: members.length, recency: recencyFit, frequency: keep('frequency', frequencies), monetary: keep('monetary', amounts) };
}

function fitAxis(axis: RfmAxis, { axes, grid }: RfmOptions, values: Values, members: Uint32Array, tell: Tell): FittedCut | null {
  const { cut } = axes[axis];
  if (statedLines(cut) !== null) return null;
  const fitted = fitCut(cut, gather(values[axis], members));
  findOnAxis(tell.find, { id: axis, countFrom: grid.countFrom }, cut, [fitted], tell.group);
  return fitted;
}

function fitMembers(options: RfmOptions, values: Values, members: Uint32Array, tell: Tell): RfmFit {
  if (members.length === 0) tell.find?.('fit/no-population', tell.group === undefined ? {} : { group: tell.group });
  if (options.isNested) return fitNested(options, values, members, tell);
  return { population: members.length, ...byAxis((axis) => fitAxis(axis, options, values, members, tell)) };
}

/** Fits all axes over the customers who can be scored: who cannot must not move the lines of those who can. */
export function fitRfm(options: RfmOptions, columns: ScoreColumns, find?: FindInFit): PeerFit<RfmFit> {
  const { axes, peers, minimumFrequency = -Infinity } = options;
  const values = byAxis((axis) => numbersOf(columns, axes[axis].input));
  const scored = scoredOf(values, minimumFrequency);
  const fit = (members: Uint32Array, group?: Group): RfmFit => fitMembers(options, values, members, { find, group });
  if (peers === undefined) return { all: fit(scored), groups: [] };
  const groups = columnOf(columns, peers.by);
  const rows = Array.from(scored, (index) => ({ row: index, group: groups[index] }));
  return fitByPeers(peers, rows, (members, group) => fit(Uint32Array.from(members), group), find);
}

function isNestedFit(json: Json, { cut }: RfmAxisOptions): boolean {
  if (!isJsonObject(json)) return false;
  const lines = member(json, 'lines');
  const population = member(json, 'population');
  if (!isJsonList(lines) || lines.length !== lineCount(cut) || !lines.every((line) => line === null || typeof line === 'number')) return false;
  return typeof population === 'number' && Number.isSafeInteger(population) && population >= 0;
}

function isAxisFit(json: Json | undefined, options: RfmOptions, axis: RfmAxis): boolean {
  const own = options.axes[axis];
  if (json === undefined) return false;
  if (statedLines(own.cut) !== null) return json === null;
  if (!isNestedAxis(options, axis)) return isFittedCut(json, own.cut);
  const { recency, frequency } = options.grid.sizes;
  const parts = axis === 'frequency' ? recency : recency * frequency;
  return isJsonList(json) && json.length === parts && json.every((each) => isNestedFit(each, own));
}

/** True for JSON that the fit of these options could have made. */
export function isRfmFit(json: Json, options: RfmOptions): json is RfmFit {
  if (!isJsonObject(json) || Object.keys(json).length !== RFM_AXES.length + 1) return false;
  const population = member(json, 'population');
  if (typeof population !== 'number' || !Number.isSafeInteger(population) || population < 0) return false;
  return RFM_AXES.every((axis) => isAxisFit(member(json, axis), options, axis));
}
