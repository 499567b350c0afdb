import { expect, it } from 'vitest';
import { createClassifier, parsePolicy } from 'clientele';

const base = {
  schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai',
  segments: [{ id: 'gold', when: { '>=': [{ var: 'netSpend' }, 5000] } }, { id: 'standard' }],
  otherwise: 'standard',
};

function lint(change: object) {
  return createClassifier(parsePolicy({ ...base, ...change })).lint().map(({ severity, code, pointer }) => [severity, code, pointer]);
}

it('has nothing to say of a policy that is right', () => {
  expect(lint({})).toEqual([]);
});

it('names what is declared and not used', () => {
  expect(lint({
    parameters: { used: 5, spare: 1 },
    attributes: { level: { type: 'text' } },
    facts: { nps: { type: 'number' } },
    measures: { visits: { count: { of: 'interactions' } }, half: { ratio: { of: 'refunds', to: 'grossSpend' } }, low: { when: { '<': [{ var: 'half' }, 0.5] } } },
    scores: { spend: { scorer: 'value' } },
    segments: [{ id: 'gold', when: { '>=': [{ var: 'purchases' }, { var: 'parameters.used' }] } }, { id: 'standard' }],
  })).toEqual([
    ['warning', 'lint/declared-unused', '/parameters/spare'],
    ['warning', 'lint/declared-unused', '/attributes/level'],
    ['warning', 'lint/declared-unused', '/facts/nps'],
    ['warning', 'lint/declared-unused', '/measures/visits'],
    ['warning', 'lint/declared-unused', '/measures/low'],
    ['warning', 'lint/declared-unused', '/scores/spend'],
  ]);
});

it('a parameter that only a filter reads is used', () => {
  expect(lint({
    parameters: { kind: 'visit' },
    measures: { visits: { count: { of: 'interactions', where: { '==': [{ var: 'kind' }, { var: 'parameters.kind' }] } } } },
    segments: [{ id: 'gold', when: { '>=': [{ var: 'visits' }, 3] } }, { id: 'standard' }],
  })).toEqual([]);
});

it('names labels that lack a language which others have', () => {
  expect(lint({
    segments: [{ ...base.segments[0], label: { en: 'Gold', 'zh-CN': '金牌' } }, { id: 'standard', label: 'Standard', actions: [{ id: 'call', label: { en: 'Call' } }] }],
  })).toEqual([
    ['warning', 'lint/label-missing', '/segments/1/label'],
    ['warning', 'lint/label-missing', '/segments/1/actions/0/label'],
  ]);
});

it('names rules and scores that decide by what is protected', () => {
  expect(lint({
    attributes: { age: { type: 'number', protected: true } },
    scores: { byAge: { scorer: 'value', of: 'customer.attributes.age' } },
    segments: [{ id: 'gold', when: { and: [{ '>': [{ var: 'customer.attributes.age' }, 60] }, { present: { var: 'scores.byAge.value' } }] } }, { id: 'standard' }],
  })).toEqual([
    ['warning', 'lint/protected-attribute', expect.stringMatching(/^\/segments\/0\/when\/and\/0/)],
    ['warning', 'lint/protected-attribute', '/scores/byAge'],
  ]);
});

it('warnings of reading are among them', () => {
  expect(lint({ segments: [...base.segments, { id: 'vip' }] })).toEqual([['warning', 'policy/segment-without-rule', '/segments/2']]);
});

it('names rules and scores that decide by what is protected by way of measures', () => {
  expect(lint({
    attributes: { age: { type: 'number', protected: true } },
    facts: { disability: { type: 'boolean', protected: true } },
    measures: {
      old: { when: { '>': [{ var: 'customer.attributes.age' }, 60] } },
      vulnerable: { when: { or: [{ var: 'old' }, { var: 'disability' }] } },
      unread: { when: { '!': { var: 'disability' } } },
    },
    scores: { stage: { scorer: 'value', of: 'netSpend', peers: { by: 'customer.region.city' }, cut: { mean: true } } },
    segments: [{ id: 'gold', when: { and: [{ '!': { var: 'vulnerable' } }, { present: { var: 'scores.stage.value' } }] } }, { id: 'standard' }],
  }).filter(([, code]) => code === 'lint/protected-attribute')).toEqual([
    ['warning', 'lint/protected-attribute', expect.stringMatching(/^\/segments\/0\/when\/and\/0/)],
    ['warning', 'lint/protected-attribute', expect.stringMatching(/^\/segments\/0\/when\/and\/0/)],
  ]);
  expect(lint({
    facts: { income: { type: 'money', protected: true } },
    measures: { share: { ratio: { of: 'netSpend', to: 'income' } } },
    scores: { byShare: { scorer: 'value', of: 'share' } },
    segments: [{ id: 'gold', when: { present: { var: 'scores.byShare.value' } } }, { id: 'standard' }],
  })).toEqual([['warning', 'lint/protected-attribute', '/scores/byShare']]);
});
