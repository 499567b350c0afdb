// Records that give their facts are read without computing anything: the results must be those of the careful way.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClassifier, type Classifier } from '../../src/classifier/create-classifier.js';
import { CATALOGUE, COMMON } from '../../src/facts/catalogue.js';
import { givenFacts, givenPlace } from '../../src/facts/given.js';
import { parsePolicy } from '../../src/policy/parse-policy.js';
import { asRecord, deepFreeze } from './kit.js';

const asOf = '2026-06-30';
const v = (path: string) => ({ var: path });

const DECLARED = { nps: { type: 'number' }, isPartner: { type: 'boolean' }, signed: { type: 'date' }, plan: { type: 'enum', values: ['free', 'paid'] }, note: { type: 'text' }, tags: { type: 'list' }, budget: { type: 'money' } };

function classifierOf(change: object = {}, currency = 'CNY'): Classifier {
  return createClassifier(parsePolicy({
    schema: 'clientele.policy/1', id: 'given', version: '1', currency, timeZone: 'Asia/Shanghai', facts: DECLARED, attributes: { level: { type: 'enum', values: ['A', 'B'] }, seats: { type: 'count' } },
    segments: [
      { id: 'a', when: { and: [{ '>=': [v('netSpend'), 5] }, { '<': [v('daysSinceLastPurchase'), 90] }, { in: [v('customer.kind'), ['business', 'person']] }] } },
      { id: 'b', when: { or: [v('isPartner'), { '>': [v('signed'), '2026-01-01'] }, { contains: [v('tags'), 'x'] }, { '==': [v('customer.region.city'), '上海'] }] } },
      { id: 'c', when: { and: [{ '==': [v('plan'), 'paid'] }, { '!=': [v('note'), 'no'] }, { between: [v('nps'), -5, 5] }] } },
      { id: 'd', when: { or: [{ '==': [v('customer.attributes.level'), 'A'] }, { '>': [v('customer.size.annualRevenue'), v('budget')] }, { '>=': [v('customer.attributes.seats'), 3] }] } },
      { id: 'none' },
    ],
    otherwise: 'none', ...change,
  }));
}

/** The same record without a prototype: it is never taken for one that can be read as it is. */
function careful(record: object): object {
  return Object.assign(Object.create(null) as object, record);
}

function expectSame(classifier: Classifier, record: object): void {
  const fast = classifier.classify(asRecord(record), { asOf });
  const slow = classifier.classify(asRecord(careful(record)), { asOf });
  expect(fast).toStrictEqual(slow);
  expect(classifier.assign(asRecord(record), { asOf })).toBe(slow.segment);
  expect([...classifier.classifyAll([asRecord(record)], { asOf })]).toStrictEqual([slow]);
  expect(JSON.parse(JSON.stringify(fast))).toEqual(fast);
}

const odd = fc.constantFrom<unknown>(null, undefined, Number.NaN, Infinity, -0, 0, 5, 5.001, -3, '5.00', '5', { minor: 500 }, { minor: 1.5 }, '', ' ', 'x', true, false, [], ['x', 1], ['x', null], '2026-02-01', '2026-02-30', new Date('2026-03-01T20:00:00Z'), 2 ** 52, {}, 'paid', 'free', 'no', 'A', 'B', '上海');
const likely = fc.constantFrom<unknown>(0, 5, 10, 90, 91, null);
const factsOf = fc.record({
  ...Object.fromEntries(['netSpend', 'daysSinceLastPurchase', 'nps', 'budget'].map((id) => [id, fc.oneof(likely, likely, odd)])),
  isPartner: fc.oneof(fc.boolean(), odd), signed: fc.oneof(fc.constant('2026-02-01'), odd), plan: fc.oneof(fc.constantFrom('free', 'paid'), odd), note: fc.oneof(fc.constantFrom('yes', 'no'), odd), tags: fc.oneof(fc.constant(['x']), odd),
});
const customerOf = fc.record({
  id: fc.constantFrom('1', '客户', '\u00a0x'), kind: fc.oneof(fc.constantFrom<unknown>('business', 'person', undefined), odd),
  region: fc.oneof(fc.constant({ city: '上海' }), odd), size: fc.oneof(fc.constant({ annualRevenue: 50 }), odd), attributes: fc.oneof(fc.record({ level: odd, seats: odd }), odd), since: fc.constantFrom(undefined, null, '2020-01-01'),
});
const extras = fc.constantFrom<object>({}, {}, {}, { previous: null, override: null }, { transactions: [] }, { transactions: null }, { invoices: [{ issued: '2026-01-01', due: '2026-02-01', amount: 5 }] },
  { override: { segment: 'b', actor: 'x', reason: 'y' } }, { override: 5 }, { previous: { asOf: '2026-01-01', segment: 'a' } }, { coverage: { transactions: { from: '2026-01-01' } } });

describe('a record that gives its facts', () => {
  it('is classified as by the careful way, whatever it gives', () => {
    const classifier = classifierOf();
    fc.assert(fc.property(customerOf, factsOf, extras, (customer, facts, extra) => { expectSame(classifier, { customer, facts, ...extra }); }), { numRuns: 3_000 });
  });

  it.each(['JPY', 'KWD'])('in %s too', (currency) => {
    const classifier = classifierOf({}, currency);
    fc.assert(fc.property(customerOf, factsOf, (customer, facts) => { expectSame(classifier, { customer, facts }); }), { numRuns: 500 });
  });

  it('with a segment for what is undetermined, and with every hit policy', () => {
    const policies = ['first', 'unique', 'any', 'priority', 'collect', 'rule-order', 'output-order'].flatMap((hitPolicy) => [classifierOf({ hitPolicy, ranking: ['d', 'c', 'b', 'a'] }), classifierOf({ hitPolicy, undetermined: 'none' })]);
    fc.assert(fc.property(fc.constantFrom(...policies), customerOf, factsOf, (classifier, customer, facts) => { expectSame(classifier, { customer, facts }); }), { numRuns: 1_000 });
  });

  it('may leave facts out, or give more than the policy reads', () => {
    const classifier = classifierOf();
    const some = { netSpend: 5, daysSinceLastPurchase: 5, nps: 1, budget: 5, isPartner: false, signed: '2025-01-01', plan: 'free', note: 'x', tags: ['y'] };
    for (const left of Object.keys(some)) expectSame(classifier, { customer: { id: '1' }, facts: Object.fromEntries(Object.entries(some).filter(([id]) => id !== left)) });
    expectSame(classifier, { customer: { id: '1' }, facts: { ...some, secret: 'not read' } });
    expect(classifier.classify(asRecord({ customer: { id: '1' }, facts: { ...some, secret: 'not read' } }), { asOf }).facts).not.toHaveProperty('secret');
  });

  it('is calibrated as by the careful way, whatever it gives', () => {
    const scores = {
      spend: { scorer: 'bands', of: 'netSpend', cut: { quantile: { classes: 3 } }, bands: ['low', 'mid', 'high'], peers: { by: 'customer.region.city', minimum: 2 } },
      often: { scorer: 'bands', of: 'nps', cut: { quantile: { classes: 2 } }, bands: ['low', 'high'] },
      budgets: { scorer: 'abc', of: 'budget' },
    };
    const classifier = classifierOf({ scores });
    fc.assert(fc.property(fc.array(fc.record({ customer: customerOf, facts: factsOf, extra: extras }), { maxLength: 12 }), (population) => {
      const records = population.map(({ customer, facts, extra }) => ({ customer, facts, ...extra }));
      const hash = classifier.calibrate(records.map(asRecord), { asOf }).hash;
      expect(hash).toBe(classifier.calibrate(records.map((record) => asRecord(careful(record))), { asOf }).hash);
      expect(hash).toBe(classifier.calibrate(records.map((record) => asRecord({ ...record, customer: Object.assign(Object.create(null) as object, record.customer) })), { asOf }).hash);
    }), { numRuns: 500 });
  });

  it('is not changed, and shares nothing with its result', () => {
    const classifier = classifierOf();
    const record = { customer: { id: '1', kind: 'business' }, facts: { netSpend: '5.00', daysSinceLastPurchase: 5, nps: null, budget: 5, isPartner: true, signed: '2025-01-01', plan: 'free', note: 'x', tags: ['y'] } };
    const result = classifier.classify(asRecord(deepFreeze(record)), { asOf });
    expect(result).toMatchObject({ segment: 'a', facts: { netSpend: 5, nps: null, tags: ['y'] } });
    expect(result.facts['tags']).not.toBe(record.facts.tags);
  });

  it('with objects of a class, proxies and getters is read the careful way', () => {
    const classifier = classifierOf();
    class Facts { netSpend = 5; get daysSinceLastPurchase(): number { return 5; } }
    const trap = new Proxy({ netSpend: 5 }, { get: () => { throw new Error('hostile'); } });
    for (const facts of [new Facts(), Object.create({ netSpend: 5, daysSinceLastPurchase: 5 }), trap, ['x']]) expectSame(classifier, { customer: { id: '1', kind: 'business' }, facts });
    for (const region of [new Facts(), trap, ['上海'], Object.create({ city: '上海' })]) expectSame(classifier, { customer: { id: '1', region }, facts: {} });
    expect(classifier.assign(asRecord({ customer: { id: '1', kind: 'business' }, facts: Object.create({ netSpend: 5, daysSinceLastPurchase: 5 }) }), { asOf })).toBe('none');
  });

  it('sees no polluted prototype', () => {
    const classifier = classifierOf();
    const prototype = Object.prototype as { netSpend?: number; daysSinceLastPurchase?: number };
    prototype.netSpend = 5;
    prototype.daysSinceLastPurchase = 5;
    try {
      expect(classifier.assign(asRecord({ customer: { id: '1', kind: 'business' }, facts: {} }), { asOf })).toBe('none');
      expect(classifier.classify(asRecord({ customer: { id: '1', kind: 'business' }, facts: {} }), { asOf }).facts['netSpend']).toBeNull();
    } finally {
      delete prototype.netSpend;
      delete prototype.daysSinceLastPurchase;
    }
  });
});

describe('the given facts', () => {
  it('stand in the order of the catalogue, each read once', () => {
    const names: string[] = [];
    const facts = new Proxy({}, { get: (_, name) => names.push(String(name)) });
    expect(givenFacts(facts)).toHaveLength(Object.keys(COMMON).length);
    expect(names).toEqual(Object.keys(COMMON));
    expect(names).toEqual(Object.keys(CATALOGUE).slice(0, names.length));
    expect(names.map(givenPlace)).toEqual(names.map((_, place) => place));
    expect(['nps', 'winRate'].map(givenPlace)).toEqual([-1, -1]);
  });
});
