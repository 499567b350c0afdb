// Figures that stand by themselves: in the unit of what they are of, without noise, and apart from the words beside them.
import { describe, expect, it } from 'vitest';
import { createClassifier, formatExplanation, formatIssue, parsePolicy, type CustomerRecord, type Explanation } from 'clientele';
import { zhCN } from 'clientele/locales/zh-CN';
import { explanation, quadrantIs } from './samples.js';

type Change = Explanation['counterfactuals'][number]['changes'][number];
const english = (why: Explanation): string => formatExplanation(why).split('\n').at(-1) ?? '';
const chinese = (why: Explanation): string => formatExplanation(why, { locale: zhCN }).split('\n').at(-1) ?? '';

describe('a figure that was not known before', () => {
  const wait = (change: Partial<Change>) =>
    explanation({ counterfactuals: [{ to: 'star', direction: 'up', kind: 'ahead', by: '2026-07-17', changes: [{ fact: 'targetElapsedShare', type: 'ratio', from: null, to: 0.1848, action: { type: 'wait', days: 17 }, ...change }], assumptions: [], verified: true }] });

  it('is in its unit where it would change', () => {
    expect(english(wait({}))).toBe('- After 17 days in which nothing happens, on 17 July 2026: star (share of the plan period that is over 18.5% instead of not known)');
    expect(chinese(wait({}))).toBe('- 若连续 17 天无任何新情况，2026年7月17日将变为 star（本期任务的时间进度由未知变为 18.5%）');
    expect(english(wait({ fact: 'meanOrderValue', type: 'money', to: 0.5 }))).toMatch(/mean order value CN¥0\.50 instead of not known/);
    expect(english(wait({ fact: 'growth', type: 'ratio', unit: 'points', from: 0.07, to: null }))).toMatch(/growth not known instead of \+7\.0 points/);
  });

  it('is in its unit where the record of today has it', () => {
    const differs = (type: 'money' | 'days', fact: string, now: number) => explanation({ differs: [{ fact, type, then: null, now }] });
    expect(english(differs('money', 'netSpend', 620))).toBe('- Net spend was not known; the record now gives CN¥620');
    expect(chinese(differs('days', 'tenureDays', 3))).toBe('- 成为客户的时间当时为未知，现有记录为 3 天');
  });
});

describe('points of a finding', () => {
  it('are told without the noise of a sum', () => {
    const finding = { code: 'score/missing-counted', params: { score: 'card', item: 'late', points: -15.000000000000004 } };
    expect(english(explanation({ findings: [finding] }))).toBe('- Card: late is not known and counts as -15 points');
    expect(formatIssue(finding, { locale: zhCN })).toBe('card：late 未知，按 -15 分计 [score/missing-counted]');
    expect(formatExplanation(explanation({ findings: [finding] }), { style: 'markdown' }).split('\n').at(-1)).toBe('- Card: late is not known and counts as -15 points');
  });
});

describe('a name in Latin letters', () => {
  it('stands apart from its figure in Chinese', () => {
    const classifier = createClassifier(parsePolicy({
      schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai', facts: { nps: { type: 'number', label: 'NPS' }, visits: { type: 'count', label: '拜访' } },
      scores: { card: { scorer: 'scorecard', groups: [{ id: 'g', items: [{ of: 'nps', each: 2 }, { of: 'visits', each: 1 }] }] }, level: { scorer: 'value', of: 'nps', cut: { fixed: [30] } } },
      segments: [{ id: 'in', when: { and: [{ '>': [{ var: 'scores.card.value' }, 0] }, { '==': [{ var: 'scores.level.band' }, 'high'] }] } }, { id: 'out' }], otherwise: 'out',
    }));
    const record: CustomerRecord = { customer: { id: '1' }, facts: { nps: 45, visits: 3 } };
    const why = classifier.explain(classifier.classify(record, { asOf: '2026-06-30' }));
    expect(formatExplanation(why, { locale: zhCN, parts: ['because'] }).split('\n').slice(2)).toEqual(['- Card 为 93，高于 0：NPS +90、拜访 +3 分', '- Level 为高：NPS 45，比 30 的分界线高 15']);
  });
});

describe('one of a single value', () => {
  it('is that value', () => {
    const is = quadrantIs('', { code: 'reason/one-of', required: ['question-mark'], comparator: 'in' });
    const isNot = quadrantIs('', { code: 'reason/none-of', required: ['star'], comparator: 'in' });
    expect(english(explanation({ because: [is] }))).toBe('- Quadrant is question mark');
    expect(english(explanation({ because: [isNot] }))).toBe('- Quadrant is question mark, not star');
    expect(english(explanation({ whyNot: [{ segment: 'star', failed: [isNot], missing: [] }] }))).toBe('- Star: Quadrant is question mark, needs star');
    expect(chinese(explanation({ whyNot: [{ segment: 'star', failed: [isNot], missing: [] }] }))).toBe('- Star：象限为问号，需为明星');
    expect(chinese(explanation({ whyNot: [{ segment: 'star', failed: [is], missing: [] }] }))).toBe('- Star：象限为问号，不得为问号');
    expect(formatExplanation(explanation({ because: [is] }), { audience: 'auditor' })).toContain('[reason/one-of ');
  });
});
