import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { naturalLines } from '../../../src/scorers/cuts/natural.js';
import { sortedValues } from '../../../src/scorers/cuts/sorted.js';

const lines = (values: readonly number[], classes: number): readonly (number | null)[] => naturalLines(sortedValues(values), classes);

function spread(values: readonly number[]): number {
  const mean = values.reduce((total, value) => total + value, 0) / values.length;
  return values.reduce((total, value) => total + (value - mean) ** 2, 0);
}

/** The least spread of all ways to part different values into classes. */
function leastSpread(distinct: readonly number[], all: readonly number[], classes: number): number {
  if (classes === 1) return spread(all.filter((value) => distinct.includes(value)));
  const ways = Array.from({ length: distinct.length - classes + 1 }, (_, i) => {
    const rest = distinct.slice(i + 1);
    return spread(all.filter((value) => distinct.slice(0, i + 1).includes(value))) + leastSpread(rest, all, classes - 1);
  });
  return Math.min(...ways);
}

/** The spread of the classes that lines make. */
function spreadWith(values: readonly number[], drawn: readonly (number | null)[]): number {
  const classOf = (value: number): number => drawn.filter((line) => line !== null && value >= line).length;
  return [...new Set(values.map(classOf))].reduce((total, each) => total + spread(values.filter((value) => classOf(value) === each)), 0);
}

describe('natural breaks', () => {
  it.each<[readonly number[], number, readonly (number | null)[]]>([
    [[1, 2, 10, 11, 50], 3, [10, 50]],
    [[5, 5, 5, 9], 2, [9]],
    [[5, 5, 5], 2, [null]],
    [[1, 2], 4, [2, null, null]],
    [[], 3, [null, null]],
    [[-1e308, 0, 1e308], 2, [0]],
    [[-1e308, 1e308, 1e307], 3, [1e307, 1e308]],
    [[5e-324, 1, 1e-300], 2, [1]],
  ])('of %j in %i classes are at %j', (values, classes, expected) => {
    expect(lines(values, classes)).toEqual(expected);
  });

  it('have the least spread of all ways to part the values', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -30, max: 40 }), { minLength: 1, maxLength: 9 }), fc.integer({ min: 2, max: 4 }), (values, classes) => {
        const distinct = [...new Set(values)].sort((a, b) => a - b);
        const made = Math.min(classes, distinct.length);
        const drawn = lines(values, classes);
        expect(drawn.filter((line) => line !== null)).toHaveLength(made - 1);
        expect(spreadWith(values, drawn)).toBeCloseTo(leastSpread(distinct, values, made), 6);
      }),
      { numRuns: 300 },
    );
  });

  it('are found among many values', () => {
    // Four heaps, far apart.
    const many = Array.from({ length: 20_000 }, (_, i) => (i % 4) * 1_000_000 + ((i * 7919) % 997));
    expect(lines(many, 4).map((line) => Math.floor((line ?? 0) / 1_000_000))).toEqual([1, 2, 3]);
  });
});
