import { isJsonList, isJsonObject, type Json } from '../errors/json.js';
import { childPointer } from '../internal/pointer.js';
import { KEPT_VALUES, lineCount, type Cut, type FittedCut } from './cut.js';
import { member, readObject, readWord } from './options.js';
import type { ReportOption } from './scorer.js';

const KINDS = ['fixed', 'quantile', 'mean', 'rank'] as const;
const MOST_LINES = 100;

type Kind = (typeof KINDS)[number];

const EXPECTED: { readonly [K in Kind]: string } = {
  fixed: 'a list of rising numbers, such as [1000, 5000] (falling where `better` is `lower`)',
  quantile: 'a list of rising shares between 0 and 1, such as [0.5, 0.8]',
  mean: 'true',
  rank: '"top-half", { "top": 10 } or { "share": 0.2 }',
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

function readRank(json: Json): 'top-half' | { readonly top: number } | { readonly share: number } | null {
  if (json === 'top-half') return json;
  if (!isJsonObject(json) || Object.keys(json).length !== 1) return null;
  const top = member(json, 'top');
  if (typeof top === 'number' && Number.isSafeInteger(top) && top >= 1) return { top };
  const share = member(json, 'share');
  return typeof share === 'number' && share > 0 && share < 1 ? { share } : null;
}

function readKind(kind: Kind, json: Json, better: 'higher' | 'lower'): Cut | null {
  const direction = better === 'lower' ? { better } : {};
  if (kind === 'fixed') {
    const fixed = readNumbers(json, better === 'higher', () => true);
    return fixed === null ? null : { fixed, ...direction };
  }
  if (kind === 'quantile') {
    const quantile = readNumbers(json, true, (p) => p > 0 && p < 1);
    return quantile === null ? null : { quantile, ...direction };
  }
  if (kind === 'mean') return json === true ? { mean: true, ...direction } : null;
  const rank = readRank(json);
  return rank === null ? null : { rank, ...direction };
}

/** Reads a cut; what is wrong is reported and gives undefined. */
export function readCut(json: Json, pointer: string, report: ReportOption): Cut | undefined {
  const object = readObject(json, [...KINDS, 'better'], pointer, report);
  if (!isJsonObject(json)) return undefined;
  const [kind, ...others] = KINDS.filter((each) => member(object, each) !== undefined);
  const better = readWord(object, 'better', ['higher', 'lower'], 'higher', pointer, report);
  if (kind === undefined || others.length > 0) {
    report(pointer, `a cut has exactly one of ${KINDS.map((each) => `\`${each}\``).join(', ')}`);
    return undefined;
  }
  const cut = readKind(kind, member(object, kind) ?? null, better);
  if (cut === null) report(childPointer(pointer, kind), `\`${kind}\` must be ${EXPECTED[kind]}`);
  return cut ?? undefined;
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
