// Whatever is set in the options of a score shows when the policy is told: two policies that decide differently never read alike.
import { describe, expect, it } from 'vitest';
import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../src/errors/json.js';
import { policyJsonSchema } from '../../src/policy/json-schema.js';
import { planPolicy, safeParsePolicy } from '../../src/policy/parse-policy.js';
import { describePolicy } from '../../src/render/describe-policy.js';
import { zhCN } from '../../src/render/locales/zh-CN.js';
import { BUILT_IN_SCORERS } from '../../src/scorers/built-in.js';

const v = (path: string): Json => ({ var: path });
const peers = { by: 'customer.kind', minimum: 7, otherwise: 'all' };
const when = { '>': [v('a'), 3] };

/** Scores in which every option is set, and none as it would be without it. */
const specs: readonly JsonObject[] = [
  { scorer: 'abc', of: 'a', shares: [0.5, 0.7], bands: ['x', 'y', 'z'], peers },
  { scorer: 'bands', of: 'a', cut: { fixed: [2, 1], better: 'lower' }, bands: ['x', 'y', 'z'] },
  { scorer: 'bands', of: 'a', cut: { quantile: [0.2, 0.4], type: 6, better: 'lower' }, bands: ['x', 'y', 'z'], peers },
  { scorer: 'bands', of: 'a', cut: { quantile: { classes: 3 }, ties: 'mid', better: 'lower' }, bands: ['x', 'y', 'z'] },
  { scorer: 'bands', of: 'a', cut: { quantile: { classes: 3 }, mode: 'r-rfm', better: 'lower' }, bands: ['x', 'y', 'z'] },
  { scorer: 'bands', of: 'a', cut: { rank: { top: 5 }, better: 'lower' } },
  { scorer: 'bands', of: 'a', cut: { rank: { share: 0.3 } } },
  { scorer: 'bands', of: 'a', cut: { rank: 'top-half', better: 'lower' } },
  { scorer: 'bands', of: 'a', cut: { mean: true, better: 'lower' } },
  { scorer: 'bands', of: 'a', cut: { median: true, better: 'lower' } },
  { scorer: 'bands', of: 'a', cut: { pareto: [0.6, 0.9] } },
  { scorer: 'bands', of: 'a', cut: { natural: { classes: 3 } } },
  { scorer: 'bands', of: 'a', cut: { equalWidth: { classes: 3 }, better: 'lower' } },
  { scorer: 'boston-quadrant', level: 'a', growth: 'b', cut: { level: { mean: true }, growth: { fixed: [2] } }, peers },
  { scorer: 'boston-quadrant', level: 'a', growth: 'b', cut: { median: true } },
  { scorer: 'category', classes: [{ id: 'x', when }, { id: 'y', when: true }] },
  { scorer: 'category', of: 'customer.region.province', taxonomy: [{ id: 'east', label: { en: 'The east', 'zh-CN': '东部' }, values: ['E', 'East'], children: [{ id: 'city', values: ['C'], children: [{ id: 'town' }] }] }, { id: 'south' }] },
  {
    scorer: 'composite', outOf: 50, missing: 'penalise', cut: { fixed: [10] }, bands: ['x', 'y'],
    quantitative: [{ id: 'one', label: 'One', of: 'a', weight: 3, marks: 'best', better: 'lower', missing: 'redistribute' }, { of: 'b', weight: 2, marks: { target: 60, uncapped: true } }],
    qualitative: [{ of: 'c', weight: 5, marks: 'rating', missing: 'redistribute' }, { of: 'customer.kind', weight: 1, marks: { bands: { person: 10, business: 20 } } }, { of: 'd', weight: 1, marks: { steps: [[0, 10], [5, 20]], even: true } }],
    gates: [{ id: 'gate', label: 'Gate', when, total: 0, missing: 'ignore' }, { id: 'second', when, most: 9 }, { id: 'third', when, band: 'x' }],
  },
  {
    scorer: 'engagement', missing: 'penalise', cap: 90, floor: 10, cut: { fixed: [10] }, bands: ['x', 'y'], gates: [{ id: 'gate', when, most: 5, missing: 'ignore' }, { id: 'second', when, total: 1 }, { id: 'third', when, band: 'x' }],
    groups: [{ id: 'whole', label: 'Whole', cap: 80, items: [{ id: 'one', label: 'One', of: 'a', each: 3, times: 4, undecayed: 'b', missing: 'unknown' }, { id: 'two', label: 'Two', when, points: 7, missing: 'unknown' }] }],
  },
  { scorer: 'frequency', of: 'a', cut: { mean: true }, bands: ['x', 'y'], peers },
  { scorer: 'lapse', mode: 'hiatus', lapsedFromDays: 80, dueFromDays: 40 },
  { scorer: 'lapse', mode: 'cadence', lapsedFromGaps: 4, dueFromGaps: 2, minimumGaps: 5 },
  { scorer: 'lapse', mode: 'quantile', quantile: 0.8, priorGaps: 5, peers },
  { scorer: 'lapse', mode: 'silence', lapsedBelow: 0.1, dueBelow: 0.4, shape: 2, minimumGaps: 5 },
  { scorer: 'lapse', mode: 'silence', shape: 'own' },
  { scorer: 'lifecycle-stage', atRiskFromDays: 40, lapsedFromDays: 80, tooNewBelowDays: 20 },
  { scorer: 'lifecycle-stage', mode: 'hysteresis', tooNewBelowDays: 20, stages: [{ id: 'x', when: true }, { id: 'y', when, stay: { '>': [v('a'), 2] } }] },
  { scorer: 'lifecycle-stage', mode: 'ratchet', stages: [{ id: 'x', when: true }, { id: 'y', when }] },
  { scorer: 'loyalty', loyalFromPurchases: 3, loyalFromActiveMonths: 2, newBelowDays: 10 },
  {
    scorer: 'loyalty', mode: 'composite', missing: 'penalise', cut: { fixed: [10] }, bands: ['x', 'y'],
    items: [{ id: 'one', of: 'a', weight: 3, marks: 'best', better: 'lower', missing: 'redistribute' }, { of: 'b', weight: 2, marks: { target: 60, uncapped: true } }, { of: 'c', weight: 1, marks: { steps: [[0, 10], [5, 20]], even: true } }],
  },
  { scorer: 'loyalty', mode: 'attitude', behaviour: { of: 'a', cut: { mean: true } }, attitude: { of: 'customer.kind', classes: [['person', 'business'], 'government'] }, peers },
  { scorer: 'loyalty', mode: 'ladder', stages: [{ id: 'x', when: true }, { id: 'y', when }] },
  { scorer: 'loyalty', mode: 'share-of-wallet', of: 'a', cut: { mean: true }, bands: ['x', 'y'], peers },
  { scorer: 'loyalty', mode: 'wallet-allocation', rank: 'a', brands: 'b', cut: { mean: true }, bands: ['x', 'y'], peers },
  { scorer: 'matrix', rows: { of: 'a', cut: { mean: true } }, columns: { of: 'customer.kind', classes: ['person', ['business', 'government']] }, cells: [['p', 'q'], ['r', 's']], peers },
  { scorer: 'need', needs: [{ id: 'x', of: 'a' }, { id: 'y', of: 'b' }], lead: 0.2, minimum: 0.3, otherwise: 'neither' },
  { scorer: 'payment-timeliness', mode: 'days', of: 'b', zeroFromDays: 30, cut: { mean: true }, bands: ['x', 'y'], peers },
  { scorer: 'payment-timeliness', mode: 'trend', of: 'c', cut: { fixed: [1] }, bands: ['x', 'y'] },
  { scorer: 'recency', of: 'b', cut: { median: true }, bands: ['x', 'y'], peers },
  {
    scorer: 'rfm', cut: { quantile: { classes: 3 } }, binning: 'nested', countFrom: 0, minimumFrequency: 2, minimumCustomers: 30, peers,
    recency: { of: 'a', cut: { mean: true }, weight: 2 }, frequency: { of: 'b', weight: 3 }, monetary: { of: 'c', cut: { fixed: [5], better: 'lower' }, weight: 4 },
    table: [{ band: 'x', recency: [1, 1], frequency: [0, 1], monetary: [1, 1], frequencyMonetary: [0, 1] }, { band: 'y', codes: ['000', '010'] }, { band: 'z' }],
  },
  { scorer: 'rfm', table: 'none' },
  {
    scorer: 'scorecard', outOf: 50, missing: 'redistribute', cap: 90, floor: 10, cut: { fixed: [10] }, bands: ['x', 'y'], gates: [{ id: 'gate', when, band: 'x', missing: 'ignore' }, { id: 'other', when, most: 60 }, { id: 'last', when, total: 5 }],
    groups: [
      { id: 'buying', label: 'Buying', weight: 3, cap: 40, items: [{ id: 'one', of: 'a', weight: 2, marks: 'min-max', better: 'lower', missing: 'unknown' }, { of: 'b', weight: 3, marks: { steps: [[0, 10], [5, 20]], even: true } }] },
      { id: 'service', weight: 1, items: [{ of: 'c', weight: 1, marks: 'rank' }, { id: 'times', of: 'd', each: 2, times: 3, undecayed: 'a' }, { id: 'plan', of: 'd', weight: 1, marks: { target: 9, uncapped: true } }, { id: 'rule', when, points: 4, missing: 'penalise' }] },
    ],
  },
  { scorer: 'value', of: 'a', cut: { mean: true }, bands: ['x', 'y'], peers, potential: { of: 'b', cut: { median: true } } },
];

const policyOf = (score: Json): Json => ({
  schema: 'clientele.policy/1', id: 'p', version: '1', currency: 'EUR', timeZone: 'UTC', segments: [], scores: { s: score },
  facts: Object.fromEntries(['a', 'b', 'c', 'd'].map((id) => [id, { type: 'number' }])),
});
/** The policy in both languages; undefined where it is refused. */
function told(score: Json): readonly string[] | undefined {
  const read = planPolicy(policyOf(score));
  return read.ok ? [describePolicy(read.value, undefined), describePolicy(read.value, zhCN)] : undefined;
}

const schema = policyJsonSchema() as unknown as { readonly $defs: { readonly [name: string]: JsonObject } };

/** What a schema says, with the parts that it refers to; rules and words for people are others' matter. */
function* schemasIn(json: Json | undefined, seen: Set<string> = new Set()): Generator<JsonObject> {
  if (isJsonList(json)) for (const each of json) yield* schemasIn(each, seen);
  if (!isJsonObject(json)) return;
  const name = typeof json['$ref'] === 'string' ? json['$ref'].replace('#/$defs/', '') : undefined;
  if (name !== undefined && !['rule', 'text', 'parameter'].includes(name) && !seen.has(name)) {
    seen.add(name);
    yield* schemasIn(schema.$defs[name], seen);
  }
  yield json;
  for (const [member, inner] of Object.entries(json)) if (member !== '$ref') yield* schemasIn(inner, seen);
}
const isWords = (name: string): boolean => ['scorer', 'label', 'bandLabels', 'note'].includes(name);

/** The options of a scorer, however deep. */
function optionsOf(scorer: string): readonly string[] {
  const own = [...schemasIn(schema.$defs['score']?.['allOf'])].find((each) => each['description'] === `Options of the scorer \`${scorer}\`.`);
  const names = [...schemasIn(own)].flatMap(({ properties }) => (isJsonObject(properties) ? Object.keys(properties) : []));
  return [...new Set(names)].filter((name) => !isWords(name)).sort();
}
/** The words that options are one of, by the name of the option. */
const choices = new Map<string, Set<string>>();
for (const { properties } of schemasIn(schema.$defs['score']?.['allOf'])) {
  for (const [name, option] of isJsonObject(properties) ? Object.entries(properties).filter(([each]) => each !== 'scorer' && each !== 'items') : []) {
    const { properties: _inner, ...own } = isJsonObject(option) ? option : {};
    for (const { const: word, enum: words } of schemasIn(own)) {
      for (const each of [word, ...(isJsonList(words) ? words : [])]) if (typeof each === 'string') choices.set(name, (choices.get(name) ?? new Set()).add(each));
    }
  }
}

function namesIn(json: Json): readonly string[] {
  if (isJsonList(json)) return json.flatMap(namesIn);
  if (!isJsonObject(json) || Object.hasOwn(json, 'var') || Object.hasOwn(json, '>')) return [];
  return Object.entries(json).flatMap(([name, member]) => [name, ...(name === 'bands' && isJsonObject(member) ? [] : namesIn(member))]);
}

/** Everything that can be made of an option by one change: a member less, another figure, another word. */
function changesOf(json: Json, name = ''): readonly Json[] {
  if (typeof json === 'boolean') return [!json];
  if (typeof json === 'number') return [json + 1, json + 0.125];
  if (typeof json === 'string') return [...(choices.get(name) ?? []), 'a', 'other'].filter((word) => word !== json);
  if (isJsonList(json)) {
    const shorter = json.map((_, index) => json.filter((_each, other) => other !== index));
    return [...shorter, [...json].reverse(), ...json.flatMap((each, index) => changesOf(each, name).map((change) => json.map((other, place) => (place === index ? change : other))))];
  }
  if (!isJsonObject(json)) return [];
  return Object.entries(json).filter(([option]) => !isWords(option)).flatMap(([option, member]): readonly Json[] => {
    const { [option]: _gone, ...others } = json;
    return [others, ...changesOf(member, option).map((change) => ({ ...json, [option]: change }))];
  });
}
const isSame = (one: Json, other: Json): boolean => JSON.stringify(one) === JSON.stringify(other);

describe('the options of scores', () => {
  it.each(Object.keys(BUILT_IN_SCORERS))('are all here: %s', (id) => {
    const own = specs.filter(({ scorer }) => scorer === id);
    const used = new Set([...own.flatMap(namesIn)].filter((name) => !isWords(name)));
    const ofCuts = new Set(specs.filter(({ scorer }) => scorer === 'bands').flatMap(namesIn));
    expect(optionsOf(id).filter((name) => !used.has(name) && !ofCuts.has(name))).toEqual([]);
    for (const spec of own) expect(safeParsePolicy(policyOf(spec)).issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it.each(specs.map((spec) => [spec] as const))('are told: any change of %j reads otherwise, in both languages', (spec) => {
    const before = told(spec);
    const alike = changesOf(spec).filter((change) => {
      const after = isSame(change, spec) ? undefined : told(change);
      return after !== undefined && after.some((text, index) => text === before?.[index]);
    });
    expect(alike).toEqual([]);
  });

  it('have words for each of their choices, none as it stands in the policy', () => {
    const texts = specs.flatMap((spec) => told(spec) ?? []).join('\n');
    const words = [...choices.values()].flatMap((each) => [...each]);
    expect(words).toEqual(expect.arrayContaining(['best', 'redistribute', 'nested', 'ageing', 'own', 'mid', 'r-rfm']));
    expect(words.filter((word) => texts.includes(`“${word}”`))).toEqual([]);
  });
});
