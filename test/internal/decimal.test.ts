import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shiftDecimal } from '../../src/internal/decimal.js';

describe('shiftDecimal', () => {
  it('moves the point as it is written', () => {
    expect([0, 1, 0.29, 0.07, 1e-10, 5e-324, 0.1 + 0.2].map((value) => shiftDecimal(value, 2))).toEqual([0, 100, 29, 7, 1e-8, 5e-322, 30.000000000000004]);
    expect([90, 5, 0.7, -250, 1e21].map((value) => shiftDecimal(value, -2))).toEqual([0.9, 0.05, 0.007, -2.5, 1e19]);
  });

  it('agrees with whole-number arithmetic', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 6 }), (whole, places) => {
        expect(shiftDecimal(whole, -places)).toBe((whole + 0) / 10 ** places);
        expect(shiftDecimal(whole / 10 ** places, places)).toBe(whole + 0);
      }),
    );
  });
});
