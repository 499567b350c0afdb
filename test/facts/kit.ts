// What the tests of facts share: a policy that reads any facts, and short ways to ask for them.
import { createClassifier, type Classifier, type ClassifierOptions } from '../../src/classifier/create-classifier.js';
import type { Finding } from '../../src/errors/issue.js';
import type { FactValue } from '../../src/model/types.js';
import { parsePolicy, safeParsePolicy } from '../../src/policy/parse-policy.js';

/** The day of most tests: a Tuesday, and the last day of a month, a quarter and a half-year. */
export const TODAY = '2026-06-30';

/** Parts of a policy beside what every one has. */
export interface Change {
  readonly [part: string]: unknown;
}

/** A policy that reads these facts or paths, and has no segments. */
export function policyOf(paths: readonly string[], change: Change = {}): object {
  const { measures = {}, ...others } = change;
  const read = paths.length === 0 ? {} : { readAll: { when: { or: paths.map((path) => ({ present: { var: path } })) } } };
  return {
    schema: 'clientele.policy/1',
    id: 'test',
    version: '1',
    currency: 'CNY',
    timeZone: 'Asia/Shanghai',
    segments: [],
    ...others,
    measures: { ...(measures as object), ...read },
  };
}

/** A classifier whose `score` gives these facts. */
export function readerOf(paths: readonly string[], change: Change = {}, options: ClassifierOptions = {}): Classifier {
  return createClassifier(parsePolicy(policyOf(paths, change)), options);
}

export interface Read {
  readonly facts: { readonly [id: string]: FactValue };
  readonly findings: readonly Finding[];
}

/** A record whose parts are as given; the customer is added. */
export function recordOf(parts: object): object {
  return { customer: { id: 'C-1' }, ...parts };
}

/** A record as a host without types gives it. */
export function asRecord(record: unknown): Parameters<Classifier['score']>[0] {
  return record as Parameters<Classifier['score']>[0];
}

export interface Asking {
  readonly change?: Change;
  readonly options?: ClassifierOptions;
  readonly asOf?: string | Date;
}

/** Facts of a record with these parts, with what was noticed. */
export function read(ids: readonly string[], parts: object, { change, options, asOf = TODAY }: Asking = {}): Read {
  return readerOf(ids, change, options).score(asRecord(recordOf(parts)), { asOf });
}

/** One fact of a record with these parts. */
export function fact(id: string, parts: object, asking: Asking = {}): FactValue {
  return read([id], parts, asking).facts[id] ?? null;
}

/** The codes of what was noticed, with the fact or pointer they are about. */
export function noticed(ids: readonly string[], parts: object, asking: Asking = {}): readonly string[] {
  return read(ids, parts, asking).findings.map(({ code, fact: about, pointer }) => [code, about, pointer].filter((part) => part !== undefined).join(' '));
}

/** `code pointer` of what is wrong with a policy that has these parts. */
export function issuesOf(change: Change, paths: readonly string[] = []): readonly string[] {
  return safeParsePolicy(policyOf(paths, change)).issues.map(({ code, pointer }) => `${code} ${pointer}`);
}

/** A sale. */
export function sale(at: string, amount: number | string | object = 100, others: object = {}): object {
  return { at, amount, ...others };
}

/** What came back. */
export function back(at: string, amount: number | string | object, others: object = {}): object {
  return { at, amount, kind: 'return', ...others };
}
