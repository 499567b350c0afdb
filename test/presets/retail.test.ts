import { describe, expect, it } from 'vitest';
import { policyFrom } from '../../src/policy/policy-from.js';
import { retail } from '../../src/presets/retail.js';
import { buildRecord } from '../../src/testing/build-record.js';
import { testPolicy, type PolicyCase } from '../../src/testing/test-policy.js';
import { asOf, calibrated, customerPopulation, customers, given } from './kit.js';

/** Purchases, the last one so many days ago and each earlier one `gap` days before. */
function bought(lastDaysAgo: number, times: number, amount: number, gap = 20): ReturnType<typeof buildRecord> {
  return buildRecord(asOf, { purchases: Array.from({ length: times }, (_, i) => ({ daysAgo: lastDaysAgo + i * gap, amount })) });
}

type Segment = (typeof retail.segments)[number]['id'];

const cases: readonly PolicyCase<Segment>[] = [
  { name: 'has never bought', record: bought(0, 0, 1), segment: 'prospect', status: 'matched', because: ['scores.stage.band'] },
  { name: 'first bought 29 days ago', record: bought(29, 1, 50), segment: 'new', status: 'matched' },
  { name: 'bought much and often, all within 29 days', record: bought(1, 15, 5000, 2), segment: 'new', status: 'matched' },
  { name: 'bought once, 179 days ago', record: bought(179, 1, 5000), segment: 'new', status: 'matched' },
  { name: '9 purchases of 900 together', record: bought(10, 9, 100), segment: 'champions', status: 'matched', because: ['scores.stage.band', 'scores.value.band', 'scores.frequency.band'] },
  { name: '9 purchases of a little less', record: bought(10, 9, 99.99), segment: 'loyal', status: 'matched' },
  { name: '8 purchases of much', record: bought(10, 8, 1000), segment: 'growing', status: 'matched' },
  { name: '6 small purchases', record: bought(10, 6, 1), segment: 'growing', status: 'matched' },
  { name: '5 small purchases', record: bought(10, 5, 1), segment: 'occasional', status: 'matched' },
  { name: 'back after a year', record: bought(10, 2, 1, 365), segment: 'occasional', status: 'matched' },
  { name: 'good in frequency, silent for 180 days', record: bought(180, 9, 1), segment: 'win-back', status: 'matched' },
  { name: 'good in value, silent for 364 days', record: bought(364, 2, 450), segment: 'win-back', status: 'matched' },
  { name: 'never good, silent for 180 days', record: bought(180, 2, 50), segment: 'at-risk', status: 'matched' },
  { name: 'bought once, 180 days ago', record: bought(180, 1, 50), segment: 'at-risk', status: 'matched' },
  { name: 'silent for 365 days', record: bought(365, 9, 900), segment: 'lapsed', status: 'matched' },
  { name: 'transactions were not loaded', record: buildRecord(asOf, { omit: ['transactions'] }), segment: 'to-review', status: 'undetermined' },
];

const stages = {
  'prospect': { lifetimePurchases: 0 },
  'too-new': { lifetimePurchases: 3, daysSinceLastPurchase: 2, daysSinceFirstPurchase: 20, lastGapDays: 3 },
  'first-time': { lifetimePurchases: 1, daysSinceLastPurchase: 40, daysSinceFirstPurchase: 40 },
  'active': { lifetimePurchases: 3, daysSinceLastPurchase: 40, daysSinceFirstPurchase: 400, lastGapDays: 30 },
  'reactivated': { lifetimePurchases: 3, daysSinceLastPurchase: 40, daysSinceFirstPurchase: 900, lastGapDays: 400 },
  'at-risk': { lifetimePurchases: 3, daysSinceLastPurchase: 200, daysSinceFirstPurchase: 900, lastGapDays: 30 },
  'lapsed': { lifetimePurchases: 3, daysSinceLastPurchase: 400, daysSinceFirstPurchase: 900, lastGapDays: 30 },
} as const;
type Stage = keyof typeof stages;
const steps = [1, 6, 9] as const;

const segmentOf = (stage: Stage, value: number, frequency: number) =>
  customers.classify(given('customer', { ...stages[stage], netSpend: value * 100, purchases: frequency }), { asOf });

describe('retail', () => {
  it.each(testPolicy(customers, cases, { asOf }))('$name', ({ message }) => expect(message).toBe(''));

  it('reaches every segment', () => {
    expect(new Set(cases.map(({ segment }) => segment))).toEqual(new Set(retail.segments.map(({ id }) => id)));
  });

  const cells = (Object.keys(stages) as Stage[]).flatMap((stage) => steps.flatMap((value) => steps.map((frequency) => ({ stage, value, frequency, result: segmentOf(stage, value, frequency) }))));

  it('has one place for each of the 63 cells of stage, value and frequency', () => {
    expect(cells).toHaveLength(63);
    expect(cells.filter(({ stage, result }) => result.scores.stage.band !== stage)).toEqual([]);
    expect(new Set(cells.map(({ result }) => result.status))).toEqual(new Set(['matched']));
  });

  it('never gives a worse segment for more value or frequency at the same stage', () => {
    const place = new Map(retail.ranking?.map((segment, i) => [segment, i]));
    const worse = cells.flatMap((less) => cells
      .filter((more) => more.stage === less.stage && more.value >= less.value && more.frequency >= less.frequency)
      .filter((more) => (place.get(more.result.segment) ?? 0) > (place.get(less.result.segment) ?? 0)));
    expect(worse).toEqual([]);
  });

  it('is adapted by policyFrom', () => {
    const shop = policyFrom(retail, { id: 'shop', version: '2026.1', currency: 'EUR', timeZone: 'Europe/Paris', window: { last: 'P12M' } });
    const classifier = calibrated(shop, customerPopulation);
    expect(classifier.policy.currency).toBe('EUR');
    // Of twelve purchases 40 days apart, ten lie in twelve months.
    expect(classifier.score(bought(1, 12, 100, 40), { asOf }).facts['purchases']).toBe(10);
    expect(customers.score(bought(1, 12, 100, 40), { asOf }).facts['purchases']).toBe(12);
  });

  it('has the figures that shops argue about as parameters', () => {
    const weekly = policyFrom(retail, { id: 'bakery', version: '1', parameters: { atRiskFromDays: 21, lapsedFromDays: 60, newBelowDays: 7, highAbove: 0.7 } });
    const classifier = calibrated(weekly, customerPopulation);
    const segments = [bought(21, 2, 50), bought(60, 2, 50), bought(7, 1, 50), bought(6, 1, 50), bought(1, 8, 100)].map((record) => classifier.assign(record, { asOf }));
    expect(segments).toEqual(['at-risk', 'lapsed', 'new', 'new', 'champions']);
    expect(customers.assign(bought(1, 8, 100), { asOf })).toBe('growing');
  });

  it('explains a stage by the days that decided', () => {
    const [axis] = customers.explain(customers.classify(bought(200, 9, 100), { asOf })).scores.find(({ id }) => id === 'stage')?.axes ?? [];
    expect(axis).toMatchObject({ input: 'daysSinceLastPurchase', value: 200, line: 180, distance: 20 });
  });
});
