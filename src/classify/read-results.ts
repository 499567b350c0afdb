import { ClassifierError } from '../errors/classifier-error.js';
import type { Finding } from '../errors/issue.js';
import type { JsonObject } from '../errors/json.js';
import { referenceIssue } from '../errors/reference-issue.js';
import { requireObject } from '../errors/refuse-argument.js';
import { hashJson } from '../internal/canonical.js';
import type { Policy } from '../policy/types.js';
import { checkClassification } from './check-classification.js';
import { elements, member, readNumber, readObject, readRoot, readSchema, readText, refuse, type Place } from './read-place.js';
import type { Calibration, Classification } from './types.js';

/**
 * Reads a calibration that the host kept as JSON, and refuses one that was changed or is something else.
 *
 * Throws a `ClassifierError` with `calibration/not-understood` or `calibration/changed`. Whether it fits a policy is checked by
 * `createClassifier`.
 *
 * @example
 * import { createClassifier, parseCalibration, definePolicy } from 'clientele';
 * const policy = definePolicy({
 *   schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'CNY', timeZone: 'UTC',
 *   scores: { value: { scorer: 'value', cut: { quantile: [0.5] } } },
 *   segments: [{ id: 'all' }], otherwise: 'all',
 * });
 * const calibration = createClassifier(policy).calibrate([{ customer: { id: '1' }, facts: { netSpend: 10 } }], { asOf: '2026-06-30' });
 * const kept = JSON.stringify(calibration);
 * parseCalibration(JSON.parse(kept)).population; // => 1
 */
export function parseCalibration(json: unknown): Calibration {
  const place = readRoot(json, 'calibration/not-understood');
  const text = (name: string): string => readText(member(place, name));
  readSchema(place, 'clientele.calibration/1');
  const calibration: Calibration = {
    schema: 'clientele.calibration/1',
    asOf: text('asOf'),
    hash: text('hash'),
    fit: text('fit'),
    population: readNumber(member(place, 'population')),
    scores: readObject(member(place, 'scores')),
    ...readFindings(member(place, 'findings')),
  };
  const { hash, ...content } = calibration;
  if (hashCalibration(content) !== hash) throw new ClassifierError([referenceIssue('calibration/changed', '/hash')]);
  return calibration;
}

/** The fingerprint of all that a calibration says. */
export function hashCalibration(content: Omit<Calibration, 'hash'>): string {
  const { findings, ...rest } = content;
  return hashJson(findings === undefined ? rest : { ...rest, findings: findings.map((finding) => ({ ...finding })) });
}

function readFindings(place: Place): { readonly findings?: readonly Finding[] } {
  if (place.value === undefined) return {};
  return {
    findings: elements(place).map((each) => ({ code: readText(member(each, 'code')), pointer: readText(member(each, 'pointer')), params: readObject(member(each, 'params')) })),
  };
}

/**
 * Reads a classification that the host kept as JSON, typed by the policy that made it.
 *
 * Throws a `ClassifierError` with `classification/not-understood` if it is no classification, is of another policy, or names a segment
 * that the policy neither declares nor formerly had.
 *
 * @example
 * import { createClassifier, definePolicy, parseClassification } from 'clientele';
 * const policy = definePolicy({
 *   schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'CNY', timeZone: 'UTC', segments: [{ id: 'all' }], otherwise: 'all',
 * });
 * const kept = JSON.stringify(createClassifier(policy).classify({ customer: { id: '1' } }, { asOf: '2026-06-30' }));
 * parseClassification(JSON.parse(kept), policy).segment; // => 'all'
 */
export function parseClassification<G extends string, S extends string>(json: unknown, policy: Policy<G, S>): Classification<G, S>;
export function parseClassification(json: unknown, policy: Policy): Classification {
  requireObject('policy', policy);
  const place = readRoot(json, 'classification/not-understood');
  readSchema(place, 'clientele.classification/1');
  const made = member(place, 'policy');
  const id = member(made, 'id');
  if (readText(id) !== policy.id) refuse(id, `it was not made by policy \`${policy.id}\``);
  for (const name of ['version', 'hash']) readText(member(made, name));
  checkClassification(place, new Set(policy.segments.flatMap((segment) => [segment.id, ...(segment.formerly ?? [])])));
  return asClassification(place.value);
}

/** The members were checked one by one; the compiler cannot follow that through plain data. */
function asClassification(object: JsonObject): Classification {
  return object as JsonObject & Classification;
}
