// Facts from running totals are those of whole records, whatever the order, the division and the way in between.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Classifier } from '../../src/classifier/create-classifier.js';
import type { FactsAccumulator } from '../../src/classify/accumulator.js';
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
    }), { numRuns: 1_500 });
  });

  it('are the same when they are read after each event', () => {
    fc.assert(fc.property(policies, anyEvents, (policy, events) => {
      const classifier = classifierOf(policy);
      const totals = classifier.accumulator({ asOf: AS_OF, parts: EVENT_PARTS });
      events.forEach(({ part, event }, index) => {
        totals.add('C-1', part, event);
        expect(told(totals, AS_OF)).toBe(factsOf(classifier, events.slice(0, index + 1), AS_OF));
      });
    }), { numRuns: 300 });
  });

  it('are those of the record as of every day from a day on', () => {
    fc.assert(fc.property(policies, anyEvents, (policy, events) => {
      const classifier = classifierOf(policy);
      const totals = addAll(classifier.accumulator({ from: AS_OF, parts: EVENT_PARTS }), events);
      for (const asOf of [AS_OF, '2026-07-01', '2026-07-31', '2026-10-01', '2027-02-28', '2031-01-01']) expect(told(totals, asOf)).toBe(factsOf(classifier, events, asOf));
    }), { numRuns: 700 });
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
    }), { numRuns: 700 });
  });
});
