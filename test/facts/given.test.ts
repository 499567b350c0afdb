// What the host gives: facts, fields of the customer, assessments.
import vm from 'node:vm';
import { describe, expect, it } from 'vitest';
import { asRecord, fact, noticed, read, readerOf, recordOf, sale } from './kit.js';

const TYPES = {
  number: { type: 'number' },
  ratio: { type: 'ratio' },
  count: { type: 'count' },
  days: { type: 'days' },
  money: { type: 'money' },
  boolean: { type: 'boolean' },
  date: { type: 'date' },
  text: { type: 'text' },
  enum: { type: 'enum', values: ['a', 'b'] },
  list: { type: 'list' },
};
const ofType = (type: string) => Object.fromEntries([['own', TYPES[type as keyof typeof TYPES]]]);
const foreignDate: unknown = vm.runInNewContext('new Date("2026-06-29T16:00:00Z")');
const foreignList: unknown = vm.runInNewContext('["x", 1]');

const GOOD: readonly (readonly [string, unknown, unknown])[] = [
  ['number', -1.5, -1.5],
  ['number', 0, 0],
  ['ratio', 0.93, 0.93],
  ['count', 3, 3],
  ['days', 0, 0],
  ['money', 12.5, 12.5],
  ['money', '12.5000', 12.5],
  ['money', { minor: 1250 }, 12.5],
  ['money', '-3', -3],
  ['boolean', false, false],
  ['date', '2026-06-30', '2026-06-30'],
  ['date', '2026-06-29T16:00:00Z', '2026-06-30'],
  ['date', new Date('2026-06-29T16:00:00Z'), '2026-06-30'],
  ['date', foreignDate, '2026-06-30'],
  ['text', ' x ', ' x '],
  ['enum', 'b', 'b'],
  ['list', ['x', 1], ['x', 1]],
  ['list', foreignList, ['x', 1]],
  ['list', [], []],
];
const MISSING: readonly (readonly [string, unknown])[] = [['number', null], ['number', Number.NaN], ['number', Number.POSITIVE_INFINITY], ['money', ''], ['text', '  '], ['enum', ''], ['date', ''], ['list', null], ['boolean', undefined]];
const WRONG: readonly (readonly [string, unknown, string])[] = [
  ['number', '5', 'data/wrong-type'],
  ['number', true, 'data/wrong-type'],
  ['number', 5n, 'data/wrong-type'],
  ['ratio', [1], 'data/wrong-type'],
  ['money', 'ten', 'data/wrong-type'],
  ['money', 0.001, 'data/wrong-type'],
  ['money', true, 'data/wrong-type'],
  ['money', 1e16, 'money/too-large'],
  ['boolean', 1, 'data/wrong-type'],
  ['boolean', 'true', 'data/wrong-type'],
  ['date', '30.06.2026', 'data/wrong-type'],
  ['date', 1_782_000_000_000, 'data/wrong-type'],
  ['text', 5, 'data/wrong-type'],
  ['text', {}, 'data/wrong-type'],
  ['enum', 'c', 'data/unknown-value'],
  ['enum', 1, 'data/wrong-type'],
  ['list', 'x', 'data/wrong-type'],
  ['list', ['x', null], 'data/wrong-type'],
  ['list', [{}], 'data/wrong-type'],
];

describe('given facts', () => {
  const own = (type: string, value: unknown) => read([], { facts: { own: value } }, { change: { facts: ofType(type) } });

  it.each(GOOD)('of type %s: %o', (type, value, expected) => expect(own(type, value)).toMatchObject({ facts: { own: expected }, findings: [] }));
  it.each(MISSING)('of type %s that are missing: %o', (type, value) => expect(own(type, value)).toMatchObject({ facts: { own: null }, findings: [] }));
  it.each(WRONG)('of type %s that are something else: %o', (type, value, code) => {
    const { facts, findings } = own(type, value);
    expect([facts['own'], findings]).toEqual([null, [{ code, fact: 'own', pointer: '/facts/own', params: { expected: type } }]]);
  });

  it('are used as they are: a figure, a null that says missing', () => {
    const parts = { transactions: [sale('2026-06-01', 5)] };
    expect(fact('netSpend', { ...parts, facts: { netSpend: 99 } })).toBe(99);
    expect(fact('netSpend', { ...parts, facts: { netSpend: null } })).toBeNull();
    expect(fact('netSpend', { ...parts, facts: { netSpend: undefined } })).toBe(5);
    expect(fact('netSpend', { ...parts, facts: { netSpend: 'much' } })).toBeNull();
  });

  it('need no events', () => expect(read(['netSpend'], { facts: { netSpend: 5 } }).findings).toEqual([]));

  it('may be a measure of the policy', () => {
    const change = { measures: { visits: { count: { of: 'interactions' } } } };
    expect(fact('visits', { facts: { visits: 7 }, interactions: [] }, { change })).toBe(7);
    expect(fact('visits', { interactions: [] }, { change })).toBe(0);
  });

  it('are read from own properties only', () => {
    const facts: unknown = Object.create({ own: 5 });
    expect(read([], { facts }, { change: { facts: ofType('number') } }).facts['own']).toBeNull();
  });

  it.each([[[5]], ['x'], [5]])('that are no object are a finding: %j', (facts) => expect(noticed(['netSpend'], { facts, transactions: [] })).toEqual(['data/wrong-type /facts']));

  it('in a Map are a finding too, for it looks like an empty object', () =>
    expect(noticed(['netSpend'], { facts: new Map([['netSpend', 5]]), transactions: [] })).toEqual(['data/wrong-type /facts']));

  it('can be given back from a score', () => {
    const paths = ['netSpend', 'purchases', 'daysSinceLastPurchase', 'medianGapDays', 'meanOrderValue'];
    const reader = readerOf(paths);
    const first = reader.score(asRecord(recordOf({ transactions: [sale('2026-06-01', '10.01'), sale('2026-01-01', '5.02')] })), { asOf: '2026-06-30' });
    expect(reader.score(asRecord(recordOf({ facts: first.facts })), { asOf: '2026-06-30' })).toEqual(first);
  });
});

describe('attributes of the customer', () => {
  const PATH = 'customer.attributes.own';
  const attribute = (type: string, value: unknown) => {
    const change = { attributes: ofType(type), segments: [{ id: 'some', when: { present: { var: PATH } } }, { id: 'none' }], otherwise: 'none' };
    return readerOf([], change).classify(asRecord({ customer: { id: 'C', attributes: { own: value } } }), { asOf: '2026-06-30' });
  };
  it.each(GOOD)('of type %s: %o', (type, value, expected) => expect(attribute(type, value)).toMatchObject({ fields: { [PATH]: expected }, findings: [], segment: 'some' }));
  it.each(MISSING)('of type %s that are missing: %o', (type, value) => expect(attribute(type, value)).toMatchObject({ fields: { [PATH]: null }, findings: [], segment: 'none' }));
  it.each(WRONG)('of type %s that are something else: %o', (type, value, code) => {
    const { fields, findings, segment } = attribute(type, value);
    expect([fields[PATH], segment, findings]).toEqual([null, 'none', [{ code, pointer: '/customer/attributes/own', params: { expected: type } }]]);
  });
});

/** The value of a path that is no fact. */
function field(path: string, record: object, asOf = '2026-06-30'): unknown {
  const change = { segments: [{ id: 'some', when: { present: { var: path } } }, { id: 'none' }], otherwise: 'none' };
  return readerOf([], change).classify(asRecord(record), { asOf }).fields[path];
}

describe('fields of the customer', () => {
  const customer = { id: 'C', kind: 'business', type: 'pharmacy', industry: 'retail', region: { country: 'CN', province: 'Zhejiang', city: 'Hangzhou' }, size: { employees: 12, annualRevenue: '1000.50' } };
  it.each([
    ['customer.id', 'C'],
    ['customer.kind', 'business'],
    ['customer.type', 'pharmacy'],
    ['customer.industry', 'retail'],
    ['customer.region.country', 'CN'],
    ['customer.region.province', 'Zhejiang'],
    ['customer.region.city', 'Hangzhou'],
    ['customer.size.employees', 12],
    ['customer.size.annualRevenue', 1000.5],
  ])('%s', (path, expected) => {
    expect(field(path, { customer })).toBe(expected);
    expect(field(path, { customer: { id: 'C' } })).toBe(path === 'customer.id' ? 'C' : null);
  });

  it('are missing, with a finding, where they are something else', () => {
    const change = { segments: [{ id: 'some', when: { '==': [{ var: 'customer.kind' }, 'person'] } }, { id: 'none' }], otherwise: 'none' };
    const result = readerOf([], change).classify(asRecord({ customer: { id: 'C', kind: 'robot' } }), { asOf: '2026-06-30' });
    expect([result.status, result.findings.map(({ code, pointer }) => [code, pointer])]).toEqual(['undetermined', [['data/unknown-value', '/customer/kind']]]);
  });

  it('are own properties', () => {
    expect(field('customer.region.city', { customer: { id: 'C', region: Object.create({ city: 'X' }) as object } })).toBeNull();
    expect(field('customer.region.city', { customer: { id: 'C', region: 'Hangzhou' } })).toBeNull();
  });
});

describe('assessments', () => {
  const rating = (at: string, value: unknown, of: unknown = 5, indicator = 'loyalty') => ({ indicator, rating: value, of, at });
  const latest = (assessments: unknown, asOf?: string) => field('assessments.loyalty', { customer: { id: 'C' }, assessments }, asOf);

  it('give the latest rating by the day as a ratio of its scale', () => {
    const list = [rating('2026-01-01', 2), rating('2026-06-01', 4), rating('2026-07-01', 1), rating('2026-06-15', 1, 5, 'credit')];
    expect(latest(list)).toBe(0.8);
    expect(latest([...list].reverse())).toBe(0.8);
    expect(latest(list, '2026-05-31')).toBe(0.4);
    expect(latest([rating('2026-01-01', 0, 10)])).toBe(0);
    expect(latest([])).toBeNull();
    expect(latest(undefined)).toBeNull();
  });

  it('give the later of one day, a rating without a time being the last, and the lowest of one time, in any order', () => {
    const morning = rating('2026-06-01T09:00:00+08:00', 2);
    const noon = rating('2026-06-01T12:00:00+08:00', 3);
    for (const list of [[morning, noon], [noon, morning]]) expect(latest(list)).toBe(0.6);
    for (const list of [[morning, rating('2026-06-01', 1)], [rating('2026-06-01', 1), morning]]) expect(latest(list)).toBe(0.2);
    for (const list of [[rating('2026-06-01', 4), rating('2026-06-01', 3)], [rating('2026-06-01', 3), rating('2026-06-01', 4)]]) expect(latest(list)).toBe(0.6);
  });

  it.each([[6, 5], [-1, 5], ['4', 5], [4, 0], [4, '5'], [Number.NaN, 5], [4, Number.POSITIVE_INFINITY]])('are missing, with a finding, for %o of %o', (value, of) => {
    const change = { segments: [{ id: 'some', when: { '>=': [{ var: 'assessments.loyalty' }, 0] } }, { id: 'none' }], otherwise: 'none' };
    const assessments = [rating('2026-01-01', 3), rating('2026-06-01', value, of)];
    const result = readerOf([], change).classify(asRecord({ customer: { id: 'C' }, assessments }), { asOf: '2026-06-30' });
    expect([result.status, result.fields['assessments.loyalty'], result.findings]).toEqual(['undetermined', null, [{ code: 'data/wrong-type', pointer: '/assessments/1', params: { expected: 'rating' } }]]);
  });

  it('are missing where one cannot be read', () => expect(latest([rating('2026-01-01', 3), { indicator: 'loyalty' }])).toBeNull());
});

it.each([['2026-06-29', 'before'], ['2026-06-30', 'from'], ['2026-06-29T16:00:00Z', 'from']])('a rule may name the day: %s', (asOf, segment) => {
  const change = { segments: [{ id: 'from', when: { '>=': [{ var: 'asOf' }, '2026-06-30'] } }, { id: 'before' }], otherwise: 'before' };
  expect(readerOf([], change).assign(asRecord(recordOf({})), { asOf })).toBe(segment);
});
