import { describe, expect, it } from 'vitest';
import { value } from '../../src/scorers/value.js';
import { bind, problemsOf } from './kit.js';

describe('a potential beside the value', () => {
  const population = [1, 2, 3, 4].map((n) => ({ netSpend: 100 * n, capacity: 1000 * (5 - n) }));

  it('is a second axis, with its class, and changes neither value nor band', () => {
    const bare = bind(value, { cut: { median: true } }, population);
    const paired = bind(value, { cut: { median: true }, potential: { of: 'capacity', cut: { median: true } } }, population);
    for (const customer of population) {
      const { axes: [own, second] = [], ...score } = paired.score(customer);
      const { axes, ...without } = bare.score(customer);
      expect(score).toEqual(without);
      expect([own]).toEqual(axes);
      expect(second).toMatchObject({ id: 'potential', input: 'capacity', value: customer.capacity, line: 3000, class: customer.capacity >= 3000 ? 2 : 1, classes: 2, of: 4 });
    }
    expect(paired.inputs).toEqual(['netSpend', 'capacity']);
    expect(bare.fitted).toEqual((paired.fitted as { readonly value: unknown }).value);
  });

  it('needs no cut, and is absent where it is not known', () => {
    const { score, fitted } = bind(value, { cut: { fixed: [200] }, potential: { of: 'capacity' } });
    expect(fitted).toBeNull();
    expect(score({ netSpend: 300, capacity: 7 }).axes?.[1]).toEqual({ id: 'potential', input: 'capacity', value: 7, line: null, distance: null, above: false });
    expect(score({ netSpend: 300, capacity: null })).toMatchObject({ band: 'high', axes: [{ id: 'netSpend' }] });
    expect(score({ netSpend: null, capacity: 7 })).toEqual({ value: null, band: null, reason: 'score/missing-fact' });
  });

  it('is compared within the same peers', () => {
    const customers = population.flatMap((customer) => ['east', 'west'].map((region) => ({ ...customer, capacity: region === 'west' ? customer.capacity + 1 : customer.capacity, region })));
    const { score } = bind(value, { cut: { median: true }, peers: { by: 'region' }, potential: { of: 'capacity', cut: { rank: { top: 1 } } } }, customers);
    expect(['east', 'west'].map((region) => score({ netSpend: 1, capacity: 4000, region }).axes?.[1]?.class)).toEqual([2, 1]);
    // Also where the lines of the value are stated: then the peers are those of the potential alone.
    const fixed = bind(value, { cut: { fixed: [200] }, peers: { by: 'region' }, potential: { of: 'capacity', cut: { rank: { top: 1 } } } }, customers);
    expect(['east', 'west', 'north'].map((region) => fixed.score({ netSpend: 300, capacity: 4000, region })).map(({ band, axes }) => [band, axes?.[1]?.class])).toEqual([['high', 2], ['high', 1], ['high', undefined]]);
    expect(problemsOf(value, { cut: { fixed: [200] }, peers: { by: 'region' }, potential: { of: 'capacity', cut: { fixed: [1] } } }).map(({ pointer }) => pointer)).toEqual(['/peers']);
  });

  it('is told what is wrong, and where', () => {
    const problems = (potential: Parameters<typeof problemsOf>[1]): readonly string[] => problemsOf(value, { potential }).map(({ pointer, message }) => `${pointer} ${message}`);
    expect(problems(5)).toEqual(['/potential give an object of options: of, cut', '/potential/of `of` must be the path of a fact, such as `netSpend`: add it']);
    expect(problems({ of: 'x', cut: { fixed: [] } })).toEqual([
      '/potential/cut/fixed `fixed` must be a list of rising numbers, such as [1000, 5000] (falling where `better` is `lower`)',
    ]);
    expect(problems({ of: 'x', bands: ['a'] })).toEqual(['/potential/bands unknown option `bands`: use of, cut']);
  });
});
