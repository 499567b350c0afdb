import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ceilingOf, compareFractions, floorOf, fractionOf, minus, plus, quotient, times } from '../../src/internal/fraction.js';

const part = fc.tuple(fc.integer({ min: -1_000, max: 1_000 }), fc.integer({ min: 1, max: 60 }));

describe('fractions', () => {
  it('are those of the decimals that are written', () => {
    const product = (count: number, share: number) => times(quotient(count, 1), fractionOf(share));
    expect([floorOf(product(100, 0.29)), ceilingOf(product(100, 0.29))]).toEqual([29n, 29n]);
    expect([floorOf(product(100, 0.07)), ceilingOf(product(100, 0.07))]).toEqual([7n, 7n]);
    expect([floorOf(product(3, 1e-7)), ceilingOf(product(3, 1e-7))]).toEqual([0n, 1n]);
    expect(floorOf(product(2, 3e21))).toBe(6_000_000_000_000_000_000_000n);
    expect(compareFractions(plus(fractionOf(0.1), fractionOf(0.2)), fractionOf(0.3))).toBe(0);
    expect(compareFractions(times(quotient(1, 3), quotient(9, 1)), quotient(3, 1))).toBe(0);
  });

  it('agree with whole numbers', () => {
    fc.assert(
      fc.property(part, part, ([a, b], [c, d]) => {
        const [first, second] = [quotient(a, b), quotient(c, d)];
        expect(Math.sign(compareFractions(first, second))).toBe(Math.sign(a * d - c * b));
        expect(compareFractions(plus(first, second), quotient(a * d + c * b, b * d))).toBe(0);
        expect(compareFractions(minus(first, second), quotient(a * d - c * b, b * d))).toBe(0);
        expect(compareFractions(times(first, second), quotient(a * c, b * d))).toBe(0);
        expect(Number(floorOf(first)) + 0).toBe(Math.floor(a / b) + 0);
        expect(Number(ceilingOf(first)) + 0).toBe(Math.ceil(a / b) + 0);
      }),
    );
  });
});
