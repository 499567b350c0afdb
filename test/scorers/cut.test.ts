import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile, sortedNumbers } from '../../src/internal/statistics.js';
import { axisOf, classOf, fitCut, KEPT_VALUES, rankOf, type Cut } from '../../src/scorers/cut.js';
import { isFittedCut } from '../../src/scorers/read-cut.js';
import { anyCut } from './any-cut.js';

const linesOf = (cut: Cut, values: readonly number[]): readonly (number | null)[] => fitCut(cut, values).lines;

/** A number made of cents, as amounts are. */
const cents = fc.integer({ min: -5_000, max: 5_000 }).map((n) => n / 100);
const population = fc.array(cents, { minLength: 1, maxLength: 60 });

describe('lines worked out by hand', () => {
  const eight = [10, 20, 20, 30, 40, 50, 50, 60];

  it.each<[string, Cut, readonly number[], readonly (number | null)[]]>([
    ['median 35: 40 is the first above it', { quantile: [0.5] }, eight, [40]],
    ['a quantile that is a value of the population: the next value', { quantile: [0.5] }, [1, 2, 3, 4, 5], [4]],
    ['two quantiles', { quantile: [0.25, 0.75] }, eight, [30, 60]],
    ['mean 35', { mean: true }, eight, [40]],
    ['best four of eight', { rank: 'top-half' }, eight, [40]],
    ['best half of five is three', { rank: 'top-half' }, [1, 2, 3, 4, 5], [3]],
    ['the best two would part the 50s: they stay below', { rank: { top: 2 } }, eight, [60]],
    ['the best three', { rank: { top: 3 } }, eight, [50]],
    ['more than there are', { rank: { top: 9 } }, eight, [10]],
    ['7 % of 100 is 7, though 0.07 × 100 is 7.000000000000001', { rank: { share: 0.07 } }, Array.from({ length: 100 }, (_, i) => i), [93]],
    [
      '29 % of the way through 101 values is the 30th, though 0.29 × 100 is less',
      { quantile: [0.29] },
      Array.from({ length: 101 }, (_, i) => i),
      [30],
    ],
    [
      'equal values: nobody is above their mean, though ten times 0.1 adds up to less than 1',
      { mean: true },
      Array.from({ length: 10 }, () => 0.1),
      [null],
    ],
    ['0.1, 0.2, 0.3: the middle one is the mean', { mean: true }, [0.1, 0.2, 0.3], [0.3]],
    ['one customer: nobody above', { quantile: [0.5] }, [7], [null]],
    ['one customer is the best half', { rank: 'top-half' }, [7], [7]],
    ['all equal: no best half', { rank: 'top-half' }, [7, 7, 7, 7], [null]],
    ['nobody', { quantile: [0.2, 0.8] }, [], [null, null]],
    ['nobody has no mean', { mean: true }, [], [null]],
    ['equal fifths of ten', { quantile: { classes: 5 } }, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [3, 5, 7, 9]],
    ['thirds are exact thirds: 3 of 10 are below, the fourth is the quantile of type 7', { quantile: { classes: 3 } }, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [5, 8]],
    ['type 7: the upper quartile of 1 to 10 is 7.75', { quantile: [0.75] }, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [8]],
    ['type 6: 8.25', { quantile: [0.75], type: 6 }, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [9]],
    ['type 1: the value 8 itself', { quantile: [0.75], type: 1 }, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [9]],
    ['type 3 rounds half to even', { quantile: [0.25], type: 3 }, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [3]],
    ['halves of a tie of four among six, all at the quantile: below', { quantile: [0.5] }, [1, 2, 2, 2, 2, 3], [3]],
    ['by their lowest place (2): below', { quantile: [0.5], ties: 'min' }, [1, 2, 2, 2, 2, 3], [3]],
    ['by their highest place (5): above', { quantile: [0.5], ties: 'max' }, [1, 2, 2, 2, 2, 3], [2]],
    ['by the mean of their places (3.5): above', { quantile: [0.5], ties: 'mid' }, [1, 2, 2, 2, 2, 3], [2]],
    ['by different values, the second of three: above', { quantile: [0.5], ties: 'dense' }, [1, 2, 2, 2, 2, 3], [2]],
    ['a share of others below it of one fifth: not half', { quantile: [0.5], mode: 'percent-rank' }, [1, 2, 2, 2, 2, 3], [3]],
    ['alone one is above nobody', { quantile: [0.5], mode: 'percent-rank' }, [5], [null]],
    ['R adds 1 to the quantile 3, and 4 is at the line', { quantile: [0.5], mode: 'r-rfm' }, [1, 2, 3, 4, 5], [4]],
    ['so amounts of a unit more are still below', { quantile: [0.5], mode: 'r-rfm' }, [1, 2, 3, 3.99, 4.01], [4.01]],
    ['and from the other end the best are those below', { quantile: [0.2, 0.8], mode: 'r-rfm', better: 'lower' }, [1, 2, 3, 4, 5, 6], [5, 2]],
    ['pandas keeps one of two equal edges: three classes are two', { quantile: [0.3, 0.6], mode: 'pandas-qcut' }, [1, 2, 2, 2, 3], [3, null]],
    ['an edge at the least value is dropped too', { quantile: [0.25, 0.75], mode: 'pandas-qcut' }, [1, 1, 1, 2, 3], [3, null]],
    ['and from the other end', { quantile: [0.25, 0.75], mode: 'pandas-qcut', better: 'lower' }, [1, 2, 3, 4, 5], [4, 2]],
    ['nobody, in a mode', { quantile: [0.25, 0.75], mode: 'r-rfm', better: 'lower' }, [], [null, null]],
    ['median 35', { median: true }, eight, [40]],
    ['less is better: below the median 35', { median: true, better: 'lower' }, eight, [30]],
    ['80 of 100 by the best two', { pareto: [0.8, 0.95] }, [50, 30, 15, 5], [15, 30]],
    ['three heaps', { natural: { classes: 3 } }, eight, [30, 50]],
    ['heaps are the same from the other end', { natural: { classes: 3 }, better: 'lower' }, [1, 2, 10, 11, 50], [11, 2]],
    ['fifths of 10 to 60 are 10 wide, and a value at an edge is above it', { equalWidth: { classes: 5 } }, eight, [20, 30, 40, 50]],
    ['thirds of 0 to 0.3 are a tenth', { equalWidth: { classes: 3 } }, [0, 0.1, 0.2, 0.3], [0.1, 0.2]],
    ['mirrored: a value at an edge is in the better class', { equalWidth: { classes: 3 }, better: 'lower' }, [0, 0.1, 0.2, 0.3], [0.2, 0.1]],
    ['no width', { equalWidth: { classes: 3 } }, [7, 7], [null, null]],
    ['less is better: the best fifth of five', { quantile: [0.8], better: 'lower' }, [1, 2, 3, 4, 5], [1]],
    ['less is better: below the mean', { mean: true, better: 'lower' }, [1, 2, 6], [2]],
    ['less is better: the best two', { rank: { top: 2 }, better: 'lower' }, [5, 4, 3, 2, 1], [2]],
  ])('%s', (_, cut, values, lines) => {
    expect(linesOf(cut, values)).toEqual(lines);
  });

  it('keeps stated lines, and a value at a line is in the class above it', () => {
    const cut: Cut = { fixed: [1000, 5000] };
    expect([999.99, 1000, 4999.99, 5000].map((value) => classOf(cut, cut.fixed, value))).toEqual([0, 1, 1, 2]);
  });

  it('mirrors stated lines where less is better', () => {
    const cut: Cut = { fixed: [90, 30], better: 'lower' };
    expect([91, 90, 31, 30].map((value) => classOf(cut, cut.fixed, value))).toEqual([0, 1, 1, 2]);
  });
});

describe('ranks', () => {
  const values = [50, 10, 40, 40, 20];

  it('gives equal values one place, 1 for the best', () => {
    const fitted = fitCut({ rank: 'top-half' }, values);
    expect(values.map((value) => rankOf({ rank: 'top-half' }, fitted, value))).toEqual([1, 5, 2, 2, 4]);
  });

  it('mirrors where less is better', () => {
    const cut: Cut = { rank: 'top-half', better: 'lower' };
    expect(values.map((value) => rankOf(cut, fitCut(cut, values), value))).toEqual([5, 1, 3, 3, 2]);
  });

  it('is a place for values as far apart as numbers are', () => {
    const far = [-1.7e308, -1e308, 1e308, 1.7e308];
    expect([...far, 0].map((value) => rankOf({ mean: true }, fitCut({ mean: true }, far), value))).toEqual([4, 3, 2, 1, 3]);
  });

  it('puts a newcomer below all at the last place', () => {
    expect(rankOf({ mean: true }, fitCut({ mean: true }, values), -1)).toBe(5);
  });

  it('keeps 1,000 values of a large population, and stays within half a thousandth of the true place', () => {
    const many = Array.from({ length: 12_345 }, (_, i) => (i * 7919) % 12_345);
    const cut: Cut = { quantile: [0.5] };
    const fitted = fitCut(cut, many);
    expect(fitted.values.length).toBe(KEPT_VALUES);
    expect(fitted.population).toBe(12_345);
    expect([fitted.values[0], fitted.values.at(-1)]).toEqual([0, 12_344]);
    const near = many.map((value) => Math.abs(rankOf(cut, fitted, value) - (12_345 - value)));
    expect(Math.max(...near)).toBeLessThanOrEqual(6);
    // Nobody's place is told as another one's where it is known.
    expect(fitted.values.filter((value) => rankOf(cut, fitted, value) !== 12_345 - value)).toEqual([]);
    const lower: Cut = { quantile: [0.5], better: 'lower' };
    expect(fitted.values.filter((value) => rankOf(lower, fitted, value) !== value + 1)).toEqual([]);
    expect(many.filter((value) => Math.abs(rankOf(lower, fitted, value) - (value + 1)) > 6)).toEqual([]);
    expect(rankOf(cut, fitted, 12_344)).toBe(1);
    expect(rankOf(cut, fitted, 99_999)).toBe(1);
    expect(rankOf(cut, fitted, -5)).toBe(12_345);
  });
});

describe('an axis', () => {
  it('says how far a value is beyond its line, or short of it', () => {
    const cut: Cut = { fixed: [10, 20] };
    expect(axisOf('a', 'netSpend', 25, cut, cut.fixed, null)).toEqual({
      id: 'a',
      input: 'netSpend',
      value: 25,
      line: 20,
      distance: 5,
      above: true,
    });
    expect(axisOf('a', 'netSpend', 4, cut, cut.fixed, null)).toEqual({
      id: 'a',
      input: 'netSpend',
      value: 4,
      line: 10,
      distance: -6,
      above: false,
    });
  });

  it('says it in decimals, as the value and the line are', () => {
    const distances = [[4999.99, 5000], [0.92, 1], [0.3, 0.1], [1.1, 0.95], [-0.09, 0.08], [1e21, 1]] as const;
    expect(distances.map(([value, line]) => axisOf('a', 'x', value, { fixed: [line] }, [line], null).distance)).toEqual([-0.01, -0.08, 0.2, 0.15, -0.17, 1e21]);
    expect(distances.map(([value, line]) => axisOf('a', 'x', value, { fixed: [line], better: 'lower' }, [line], null).distance)).toEqual([0.01, 0.08, -0.2, -0.15, 0.17, -1e21]);
  });

  it('counts towards the better end', () => {
    const cut: Cut = { fixed: [30], better: 'lower' };
    expect(axisOf('a', 'x', 20, cut, cut.fixed, null)).toMatchObject({ distance: 10, above: true });
    expect(axisOf('a', 'x', 45, cut, cut.fixed, null)).toMatchObject({ distance: -15, above: false });
  });

  it('has no line where nobody was above', () => {
    const cut: Cut = { mean: true };
    const fitted = fitCut(cut, [3, 3]);
    expect(axisOf('a', 'x', 3, cut, fitted.lines, fitted)).toEqual({
      id: 'a',
      input: 'x',
      value: 3,
      line: null,
      distance: null,
      above: false,
      rank: 1,
      of: 2,
    });
  });
});

describe('properties', () => {
  it('does not depend on the order of the population', () => {
    fc.assert(
      fc.property(anyCut, population, (cut, values) => {
        const other = [...values].reverse().sort((a, b) => ((a * 37) % 11) - ((b * 37) % 11));
        expect(JSON.stringify(fitCut(cut, other))).toBe(JSON.stringify(fitCut(cut, values)));
      }),
    );
  });

  it('rises with the value, so that equal values are in one class', () => {
    fc.assert(
      fc.property(anyCut, population, cents, cents, (cut, values, a, b) => {
        const { lines } = fitCut(cut, values);
        const [worse, best] = (cut.better === 'lower' ? a > b : a < b) ? [a, b] : [b, a];
        expect(classOf(cut, lines, worse)).toBeLessThanOrEqual(classOf(cut, lines, best));
      }),
    );
  });

  it('draws lines at values of the population that lie in the class above', () => {
    fc.assert(
      fc.property(anyCut, population, (cut, values) => {
        fitCut(cut, values).lines.forEach((line, i, lines) => {
          if (line === null) return;
          expect(values.map((value) => value + 0)).toContain(line);
          expect(classOf(cut, lines, line)).toBeGreaterThan(i);
        });
      }),
    );
  });

  it('keeps the promise of each cut over its own population', () => {
    fc.assert(
      fc.property(population, fc.integer({ min: 1, max: 99 }), (values, percent) => {
        const above = (cut: Cut): number => values.filter((value) => classOf(cut, fitCut(cut, values).lines, value) > 0).length;
        const n = values.length;
        const whole = values.map((value) => Math.round(value * 100));
        const sum = whole.reduce((total, value) => total + value, 0);
        expect(above({ rank: 'top-half' })).toBeLessThanOrEqual(Math.ceil(n / 2));
        expect(above({ rank: { top: percent } })).toBeLessThanOrEqual(percent);
        expect(above({ rank: { share: percent / 100 } })).toBeLessThanOrEqual(Math.ceil((n * percent) / 100));
        expect(above({ mean: true })).toBe(whole.filter((value) => value * n > sum).length);
      }),
    );
  });

  it('is the smallest value above the quantile of type 7', () => {
    // Whole numbers and quarters have no rounding of their own.
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 40 }),
        fc.constantFrom(0.25, 0.5, 0.75),
        (values, p) => {
          const q = quantile(sortedNumbers(values), p);
          const above = values.filter((value) => value > q);
          expect(linesOf({ quantile: [p] }, values)).toEqual([above.length === 0 ? null : Math.min(...above)]);
        },
      ),
    );
  });

  it('survives JSON and is read again for the same cut only', () => {
    fc.assert(
      fc.property(anyCut, population, (cut, values) => {
        const stored: unknown = JSON.parse(JSON.stringify(fitCut(cut, values)));
        expect(stored).toEqual(fitCut(cut, values));
        expect(isFittedCut(fitCut(cut, values), cut)).toBe(true);
        expect(isFittedCut(fitCut(cut, values), { natural: { classes: 20 } })).toBe(false);
      }),
    );
  });
});
