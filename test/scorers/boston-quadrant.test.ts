import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/errors/json.js';
import type { FactValue } from '../../src/model/types.js';
import { bostonQuadrant } from '../../src/scorers/boston-quadrant.js';
import { bind, problemsOf } from './kit.js';

interface Dealer {
  readonly [input: string]: FactValue;
}

const axes = { level: 'targetCompletion', growth: 'targetCompletionChange' };
const dealer = (completion: FactValue, change: FactValue): Dealer => ({ targetCompletion: completion, targetCompletionChange: change });

/** Eight dealers: plan completion and its change since the quarter before, in percent; worked out by hand in both readings. */
const percent: Readonly<Record<string, readonly [number, number]>> = {
  A: [110, 15],
  B: [95, -9],
  C: [95, 35],
  D: [70, 30],
  E: [90, -18],
  F: [65, -5],
  G: [110, 8],
  H: [60, -5],
};
const dealers = Object.entries(percent).map(([id, [completion, change]]) => ({ id, values: dealer(completion / 100, change / 100) }));

function quadrants(cut: Json, peers?: Json): Readonly<Record<string, string | null>> {
  const { score } = bind(
    bostonQuadrant,
    { ...axes, cut, ...(peers === undefined ? {} : { peers }) },
    dealers.map(({ values }) => values),
  );
  return Object.fromEntries(dealers.map(({ id, values }) => [id, score(values).band]));
}

describe('eight dealers', () => {
  it('by rank: the best half of each axis', () => {
    expect(quadrants({ rank: 'top-half' })).toEqual({
      A: 'star',
      B: 'cash-cow',
      C: 'star',
      D: 'question-mark',
      E: 'dog',
      F: 'dog',
      G: 'star',
      H: 'dog',
    });
  });

  it('by threshold: the plan met, and no shrinking; B and C change places', () => {
    expect(quadrants({ level: { fixed: [1] }, growth: { fixed: [0] } })).toEqual({
      A: 'star',
      B: 'dog',
      C: 'question-mark',
      D: 'question-mark',
      E: 'dog',
      F: 'dog',
      G: 'star',
      H: 'dog',
    });
  });

  it('by mean: 86.9 % and 6.4 points', () => {
    expect(quadrants({ mean: true })).toEqual({
      A: 'star',
      B: 'cash-cow',
      C: 'star',
      D: 'question-mark',
      E: 'cash-cow',
      F: 'dog',
      G: 'star',
      H: 'dog',
    });
  });

  it('in the quarter before, by its own lines', () => {
    const earlier = [
      [95, 3],
      [104, 4],
      [60, -10],
      [40, -5],
      [108, 10],
      [70, -2],
      [102, 5],
      [65, -1],
    ] as const;
    const values = earlier.map(([completion, change]) => dealer(completion / 100, change / 100));
    const { score } = bind(bostonQuadrant, { ...axes, cut: { rank: 'top-half' } }, values);
    expect(values.map((each) => score(each).band)).toEqual(['star', 'star', 'dog', 'dog', 'star', 'dog', 'star', 'dog']);
    // E has fallen by the lines of either quarter.
    expect(score(dealer(0.9, -0.18)).band).toBe('dog');
  });

  it('says line, distance and place', () => {
    const { score } = bind(
      bostonQuadrant,
      { ...axes, cut: { rank: 'top-half' } },
      dealers.map(({ values }) => values),
    );
    expect(score(dealer(0.95, -0.09))).toEqual({
      value: null,
      band: 'cash-cow',
      axes: [
        { id: 'level', input: 'targetCompletion', value: 0.95, line: 0.95, distance: 0, above: true, rank: 3, of: 8 },
        {
          id: 'growth',
          input: 'targetCompletionChange',
          value: -0.09,
          line: 0.08,
          distance: -0.17,
          above: false,
          rank: 7,
          of: 8,
        },
      ],
    });
  });

  it('gives stated lines no place in a population', () => {
    const { score, fitted } = bind(bostonQuadrant, { ...axes, cut: { level: { fixed: [1] }, growth: { fixed: [0] } } });
    expect(fitted).toBeNull();
    // "At least": growth of exactly nothing is on the upper side.
    expect(score(dealer(1, 0))).toMatchObject({
      band: 'star',
      axes: [
        { line: 1, distance: 0 },
        { line: 0, distance: 0 },
      ],
    });
    expect(score(dealer(1, 0)).axes?.[0]).not.toHaveProperty('rank');
  });

  it('may state one line and fit the other', () => {
    expect(quadrants({ level: { fixed: [1] }, growth: { rank: 'top-half' } })).toMatchObject({
      A: 'star',
      B: 'dog',
      C: 'question-mark',
      G: 'star',
    });
  });
});

describe('who has no quadrant', () => {
  const some = [...dealers.map(({ values }) => values), dealer(null, 0.5), dealer(3, null), dealer('n/a', 0.5), dealer(Number.NaN, 0.5)];
  const options = { ...axes, cut: { rank: 'top-half' } };

  it('has the reason', () => {
    const { score } = bind(bostonQuadrant, options, some);
    expect(score(dealer(null, 0.5))).toEqual({ value: null, band: null, reason: 'boston/no-level' });
    expect(score(dealer(3, null))).toEqual({ value: null, band: null, reason: 'boston/no-growth' });
    expect(score({})).toEqual({ value: null, band: null, reason: 'boston/no-level' });
  });

  it('does not move the lines of those who have', () => {
    expect(bind(bostonQuadrant, options, some).fitted).toEqual(
      bind(
        bostonQuadrant,
        options,
        dealers.map(({ values }) => values),
      ).fitted,
    );
  });

  it('includes everyone where fewer than four are ranked', () => {
    const three = dealers.slice(0, 3).map(({ values }) => values);
    expect(bind(bostonQuadrant, options, three).score(dealer(1, 1))).toEqual({ value: null, band: null, reason: 'boston/too-few' });
    expect(bind(bostonQuadrant, { ...axes, cut: { quantile: [0.5] } }, three).score(dealer(1.1, 1)).band).toBe('star');
    expect(bind(bostonQuadrant, { ...axes, cut: { mean: true } }, []).score(dealer(1, 1)).reason).toBe('score/no-population');
  });

  it('includes everyone before the calibration, unless the policy states the lines', () => {
    const read = bostonQuadrant.readOptions(options, () => undefined);
    expect(bostonQuadrant.score(dealer(1, 1), read, null).reason).toBe('score/not-calibrated');
  });
});

describe('peers', () => {
  const east = dealers.map(({ values }) => ({ ...values, region: 'east' }));
  const west = dealers.map(({ values }) => ({
    targetCompletion: (values['targetCompletion'] as number) + 1,
    targetCompletionChange: values['targetCompletionChange'] ?? null,
    region: 'west',
  }));
  const few = [{ ...dealer(1, 1), region: 'north' }];
  const by = (peers: Json): ReturnType<typeof bind> =>
    bind(bostonQuadrant, { ...axes, cut: { rank: 'top-half' }, peers }, [...east, ...west, ...few]);

  it('compare with their own group', () => {
    const { score, inputs } = by({ by: 'region' });
    expect(inputs).toEqual(['targetCompletion', 'targetCompletionChange', 'region']);
    expect(score({ ...dealer(0.95, -0.09), region: 'east' }).band).toBe('cash-cow');
    expect(score({ ...dealer(0.95, -0.09), region: 'west' }).band).toBe('dog');
    expect(score({ ...dealer(1, 1), region: 'north' })).toEqual({ value: null, band: null, reason: 'peers/too-few' });
    expect(score(dealer(1, 1))).toEqual({ value: null, band: null, reason: 'score/missing-fact' });
  });

  it('fall back to all customers where the policy says so', () => {
    const { score } = by({ by: 'region', otherwise: 'all' });
    expect(score({ ...dealer(1.2, 1), region: 'south' })).toMatchObject({
      band: 'question-mark',
      axes: [
        { line: 1.6, of: 17 },
        { line: 0.08, of: 17 },
      ],
    });
  });
});

describe('properties', () => {
  const ratio = fc.option(fc.integer({ min: -50, max: 200 }).map((n) => n / 100));
  const population = fc.array(
    fc.tuple(ratio, ratio).map(([completion, change]) => dealer(completion, change)),
    { maxLength: 40 },
  );
  const cut = fc.constantFrom<Json>(
    { rank: 'top-half' },
    { rank: { top: 5 } },
    { rank: { share: 0.2 } },
    { mean: true },
    { quantile: [0.7] },
    { level: { fixed: [1] }, growth: { mean: true } },
  );

  it('the order of the population changes no byte', () => {
    fc.assert(
      fc.property(population, cut, (customers, each) => {
        const fit = (list: readonly Dealer[]): string => JSON.stringify(bind(bostonQuadrant, { ...axes, cut: each }, list).fitted);
        expect(fit([...customers].reverse())).toBe(fit(customers));
      }),
    );
  });

  it('better on an axis never means lower on it', () => {
    fc.assert(
      fc.property(population, cut, fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 }), (customers, each, a, b) => {
        const { score } = bind(bostonQuadrant, { ...axes, cut: each }, customers);
        const above = (n: number): boolean | undefined => score(dealer(n / 100, 0)).axes?.[0]?.above;
        if (above(Math.min(a, b)) === true) expect(above(Math.max(a, b))).toBe(true);
        else expect([undefined, false]).toContain(above(Math.min(a, b)));
      }),
    );
  });
});

it('reports options', () => {
  const messages = (json: Json): readonly string[] =>
    problemsOf(bostonQuadrant, json).map(({ pointer, message }) => `${pointer}: ${message}`);
  expect(messages({})).toEqual([
    '/cut: `cut` must say what is high: add { "rank": "top-half" }, or a cut for each of `level` and `growth`',
    '/level: `level` must be the path of a fact, such as `netSpend`: add it',
    '/growth: `growth` must be the path of a fact, such as `netSpend`: add it',
  ]);
  expect(messages({ ...axes, cut: { quantile: [0.3, 0.6] } })).toEqual([
    '/cut: an axis of a quadrant has exactly one line: give one value',
  ]);
  expect(messages({ ...axes, cut: { level: { mean: true } } })).toEqual([
    '/cut/growth: `cut` must say what is high for `growth` too: add it',
  ]);
  expect(messages({ ...axes, cut: { level: { mean: 1 }, growth: { fixed: [1, 2] }, third: 1 } })).toEqual([
    '/cut/third: unknown option `third`: use level, growth',
    '/cut/level/mean: `mean` must be true',
    '/cut/growth: an axis of a quadrant has exactly one line: give one value',
  ]);
  expect(messages({ ...axes, cut: { fixed: [1] }, peers: { by: 'region' } })).toEqual([
    '/peers: `peers` are for a cut that is fitted to a population: remove `peers`, or cut otherwise than by `fixed`',
  ]);
  expect(problemsOf(bostonQuadrant, { ...axes, cut: { mean: true }, grwth: 'x' })[0]?.suggestion).toBe('growth');
});
