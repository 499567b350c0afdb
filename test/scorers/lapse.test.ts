import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/errors/json.js';
import type { FactValue } from '../../src/model/types.js';
import { lapse } from '../../src/scorers/lapse.js';
import { daysUntilBelow, shapeOf, survival } from '../../src/scorers/lapse/survival.js';
import { bind, problemsOf } from './kit.js';

type Inputs = { readonly [input: string]: FactValue };
const missing = (reason: string) => ({ value: null, band: null, reason });

describe('hiatus', () => {
  const { score, bands } = bind(lapse, { lapsedFromDays: 91, dueFromDays: 60 });
  const silent = (daysSinceLastPurchase: FactValue, lifetimePurchaseDays: FactValue = 3) => score({ daysSinceLastPurchase, lifetimePurchaseDays });

  it.each([[0, 'active', 60], [59, 'active', 60], [60, 'due', 60], [90, 'due', 60], [91, 'lapsed', 91], [4000, 'lapsed', 91]])('%i days: %s', (days, band, line) => {
    expect(silent(days)).toEqual({
      value: days, band, contributions: [{ id: 'daysSinceLastPurchase', points: days }],
      axes: [{ id: 'daysSinceLastPurchase', input: 'daysSinceLastPurchase', value: days, line, distance: days - line, above: days >= line }],
    });
  });

  it('without a day from which one is due has two bands', () => {
    const plain = bind(lapse, { lapsedFromDays: 91 });
    expect([bands, plain.bands]).toEqual([['lapsed', 'due', 'active'], ['lapsed', 'active']]);
    expect([90, 91].map((days) => plain.score({ daysSinceLastPurchase: days }).band)).toEqual(['active', 'lapsed']);
  });

  it('says that nobody lapses who never bought, and that a day is missing', () => {
    expect(silent(null, 0)).toEqual(missing('lapse/no-purchases'));
    expect(silent(null)).toEqual(missing('score/missing-fact'));
    expect(silent(5, null).band).toBe('active');
  });
});

describe('cadence', () => {
  const { score } = bind(lapse, { mode: 'cadence' });
  const customer = (silence: number, change: Inputs = {}) => score({ daysSinceLastPurchase: silence, lifetimePurchaseDays: 4, lifetimeMedianGapDays: 30, asOf: '2026-06-30', ...change });

  it.each([[29, 'active'], [30, 'due'], [89, 'due'], [90, 'lapsed']])('%i days against a usual gap of 30: %s', (silence, band) => {
    expect(customer(silence)).toMatchObject({ value: silence / 30, band });
  });

  it('expects the next purchase a usual gap after the last', () => {
    expect(customer(10).expected).toEqual({ date: '2026-07-20' });
    expect(customer(90).expected).toEqual({ date: '2026-05-01' });
    // 27.5 days, rounded to 28.
    expect(customer(0, { lifetimeMedianGapDays: 27.5 }).expected).toEqual({ date: '2026-07-28' });
    for (const asOf of [null, '', 'soon', '2026-02-30', 5]) expect(customer(0, { asOf })).not.toHaveProperty('expected');
    expect(customer(0, { asOf: '9999-12-31' })).not.toHaveProperty('expected');
  });

  it('draws its lines in decimals: 1.1 gaps of 50 days are 55 days, though 1.1 × 50 is more as a double', () => {
    const by = bind(lapse, { mode: 'cadence', lapsedFromGaps: 1.1 });
    const wrong = Array.from({ length: 400 }, (_, index) => (index + 1) * 10).filter((gap) => {
      const bandOf = (days: number) => by.score({ daysSinceLastPurchase: days, lifetimePurchaseDays: 9, lifetimeMedianGapDays: gap }).band;
      return bandOf((gap * 11) / 10) !== 'lapsed' || bandOf((gap * 11) / 10 - 1) !== 'due';
    });
    expect(wrong).toEqual([]);
  });

  it('needs three gaps', () => {
    expect(customer(90, { lifetimePurchaseDays: 3 })).toEqual(missing('lapse/too-few-gaps'));
    expect(bind(lapse, { mode: 'cadence', minimumGaps: 1 }).score({ daysSinceLastPurchase: 90, lifetimePurchaseDays: 2, lifetimeMedianGapDays: 30 }).band).toBe('lapsed');
    expect(customer(90, { lifetimeMedianGapDays: null })).toEqual(missing('score/missing-fact'));
    expect(customer(90, { lifetimePurchaseDays: null })).toEqual(missing('score/missing-fact'));
    expect(customer(90, { lifetimeMedianGapDays: 0 })).toEqual(missing('score/out-of-range'));
  });
});

describe('silence', () => {
  const customer = (silence: number, change: Inputs = {}): Inputs => ({ daysSinceLastPurchase: silence, lifetimePurchaseDays: 5, lifetimeSpanDays: 120, lifetimeGapVariation: 0.5, asOf: '2026-06-30', ...change });
  const { score } = bind(lapse, { mode: 'silence' });

  it('is e^(-days ÷ mean gap)', () => {
    // A mean gap of 30 days: due after 30 ln 2 = 20.8 days, lapsed after 30 ln 20 = 89.9 days.
    expect(score(customer(30)).value).toBeCloseTo(Math.exp(-1), 15);
    expect([20, 21, 89, 90].map((days) => score(customer(days)).band)).toEqual(['active', 'due', 'due', 'lapsed']);
    expect([20, 21, 90].map((days) => score(customer(days)).axes?.[0]?.line)).toEqual([21, 21, 90]);
    expect(score(customer(10)).expected).toEqual({ date: '2026-07-20' });
  });

  it('falls later and more steeply where customers are regular', () => {
    // Erlang 4, x = 4 × 30 ÷ 30 = 4: e^-4 (1 + 4 + 8 + 32 ÷ 3) = 0.43347.
    const regular = bind(lapse, { mode: 'silence', shape: 4 });
    expect(regular.score(customer(30)).value).toBeCloseTo(0.43347, 5);
    // 1 ÷ 0.5² is 4 too.
    expect(bind(lapse, { mode: 'silence', shape: 'own' }).score(customer(30))).toEqual(regular.score(customer(30)));
    expect([0, 0.1, 0.5, 0.9, 1.2].map(shapeOf)).toEqual([20, 20, 4, 1, 1]);
  });

  it('needs three gaps, and the figures', () => {
    expect(score(customer(30, { lifetimePurchaseDays: 3 }))).toEqual(missing('lapse/too-few-gaps'));
    expect(score(customer(30, { lifetimeSpanDays: null }))).toEqual(missing('score/missing-fact'));
    expect(bind(lapse, { mode: 'silence', shape: 'own' }).score(customer(30, { lifetimeGapVariation: null }))).toEqual(missing('score/missing-fact'));
  });

  it('is a probability that never rises, and its days are those at which it falls below', () => {
    fc.assert(fc.property(fc.double({ min: 0.1, max: 5000, noNaN: true }), fc.integer({ min: 1, max: 20 }), fc.double({ min: 1e-9, max: 0.99, noNaN: true }), (mean, shape, p) => {
      const day = daysUntilBelow(p, mean, shape);
      expect(survival(day, mean, shape)).toBeLessThan(p);
      expect(survival(day - 1, mean, shape)).toBeGreaterThanOrEqual(p);
      expect([survival(0, mean, shape), survival(1e9, mean, shape)]).toEqual([1, 0]);
    }));
  });
});

describe('quantile', () => {
  const bought = (purchaseDays: number, span: number, last: number): Inputs => ({ lifetimePurchaseDays: purchaseDays, lifetimeSpanDays: span, lastGapDays: last });
  // Mean gaps of 10, 20 and 30 days: 20 in the mean.
  const population = [bought(3, 20, 12), bought(2, 20, 20), bought(4, 90, 45)];
  const options: Json = { mode: 'quantile', quantile: 0.5, priorGaps: 1 };
  const { score, fitted } = bind(lapse, options, [...population, bought(1, 0, 0), { lifetimePurchaseDays: null }]);

  it('holds the last gap of each customer against what the gaps before let expect', () => {
    // Expected: (8 + 20) ÷ 2 = 14, (0 + 20) ÷ 1 = 20, (45 + 20) ÷ 3 = 21.67; ratios 12 ÷ 14, 1 and 2.08: the median is 1.
    expect(fitted).toEqual({ all: { meanGap: 20, factor: 1, population: 3 }, groups: [] });
    const wider = bind(lapse, { mode: 'quantile', quantile: 0.75, priorGaps: 1 }, population).fitted;
    expect(wider).toMatchObject({ all: { factor: 1 + (45 / (65 / 3) - 1) / 2 } });
  });

  it('shrinks the gap of a customer towards that of all', () => {
    const { score: wide } = bind(lapse, { mode: 'quantile', quantile: 0.75, priorGaps: 1 }, population);
    const silent = (days: number, more: Inputs) => wide({ daysSinceLastPurchase: days, asOf: '2026-06-30', ...more });
    // Three gaps of 10 days: (30 + 20) ÷ 4 = 12.5 expected, lapsed from 1.538 times that, 19.2 days.
    expect([12, 13, 19, 20].map((days) => silent(days, bought(4, 30, 10)).band)).toEqual(['active', 'due', 'due', 'lapsed']);
    expect(silent(3, bought(4, 30, 10)).expected).toEqual({ date: '2026-07-10' });
    // One purchase only: what is expected of all, 20 days.
    expect([19, 20, 30, 31].map((days) => silent(days, { lifetimePurchaseDays: 1 }).band)).toEqual(['active', 'due', 'due', 'lapsed']);
  });

  it('has nobody due where most come back before they are expected', () => expect(score({ daysSinceLastPurchase: 19, lifetimePurchaseDays: 1 }).band).toBe('active'));

  it('says why there is no band', () => {
    const empty = bind(lapse, options, [bought(1, 0, 0)]);
    expect(empty.score({ daysSinceLastPurchase: 3, lifetimePurchaseDays: 1 })).toEqual(missing('score/no-population'));
    expect(score({ daysSinceLastPurchase: 3, lifetimePurchaseDays: 2 })).toEqual(missing('score/missing-fact'));
    const read = lapse.readOptions(options, () => undefined);
    expect(lapse.score({ daysSinceLastPurchase: 3, lifetimePurchaseDays: 2 }, read, null)).toEqual(missing('score/not-calibrated'));
  });

  it('compares within peers', () => {
    const grouped = { ...(options as object), peers: { by: 'customer.type', minimum: 3 } } as Json;
    const { score: among } = bind(lapse, grouped, population.map((each) => ({ ...each, 'customer.type': 'shop' })));
    expect(among({ daysSinceLastPurchase: 50, lifetimePurchaseDays: 1, 'customer.type': 'shop' }).band).toBe('lapsed');
    expect(among({ daysSinceLastPurchase: 50, lifetimePurchaseDays: 1, 'customer.type': 'clinic' })).toEqual(missing('peers/too-few'));
  });

  it('lets about its share of the last gaps of its own population be within the limit', () => {
    const gap = fc.integer({ min: 1, max: 300 });
    fc.assert(fc.property(fc.array(fc.array(gap, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 30 }), fc.constantFrom(0.5, 0.8, 0.9), (customers, q) => {
      const rows = customers.map((gaps) => bought(gaps.length + 1, gaps.reduce((sum, each) => sum + each, 0), gaps.at(-1) ?? 0));
      const { score: of } = bind(lapse, { mode: 'quantile', quantile: q }, rows);
      // Each customer as on the last day of the last gap, without the purchase that ended it.
      const within = customers.filter((gaps) => {
        const before = gaps.slice(0, -1);
        const { value } = of({ daysSinceLastPurchase: gaps.at(-1) ?? 0, ...bought(before.length + 1, before.reduce((sum, each) => sum + each, 0), before.at(-1) ?? 0) });
        return (value ?? Infinity) <= 1 + 1e-12;
      }).length;
      expect(within).toBeGreaterThanOrEqual(Math.floor((customers.length - 1) * q) + 1);
    }));
  });
});

describe('in every mode', () => {
  const modes: readonly Json[] = [{ lapsedFromDays: 60, dueFromDays: 30 }, { mode: 'cadence' }, { mode: 'silence' }, { mode: 'silence', shape: 'own' }, { mode: 'quantile' }];
  const rows = [20, 30, 90].map((gap) => ({ lifetimePurchaseDays: 4, lifetimeSpanDays: 3 * gap, lastGapDays: gap }));

  it.each(modes)('%j: a longer silence is never a better band', (options) => {
    const { score, bands } = bind(lapse, options, rows);
    const place = (days: number) => bands.indexOf(score({ daysSinceLastPurchase: days, lifetimePurchaseDays: 5, lifetimeSpanDays: 100, lifetimeMedianGapDays: 20, lifetimeGapVariation: 0.6 }).band ?? '');
    fc.assert(fc.property(fc.nat(500), fc.nat(500), (days, more) => {
      expect(place(days + more)).toBeLessThanOrEqual(place(days));
    }));
  });
});

describe('options that are wrong', () => {
  it.each<[Json, string, string]>([
    [{}, '/lapsedFromDays', '`lapsedFromDays` must be a whole number of days, 1 or more: add it'],
    [{ lapsedFromDays: 30, dueFromDays: 30 }, '/lapsedFromDays', '`lapsedFromDays` must be more than `dueFromDays`, 30: due comes before lapsed'],
    [{ lapsedFromDays: 30, quantile: 0.9 }, '/quantile', 'unknown option `quantile`: use mode, lapsedFromDays, dueFromDays'],
    [{ mode: 'hiatis' }, '/mode', '`mode` must be one of `hiatus`, `cadence`, `quantile`, `silence`'],
    [{ mode: 'cadence', lapsedFromGaps: 0 }, '/lapsedFromGaps', '`lapsedFromGaps` must be a number more than 0 and less than 1,000,000'],
    [{ mode: 'cadence', dueFromGaps: 4 }, '/lapsedFromGaps', '`lapsedFromGaps` must be more than `dueFromGaps`, 4: due comes before lapsed'],
    [{ mode: 'cadence', minimumGaps: 0.5 }, '/minimumGaps', '`minimumGaps` must be a whole number of gaps, 1 or more'],
    [{ mode: 'quantile', quantile: 90 }, '/quantile', '`quantile` must be a number between 0 and 1'],
    [{ mode: 'quantile', priorGaps: '3' }, '/priorGaps', '`priorGaps` must be a number more than 0 and less than 1,000,000'],
    [{ mode: 'silence', lapsedBelow: 0.6 }, '/lapsedBelow', '`lapsedBelow` must be less than `dueBelow`, 0.5: due comes before lapsed'],
    [{ mode: 'silence', dueBelow: 1 }, '/dueBelow', '`dueBelow` must be a number between 0 and 1'],
    [{ mode: 'silence', shape: 2.5 }, '/shape', '`shape` must be a whole number from 1 to 20, or `own` for that of the customer'],
    ['soon', '', 'give an object of options: mode, lapsedFromDays, dueFromDays'],
  ])('%j', (json, pointer, message) => expect(problemsOf(lapse, json)[0]).toMatchObject({ pointer, message }));

  it('and fits that are not its own', () => {
    const read = lapse.readOptions({ mode: 'quantile' }, () => undefined);
    const fit = { meanGap: 20, factor: 1.5, population: 3 };
    expect(lapse.readFitted({ all: fit, groups: [] }, read)).toBe(true);
    for (const wrong of [{ ...fit, factor: 0 }, { ...fit, population: 1.5 }, { ...fit, population: 0 }, { meanGap: 1, factor: 1 }, [], null]) expect(lapse.readFitted({ all: wrong, groups: [] }, read)).toBe(false);
  });
});
