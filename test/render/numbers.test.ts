import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { en } from '../../src/render/locales/en.js';
import { zhCN } from '../../src/render/locales/zh-CN.js';
import { createNumbers, quantityOf, type Quantity } from '../../src/render/numbers.js';
import { wordsOf } from '../../src/render/text.js';

const english = createNumbers(wordsOf(en), 'CNY');
const chinese = createNumbers(wordsOf(zhCN), 'CNY');

describe('numbers', () => {
  it.each<[number, Quantity, string, string]>([
    [5000, 'money', 'CN¥5,000', '¥5,000'],
    [5000.5, 'money', 'CN¥5,000.50', '¥5,000.50'],
    [-12.34, 'money', '-CN¥12.34', '-¥12.34'],
    [0.92, 'percent', '92.0%', '92.0%'],
    [1, 'percent', '100.0%', '100.0%'],
    [0.07, 'points', '+7.0 points', '+7.0 个百分点'],
    [-0.09, 'points', '-9.0 points', '-9.0 个百分点'],
    [0.01, 'points', '+1.0 points', '+1.0 个百分点'],
    [0, 'points', '0.0 points', '0.0 个百分点'],
    [1, 'days', '1 day', '1 天'],
    [0, 'days', '0 days', '0 天'],
    [12.5, 'days', '12.5 days', '12.5 天'],
    [1234, 'count', '1,234', '1,234'],
    [2.5, 'count', '2.5', '2.5'],
    [76.666, 'number', '76.67', '76.67'],
  ])('%d as %s', (value, quantity, inEnglish, inChinese) => {
    expect(english.number(value, quantity)).toBe(inEnglish);
    expect(chinese.number(value, quantity)).toBe(inChinese);
  });

  it('shows the minor unit that the currency has', () => {
    expect(createNumbers(wordsOf(en), 'JPY').number(5000, 'money')).toBe('¥5,000');
    expect(createNumbers(wordsOf(en), 'KWD').number(1.5, 'money')).toBe('KWD 1.500');
    expect(createNumbers(wordsOf(en), 'not a currency').number(1.5, 'money')).toBe('1.50 not a currency');
    expect(createNumbers(wordsOf(en), '').number(1.5, 'money')).toBe('1.50');
  });

  it.each<[string, number, number, Quantity, number | undefined, string, string, string | undefined]>([
    ['more digits until they differ', 0.7999, 0.8, 'percent', 0.0001, '79.99%', '80%', '0.01 points'],
    ['again', 0.79996, 0.8, 'percent', 0.00004, '79.996%', '80%', '0.004 points'],
    ['the last bit of a double', 0.8 - 2 ** -53, 0.8, 'percent', undefined, '79.99999999999999%', '80%', undefined],
    ['equal stays short', 0.8, 0.8, 'percent', 0, '80.0%', '80%', undefined],
    ['far apart stays short', 0.65, 0.8, 'percent', 0.15, '65.0%', '80%', '15 points'],
    ['one point', 0.79, 0.8, 'percent', 0.01, '79.0%', '80%', '1 point'],
    ['the last cent', 4999.99, 5000, 'money', 0.01, 'CN¥4,999.99', 'CN¥5,000', 'CN¥0.01'],
    ['days', 45, 90, 'days', 45, '45 days', '90 days', '45 days'],
    ['tiny numbers', 1e-30, 0, 'number', undefined, '0.000000000000000000000000000001', '0', undefined],
  ])('%s', (_, actual, required, quantity, distance, ...expected) => {
    const compared = english.compared(actual, [required], quantity, distance);
    expect([compared.actual, compared.required[0], compared.distance]).toEqual(expected);
  });

  it('never contradicts a verdict', () => {
    const shown = (text: string): number => Number(text.replace(/[^\d.+-]/g, ''));
    const value = fc.oneof(fc.double({ min: -20, max: 20, noNaN: true }), fc.integer({ min: -2000, max: 2000 }).map((n) => n / 1000));
    const near = fc.tuple(value, fc.constantFrom(1e-3, 1e-6, 1e-12, 1e-15), fc.integer({ min: -3, max: 3 })).map(([a, step, n]) => [a, a + n * step] as const);
    const quantity = fc.constantFrom<Quantity>('percent', 'points', 'money', 'number', 'days', 'count');
    fc.assert(
      fc.property(fc.oneof(near, fc.tuple(value, value)), quantity, ([actual, required], of) => {
        const compared = english.compared(actual, [required], of);
        const [a, b] = [shown(compared.actual), shown(compared.required[0] ?? '')];
        expect(Math.sign(a - b) + 0).toBe(Math.sign(actual - required) + 0);
      }),
      { numRuns: 500 },
    );
  });

  it('knows percentage points by the fact and by its unit', () => {
    expect(quantityOf('ratio', 'targetCompletionChange', undefined)).toBe('points');
    expect(quantityOf('ratio', 'marginChange', 'points')).toBe('points');
    expect(quantityOf('ratio', 'onTimePaymentRatio', undefined)).toBe('percent');
    expect(quantityOf('enum', 'x', undefined)).toBe('number');
  });
});

describe('dates', () => {
  it.each([
    ['2026-06-30', '30 June 2026', '2026年6月30日'],
    ['2026-06-30T18:05:00+08:00', '30 June 2026, 18:05 (UTC+08:00)', '2026年6月30日 18:05（UTC+08:00）'],
    ['2026-06-30T18:05:00.123Z', '30 June 2026, 18:05 (UTC)', '2026年6月30日 18:05（UTC）'],
    ['0050-01-02', '2 January 50', '50年1月2日'],
    ['soon', 'soon', 'soon'],
    ['2026-02-31x', '2026-02-31x', '2026-02-31x'],
    ['2026-13-01', '2026-13-01', '2026-13-01'],
    ['', '', ''],
  ])('%s', (text, inEnglish, inChinese) => {
    expect(english.date(text)).toBe(inEnglish);
    expect(chinese.date(text)).toBe(inChinese);
  });
});
