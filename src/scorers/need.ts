import { isJsonList, isJsonObject, type Json } from '../errors/json.js';
import { decimalDistance, difference } from '../internal/decimal.js';
import { childPointer } from '../internal/pointer.js';
import { noScore, numberOf } from './inputs.js';
import { member, memberOr, readObject, readPath } from './options.js';
import type { Axis, ReportOption, Score, ScoreInputs, ScorerImplementation } from './scorer.js';

/** One need, and how strong it is. */
export interface NeedOption {
  readonly id: string;
  /** The path of its strength, a share: 0 is none, 1 is all. */
  readonly of: string;
}

/** What a customer mainly needs: the largest of several shares, where it leads. Options as a policy writes them. */
export interface NeedSpec {
  readonly scorer: 'need';
  readonly needs: readonly NeedOption[];
  /** By how much the largest share must lead the next; 0.1 (ten points) by default. */
  readonly lead?: number;
  /** The largest share must be at least so much; 0 by default. */
  readonly minimum?: number;
  /** The band of who has no need that leads; `mixed` by default. */
  readonly otherwise?: string;
}

type NeedOptions = Required<Omit<NeedSpec, 'scorer'>>;

function isName(json: Json | undefined): json is string {
  return typeof json === 'string' && json.trim() !== '';
}

function readNeed(json: Json, pointer: string, report: ReportOption): readonly NeedOption[] {
  const object = readObject(json, ['id', 'of'], pointer, report);
  if (!isJsonObject(json)) return [];
  const id = member(object, 'id');
  const of = readPath(object, 'of', pointer, report);
  if (isName(id)) return [{ id, of }];
  report(childPointer(pointer, 'id'), '`id` must be a text that is not blank');
  return [];
}

/** Reads a share; the limits are told as they are. */
function readShare(json: Json | undefined, name: string, fallback: number, accept: (share: number) => boolean, expected: string, report: ReportOption): number {
  if (json === undefined) return fallback;
  if (typeof json === 'number' && accept(json)) return json + 0;
  report(`/${name}`, `\`${name}\` must be ${expected}`);
  return fallback;
}

function readNeedOptions(json: Json, report: ReportOption): NeedOptions {
  const object = readObject(json, ['needs', 'lead', 'minimum', 'otherwise'], '', report);
  const list = member(object, 'needs');
  const needs = isJsonList(list) ? list.flatMap((each, index) => readNeed(each, childPointer('/needs', index), report)) : [];
  const otherwise = memberOr(object, 'otherwise', 'mixed');
  if (!isName(otherwise)) report('/otherwise', '`otherwise` must be a text that is not blank');
  const bands = [...needs.map(({ id }) => id), otherwise];
  if (!isJsonList(list) || list.length < 2) report('/needs', '`needs` must be a list of two or more needs, each with an `id` and a path `of`');
  else if (new Set(bands).size < bands.length) report('/needs', '`needs` must have different ids, and none that is the one of `otherwise`');
  return {
    needs,
    lead: readShare(member(object, 'lead'), 'lead', 0.1, (share) => share > 0 && share <= 1, 'a share above 0 and at most 1', report),
    minimum: readShare(member(object, 'minimum'), 'minimum', 0, (share) => share >= 0 && share <= 1, 'a share from 0 to 1', report),
    otherwise: isName(otherwise) ? otherwise : 'mixed',
  };
}

/** The sum of two shares, none below 0, in decimals: 0.2 and 0.1 are 0.3. */
function sum(a: number, b: number): number {
  return decimalDistance(a, -b);
}

/** Where a need lies against what it must reach: the least share that counts, and the strongest other one and the lead. */
function axisFor({ id, of }: NeedOption, value: number, others: readonly number[], { lead, minimum }: NeedOptions): Axis {
  const line = Math.max(minimum, sum(Math.max(...others), lead));
  return { id, input: of, value, line, distance: difference(value, line), above: value >= line };
}

function judge(inputs: ScoreInputs, options: NeedOptions): Score {
  const { needs, otherwise } = options;
  const shares = needs.flatMap(({ of }) => numberOf(inputs, of) ?? []);
  if (shares.length < needs.length) return noScore('score/missing-fact');
  if (shares.some((share) => share < 0 || share > 1)) return noScore('score/out-of-range');
  const axes = needs.map((need, index) => axisFor(need, shares[index] ?? 0, shares.filter((_, other) => other !== index), options));
  return { value: null, band: axes.find(({ above }) => above)?.id ?? otherwise, axes };
}

export const need: ScorerImplementation<NeedOptions, null> = {
  kind: 'scorer',
  id: 'need',
  version: '1',
  result: 'nominal',
  readOptions: readNeedOptions,
  inputs: ({ needs }) => [...new Set(needs.map(({ of }) => of))],
  inputTypes: ({ needs }) => Object.fromEntries(needs.map(({ of }) => [of, ['ratio', 'number']])),
  bands: ({ needs, otherwise }) => [...needs.map(({ id }) => id), otherwise],
  fit: () => null,
  readFitted: (json): json is null => json === null,
  score: judge,
};
