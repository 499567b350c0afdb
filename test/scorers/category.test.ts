import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classifier/create-classifier.js';
import { ClassifierError } from '../../src/errors/classifier-error.js';
import type { Json } from '../../src/errors/json.js';
import { definePolicy } from '../../src/policy/define-policy.js';
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

describe('options', () => {
  it.each<readonly [Json, string]>([
    [{}, ': a category has either `classes` with rules, or `of` and `taxonomy`: give one of the two'],
    [{ ...byProvince, classes: [] }, ': a category has either `classes` with rules, or `of` and `taxonomy`: give one of the two'],
    [{ taxonomy }, '/of: `of` must be the path of a fact, such as `netSpend`: add it'],
    [{ of: 'x', taxonomy: [] }, '/taxonomy: `taxonomy` must be a list of classes, each a class with an `id`, such as { "id": "east", "values": ["Shanghai"], "children": [] }'],
    [{ of: 'x', taxonomy: [{ id: 'a' }, { id: 'a' }] }, '/taxonomy/1/id: the class `a` stands twice: give each its own id'],
    [{ of: 'x', taxonomy: [{ id: 'a', values: ['v'] }, { id: 'b', values: ['v'] }] }, '/taxonomy/1/values: `v` is a value of `a` already: keep it in one class'],
    [{ of: 'x', taxonomy: [{ id: 'a', values: 'v' }] }, '/taxonomy/0/values: `values` must be a list of texts'],
    [{ of: 'x', taxonomy: [{ ID: 'a' }] }, '/taxonomy/0/ID: unknown option `ID`: use id, values, children'],
    [{ classes: [{ id: 'a' }] }, '/classes/0/when: `when` must be a rule: add it, or true for a last class that takes everybody'],
    [{ classes: [{ id: '', when: true }] }, '/classes/0/id: `id` must be a text that is not blank'],
    [{ classes: [{ id: 'a', when: true }, { id: 'a', when: true }] }, '/classes: the class `a` stands twice: give each its own id'],
    [{ classes: 1 }, '/classes: `classes` must be a list of classes, each with an `id` and a rule `when`'],
  ])('%j', (json, first) => expect(problemsOf(category, json).map(({ pointer, message }) => `${pointer}: ${message}`)[0]).toBe(first));
});
