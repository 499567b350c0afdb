import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loyalty } from '../../../src/scorers/loyalty.js';
import type { ScorerImplementation } from '../../../src/scorers/scorer.js';
import { bind, problemsOf } from '../kit.js';

const options = { mode: 'attitude', behaviour: { of: 'purchases', cut: { fixed: [6] } }, attitude: { of: 'nps', cut: { fixed: [9] } } } as const;
const scorer: ScorerImplementation = loyalty;
const { score, bands, options: read } = bind(scorer, options);

describe('behaviour against attitude', () => {
  // Dick and Basu (1994): relative attitude, high or low, by repeat patronage, high or low.
  it.each([
    ['buys again and thinks well of us', 6, 9, 'loyal'],
    ['thinks well of us and seldom buys', 5, 10, 'latent-loyalty'],
    ['buys again and thinks little of us', 30, 8, 'spurious-loyalty'],
    ['neither', 0, 0, 'no-loyalty'],
  ])('%s', (_, purchases, nps, band) => expect(score({ purchases, nps }).band).toBe(band));

  it('has no order', () => expect([scorer.resultOf?.(read), bands]).toEqual(['nominal', ['no-loyalty', 'spurious-loyalty', 'latent-loyalty', 'loyal']]));

  it('guesses neither axis, says which is not known, and keeps the other', () => {
    expect(score({ purchases: 8, nps: null })).toEqual({
      value: null, band: null, reason: 'loyalty/no-attitude',
      axes: [{ id: 'behaviour', input: 'purchases', value: 8, line: 6, distance: 2, above: true }],
    });
    expect(score({ purchases: null, nps: 4 })).toMatchObject({ band: null, reason: 'loyalty/no-behaviour', axes: [{ id: 'attitude', above: false }] });
    expect(score({ purchases: null, nps: null })).toEqual({ value: null, band: null, reason: 'loyalty/no-behaviour' });
  });

  it('never gives a band where an axis is missing', () => {
    const figure = fc.option(fc.integer({ min: 0, max: 20 }));
    fc.assert(fc.property(figure, figure, (purchases, nps) => {
      expect(score({ purchases, nps }).band === null).toBe(purchases === null || nps === null);
    }));
  });

  it('takes words, such as the band of another score, and lines of a population', () => {
    const words = bind(loyalty, { mode: 'attitude', behaviour: { of: 'scores.habit.band', classes: [['new', 'potentially-loyal'], 'loyal'] }, attitude: { of: 'nps', cut: { median: true } } }, [
      { 'scores.habit.band': 'new', nps: 2 }, { 'scores.habit.band': 'loyal', nps: 6 }, { 'scores.habit.band': 'loyal', nps: 9 },
    ]);
    expect(words.score({ 'scores.habit.band': 'loyal', nps: 9 }).band).toBe('loyal');
    expect(words.score({ 'scores.habit.band': 'potentially-loyal', nps: 9 }).band).toBe('latent-loyalty');
    expect(words.score({ 'scores.habit.band': 'loyal', nps: 6 }).band).toBe('spurious-loyalty');
    expect(words.score({ 'scores.habit.band': 'other', nps: 6 })).toMatchObject({ band: null, reason: 'matrix/no-class' });
  });

  it('says what is wrong with its options', () => {
    const messages = (json: object) => problemsOf(loyalty, { ...options, ...json }).map(({ pointer, message }) => `${pointer}: ${message}`);
    expect(problemsOf(loyalty, { mode: 'attitude' }).map(({ pointer, message }) => `${pointer}: ${message}`)).toEqual([
      '/behaviour: `behaviour` must be an axis, such as { "of": "netSpend", "cut": { "fixed": [1000] } }: add it',
      '/attitude: `attitude` must be an axis, such as { "of": "netSpend", "cut": { "fixed": [1000] } }: add it',
    ]);
    expect(messages({ attitude: { of: 'nps', cut: { fixed: [7, 9] } } })).toEqual(['/attitude/cut: `attitude` is low or high: give it two classes']);
    expect(messages({ behaviour: { of: 'kind', classes: ['a', 'b', 'c'] } })).toEqual(['/behaviour/classes: `behaviour` is low or high: give it two classes']);
    expect(messages({ atitude: 1 })).toEqual(['/atitude: unknown option `atitude`: use mode, behaviour, attitude, peers']);
    expect(messages({ peers: { by: 'customer.kind' } })).toEqual(['/peers: `peers` are for a cut that is fitted to a population: remove `peers`, or cut otherwise than by `fixed`']);
  });
});
