import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loyalty } from '../../../src/scorers/loyalty.js';
import { bind, problemsOf } from '../kit.js';

const rule = { mode: 'wallet-allocation', rank: 'rank', brands: 'brands' } as const;
const { score } = bind(loyalty, rule);

describe('the share of wallet', () => {
  it('is what the fact says, cut into bands', () => {
    const share = bind(loyalty, { mode: 'share-of-wallet', cut: { fixed: [0.3, 0.6] }, bands: ['visitor', 'shared', 'ours'] });
    expect(share.inputs).toEqual(['shareOfWallet']);
    expect([0.29, 0.3, 0.6, 1.2].map((shareOfWallet) => share.score({ shareOfWallet }).band)).toEqual(['visitor', 'shared', 'ours', 'ours']);
    expect(share.score({ shareOfWallet: null })).toEqual({ value: null, band: null, reason: 'score/missing-fact' });
  });

  it('may be of another fact', () => {
    expect(bind(loyalty, { mode: 'share-of-wallet', of: 'assortmentShare' }).score({ assortmentShare: 0.4 }).value).toBe(0.4);
  });
});

describe('the wallet allocation rule', () => {
  // (1 − rank ÷ (n + 1)) · 2 ÷ n by hand.
  it.each([
    [1, 1, 1],
    [1, 2, 2 / 3], [2, 2, 1 / 3],
    [1, 3, 1 / 2], [2, 3, 1 / 3], [3, 3, 1 / 6],
    [1.5, 3, 5 / 12],
    [1, 4, 0.4], [2, 4, 0.3], [3, 4, 0.2], [4, 4, 0.1],
  ])('rank %d of %d', (rank, brands, share) => expect(score({ rank, brands }).value).toBe(share));

  it('shares the whole wallet out, and more for a better rank', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), (brands) => {
      const shares = Array.from({ length: brands }, (_, index) => score({ rank: index + 1, brands }).value ?? Number.NaN);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      expect(shares.every((share, index) => index === 0 || share < (shares[index - 1] ?? 0))).toBe(true);
    }));
  });

  it('says what the rank adds to an equal share, or takes from it', () => {
    expect(score({ rank: 1, brands: 4 }).contributions).toEqual([{ id: 'brands', points: 0.25 }, { id: 'rank', points: 0.15 }]);
    expect(score({ rank: 4, brands: 4 }).contributions).toEqual([{ id: 'brands', points: 0.25 }, { id: 'rank', points: -0.15 }]);
  });

  it('cuts the share, and tells the axis of the whole', () => {
    const cut = bind(loyalty, { ...rule, cut: { fixed: [0.3, 0.6] } });
    expect(cut.score({ rank: 2, brands: 4 })).toMatchObject({ value: 0.3, band: 'medium', axes: [{ id: 'total', input: 'total', value: 0.3, line: 0.3, distance: 0, above: true }] });
    expect(cut.score({ rank: 3, brands: 4 }).band).toBe('low');
  });

  it('draws lines over the shares of a population, who has none left out', () => {
    const population = [{ rank: 1, brands: 1 }, { rank: 2, brands: 4 }, { rank: 4, brands: 4 }, { rank: null, brands: 2 }, { rank: 9, brands: 2 }];
    const fitted = bind(loyalty, { ...rule, cut: { median: true } }, population);
    expect(fitted.fitted).toMatchObject({ all: { lines: [1], population: 3, values: [0.1, 0.3, 1] } });
    expect(fitted.score({ rank: 1, brands: 1 })).toMatchObject({ band: 'high', axes: [{ rank: 1, of: 3 }] });
    expect(fitted.score({ rank: 2, brands: 4 }).band).toBe('low');
  });

  it('is not known without both, and out of range where there is no such rank', () => {
    expect([score({ rank: null, brands: 3 }), score({ rank: 1, brands: null })].map(({ reason }) => reason)).toEqual(['score/missing-fact', 'score/missing-fact']);
    const reasons = [[0.5, 3], [4, 3], [1, 0], [1, 2.5], [1, -1]].map(([rank = 0, brands = 0]) => score({ rank, brands }).reason);
    expect(new Set(reasons)).toEqual(new Set(['score/out-of-range']));
  });

  it('says what is wrong with its options', () => {
    const messages = (json: object) => problemsOf(loyalty, json as never).map(({ pointer, message }) => `${pointer}: ${message}`);
    expect(messages({ mode: 'wallet-allocation' })).toEqual([
      '/rank: `rank` must be the path of a fact, such as `netSpend`: add it',
      '/brands: `brands` must be the path of a fact, such as `netSpend`: add it',
    ]);
    expect(messages({ ...rule, of: 'shareOfWallet' })).toEqual(['/of: unknown option `of`: use cut, bands, peers, mode, rank, brands']);
    expect(messages({ mode: 'share-of-wallet', rank: 'a' })).toEqual(['/rank: unknown option `rank`: use of, cut, bands, peers, mode']);
    expect(messages({ ...rule, bands: ['a'] })).toEqual(['/bands: `bands` name the classes of a cut: add `cut`']);
  });
});
