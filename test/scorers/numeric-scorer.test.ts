import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/errors/json.js';
import type { FactValue } from '../../src/model/types.js';
import { frequency } from '../../src/scorers/frequency.js';
import { paymentTimeliness } from '../../src/scorers/payment-timeliness.js';
import { value } from '../../src/scorers/value.js';
import { bind, problemsOf } from './kit.js';

const spenders = (amounts: readonly FactValue[]): readonly { readonly netSpend: FactValue }[] => amounts.map((netSpend) => ({ netSpend }));

describe('value', () => {
  it('is the fact, and its only contribution', () => {
    expect(bind(value, {}).score({ netSpend: 1234.5 })).toEqual({
      value: 1234.5,
      band: null,
      contributions: [{ id: 'netSpend', points: 1234.5 }],
    });
    expect(bind(value, { of: 'grossSpend' }).score({ grossSpend: 7, netSpend: 5 }).value).toBe(7);
  });

  it('has the type of its fact in rules', () => {
    const read = value.readOptions({}, () => undefined);
    expect(value.valueType?.(read)).toBe('input');
    expect(value.inputTypes?.(read)).toEqual({ netSpend: ['number', 'money', 'ratio', 'count', 'days'] });
    expect(paymentTimeliness.valueType?.(paymentTimeliness.readOptions({}, () => undefined))).toBe('number');
  });

  it('is cut by lines that the policy states: at the line is above it', () => {
    const { bands, score, fitted } = bind(value, { cut: { fixed: [1000, 5000] } });
    expect(bands).toEqual(['low', 'medium', 'high']);
    expect([999.99, 1000, 5000].map((netSpend) => score({ netSpend }).band)).toEqual(['low', 'medium', 'high']);
    expect(fitted).toBeNull();
    expect(score({ netSpend: 5200 }).axes).toEqual([
      { id: 'netSpend', input: 'netSpend', value: 5200, line: 5000, distance: 200, above: true },
    ]);
  });

  it('is cut by lines of the population, with the place in it', () => {
    const { score, fitted } = bind(value, { cut: { quantile: [0.5] }, bands: ['small', 'large'] }, spenders([300, 100, null, 200, 400]));
    expect(fitted).toEqual({ all: { lines: [300], population: 4, values: [100, 200, 300, 400] }, groups: [] });
    expect(score({ netSpend: 300 })).toEqual({
      value: 300,
      band: 'large',
      contributions: [{ id: 'netSpend', points: 300 }],
      axes: [{ id: 'netSpend', input: 'netSpend', value: 300, line: 300, distance: 0, above: true, rank: 2, of: 4 }],
    });
    expect(score({ netSpend: 299.99 }).band).toBe('small');
  });

  it('says why there is no band', () => {
    const options = value.readOptions({ cut: { mean: true } }, () => undefined);
    expect(value.score({ netSpend: 5 }, options, null)).toMatchObject({ value: 5, band: null, reason: 'score/not-calibrated' });
    expect(bind(value, { cut: { mean: true } }, spenders([null, 'x', Number.NaN])).score({ netSpend: 5 })).toMatchObject({
      band: null,
      reason: 'score/no-population',
    });
  });

  it('compares within peers', () => {
    const customers = [10, 20, 30, 40]
      .map((netSpend) => ({ netSpend, region: 'east' }))
      .concat([100, 200, 300, 400].map((netSpend) => ({ netSpend, region: 'west' })))
      .concat([{ netSpend: 1, region: 'north' }]);
    const own = bind(value, { cut: { rank: 'top-half' }, peers: { by: 'region' } }, customers);
    expect(own.inputs).toEqual(['netSpend', 'region']);
    expect(own.score({ netSpend: 30, region: 'east' })).toMatchObject({ band: 'high', axes: [{ line: 30, rank: 2, of: 4 }] });
    expect(own.score({ netSpend: 30, region: 'west' })).toMatchObject({ band: 'low', axes: [{ line: 300, rank: 4, of: 4 }] });
    expect(own.score({ netSpend: 30, region: 'north' })).toMatchObject({ value: 30, band: null, reason: 'peers/too-few' });
    expect(own.score({ netSpend: 30, region: 'abroad' }).reason).toBe('peers/too-few');
    expect(own.score({ netSpend: 30, region: null })).toMatchObject({ value: 30, band: null, reason: 'score/missing-fact' });
    const wide = bind(value, { cut: { rank: 'top-half' }, peers: { by: 'region', otherwise: 'all' } }, customers);
    expect(wide.score({ netSpend: 30, region: 'north' })).toMatchObject({ band: 'low', axes: [{ line: 40, rank: 6, of: 9 }], comparedWith: 'all' });
    expect(wide.score({ netSpend: 30, region: 'east' })).not.toHaveProperty('comparedWith');
    expect(wide.score({ netSpend: 30, region: 'east' }).band).toBe('high');
    expect(
      bind(value, { cut: { rank: 'top-half' }, peers: { by: 'region', minimum: 1 } }, customers).score({ netSpend: 1, region: 'north' })
        .band,
    ).toBe('high');
  });

  it('keeps groups apart whose names differ only in type, and takes any name', () => {
    const regions: readonly FactValue[] = ['1', 1, true, 'true', '__proto__', 'constructor'];
    const customers = regions.flatMap((region, i) => [1, 2].map((n) => ({ netSpend: 10 * i + n, region })));
    const { score, fitted } = bind(value, { cut: { rank: 'top-half' }, peers: { by: 'region', minimum: 2 } }, customers);
    expect(regions.map((region) => score({ netSpend: 0, region }).axes?.[0]?.line)).toEqual([2, 12, 22, 32, 42, 52]);
    expect((fitted as { readonly groups: readonly unknown[] }).groups.length).toBe(6);
  });
});

describe('frequency', () => {
  it('is the number of purchases, unless the policy names another count', () => {
    const { score } = bind(frequency, { cut: { fixed: [3] }, bands: ['seldom', 'often'] });
    expect(score({ purchases: 3 })).toMatchObject({ value: 3, band: 'often', contributions: [{ id: 'purchases', points: 3 }] });
    expect(score({ purchases: 2 }).band).toBe('seldom');
    expect(bind(frequency, { of: 'activeMonths' }).inputs).toEqual(['activeMonths']);
  });
});

describe('payment timeliness', () => {
  const { score } = bind(paymentTimeliness, { cut: { fixed: [50, 80] }, bands: ['late', 'mixed', 'on-time'] });

  it('is the ratio in points', () => {
    expect(score({ onTimePaymentRatio: 0.8 })).toEqual({
      value: 80,
      band: 'on-time',
      contributions: [{ id: 'onTimePaymentRatio', points: 80 }],
      axes: [{ id: 'onTimePaymentRatio', input: 'onTimePaymentRatio', value: 80, line: 80, distance: 0, above: true }],
    });
    expect([0, 0.5, 1].map((onTimePaymentRatio) => score({ onTimePaymentRatio }).band)).toEqual(['late', 'mixed', 'on-time']);
  });

  it('moves the point: 0.29 is 29 and not 28.999999999999996', () => {
    for (let percent = 0; percent <= 100; percent += 1) expect(score({ onTimePaymentRatio: percent / 100 }).value).toBe(percent);
  });

  it('has no value for what is no ratio', () => {
    expect(score({ onTimePaymentRatio: 90 })).toEqual({ value: null, band: null, reason: 'score/out-of-range' });
    expect(score({ onTimePaymentRatio: -0.1 }).reason).toBe('score/out-of-range');
    expect(score({ onTimePaymentRatio: null })).toEqual({ value: null, band: null, reason: 'score/missing-fact' });
    expect(score({}).reason).toBe('score/missing-fact');
  });

  it('rises with the ratio and never parts the order of two', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (a, b) => {
        const [first, second] = [score({ onTimePaymentRatio: Math.min(a, b) }).value, score({ onTimePaymentRatio: Math.max(a, b) }).value];
        expect(first).not.toBeNull();
        expect(first).toBeLessThanOrEqual(second ?? -1);
      }),
    );
  });
});

describe('options', () => {
  it.each<[Json, readonly string[]]>([
    [{ cutt: { mean: true } }, ['/cutt: unknown option `cutt`: use of, cut, bands, peers, potential']],
    [{ of: 5 }, ['/of: `of` must be the path of a fact, such as `netSpend`']],
    [{ of: ' ' }, ['/of: `of` must be the path of a fact, such as `netSpend`']],
    [{ bands: ['a', 'b'] }, ['/bands: `bands` name the classes of a cut: add `cut`']],
    [{ cut: { mean: true }, bands: ['a'] }, ['/bands: `bands` must be 2 different names, the lowest class first']],
    [{ cut: { mean: true }, bands: ['a', 'a'] }, ['/bands: `bands` must be 2 different names, the lowest class first']],
    [{ cut: { mean: true }, bands: ['a', ''] }, ['/bands: `bands` must be 2 different names, the lowest class first']],
    [{ cut: { mean: true }, bands: 'ab' }, ['/bands: `bands` must be 2 different names, the lowest class first']],
    [{ cut: { fixed: [1, 2, 3] } }, ['/bands: a cut into 4 classes needs `bands`: add 4 names, the lowest first']],
    [
      { cut: { fixed: [1] }, peers: { by: 'x' } },
      ['/peers: `peers` are for a cut that is fitted to a population: remove `peers`, or cut otherwise than by `fixed`'],
    ],
    [
      { peers: { by: 'x' } },
      ['/peers: `peers` are for a cut that is fitted to a population: remove `peers`, or cut otherwise than by `fixed`'],
    ],
    [{ cut: { mean: true }, peers: {} }, ['/peers/by: `by` must be the path of a fact, such as `netSpend`: add it']],
    [
      { cut: { mean: true }, peers: { by: 'x', minimum: 0, otherwise: 'every' } },
      ['/peers/minimum: `minimum` must be a whole number of customers, 1 or more', '/peers/otherwise: `otherwise` must be `all` or `none`'],
    ],
    [{ cut: { mean: true }, peers: 'x' }, ['/peers: give an object of options: by, minimum, otherwise']],
    ['netSpend', ['(root): give an object of options: of, cut, bands, peers, potential']],
  ])('reports %j', (json, problems) => {
    expect(problemsOf(value, json).map(({ pointer, message }) => `${pointer === '' ? '(root)' : pointer}: ${message}`)).toEqual(problems);
  });

  it('suggests the closest name', () => {
    expect(problemsOf(value, { cutt: { mean: true } })[0]?.suggestion).toBe('cut');
    expect(problemsOf(paymentTimeliness, { off: 'x' })[0]?.message).toBe('unknown option `off`: use mode, of, cut, bands, peers');
  });

  it('keeps the names of bands while a cut is wrong, so that rules about them are not reported too', () => {
    const options = value.readOptions({ cut: { meen: true }, bands: ['a', 'b'] }, () => undefined);
    expect(value.bands(options)).toEqual(['a', 'b']);
  });

  it('needs a calibration only for a fitted cut', () => {
    const fitOf = (json: Json): unknown => value.fit(value.readOptions(json, () => undefined));
    expect(fitOf({})).toBeNull();
    expect(fitOf({ cut: { fixed: [1] } })).toBeNull();
    expect(typeof fitOf({ cut: { mean: true } })).toBe('function');
  });
});
