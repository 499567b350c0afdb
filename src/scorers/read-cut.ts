import { isJsonList, isJsonObject, type Json, type JsonObject } from '../errors/json.js';
import { childPointer } from '../internal/pointer.js';
import { KEPT_VALUES, lineCount, type Cut, type FittedCut } from './cut.js';
import type { Classes, QuantileCut, QuantileMode, QuantileType, Ties } from './cuts/types.js';
import { member, readObject, readWord } from './options.js';
import type { ReportOption } from './scorer.js';

const KINDS = ['fixed', 'quantile', 'mean', 'median', 'rank', 'pareto', 'natural', 'equalWidth'] as const;
/** What else a quantile may say. */
const OF_QUANTILES = ['type', 'ties', 'mode'] as const;
const TYPES: readonly QuantileType[] = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const TIES: readonly Ties[] = ['together', 'min', 'max', 'mid', 'dense'];
const MODES: readonly QuantileMode[] = ['r-rfm', 'pandas-qcut', 'percent-rank'];
const MOST_LINES = 100;

type Kind = (typeof KINDS)[number];

const CLASSES = '{ "classes": 5 }, with 2 to 101 classes';
const EXPECTED: { readonly [K in Kind]: string } = {
  fixed: 'a list of rising numbers, such as [1000, 5000] (falling where `better` is `lower`)',
  quantile: 'a list of rising shares between 0 and 1, such as [0.5, 0.8], or { "classes": 5 }',
  mean: 'true',
  median: 'true',
  rank: '"top-half", { "top": 10 } or { "share": 0.2 }',
  pareto: 'a list of rising shares between 0 and 1, such as [0.8, 0.95]',
  natural: CLASSES,
  equalWidth: CLASSES,
};

function isNumber(json: Json | undefined): json is number {
  return typeof json === 'number' && Number.isFinite(json);
}

/** Numbers of a list in strictly rising (or falling) order; null where it is anything else. */
function readNumbers(json: Json, rising: boolean, accept: (value: number) => boolean): readonly number[] | null {
  if (!isJsonList(json) || json.length === 0 || json.length > MOST_LINES) return null;
  const numbers = json.filter((value) => isNumber(value)).filter(accept);
  const follows = (value: number, before: number): boolean => (rising ? value > before : value < before);
  const ordered = numbers.every((value, i) => i === 0 || follows(value, numbers[i - 1] ?? Number.NaN));
  return numbers.length === json.length && ordered ? numbers.map((value) => value + 0) : null;
}

/** Shares that rise; null where it is anything else. */
export function readShares(json: Json): readonly number[] | null {
  return readNumbers(json, true, (share) => share > 0 && share < 1);
}

function readClasses(json: Json): Classes | null {
  if (!isJsonObject(json) || Object.keys(json).length !== 1) return null;
  const classes = member(json, 'classes');
  return isNumber(classes) && Number.isSafeInteger(classes) && classes >= 2 && classes <= MOST_LINES + 1 ? { classes } : null;
}

function readRank(json: Json): 'top-half' | { readonly top: number } | { readonly share: number } | null {
  if (json === 'top-half') return json;
  if (!isJsonObject(json) || Object.keys(json).length !== 1) return null;
  const top = member(json, 'top');
  if (typeof top === 'number' && Number.isSafeInteger(top) && top >= 1) return { top };
  const share = member(json, 'share');
  return typeof share === 'number' && share > 0 && share < 1 ? { share } : null;
}

/** What a quantile says beside its shares. */
function readQuantileOptions(object: JsonObject, pointer: string, report: ReportOption): Omit<QuantileCut, 'quantile'> {
  const typeJson = member(object, 'type');
  const type = TYPES.find((each) => each === typeJson);
  if (typeJson !== undefined && type === undefined) report(childPointer(pointer, 'type'), '`type` must be a whole number from 1 to 9');
  const ties = readWord(object, 'ties', TIES, 'together', pointer, report);
  const mode = member(object, 'mode') === undefined ? undefined : readWord(object, 'mode', MODES, 'r-rfm', pointer, report);
  for (const name of ['type', 'ties'] as const) {
    if (mode !== undefined && member(object, name) !== undefined) report(childPointer(pointer, name), `\`mode\` says how quantiles are taken: remove \`${name}\``);
  }
  if (mode === undefined && ties !== 'together' && typeJson !== undefined) report(childPointer(pointer, 'type'), '`ties` counts places, which have no type: remove `type`');
  return { ...(type === undefined ? {} : { type }), ...(ties === 'together' ? {} : { ties }), ...(mode === undefined ? {} : { mode }) };
}

type Reading = (json: Json, isRising: boolean) => Cut | null;

/** Each kind as it is read, without what every cut may say. */
const READ: { readonly [K in Kind]: Reading } = {
  fixed: (json, isRising) => mapped(readNumbers(json, isRising, () => true), (fixed) => ({ fixed })),
  quantile: (json) => mapped(readShares(json) ?? readClasses(json), (quantile) => ({ quantile })),
  mean: (json) => (json === true ? { mean: true } : null),
  median: (json) => (json === true ? { median: true } : null),
  rank: (json) => mapped(readRank(json), (rank) => ({ rank })),
  pareto: (json) => mapped(readShares(json), (pareto) => ({ pareto })),
  natural: (json) => mapped(readClasses(json), (natural) => ({ natural })),
  equalWidth: (json) => mapped(readClasses(json), (equalWidth) => ({ equalWidth })),
};

function mapped<Value>(value: Value | null, make: (value: Value) => Cut): Cut | null {
  return value === null ? null : make(value);
}

/** Reports options that the kind of a cut does not have. */
function reportStrays(object: JsonObject, kind: Kind, better: 'higher' | 'lower', pointer: string, report: ReportOption): void {
  for (const name of OF_QUANTILES) {
    if (kind !== 'quantile' && member(object, name) !== undefined) report(childPointer(pointer, name), `\`${name}\` is for \`quantile\`: remove it`);
  }
  if (kind === 'pareto' && better === 'lower') report(pointer, '`pareto` adds up what is best from the top, where more is better: cut otherwise');
}

/** Reads a cut; what is wrong is reported and gives undefined. `usual` is the end that is better where the cut does not say. */
export function readCut(json: Json, pointer: string, report: ReportOption, usual: 'higher' | 'lower' = 'higher'): Cut | undefined {
  const object = readObject(json, [...KINDS, ...OF_QUANTILES, 'better'], pointer, report);
  if (!isJsonObject(json)) return undefined;
  const [kind, ...others] = KINDS.filter((each) => member(object, each) !== undefined);
  const better = readWord(object, 'better', ['higher', 'lower'], usual, pointer, report);
  if (kind === undefined || others.length > 0) {
    report(pointer, `a cut has exactly one of ${KINDS.map((each) => `\`${each}\``).join(', ')}`);
    return undefined;
  }
  reportStrays(object, kind, better, pointer, report);
  const read = (isRising: boolean): Cut | null => READ[kind](member(object, kind) ?? null, isRising);
  // Where `better` is none, that is told, and the lines may go either way.
  const isKnown = [undefined, 'higher', 'lower'].some((each) => each === member(object, 'better'));
  const cut = read(better === 'higher') ?? (isKnown ? null : read(better !== 'higher'));
  const options = kind === 'quantile' ? readQuantileOptions(object, pointer, report) : {};
  if (cut === null) report(childPointer(pointer, kind), `\`${kind}\` must be ${EXPECTED[kind]}`);
  return cut === null ? undefined : { ...cut, ...options, ...(better === 'lower' ? { better } : {}) };
}

/** True for JSON that `fitCut` could have made of this cut. */
export function isFittedCut(json: Json, cut: Cut): json is FittedCut {
  if (!isJsonObject(json)) return false;
  const lines = member(json, 'lines');
  const population = member(json, 'population');
  const values = member(json, 'values');
  if (!isJsonList(lines) || lines.length !== lineCount(cut) || !isJsonList(values)) return false;
  if (!isNumber(population) || !Number.isSafeInteger(population) || population < 0) return false;
  if (values.length !== Math.min(population, KEPT_VALUES) || !values.every(isNumber)) return false;
  return lines.every((line) => line === null || isNumber(line)) && values.every((value, i) => i === 0 || value >= (values[i - 1] ?? value));
}
