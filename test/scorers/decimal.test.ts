import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ceilingOfProduct, floorOfProduct, smallestAboveMean } from '../../src/scorers/decimal.js';

describe('products', () => {
  it('are those of the decimals that are written', () => {
    expect([floorOfProduct(100, 0.29), ceilingOfProduct(100, 0.29)]).toEqual([29, 29]);
    expect([floorOfProduct(100, 0.07), ceilingOfProduct(100, 0.07)]).toEqual([7, 7]);
    expect([floorOfProduct(3, 1e-7), ceilingOfProduct(3, 1e-7)]).toEqual([0, 1]);
    expect([floorOfProduct(0, 0.5), ceilingOfProduct(0, 0.5)]).toEqual([0, 0]);
    expect(floorOfProduct(2, 3e21)).toBe(6e21);
  });

  it('agree with whole-number arithmetic for every share of whole thousandths', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: 1_000 }), (count, thousandths) => {
        expect(floorOfProduct(count, thousandths / 1_000)).toBe(Math.floor((count * thousandths) / 1_000));
        expect(ceilingOfProduct(count, thousandths / 1_000)).toBe(Math.ceil((count * thousandths) / 1_000));
      }),
    );
  });
});

describe('the smallest value above a mean', () => {
  it.each<[readonly number[], number | null]>([
    [[], null],
    [[5], null],
    [[0.1, 0.1, 0.1], null],
    [[1 / 3, 1 / 3, 1 / 3], null],
    [[0.1, 0.2, 0.3], 0.3],
    [[-0.3, -0.2, -0.1], -0.1],
    [[1e-300, 1e300], 1e300],
    [[-1e308, 1e308, 1e308], 1e308],
  ])('of %j is %j', (sorted, value) => {
    expect(smallestAboveMean(Float64Array.from(sorted))).toBe(value);
  });
});
