// Loyalty in its modes, from the policy to the words.
import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classifier/create-classifier.js';
import { ClassifierError } from '../../src/errors/classifier-error.js';
import type { FactValue } from '../../src/model/types.js';
import { definePolicy } from '../../src/policy/define-policy.js';
import { parsePolicy } from '../../src/policy/parse-policy.js';
import { formatExplanation } from '../../src/render/format-explanation.js';
import { zhCN } from '../../src/render/locales/zh-CN.js';

const asOf = '2026-06-30';
const policy = definePolicy({
  schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'EUR', timeZone: 'UTC', parameters: { often: 6 },
  facts: { nps: { type: 'number', label: { en: 'NPS answer', 'zh-CN': '推荐意愿' } }, rank: { type: 'number', label: { en: 'Our rank', 'zh-CN': '我方排名' } }, brands: { type: 'count', label: { en: 'Brands used', 'zh-CN': '所用品牌数' } } },
  scores: {
    kind: {
      scorer: 'loyalty', mode: 'attitude', label: { en: 'Loyalty', 'zh-CN': '忠诚度' },
      behaviour: { of: 'purchases', cut: { fixed: [{ var: 'parameters.often' }] } }, attitude: { of: 'nps', cut: { fixed: [9] } },
    },
    wallet: { scorer: 'loyalty', mode: 'wallet-allocation', rank: 'rank', brands: 'brands', label: { en: 'Wallet', 'zh-CN': '钱包份额' } },
    ladder: {
      scorer: 'loyalty', mode: 'ladder', label: { en: 'Rung', 'zh-CN': '阶梯' },
      stages: [{ id: 'prospect', when: true }, { id: 'client', when: { '>=': [{ var: 'purchases' }, 4] } }, { id: 'advocate', when: { '>=': [{ var: 'nps' }, 9] } }],
      bandLabels: { prospect: { en: 'Prospect', 'zh-CN': '潜在客户' }, client: { en: 'Client', 'zh-CN': '老客户' }, advocate: { en: 'Advocate', 'zh-CN': '拥护者' } },
    },
  },
  segments: [
    { id: 'ours', when: { and: [{ '==': [{ var: 'scores.kind.band' }, 'loyal'] }, { '==': [{ var: 'scores.ladder.band' }, 'advocate'] }, { '>=': [{ var: 'scores.wallet.value' }, 0.3] }] } },
    { id: 'shared', when: { '<': [{ var: 'scores.wallet.value' }, 0.3] } },
    { id: 'others' },
  ],
  ranking: ['ours', 'others', 'shared'], otherwise: 'others',
});
const classifier = createClassifier(policy);

function told(facts: { readonly [fact: string]: FactValue }): { readonly en: string; readonly zh: string } {
  const why = classifier.explain(classifier.classify({ customer: { id: 'c' }, facts }, { asOf }));
  return { en: formatExplanation(why), zh: formatExplanation(why, { locale: zhCN }) };
}

describe('loyalty in words', () => {
  it('says the kind by both axes, and the rung by its rule', () => {
    const { en, zh } = told({ purchases: 8, nps: 10, rank: 1, brands: 4 });
    expect(en).toContain('Loyalty is loyal: number of purchases 8, 2 above the line of 6; NPS answer 10, 1 above the line of 9');
    expect(en).toContain('Rung is Advocate: NPS answer is 10, at least 9');
    expect(zh).toContain('忠诚度为忠诚：购买次数 8，比 6 的分界线高 2；推荐意愿 10，比 9 的分界线高 1');
    expect(zh).toContain('阶梯为拥护者：推荐意愿为 10，不低于 9');
  });

  it('tells a share of wallet in percent, and what the rank adds or takes in percentage points', () => {
    const { en, zh } = told({ purchases: 8, nps: 10, rank: 4, brands: 4 });
    expect(en).toContain('Wallet is 10.0%, below 30%: Brands used +25.0 points, Our rank -15.0 points');
    expect(en).toContain('- Our rank lowers the score by 15 points');
    expect(zh).toContain('钱包份额为 10.0%，低于 30%：所用品牌数 +25.0 个百分点、我方排名 -15.0 个百分点');
    expect(zh).toContain('- 我方排名使得分降低 15 个百分点');
  });

  it('says which axis is not known, and keeps the other', () => {
    const { en, zh } = told({ purchases: 8, nps: null, rank: 1, brands: 4 });
    expect(en).toContain('Loyalty is not known: number of purchases 8, 2 above the line of 6; what the customer thinks of us is not known');
    expect(zh).toContain('忠诚度未知：购买次数 8，比 6 的分界线高 2；客户的态度未知');
  });

  it('does not ask for what lies above the rung', () => {
    const { scores } = classifier.classify({ customer: { id: 'c' }, facts: { purchases: 1 } }, { asOf });
    expect([scores.ladder.band, scores.kind.reason]).toEqual(['prospect', 'loyalty/no-attitude']);
  });
});

it('an option of another mode, and a stage that the ladder does not have, are refused at their place', () => {
  const wrong = {
    ...policy, otherwise: 'others',
    scores: { kind: { ...policy.scores?.['kind'], mode: 'composite' } },
    segments: [{ id: 'ours', when: { '==': [{ var: 'scores.kind.band' }, 'A'] } }, { id: 'others' }], ranking: ['ours'],
  };
  const ladder = { ...policy, segments: [{ id: 'a', when: { '==': [{ var: 'scores.ladder.band' }, 'cleint'] } }, { id: 'others' }], ranking: ['a'] };
  const issuesOf = (json: unknown): readonly string[] => {
    try {
      parsePolicy(json);
    } catch (error) {
      return ClassifierError.is(error) ? error.issues.map(({ code, pointer, suggestion = '' }) => `${code} ${pointer} ${suggestion}`.trimEnd()) : [];
    }
    return [];
  };
  expect(issuesOf(wrong)).toEqual(['scorer/wrong-option /scores/kind/behaviour', 'scorer/wrong-option /scores/kind/attitude']);
  expect(issuesOf(ladder)).toEqual([expect.stringMatching(/^rule\/\S+ \/segments\/0\/when\S* client$/)]);
});
