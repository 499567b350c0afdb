import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/errors/json.js';
import type { FactValue } from '../../src/model/types.js';
import { rfm } from '../../src/scorers/rfm.js';
import { allCells, type Classes } from '../../src/scorers/rfm/cells.js';
import { STANDARD_TABLE } from '../../src/scorers/rfm/standard-table.js';
import type { Score } from '../../src/scorers/scorer.js';
import { bind, problemsOf } from './kit.js';

interface Customer {
  readonly [input: string]: FactValue;
}

const customer = (daysSinceLastPurchase: FactValue, purchases: FactValue, netSpend: FactValue): Customer => ({ daysSinceLastPurchase, purchases, netSpend });

/**
 * Six customers, worked out by hand in thirds. With n = 6 the quantiles of type 7 lie at places 1.67 and 3.33, counted from 0, so the lines
 * are the third and the fifth value: 60 and 10 days, 3 and 6 purchases, 500 and 800.
 */
const six: { readonly [id: string]: Customer } = {
  A: customer(3, 9, 900),
  B: customer(10, 6, 700),
  C: customer(40, 4, 800),
  D: customer(60, 3, 150),
  E: customer(200, 1, 500),
  F: customer(300, 1, 80),
};
const thirds: Json = { quantile: { classes: 3 } };
const all = Object.values(six);

const each = (options: Json, of: (score: Score) => unknown, population: readonly Customer[] = all): unknown => {
  const { score } = bind(rfm, options, population);
  return Object.fromEntries(Object.entries(six).map(([id, values]) => [id, of(score(values))]));
};

describe('six customers in thirds', () => {
  it('have the codes of their classes, and 0.5 R + 0.3 F + 0.2 M', () => {
    expect(each({ cut: thirds }, ({ code }) => code)).toEqual({ A: '333', B: '332', C: '223', D: '221', E: '112', F: '111' });
    expect(each({ cut: thirds }, ({ value }) => value)).toEqual({ A: 9, B: 8, C: 7, D: 5, E: 4, F: 3 });
    const weights = { cut: thirds, recency: { weight: 100 }, frequency: { weight: 10 } };
    expect(each(weights, ({ value }) => value)).toEqual({ A: 333, B: 332, C: 223, D: 221, E: 112, F: 111 });
    const index = { cut: thirds, recency: { weight: 0.5 }, frequency: { weight: 0.3 }, monetary: { weight: 0.2 } };
    expect(each(index, ({ value }) => value)).toEqual({ A: 3, B: 2.8, C: 2.2, D: 1.8, E: 1.2, F: 1 });
  });

  it('are summed in decimals, so that weights of 1 in all give a whole class for a whole code', () => {
    const shares = Array.from({ length: 19 }, (_, index) => (index + 1) * 5);
    const wrong = shares.flatMap((first) =>
      shares.filter((second) => first + second < 100).flatMap((second) => {
        const third = 100 - first - second;
        const { score } = bind(rfm, { cut: thirds, recency: { weight: first / 100 }, frequency: { weight: second / 100 }, monetary: { weight: third / 100 } }, all);
        return all.filter((customer) => {
          const { value, code = '', contributions = [] } = score(customer);
          const [r = 0, f = 0, m = 0] = Array.from(code, Number);
          return value !== (first * r + second * f + third * m) / 100 || contributions.reduce((sum, { points }) => sum + points, 0) !== value;
        });
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('are told with each line, the distance to it, the class and the place', () => {
    const { score } = bind(rfm, { cut: thirds, recency: { weight: 2 } }, all);
    expect(score(customer(50, 6, 499))).toEqual({
      value: 8,
      band: null,
      code: '231',
      contributions: [
        { id: 'daysSinceLastPurchase', points: 4 },
        { id: 'purchases', points: 3 },
        { id: 'netSpend', points: 1 },
      ],
      axes: [
        { id: 'recency', input: 'daysSinceLastPurchase', value: 50, line: 60, distance: 10, above: true, better: 'lower', class: 2, classes: 3, rank: 4, of: 6 },
        { id: 'frequency', input: 'purchases', value: 6, line: 6, distance: 0, above: true, class: 3, classes: 3, rank: 2, of: 6 },
        { id: 'monetary', input: 'netSpend', value: 499, line: 500, distance: -1, above: false, class: 1, classes: 3, rank: 5, of: 6 },
      ],
    });
  });

  it('have the band of the first row that takes their cell', () => {
    const table: Json = [
      { band: 'best', recency: [3, 3], frequencyMonetary: [2.5, 3] },
      { band: 'gone', recency: [1, 1] },
      { band: 'once', codes: ['221', '111'] },
      { band: 'others' },
    ];
    const { bands } = bind(rfm, { cut: thirds, table }, all);
    expect(bands).toEqual(['others', 'once', 'gone', 'best']);
    expect(each({ cut: thirds, table }, ({ band }) => band)).toEqual({ A: 'best', B: 'best', C: 'others', D: 'once', E: 'gone', F: 'gone' });
  });

  it('may be counted from 0, and read other facts', () => {
    expect(each({ cut: thirds, countFrom: 0 }, ({ code, value }) => [code, value])).toMatchObject({ A: ['222', 6], F: ['000', 0] });
    const { inputs } = bind(rfm, { recency: { of: 'daysSinceVisit' }, frequency: { of: 'visits' }, monetary: { of: 'meanOrderValue' } });
    expect(inputs).toEqual(['daysSinceVisit', 'visits', 'meanOrderValue']);
  });

  it('may have lines that the policy states: those of recency fall', () => {
    const stated: Json = { recency: { cut: { fixed: [180, 30] } }, frequency: { cut: { fixed: [2, 6] } }, monetary: { cut: { fixed: [100, 750] } } };
    expect(bind(rfm, stated).fitted).toBeNull();
    expect(each(stated, ({ code }) => code, [])).toEqual({ A: '333', B: '332', C: '223', D: '222', E: '112', F: '111' });
    const { score } = bind(rfm, stated);
    // A value at a line is in the class above it.
    expect(score(customer(180, 2, 100)).code).toBe('222');
    expect(score(customer(181, 1, 99.99)).code).toBe('111');
    expect(score(customer(30, 6, 750)).axes?.[0]).toEqual({
      id: 'recency', input: 'daysSinceLastPurchase', value: 30, line: 30, distance: 0, above: true, better: 'lower', class: 3, classes: 3,
    });
  });

  it('may be cut at the mean of each axis: high is above it, and recency is high when it is short', () => {
    // Means: 102.2 days, 4 purchases, 521.67.
    expect(each({ cut: { mean: true }, countFrom: 0 }, ({ code }) => code)).toEqual({ A: '111', B: '111', C: '101', D: '100', E: '000', F: '000' });
  });
});

describe('nested classes', () => {
  const nested: Json = { binning: 'nested', cut: { quantile: [0.5] } };
  // Halves of recency: 1 to 4 days and 10 to 40. Within each, halves of frequency, and within each of those, halves of the amount.
  const near = [customer(1, 9, 50), customer(2, 8, 60), customer(3, 2, 900), customer(4, 1, 800)];
  const far = [customer(10, 90, 5), customer(20, 80, 6), customer(30, 20, 7), customer(40, 10, 8)];
  const eight = [...near, ...far];
  const codes = (options: Json): readonly unknown[] => eight.map((values) => bind(rfm, options, eight).score(values).code);

  it('fill each cell alike, where independent ones do not', () => {
    expect(codes(nested)).toEqual(['221', '222', '212', '211', '121', '122', '111', '112']);
    expect(codes({ cut: { quantile: [0.5] } })).toEqual(['212', '212', '212', '212', '121', '121', '121', '121']);
  });

  it('keep the lines of each part in the calibration, and have no place', () => {
    const { fitted, score } = bind(rfm, nested, eight);
    expect(fitted).toMatchObject({
      all: {
        population: 8,
        recency: { lines: [4] },
        frequency: [{ lines: [80], population: 4 }, { lines: [8], population: 4 }],
        monetary: [{ lines: [8], population: 2 }, { lines: [6], population: 2 }, { lines: [900], population: 2 }, { lines: [60], population: 2 }],
      },
    });
    const [recency, frequency] = score(customer(4, 8, 60)).axes ?? [];
    expect(recency).toMatchObject({ rank: 4, of: 8 });
    expect(frequency).toEqual({ id: 'frequency', input: 'purchases', value: 8, line: 8, distance: 0, above: true, class: 2, classes: 2 });
  });

  it('have no score in a part where nobody was', () => {
    const { score } = bind(rfm, { binning: 'nested', recency: { cut: { fixed: [90] } }, cut: { quantile: [0.5] } }, near);
    expect(score(customer(90, 8, 60)).code).toBe('222');
    expect(score(customer(91, 8, 60))).toEqual({ value: null, band: null, reason: 'score/no-population' });
  });

  it('may have stated lines between fitted ones', () => {
    const { score, fitted } = bind(rfm, { binning: 'nested', frequency: { cut: { fixed: [5] } }, cut: { quantile: [0.5] } }, eight);
    expect(fitted).toMatchObject({ all: { frequency: null, monetary: [{ population: 0 }, { lines: [7], population: 4 }, { lines: [900] }, { lines: [60] }] } });
    expect(score(customer(1, 9, 60)).code).toBe('222');
    expect(score(customer(40, 1, 60)).reason).toBe('score/no-population');
  });
});

describe('who has no score', () => {
  const options: Json = { cut: thirds };
  const reasonOf = (values: Customer, json: Json = options, population: readonly Customer[] = all): unknown => bind(rfm, json, population).score(values);
  const none = (reason: string): unknown => ({ value: null, band: null, reason });

  it('has the reason, and it says which axis', () => {
    expect(reasonOf(customer(null, 3, 100))).toEqual(none('rfm/no-recency'));
    expect(reasonOf(customer(3, null, 100))).toEqual(none('rfm/no-frequency'));
    expect(reasonOf(customer(3, 2, null))).toEqual(none('rfm/no-monetary'));
    expect(reasonOf({})).toEqual(none('rfm/no-recency'));
    expect(reasonOf(customer('3', 2, 1))).toEqual(none('rfm/no-recency'));
  });

  it('is told apart from who never bought', () => {
    expect(reasonOf(customer(null, 0, 0))).toEqual(none('rfm/no-purchases'));
    // A last purchase before the window is known, and there is none in it: the lowest class.
    expect(reasonOf(customer(800, 0, 0))).toMatchObject({ code: '111' });
  });

  it('may be who has bought too seldom to be judged', () => {
    const strict = { cut: thirds, minimumFrequency: 2 };
    expect(reasonOf(customer(3, 1, 900), strict)).toEqual(none('rfm/too-few-purchases'));
    expect(reasonOf(customer(3, 2, 900), strict, all.concat(all))).toMatchObject({ code: '313' });
    expect(bind(rfm, strict, all).fitted).toMatchObject({ all: { population: 4 } });
  });

  it('is everyone where the population is too small: by default smaller than the classes are many', () => {
    expect(reasonOf(customer(3, 2, 1), options, all.slice(0, 2))).toEqual(none('rfm/too-few-customers'));
    expect(reasonOf(customer(3, 2, 1), options, all.slice(0, 3))).toMatchObject({ code: '311' });
    expect(reasonOf(customer(3, 2, 1), { cut: thirds, minimumCustomers: 7 })).toEqual(none('rfm/too-few-customers'));
    expect(reasonOf(customer(3, 2, 1), options, [])).toEqual(none('score/no-population'));
  });

  it('is everyone before the calibration', () => {
    const read = rfm.readOptions(options, () => undefined);
    expect(rfm.score(customer(1, 1, 1), read, null)).toEqual(none('score/not-calibrated'));
  });

  it('does not move the lines of those who have', () => {
    const more = [...all, customer(null, 0, 0), customer(null, 100, 1e6), customer(1, null, 1e6), customer(1, 100, null), customer(Number.NaN, 1, 1)];
    expect(bind(rfm, options, more).fitted).toEqual(bind(rfm, options, all).fitted);
  });
});

describe('peers', () => {
  const east = all.map((values) => ({ ...values, region: 'east' }));
  const west = all.map((values) => ({ ...values, netSpend: Number(values['netSpend']) * 10, region: 'west' }));

  it('compare with their own group', () => {
    const { score } = bind(rfm, { cut: thirds, peers: { by: 'region' } }, [...east, ...west]);
    expect(score({ ...customer(3, 9, 900), region: 'east' }).code).toBe('333');
    expect(score({ ...customer(3, 9, 900), region: 'west' }).code).toBe('331');
    expect(score({ ...customer(3, 9, 900), region: 'north' }).reason).toBe('peers/too-few');
    expect(score(customer(3, 9, 900)).reason).toBe('score/missing-fact');
  });
});

describe('our own table', () => {
  const fixed = (lines: readonly number[]): Json => ({ cut: { fixed: lines } });
  const { score, bands } = bind(rfm, { recency: fixed([5, 4, 3, 2]), frequency: fixed([2, 3, 4, 5]), monetary: fixed([2, 3, 4, 5]) });
  const cells = allCells({ sizes: { recency: 5, frequency: 5, monetary: 5 }, countFrom: 1 });
  // Days that give the class of recency: 6 for class 1, 2 for class 5.
  const bandOf = ([recency, frequency, monetary]: Classes): string => score(customer(7 - recency, frequency, monetary)).band ?? '';

  it('is the one that five classes have', () => {
    expect(score(customer(2, 5, 5))).toMatchObject({ band: 'champions', code: '555', value: 15 });
    expect(bands).toEqual(['lost', 'win-back', 'dormant', 'at-risk', 'cooling', 'needs-attention', 'recent', 'big-spenders', 'loyal', 'champions']);
    expect(bind(rfm, { table: 'none' }).bands).toEqual([]);
    expect(bind(rfm, { cut: { mean: true } }).bands).toEqual([]);
  });

  it('has one row for each of its 125 cells: nothing is left, nothing is there twice', () => {
    const rowsOf = ([r, f, m]: Classes): number =>
      STANDARD_TABLE.filter(({ recency = [0, 0], frequency = [0, 0], monetary = [0, 0] }) =>
        r >= recency[0] && r <= recency[1] && f >= frequency[0] && f <= frequency[1] && m >= monetary[0] && m <= monetary[1]).length;
    expect(cells).toHaveLength(125);
    expect(cells.filter((cell) => rowsOf(cell) !== 1)).toEqual([]);
    expect(new Set(cells.map(bandOf))).toEqual(new Set(bands));
  });

  it('never gives a lower band for a higher class, all else equal: 3,375 pairs of cells', () => {
    const pairs = cells.flatMap((less) => cells.filter((more) => more.every((own, axis) => own >= (less[axis] ?? 0))).map((more) => ({ less, more })));
    const worse = pairs.filter(({ less, more }) => bands.indexOf(bandOf(more)) < bands.indexOf(bandOf(less)));
    expect(pairs).toHaveLength(15 ** 3);
    expect(worse).toEqual([]);
  });

  it.each([
    ['555', 'champions'], ['444', 'champions'], ['443', 'loyal'], ['435', 'loyal'], ['551', 'loyal'], ['425', 'big-spenders'], ['514', 'big-spenders'],
    ['423', 'recent'], ['511', 'recent'], ['355', 'needs-attention'], ['314', 'needs-attention'], ['323', 'cooling'], ['231', 'at-risk'],
    ['214', 'at-risk'], ['223', 'dormant'], ['155', 'win-back'], ['114', 'win-back'], ['123', 'lost'], ['111', 'lost'],
  ])('calls %s %s', (code, band) => {
    const [recency = 0, frequency = 0, monetary = 0] = code.split('').map(Number);
    expect(bandOf([recency, frequency, monetary])).toBe(band);
  });
});

describe('properties', () => {
  const figure = (max: number): fc.Arbitrary<FactValue> => fc.option(fc.integer({ min: 0, max }));
  const anyone = fc.tuple(figure(400), figure(12), figure(900)).map(([r, f, m]) => customer(r, f, m));
  const population = fc.array(anyone, { maxLength: 60 });
  const options = fc.constantFrom<Json>(
    {}, { cut: { mean: true } }, { cut: { quantile: [0.3, 0.6] }, countFrom: 0 }, { cut: { rank: { share: 0.2 } } }, { binning: 'nested', cut: { quantile: [0.5] } },
    { recency: { cut: { fixed: [180, 60] }, weight: 0.3 }, frequency: { weight: 0.1 }, monetary: { weight: 1.7 } },
  );

  it('equal customers are equal, the order of the population changes no byte, a fit read again is the same, and contributions sum', () => {
    fc.assert(
      fc.property(population, options, (customers, json) => {
        const { fitted, score } = bind(rfm, json, customers);
        expect(JSON.stringify(bind(rfm, json, [...customers].reverse()).fitted)).toBe(JSON.stringify(fitted));
        for (const values of customers) {
          const own = score(values);
          expect(score({ ...values })).toEqual(own);
          expect(JSON.parse(JSON.stringify(own))).toEqual(own);
          if (own.value !== null) expect(own.contributions?.reduce((sum, { points }) => sum + points, 0)).toBe(own.value);
        }
      }),
    );
  });

  it('better on one axis is never worse: in class, in value, and in our own table in band', () => {
    const step = fc.tuple(fc.constantFrom('daysSinceLastPurchase', 'purchases', 'netSpend'), fc.integer({ min: 1, max: 200 }));
    fc.assert(
      fc.property(population, fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 900 })), step, (customers, [r, f, m], [axis, by]) => {
        const { score, bands } = bind(rfm, {}, customers);
        const less = customer(r, f, m);
        const more = { ...less, [axis]: axis === 'daysSinceLastPurchase' ? Math.max(0, r - by) : Number(less[axis]) + by };
        const [before, after] = [score(less), score(more)];
        if (before.value === null) expect(after.value).toBeNull();
        else {
          expect(after.value).toBeGreaterThanOrEqual(before.value);
          expect(bands.indexOf(after.band ?? '')).toBeGreaterThanOrEqual(bands.indexOf(before.band ?? ''));
        }
      }),
    );
  });
});

describe('wrong options', () => {
  const messages = (json: Json): readonly string[] => problemsOf(rfm, json).map(({ pointer, message }) => `${pointer}: ${message}`);

  it('are told where they stand and how to mend them', () => {
    expect(messages({ recency: { of: '', weight: -1 }, frequency: { cut: { mean: 1 } }, monetary: 3 })).toEqual([
      '/recency/of: `of` must be the path of a fact, such as `netSpend`',
      '/recency/weight: `weight` must be a number from 0 to 1000000',
      '/frequency/cut/mean: `mean` must be true',
      '/monetary: give an object of options: of, cut, weight',
    ]);
    expect(messages({ cut: { fixed: [1, 2] } })).toEqual(['/cut: `fixed` lines are in the unit of one axis: give the axis its own `cut`']);
    expect(messages({ monetary: { cut: { fixed: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] } } })).toEqual(['/monetary/cut: an axis has 2 to 10 classes: this cut gives 11']);
    expect(messages({ recency: { cut: { fixed: [30, 180] } } })[0]).toMatch(/^\/recency\/cut\/fixed: `fixed` must be a list of rising numbers/);
    expect(messages({ recency: { weight: 0 }, frequency: { weight: 0 }, monetary: { weight: 0 } })).toEqual([': one `weight` must be more than 0']);
    expect(messages({ binning: 'netsed', countFrom: 2, minimumFrequency: 0, minimumCustomers: 1.5 })).toEqual([
      '/countFrom: `countFrom` must be 0 or 1',
      '/binning: `binning` must be `independent` or `nested`',
      '/minimumFrequency: `minimumFrequency` must be a whole number of purchases, 1 or more',
      '/minimumCustomers: `minimumCustomers` must be a whole number of customers, 1 or more',
    ]);
    expect(problemsOf(rfm, { binning: 'netsed' })[0]?.suggestion).toBe('nested');
    expect(problemsOf(rfm, { monetry: {} })[0]?.suggestion).toBe('monetary');
    expect(messages({ recency: { cut: { fixed: [9] } }, frequency: { cut: { fixed: [9] } }, monetary: { cut: { fixed: [9] } }, peers: { by: 'x' } })[0]).toMatch(/^\/peers: `peers` are for a cut/);
  });

  it('of a table are all told, and then what its rows leave', () => {
    const table = (rows: Json, more: object = {}): readonly string[] => messages({ cut: { mean: true }, table: rows, ...more });
    expect(table('standrad')).toEqual(['/table: `table` must be `standard`, `none` or a list of 1 to 200 rows such as { "band": "best", "recency": [4, 5] }']);
    expect(table('standard')).toEqual(['/table: `standard` is for classes 1 to 5 on each axis: write a table for your own classes, or use `none`']);
    expect(table([{ recency: [2, 1] }, { band: 'b', monetary: [3, 4] }, { band: 'c', codes: ['22', '222'] }, { band: ' ', frequencyMonetary: [1.5, 1.75] }, 7])).toEqual([
      '/table/0/band: `band` must be the name of a class: add it',
      '/table/0/recency: `recency` must be two classes, the lower first, such as [1, 2]',
      '/table/1/monetary: `monetary` must be two classes, the lower first, such as [1, 2]',
      '/table/2/codes/0: a code must have a class of each axis, such as `222`',
      '/table/3/band: `band` must be the name of a class',
      '/table/3/frequencyMonetary: `frequencyMonetary` must be two classes, the lower first, such as [1, 2]',
      '/table/4: give an object of options: band, recency, frequency, monetary, frequencyMonetary, codes',
    ]);
    expect(table([{ band: 'a', codes: [] }, { band: 'b', codes: ['222'], recency: [1, 2] }])).toEqual([
      '/table/0/codes: `codes` must be a list of codes, such as ["222"]',
      '/table/1/codes: a row has either ranges or `codes`: remove one of them',
    ]);
    expect(table([{ band: 'all' }, { band: 'best', recency: [2, 2] }])).toEqual(['/table/0: a row without ranges takes all that are left: put it last']);
    expect(table([{ band: 'best', recency: [2, 2] }, { band: 'often', frequency: [2, 2] }])).toEqual([
      '/table: 2 of 8 cells are in no class, such as 111, 112: add a last row that has only `band`',
    ]);
    expect(table([{ band: 'best', recency: [0, 5] }])).toEqual([]);
    expect(table([{ band: 'best', recency: [0, 0] }, { band: 'rest' }], { countFrom: 0 })).toEqual([]);
  });

  it('leave a code readable where a class has two digits', () => {
    const ten: Json = { cut: { fixed: [2, 3, 4, 5, 6, 7, 8, 9, 10] } };
    const options: Json = { frequency: ten, recency: { cut: { fixed: [30] } }, monetary: { cut: { fixed: [100] } }, table: [{ band: 'top', codes: ['2-10-2'] }, { band: 'rest' }] };
    const { score } = bind(rfm, options);
    expect(score(customer(5, 10, 200))).toMatchObject({ code: '2-10-2', band: 'top' });
    expect(score(customer(5, 9, 200))).toMatchObject({ code: '2-9-2', band: 'rest' });
  });
});
