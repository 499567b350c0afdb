import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortedValues } from '../../../src/scorers/cuts/sorted.js';
import { paretoLines, smallestAboveMean } from '../../../src/scorers/cuts/totals.js';

/** Cents, some of them too many for doubles to add up exactly. */
const cents = fc.oneof(fc.integer({ min: -5_000, max: 50_000 }), fc.integer({ min: 2 ** 45, max: 2 ** 49 }));
/** Values that are no few decimals. */
const odd = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), fc.constantFrom(1 / 3, 1e-9, 1e-300, 5e-324, 1e300, 0));

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
    [[2 ** 52, 2 ** 52, 2 ** 52 + 1], 2 ** 52 + 1],
    [[1e-7, 2e-7, 4e-7], 4e-7],
  ])('of %j is %j', (sorted, value) => {
    expect(smallestAboveMean(Float64Array.from(sorted))).toBe(value);
  });

  it('is that of whole numbers', () => {
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 40 }), (whole) => {
        const sum = whole.reduce((total, value) => total + BigInt(value), 0n);
        const above = whole.filter((value) => BigInt(value) * BigInt(whole.length) > sum).map((value) => value / 100);
        expect(smallestAboveMean(sortedValues(whole.map((value) => value / 100)))).toBe(above.length === 0 ? null : Math.min(...above));
      }),
    );
  });

  it('is a value, and never all are above it', () => {
    fc.assert(
      fc.property(fc.array(odd, { minLength: 1, maxLength: 20 }), (values) => {
        const line = smallestAboveMean(sortedValues(values));
        expect(line === null || (values.map((value) => value + 0).includes(line) && values.some((value) => value < line))).toBe(true);
      }),
    );
  });
});

describe('lines of cumulative shares', () => {
  const lines = (values: readonly number[], shares: readonly number[] = [0.8, 0.95]): readonly (number | null)[] => paretoLines(sortedValues(values), shares);

  it.each<[string, readonly number[], readonly (number | null)[]]>([
    // 50 + 30 are 80 of 100; with 15 it is 95, with 5 all.
    ['shares that are met exactly: who completes a share is inside of it', [5, 15, 30, 50], [15, 30]],
    ['who takes the sum beyond a share is in the class that begins there', [5, 15, 29, 51], [15, 29]],
    ['81 alone are beyond 80 %: nobody is in the upper class', [4, 15, 81], [81, null]],
    ['customers of one value are counted together', [10, 40, 40, 10], [40, 40]],
    ['and stay below where together they are beyond a share', [5, 5, 45, 45], [45, null]],
    ['zeros and what is negative add nothing and are in the lowest class', [-70, 0, 5, 15, 30, 50], [15, 30]],
    ['nobody above 0', [-1, 0, 0], [null, null]],
    ['nobody', [], [null, null]],
    ['one customer is all of the total', [7], [null, null]],
    ['tenths are exact', [0.1, 0.1, 0.8], [0.8, 0.8]],
  ])('%s', (_, values, expected) => {
    expect(lines(values)).toEqual(expected);
  });

  it('keep to the definition, in whole numbers', () => {
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 30 }), fc.integer({ min: 1, max: 99 }), (whole, percent) => {
        const positive = whole.filter((value) => value > 0);
        const sum = (of: readonly number[]): bigint => of.reduce((total, value) => total + BigInt(value), 0n);
        const inside = positive.filter((value) => sum(positive.filter((other) => other >= value)) * 100n <= sum(positive) * BigInt(percent));
        expect(lines(whole.map((value) => value / 100), [percent / 100])).toEqual([inside.length === 0 ? null : Math.min(...inside) / 100]);
      }),
    );
  });

  it('are values of the population, the upper not below the lower', () => {
    fc.assert(
      fc.property(fc.array(odd, { maxLength: 20 }), (values) => {
        const [b, a] = lines(values);
        for (const line of [a, b]) expect(line === null || values.includes(line ?? Number.NaN)).toBe(true);
        expect((a ?? Infinity) >= (b ?? Infinity)).toBe(true);
      }),
    );
  });
});
