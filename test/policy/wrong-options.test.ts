// One mistake in the options of a score is told once, where it is: what follows from it alone is not told beside it.
import { describe, expect, it } from 'vitest';
import { safeParsePolicy } from 'clientele';
import type { Json } from '../../src/errors/json.js';

const spends = { '>=': [{ var: 'netSpend' }, 5] };
const peers = { by: 'customer.region.province' };
const issuesOf = (score: Json) =>
  safeParsePolicy({
    schema: 'clientele.policy/1', id: 'x', version: '1', currency: 'EUR', timeZone: 'UTC', facts: { mark: { type: 'number' } }, scores: { s: score }, segments: [{ id: 'a' }], otherwise: 'a',
  }).issues.map(({ pointer, message }) => `${pointer.slice('/scores/s'.length)}: ${message}`);

describe('one mistake is one issue', () => {
  it.each<[string, Json, string]>([
    ['a cut that cannot be read, beside peers', { scorer: 'value', cut: { quantile: [2] }, peers }, '/cut/quantile'],
    ['shares that cannot be read, beside peers', { scorer: 'abc', shares: 0.8, peers }, '/shares'],
    ['a cut that is not there, beside peers', { scorer: 'bands', of: 'netSpend', peers }, '/cut'],
    ['an axis that cannot be read, beside peers', { scorer: 'loyalty', mode: 'attitude', behaviour: { of: 'purchases', cut: { quantile: 2 } }, attitude: { of: 'mark', cut: { fixed: [9] } }, peers }, '/behaviour/cut/quantile'],
    ['a cut that cannot be read, beside gates on its bands', { scorer: 'composite', quantitative: [{ of: 'mark', weight: 1 }], cut: { fixed: [3, 2] }, gates: [{ id: 'g', when: spends, band: 'C' }] }, '/cut/fixed'],
    ['an item without a path, which is its name', { scorer: 'composite', quantitative: [{ of: 5, weight: 1 }] }, '/quantitative/0/of'],
    ['a mode of lapse that is none', { scorer: 'lapse', mode: 'cadance', lapsedFromGaps: 3, minimumGaps: 2 }, '/mode'],
    ['a mode of loyalty that is none', { scorer: 'loyalty', mode: 'laddder', stages: [{ id: 'a', when: spends }] }, '/mode'],
    ['a mode of payment that is none', { scorer: 'payment-timeliness', mode: 'day', zeroFromDays: 50 }, '/mode'],
    ['a mode of stages that is none', { scorer: 'lifecycle-stage', mode: 'hystersis', stages: [{ id: 'a', when: spends, stay: spends }] }, '/mode'],
    ['an end that is none, beside lines that fall', { scorer: 'value', cut: { fixed: [90, 30], better: 'lowr' } }, '/cut/better'],
    ['a cut of an axis, beside a table', { scorer: 'rfm', cut: { quantile: { classes: 3 } }, recency: { cut: { fixed: [1, 2] } }, table: [{ band: 'a', recency: [3, 3] }, { band: 'b' }] }, '/recency/cut/fixed'],
  ])('%s', (_, score, pointer) => {
    expect(issuesOf(score).map((issue) => issue.split(':')[0])).toEqual([pointer]);
  });
});

describe('marks for bands', () => {
  const marked = (scorer: 'composite' | 'scorecard' | 'loyalty', bands: Json) => {
    const items = [{ of: 'scores.q.band', weight: 1, marks: { bands } }, { of: 'netSpend', weight: 1, marks: { target: 5 } }];
    const spec = scorer === 'scorecard' ? { groups: [{ id: 'g', weight: 1, items }] } : scorer === 'composite' ? { quantitative: items } : { mode: 'composite', items };
    const q = { scorer: 'boston-quadrant', level: 'targetCompletion', growth: 'targetCompletionChange', cut: { level: { fixed: [1] }, growth: { fixed: [0] } } };
    const read = safeParsePolicy({ schema: 'clientele.policy/1', id: 'x', version: '1', currency: 'EUR', timeZone: 'UTC', scores: { q, s: { scorer, ...spec } }, segments: [{ id: 'a' }], otherwise: 'a' });
    return read.issues.map(({ code, pointer, params, suggestion }) => [code, pointer, params['value'], suggestion]);
  };

  it.each(['composite', 'scorecard', 'loyalty'] as const)('are for bands that the score has, in a %s', (scorer) => {
    expect(marked(scorer, { starr: 100, dog: 0 })).toEqual([['scorer/unknown-word', '/scores/s', 'starr', 'star']]);
    // A band may be left out: it is not known then.
    expect(marked(scorer, { star: 100, dog: 0 })).toEqual([]);
    expect(marked(scorer, { constructor: 100, star: 1 }).map(([code]) => code)).not.toEqual([]);
  });
});

describe('null is no absent option', () => {
  it.each<[string, Json, string]>([
    ['an axis', { scorer: 'rfm', recency: null }, '/recency: give an object of options: of, cut, weight'],
    ['a weight', { scorer: 'rfm', frequency: { weight: null } }, '/frequency/weight: `weight` must be a number from 0 to 1000000'],
    ['the first number', { scorer: 'rfm', countFrom: null }, '/countFrom: `countFrom` must be 0 or 1'],
    ['a table', { scorer: 'rfm', table: null }, '/table: `table` must be `standard`, `none` or a list of 1 to 200 rows such as { "band": "best", "recency": [4, 5] }'],
    ['items', { scorer: 'loyalty', mode: 'composite', items: null }, '/items: `items` must be a list of items, such as [{ "of": "netSpend", "weight": 20, "marks": "best" }]'],
    ['a name', { scorer: 'composite', quantitative: [{ id: null, of: 'mark', weight: 1 }] }, '/quantitative/0/id: `id` must be a name'],
    ['what is left', { scorer: 'need', needs: [{ id: 'a', of: 'mark' }, { id: 'b', of: 'targetCompletion' }], otherwise: null }, '/otherwise: `otherwise` must be a text that is not blank'],
  ])('%s', (_, score, issue) => {
    expect(issuesOf(score)).toEqual([issue]);
  });

  it('nor is it the rule of a gate, which would never hold', () => {
    const [issue] = issuesOf({ scorer: 'composite', quantitative: [{ of: 'mark', weight: 1 }], gates: [{ id: 'g', when: null, most: 5 }] });
    expect(issue).toMatch(/^\/gates\/0\/when: /);
  });

  it('and a note is a text', () => {
    const engagement = (note: Json) => issuesOf({ scorer: 'engagement', groups: [{ id: 'g', note, items: [{ id: 'k', when: spends, points: 1, note: 'x' }] }] });
    expect(engagement(true)).toEqual(['/groups/0/note: `note` must be a text']);
    expect(engagement('why')).toEqual([]);
  });
});
