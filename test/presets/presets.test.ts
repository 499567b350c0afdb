import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classifier/create-classifier.js';
import type { Text } from '../../src/errors/json.js';
import { hashPolicy } from '../../src/policy/hash-policy.js';
import { parsePolicy } from '../../src/policy/parse-policy.js';
import type { Policy } from '../../src/policy/types.js';
import {
  abc, aipl, customerLevels, customerType, distributorType, fitEngagement, geography, hubspotLifecycle, importance, industry, lifecycleActive, lifecycleLoyal, listedGrowth, loyaltyClasses, needType, ownership, profitDuration, salesStages,
  spendCapacity, spendingTier, valuePotential, valueTier,
  dealerScorecard, pharmaDealer, retail, rfm, rfmBraze, rfmEight, rfmKlaviyo, rfmPutler, rfmR,
} from '../../src/presets/index.js';
import * as everyPreset from '../../src/presets/index.js';
import { filesUnder } from '../project.js';

const presets: readonly (readonly [name: string, preset: Policy])[] = [
  ['dealerScorecard', dealerScorecard], ['pharmaDealer', pharmaDealer], ['retail', retail],
  ['rfm', rfm], ['rfmBraze', rfmBraze], ['rfmEight', rfmEight], ['rfmKlaviyo', rfmKlaviyo], ['rfmPutler', rfmPutler], ['rfmR', rfmR],
  ['abc', abc],
  ['aipl', aipl],
  ['customerLevels', customerLevels],
  ['customerType', customerType],
  ['distributorType', distributorType],
  ['fitEngagement', fitEngagement],
  ['geography', geography],
  ['hubspotLifecycle', hubspotLifecycle],
  ['importance', importance],
  ['industry', industry],
  ['lifecycleActive', lifecycleActive],
  ['lifecycleLoyal', lifecycleLoyal],
  ['listedGrowth', listedGrowth],
  ['loyaltyClasses', loyaltyClasses],
  ['needType', needType],
  ['ownership', ownership],
  ['profitDuration', profitDuration],
  ['salesStages', salesStages],
  ['spendCapacity', spendCapacity],
  ['spendingTier', spendingTier],
  ['valuePotential', valuePotential],
  ['valueTier', valueTier],
];

/** Presets in which no class is better than another. */
const WITHOUT_RANKING = ['customer-type', 'distributor-type', 'geography', 'industry', 'need-type', 'ownership'];
const WITH_PROSPECTS = ['rfm', 'rfm-eight', 'rfm-klaviyo', 'rfm-putler'];

/** Segments that are no judgement of a customer. */
const UNRANKED: { readonly [preset: string]: readonly string[] } = {
  retail: ['prospect', 'new', 'to-review'], 'pharma-dealer': ['new', 'to-review'], 'dealer-scorecard': ['new', 'to-review'], 'rfm-braze': ['prospect', 'others', 'to-review'], 'rfm-r': ['prospect', 'others', 'to-review'],
};

/** Every label that a policy carries, with where it stands. */
function labelsOf({ id, label, scores = {}, segments }: Policy): readonly (readonly [place: string, label: Text | undefined])[] {
  return [
    [id, label],
    ...Object.entries(scores).map(([score, spec]) => [`score ${score}`, spec.label] as const),
    ...segments.flatMap((segment) => [
      [`segment ${segment.id}`, segment.label] as const,
      ...(segment.publicLabel === undefined ? [] : [[`public label of ${segment.id}`, segment.publicLabel] as const]),
      ...(segment.actions ?? []).map((action) => [`action ${action.id} of ${segment.id}`, action.label] as const),
    ]),
  ];
}

/** Every module that exports a preset, by what it exports. */
const modules = filesUnder('src/presets', (path) => path.endsWith('.ts')).flatMap(({ path, text }) =>
  [...text.matchAll(/export const (\w+) = (?:freezeJson|bandPolicy|rfmPolicy)\(/g)].map(([, name = '']) => ({ name, path, text })));

it('every preset is exported and tested here, and its documentation has an example', () => {
  expect(modules.map(({ name }) => name).sort()).toEqual(presets.map(([name]) => name).sort());
  expect(Object.keys(everyPreset).sort()).toEqual(presets.map(([name]) => name).sort());
  expect(modules.filter(({ text }) => !text.includes(' * @example\n')).map(({ path }) => path)).toEqual([]);
});

/** The same document with the members of every object in the opposite order. */
function turned(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(turned);
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(Object.entries(json).reverse().map(([key, value]) => [key, turned(value)]));
}

describe.each(presets)('%s', (_, preset) => {
  it('has nothing that lint would mend', () => {
    expect(createClassifier(preset).lint()).toEqual([]);
  });

  it('has every label in English and Chinese, and the Chinese ones are', () => {
    const labels = labelsOf(preset);
    const wanting = labels.filter(([, label]) => typeof label !== 'object' || !/\p{Script=Han}/u.test(label['zh-CN'] ?? '') || !/^[\x20-\x7e]+$/.test(label.en));
    expect(labels.length).toBeGreaterThan(8);
    expect(wanting).toEqual([]);
  });

  it('recommends for every segment what to do, and what for', () => {
    const actions = preset.segments.flatMap(({ actions: own = [], id }) => own.map((action) => ({ segment: id, ...action })));
    expect(preset.segments.filter(({ actions: own = [] }) => own.length === 0)).toEqual([]);
    expect(actions.filter(({ kind, goal }) => kind === undefined || goal === undefined)).toEqual([]);
    expect(new Set(actions.map(({ segment, id }) => `${segment} ${id}`)).size).toBe(actions.length);
  });

  it('has a note on every segment', () => {
    expect(preset.segments.filter(({ note = '' }) => note === '').map(({ id }) => id)).toEqual([]);
  });

  it('survives JSON and the order of keys', () => {
    const text = JSON.stringify(turned(preset));
    const read = parsePolicy(JSON.parse(text));
    expect(hashPolicy(read)).toBe(hashPolicy(preset));
    expect(createClassifier(read).hashes).toEqual(createClassifier(preset).hashes);
  });

  it('ranks all segments but those that are no judgement', () => {
    const unranked = preset.segments.map(({ id }) => id).filter((id) => preset.ranking?.includes(id) !== true);
    const all = preset.segments.map(({ id }) => id);
    const usual = WITHOUT_RANKING.includes(preset.id) ? all : WITH_PROSPECTS.includes(preset.id) ? ['prospect', 'to-review'] : ['to-review'];
    expect(unranked).toEqual(UNRANKED[preset.id] ?? usual);
  });

  it('cannot be changed: everybody has the same one', () => {
    expect(() => Object.assign(preset, { otherwise: 'x' })).toThrow(TypeError);
    expect(() => Object.assign(preset.segments[0] ?? {}, { id: 'x' })).toThrow(TypeError);
  });
});
