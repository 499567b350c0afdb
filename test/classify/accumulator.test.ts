// Facts from running totals are those of whole records, whatever the order, the division and the way in between.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClassifier, type Classifier } from '../../src/classifier/create-classifier.js';
import type { FactsAccumulator } from '../../src/classify/accumulator.js';
import { ClassifierError } from '../../src/errors/classifier-error.js';
import { parsePolicy } from '../../src/policy/parse-policy.js';
import { EVENT_PARTS, eventMeasures, eventsOf, recordOfEvents, type PartEvent } from '../facts/events.js';
import { asRecord, readerOf } from '../facts/kit.js';

const AS_OF = '2026-06-30';
const READY = [
  'purchases', 'lifetimePurchases', 'units', 'activeMonths', 'distinctCategories', 'interactions', 'complaints', 'openOpportunities', 'grossSpend', 'refunds', 'netSpend',
  'meanOrderValue', 'daysSinceLastPurchase', 'daysSinceFirstPurchase', 'lastGapDays', 'medianGapDays', 'overdueAmount', 'maxDaysOverdue', 'onTimePaymentRatio',
];
const OVER_FACTS = { rate: { ratio: { of: 'refunds', to: 'grossSpend' } }, more: { change: { of: 'netSpend' } }, often: { when: { '>=': [{ var: 'purchases' }, 2] } }, twice: { calculate: { '*': [2, { var: 'netSpend' }] } } };

const policies = fc.record({ measures: fc.array(eventMeasures, { minLength: 1, maxLength: 4 }), ready: fc.subarray(READY, { maxLength: 6 }), overFacts: fc.boolean(), window: fc.constantFrom({ last: 'P12M' }, { calendar: 'quarter', back: 1 }, { last: 'P90D' }) });

function classifierOf({ measures, ready, overFacts, window }: { readonly measures: readonly object[]; readonly ready: readonly string[]; readonly overFacts: boolean; readonly window: object }): Classifier {
  const named = Object.fromEntries(measures.map((measure, index) => [`m${String(index)}`, measure]));
  return readerOf(ready, { window, measures: { ...named, ...(overFacts ? OVER_FACTS : {}) } });
}

const factsOf = (classifier: Classifier, events: readonly PartEvent[], asOf: string): string => JSON.stringify(classifier.score(asRecord(recordOfEvents(events)), { asOf }).facts);
const told = (totals: FactsAccumulator, asOf: string): string => JSON.stringify(totals.facts('C-1', { asOf }));

function addAll(totals: FactsAccumulator, events: readonly PartEvent[]): FactsAccumulator {
  for (const { part, event } of events) totals.add('C-1', part, event);
  return totals;
}

const few = eventsOf(EVENT_PARTS, 8);
const sales = eventsOf(['transactions'], 8);
const receivables = eventsOf(['invoices', 'payments'], 6);
const anyEvents = fc.oneof(few, sales, receivables);

describe('facts from an accumulator', () => {
  it('are those of the record, as of a day or an instant', () => {
    fc.assert(fc.property(policies, anyEvents, fc.constantFrom(AS_OF, '2026-06-29T20:00:00+08:00', '2026-08-31'), (policy, events, asOf) => {
      const classifier = classifierOf(policy);
      const totals = addAll(classifier.accumulator({ asOf, parts: EVENT_PARTS }), events);
      expect(told(totals, asOf)).toBe(factsOf(classifier, events, asOf));
    }), { numRuns: 500 });
  });

  it('are the same when they are read after each event', () => {
    fc.assert(fc.property(policies, anyEvents, (policy, events) => {
      const classifier = classifierOf(policy);
      const totals = classifier.accumulator({ asOf: AS_OF, parts: EVENT_PARTS });
      events.forEach(({ part, event }, index) => {
        totals.add('C-1', part, event);
        expect(told(totals, AS_OF)).toBe(factsOf(classifier, events.slice(0, index + 1), AS_OF));
      });
    }), { numRuns: 200 });
  });

  it('are those of the record as of every day from a day on', () => {
    fc.assert(fc.property(policies, anyEvents, (policy, events) => {
      const classifier = classifierOf(policy);
      const totals = addAll(classifier.accumulator({ from: AS_OF, parts: EVENT_PARTS }), events);
      for (const asOf of [AS_OF, '2026-07-01', '2026-07-31', '2026-10-01', '2027-02-28', '2031-01-01']) expect(told(totals, asOf)).toBe(factsOf(classifier, events, asOf));
    }), { numRuns: 300 });
  });

  it('and its JSON are the same in any order, division, merge and round trip', () => {
    const whole = fc.record({ policy: policies, events: anyEvents, isFrom: fc.boolean() });
    fc.assert(fc.property(whole.chain((one) => fc.record({ one: fc.constant(one), shuffled: fc.shuffledSubarray([...one.events], { minLength: one.events.length }), at: fc.nat(8), hasTrip: fc.boolean() })), ({ one, shuffled, at, hasTrip }) => {
      const classifier = classifierOf(one.policy);
      const start = one.isFrom ? { from: AS_OF } : { asOf: AS_OF };
      const fresh = (): FactsAccumulator => classifier.accumulator({ ...start, parts: EVENT_PARTS });
      const trip = (totals: FactsAccumulator): FactsAccumulator => (hasTrip ? classifier.accumulator({ ...start, json: JSON.parse(JSON.stringify(totals)) as unknown }) : totals);
      const inOnePass = addAll(fresh(), one.events);
      const right = trip(addAll(fresh(), shuffled.slice(at)));
      const left = trip(addAll(fresh(), shuffled.slice(0, at)));
      right.facts('C-1');
      right.merge(left);
      expect(JSON.stringify(right)).toBe(JSON.stringify(inOnePass));
      expect(told(right, AS_OF)).toBe(told(inOnePass, AS_OF));
    }), { numRuns: 300 });
  });
});

const sale = (at: string, amount: string, others: object = {}): object => ({ at, amount, ...others });
const ready = readerOf(['netSpend', 'purchases', 'daysSinceLastPurchase', 'interactions'], { window: { last: 'P12M' } });
const of = (totals: FactsAccumulator, asOf?: string) => totals.facts('C-1', asOf === undefined ? undefined : { asOf });

/** `code pointer` of what is thrown. */
function thrown(run: () => unknown): readonly string[] {
  try {
    run();
  } catch (error) {
    if (ClassifierError.is(error)) return error.issues.map(({ code, pointer }) => `${code} ${pointer}`);
    throw error;
  }
  return [];
}

describe('an accumulator', () => {
  it('takes a sale out of counts when returns cover it, whichever comes first', () => {
    const totals = ready.accumulator({ asOf: AS_OF });
    totals.add('C-1', 'transactions', sale('2026-06-01', '10.00', { id: 's1' }));
    totals.add('C-1', 'transactions', sale('2026-06-10', '20.00', { id: 'r2', kind: 'return', returnOf: 's2' }));
    expect(of(totals)).toMatchObject({ purchases: 1, netSpend: -10, daysSinceLastPurchase: 29 });
    totals.add('C-1', 'transactions', sale('2026-06-09', '20.00', { id: 's2' }));
    expect(of(totals)).toMatchObject({ purchases: 1, netSpend: 10, daysSinceLastPurchase: 29 });
    totals.add('C-1', 'transactions', sale('2026-06-11', '10.00', { kind: 'return', returnOf: 's1' }));
    expect(of(totals)).toMatchObject({ purchases: 0, netSpend: 0, daysSinceLastPurchase: null });
  });

  it('ignores an event that comes twice under its id, and makes facts missing where two differ', () => {
    const totals = ready.accumulator({ asOf: AS_OF });
    expect(totals.add('C-1', 'transactions', sale('2026-06-01', '10.00', { id: 1 }))).toEqual([]);
    expect(totals.add('C-1', 'transactions', sale('2026-06-01', '10.00', { id: 1 }))).toEqual([{ code: 'data/duplicate-id', pointer: '/id', params: { id: '1' } }]);
    expect(of(totals)).toMatchObject({ purchases: 1, netSpend: 10 });
    expect(totals.add('C-1', 'transactions', sale('2026-06-01', '11.00', { id: 1 }))).toEqual([{ code: 'data/duplicate-id', pointer: '/id', params: { id: '1' } }]);
    expect(of(totals)).toMatchObject({ purchases: null, netSpend: null });
  });

  it('tells what it cannot read and what comes later', () => {
    const totals = ready.accumulator({ asOf: AS_OF });
    expect(totals.add('C-1', 'transactions', sale('2026-06-01', 'much'))).toEqual([{ code: 'data/unreadable-entry', pointer: '/amount', params: { problem: 'money/not-money' } }]);
    expect(totals.add('C-1', 'transactions', null)).toEqual([{ code: 'data/unreadable-entry', pointer: '', params: { problem: 'record/wrong-type' } }]);
    expect(totals.add('C-2', 'transactions', sale('2026-07-01', '1.00'))).toEqual([{ code: 'event/after-as-of', params: { count: 1 } }]);
    expect(of(totals)).toMatchObject({ purchases: null });
    expect(totals.facts('C-2')).toMatchObject({ purchases: 0 });
  });

  it('knows a part when an event of it came, or when it is told that it is added', () => {
    const totals = ready.accumulator({ asOf: AS_OF });
    totals.add('C-2', 'transactions', sale('2026-06-01', '10.00'));
    expect(of(totals)).toMatchObject({ purchases: 0, interactions: null });
    expect(of(ready.accumulator({ asOf: AS_OF, parts: ['interactions'] }))).toMatchObject({ purchases: null, interactions: 0 });
  });

  it('leaves out what needs the customer, and its facts can be given back', () => {
    const classifier = createClassifier(parsePolicy({
      schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai', window: { last: 'P12M' },
      facts: { npsScore: { type: 'number' } },
      measures: { isFirm: { when: { '==': [{ var: 'customer.kind' }, 'business'] } }, isOldFirm: { when: { and: [{ var: 'isFirm' }, { '>': [{ var: 'tenureDays' }, 365] }] } } },
      segments: [{ id: 'gold', when: { and: [{ var: 'isFirm' }, { '>=': [{ var: 'netSpend' }, 50] }] } }, { id: 'rest' }], otherwise: 'rest',
    }));
    const totals = classifier.accumulator({ asOf: AS_OF });
    totals.add('C-1', 'transactions', sale('2026-06-01', '50.00'));
    expect(of(totals)).toEqual({ netSpend: 50 });
    expect(classifier.classify({ customer: { id: 'C-1', kind: 'business' }, facts: of(totals) }, { asOf: AS_OF })).toMatchObject({ segment: 'gold', status: 'matched' });
  });

  it('refuses facts that look at plans, and names them', () => {
    const classifier = readerOf(['targetCompletion', 'netSpend'], { measures: { plans: { count: { of: 'targets' } } } });
    expect(thrown(() => classifier.accumulator({ asOf: AS_OF }))).toEqual(['accumulator/not-kept /']);
    expect(() => classifier.accumulator({ asOf: AS_OF })).toThrow('`plans`');
    expect(() => classifier.accumulator({ asOf: AS_OF })).toThrow('`targetCompletion`');
  });

  it('is read as of the moment that it was made for', () => {
    const asOf = ready.accumulator({ asOf: AS_OF });
    expect(thrown(() => of(asOf, '2026-06-29'))).toEqual(['accumulator/other-day /asOf']);
    const from = ready.accumulator({ from: AS_OF });
    expect(thrown(() => of(from, '2026-06-29'))).toEqual(['accumulator/other-day /asOf']);
    expect(thrown(() => of(from, '2026-07-01T10:00:00Z'))).toEqual(['accumulator/other-day /asOf']);
    expect(thrown(() => of(from, 'soon'))).toEqual(['option/not-a-date /asOf']);
  });

  it('refuses options, parts and customers that it cannot use', () => {
    const make = (options: object) => () => ready.accumulator(options as { readonly asOf: string });
    expect(thrown(make({}))).toEqual(['option/not-a-date /asOf']);
    expect(thrown(make({ asOf: AS_OF, from: AS_OF }))).toEqual(['accumulator/wrong-option /from']);
    expect(thrown(make({ from: '2026-06-30T10:00:00Z' }))).toEqual(['accumulator/wrong-option /from']);
    expect(thrown(make({ asOf: AS_OF, parts: ['orders'] }))).toEqual(['accumulator/wrong-option /parts/0']);
    expect(thrown(() => ready.accumulator({ asOf: AS_OF }).add('C-1', 'targets' as 'costs', {}))).toEqual(['accumulator/wrong-option /part']);
    expect(thrown(() => ready.accumulator({ asOf: AS_OF }).add(' ', 'costs', {}))).toEqual(['record/no-customer-id /customerId']);
  });

  it('takes over only what was kept for the same policy, rates and day', () => {
    const totals = ready.accumulator({ asOf: AS_OF });
    const rates = [{ from: 'USD', to: 'CNY', date: '2026-01-01', rate: 7 }];
    const others = [ready.accumulator({ asOf: '2026-06-29' }), ready.accumulator({ from: AS_OF }), readerOf(['netSpend']).accumulator({ asOf: AS_OF }), readerOf(['netSpend', 'purchases', 'daysSinceLastPurchase', 'interactions'], { window: { last: 'P12M' } }, { rates }).accumulator({ asOf: AS_OF })];
    expect(others.map((other) => thrown(() => { totals.merge(other); }))).toEqual([['accumulator/other-policy /asOf'], ['accumulator/other-policy /asOf'], ['accumulator/other-policy /policy'], ['accumulator/other-policy /rates']]);
    for (const other of [null, 5, {}, { toJSON: 5 }]) expect(thrown(() => { totals.merge(other as unknown as FactsAccumulator); })).toEqual(['accumulator/not-understood ']);
  });

  it('takes the same rates in any order and with any zeros', () => {
    const rates = [{ from: 'USD', to: 'CNY', date: '2026-01-01', rate: 7 }, { from: 'USD', to: 'CNY', date: '2026-02-01', rate: '7.1' }];
    const others = [{ ...rates[1]!, rate: '7.10' }, { ...rates[0]!, rate: '7.00' }];
    const made = (given: typeof rates) => readerOf(['netSpend'], {}, { rates: given }).accumulator({ asOf: AS_OF });
    expect(JSON.stringify(made(others as typeof rates))).toBe(JSON.stringify(made(rates)));
  });

  it('refuses JSON that it did not write', () => {
    const totals = ready.accumulator({ asOf: AS_OF });
    totals.add('C-1', 'transactions', sale('2026-06-01', '10.00', { id: 'x' }));
    totals.add('C-1', 'transactions', sale('2026-06-02', '10.00'));
    const text = JSON.stringify(totals);
    const read = (json: unknown) => thrown(() => ready.accumulator({ asOf: AS_OF, json }));
    expect(read(JSON.parse(text))).toEqual([]);
    const broken: readonly (readonly [string, string])[] = [['"n":1', '"n":-1'], ['"n":1', '"n":0.5'], ['"n":1', '"m":1'], ['"sum":1000', '"sum":"1000"'], ['"transactions",[[', '"targets",[['], [',1]]]', ',0]]]'], ['amount', '\\\\mount'], ['"C-1"', '5'], ['"parts":[', '"parts":[5,'], ['"selections":[', '"selections":["x",']];
    for (const [from, to] of broken) {
      expect(text).toContain(from);
      expect(read(JSON.parse(text.replace(from, to)))[0]).toMatch(/^accumulator\/not-understood /);
    }
    expect(read({})).toEqual(['accumulator/not-understood /schema']);
  });

  it('never throws for what is in an event, and does not change it', () => {
    const totals = readerOf(READY).accumulator({ asOf: AS_OF });
    fc.assert(fc.property(fc.constantFrom(...EVENT_PARTS), fc.oneof(fc.anything({ withDate: true, withBigInt: true, withNullPrototype: true }), fc.record({ at: fc.anything(), issued: fc.anything(), due: fc.anything(), amount: fc.anything(), id: fc.anything(), returnOf: fc.anything(), lines: fc.anything(), payments: fc.anything() })), (part, event) => {
      totals.add('C-1', part, Object.freeze(event));
      expect(Object.keys(totals.facts('C-1'))).toContain('netSpend');
    }), { numRuns: 300 });
    expect(JSON.stringify(readerOf(READY).accumulator({ asOf: AS_OF, json: JSON.parse(JSON.stringify(totals)) as unknown }))).toBe(JSON.stringify(totals));
  });

  it('keeps customers under any id, and is exact at the end of what can be added up', () => {
    const totals = ready.accumulator({ asOf: AS_OF });
    for (const id of ['__proto__', 'constructor', '1']) totals.add(id, 'transactions', sale('2026-06-01', '22517998136852.48'));
    const again = ready.accumulator({ asOf: AS_OF, json: JSON.parse(JSON.stringify(totals)) as unknown });
    expect(again.facts('__proto__')).toMatchObject({ netSpend: 22_517_998_136_852.48 });
    again.add('__proto__', 'transactions', sale('2026-06-01', '0.01'));
    expect(again.facts('__proto__')).toMatchObject({ netSpend: null, purchases: 2 });
    expect(again.facts('constructor')).toMatchObject({ purchases: 1 });
  });
});
