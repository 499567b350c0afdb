// Rules among the options of a score: read with the policy, answered by the engine, asked by the scorer.
import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classifier/create-classifier.js';
import type { Json } from '../../src/errors/json.js';
import { ClassifierError } from '../../src/errors/classifier-error.js';
import { parsePolicy } from '../../src/policy/parse-policy.js';
import { zhCN } from '../../src/render/locales/zh-CN.js';
import { defineScorer } from '../../src/scorers/define-scorer.js';

const isOptions = (json: Json): json is { readonly when: Json } => typeof json === 'object' && json !== null && 'when' in json;

/** Says what one rule comes to. */
const asks = defineScorer({
  id: 'test:asks',
  version: '1',
  result: 'nominal',
  readOptions: (json): Json => (isOptions(json) ? json.when : true),
  inputs: () => [],
  conditions: (when) => [{ key: 'answer', pointer: '/when', when }],
  bands: () => ['yes', 'no', 'unknown'],
  score: ({ answer }) => ({ value: null, band: answer === null ? 'unknown' : answer === true ? 'yes' : 'no' }),
});
const asOf = '2026-06-30';

function classifierOf(scores: object, change: object = {}) {
  const policy = parsePolicy({ schema: 'clientele.policy/1', id: 'p', version: '1', currency: 'CNY', timeZone: 'UTC', parameters: { line: 100 }, scores, segments: [], ...change }, { scorers: [asks] });
  return createClassifier(policy, { scorers: [asks] });
}
const bandsOf = (classifier: ReturnType<typeof classifierOf>, facts: object) =>
  Object.fromEntries(Object.entries(classifier.score({ customer: { id: '1' }, facts: { ...facts } }, { asOf }).scores).map(([id, { band }]) => [id, band]));

describe('rules among the options of a score', () => {
  const spends = { scorer: 'test:asks', when: { '>=': [{ var: 'netSpend' }, { var: 'parameters.line' }] } };

  it('are true, false or unknown', () => {
    const classifier = classifierOf({ s: spends });
    expect([100, 99.99, null].map((netSpend) => bandsOf(classifier, { netSpend })['s'])).toEqual(['yes', 'no', 'unknown']);
  });

  it('read other scores, which are given before, in any order of the text', () => {
    const both = { scorer: 'test:asks', when: { '==': [{ var: 'scores.z.band' }, 'yes'] } };
    expect(bandsOf(classifierOf({ a: both, z: spends }), { netSpend: 200 })).toEqual({ a: 'yes', z: 'yes' });
  });

  it('make cycles, which are told', () => {
    const of = (id: string) => ({ scorer: 'test:asks', when: { '==': [{ var: `scores.${id}.band` }, 'yes'] } });
    expect(codesOf(() => classifierOf({ a: of('b'), b: of('a') }))).toEqual([['scorer/cycle', '/scores/a']]);
  });

  it('are checked like every rule, at their own place', () => {
    expect(codesOf(() => classifierOf({ s: { scorer: 'test:asks', when: { '>=': [{ var: 'netSpent' }, 1] } } }))).toEqual([['rule/unknown-path', '/scores/s/when/>=/0/var']]);
    expect(codesOf(() => classifierOf({ s: { scorer: 'test:asks', when: { var: 'netSpend' } } }))[0]?.[1]).toMatch(/^\/scores\/s\/when/);
  });

  it('count among the rules that a policy may have', () => {
    const scores = Object.fromEntries(Array.from({ length: 3 }, (_, index) => [`s${String(index)}`, spends]));
    const policy = { schema: 'clientele.policy/1', id: 'p', version: '1', currency: 'CNY', timeZone: 'UTC', parameters: { line: 1 }, scores, segments: [] };
    expect(codesOf(() => parsePolicy(policy, { scorers: [asks], limits: { rules: 2 } }))).toEqual([['policy/too-many-rules', '/rules']]);
  });

  it('say what to load', () => {
    const { parts, customer } = classifierOf({ s: { scorer: 'test:asks', when: { and: [{ '>': [{ var: 'purchases' }, 1] }, { '==': [{ var: 'customer.kind' }, 'person'] }] } } }).requirements({ asOf });
    expect(Object.keys(parts)).toEqual(['transactions']);
    expect(customer).toEqual(['id', 'kind']);
  });

  it('are warned of where they read what is protected', () => {
    const classifier = classifierOf({ s: { scorer: 'test:asks', when: { '>': [{ var: 'ageYears' }, 30] } } });
    expect(classifier.lint().map(({ code, pointer }) => [code, pointer])).toEqual([['lint/protected-attribute', '/scores/s/when/>/0']]);
  });

  it('are given over a population too, for scores that are fitted over such a one', () => {
    const scores = { s: spends, t: { scorer: 'value', cut: { mean: true }, peers: { by: 'scores.s.band', minimum: 1 } } };
    const classifier = classifierOf(scores);
    const population = [50, 60, 200, 300].map((netSpend, index) => ({ customer: { id: String(index) }, facts: { netSpend } }));
    expect(classifier.calibrate(population, { asOf }).scores['t']).toMatchObject({ groups: [{ group: 'no' }, { group: 'yes' }] });
  });

  it('are told in words', () => {
    const classifier = classifierOf({ s: spends });
    expect(classifier.describe()).toContain('net spend is at least CN¥100');
    expect(classifier.describe({ locale: zhCN })).toContain('净消费额不低于 ¥100');
  });
});

function codesOf(run: () => unknown): readonly (readonly string[])[] {
  try {
    run();
  } catch (error) {
    if (ClassifierError.is(error)) return error.issues.map(({ code, pointer }) => [code, pointer]);
    throw error;
  }
  return [];
}
