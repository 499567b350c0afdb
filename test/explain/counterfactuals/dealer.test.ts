// The worked example of a dealer whose plan runs, and the same dealer when its period has ended.
import { describe, expect, it } from 'vitest';
import { createClassifier, definePolicy, type CustomerRecord } from 'clientele';

const dealers = definePolicy({
  schema: 'clientele.policy/1', id: 'dealers', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai',
  scores: { quadrant: { scorer: 'boston-quadrant', level: 'targetCompletion', growth: 'targetCompletionChange', cut: { level: { fixed: [1] }, growth: { fixed: [0.0001] } } } },
  segments: [
    { id: 'star', when: { '==': [{ var: 'scores.quadrant.band' }, 'star'] } },
    { id: 'cash-cow', when: { '==': [{ var: 'scores.quadrant.band' }, 'cash-cow'] } },
    { id: 'question', when: { '==': [{ var: 'scores.quadrant.band' }, 'question-mark'] } },
    { id: 'dog', when: { '==': [{ var: 'scores.quadrant.band' }, 'dog'] } },
    { id: 'unknown' },
  ],
  ranking: ['star', 'cash-cow', 'question', 'dog'], otherwise: 'unknown', undetermined: 'unknown',
});
const classifier = createClassifier(dealers);

/** Plans of 4,000; 85 % of the second quarter was sold, and 3,680 of the third. */
const dealer: CustomerRecord = {
  customer: { id: 'D-1' },
  targets: [{ period: '2025-Q1', amount: 4000 }, { period: '2025-Q2', amount: 4000 }, { period: '2025-Q3', amount: 4000 }],
  transactions: [{ at: '2025-03-10', amount: 3280 }, { at: '2025-05-20', amount: 3400 }, { at: '2025-08-20', amount: 3680 }],
};

function explain(asOf: string) {
  return classifier.explain(classifier.classify(dealer, { asOf }), { record: dealer });
}

describe('a dealer with a plan', () => {
  it('is told what to buy until the period ends', () => {
    const why = explain('2025-09-12');
    expect(why.segment).toBe('question');
    expect(why.counterfactuals[0]).toEqual({
      to: 'star', direction: 'up', kind: 'ahead', by: '2025-09-30',
      changes: [{
        fact: 'targetCompletion', type: 'ratio', from: 0.85, to: 1,
        action: { type: 'reach-target', period: '2025-Q3', measure: 'sales', amount: 320, actual: 4000, plan: 4000, by: '2025-09-30' },
      }],
      assumptions: ['nothing-else', 'plan-unchanged'], verified: true,
    });
  });

  it('is told what would have been enough once it has ended', () => {
    const why = explain('2025-09-30');
    expect(why.counterfactuals[0]).toMatchObject({ to: 'star', kind: 'hindsight', by: '2025-09-30', changes: [{ fact: 'targetCompletion', from: 0.92, to: 1, action: { type: 'reach-target', amount: 320 } }] });
  });
});
