import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClassifier, definePolicy } from 'clientele';
import type { Json } from '../../src/errors/json.js';
import { engagement } from '../../src/scorers/engagement.js';
import type { ScoreInputs } from '../../src/scorers/scorer.js';
import { bind, problemsOf } from './kit.js';

const scored = (options: Json, customer: ScoreInputs) => {
  const { value, band, contributions, reason } = bind(engagement, options).score(customer);
  return { value, band, lines: contributions?.map(({ id, points, kind }) => `${id} ${kind === undefined ? '' : `${kind} `}${points}`), reason };
};

const options = {
  groups: [
    { id: 'visits', cap: 30, items: [{ of: 'meetings', each: 10 }, { of: 'calls', each: 2, times: 3 }] },
    { id: 'service', items: [{ of: 'complaints', each: -5 }, { id: 'subscribed', when: { var: 'subscribed' }, points: 8 }] },
  ],
  cut: { fixed: [10, 30] },
};

describe('points for what a customer does', () => {
  it('add up, with a cap for each kind, for a group and for all', () => {
    expect(scored({ ...options, cap: 35 }, { meetings: 3, calls: 5, complaints: 0, 'when subscribed': true })).toEqual({
      value: 35, band: 'A', reason: undefined,
      lines: ['meetings 30', 'calls 10', 'calls cap -4', 'visits cap -6', 'complaints 0', 'subscribed 8', 'total cap -3'],
    });
  });

  it('may be taken off, and be held from below', () => {
    expect(scored(options, { meetings: 0, calls: 1, complaints: 2, 'when subscribed': false })).toMatchObject({ value: -8, band: 'C' });
    expect(scored({ ...options, floor: 0 }, { meetings: 0, calls: 1, complaints: 2, 'when subscribed': false })).toMatchObject({ value: 0, band: 'C' });
  });

  it('once only is once, however often', () => {
    const once = { groups: [{ id: 'g', items: [{ of: 'downloads', each: 5, times: 1 }] }] };
    expect(scored(once, { downloads: 7 })).toMatchObject({ value: 5, lines: ['downloads 35', 'downloads cap -30'] });
    expect(scored(once, { downloads: 1 })).toMatchObject({ value: 5, lines: ['downloads 5'] });
  });

  it('what is lost with time is a line of its own', () => {
    const decayed = { groups: [{ id: 'g', items: [{ of: 'fresh', undecayed: 'visits', each: 10 }] }] };
    expect(scored(decayed, { fresh: 0.5, visits: 1 })).toMatchObject({ value: 5, lines: ['fresh 10', 'fresh decay -5'] });
    expect(scored(decayed, { fresh: 0.5, visits: null })).toMatchObject({ value: 5, lines: ['fresh 5'] });
  });

  it('what is not known gives no score, or counts the least that it could', () => {
    const customer = { meetings: null, calls: 1, complaints: 0, 'when subscribed': null };
    expect(scored(options, customer)).toMatchObject({ value: null, reason: 'score/missing-fact' });
    const stated = { ...options, missing: 'penalise', groups: [options.groups[0] ?? {}, { id: 'service', items: [{ of: 'complaints', each: -5, times: 2 }] }] };
    expect(scored(stated, { meetings: null, calls: 1, complaints: null })).toMatchObject({ value: -8, lines: ['meetings missing 0', 'calls 2', 'complaints missing -10'] });
  });

  it('rise with whatever is worth points, up to the cap', () => {
    const { score } = bind(engagement, options);
    const count = fc.integer({ min: 0, max: 20 });
    fc.assert(
      fc.property(count, count, count, (meetings, more, calls) => {
        const value = (n: number) => score({ meetings: n, calls, complaints: 1, 'when subscribed': true }).value ?? Number.NaN;
        expect(value(meetings + more)).toBeGreaterThanOrEqual(value(meetings));
        expect(value(meetings + more)).toBeLessThanOrEqual(33);
      }),
    );
  });
});

describe('with the measures of a policy', () => {
  // 10 points of which 50 % are lost every month: 5 after a month, and nothing after two.
  const policy = definePolicy({
    schema: 'clientele.policy/1', id: 'crm', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai',
    measures: {
      visits: { count: { of: 'interactions', where: { '==': [{ var: 'kind' }, 'visit'] } } },
      freshVisits: { count: { of: 'interactions', where: { '==': [{ var: 'kind' }, 'visit'] }, decay: { linearDays: 60 } } },
    },
    scores: {
      engagement: {
        scorer: 'engagement', label: { en: 'Engagement', 'zh-CN': '互动' },
        groups: [{ id: 'visits-of-all-kinds', items: [{ id: 'visit', of: 'freshVisits', undecayed: 'visits', each: 10, label: { en: 'Visits', 'zh-CN': '拜访' } }] }],
        gates: [{ id: 'silent', when: { '==': [{ var: 'customer.attributes.optedOut' }, true] }, total: 0 }],
        cut: { fixed: [5] },
      },
    },
    attributes: { optedOut: { type: 'boolean' } },
    segments: [{ id: 'warm', when: { '==': [{ var: 'scores.engagement.band' }, 'A'] } }, { id: 'cold' }],
    otherwise: 'cold',
  });
  const classifier = createClassifier(policy);
  const record = (optedOut: boolean | null) => ({ customer: { id: '1', attributes: { optedOut } }, interactions: [{ at: '2026-05-31', kind: 'visit' }] });
  const asOf = '2026-06-30';

  it('decay is told', () => {
    const result = classifier.classify(record(false), { asOf });
    expect(result.scores.engagement).toEqual({
      value: 5, band: 'A', contributions: [{ id: 'visit', points: 10 }, { id: 'visit', points: -5, kind: 'decay' }],
      axes: [{ id: 'total', input: 'total', value: 5, line: 5, distance: 0, above: true }],
    });
    expect(classifier.explain(result).scores[0]?.contributions?.[0]).toEqual({ id: 'visit', points: 10, label: { en: 'Visits', 'zh-CN': '拜访' } });
  });

  it('gates read what rules read, and a veto is told', () => {
    expect(classifier.score(record(true), { asOf }).scores.engagement).toMatchObject({ value: 0, band: 'B', contributions: [{}, {}, { id: 'silent', points: -5, kind: 'gate' }] });
    const unknown = classifier.classify(record(null), { asOf });
    expect([unknown.status, unknown.scores.engagement.reason]).toEqual(['undetermined', 'score/condition-unknown']);
  });
});

it('reports options', () => {
  const messages = (json: Json) => problemsOf(engagement, json).map(({ pointer, message }) => `${pointer}: ${message}`);
  const item = (change: object) => messages({ groups: [{ id: 'g', items: [{ of: 'a', each: 1, ...change }] }] });
  expect(messages({ groups: [] })).toEqual(['/groups: `groups` must be a list of groups with items, such as [{ "id": "visits", "items": [{ "of": "interactions", "each": 2 }] }]']);
  expect(item({ times: 0 })).toEqual(['/groups/0/items/0/times: `times` must be a whole number of times, 1 or more']);
  expect(item({ each: 'x' })).toEqual(['/groups/0/items/0/each: `each` must be a number']);
  expect(item({ each: -1, missing: 'penalise' })).toEqual(['/groups/0/items/0/times: nobody knows how many points to take off for a missing count: add `times`, or let `missing` be `unknown`']);
  expect(item({ missing: 'redistribute' })).toEqual(['/groups/0/items/0/missing: `missing` must be `unknown` or `penalise`']);
  expect(item({ undecayed: 5 })).toEqual(['/groups/0/items/0/undecayed: `undecayed` must be the path of a fact, such as `netSpend`']);
  // What weighs is for a scorecard.
  expect(messages({ groups: [{ id: 'g', items: [{ of: 'a', weight: 1, marks: 'best' }] }] }).map((each) => each.split(':')[0])).toEqual(['/groups/0/items/0/weight', '/groups/0/items/0/marks', '/groups/0/items/0/each']);
});
