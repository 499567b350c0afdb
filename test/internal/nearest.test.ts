import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextAbove, nextBelow } from '../../src/internal/floats.js';
import { compareFractions, fractionOf, minus, type Fraction } from '../../src/internal/fraction.js';
import { nearestNumber } from '../../src/internal/nearest.js';

/** A double as the exact fraction that its bits say, without decimals. */
function exactly(value: number): Fraction {
  let [numerator, denominator] = [value, 1n];
  while (!Number.isInteger(numerator)) [numerator, denominator] = [numerator * 2, denominator * 2n];
  return { numerator: BigInt(numerator), denominator };
}

function distance(a: Fraction, b: Fraction): Fraction {
  const { numerator, denominator } = minus(a, b);
  return { numerator: numerator < 0n ? -numerator : numerator, denominator };
}

const whole = fc.bigInt({ min: -(2n ** 90n), max: 2n ** 90n });
const above0 = fc.bigInt({ min: 1n, max: 2n ** 90n });

it('gives back the double that a decimal was', () => {
  fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }), (value) => {
    fc.pre(value === 0 || Math.abs(value) > 1e-290);
    expect(nearestNumber(fractionOf(value))).toBe(value + 0);
  }));
});

it('gives no double that is further away than its neighbours', () => {
  fc.assert(fc.property(whole, above0, (numerator, denominator) => {
    const fraction = { numerator, denominator };
    const nearest = nearestNumber(fraction);
    for (const other of [nextAbove(nearest), nextBelow(nearest)]) expect(compareFractions(distance(exactly(nearest), fraction), distance(exactly(other), fraction))).toBeLessThanOrEqual(0);
  }));
});

it('takes the even one of two that are equally near, and the upper one of what is just above', () => {
  const tie = 2n ** 53n + 1n;
  expect(nearestNumber({ numerator: tie, denominator: 1n })).toBe(2 ** 53);
  expect(nearestNumber({ numerator: tie * 10n ** 40n + 1n, denominator: 10n ** 40n })).toBe(2 ** 53 + 2);
  expect(nearestNumber({ numerator: -tie * 10n ** 40n - 1n, denominator: 10n ** 40n })).toBe(-(2 ** 53) - 2);
});

it('is 0 for nothing, and not finite beyond doubles', () => {
  expect(nearestNumber({ numerator: 0n, denominator: 7n })).toBe(0);
  expect(nearestNumber({ numerator: 10n ** 400n, denominator: 3n })).toBe(Infinity);
});
