import { describe, expect, it } from 'vitest';
import { recency } from '../../src/scorers/recency.js';
import { bind, problemsOf } from './kit.js';

describe('recency', () => {
  it('is the days since the last purchase, of which fewer are better', () => {
    const { score, inputs } = bind(recency, { cut: { fixed: [180, 60] }, bands: ['long-ago', 'a-while-ago', 'lately'] });
    expect(inputs).toEqual(['daysSinceLastPurchase']);
    expect([181, 180, 61, 60, 0].map((daysSinceLastPurchase) => score({ daysSinceLastPurchase }).band)).toEqual(['long-ago', 'a-while-ago', 'a-while-ago', 'lately', 'lately']);
    expect(score({ daysSinceLastPurchase: 50 }).axes).toEqual([
      { id: 'daysSinceLastPurchase', input: 'daysSinceLastPurchase', value: 50, line: 60, distance: 10, above: true, better: 'lower' },
    ]);
  });

  it('counts the best from the fewest days', () => {
    const population = [10, 20, 30, 40, 50].map((daysSinceLastPurchase) => ({ daysSinceLastPurchase }));
    const { score } = bind(recency, { cut: { rank: { top: 2 } } }, population);
    expect(score({ daysSinceLastPurchase: 20 })).toMatchObject({ band: 'high', axes: [{ line: 20, rank: 2, of: 5 }] });
    expect(score({ daysSinceLastPurchase: 21 }).band).toBe('low');
  });

  it('has no days before the day', () => {
    expect(bind(recency, {}).score({ daysSinceLastPurchase: -1 })).toEqual({ value: null, band: null, reason: 'score/out-of-range' });
  });

  it('refuses to take more days for better, and shares of a total', () => {
    const problems = (cut: Parameters<typeof problemsOf>[1]): readonly string[] => problemsOf(recency, { cut }).map(({ pointer, message }) => `${pointer} ${message}`);
    expect(problems({ fixed: [60, 180] })).toEqual(['/cut/fixed `fixed` must be a list of rising numbers, such as [1000, 5000] (falling where `better` is `lower`)']);
    expect(problems({ mean: true, better: 'higher' })).toEqual(['/cut/better `recency` counts days, of which fewer are better: remove `better`']);
    expect(problems({ mean: true, better: 'lower' })).toEqual([]);
    expect(problems({ pareto: [0.8] })).toEqual(['/cut `pareto` adds up what is best from the top, where more is better: cut otherwise']);
  });
});
