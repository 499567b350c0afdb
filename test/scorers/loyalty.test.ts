import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loyalty } from '../../src/scorers/loyalty.js';
import { bind, problemsOf } from './kit.js';

const { score, bands } = bind(loyalty, {});

describe('loyalty', () => {
  it.each([
    ['loyal at both limits', 6, 4, 90, 'loyal'],
    ['one purchase short', 5, 4, 90, 'potentially-loyal'],
    ['all in too few months', 20, 3, 400, 'potentially-loyal'],
    ['first bought a day too late to be judged', 6, 4, 89, 'new'],
    ['one purchase long ago', 1, 1, 300, 'potentially-loyal'],
    ['one purchase today', 1, 1, 0, 'new'],
  ])('%s', (_, purchases, activeMonths, daysSinceFirstPurchase, band) => {
    expect(score({ purchases, activeMonths, daysSinceFirstPurchase })).toMatchObject({ value: null, band });
  });

  it('says by which limits', () => {
    const inputs = (purchases: number, activeMonths: number, daysSinceFirstPurchase: number) =>
      score({ purchases, activeMonths, daysSinceFirstPurchase }).axes?.map(({ input, value, line, above }) => [input, value, line, above]);
    expect(inputs(6, 4, 90)).toEqual([['purchases', 6, 6, true], ['activeMonths', 4, 4, true]]);
    expect(inputs(5, 4, 90)).toEqual([['purchases', 5, 6, false]]);
    expect(inputs(6, 3, 90)).toEqual([['activeMonths', 3, 4, false]]);
    expect(inputs(6, 4, 89)).toEqual([['daysSinceFirstPurchase', 89, 90, false]]);
  });

  it('lists its bands from the lowest up', () => {
    expect(bands).toEqual(['new', 'potentially-loyal', 'loyal']);
  });

  it('has no band without a purchase', () => {
    expect(score({ purchases: 0, activeMonths: 0, daysSinceFirstPurchase: null })).toEqual({
      value: null,
      band: null,
      reason: 'loyalty/no-purchases',
    });
  });

  it('has no band where a fact that it needs is missing', () => {
    const missing = { value: null, band: null, reason: 'score/missing-fact' };
    expect(score({ purchases: null, activeMonths: 5, daysSinceFirstPurchase: 200 })).toEqual(missing);
    expect(score({ purchases: 6, activeMonths: 5, daysSinceFirstPurchase: null })).toEqual(missing);
    expect(score({ purchases: 6, activeMonths: null, daysSinceFirstPurchase: 200 })).toEqual(missing);
    expect(score({ purchases: -1, activeMonths: 5, daysSinceFirstPurchase: 200 })).toEqual(missing);
  });

  it('does without a fact that it does not need', () => {
    expect(score({ purchases: 5, activeMonths: null, daysSinceFirstPurchase: 200 }).band).toBe('potentially-loyal');
    expect(score({ purchases: 6, activeMonths: null, daysSinceFirstPurchase: 20 }).band).toBe('new');
  });

  it('takes other limits', () => {
    const strict = bind(loyalty, { loyalFromPurchases: 12, loyalFromActiveMonths: 10, newBelowDays: 30 });
    expect(strict.score({ purchases: 11, activeMonths: 10, daysSinceFirstPurchase: 400 }).band).toBe('potentially-loyal');
    expect(strict.score({ purchases: 12, activeMonths: 10, daysSinceFirstPurchase: 30 }).band).toBe('loyal');
  });

  it('never falls when a customer buys more, in more months, or is known for longer', () => {
    const count = fc.integer({ min: 1, max: 15 });
    const days = fc.integer({ min: 0, max: 200 });
    const more = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(count, count, days, more, more, more, (purchases, activeMonths, daysSinceFirstPurchase, p, m, d) => {
        const before = score({ purchases, activeMonths, daysSinceFirstPurchase }).band ?? '';
        const after =
          score({ purchases: purchases + p, activeMonths: activeMonths + m, daysSinceFirstPurchase: daysSinceFirstPurchase + d }).band ??
          '';
        expect(bands.indexOf(before)).toBeGreaterThanOrEqual(0);
        expect(bands.indexOf(after)).toBeGreaterThanOrEqual(bands.indexOf(before));
      }),
    );
  });

  it('reports wrong limits', () => {
    expect(
      problemsOf(loyalty, { loyalFromPurchases: 0, loyalFromActiveMonths: 1.5, newBelowDays: '90', minimum: 1 }).map(
        ({ message }) => message,
      ),
    ).toEqual([
      'unknown option `minimum`: use mode, loyalFromPurchases, loyalFromActiveMonths, newBelowDays',
      '`loyalFromPurchases` must be a whole number of purchases, 1 or more',
      '`loyalFromActiveMonths` must be a whole number of months, 1 or more',
      '`newBelowDays` must be a whole number of days, 1 or more',
    ]);
  });

  it('takes its mode by name too, and refuses options of other modes and modes that do not exist', () => {
    expect(bind(loyalty, { mode: 'purchases' }).bands).toEqual(bands);
    expect(problemsOf(loyalty, { mode: 'purchases', stages: [] }).map(({ pointer, message }) => [pointer, message])).toEqual([
      ['/stages', 'unknown option `stages`: use mode, loyalFromPurchases, loyalFromActiveMonths, newBelowDays'],
    ]);
    expect(problemsOf(loyalty, { mode: 'atitude' })).toEqual([
      { pointer: '/mode', message: '`mode` must be one of `purchases`, `composite`, `attitude`, `ladder`, `share-of-wallet`, `wallet-allocation`', suggestion: 'attitude' },
    ]);
    expect(problemsOf(loyalty, [])[0]).toMatchObject({ pointer: '', message: 'give an object of options: mode, loyalFromPurchases, loyalFromActiveMonths, newBelowDays' });
  });
});
