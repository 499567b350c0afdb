import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fractionOf } from '../../../src/internal/fraction.js';
import { nearestNumber } from '../../../src/internal/nearest.js';
import { sumOf } from '../../../src/scorers/card/exact.js';
import { tell } from '../../../src/scorers/card/lines.js';

const lines = (...points: readonly number[]) => points.map((each, index) => ({ id: `line ${index}`, points: fractionOf(each) }));
const told = (...points: readonly number[]) => {
  const { value, contributions } = tell(lines(...points));
  return [value, contributions.map((each) => each.points)];
};

describe('lines of a card', () => {
  it('add up exactly in decimals, from left to right', () => {
    expect(told(9, 14, 24, 9, 15)).toEqual([71, [9, 14, 24, 9, 15]]);
    // Doubles alone say 0.7999999999999999 and 0.30000000000000004.
    expect(told(0.7, 0.1)[0]).toBe(0.8);
    expect(told(0.1, 0.2)[0]).toBe(0.3);
  });

  it('come down from a large total to a small one exactly, in two steps where one cannot', () => {
    expect(told(100, -99.7)).toEqual([0.3, [100, -100, 0.3]]);
    expect(told(100, -40)).toEqual([60, [100, -40]]);
  });

  it('may be none', () => {
    expect(tell([])).toEqual({ value: 0, contributions: [] });
  });

  it('sum to the value, and every total on the way is the exact one', () => {
    const points = fc.oneof(fc.integer({ min: -1000, max: 1000 }).map((n) => n / 10), fc.double({ noNaN: true, min: -1e6, max: 1e6 }));
    fc.assert(
      fc.property(fc.array(points.filter((each) => each === 0 || Math.abs(each) > 1e-200), { maxLength: 20 }), (each) => {
        const { value, contributions } = tell(lines(...each));
        expect(contributions.reduce((sum, line) => sum + line.points, 0)).toBe(value);
        expect(value).toBe(nearestNumber(sumOf(each.map(fractionOf))));
      }),
    );
  });
});
