// What must hold of every record, policy and calibration.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classifier/create-classifier.js';
import { parseCalibration, parseClassification } from '../../src/classify/read-results.js';
import type { Calibration, Classification } from '../../src/classify/types.js';
import { parsePolicy } from '../../src/policy/parse-policy.js';
import { anyRecord, anyRule, asRecord, classifierOf, customer, deepFreeze, everything, FITTED_SCORES, givenFacts, laterDay, PARTS, policyOf, shuffled, shuffleKeys, TODAY, type AnyRecord } from './kit.js';

const asOf = TODAY;
const scores = { spend: { scorer: 'value', cut: { fixed: [50, 100] } } };
const rules = fc.array(anyRule, { minLength: 1, maxLength: 5 });
const classifier = rules.map((some) => classifierOf(some, { scores }));

/** The segments that are in the first list and not in the second. */
const extra = (first: Classification, second: Classification): readonly string[] => first.matched.filter((segment) => !second.matched.includes(segment));

const without = (record: AnyRecord, part: string): AnyRecord => Object.fromEntries(Object.entries(record).filter(([key]) => key !== part));

describe('what is not known', () => {
  it('makes no rule match: a given fact or an attribute taken out', () => {
    fc.assert(
      fc.property(classifier, customer, givenFacts, (one, known, facts) => {
        // Without the day from which the tenure would be computed once it is no longer given.
        const who = { id: known.id, attributes: known.attributes };
        const whole = one.classify(asRecord({ customer: who, facts }), { asOf });
        for (const id of Object.keys(facts)) expect(extra(one.classify(asRecord({ customer: who, facts: without(facts, id) }), { asOf }), whole)).toEqual([]);
        for (const id of Object.keys(who.attributes ?? {})) {
          const less = { ...who, attributes: without(who.attributes ?? {}, id) };
          expect(extra(one.classify(asRecord({ customer: less, facts }), { asOf }), whole)).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('makes no rule match: a part dropped', () => {
    fc.assert(
      fc.property(classifier, anyRecord, (one, record) => {
        const whole = one.classify(asRecord(record), { asOf });
        for (const part of PARTS) expect(extra(one.classify(asRecord(without(record, part)), { asOf }), whole)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('makes no rule match: a coverage shortened', () => {
    fc.assert(
      fc.property(classifier, anyRecord, fc.constantFrom('transactions', 'invoices', 'payments', 'interactions', 'opportunities'), fc.constantFrom('2025-09-01', '2026-01-01', '2026-04-01', '2026-06-30', '2027-01-01'), (one, record, part, from) => {
        const { [part]: own, ...others } = (record['coverage'] ?? {}) as { readonly [part: string]: { readonly from: string } };
        const later = own === undefined || own.from < from ? from : own.from;
        const shortened = { ...record, coverage: { ...others, [part]: { from: later } } };
        expect(extra(one.classify(asRecord(shortened), { asOf }), one.classify(asRecord(record), { asOf }))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('makes no rule match: an entry that can no longer be read', () => {
    const list = fc.constantFrom('transactions', 'invoices', 'payments', 'targets', 'interactions', 'opportunities', 'assessments');
    fc.assert(
      fc.property(classifier, anyRecord, list, fc.nat(), fc.constantFrom('at', 'issued', 'amount', 'rating', 'period', 'due'), (one, record, part, place, field) => {
        const entries = record[part];
        fc.pre(Array.isArray(entries) && entries.length > 0);
        const spoiled = (entries as readonly object[]).map((entry, index, all) => (index === place % all.length && field in entry ? { ...entry, [field]: 'unreadable' } : entry));
        expect(extra(one.classify(asRecord({ ...record, [part]: spoiled }), { asOf }), one.classify(asRecord(record), { asOf }))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});

/** Results without what tells the order of a record: pointers, and the order of findings. */
function unordered(result: Classification): object {
  const findings = result.findings.map(({ code, fact, params }) => JSON.stringify([code, fact, params])).sort();
  return { ...result, findings };
}

describe('what must not matter', () => {
  it('is the order of events', () => {
    fc.assert(
      fc.property(classifier, anyRecord, fc.nat(1000), (one, record, seed) => {
        const turned = Object.fromEntries(Object.entries(record).map(([part, list]) => [part, Array.isArray(list) ? shuffled(list, seed) : list]));
        expect(unordered(one.classify(asRecord(turned), { asOf }))).toEqual(unordered(one.classify(asRecord(record), { asOf })));
      }),
      { numRuns: 300 },
    );
  });

  it('is what comes after the day, but for one finding that counts it', () => {
    const reader = everything();
    const later = fc.record({
      transactions: fc.array(fc.record({ at: laterDay, amount: fc.nat(100), returnOf: fc.constantFrom('1', undefined), id: fc.constantFrom('1', undefined) }), { maxLength: 3 }),
      invoices: fc.array(fc.record({ issued: laterDay, due: laterDay, amount: fc.nat(100) }), { maxLength: 3 }),
      payments: fc.array(fc.record({ at: laterDay, amount: fc.nat(100) }), { maxLength: 3 }),
      interactions: fc.array(fc.record({ at: laterDay, kind: fc.constant('complaint') }), { maxLength: 3 }),
      opportunities: fc.array(fc.record({ at: laterDay, stage: fc.constant('x'), amount: fc.constant('bad') }), { maxLength: 3 }),
      assessments: fc.array(fc.record({ at: laterDay, indicator: fc.constant('loyalty'), rating: fc.constant(0), of: fc.constant(5) }), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(anyRecord, later, (record, events) => {
        const added = Object.entries(events).filter(([part]) => record[part] !== undefined);
        const longer = { ...record, ...Object.fromEntries(added.map(([part, list]) => [part, [...(record[part] as readonly unknown[]), ...list]])) };
        const before = reader.classify(asRecord(record), { asOf });
        const after = reader.classify(asRecord(longer), { asOf });
        const count = added.reduce((sum, [, list]) => sum + list.length, 0);
        const counted = (result: Classification): number => Number(result.findings.find(({ code }) => code === 'event/after-as-of')?.params['count'] ?? 0);
        const others = (result: Classification) => ({ ...result, findings: result.findings.filter(({ code }) => code !== 'event/after-as-of') });
        expect(others(after)).toEqual(others(before));
        expect(counted(after)).toBe(counted(before) + count);
        expect(after.findings.filter(({ code }) => code === 'event/after-as-of').length).toBe(count + counted(before) > 0 ? 1 : 0);
      }),
      { numRuns: 200 },
    );
  });

  it('is the last instant of the day instead of the day', () => {
    const reader = everything();
    fc.assert(
      fc.property(anyRecord, (record) => {
        const ofDay = reader.classify(asRecord(record), { asOf });
        expect({ ...reader.classify(asRecord(record), { asOf: `${asOf}T23:59:59.999+08:00` }), asOf }).toEqual(ofDay);
      }),
      { numRuns: 150 },
    );
  });

  it('is who the customer is: equal customers get equal classes', () => {
    fc.assert(
      fc.property(classifier, anyRecord, (one, record) => {
        const twin = { ...record, customer: { ...(record['customer'] as object), id: 'C-2', name: 'Somebody else' } };
        expect({ ...one.classify(asRecord(twin), { asOf }), customerId: 'C-1' }).toEqual(one.classify(asRecord(record), { asOf }));
      }),
    );
  });

  it('is the order of keys, and a journey as JSON: of records, policies, calibrations and classifications', () => {
    fc.assert(
      fc.property(rules, fc.array(anyRecord, { minLength: 1, maxLength: 6 }), fc.nat(1000), (some, population, seed) => {
        const change = { scores: FITTED_SCORES, hitPolicy: 'first' };
        const policy = parsePolicy(policyOf(some, change));
        const again = parsePolicy(shuffleKeys(JSON.parse(JSON.stringify(policyOf(some, change))), seed));
        const journey = (value: unknown): unknown => shuffleKeys(JSON.parse(JSON.stringify(value)), seed);
        const calibration = createClassifier(policy).calibrate(population.map(asRecord), { asOf });
        const reversed = [...population].reverse();
        expect(JSON.stringify(createClassifier(policy).calibrate(reversed.map(asRecord), { asOf }))).toBe(JSON.stringify(calibration));
        expect(createClassifier(again).calibrate(reversed.map((record) => asRecord(journey(record))), { asOf })).toEqual(calibration);
        const kept: Calibration = parseCalibration(journey(calibration));
        const one = createClassifier(policy, { calibration });
        const other = createClassifier(again, { calibration: kept });
        expect(other.hashes).toEqual(one.hashes);
        for (const record of population) {
          const result = one.classify(asRecord(record), { asOf });
          expect(unordered(other.classify(asRecord(journey(record)), { asOf }))).toEqual(unordered(result));
          const read = parseClassification(journey(result), policy);
          expect(read).toEqual(result);
          expect(one.explain(read)).toEqual(one.explain(result));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is given', () => {
  it('is never changed', () => {
    fc.assert(
      fc.property(rules, anyRecord, (some, record) => {
        const policy = deepFreeze(policyOf(some, { scores: FITTED_SCORES }));
        const frozen = asRecord(deepFreeze(record));
        const before = JSON.stringify([policy, record]);
        const parsed = deepFreeze(parsePolicy(policy));
        const calibration = deepFreeze(createClassifier(parsed).calibrate([frozen], { asOf }));
        const one = createClassifier(parsed, { calibration });
        const result = deepFreeze(one.classify(frozen, { asOf }));
        expect([one.score(frozen, { asOf }).facts, one.assign(frozen, { asOf })]).toEqual([result.facts, result.segment]);
        expect(one.explain(result).segment).toBe(result.segment);
        expect(JSON.stringify([policy, record])).toBe(before);
      }),
      { numRuns: 60 },
    );
  });
});
