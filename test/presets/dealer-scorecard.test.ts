import { describe, expect, it } from 'vitest';
import type { Assessment, CustomerRecord, FactValue } from '../../src/model/types.js';
import { policyFrom } from '../../src/policy/policy-from.js';
import { dealerScorecard } from '../../src/presets/dealer-scorecard.js';
import { formatExplanation } from '../../src/render/format-explanation.js';
import { zhCN } from '../../src/render/locales/zh-CN.js';
import { boundaryCases } from '../../src/testing/boundary-cases.js';
import { testPolicy, type PolicyCase } from '../../src/testing/test-policy.js';
import { asOf, calibrated, dealerPopulation, given } from './kit.js';

const dealers = calibrated(dealerScorecard, dealerPopulation);
const quadrants = {
  'star': { targetCompletion: 0.95, targetCompletionChange: 0.08 },
  'cash-cow': { targetCompletion: 0.95, targetCompletionChange: 0.0799 },
  'question-mark': { targetCompletion: 0.9499, targetCompletionChange: 0.08 },
  'dog': { targetCompletion: 0.9499, targetCompletionChange: 0.0799 },
} as const;
type Quadrant = keyof typeof quadrants;
type Ratings = { readonly [indicator: string]: number };
type Segment = (typeof dealerScorecard.segments)[number]['id'];

const all = (rating: number): Ratings => ({ strength: rating, capability: rating, cooperation: rating });
const rated = (ratings: Ratings): readonly Assessment[] => Object.entries(ratings).map(([indicator, rating]) => ({ indicator, rating, of: 5, at: '2026-04-15' }));

function dealer(quadrant: Quadrant | null, onTimePaymentRatio: number | null, ratings: Ratings = {}, since?: string): CustomerRecord {
  const facts: { readonly [fact: string]: FactValue } = { ...(quadrant === null ? { targetCompletion: null, targetCompletionChange: null } : quadrants[quadrant]), onTimePaymentRatio };
  return given('dealer', facts, { assessments: rated(ratings), ...(since === undefined ? {} : { customer: { id: 'dealer', since } }) });
}

const cases: readonly PolicyCase<Segment>[] = [
  { name: 'a star that pays in time and is rated well', record: dealer('star', 1, all(4)), segment: 'A', status: 'matched', because: ['scores.dealer.band'] },
  { name: 'a star that pays 80 % in time', record: dealer('star', 0.8, all(4)), segment: 'A', status: 'matched' },
  { name: 'a star that pays a little less in time is no A, whatever its points', record: dealer('star', 0.7999, all(5)), segment: 'B', status: 'matched' },
  { name: 'a star rated poor in credit', record: dealer('star', 1, { ...all(5), credit: 1 }), segment: 'C', status: 'matched' },
  { name: 'a star rated 2 of 5 in credit', record: dealer('star', 1, { ...all(5), credit: 2 }), segment: 'A', status: 'matched' },
  { name: 'a star whom nobody has rated', record: dealer('star', 1), segment: 'A', status: 'matched' },
  { name: 'a star whose payments nobody recorded', record: dealer('star', null, all(4)), segment: 'to-review', status: 'undetermined' },
  { name: 'a cash cow', record: dealer('cash-cow', 1, all(4)), segment: 'B', status: 'matched' },
  { name: 'a cash cow rated poor', record: dealer('cash-cow', 1, all(1)), segment: 'C', status: 'matched' },
  { name: 'a question mark that people believe in', record: dealer('question-mark', 1, all(4)), segment: 'B', status: 'matched' },
  { name: 'a question mark in the middle', record: dealer('question-mark', 1, all(3)), segment: 'C', status: 'matched' },
  { name: 'a question mark that does not pay', record: dealer('question-mark', 0, all(0)), segment: 'D', status: 'matched' },
  { name: 'a dog that is the best in all else', record: dealer('dog', 1, all(5)), segment: 'D', status: 'matched' },
  { name: 'a dealer of 279 days without two plans', record: dealer(null, 1, {}, '2025-09-24'), segment: 'new', status: 'matched' },
  { name: 'a dealer of 280 days without two plans', record: dealer(null, 1, {}, '2025-09-23'), segment: 'to-review', status: 'undetermined' },
  { name: 'a dealer of whom nothing is known', record: { customer: { id: 'x' } }, segment: 'to-review', status: 'undetermined' },
];

const pointsOf = (record: CustomerRecord) => dealers.score(record, { asOf }).scores.dealer.value;

describe('dealerScorecard', () => {
  it.each(testPolicy(dealers, cases, { asOf }))('$name', ({ message }) => expect(message).toBe(''));

  it('reaches every segment', () => {
    expect(new Set(cases.map(({ segment }) => segment))).toEqual(new Set(dealerScorecard.segments.map(({ id }) => id)));
  });

  it.each([
    // Quadrant of 60, payment of 15, ratings of 25.
    ['star', 1, all(4), 60 + 15 + 20],
    ['star', 0.8, all(4), 60 + 12 + 20],
    ['cash-cow', 1, all(1), 48 + 15 + 5],
    ['question-mark', 0.5, all(3), 36 + 7.5 + 15],
    ['dog', 1, all(5), 12 + 15 + 25],
    // 8 of 10, 3 of 7.5 and 7.5 of 7.5 points.
    ['star', 1, { strength: 4, capability: 2, cooperation: 5 }, 60 + 15 + 18.5],
    // Nobody has rated its strength: 80 % and 40 % of the other two are 60 % of all 25.
    ['star', 1, { capability: 4, cooperation: 2 }, 60 + 15 + 15],
    // Nobody has rated it at all: 51 of 75 points.
    ['question-mark', 1, {}, 68],
  ] as const)('%s, %d in time, %j has %d points', (quadrant, onTime, ratings, points) => expect(pointsOf(dealer(quadrant, onTime, ratings))).toBe(points));

  it('never gives a better grade for less', () => {
    const grades = ['D', 'C', 'B', 'A'];
    const gradeOf = (quadrant: Quadrant, onTime: number, rating: number) => grades.indexOf(dealers.assign(dealer(quadrant, onTime, { ...all(rating), credit: rating }), { asOf }));
    const order: readonly Quadrant[] = ['dog', 'question-mark', 'cash-cow', 'star'];
    const [payments, ratings] = [[0, 0.5, 0.79, 0.8, 1], [0, 1, 2, 3, 4, 5]];
    const table = order.map((quadrant) => payments.map((onTime) => ratings.map((rating) => gradeOf(quadrant, onTime, rating))));
    const at = (q: number, p: number, r: number): number => table[q]?.[p]?.[r] ?? -1;
    const falls = order.flatMap((_, q) => payments.flatMap((__, p) => ratings.flatMap((___, r) =>
      ([[q + 1, p, r], [q, p + 1, r], [q, p, r + 1]] as const).filter(([a, b, c]) => at(a, b, c) >= 0 && at(a, b, c) < at(q, p, r)).map((better) => ({ from: [q, p, r], better })))));
    expect(at(3, 4, 5)).toBe(3);
    expect(falls).toEqual([]);
  });

  it('turns at its thresholds', () => {
    const turned = boundaryCases(dealers, { asOf }).filter(({ pointer }) => pointer.startsWith('/segments')).map(({ name, record }) => [name, dealers.assign(record, { asOf })]);
    expect(turned).toContainEqual(['new: tenureDays 279, just below 280', 'new']);
    expect(turned).toContainEqual(['new: tenureDays 280, on the line', 'to-review']);
  });

  it('is adapted by policyFrom, and told in both languages by what made the grade', () => {
    const strict = calibrated(policyFrom(dealerScorecard, { id: 'dealers', version: '2026.1', parameters: { aFrom: 96, onTime: 0.9 } }), dealerPopulation);
    const why = strict.explain(strict.classify(dealer('star', 1, { ...all(4), credit: 4 }), { asOf }));
    expect(why.segment).toBe('B');
    expect(formatExplanation(why)).toContain('Quadrant +60, Payment in time +15, Ratings +20 points');
    expect(formatExplanation(why, { locale: zhCN })).toContain('波士顿象限 +60、回款及时性 +15、人工评分 +20 分');
  });
});
