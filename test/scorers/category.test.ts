import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classifier/create-classifier.js';
import { ClassifierError } from '../../src/errors/classifier-error.js';
import type { Json } from '../../src/errors/json.js';
import { definePolicy } from '../../src/policy/define-policy.js';
import type { Policy } from '../../src/policy/types.js';
import { formatExplanation } from '../../src/render/format-explanation.js';
import { zhCN } from '../../src/render/locales/zh-CN.js';
import { category } from '../../src/scorers/category.js';
import { bind, problemsOf } from './kit.js';

const taxonomy = [
  { id: 'east', values: ['East'], children: [{ id: 'shanghai', values: ['上海', '上海市'], children: [{ id: 'pudong' }] }, { id: 'jiangsu' }] },
  { id: 'south' },
];
const byProvince = { of: 'customer.region.province', taxonomy };

describe('a taxonomy', () => {
  const { score, bands } = bind(category, byProvince);
  const of = (value: string | null) => score({ 'customer.region.province': value });

  it('gives the class that has the word, never one above it', () => {
    expect(['East', 'east', '上海市', 'pudong', 'south'].map((value) => of(value).band)).toEqual(['east', 'east', 'shanghai', 'pudong', 'south']);
    expect(bands).toEqual(['east', 'shanghai', 'pudong', 'jiangsu', 'south']);
  });

  it('does not guess', () => {
    expect(['EAST', '__proto__', 'toString'].map((value) => of(value))).toEqual(Array.from({ length: 3 }, () => ({ value: null, band: null, reason: 'category/unknown-value' })));
    expect([of(null), of(' ')].map(({ reason }) => reason)).toEqual(['score/missing-fact', 'score/missing-fact']);
  });
});

describe('rules', () => {
  const classes = [{ id: 'a', when: { '>=': [{ var: 'netSpend' }, 1] } }, { id: 'b', when: true }];
  const { score } = bind(category, { classes });
  const of = (first: boolean | null, second: boolean | null) => score({ '?/classes/0': first, '?/classes/1': second });

  it('give the first class that holds; one before it that is unknown leaves all undecided', () => {
    expect([of(true, null).band, of(false, true).band]).toEqual(['a', 'b']);
    expect([of(null, true).reason, of(false, null).reason, of(false, false).reason]).toEqual(['category/undecided', 'category/undecided', 'category/none']);
  });

  it('are asked by the engine', () => {
    const classifier = createClassifier(definePolicy({
      schema: 'clientele.policy/1', id: 'x', version: '1', currency: 'CNY', timeZone: 'UTC',
      scores: { size: { scorer: 'category', classes: [{ id: 'large', when: { '>=': [{ var: 'netSpend' }, 1000] } }, { id: 'small', when: true }] } }, segments: [],
    }));
    const band = (netSpend: number | null) => classifier.score({ customer: { id: 'a' }, facts: { netSpend } }, { asOf: '2026-06-30' }).scores.size;
    expect([band(1000).band, band(999.99).band, band(null).reason]).toEqual(['large', 'small', 'category/undecided']);
  });
});

describe('within', () => {
  const classify = (when: Json, province: string) => createClassifier({
    schema: 'clientele.policy/1', id: 'x', version: '1', currency: 'CNY', timeZone: 'UTC', parameters: { area: 'east' },
    scores: { region: { scorer: 'category', ...byProvince } }, segments: [{ id: 'in', when: when as never }, { id: 'out' }], otherwise: 'out',
  }).classify({ customer: { id: 'a', region: { province } } }, { asOf: '2026-06-30' });
  const band = { var: 'scores.region.band' };
  const codes = (when: Json): readonly string[] => {
    try {
      classify(when, 'x');
      return [];
    } catch (error) {
      return ClassifierError.is(error) ? error.issues.map(({ code, pointer }) => `${code} ${pointer}`) : [];
    }
  };

  it('holds for a class and all below it', () => {
    const held = (wanted: Json) => ['east', 'shanghai', 'pudong', 'jiangsu', 'south'].filter((value) => classify({ within: [band, wanted] }, value).segment === 'in');
    expect(held('east')).toEqual(['east', 'shanghai', 'pudong', 'jiangsu']);
    expect(held('shanghai')).toEqual(['shanghai', 'pudong']);
    expect(held(['shanghai', 'south'])).toEqual(['shanghai', 'pudong', 'south']);
    expect(held({ var: 'parameters.area' })).toEqual(['east', 'shanghai', 'pudong', 'jiangsu']);
  });

  it('is unknown where the class is', () => {
    expect(classify({ within: [band, 'east'] }, 'nowhere').status).toBe('undetermined');
  });

  it('is refused for what has no tree, and for a class that is not there', () => {
    expect(codes({ within: [{ var: 'customer.kind' }, 'person'] })).toEqual(['rule/type-mismatch /segments/0/when/within/0']);
    expect(codes({ within: [band, 'esat'] })[0]).toMatch(/^rule\/\S+ \/segments\/0\/when\/within\/1$/);
    expect(codes({ within: [band] })).toEqual(['rule/wrong-arity /segments/0/when/within']);
  });
});

describe('labels of a tree', () => {
  const label = (en: string, chinese: string) => ({ en, 'zh-CN': chinese });
  const labelled = [
    { id: 'east', label: label('East China', '华东'), children: [{ id: 'shanghai', label: label('Shanghai', '上海'), values: ['上海市'], children: [{ id: 'pudong' }] }] },
    { id: 'south', label: 'The south' },
  ];
  const policyWith = (tree: typeof labelled | typeof taxonomy, bandLabels?: { readonly [band: string]: string }): Policy => ({
    schema: 'clientele.policy/1', id: 'x', version: '1', currency: 'CNY', timeZone: 'UTC',
    scores: { region: { scorer: 'category', of: 'customer.region.province', taxonomy: tree, label: label('Region', '大区'), ...(bandLabels === undefined ? {} : { bandLabels }) } },
    segments: [{ id: 'eastern', when: { within: [{ var: 'scores.region.band' }, 'east'] } }, { id: 'others' }], otherwise: 'others',
  });
  const classifier = createClassifier(policyWith(labelled));
  const told = (locale?: typeof zhCN) =>
    formatExplanation(classifier.explain(classifier.classify({ customer: { id: 'a', region: { province: '上海市' } } }, { asOf: '2026-06-30' })), locale === undefined ? {} : { locale });

  it('are what explanations call its classes', () => {
    expect(told()).toContain('Region is Shanghai, one of East China, Shanghai, pudong');
    expect(told(zhCN)).toContain('大区为上海，属于华东、上海、pudong 之一');
  });

  it('are what the policy in words calls them, beside the words that mean them', () => {
    expect(classifier.describe()).toContain('  - East China (east): Shanghai (shanghai; “上海市”; within it: pudong)\n  - The south (south)\n');
    expect(classifier.describe({ locale: zhCN })).toContain('  - 华东（east）：上海（shanghai；“上海市”；下级：pudong）\n  - The south（south）\n');
    expect(classifier.describe()).toContain('Region is one of East China, Shanghai, pudong');
  });

  it('are what an editor of rules offers', () => {
    const values = [{ value: 'east', label: '华东' }, { value: 'shanghai', label: '上海' }, { value: 'pudong', label: 'pudong' }, { value: 'south', label: 'The south' }];
    expect(classifier.fields({ locale: zhCN }).find(({ path }) => path === 'scores.region.band')?.values).toEqual(values);
  });

  it('come after those that the score gives its bands', () => {
    expect(createClassifier(policyWith(labelled, { shanghai: 'The city' })).describe()).toContain('East China (east): The city (shanghai;');
  });

  it('change neither hash of a fit nor class', () => {
    expect(classifier.hashes.fit).toBe(createClassifier(policyWith([{ id: 'east', children: [{ id: 'shanghai', values: ['上海市'], children: [{ id: 'pudong' }] }] }, { id: 'south' }] as typeof taxonomy)).hashes.fit);
  });

  it('lack a language that others have: a warning, at its place', () => {
    const found = classifier.lint().filter(({ code }) => code === 'lint/label-missing');
    expect(found.map(({ pointer, message }) => `${pointer}: ${message}`)).toEqual(['/scores/region/taxonomy/1/label: the label of class `south` of `region` has no `zh-CN`: add it, as the other labels have it']);
  });
});

describe('options', () => {
  it.each<readonly [Json, string]>([
    [{}, ': a category has either `classes` with rules, or `of` and `taxonomy`: give one of the two'],
    [{ ...byProvince, classes: [] }, ': a category has either `classes` with rules, or `of` and `taxonomy`: give one of the two'],
    [{ taxonomy }, '/of: `of` must be the path of a fact, such as `netSpend`: add it'],
    [{ of: 'x', taxonomy: [] }, '/taxonomy: `taxonomy` must be a list of classes, each a class with an `id`, such as { "id": "east", "values": ["Shanghai"], "children": [] }'],
    [{ of: 'x', taxonomy: [{ id: 'a' }, { id: 'a' }] }, '/taxonomy/1/id: the class `a` stands twice: give each its own id'],
    [{ of: 'x', taxonomy: [{ id: 'a', values: ['v'] }, { id: 'b', values: ['v'] }] }, '/taxonomy/1/values: `v` is a value of `a` already: keep it in one class'],
    [{ of: 'x', taxonomy: [{ id: 'a', values: 'v' }] }, '/taxonomy/0/values: `values` must be a list of texts'],
    [{ of: 'x', taxonomy: [{ ID: 'a' }] }, '/taxonomy/0/ID: unknown option `ID`: use id, label, values, children'],
    [{ of: 'x', taxonomy: [{ id: 'a', children: [{ id: 'b', label: { en: '' } }] }] }, '/taxonomy/0/children/0/label: `label` must be a text, or texts by language such as { "en": "Gold", "zh-CN": "金牌" }'],
    [{ classes: [{ id: 'a' }] }, '/classes/0/when: `when` must be a rule: add it, or true for a last class that takes everybody'],
    [{ classes: [{ id: '', when: true }] }, '/classes/0/id: `id` must be a text that is not blank'],
    [{ classes: [{ id: 'a', when: true }, { id: 'a', when: true }] }, '/classes: the class `a` stands twice: give each its own id'],
    [{ classes: 1 }, '/classes: `classes` must be a list of classes, each with an `id` and a rule `when`'],
  ])('%j', (json, first) => expect(problemsOf(category, json).map(({ pointer, message }) => `${pointer}: ${message}`)[0]).toBe(first));
});
