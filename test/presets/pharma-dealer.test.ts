import { describe, expect, it } from 'vitest';
import { policyFrom } from '../../src/policy/policy-from.js';
import { pharmaDealer } from '../../src/presets/pharma-dealer.js';
import type { Assessment, CustomerRecord, FactValue } from '../../src/model/types.js';
import { testPolicy, type PolicyCase } from '../../src/testing/test-policy.js';
import { asOf, calibrated, dealerPopulation, dealers, given } from './kit.js';

const quadrants = {
  'star': { targetCompletion: 0.95, targetCompletionChange: 0.08 },
  'cash-cow': { targetCompletion: 0.95, targetCompletionChange: 0.0799 },
  'question-mark': { targetCompletion: 0.9499, targetCompletionChange: 0.08 },
  'dog': { targetCompletion: 0.9499, targetCompletionChange: 0.0799 },
} as const;
type Quadrant = keyof typeof quadrants;
type Ratings = { readonly [indicator: string]: number | null };

function rated(ratings: Ratings): readonly Assessment[] {
  return Object.entries(ratings).flatMap(([indicator, rating]) => (rating === null ? [] : [{ indicator, rating, of: 5, at: '2026-04-15' }]));
}

function dealer(quadrant: Quadrant | null, onTimePaymentRatio: number | null, ratings: Ratings = {}, since?: string): CustomerRecord {
  const facts: { readonly [fact: string]: FactValue } = { ...(quadrant === null ? { targetCompletion: null, targetCompletionChange: null } : quadrants[quadrant]), onTimePaymentRatio };
  return given('dealer', facts, { assessments: rated(ratings), ...(since === undefined ? {} : { customer: { id: 'dealer', since } }) });
}

const good = { strength: 4, credit: 4, capability: 4, cooperation: 4 };
type Segment = (typeof pharmaDealer.segments)[number]['id'];

const cases: readonly PolicyCase<Segment>[] = [
  { name: 'a star that pays 80 % on time', record: dealer('star', 0.8, good), segment: 'key-account', status: 'matched', because: ['scores.quadrant.band', 'onTimePaymentRatio', 'scores.credit.value'] },
  { name: 'a star whom nobody has rated', record: dealer('star', 0.8), segment: 'key-account', status: 'matched' },
  { name: 'a star that pays less than 80 % on time', record: dealer('star', 0.7999, good), segment: 'secure-payment', status: 'matched', because: ['scores.quadrant.band', 'onTimePaymentRatio'] },
  { name: 'a star with a credit rating of 2 of 5', record: dealer('star', 1, { credit: 2 }), segment: 'key-account', status: 'matched' },
  { name: 'a star with a credit rating of 1 of 5', record: dealer('star', 1, { credit: 1 }), segment: 'secure-payment', status: 'matched', because: ['scores.quadrant.band', 'scores.credit.value'] },
  { name: 'a star whose payments nobody recorded', record: dealer('star', null, good), segment: 'to-review', status: 'undetermined', undecided: ['key-account', 'secure-payment'] },
  { name: 'a poor credit rating decides without payments', record: dealer('star', null, { credit: 1 }), segment: 'secure-payment', status: 'matched' },
  { name: 'a cash cow', record: dealer('cash-cow', null), segment: 'maintain', status: 'matched', because: ['scores.quadrant.band'] },
  { name: 'a question mark', record: dealer('question-mark', null, good), segment: 'grow', status: 'matched' },
  { name: 'a question mark whom nobody has rated', record: dealer('question-mark', null), segment: 'grow', status: 'matched' },
  { name: 'a question mark rated poor in cooperation', record: dealer('question-mark', null, { cooperation: 1 }), segment: 'watch', status: 'matched' },
  { name: 'a dog', record: dealer('dog', 1, good), segment: 'watch', status: 'matched', because: ['scores.quadrant.band'] },
  { name: 'a dog rated poor in everything', record: dealer('dog', 1, { strength: 1, capability: 0, cooperation: 1.9 }), segment: 'phase-out', status: 'matched' },
  { name: 'a dog rated poor in all but one', record: dealer('dog', 1, { strength: 1, capability: 1, cooperation: 2 }), segment: 'watch', status: 'matched' },
  { name: 'a dog rated poor, one rating missing', record: dealer('dog', 1, { strength: 1, capability: 1 }), segment: 'watch', status: 'matched' },
  { name: 'a dealer of 279 days without two plans', record: dealer(null, null, {}, '2025-09-24'), segment: 'new', status: 'matched', because: ['targetCompletionChange', 'tenureDays'] },
  { name: 'a dealer of 280 days without two plans', record: dealer(null, null, {}, '2025-09-23'), segment: 'to-review', status: 'undetermined' },
  { name: 'a young dealer with two plans is judged by them', record: dealer('star', 1, {}, '2026-01-01'), segment: 'key-account', status: 'matched' },
  { name: 'a dealer of whom nothing is known', record: { customer: { id: 'x' } }, segment: 'to-review', status: 'undetermined' },
];

describe('pharmaDealer', () => {
  it.each(testPolicy(dealers, cases, { asOf }))('$name', ({ message }) => expect(message).toBe(''));

  it('reaches every segment', () => {
    expect(new Set(cases.map(({ segment }) => segment))).toEqual(new Set(pharmaDealer.segments.map(({ id }) => id)));
  });

  const ratings = [null, 1, 4] as const;
  const everyRating = ratings.flatMap((strength) => ratings.flatMap((credit) => ratings.flatMap((capability) => ratings.map((cooperation) => ({ strength, credit, capability, cooperation })))));

  it('finds a place for every dealer whose quadrant and payments are known, and missing ratings leave nothing open', () => {
    const results = (Object.keys(quadrants) as Quadrant[]).flatMap((quadrant) =>
      [0.5, 0.9].flatMap((onTime) => everyRating.map((each) => dealers.classify(dealer(quadrant, onTime, each), { asOf }))));
    expect(results).toHaveLength(4 * 2 * 81);
    expect(new Set(results.map(({ status }) => status))).toEqual(new Set(['matched']));
  });

  it('never proposes to phase out on a missing rating', () => {
    const results = everyRating.map((each) => ({ each, segment: dealers.assign(dealer('dog', 0.1, each), { asOf }) }));
    const proposed = results.filter(({ segment }) => segment === 'phase-out').map(({ each: { strength, capability, cooperation } }) => [strength, capability, cooperation]);
    expect(proposed).toEqual([[1, 1, 1], [1, 1, 1], [1, 1, 1]]);
  });

  it('is adapted by policyFrom, with the lines of the same calibration', () => {
    const strict = policyFrom(pharmaDealer, { id: 'dealers', version: '2026.1', currency: 'USD', timeZone: 'America/New_York', parameters: { onTime: 0.95, poorBelow: 0.6, newBelowDays: 400 } });
    const classifier = calibrated(strict, dealerPopulation);
    const segments = [dealer('star', 0.94, good), dealer('star', 0.95, { credit: 2 }), dealer('star', 0.95, { credit: 3 }), dealer(null, null, {}, '2025-09-23')].map((record) => classifier.assign(record, { asOf }));
    expect(segments).toEqual(['secure-payment', 'secure-payment', 'key-account', 'new']);
    expect(pharmaDealer.parameters).toEqual({ onTime: 0.8, poorBelow: 0.4, newBelowDays: 280 });
  });

  it('keeps its calibration when a parameter changes that no score reads', () => {
    const calibration = dealers.classify(dealer('star', 1), { asOf }).calibration;
    const same = calibrated(policyFrom(pharmaDealer, { id: 'dealers', version: '2', parameters: { onTime: 0.9 } }), dealerPopulation);
    expect(same.hashes.fit).toBe(dealers.hashes.fit);
    expect(same.classify(dealer('star', 1), { asOf }).calibration).toEqual(calibration);
  });

  it('can be cut by thresholds as its note says', () => {
    const { quadrant } = pharmaDealer.scores ?? {};
    const written = /"cut": (\{.*?\}) \(/.exec(quadrant?.note ?? '')?.[1] ?? '';
    const policy = { ...pharmaDealer, scores: { ...pharmaDealer.scores, quadrant: { ...quadrant, cut: JSON.parse(written) } } } as typeof pharmaDealer;
    const classifier = calibrated(policy, []);
    expect(classifier.needsCalibration).toEqual([]);
    expect(classifier.assign(given('B', { targetCompletion: 0.95, targetCompletionChange: -0.09 }), { asOf })).toBe('watch');
    expect(dealers.assign(given('B', { targetCompletion: 0.95, targetCompletionChange: -0.09 }), { asOf })).toBe('maintain');
  });
});
