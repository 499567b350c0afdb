import { describe, expect, it } from 'vitest';
import { exponentialWeight, linearWeight } from '../../src/internal/decay.js';
import { hasShared, noteShared } from '../shared.js';
import { oracleCases } from './oracle.js';

describe('decay', () => {
  it('is linear to nothing', () => expect([0, 1, 45, 89, 90, 91].map((age) => linearWeight(age, 90))).toEqual([1, 1 - 1 / 90, 0.5, 1 - 89 / 90, 0, 0]));
  it('halves', () => {
    expect([0, 30, 60, 300].map((age) => exponentialWeight(age, 30))).toEqual([1, 0.5, 0.25, 2 ** -10]);
    expect(exponentialWeight(45, 30)).toBeCloseTo(0.5 ** 1.5, 15);
  });
});

describe.runIf(hasShared)('decay, by the oracle', () => {
  it.each(oracleCases<{ y: readonly number[]; halflife: number }, { decayed_sum_halflife3: number }>('stats/cases.json', 'exponential_smoothing'))('$id', ({ inputs, expected }) => {
    const last = inputs.y.length - 1;
    const decayed = inputs.y.reduce((total, value, i) => total + value * exponentialWeight(last - i, inputs.halflife), 0);
    expect(decayed / expected.decayed_sum_halflife3).toBeCloseTo(1, 9);
  });
});

noteShared('the oracle of decay', 'oracles/stats/cases.json');
