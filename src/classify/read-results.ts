import { ClassifierError } from '../errors/classifier-error.js';
import type { Json } from '../errors/json.js';
import { isJsonObject, type JsonObject } from '../facts/measure.js';
import { hashJson } from '../internal/canonical.js';
import { copyJson } from '../internal/copy-json.js';
import { DEFAULT_LIMITS } from '../internal/limits.js';
import { referenceIssue } from '../policy/resolve-segments.js';
import type { Policy } from '../policy/types.js';
import type { Calibration, Classification } from './types.js';

/** Results are larger than policies: a calibration keeps up to 1,000 values of each line. */
const RESULT_LIMITS = { ...DEFAULT_LIMITS, bytes: 50_000_000, nodes: 2_000_000, listLength: 100_000 };

type Refuse = (problem: string, pointer: string) => never;

function refuseWith(code: 'calibration/not-understood' | 'classification/not-understood'): Refuse {
  return (problem, pointer) => {
    throw new ClassifierError([referenceIssue(code, pointer, { problem })]);
  };
}

function readObject(json: unknown, refuse: Refuse): JsonObject {
  const { value, issues } = copyJson(json, RESULT_LIMITS);
  const [first] = issues;
  if (first !== undefined) throw new ClassifierError([first, ...issues.slice(1)]);
  return isJsonObject(value) ? value : refuse('it is no object', '');
}

function readText(object: JsonObject, key: string, refuse: Refuse, pointer = ''): string {
  const value = object[key];
  return typeof value === 'string' ? value : refuse(`\`${key}\` must be a text`, `${pointer}/${key}`);
}

function readMember(object: JsonObject, key: string, refuse: Refuse): JsonObject {
  const value = object[key];
  return isJsonObject(value) ? value : refuse(`\`${key}\` must be an object`, `/${key}`);
}

function readTexts(object: JsonObject, key: string, refuse: Refuse): readonly string[] {
  const value = object[key];
  const isTexts = Array.isArray(value) && value.every((element: Json) => typeof element === 'string');
  return isTexts ? value : refuse(`\`${key}\` must be a list of texts`, `/${key}`);
}

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
  const refuse = refuseWith('calibration/not-understood');
  const object = readObject(json, refuse);
  const schema = readText(object, 'schema', refuse);
  if (schema !== 'clientele.calibration/1') refuse('`schema` must be `clientele.calibration/1`', '/schema');
  const { population } = object;
  const calibration: Calibration = {
    schema: 'clientele.calibration/1',
    asOf: readText(object, 'asOf', refuse),
    hash: readText(object, 'hash', refuse),
    fit: readText(object, 'fit', refuse),
    population: typeof population === 'number' ? population : refuse('`population` must be a number', '/population'),
    scores: readMember(object, 'scores', refuse),
  };
  const { hash, ...content } = calibration;
  if (hashJson(content) !== hash) throw new ClassifierError([referenceIssue('calibration/changed', '/hash')]);
  return calibration;
}

const STATUSES = ['matched', 'otherwise', 'ambiguous', 'undetermined', 'overridden'];

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
  const refuse = refuseWith('classification/not-understood');
  const object = readObject(json, refuse);
  if (object['schema'] !== 'clientele.classification/1') refuse('`schema` must be `clientele.classification/1`', '/schema');
  const made = readMember(object, 'policy', refuse);
  if (readText(made, 'id', refuse, '/policy') !== policy.id) refuse(`it was not made by policy \`${policy.id}\``, '/policy/id');
  for (const key of ['customerId', 'asOf'] as const) readText(object, key, refuse);
  const status = readText(object, 'status', refuse);
  if (!STATUSES.includes(status)) refuse(`\`status\` must be one of ${STATUSES.join(', ')}`, '/status');
  const known = policy.segments.flatMap(({ id, formerly = [] }) => [id, ...formerly]);
  const segments = [readText(object, 'segment', refuse), ...readTexts(object, 'matched', refuse), ...readTexts(object, 'undecided', refuse)];
  const stranger = segments.find((segment) => !known.includes(segment));
  if (stranger !== undefined) refuse(`the policy has no segment \`${stranger}\``, '/segment');
  for (const key of ['facts', 'fields', 'scores'] as const) readMember(object, key, refuse);
  if (!Array.isArray(object['findings'])) refuse('`findings` must be a list', '/findings');
  return asClassification(object);
}

/** The members were checked one by one; the compiler cannot follow that through plain data. */
function asClassification(object: JsonObject): Classification {
  return object as JsonObject & Classification;
}
