import { isJsonList, isJsonObject, type Json, type JsonObject } from '../errors/json.js';
import { isBlank } from '../internal/blank.js';
import type { FactValue } from '../model/types.js';
import { member, readObject, readPath, readWhole, readWord } from './options.js';
import type { FindInFit, ReportOption } from './scorer.js';

/** Whom a customer is compared with, as a policy writes it: the customers that share a value. */
export interface PeersSpec {
  /** The path of the fact or field that peers share, such as `customer.region.province`. */
  readonly by: string;
  /** A group of fewer customers is too small to compare within. 4 by default. */
  readonly minimum?: number;
  /** With whom a customer of too small or new a group is compared: with all customers, or (the default) with none, which gives no band. */
  readonly otherwise?: 'all' | 'none';
}

export interface Peers {
  readonly by: string;
  readonly minimum: number;
  readonly otherwise: 'all' | 'none';
}

export type Group = string | number | boolean;

/** What a calibration keeps of a fit by groups. (A type alias, because interfaces are no JSON to the compiler.) */
export type PeerFit<Fit extends Json> = {
  /** The fit of all customers; null where nothing falls back to it. */
  readonly all: Fit | null;
  /** The fits of the groups that are large enough. */
  readonly groups: readonly { readonly group: Group; readonly fit: Fit }[];
};

/** Reads the option `peers` of a score; what is wrong is reported. Only a cut that is fitted to a population has a use for it. */
export function readPeers(object: JsonObject, fitted: boolean, report: ReportOption): Peers | undefined {
  const json = member(object, 'peers');
  if (json === undefined) return undefined;
  if (!fitted) {
    report('/peers', '`peers` are for a cut that is fitted to a population: remove `peers`, or cut otherwise than by `fixed`');
    return undefined;
  }
  const peers = readObject(json, ['by', 'minimum', 'otherwise'], '/peers', report);
  return {
    by: isJsonObject(json) ? readPath(peers, 'by', '/peers', report) : '',
    minimum: readWhole(peers, 'minimum', 'customers', '/peers', report, 4) ?? 4,
    otherwise: readWord(peers, 'otherwise', ['all', 'none'], 'none', '/peers', report),
  };
}

/** The group of a value; null where it is missing. A list is no group. */
function groupOf(value: FactValue | undefined): Group | null {
  if (typeof value === 'string') return isBlank(value) ? null : value;
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null;
  return typeof value === 'boolean' ? value : null;
}

/** Fits rows of a population, by groups where there are peers: rows without a group count only among all. */
export function fitByPeers<Row, Fit extends Json>(
  peers: Peers | undefined,
  rows: readonly { readonly row: Row; readonly group: FactValue | undefined }[],
  fit: (rows: readonly Row[], group?: Group) => Fit,
  find?: FindInFit,
): PeerFit<Fit> {
  if (peers === undefined) return { all: fit(rows.map(({ row }) => row)), groups: [] };
  const groups = new Map<Group, Row[]>();
  for (const { row, group } of rows) {
    const key = groupOf(group);
    if (key === null) continue;
    const members = groups.get(key);
    if (members === undefined) groups.set(key, [row]);
    else members.push(row);
  }
  const small = [...groups.values()].map(({ length }) => length).filter((size) => size < peers.minimum);
  if (small.length > 0) find?.('fit/small-groups', { groups: small.length, customers: small.reduce((total, size) => total + size, 0), minimum: peers.minimum });
  return {
    all: peers.otherwise === 'all' ? fit(rows.map(({ row }) => row)) : null,
    groups: [...groups]
      .filter(([, members]) => members.length >= peers.minimum)
      .map(([group, members]) => ({ group, members, text: JSON.stringify(group) }))
      .sort((a, b) => (a.text < b.text ? -1 : 1))
      .map(({ group, members }) => ({ group, fit: fit(members, group) })),
  };
}

// A loop: a population may be large, and a calibration is to take little longer than sorting it.
function finite(numbers: Float64Array): Float64Array {
  const kept = new Float64Array(numbers.length);
  let count = 0;
  for (const value of numbers) {
    if (!Number.isFinite(value)) continue;
    kept[count] = value;
    count += 1;
  }
  return kept.subarray(0, count);
}

/** Fits the numbers of a population, by groups where there are peers: who has no number counts nowhere. */
export function fitNumbersByPeers<Fit extends Json>(
  peers: Peers | undefined,
  numbers: Float64Array,
  groups: readonly FactValue[],
  fit: (numbers: ArrayLike<number>, group?: Group) => Fit,
  find?: FindInFit,
): PeerFit<Fit> {
  if (peers === undefined) return { all: fit(finite(numbers)), groups: [] };
  const rows = Array.from(numbers, (row, index) => ({ row, group: groups[index] })).filter(({ row }) => Number.isFinite(row));
  return fitByPeers(peers, rows, fit, find);
}

/** The fit that a customer is compared with, or why there is none. */
export function fitOf<Fit extends Json>(
  peers: Peers | undefined,
  fitted: PeerFit<Fit>,
  group: FactValue | undefined,
): { readonly fit: Fit; readonly isFallback: boolean } | { readonly reason: 'score/missing-fact' | 'peers/too-few' | 'score/not-calibrated' } {
  if (peers === undefined) return fitted.all === null ? { reason: 'score/not-calibrated' } : { fit: fitted.all, isFallback: false };
  const key = groupOf(group);
  if (key === null) return { reason: 'score/missing-fact' };
  const own = fitted.groups.find((each) => each.group === key)?.fit;
  const fit = own ?? fitted.all;
  return fit === null ? { reason: 'peers/too-few' } : { fit, isFallback: own === undefined };
}

/** True for JSON that `fitByPeers` could have made. */
export function isPeerFit<Fit extends Json>(
  json: Json,
  peers: Peers | undefined,
  isFit: (json: Json) => json is Fit,
): json is PeerFit<Fit> {
  if (!isJsonObject(json) || Object.keys(json).length !== 2) return false;
  const all = member(json, 'all');
  const groups = member(json, 'groups');
  if (all === undefined || !isJsonList(groups)) return false;
  const wantsAll = peers === undefined || peers.otherwise === 'all';
  if (wantsAll ? !isFit(all) : all !== null) return false;
  if (peers === undefined && groups.length > 0) return false;
  return groups.every((entry) => {
    if (!isJsonObject(entry)) return false;
    const group = member(entry, 'group');
    const fit = member(entry, 'fit');
    return (typeof group === 'string' || typeof group === 'number' || typeof group === 'boolean') && fit !== undefined && isFit(fit);
  });
}
