import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile, sortedNumbers } from '../../src/internal/statistics.js';
import { axisOf, classOf, fitCut, KEPT_VALUES, rankOf, type Cut } from '../../src/scorers/cut.js';
import { isFittedCut, readCut } from '../../src/scorers/read-cut.js';
import { hasShared, noteShared, sharedFile } from '../shared.js';

const linesOf = (cut: Cut, values: readonly number[]): readonly (number | null)[] => fitCut(cut, values).lines;

/** A number made of cents, as amounts are. */
const cents = fc.integer({ min: -5_000, max: 5_000 }).map((n) => n / 100);
const population = fc.array(cents, { minLength: 1, maxLength: 60 });
const better = fc.constantFrom<'higher' | 'lower'>('higher', 'lower');
const fittedCut: fc.Arbitrary<Cut> = fc.oneof(
  fc
    .tuple(fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 4 }), better)
    .map(([ps, end]): Cut => ({ quantile: ps.sort((a, b) => a - b).map((p) => p / 100), better: end })),
  better.map((end): Cut => ({ mean: true, better: end })),
  better.map((end): Cut => ({ rank: 'top-half', better: end })),
  fc.tuple(fc.integer({ min: 1, max: 70 }), better).map(([top, end]): Cut => ({ rank: { top }, better: end })),
  fc.tuple(fc.integer({ min: 1, max: 99 }), better).map(([share, end]): Cut => ({ rank: { share: share / 100 }, better: end })),
);

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
    for (const value of many) expect(Math.abs(rankOf(cut, fitted, value) - (12_345 - value))).toBeLessThanOrEqual(13);
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
      fc.property(fittedCut, population, (cut, values) => {
        const other = [...values].reverse().sort((a, b) => ((a * 37) % 11) - ((b * 37) % 11));
        expect(JSON.stringify(fitCut(cut, other))).toBe(JSON.stringify(fitCut(cut, values)));
      }),
    );
  });

  it('rises with the value, so that equal values are in one class', () => {
    fc.assert(
      fc.property(fittedCut, population, cents, cents, (cut, values, a, b) => {
        const { lines } = fitCut(cut, values);
        const [worse, best] = (cut.better === 'lower' ? a > b : a < b) ? [a, b] : [b, a];
        expect(classOf(cut, lines, worse)).toBeLessThanOrEqual(classOf(cut, lines, best));
      }),
    );
  });

  it('draws lines at values of the population that lie in the class above', () => {
    fc.assert(
      fc.property(fittedCut, population, (cut, values) => {
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
      fc.property(fittedCut, population, (cut, values) => {
        const stored: unknown = JSON.parse(JSON.stringify(fitCut(cut, values)));
        expect(stored).toEqual(fitCut(cut, values));
        expect(isFittedCut(fitCut(cut, values), cut)).toBe(true);
        expect(isFittedCut(fitCut(cut, values), { quantile: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6] })).toBe(false);
      }),
    );
  });
});

describe('options', () => {
  const read = (json: Parameters<typeof readCut>[0]): { readonly cut: Cut | undefined; readonly problems: readonly string[] } => {
    const problems: string[] = [];
    const cut = readCut(json, '/cut', (pointer, message) => problems.push(`${pointer}: ${message}`));
    return { cut, problems };
  };

  it.each<[Cut]>([
    [{ fixed: [0] }],
    [{ fixed: [1, 2.5] }],
    [{ fixed: [90, 30], better: 'lower' }],
    [{ quantile: [0.5, 0.8] }],
    [{ mean: true }],
    [{ rank: 'top-half' }],
    [{ rank: { top: 3 } }],
    [{ rank: { share: 0.2 }, better: 'lower' }],
  ])('reads %j', (cut) => {
    expect(read(cut)).toEqual({ cut, problems: [] });
  });

  const fixed = '/cut/fixed: `fixed` must be a list of rising numbers, such as [1000, 5000] (falling where `better` is `lower`)';
  const rank = '/cut/rank: `rank` must be "top-half", { "top": 10 } or { "share": 0.2 }';
  const quantiles = '/cut/quantile: `quantile` must be a list of rising shares between 0 and 1, such as [0.5, 0.8]';
  const one = '/cut: a cut has exactly one of `fixed`, `quantile`, `mean`, `rank`';
  it.each<[Parameters<typeof readCut>[0], readonly string[]]>([
    [{ fixed: [2, 1] }, [fixed]],
    [{ fixed: [1, 1] }, [fixed]],
    [{ fixed: [] }, [fixed]],
    [{ fixed: ['1'] }, [fixed]],
    [{ fixed: 5 }, [fixed]],
    [{ fixed: [1, 2], better: 'lower' }, [fixed]],
    [{ quantile: [0] }, [quantiles]],
    [{ quantile: [0.5, 1] }, [quantiles]],
    [{ rank: { top: 0 } }, [rank]],
    [{ rank: { top: 1, share: 0.5 } }, [rank]],
    [{ rank: { share: 20 } }, [rank]],
    [{ rank: 'half' }, [rank]],
    [{ rank: null }, [rank]],
    [{ mean: 1 }, ['/cut/mean: `mean` must be true']],
    [{}, [one]],
    [{ mean: true, fixed: [1] }, [one]],
    [{ quantil: [0.5] }, ['/cut/quantil: unknown option `quantil`: use fixed, quantile, mean, rank, better', one]],
    [{ mean: true, better: 'less' }, ['/cut/better: `better` must be `higher` or `lower`']],
    ['mean', ['/cut: give an object of options: fixed, quantile, mean, rank, better']],
    [null, ['/cut: give an object of options: fixed, quantile, mean, rank, better']],
    [[1], ['/cut: give an object of options: fixed, quantile, mean, rank, better']],
  ])('reports %j', (json, problems) => {
    expect(read(json).problems).toEqual(problems);
  });

  it('reports anything without throwing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const { cut, problems } = read(json as Parameters<typeof readCut>[0]);
        expect(cut !== undefined || problems.length > 0).toBe(true);
      }),
    );
  });
});

noteShared('the quantile, rank and fractional rank oracles', 'oracles/stats/cases.json', 'oracles/stats/cases-r.json');

describe.runIf(hasShared)('figures of R and SciPy', () => {
  interface Case {
    readonly id: string;
    readonly function: string;
    readonly inputs: { readonly values: readonly number[]; readonly probs?: readonly number[] };
    readonly expected: { readonly [name: string]: readonly number[] };
  }
  const casesOf = (file: string, name: string): readonly Case[] =>
    (JSON.parse(readFileSync(sharedFile(`oracles/stats/${file}`), 'utf8')) as { readonly cases: readonly Case[] }).cases.filter(
      (each) => each.function === name,
    );

  const quantiles = hasShared ? casesOf('cases-r.json', 'quantile') : [];
  it.each(quantiles)('$id: lines lie just above R quantile(type = 7)', ({ inputs, expected }) => {
    inputs.probs?.forEach((p, i) => {
      const figure = expected['type7']?.[i] ?? Number.NaN;
      // R prints 15 digits: a value of the population that is its quantile is equal within that.
      const above = inputs.values.filter((value) => value > figure + 1e-12 * Math.abs(figure));
      expect(linesOf({ quantile: [p] }, inputs.values)).toEqual([above.length === 0 ? null : Math.min(...above)]);
    });
    expect(quantiles.length).toBe(9);
  });

  it.each(hasShared ? casesOf('cases.json', 'rank') : [])(
    '$id: places are those of the largest rank from below',
    ({ inputs, expected }) => {
      const cut: Cut = { rank: 'top-half' };
      const fitted = fitCut(cut, inputs.values);
      const places = inputs.values.map((value) => rankOf(cut, fitted, value));
      expect(places).toEqual(expected['max']?.map((rank) => inputs.values.length - rank + 1));
      const mirrored: Cut = { rank: 'top-half', better: 'lower' };
      expect(inputs.values.map((value) => rankOf(mirrored, fitCut(mirrored, inputs.values), value))).toEqual(expected['min']);
    },
  );

  it.each(hasShared ? casesOf('cases-r.json', 'fractional_rank') : [])(
    "$id: the best half is dplyr's, less the tie across the line",
    ({ inputs, expected }) => {
      const cut: Cut = { rank: 'top-half' };
      const n = inputs.values.length;
      const { lines } = fitCut(cut, inputs.values);
      const inside = inputs.values.map((value) => classOf(cut, lines, value) === 1);
      // A value is inside when those at or above it (all but the ones below: percent_rank × (n - 1)) are at most half.
      expect(inside).toEqual(expected['percent_rank']?.map((rank) => n - Math.round(rank * (n - 1)) <= Math.ceil(n / 2)));
    },
  );
});
