// Policies below all limits that make reading work: it has to stay linear, and to stop where nothing more would be told.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ClassifierError } from '../../src/errors/classifier-error.js';
import type { Json } from '../../src/errors/json.js';
import { parsePolicy, safeParsePolicy } from '../../src/policy/parse-policy.js';
import { smallPolicy } from './example.js';

const NAMES = 2_000;
const list = <T>(length: number, make: (index: number) => T): readonly T[] => Array.from({ length }, (_, index) => make(index));
const byId = (length: number, id: string, make: (index: number) => Json): Json => Object.fromEntries(list(length, (index) => [`${id}${index}`, make(index)]));
const withRule = (when: Json, more: { readonly [part: string]: Json } = {}): Json => ({ ...smallPolicy(), segments: [{ id: 'x', when }, { id: 'a' }], ...more });

const segments = list(NAMES, (index) => ({ id: `segment-number-${index}` }));
const facts = byId(NAMES, 'someFact', () => ({ type: 'number' }));

describe('many wrong names over many known ones', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  /** Names in small letters are made for each comparison with a known name, and by nothing else that is done so often. */
  function comparisons(policy: Json): { readonly count: number; readonly codes: ReadonlySet<string>; readonly told: number } {
    const toLowerCase = vi.spyOn(String.prototype, 'toLowerCase');
    const { issues } = safeParsePolicy(policy);
    return { count: toLowerCase.mock.calls.length, codes: new Set(issues.map(({ code }) => code)), told: issues.length };
  }

  it.each<[what: string, code: string, policy: Json]>([
    ['ranking', 'policy/unknown-segment', { ...smallPolicy(), segments, otherwise: 'segment-number-0', ranking: list(NAMES, (index) => `segmant-${index}`) }],
    ['rules of segments', 'policy/unknown-segment', { ...smallPolicy(), segments, otherwise: 'segment-number-0', rules: list(900, (index) => ({ id: `r${index}`, segment: `segmant-${index}`, when: { present: { var: 'netSpend' } } })) }],
    ['paths of one rule', 'rule/unknown-path', withRule({ and: list(4_500, (index) => ({ '>': [{ var: `someFcat${index}` }, 1] })) }, { facts })],
    ['paths of many rules', 'rule/unknown-path', { ...smallPolicy(), facts, segments: [...list(900, (index) => ({ id: `s${index}`, when: { '>': [{ var: `someFcat${index}` }, 1] } })), { id: 'a' }] }],
    ['paths of `missing`', 'rule/unknown-path', withRule({ '!': { missing: list(9_000, (index) => `someFcat${index}`) } }, { facts })],
    ['values of an enum', 'rule/unknown-value', { ...smallPolicy(), otherwise: 'segment-number-0', segments: [...segments, { id: 'x', when: { in: [{ var: 'previous.segment' }, list(9_000, (index) => `segmant-${index}`)] } }] }],
    ['facts of measures', 'measure/unknown-fact', { ...smallPolicy(), measures: byId(5_000, 'measure', (index) => ({ ratio: { of: `mesaure${index}x`, to: 'grossSpend' } })) }],
    ['rules of measures', 'rule/unknown-path', { ...smallPolicy(), measures: byId(5_000, 'measure', (index) => ({ when: { '>': [{ var: `mesaure${index}x` }, 1] } })) }],
    ['parameters of scores', 'policy/unknown-parameter', { ...smallPolicy(), parameters: byId(NAMES, 'someParameter', () => 1), scores: byId(NAMES, 's', (index) => ({ scorer: 'value', cut: { fixed: [{ var: `parameters.soemParameter${index}` }] } })) }],
    ['members', 'policy/unknown-option', { ...smallPolicy(), ...(byId(9_000, 'paramters', () => 1) as object) }],
    ['members of segments', 'policy/unknown-option', { ...smallPolicy(), segments: [...list(5_000, (index) => ({ id: `s${index}`, lable: 'x' })), { id: 'a' }] }],
  ])('%s', (_what, code, policy) => {
    const { count, codes, told } = comparisons(policy);
    expect([[...codes], told]).toEqual([[code], 100]);
    const known = 6_000;
    expect(count).toBeLessThan(100 * known);
  });

  it('no message tells thousands of names', () => {
    const { issues } = safeParsePolicy({ ...smallPolicy(), segments, otherwise: 'nobody' }, { expect: { segments: ['a'] } });
    const texts = issues.filter(({ severity }) => severity === 'error').map(({ params }) => JSON.stringify(params));
    expect(texts).toHaveLength(2);
    for (const text of texts) expect(text.length).toBeLessThan(500);
  });
});

describe('warnings without end', () => {
  const unused = list(300, (index) => ({ id: `segment-${index}` }));

  it('do not hide an error', () => {
    const policy = { ...smallPolicy(), segments: [...unused, { id: 'a', when: { '>': [{ var: 'netSpent' }, 1] } }] };
    const { ok, issues } = safeParsePolicy(policy);
    expect([ok, issues.length, issues.at(-1)?.code]).toEqual([false, 100, 'rule/unknown-path']);
    expect(() => parsePolicy(policy)).toThrow(ClassifierError);
  });

  it('do not hide one in the same rule', () => {
    const implausible = list(150, () => ({ '>': [{ var: 'targetCompletion' }, 90] }));
    const { ok, issues } = safeParsePolicy(withRule({ and: [...implausible, { '>': [{ var: 'netSpent' }, 1] }] }));
    expect([ok, issues.filter(({ severity }) => severity === 'error').map(({ code }) => code)]).toEqual([false, ['rule/unknown-path']]);
  });
});

describe('long chains', () => {
  it('of measures are read', () => {
    const length = 15_000;
    const measures = byId(length, 'm', (index) => ({ when: { var: index + 1 < length ? `m${index + 1}` : 'flag' } }));
    const { ok, issues } = safeParsePolicy({ ...smallPolicy(), facts: { flag: { type: 'boolean' } }, measures });
    expect([ok, issues]).toEqual([true, []]);
  });

  it('of scores are read', () => {
    const length = 8_000;
    const scores = byId(length, 's', (index) => ({ scorer: 'value', of: index + 1 < length ? `scores.s${index + 1}.value` : 'netSpend', cut: { fixed: [1] } }));
    const { ok, issues } = safeParsePolicy({ ...smallPolicy(), scores });
    expect([ok, issues]).toEqual([true, []]);
  });

  it('of measures in a circle are one issue, of a length that can be read', () => {
    const length = 8_000;
    const measures = byId(length, 'm', (index) => ({ ratio: { of: `m${(index + 1) % length}`, to: `m${(index + 1) % length}` } }));
    const issues = safeParsePolicy({ ...smallPolicy(), measures }).issues;
    expect(issues.map(({ code, pointer }) => [code, pointer])).toContainEqual(['measure/cycle', '/measures/m0']);
    for (const { params } of issues) expect(JSON.stringify(params).length).toBeLessThan(200);
  });
});

describe('what programs without types may give', () => {
  const issuesOf = (options: unknown) => safeParsePolicy(smallPolicy(), options as Parameters<typeof safeParsePolicy>[1]).issues.map(({ code, pointer }) => [code, pointer]);

  it.each<[unknown, readonly (readonly [string, string])[]]>([
    [{ scorers: [null] }, [['scorer/not-a-scorer', '/scorers/0']]],
    [{ scorers: 'acme:churn' }, [['scorer/not-a-scorer', '/scorers']]],
    [{ scorers: [{ id: 'acme:churn' }, undefined, 1] }, [['scorer/not-a-scorer', '/scorers/0'], ['scorer/not-a-scorer', '/scorers/1'], ['scorer/not-a-scorer', '/scorers/2']]],
    [{ operators: [null] }, [['operator/not-an-operator', '/operators/0']]],
    [{ operators: {} }, [['operator/not-an-operator', '/operators']]],
    [{ operators: [{ id: 'acme:near' }, 'x'] }, [['operator/not-an-operator', '/operators/0'], ['operator/not-an-operator', '/operators/1']]],
  ])('%j', (options, expected) => {
    expect(issuesOf(options)).toEqual(expected);
  });
});

describe('pointers', () => {
  it('are escaped', () => {
    const measures = { 'a/b~c': { count: { 'of/x': 1, of: 'sales' } }, d: { 'cou/nt': 1 } };
    const pointers = safeParsePolicy({ ...smallPolicy(), measures }).issues.map(({ pointer }) => pointer);
    expect(pointers).toEqual(expect.arrayContaining(['/measures/a~1b~0c/count/of~1x', '/measures/d/cou~1nt']));
  });
});

describe('wrong values in measures', () => {
  it.each<[Json, string, string]>([
    [{ change: { of: 'netSpend', back: 0 } }, '/measures/m/change/back', '`back` cannot be `0`: use 1 to 100 windows'],
    [{ change: { of: 'netSpend', as: 'percent' } }, '/measures/m/change/as', '`as` cannot be `"percent"`: use `difference`, `rate`'],
    [{ count: 'sales' }, '/measures/m/count', '`count` cannot be `"sales"`: use { `of`, `where`, `window`, `decay` }'],
  ])('%j', (measure, pointer, message) => {
    const issues = safeParsePolicy({ ...smallPolicy(), window: { last: 'P12M' }, measures: { m: measure } }).issues;
    expect(issues.map((issue) => [issue.code, issue.pointer, issue.message])).toEqual([['measure/wrong-value', pointer, message]]);
  });
});
