import { describe, expect, it } from 'vitest';
import { createClassifier, definePolicy, formatExplanation, type CustomerRecord, type Rule } from 'clientele';
import { zhCN } from 'clientele/locales/zh-CN';

const asOf = '2026-06-30';
const shop = createClassifier(definePolicy({
  schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai', window: { last: 'P12M' },
  actionable: { netSpend: { step: 100 } },
  segments: [
    { id: 'star', label: { en: 'Star', 'zh-CN': '明星客户' }, publicLabel: { en: 'Star', 'zh-CN': '明星会员' }, when: { '>=': [{ var: 'netSpend' }, 5000] } },
    { id: 'active', label: { en: 'Active', 'zh-CN': '活跃客户' }, when: { '<=': [{ var: 'daysSinceLastPurchase' }, 60] } },
    { id: 'at-risk', label: { en: 'At risk', 'zh-CN': '流失风险客户' } },
  ],
  ranking: ['star', 'active', 'at-risk'], otherwise: 'at-risk',
}));
const record: CustomerRecord = { customer: { id: '42' }, transactions: [{ at: '2026-06-10', amount: 1250 }] };
const why = shop.explain(shop.classify(record, { asOf }), { record });

describe('an active customer', () => {
  it('is told in whole steps what leads up, and how long a silence leads down', () => {
    expect(why.counterfactuals).toEqual([
      {
        to: 'star', direction: 'up', kind: 'ahead', by: '2026-07-31',
        changes: [{ fact: 'netSpend', type: 'money', from: 1250, to: 5050, action: { type: 'purchase', amount: 3800, by: '2026-07-31' } }],
        assumptions: ['nothing-else'], verified: true,
      },
      // 60 days after 10 June is 9 August, and 10 August is one more.
      {
        to: 'at-risk', direction: 'down', kind: 'ahead', by: '2026-08-10',
        changes: [{ fact: 'daysSinceLastPurchase', type: 'days', from: 20, to: 61, action: { type: 'wait', days: 41 } }],
        assumptions: ['nothing-else'], verified: true,
      },
    ]);
    expect(shop.assign(record, { asOf: '2026-08-09' })).toBe('active');
    expect(shop.assign(record, { asOf: '2026-08-10' })).toBe('at-risk');
  });

  it('in words', () => {
    const parts = ['counterfactuals'] as const;
    expect(formatExplanation(why, { parts }).split('\n').slice(1)).toEqual([
      'What would change it:',
      '- With one more purchase of CN¥3,800 by 31 July 2026: Star (net spend CN¥5,050 instead of CN¥1,250)',
      '- After 41 days in which nothing happens, on 10 August 2026: At risk (time since the last purchase 61 days instead of 20 days)',
    ]);
    expect(formatExplanation(why, { parts, locale: zhCN }).split('\n').slice(1)).toEqual([
      '怎样会改变：',
      '- 若在 2026年7月31日前再采购一笔 ¥3,800，将升为明星客户（净消费额由 ¥1,250 变为 ¥5,050）',
      '- 若连续 41 天无任何新情况，2026年8月10日将变为流失风险客户（距最近一次购买的时间由 20 天变为 61 天）',
    ]);
    expect(formatExplanation(why, { parts, audience: 'customer' })).toBe('With one more purchase of CN¥3,800 by 31 July 2026 you would reach Star.');
    expect(formatExplanation(why, { parts, audience: 'customer', locale: zhCN })).toBe('您若在 2026年7月31日前再采购一笔 ¥3,800，将成为明星会员。');
  });

  it('whatever nothing can be done about leads nowhere', () => {
    const closed = createClassifier({ ...shop.policy, actionable: { netSpend: false } });
    const told = closed.explain(closed.classify(record, { asOf }), { record });
    expect(told.counterfactuals.map(({ to }) => to)).toEqual(['at-risk']);
    expect(told.noWay).toMatchObject([{ segment: 'star', obstacle: { fact: 'netSpend', distance: 3750 } }]);
  });

  it('of what must not be, what stays so is in the way, and not what can be ended', () => {
    const notFor: Rule = { and: [{ '!': { '<': [{ var: 'netSpend' }, 5000] } }, { '!': { '==': [{ var: 'customer.type' }, 'reseller'] } }] };
    const closed = createClassifier({ ...shop.policy, segments: shop.policy.segments.map((segment) => (segment.id === 'star' ? { ...segment, when: notFor } : segment)) });
    const reseller: CustomerRecord = { ...record, customer: { id: '42', type: 'reseller' } };
    const { noWay } = closed.explain(closed.classify(reseller, { asOf }), { record: reseller });
    expect(noWay).toMatchObject([{ segment: 'star', obstacle: { fact: 'customer.type', actual: 'reseller' } }]);
  });
});

describe('what a policy says of facts', () => {
  it('is about facts that there are, and in whole days', () => {
    const check = (actionable: object) => {
      try {
        createClassifier({ ...shop.policy, actionable });
        return [];
      } catch (error) {
        return (error as { readonly issues: readonly { readonly code: string; readonly pointer: string }[] }).issues.map(({ code, pointer }) => [code, pointer]);
      }
    };
    expect(check({ netSpent: false })).toEqual([['policy/unknown-fact', '/actionable/netSpent']]);
    expect(check({ netSpend: { direction: 'sideways' } })).toEqual([['policy/wrong-value', '/actionable/netSpend/direction']]);
    expect(check({ netSpend: { step: 0, leadDays: 1.5 } }).map(([, pointer]) => pointer)).toEqual(['/actionable/netSpend/step', '/actionable/netSpend/leadDays']);
  });
});
