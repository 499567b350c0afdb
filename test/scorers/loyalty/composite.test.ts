import { describe, expect, it } from 'vitest';
import { loyalty } from '../../../src/scorers/loyalty.js';
import { bind, problemsOf } from '../kit.js';

const usual = bind(loyalty, { mode: 'composite', cut: { fixed: [40, 70] } });
const steady = { purchases: 9, activeMonthShare: 0.75, daysSinceFirstPurchase: 365, purchaseStreakMonths: 3 };

describe('an index of how a customer behaves', () => {
  it('adds up the usual facts', () => {
    // 9 of 12 purchases of 40 points, 75 % of months of 30, 365 of 730 days of 20, 3 of 6 months in a row of 10.
    const { value, band, contributions } = usual.score(steady);
    expect(contributions?.map(({ id, points }) => [id, points])).toEqual([['purchases', 30], ['activeMonthShare', 22.5], ['daysSinceFirstPurchase', 10], ['purchaseStreakMonths', 5]]);
    expect([value, band]).toEqual([67.5, 'B']);
  });

  it('has 100 for who reaches every target, and 0 for who reaches nothing', () => {
    expect(usual.score({ purchases: 30, activeMonthShare: 1, daysSinceFirstPurchase: 3000, purchaseStreakMonths: 12 })).toMatchObject({ value: 100, band: 'A' });
    expect(usual.score({ purchases: 0, activeMonthShare: 0, daysSinceFirstPurchase: 0, purchaseStreakMonths: 0 })).toMatchObject({ value: 0, band: 'C' });
  });

  it('is not known where an item is not, unless the policy says otherwise', () => {
    const lacking = { ...steady, purchaseStreakMonths: null };
    expect(usual.score(lacking)).toMatchObject({ value: null, band: null, reason: 'score/missing-fact' });
    // (30 + 22.5 + 10) ÷ 90 × 100
    expect(bind(loyalty, { mode: 'composite', missing: 'redistribute' }).score(lacking).value).toBe(69.44444444444444);
    expect(bind(loyalty, { mode: 'composite', missing: 'penalise' }).score(lacking).value).toBe(62.5);
  });

  it('takes other facts, some against the best customer', () => {
    const items = [{ of: 'purchases', weight: 3, marks: 'best' }, { of: 'distinctCategories', weight: 1, marks: { steps: [[1, 0], [2, 50], [4, 100]] } }];
    const { score } = bind(loyalty, { mode: 'composite', items }, [{ purchases: 20 }, { purchases: 5 }]);
    // Half of the best of 75 points, and 50 marks of 25.
    expect(score({ purchases: 10, distinctCategories: 3 }).value).toBe(50);
  });

  it('says what is wrong with its options', () => {
    const messages = (json: object) => problemsOf(loyalty, { mode: 'composite', ...json }).map(({ pointer, message }) => `${pointer}: ${message}`);
    expect(messages({ items: [] })).toEqual(['/items: `items` must be a list of items, such as [{ "of": "netSpend", "weight": 20, "marks": "best" }]']);
    expect(messages({ items: [{ of: 'purchases', weight: 0 }] })).toEqual([
      '/items/0/marks: `marks` must be `best`, `min-max`, `rank`, `rating`, or an object with `target`, `steps` or `bands`: add it',
      '/items/0/weight: `weight` must be a number above 0',
    ]);
    expect(messages({ loyalFromPurchases: 6 })).toEqual(['/loyalFromPurchases: unknown option `loyalFromPurchases`: use mode, items, missing, cut, bands']);
  });
});
