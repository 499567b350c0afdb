// Cuts against the figures of R, dplyr, classInt, pandas and SciPy.
import { describe, expect, it } from 'vitest';
import { compareFractions, fractionOf, type Fraction } from '../../src/internal/fraction.js';
import { classOf, fitCut, rankOf, type Cut } from '../../src/scorers/cut.js';
import { quantileAt } from '../../src/scorers/cuts/quantiles.js';
import { sortedValues } from '../../src/scorers/cuts/sorted.js';
import type { QuantileType } from '../../src/scorers/cuts/types.js';
import { oracleCases } from '../internal/oracle.js';
import { hasShared, noteShared } from '../shared.js';
import { cell, readTable, type TableRow } from './tables.js';

interface Values { readonly values: readonly number[] }
type Figures = { readonly [name: string]: readonly number[] };

const TYPES: readonly QuantileType[] = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const asNumber = ({ numerator, denominator }: Fraction): number => Number(numerator) / Number(denominator);
const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
/** Classes from 0, of a cut over its own population. */
function classes(cut: Cut, values: readonly number[]): readonly number[] {
  const { lines } = fitCut(cut, values);
  return values.map((value) => classOf(cut, lines, value));
}

describe.runIf(hasShared)('single figures', () => {
  it.each(oracleCases<Values & { readonly probs: readonly number[] }, Figures>('stats/cases-r.json', 'quantile'))('$id: all nine types are those of R, and lines lie just above', ({ inputs, expected }) => {
    const sorted = sortedValues(inputs.values);
    for (const type of TYPES) {
      inputs.probs.forEach((p, i) => {
        const quantile = quantileAt(sorted, fractionOf(p), type);
        expect([type, p, near(asNumber(quantile), expected[`type${String(type)}`]?.[i] ?? Number.NaN)]).toEqual([type, p, true]);
        if (p <= 0 || p >= 1) return;
        const above = inputs.values.filter((value) => compareFractions(fractionOf(value), quantile) > 0);
        expect(fitCut({ quantile: [p], type }, inputs.values).lines).toEqual([above.length === 0 ? null : Math.min(...above)]);
      });
    }
  });

  it.each(oracleCases<Values, Figures>('stats/cases.json', 'rank'))('$id: places are those of SciPy', ({ inputs, expected }) => {
    const { values } = inputs;
    const places = (cut: Cut): readonly number[] => values.map((value) => rankOf(cut, fitCut(cut, values), value));
    expect(places({ median: true })).toEqual(expected['max']?.map((rank) => values.length - rank + 1));
    expect(places({ median: true, better: 'lower' })).toEqual(expected['min']);
    const fifths = (ranks: readonly number[] | undefined, of: number): readonly number[] | undefined => ranks?.map((rank) => Math.ceil(Number(((5 * rank) / of).toFixed(9))) - 1);
    const distinct = new Set(values).size;
    const ties = { min: 'min', max: 'max', average: 'mid', dense: 'dense' } as const;
    for (const [method, rule] of Object.entries(ties)) expect([rule, classes({ quantile: { classes: 5 }, ties: rule }, values)]).toEqual([rule, fifths(expected[method], rule === 'dense' ? distinct : values.length)]);
  });

  it.each(oracleCases<Values, Figures>('stats/cases-r.json', 'fractional_rank'))('$id: percent-rank is that of dplyr', ({ inputs, expected }) => {
    const wanted = expected['percent_rank']?.map((rank) => [0.2, 0.4, 0.6, 0.8].filter((p) => rank >= p - 1e-12).length);
    expect(classes({ quantile: { classes: 5 }, mode: 'percent-rank' }, inputs.values)).toEqual(wanted);
  });

  // Of equal values pandas has no bin at all; here they are in the lowest class.
  it.each(oracleCases<Values & { readonly bins: number }, Figures>('stats/cases.json', 'quantile_bins_right_closed'))('$id: pandas.qcut', ({ inputs, expected }) => {
    expect(classes({ quantile: { classes: inputs.bins }, mode: 'pandas-qcut' }, inputs.values)).toEqual(expected['bin']?.map((bin: number | null) => bin ?? 0));
  });

  it.each(oracleCases<Values & { readonly classes: number }, { readonly exhaustive_upper_limits: readonly number[] | null; readonly jenks_breaks: readonly number[] }>('stats/cases-r.json', 'natural_breaks'))(
    '$id: natural breaks have the least spread',
    ({ inputs, expected }) => {
      const { lines } = fitCut({ natural: { classes: inputs.classes } }, inputs.values);
      const limits = lines.map((line) => Math.max(...inputs.values.filter((value) => line === null || value < line)));
      expect(limits).toEqual(expected.exhaustive_upper_limits ?? expected.jenks_breaks.slice(1, -1));
    },
  );

  it.each(oracleCases<Values, { readonly cumulative_share_desc: readonly number[] }>('stats/cases.json', 'concentration'))('$id: shares of the total', ({ inputs, expected }) => {
    const falling = [...inputs.values].sort((a, b) => b - a);
    // Who shares a value with others is counted with all of them.
    const shareOf = (value: number): number => expected.cumulative_share_desc[falling.lastIndexOf(value)] ?? Number.NaN;
    const wanted = inputs.values.map((value) => (value <= 0 ? 0 : [0.8, 0.95].filter((share) => shareOf(value) <= share + 1e-12).length));
    expect(classes({ pareto: [0.8, 0.95] }, inputs.values)).toEqual(wanted);
  });
});

const CUTS: { readonly [convention: string]: Cut } = {
  quantile_right_closed: { quantile: { classes: 5 }, mode: 'pandas-qcut' },
  ceil_avg_rank: { quantile: { classes: 5 }, ties: 'mid' },
  percent_rank: { quantile: { classes: 5 }, mode: 'percent-rank' },
  equal_width: { equalWidth: { classes: 5 } },
};
const MEASURES: readonly (readonly [column: string, prefix: string])[] = [['recency_days', 'r'], ['frequency', 'f'], ['monetary', 'm']];

describe.runIf(hasShared).each(['oracles/binning/orders_conventions.csv', 'oracles/binning/cdnow_master_conventions.csv.gz'])('%s', (path) => {
  const rows: readonly TableRow[] = hasShared ? readTable(path) : [];

  it.each(MEASURES.flatMap(([column, prefix]) => Object.keys(CUTS).map((convention) => [column, convention, prefix] as const)))('%s by %s', (column, convention, prefix) => {
    const values = rows.map((row) => Number(cell(row, column)));
    const cut = CUTS[convention] ?? { mean: true };
    // Steps of recency are numbered from the other end as they are; a mirrored cut would put who is at an edge into the better one.
    const isTurned = prefix === 'r' && convention === 'equal_width';
    const scores = classes(prefix === 'r' && !isTurned ? { ...cut, better: 'lower' } : cut, values).map((index) => (isTurned ? 5 - index : index + 1));
    const wanted = rows.map((row) => Number(cell(row, `${prefix}_${convention}`)));
    expect(scores.filter((score, i) => score !== wanted[i])).toEqual([]);
  });

  it('equal groups by the order of rows part customers of one value: why they are not offered', () => {
    const scores = new Map<string, Set<string>>();
    for (const row of rows) {
      const value = cell(row, 'frequency');
      scores.set(value, (scores.get(value) ?? new Set()).add(cell(row, 'f_equal_groups_first')));
    }
    expect([...scores.values()].some((found) => found.size > 1)).toBe(true);
  });
});

noteShared('the oracles of cuts', 'oracles/stats/cases.json', 'oracles/stats/cases-r.json', 'oracles/binning/orders_conventions.csv');
