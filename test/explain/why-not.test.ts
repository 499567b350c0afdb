import { describe, expect, it } from 'vitest';
import { createClassifier, formatExplanation, parsePolicy, type CustomerRecord, type FactValue } from 'clientele';
import { zhCN } from 'clientele/locales/zh-CN';

const asOf = '2026-06-30';
const tiers = parsePolicy({
  schema: 'clientele.policy/1', id: 'tiers', version: '1', currency: 'CNY', timeZone: 'UTC',
  segments: [
    ...([['platinum', 5000], ['gold', 4000], ['silver', 3000], ['bronze', 2000], ['blue', 1000]] as const).map(([id, from]) => ({ id, when: { '>=': [{ var: 'netSpend' }, from] } })),
    { id: 'rest' }, { id: 'friend', when: { '==': [{ var: 'customer.type' }, 'friend'] }, formerly: ['mate'] }, { id: 'vip' },
  ],
  ranking: ['platinum', 'gold', 'silver', 'bronze', 'blue', 'rest'], otherwise: 'rest', undetermined: 'vip',
});
const classifier = createClassifier(tiers);
const result = classifier.classify({ customer: { id: '1', type: 'clinic' }, facts: { netSpend: 900 } }, { asOf });

describe('why not a segment that is asked for', () => {
  it('stands behind the better ones, and once where it is one of them', () => {
    const why = classifier.explain(result, { whyNot: ['friend', 'platinum', 'friend'] });
    expect(why.whyNot.map(({ segment, isAsked = false }) => [segment, isAsked])).toEqual([
      ['platinum', true], ['gold', false], ['silver', false], ['bronze', false], ['blue', false], ['friend', true],
    ]);
    expect(why.whyNot.at(-1)).toEqual({ segment: 'friend', isAsked: true, missing: [], failed: [expect.objectContaining({ code: 'reason/not-equal', actual: 'clinic', required: 'friend' })] });
  });

  it('is told to sales, which the others need not be', () => {
    const text = formatExplanation(classifier.explain(result, { whyNot: ['platinum', 'friend'] }));
    expect(text.match(/- (platinum|gold|silver|bronze|blue|friend|and)/gi)).toEqual(['- Platinum', '- Silver', '- Bronze', '- Blue', '- Friend', '- And']);
    expect(text).toContain('And 1 more');
  });

  it('is left out where the customer has it', () => {
    expect(classifier.explain(result, { whyNot: ['rest'] })).toEqual(classifier.explain(result));
  });

  it('says so where no rule leads to it, and where its rule holds', () => {
    const why = classifier.explain(classifier.classify({ customer: { id: '1', type: 'friend' }, facts: { netSpend: 900 } }, { asOf }), { whyNot: ['vip', 'rest'] });
    expect(why.whyNot.slice(-2)).toEqual([{ segment: 'vip', failed: [], missing: [], hasNoRule: true, isAsked: true }, { segment: 'rest', failed: [], missing: [], hasNoRule: true, isAsked: true }]);
    expect(formatExplanation(why)).toContain('- Vip: no rule leads to it');
    expect(formatExplanation(why, { locale: zhCN })).toContain('- Vip：没有规则会给出这一类别');
    const later = classifier.explain(classifier.classify({ customer: { id: '1', type: 'friend' }, facts: { netSpend: 4000 } }, { asOf }), { whyNot: ['friend'] });
    expect(later.whyNot.at(-1)).toEqual({ segment: 'friend', failed: [], missing: [], isAsked: true });
  });

  it('may be asked for by a former name', () => {
    expect(classifier.explain(result, { whyNot: ['mate'] }).whyNot.at(-1)?.segment).toBe('friend');
  });

  it('is refused where the policy has none of that id, with the closest', () => {
    const asked = ['gold', 'platnum', 'zzzzzz'];
    expect(() => classifier.explain(result, { whyNot: asked })).toThrow(expect.objectContaining({
      issues: [
        expect.objectContaining({ code: 'option/unknown-segment', pointer: '/whyNot/1', params: expect.objectContaining({ segment: 'platnum' }) as unknown, suggestion: 'platinum' }),
        expect.objectContaining({ code: 'option/unknown-segment', pointer: '/whyNot/2' }),
      ],
    }));
  });
});

describe('what is missing beneath', () => {
  const policy = parsePolicy({
    schema: 'clientele.policy/1', id: 'm', version: '1', currency: 'CNY', timeZone: 'UTC',
    facts: Object.fromEntries(['a', 'b', 'c', 'd'].map((id) => [id, { type: 'number' }])),
    measures: {
      sum: { calculate: { '+': [{ var: 'a' }, { var: 'b' }] } },
      both: { when: { and: [{ '>=': [{ var: 'sum' }, 1] }, { '>=': [{ var: 'c' }, 1] }] } },
      deep: { when: { and: [{ var: 'both' }, { '>=': [{ var: 'd' }, 1] }] } },
    },
    scores: { worth: { scorer: 'value', of: 'sum', cut: { fixed: [1] }, bands: ['low', 'high'] } },
    segments: [
      { id: 'one', when: { var: 'deep' } },
      { id: 'two', when: { '!': [{ var: 'both' }] } },
      { id: 'three', when: { '==': [{ var: 'scores.worth.band' }, 'high'] } },
      { id: 'rest' },
    ],
    ranking: ['one', 'two', 'three', 'rest'], otherwise: 'rest',
  });
  const bound = createClassifier(policy);
  const whyNot = (segment: string, facts: { readonly [id: string]: FactValue }) => {
    const record: CustomerRecord = { customer: { id: '1' }, facts, override: { segment: 'rest', actor: 'x', reason: 'y' } };
    const found = bound.explain(bound.classify(record, { asOf })).whyNot.find((one) => one.segment === segment);
    return [found?.failed.map(({ code, fact }) => `${code} ${fact}`), found?.missing];
  };

  it('a yes or no that is not known are the facts of its rule, and of those they are made of', () => {
    expect(whyNot('one', { a: 1, d: 1 })).toEqual([[], ['deep', 'both', 'sum', 'b', 'c']]);
    expect(whyNot('one', { a: 1, b: 1, c: 1 })).toEqual([[], ['deep', 'd']]);
  });

  it('a yes or no that fails are the facts that would still have to be known', () => {
    expect(whyNot('one', { a: 0, b: 0, d: 1 })).toEqual([['reason/no deep'], ['c']]);
    expect(whyNot('one', { a: 0, b: 0 })).toEqual([['reason/no deep'], ['c', 'd']]);
    expect(whyNot('one', { a: 0, b: 0, c: 1, d: 1 })).toEqual([['reason/no deep'], []]);
  });

  it('a yes or no that holds and must not are none where nothing is missing', () => {
    expect(whyNot('two', { a: 1, b: 1, c: 1, d: null })).toEqual([['reason/yes both'], []]);
  });

  it('a score are its inputs', () => {
    expect(whyNot('three', { a: 1 })).toEqual([[], ['scores.worth.band', 'sum', 'b']]);
    expect(whyNot('three', { a: 0, b: 0 })).toEqual([['reason/not-equal scores.worth.band'], []]);
  });

  it('a value that the host says is not known is that value alone', () => {
    expect(whyNot('one', { deep: null, a: 1, b: 1, c: 1, d: 1 })).toEqual([[], ['deep']]);
    expect(whyNot('one', { deep: false, a: 1, d: 1 })).toEqual([['reason/no deep'], []]);
  });

  it('has labels and words', () => {
    const named = createClassifier({ ...policy, facts: { ...policy.facts, b: { type: 'number', label: { en: 'boxes', 'zh-CN': '盒数' } } } });
    const why = named.explain(named.classify({ customer: { id: '1' }, facts: { a: 1, c: 1, d: 1 } }, { asOf }), { whyNot: ['three'] });
    expect(why.labels).toHaveProperty('b');
    expect(formatExplanation(why)).toContain('boxes');
    expect(formatExplanation(why, { locale: zhCN })).toContain('盒数');
  });
});
