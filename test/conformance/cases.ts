// The official cases of JSON Logic, read without a schema: how each comes out here. The cases themselves are not part of the project: what
// is kept of them is a number, a hash, the operators and the verdict.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Json } from '../../src/errors/json.js';
import { canonicalJson, hashJson } from '../../src/internal/canonical.js';
import { safeParseRule } from '../../src/rules/index.js';
import { root } from '../project.js';
import { sharedFile } from '../shared-files.js';

export type Case = readonly [rule: Json, data: Json, expected: Json];

/** `refused`: with the code of the issue, when the rule is read. `different`: on purpose, with the reason. */
export interface Verdict {
  /** Its place among the cases, from 1. */
  readonly case: number;
  /** The beginning of the SHA-256 of its canonical JSON. */
  readonly hash: string;
  /** The operators of its rule, the outermost first. */
  readonly operators: readonly string[];
  readonly verdict: 'identical' | 'refused' | 'different';
  readonly code?: string;
  readonly reason?: string;
}

/** Why a case is different, by its hash. A case that is different for no known reason is a mistake. */
const REASONS: { readonly [hash: string]: string } = {
  cb386738e8e4: 'over a missing list `map` is unknown, not an empty list: what is missing may hold anything',
};

const HASH_LENGTH = 12;

export const RESULTS = 'test/conformance/results.json';

/** What the official list holds besides comments. */
export function officialCases(): readonly Case[] {
  const entries = JSON.parse(readFileSync(sharedFile('conformance/jsonlogic-official.json'), 'utf8')) as readonly (string | Case)[];
  return entries.filter((entry): entry is Case => typeof entry !== 'string');
}

/** The operators of a rule, each once, in the order of the text. */
function operatorsOf(rule: Json): readonly string[] {
  if (typeof rule !== 'object' || rule === null) return [];
  if (Array.isArray(rule)) return [...new Set((rule as readonly Json[]).flatMap(operatorsOf))];
  return [...new Set(Object.entries(rule as { readonly [id: string]: Json }).flatMap(([id, body]) => [id, ...operatorsOf(body)]))];
}

function hashOf(each: Case): string {
  return hashJson(each).replace('sha256:', '').slice(0, HASH_LENGTH);
}

/** `null` is what JSON Logic gives where there is no value. */
export function verdictOf(each: Case, index: number): Verdict {
  const [rule, data, expected] = each;
  const known = { case: index + 1, hash: hashOf(each), operators: operatorsOf(rule) };
  const result = safeParseRule(rule);
  if (!result.ok) return { ...known, verdict: 'refused', code: result.issues[0]?.code ?? '' };
  if (isDeepStrictEqual(result.value.evaluate(data) ?? null, expected)) return { ...known, verdict: 'identical' };
  const reason = REASONS[known.hash];
  if (reason === undefined) throw new Error(`case ${known.case} is different for no known reason: ${canonicalJson(each)}`);
  return { ...known, verdict: 'different', reason };
}

/** The results that the repository keeps. */
export function keptResults(): readonly Verdict[] {
  return JSON.parse(readFileSync(join(root, RESULTS), 'utf8')) as readonly Verdict[];
}

/** The results as they are kept: one case in a line. */
export function resultsText(verdicts: readonly Verdict[]): string {
  return `[\n${verdicts.map((verdict) => `  ${JSON.stringify(verdict)}`).join(',\n')}\n]\n`;
}
