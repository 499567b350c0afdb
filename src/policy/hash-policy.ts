import { throwErrors } from '../errors/classifier-error.js';
import type { Json } from '../errors/json.js';
import { hashJson } from '../internal/canonical.js';
import { copyJson } from '../internal/copy-json.js';
import { DEFAULT_LIMITS } from '../internal/limits.js';
import type { Policy } from './types.js';

type JsonObject = { readonly [key: string]: Json };
/** What a policy that was read has under ids: plain JSON. */
type Definitions = { readonly [id: string]: JsonObject };

/**
 * Gives the fingerprint of a policy: two policies have the same one if they say the same.
 *
 * It is `sha256:` and the hash of the policy's canonical JSON (RFC 8785), so the order of keys and the spaces of a file do not matter;
 * labels and notes do. Throws a `ClassifierError` for what is not plain JSON data or larger than the default limits; whether it is a
 * proper policy is not checked.
 *
 * @example
 * import { hashPolicy, definePolicy } from 'clientele';
 * const policy = definePolicy({ schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'CNY', timeZone: 'UTC', segments: [] });
 * const same = definePolicy({ segments: [], timeZone: 'UTC', id: 'shop', version: '1', currency: 'CNY', schema: 'clientele.policy/1' });
 * hashPolicy(policy) === hashPolicy(same); // => true
 */
export function hashPolicy(policy: Policy<string, string, string, string, string>): string {
  const { value, issues } = copyJson(policy, DEFAULT_LIMITS);
  throwErrors(issues);
  return hashJson(value ?? null);
}

/** A plug-in as far as a calibration depends on it. */
interface PlugIn {
  readonly id: string;
  readonly version: string;
}

/**
 * The part of a policy that a calibration depends on: what goes into the scores of a population, without words.
 *
 * Of the plug-ins and parameters only those count that the measures and scores use.
 */
export function fitPart(policy: Policy, plugIns: readonly PlugIn[] = []): Json {
  const measures = withoutUnits(withoutWords(policy.measures as Definitions | undefined));
  const scores = withoutInnerWords(withoutBandLabels(withoutWords(policy.scores as Definitions | undefined)));
  const used = usedNames([measures, scores]);
  const parameters = Object.entries(policy.parameters ?? {}).filter(([id]) => used.has(`parameters.${id}`));
  const versions = plugIns.filter(({ id }) => used.has(id)).map(({ id, version }) => [id, version] as const);
  return {
    currency: policy.currency,
    timeZone: policy.timeZone,
    window: (policy.window as Json | undefined) ?? null,
    fiscalYearStart: policy.fiscalYearStart ?? 1,
    measures,
    scores,
    facts: declarations(policy.facts as Definitions | undefined),
    attributes: declarations(policy.attributes as Definitions | undefined),
    parameters: Object.fromEntries(parameters),
    plugIns: Object.fromEntries(versions),
  };
}

/** The fingerprint that binds a calibration to what it was fitted for. */
export function hashFit(policy: Policy, plugIns: readonly PlugIn[] = []): string {
  return hashJson(fitPart(policy, plugIns));
}

function isList(json: Json | undefined): json is readonly Json[] {
  return Array.isArray(json);
}

/** Definitions by id, without what is only shown. */
function withoutWords(definitions: Definitions = {}): Definitions {
  return Object.fromEntries(Object.entries(definitions).map(([id, { label: _label, note: _note, ...rest }]) => [id, rest]));
}

/** What the bands of scores are called is only shown. */
function withoutBandLabels(definitions: Definitions): Definitions {
  return Object.fromEntries(Object.entries(definitions).map(([id, { bandLabels: _bandLabels, ...rest }]) => [id, rest]));
}

/** Groups, items and stages of scores have labels and notes too. A scorer of the host's own may have options of these names. */
function withoutInnerWords(scores: Definitions): Definitions {
  return Object.fromEntries(Object.entries(scores).map(([id, score]) => [id, isOfPlugIn(score) ? score : membersWithoutWords(score)]));
}

function isOfPlugIn({ scorer }: JsonObject): boolean {
  return typeof scorer === 'string' && scorer.includes(':');
}

/** A band may be called `label` too, but what it has is a figure. */
function isText(name: string, json: Json): boolean {
  if (name !== 'label' && name !== 'note') return false;
  return typeof json === 'string' || (typeof json === 'object' && json !== null && Object.hasOwn(json, 'en'));
}

function membersWithoutWords(object: JsonObject): JsonObject {
  const members = Object.entries(object).filter(([name, json]) => !isText(name, json));
  return Object.fromEntries(members.map(([name, json]) => [name, anyWithoutWords(json)]));
}

function anyWithoutWords(json: Json): Json {
  if (isList(json)) return json.map(anyWithoutWords);
  return typeof json === 'object' && json !== null ? membersWithoutWords(json) : json;
}

/** What one is called is only shown too; but a scorer of the host's own may have an option of that name. */
function withoutUnits(definitions: Definitions): Definitions {
  return Object.fromEntries(Object.entries(definitions).map(([id, { unit: _unit, ...rest }]) => [id, rest]));
}

/** Declarations without words: of the values of an enum only their names count. */
function declarations(definitions: Definitions | undefined): Definitions {
  const entries = Object.entries(withoutUnits(withoutWords(definitions))).map(([id, { values, ...rest }]): readonly [string, JsonObject] => {
    const names = isList(values) ? values : Object.keys(values ?? {});
    return [id, values === undefined ? rest : { ...rest, values: [...names].sort() }];
  });
  return Object.fromEntries(entries);
}

/** All texts and names of members in it: whatever is used by name is among them. */
function usedNames(json: Json, names: Set<string> = new Set()): ReadonlySet<string> {
  if (typeof json === 'string') names.add(json);
  else if (isList(json)) json.forEach((element) => usedNames(element, names));
  else if (typeof json === 'object' && json !== null) {
    for (const [name, member] of Object.entries(json)) {
      names.add(name);
      usedNames(member, names);
    }
  }
  return names;
}
