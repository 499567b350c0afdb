import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { abc } from '../../src/scorers/abc.js';
import { bind, problemsOf } from './kit.js';

const spenders = (amounts: readonly number[]): readonly { readonly netSpend: number }[] => amounts.map((netSpend) => ({ netSpend }));

describe('abc', () => {
  it('adds up from the largest: 50 + 30 are 80 of 100, with 15 it is 95', () => {
    const { score, bands } = bind(abc, {}, spenders([5, 50, 15, 30]));
    expect(bands).toEqual(['C', 'B', 'A']);
    expect([50, 30, 29.99, 15, 5, 0, -20].map((netSpend) => score({ netSpend }).band)).toEqual(['A', 'A', 'B', 'B', 'C', 'C', 'C']);
    expect(score({ netSpend: 30 })).toEqual({
      value: 30, band: 'A', contributions: [{ id: 'netSpend', points: 30 }],
      axes: [{ id: 'netSpend', input: 'netSpend', value: 30, line: 30, distance: 0, above: true, rank: 2, of: 4 }],
    });
  });

  it('leaves A empty where the largest alone is beyond its share', () => {
    const { score } = bind(abc, {}, spenders([90, 6, 4]));
    expect([90, 6, 4].map((netSpend) => score({ netSpend }).band)).toEqual(['B', 'C', 'C']);
  });

  it('takes other shares, with a letter for each class', () => {
    expect(bind(abc, { shares: [0.5, 0.8, 0.95] }, spenders([1])).bands).toEqual(['D', 'C', 'B', 'A']);
    expect(bind(abc, { shares: [0.8], bands: ['tail', 'head'] }, spenders([1])).bands).toEqual(['tail', 'head']);
    const many = Array.from({ length: 26 }, (_, i) => (i + 1) / 30);
    expect(problemsOf(abc, { shares: many }).map(({ message }) => message)).toEqual(['a cut into 27 classes needs `bands`: add 27 names, the lowest first']);
    expect(problemsOf(abc, { shares: [80, 95] }).map(({ pointer }) => pointer)).toEqual(['/shares']);
  });

  it('has in A no more than the share, and in A and B no more than theirs', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -100, max: 1_000 }), { minLength: 1, maxLength: 30 }), (amounts) => {
        const { score } = bind(abc, {}, spenders(amounts));
        const sum = (of: readonly number[]): number => of.filter((amount) => amount > 0).reduce((total, amount) => total + amount, 0);
        const inBands = (...bands: readonly string[]): number => sum(amounts.filter((netSpend) => bands.includes(score({ netSpend }).band ?? '')));
        expect(100 * inBands('A') <= 80 * sum(amounts)).toBe(true);
        expect(100 * inBands('A', 'B') <= 95 * sum(amounts)).toBe(true);
      }),
    );
  });
});
