import { describe, expect, it } from 'vitest';
import { bands } from '../../src/scorers/bands.js';
import { bind, problemsOf } from './kit.js';

describe('bands', () => {
  it('cuts any figure', () => {
    const { score, bands: names, inputs } = bind(bands, { of: 'visits', cut: { fixed: [2, 5] } });
    expect([inputs, names]).toEqual([['visits'], ['low', 'medium', 'high']]);
    expect([1, 2, 5].map((visits) => score({ visits }).band)).toEqual(['low', 'medium', 'high']);
    expect(score({ visits: 5 })).toEqual({
      value: 5, band: 'high', contributions: [{ id: 'visits', points: 5 }], axes: [{ id: 'visits', input: 'visits', value: 5, line: 5, distance: 0, above: true }],
    });
    expect(score({ visits: null })).toEqual({ value: null, band: null, reason: 'score/missing-fact' });
  });

  it('finds heaps', () => {
    const population = [1, 2, 2, 40, 41, 300].map((visits) => ({ visits }));
    const { score } = bind(bands, { of: 'visits', cut: { natural: { classes: 3 } } }, population);
    expect([2, 39, 40, 299, 300].map((visits) => score({ visits }).band)).toEqual(['low', 'low', 'medium', 'medium', 'high']);
  });

  it('needs to know what and where', () => {
    expect(problemsOf(bands, {}).map(({ pointer, message }) => `${pointer} ${message}`)).toEqual([
      '/cut `cut` says where the classes are divided: add it',
      '/of `of` must be the path of a fact, such as `netSpend`: add it',
    ]);
    expect(problemsOf(bands, { of: 'x', cut: { fixed: [1, 2, 3] } }).map(({ pointer }) => pointer)).toEqual(['/bands']);
  });
});
