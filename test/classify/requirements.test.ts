// A record that is cut down to what a policy says it needs is judged as the whole one.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Classification } from '../../src/classify/types.js';
import type { Requirements } from '../../src/classify/requirements.js';
import { CATALOGUE } from '../../src/facts/catalogue.js';
import { createClassifier } from '../../src/classifier/create-classifier.js';
import { parsePolicy } from '../../src/policy/parse-policy.js';
import { anyMeasure, cleanRecord, WINDOWS } from '../facts/random-measures.js';
import { anyRule, asRecord, MEASURES, policyOf, TODAY } from './kit.js';

type Entry = { readonly [property: string]: unknown };
type Parts = { readonly [part: string]: unknown };

const listOf = (value: unknown): readonly Entry[] => (Array.isArray(value) ? (value as readonly Entry[]) : []);
const dayOf = (when: unknown): string => (typeof when === 'string' ? when.slice(0, 10) : '');
const LAST_DAYS: { readonly [quarter: string]: string } = { Q1: '03-31', Q2: '06-30', Q3: '09-30', Q4: '12-31' };

/** The days of an entry: its own, and those of payments inside of it; for a plan the last one. */
function daysOf(entry: Entry): readonly string[] {
  const { period } = entry;
  if (typeof period === 'string') return [`${period.slice(0, 4)}-${LAST_DAYS[period.slice(5)] ?? ''}`];
  return [dayOf(entry['at'] ?? entry['issued']), ...listOf(entry['payments']).map((payment) => dayOf(payment['at']))];
}

const picked = (entry: Entry, names: readonly string[]): Entry => Object.fromEntries(Object.entries(entry).filter(([name]) => names.includes(name)));

/** Only what is asked for, as a host loads it. */
function cutDown(record: Parts, { parts, customer, facts }: Requirements): Parts {
  const lists = Object.entries(parts).flatMap(([part, { from, to, fields }]) => {
    if (record[part] === undefined) return [];
    const within = listOf(record[part]).filter((entry) => daysOf(entry).some((day) => (from === null || day >= from) && day <= to));
    return [[part, within.map((entry) => picked(entry, fields))] as const];
  });
  const who = record['customer'] as Entry;
  const attributes = customer.filter((path) => path.startsWith('attributes.')).map((path) => path.slice('attributes.'.length));
  return {
    customer: { ...picked(who, customer), attributes: picked((who['attributes'] ?? {}) as Entry, attributes) },
    ...Object.fromEntries(lists),
    facts: picked((record['facts'] ?? {}) as Entry, facts),
    ...(record['coverage'] === undefined ? {} : { coverage: record['coverage'] }),
  };
}

const measures = fc.array(anyMeasure, { minLength: 1, maxLength: 6 }).map((list) => Object.fromEntries(list.map((measure, index) => [`m${String(index)}`, measure])));
const readyFacts = fc.subarray(Object.keys(CATALOGUE), { maxLength: 4 });
const present = (path: string) => ({ present: { var: path } });

const policy = fc.tuple(measures, readyFacts, fc.array(anyRule, { maxLength: 3 }), fc.option(fc.constantFrom(...WINDOWS), { nil: undefined }), fc.constantFrom(4, 4, 1, 3, 11)).map(([some, ids, rules, window, fiscalYearStart]) => {
  const overFacts = { isKnown: { when: { or: [...Object.keys(some), ...ids].map(present) } } };
  const read = [...Object.keys(some), ...ids].map(present);
  return policyOf([...rules, { or: [...read, { var: 'isKnown' }] }], { measures: { ...MEASURES, ...some, ...overFacts }, scores: { spend: { scorer: 'value', cut: { fixed: [50, 100] } } }, fiscalYearStart, ...(window === undefined ? {} : { window }) });
});

/** All but what was noticed: what is not loaded cannot be noticed. */
const judged = (result: Classification): object => ({ ...result, findings: [] });

it('plans are those of calendar years and quarters as well as of fiscal ones', () => {
  const asked = (targetPeriod: string, paths: readonly string[], fiscalYearStart: number, asOf: string) => {
    const { from, to } = createClassifier(parsePolicy(policyOf([{ or: paths.map(present) }], { fiscalYearStart, targetPeriod }))).requirements({ asOf }).parts['targets'] ?? {};
    return [from, to];
  };
  expect(asked('year', ['targetCompletionBefore'], 4, '2026-06-30')).toEqual(['2024-01-01', '2026-06-30']);
  expect(asked('quarter', ['targetCompletionBefore'], 3, '2026-06-30')).toEqual(['2025-12-01', '2026-06-30']);
  expect(asked('quarter', ['targetElapsedShare'], 3, '2026-02-28')).toEqual(['2025-12-01', '2026-03-31']);
  expect(asked('quarter', ['targetElapsedShare'], 4, '2026-02-28')).toEqual(['2026-01-01', '2026-03-31']);
});

it('a record cut down to its requirements classifies and explains as the whole one', () => {
  fc.assert(
    fc.property(policy, cleanRecord, (json, record) => {
      const classifier = createClassifier(parsePolicy(json));
      const needed = classifier.requirements({ asOf: TODAY });
      const whole = classifier.classify(asRecord(record), { asOf: TODAY });
      const cut = classifier.classify(asRecord(cutDown(record, needed)), { asOf: TODAY });
      expect(judged(cut)).toEqual(judged(whole));
      expect({ ...classifier.explain(cut), findings: [] }).toEqual({ ...classifier.explain(whole), findings: [] });
    }),
    { numRuns: 150 },
  );
});
