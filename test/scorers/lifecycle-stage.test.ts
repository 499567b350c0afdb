import { describe, expect, it } from 'vitest';
import type { FactValue } from '../../src/model/types.js';
import { lifecycleStage } from '../../src/scorers/lifecycle-stage.js';
import type { Score } from '../../src/scorers/scorer.js';
import { bind, problemsOf } from './kit.js';

const limits = { atRiskFromDays: 60, lapsedFromDays: 180 };
const plain = bind(lifecycleStage, limits);
const gentle = bind(lifecycleStage, { ...limits, tooNewBelowDays: 14 });

/** A customer by lifetime purchases, days since the last and first purchase, and the gap between the last two purchase days. */
function stage(bound: typeof plain, purchases: FactValue, last: FactValue, first: FactValue, gap: FactValue): Score {
  return bound.score({ lifetimePurchases: purchases, daysSinceLastPurchase: last, daysSinceFirstPurchase: first, lastGapDays: gap });
}

describe('stages', () => {
  it.each<[string, readonly [FactValue, FactValue, FactValue, FactValue], string]>([
    ['never bought', [0, null, null, null], 'prospect'],
    ['bought once, a day before being at risk', [1, 59, 59, null], 'first-time'],
    ['bought twice on one day', [2, 10, 10, null], 'first-time'],
    ['bought once, at risk', [1, 60, 60, null], 'at-risk'],
    ['bought once, lapsed', [1, 180, 180, null], 'lapsed'],
    ['buys regularly', [5, 20, 300, 30], 'active'],
    ['buys regularly, at risk', [5, 60, 300, 30], 'at-risk'],
    ['the last day before lapsing', [5, 179, 300, 30], 'at-risk'],
    ['lapsed', [5, 180, 300, 30], 'lapsed'],
    ['came back after a long pause', [5, 20, 300, 180], 'reactivated'],
    ['came back after a pause that was not long enough', [5, 20, 300, 179], 'active'],
    ['came back and is at risk again', [5, 70, 300, 200], 'at-risk'],
  ])('%s', (_, [purchases, last, first, gap], band) => {
    expect(stage(plain, purchases, last, first, gap)).toMatchObject({ value: null, band });
  });

  it('say by which limit', () => {
    const limit = (input: string, value: number, line: number) => ({ id: input, input, value, line, distance: value - line, above: value >= line });
    expect(stage(plain, 5, 180, 300, 30).axes).toEqual([limit('daysSinceLastPurchase', 180, 180)]);
    expect(stage(plain, 5, 70, 300, 30).axes).toEqual([limit('daysSinceLastPurchase', 70, 60)]);
    expect(stage(plain, 5, 20, 300, 30).axes).toEqual([limit('daysSinceLastPurchase', 20, 60)]);
    expect(stage(plain, 5, 20, 300, 180).axes).toEqual([limit('lastGapDays', 180, 180), limit('daysSinceLastPurchase', 20, 60)]);
    expect(stage(gentle, 1, 13, 13, null).axes).toEqual([limit('daysSinceFirstPurchase', 13, 14)]);
    expect(stage(plain, 0, null, null, null).axes).toBeUndefined();
  });

  it('may call a customer too new to judge, whatever else holds', () => {
    expect(stage(gentle, 1, 13, 13, null).band).toBe('too-new');
    expect(stage(gentle, 1, 14, 14, null).band).toBe('first-time');
    expect(stage(gentle, 4, 1, 13, 5).band).toBe('too-new');
    const long = bind(lifecycleStage, { ...limits, tooNewBelowDays: 90 });
    expect(stage(long, 1, 70, 70, null).band).toBe('too-new');
    expect(stage(long, 1, 90, 90, null).band).toBe('at-risk');
  });
});

describe('missing facts', () => {
  const missing = { value: null, band: null, reason: 'score/missing-fact' };

  it.each<[string, readonly [FactValue, FactValue, FactValue, FactValue]]>([
    ['nothing is known', [null, null, null, null]],
    ['purchases without a day', [3, null, null, null]],
    ['recent, and the gap is not known', [3, 10, 100, null]],
    ['recent, and nothing says whether there were two days', [null, 10, null, null]],
    ['a text', [3, '10', 100, 20]],
    ['days that are negative', [3, -1, 100, 20]],
  ])('%s: no band', (_, [purchases, last, first, gap]) => {
    expect(stage(plain, purchases, last, first, gap)).toEqual(missing);
  });

  it('does without a fact that it does not need', () => {
    expect(stage(plain, null, 200, null, null).band).toBe('lapsed');
    expect(stage(plain, null, 60, null, null).band).toBe('at-risk');
    expect(stage(plain, null, 10, null, 20).band).toBe('active');
    expect(stage(plain, 1, 10, null, null).band).toBe('first-time');
    expect(stage(gentle, null, 60, null, null).band).toBe('at-risk');
    expect(stage(gentle, null, 10, null, 20).band).toBe('active');
    expect(stage(gentle, null, 10, null, 2)).toEqual(missing);
    // Too new, whatever else holds: when the last purchase was is not asked.
    expect(stage(gentle, 3, null, 13, null).band).toBe('too-new');
    expect(stage(gentle, null, null, 13, null).band).toBe('too-new');
    expect(stage(gentle, 3, null, 14, null)).toEqual(missing);
  });

  it('never names a stage that the missing fact could have changed', () => {
    const days = [0, 5, 13, 14, 20, 60, 179, 180, 300];
    type Customer = readonly [FactValue, FactValue, FactValue, FactValue];
    const gaps = (last: number, first: number): readonly number[] => days.filter((gap) => gap > 0 && last + gap <= first);
    const full = days.flatMap((last) =>
      days
        .filter((first) => first >= last)
        .flatMap((first): readonly Customer[] =>
          first === last ? [[2, last, first, null]] : gaps(last, first).map((gap): Customer => [3, last, first, gap]),
        ),
    );
    expect(full.length).toBeGreaterThan(100);
    for (const customer of full) {
      const whole = stage(gentle, ...customer).band;
      customer.forEach((__, left) => {
        const [purchases, last, first, gap] = customer.map((value, i) => (i === left ? null : value));
        const part = stage(gentle, purchases ?? null, last ?? null, first ?? null, gap ?? null).band;
        expect([null, whole]).toContain(part);
      });
    }
  });
});

it('reports wrong limits', () => {
  const messages = (json: Parameters<typeof problemsOf>[1]): readonly string[] =>
    problemsOf(lifecycleStage, json).map(({ pointer, message }) => `${pointer}: ${message}`);
  expect(messages({})).toEqual([
    '/atRiskFromDays: `atRiskFromDays` must be a whole number of days, 1 or more: add it',
    '/lapsedFromDays: `lapsedFromDays` must be a whole number of days, 1 or more: add it',
  ]);
  expect(messages({ atRiskFromDays: 60, lapsedFromDays: 60 })).toEqual([
    '/lapsedFromDays: `lapsedFromDays` must be more than `atRiskFromDays`, 60: at risk comes before lapsed',
  ]);
  expect(messages({ ...limits, tooNewBelowDays: -1 })).toEqual([
    '/tooNewBelowDays: `tooNewBelowDays` must be a whole number of days, 1 or more',
  ]);
  expect(problemsOf(lifecycleStage, { ...limits, lapsedFromDay: 3 })[0]?.suggestion).toBe('lapsedFromDays');
});
