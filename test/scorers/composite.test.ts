import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/errors/json.js';
import type { FactValue } from '../../src/model/types.js';
import { composite } from '../../src/scorers/composite.js';
import type { ScoreInputs } from '../../src/scorers/scorer.js';
import { bind, problemsOf } from './kit.js';

/** 60 % of what was counted, then strength 10, credit 15, capability 7.5 and cooperation 7.5. */
const dealer = {
  quantitative: [{ of: 'scores.quadrant.band', weight: 60, marks: { bands: { star: 100, 'cash-cow': 80, 'question-mark': 60, dog: 20 } } }],
  qualitative: [
    { of: 'scores.strength.value', weight: 10 },
    { of: 'assessments.credit', weight: 15, marks: 'rating' },
    { of: 'assessments.capability', weight: 7.5, marks: 'rating' },
    { of: 'assessments.cooperation', weight: 7.5, marks: 'rating' },
  ],
  cut: { fixed: [60, 70, 85] },
};
const good = { 'scores.quadrant.band': 'star', 'scores.strength.value': 70, 'assessments.credit': 0.8, 'assessments.capability': 0.6, 'assessments.cooperation': 0.4 };

const scored = (options: Json, customer: ScoreInputs) => {
  const { value, band, contributions, reason } = bind(composite, options).score(customer);
  return { value, band, lines: contributions?.map(({ id, points, kind }) => `${id} ${kind === undefined ? '' : `${kind} `}${points}`), reason };
};

describe('a dealer', () => {
  it('is what was counted first, and what people judge beside it', () => {
    expect(scored(dealer, good)).toEqual({
      value: 86.5, band: 'A', reason: undefined,
      lines: ['scores.quadrant.band 60', 'scores.strength.value 7', 'assessments.credit 12', 'assessments.capability 4.5', 'assessments.cooperation 3'],
    });
    expect(scored(dealer, { ...good, 'scores.quadrant.band': 'dog' })).toMatchObject({ value: 38.5, band: 'D' });
  });

  it('is held by gates of judgement whatever was counted', () => {
    const gated = { ...dealer, gates: [{ id: 'credit', when: { '<': [{ var: 'assessments.credit' }, 0.6] }, band: 'C' }] };
    expect(scored(gated, { ...good, 'when credit': true })).toMatchObject({ value: 86.5, band: 'C' });
    expect(scored(gated, { ...good, 'when credit': false })).toMatchObject({ value: 86.5, band: 'A' });
    expect(scored(gated, good)).toMatchObject({ value: 86.5, band: null, reason: 'score/condition-unknown' });
  });
});

describe('what is missing', () => {
  it('is not known where nothing was counted, whatever is done about judgements', () => {
    for (const missing of ['unknown', 'penalise', 'redistribute']) {
      expect(scored({ ...dealer, missing }, { ...good, 'scores.quadrant.band': null })).toMatchObject({ value: null, reason: 'score/missing-fact' });
    }
  });

  it('of judgements counts nothing, or is shared among all parts, or gives no score', () => {
    const unrated = { ...good, 'assessments.capability': null, 'assessments.cooperation': null };
    expect(scored(dealer, unrated).reason).toBe('score/missing-fact');
    expect(scored({ ...dealer, missing: 'penalise' }, unrated)).toMatchObject({ value: 79, band: 'B' });
    // 79 of 85 points that are known: the other 15 at the same rate.
    const { value, lines } = scored({ ...dealer, missing: 'redistribute' }, unrated);
    expect(value).toBeCloseTo((79 / 85) * 100, 12);
    expect(lines?.filter((line) => line.includes('redistributed'))).toHaveLength(2);
  });
});

it('a score of 100 is full marks, and another scale is said', () => {
  const options = (marks?: Json) => ({ quantitative: [{ of: 'scores.a.value', weight: 3, ...(marks === undefined ? {} : { marks }) }, { of: 'scores.b.value', weight: 1 }], outOf: 10 });
  expect(scored(options(), { 'scores.a.value': 50, 'scores.b.value': 100 }).value).toBe(6.25);
  expect(scored(options({ target: 500 }), { 'scores.a.value': 50, 'scores.b.value': 100 }).value).toBe(3.25);
});

it('lies between its parts, and rises with each of them', () => {
  const marks = fc.integer({ min: 0, max: 1000 }).map((n) => n / 10);
  const customer = fc.record({ a: marks, b: marks, c: marks });
  const options = { quantitative: [{ of: 'a', weight: 0.7 }, { of: 'b', weight: 0.2 }], qualitative: [{ of: 'c', weight: 0.1 }] };
  const { score } = bind(composite, options);
  fc.assert(
    fc.property(customer, marks, (parts, more) => {
      const value = score(parts).value ?? Number.NaN;
      const all: readonly FactValue[] = Object.values(parts);
      expect(value).toBeGreaterThanOrEqual(Math.min(...all.map(Number)) - 1e-9);
      expect(value).toBeLessThanOrEqual(Math.max(...all.map(Number)) + 1e-9);
      expect(score({ ...parts, b: Math.max(parts.b, more) }).value).toBeGreaterThanOrEqual(value);
    }),
  );
});

it('reports options', () => {
  const messages = (json: Json) => problemsOf(composite, json).map(({ pointer, message }) => `${pointer}: ${message}`);
  expect(messages({})).toEqual(['/quantitative: `quantitative` must be a list of items, such as [{ "of": "netSpend", "weight": 20, "marks": "best" }]: add it']);
  expect(messages({ quantitative: [{ of: 'a', weight: 0 }], qualitative: 5 })).toEqual([
    '/quantitative/0/weight: `weight` must be a number above 0',
    '/qualitative: `qualitative` must be a list of items, such as [{ "of": "netSpend", "weight": 20, "marks": "best" }]',
  ]);
  expect(messages({ quantitative: [{ of: 'a', weight: 1 }], qualitative: [{ of: 'a', weight: 1 }] })).toEqual(['/qualitative/0: `a` is the name of another part: give each its own `id`']);
  expect(messages({ quantitative: [{ of: 'a', weight: 1, when: true }], outOf: -1, missing: 'skip' }).map((each) => each.split(':')[0])).toEqual(['/missing', '/quantitative/0/when', '/outOf']);
});
