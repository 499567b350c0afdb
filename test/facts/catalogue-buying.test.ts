// Ready facts about buying: each figure worked out by hand, and where each is missing.
import { describe, expect, it } from 'vitest';
import { repeatSummary } from '../oracles/repeat-summary.js';
import { sortedNumbers } from '../../src/internal/statistics.js';
import { erlangShape } from '../internal/deviations.js';
import { back, fact, read, sale, type Asking } from './kit.js';
import { dayNamed } from './windows.js';

const sales = (parts: readonly object[], id: string, asking?: Asking) => fact(id, { transactions: parts }, asking);
const lastYear = { change: { window: { last: 'P12M' } } };

/** All of them are missing where transactions are not known. */
const IDS = [
  'purchaseDays', 'lifetimePurchaseDays', 'meanGapDays', 'gapVariation', 'lifetimeMedianGapDays', 'lifetimeGapVariation', 'purchaseRegularity', 'unitsVariation', 'minOrderValue', 'maxOrderValue', 'grossMargin',
  'marginAfterCosts', 'distinctProducts', 'distinctChannels', 'topCategoryShare', 'topChannelShare', 'discounts', 'discountShare', 'returnRate', 'activeMonthShare',
  'purchaseStreakMonths', 'spendTrend', 'purchaseTrend', 'netSpendGrowth', 'spendInFirst90Days', 'repeatPurchaseDays', 'lifetimeSpanDays', 'meanRepeatDaySpend',
];

describe('ready facts about buying', () => {
  it.each(IDS)('%s is missing where transactions are not known', (id) => expect(fact(id, { costs: [] })).toBeNull());
  it.each(IDS)('%s is missing where an entry without a date may belong to its days', (id) => expect(fact(id, { transactions: [sale('2026-06-01'), { amount: 5 }], costs: [] }, lastYear)).toBeNull());

  it('of a customer who has bought nothing are 0 where they count and add up, and missing where there is nothing to divide', () => {
    const none = read(IDS, { transactions: [], costs: [] }, lastYear).facts;
    const zero = ['purchaseDays', 'lifetimePurchaseDays', 'grossMargin', 'marginAfterCosts', 'distinctProducts', 'distinctChannels', 'discounts', 'purchaseStreakMonths', 'repeatPurchaseDays'];
    for (const id of IDS) expect([id, none[id]]).toEqual([id, zero.includes(id) ? 0 : null]);
  });
});

describe('days with a purchase and the gaps between them', () => {
  // Gaps of 10, 20, 30 and 20 days: their mean is 20, their sample variance 200 ÷ 3.
  const days = ['2026-03-01', '2026-03-11', '2026-03-31', '2026-04-30', '2026-05-20'].map((at) => sale(at));

  it('count days once', () => {
    expect(sales([...days, sale('2026-03-01', 5)], 'purchaseDays')).toBe(5);
    expect(sales([...days, sale('2024-03-01', 5)], 'purchaseDays', lastYear)).toBe(5);
    expect(sales([...days, sale('2024-03-01', 5)], 'lifetimePurchaseDays', lastYear)).toBe(6);
  });
  it('have a median and a variation over the whole life, whatever the window', () => {
    // One more, 366 days before: gaps of 366, 10, 20, 30 and 20 days.
    const longer = [sale('2025-02-28'), ...days];
    expect(sales(longer, 'lifetimeMedianGapDays', lastYear)).toBe(20);
    expect(sales(days, 'lifetimeGapVariation', { change: { window: { last: 'P1M' } } })).toBeCloseTo(Math.sqrt(200 / 3) / 20, 14);
  });
  it('have a mean and a variation', () => {
    expect(sales(days, 'meanGapDays')).toBe(20);
    expect(sales(days.slice(0, 1), 'meanGapDays')).toBeNull();
    expect(sales(days, 'gapVariation')).toBeCloseTo(Math.sqrt(200 / 3) / 20, 14);
    expect(sales(days.slice(0, 3), 'gapVariation')).toBeCloseTo(Math.sqrt(50) / 15, 14);
    expect(sales(days.slice(0, 2), 'gapVariation')).toBeNull();
  });
  it('are as regular as the shape of an Erlang distribution says', () => {
    expect(sales(days, 'purchaseRegularity')).toBeCloseTo(6, 12);
    expect(sales(days, 'purchaseRegularity')).toBeCloseTo(erlangShape(sortedNumbers([10, 20, 30, 20])), 12);
    expect(sales(days.slice(0, 4), 'purchaseRegularity')).toBeCloseTo(4, 12);
    // Two gaps say too little, and of equal gaps no k is large enough.
    expect(sales(days.slice(0, 3), 'purchaseRegularity')).toBeNull();
    expect(sales(['2026-03-01', '2026-03-11', '2026-03-21', '2026-03-31'].map((at) => sale(at)), 'purchaseRegularity')).toBeNull();
  });
  it('have streaks of months, which the running month does not break', () => {
    expect(sales(days, 'purchaseStreakMonths')).toBe(3);
    expect(sales(days, 'purchaseStreakMonths', { asOf: '2026-07-01' })).toBe(0);
    expect(sales([...days, sale('2026-06-30')], 'purchaseStreakMonths')).toBe(4);
  });
});

describe('order values, units and margin', () => {
  const list = [sale('2026-06-01', '10.50', { units: 2, cost: 4, discount: '1.50' }), sale('2026-06-02', 30, { units: 4, cost: 20, discount: 0 }), back('2026-06-03', '2.50', { cost: 1 })];
  it('have a least and a greatest, of purchases', () => {
    expect([sales(list, 'minOrderValue'), sales(list, 'maxOrderValue')]).toEqual([10.5, 30]);
    expect(sales([...list, sale('2020-01-01', 99)], 'maxOrderValue', lastYear)).toBe(30);
  });
  it('vary in quantity', () => {
    // 2 and 4: the mean is 3, the sample variance 2.
    expect(sales(list, 'unitsVariation')).toBeCloseTo(Math.SQRT2 / 3, 14);
    expect(sales([...list, sale('2026-06-04', 5)], 'unitsVariation')).toBeNull();
  });
  it('leave a margin, less that of what came back, and less costs', () => {
    expect(sales(list, 'grossMargin')).toBe(15);
    expect(sales([...list, sale('2026-06-04', 5)], 'grossMargin')).toBeNull();
    expect(fact('costsToServe', { costs: [{ at: '2026-06-01', amount: '7.25' }, { at: '2026-06-02', amount: 3 }, { at: '2020-01-01', amount: 100 }] }, lastYear)).toBe(10.25);
    expect(fact('costsToServe', { costs: [] })).toBe(0);
    expect(fact('costsToServe', {})).toBeNull();
    expect(fact('costsToServe', { costs: [{ at: '2026-06-01' }] })).toBeNull();
    expect(fact('marginAfterCosts', { transactions: list, costs: [{ at: '2026-06-01', amount: 20 }] })).toBe(-5);
    expect(fact('marginAfterCosts', { transactions: list })).toBeNull();
  });
  it('are let off by discounts', () => {
    expect(sales(list, 'discounts')).toBe(1.5);
    expect(sales(list, 'discountShare')).toBe(1.5 / 42);
    expect(sales([...list, sale('2026-06-04', 5)], 'discountShare')).toBeNull();
  });
  it('come back at a rate', () => {
    expect(sales(list, 'returnRate')).toBe(2.5 / 40.5);
    expect(sales([back('2026-06-03', 5)], 'returnRate')).toBeNull();
  });
});

describe('breadth', () => {
  const line = (sku: unknown, category: unknown, amount: unknown) => ({ sku, category, amount });
  const list = [sale('2026-06-01', 100, { channel: 'web', lines: [line('a', 'rx', 70), line('b', 'otc', 30)] }), sale('2026-06-02', 60, { channel: 'shop', lines: [line('a', 'rx', 10), line('c', 'otc', 50)] })];
  it('counts products and channels', () => {
    expect(sales(list, 'distinctProducts')).toBe(3);
    expect(sales(list, 'distinctChannels')).toBe(2);
    expect(sales([sale('2026-06-01', 5, { lines: [{ category: 'rx' }] })], 'distinctProducts')).toBeNull();
    expect(sales([...list, sale('2026-06-03')], 'distinctChannels')).toBeNull();
  });
  it('knows the share of what is bought, and of the way it is bought, most', () => {
    // Equal shares are one largest share.
    expect(sales(list, 'topCategoryShare')).toBe(0.5);
    expect(sales(list.slice(0, 1), 'topCategoryShare')).toBe(0.7);
    expect(sales(list, 'topChannelShare')).toBe(100 / 160);
    expect(sales([...list, back('2026-06-04', 500, { channel: 'web' })], 'topChannelShare')).toBe(100 / 160);
    expect(sales([...list, sale('2026-06-03')], 'topChannelShare')).toBeNull();
    expect(sales([sale('2026-06-01', 5, { lines: [line('a', 'rx', undefined)] })], 'topCategoryShare')).toBeNull();
    expect(sales([sale('2026-06-01', 5, { lines: [line('a', 'rx', 0)] })], 'topCategoryShare')).toBeNull();
    expect(sales([sale('2026-06-01', 5)], 'topCategoryShare')).toBeNull();
  });
});

describe('months with a purchase', () => {
  it('are a share of the months since the first purchase', () => {
    const list = [sale('2026-03-31'), sale('2026-04-01'), sale('2026-06-30')];
    expect(sales(list, 'activeMonthShare')).toBe(3 / 4);
    expect(sales(list, 'activeMonthShare', lastYear)).toBe(3 / 4);
  });
  it('are a share of the window for who bought before it', () => {
    const list = [sale('2020-01-01'), sale('2026-06-01')];
    expect(sales(list, 'activeMonthShare', lastYear)).toBe(1 / 12);
    expect(sales(list.slice(0, 1), 'activeMonthShare', lastYear)).toBe(0);
  });
  it('need the first purchase, or one from before the window', () => {
    const covered = (from: string, list: readonly object[]) => fact('activeMonthShare', { transactions: list, coverage: { transactions: { from } } }, lastYear);
    expect(covered('2025-07-01', [sale('2026-06-01')])).toBeNull();
    expect(covered('2025-01-01', [sale('2025-05-01'), sale('2026-06-01')])).toBe(1 / 12);
    expect(covered('2026-01-01', [sale('2026-06-01')])).toBeNull();
  });
});

describe('how buying changes', () => {
  it('is the slope of six whole months, divided by their mean', () => {
    // Spend of 100, 200, …, 600 in December to May: the slope is 100, the mean 350.
    const list = ['2025-12-01', '2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01'].map((at, index) => sale(at, 100 * (index + 1)));
    const asOf = { asOf: '2026-06-15' };
    expect(sales(list, 'spendTrend', asOf)).toBe(100 / 350);
    expect(sales(list, 'purchaseTrend', asOf)).toBe(0);
    expect(sales([...list, sale('2026-06-01', 9_999), sale('2025-11-30', 9_999)], 'spendTrend', asOf)).toBe(100 / 350);
    expect(sales([...list, back('2026-05-02', 600)], 'spendTrend', asOf)).toBeLessThan(0.1);
  });
  it('is the growth against the window before', () => {
    const list = [sale('2026-06-01', 150), back('2026-06-02', 25), sale('2025-06-01', 100)];
    expect(sales(list, 'netSpendGrowth', lastYear)).toBe(0.25);
    expect(sales(list.slice(0, 2), 'netSpendGrowth', lastYear)).toBeNull();
  });
  it('has no growth without a window before: over the whole life, and over a period to date', () => {
    const list = [sale('2026-06-01', 150), sale('2025-06-01', 100)];
    expect(sales(list, 'netSpendGrowth')).toBeNull();
    expect(sales(list, 'netSpendGrowth', { change: { window: { calendar: 'year' } } })).toBeNull();
    expect(fact('netSpendGrowth', { facts: { netSpendGrowth: 0.1 } })).toBe(0.1);
  });
});

describe('the life of a customer', () => {
  const list = [sale('2026-01-01', 10), sale('2026-01-01', 5), sale('2026-03-31', '20.01'), sale('2026-04-01', 30), sale('2026-04-01', '10.01')];
  it('begins with 90 days', () => {
    expect(sales([...list, back('2026-03-31', 1)], 'spendInFirst90Days')).toBe(34.01);
    expect(sales(list, 'spendInFirst90Days', { asOf: '2026-03-31' })).toBe(35.01);
    // One day is still to come.
    expect(sales(list, 'spendInFirst90Days', { asOf: '2026-03-30' })).toBeNull();
  });
  it('is summed up as lifetimes does', () => {
    const summary = repeatSummary([['2026-01-01', 1000], ['2026-01-01', 500], ['2026-03-31', 2001], ['2026-04-01', 3000], ['2026-04-01', 1001]].map(([at, amount]) => ({ day: dayNamed(String(at)), amount: Number(amount) })), dayNamed('2026-06-30'));
    expect(summary).toMatchObject({ repeatPeriods: 2, lifetimeSpanDays: 90, ageDays: 180, meanRepeatAmount: 3001 });
    expect(['repeatPurchaseDays', 'lifetimeSpanDays', 'daysSinceFirstPurchase', 'meanRepeatDaySpend'].map((id) => sales(list, id))).toEqual([2, 90, 180, 30.01]);
    expect(['repeatPurchaseDays', 'lifetimeSpanDays', 'meanRepeatDaySpend'].map((id) => sales(list.slice(0, 2), id))).toEqual([0, 0, null]);
  });
  it('rounds its mean half to even', () => {
    const half = (amount: string) => sales([sale('2026-01-01'), sale('2026-01-02', '0.01'), sale('2026-01-03', amount)], 'meanRepeatDaySpend');
    expect([half('0.02'), half('0.04')]).toEqual([0.02, 0.02]);
  });
});
