import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/errors/json.js';
import { need } from '../../src/scorers/need.js';
import { bind, problemsOf } from './kit.js';

const needs = [{ id: 'prescription', of: 'rx' }, { id: 'otc', of: 'otc' }, { id: 'consulting', of: 'advice' }];

describe('a need', () => {
  const { score } = bind(need, { needs });
  const band = (rx: number, otc: number, advice: number) => score({ rx, otc, advice }).band;

  it('is the largest share that leads by ten points, in decimals', () => {
    expect([band(0.6, 0.3, 0.1), band(0.45, 0.4, 0.15), band(0.2, 0.3, 0.5), band(0.1, 0.7, 0.2)]).toEqual(['prescription', 'mixed', 'consulting', 'otc']);
    // 0.2 + 0.1 is more than 0.3 in doubles.
    expect(band(0.3, 0.2, 0.2)).toBe('prescription');
    expect(band(0.2999, 0.2, 0.2)).toBe('mixed');
  });

  it('says what each share had to reach', () => {
    expect(score({ rx: 0.6, otc: 0.3, advice: 0.1 })).toEqual({
      value: null,
      band: 'prescription',
      axes: [
        { id: 'prescription', input: 'rx', value: 0.6, line: 0.4, distance: 0.2, above: true },
        { id: 'otc', input: 'otc', value: 0.3, line: 0.7, distance: -0.4, above: false },
        { id: 'consulting', input: 'advice', value: 0.1, line: 0.7, distance: -0.6, above: false },
      ],
    });
  });

  it('needs every share, and none out of range', () => {
    expect(score({ rx: 1, otc: 0, advice: null }).reason).toBe('score/missing-fact');
    expect(score({ rx: 1.1, otc: 0, advice: 0 }).reason).toBe('score/out-of-range');
    expect(score({ rx: -0.1, otc: 0, advice: 0 }).reason).toBe('score/out-of-range');
  });

  it('may ask for a least share, another lead and another word', () => {
    const strict = bind(need, { needs, lead: 0.25, minimum: 0.5, otherwise: 'varied' });
    expect(strict.score({ rx: 0.5, otc: 0.25, advice: 0 }).band).toBe('prescription');
    expect(strict.score({ rx: 0.49, otc: 0, advice: 0 }).band).toBe('varied');
    expect(strict.score({ rx: 0.6, otc: 0.4, advice: 0 }).band).toBe('varied');
    expect(strict.bands).toEqual(['prescription', 'otc', 'consulting', 'varied']);
  });

  it('is never two, and more of the one that leads keeps it', () => {
    const share = fc.integer({ min: 0, max: 100 }).map((n) => n / 100);
    fc.assert(
      fc.property(share, share, share, share, (rx, otc, advice, more) => {
        const { band: given, axes = [] } = score({ rx, otc, advice });
        expect(axes.filter(({ above }) => above).length).toBe(given === 'mixed' ? 0 : 1);
        if (given === 'prescription') expect(band(Math.max(rx, more), otc, advice)).toBe('prescription');
      }),
    );
  });
});

it.each<readonly [Json, string]>([
  [{}, '/needs: `needs` must be a list of two or more needs, each with an `id` and a path `of`'],
  [{ needs: needs.slice(0, 1) }, '/needs: `needs` must be a list of two or more needs, each with an `id` and a path `of`'],
  [{ needs: [...needs, { id: 'mixed', of: 'x' }] }, '/needs: `needs` must have different ids, and none that is the one of `otherwise`'],
  [{ needs: [{ id: 'a' }, needs[0] ?? null] }, '/needs/0/of: `of` must be the path of a fact, such as `netSpend`: add it'],
  [{ needs: [{ of: 'a' }, needs[0] ?? null] }, '/needs/0/id: `id` must be a text that is not blank'],
  [{ needs, lead: 0 }, '/lead: `lead` must be a share above 0 and at most 1'],
  [{ needs, minimum: 30 }, '/minimum: `minimum` must be a share from 0 to 1'],
  [{ needs, otherwise: '' }, '/otherwise: `otherwise` must be a text that is not blank'],
])('%j', (json, first) => expect(problemsOf(need, json).map(({ pointer, message }) => `${pointer}: ${message}`)[0]).toBe(first));
