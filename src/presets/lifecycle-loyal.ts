import { bandPolicy } from './band-policy.js';

/**
 * Follows customers from potential to initial, loyal and lost.
 *
 * It needs transactions of the whole life. The parameters are ours: `loyalFrom` purchases, and `lostFromDays` days without one.
 *
 * @example
 * import { createClassifier, policyFrom } from 'clientele';
 * import { lifecycleLoyal } from 'clientele/presets';
 * const policy = policyFrom(lifecycleLoyal, { id: 'life', version: '1', parameters: { loyalFrom: 2 } });
 * const customer = { customer: { id: 'a' }, transactions: [{ at: '2025-01-10', amount: 50 }, { at: '2025-03-01', amount: 80 }] };
 * ['2024-12-31', '2025-01-31', '2025-06-30', '2026-06-30'].map((asOf) => createClassifier(policy).assign(customer, { asOf })); // => ['potential', 'initial', 'loyal', 'lost']
 */
export const lifecycleLoyal = bandPolicy({
  id: 'lifecycle-loyal',
  label: { en: 'Potential, initial, loyal, lost', 'zh-CN': '潜在、初始、忠诚、流失' },
  note: 'Lost comes first, so that nobody stays loyal for ever.',
  parameters: { loyalFrom: 6, lostFromDays: 365 },
  score: {
    scorer: 'lifecycle-stage',
    label: { en: 'Stage', 'zh-CN': '阶段' },
    mode: 'first',
    stages: [
      { id: 'lost', when: { and: [{ '>=': [{ var: 'lifetimePurchases' }, 1] }, { '>=': [{ var: 'daysSinceLastPurchase' }, { var: 'parameters.lostFromDays' }] }] } },
      { id: 'loyal', when: { '>=': [{ var: 'lifetimePurchases' }, { var: 'parameters.loyalFrom' }] } },
      { id: 'initial', when: { '>=': [{ var: 'lifetimePurchases' }, 1] } },
      { id: 'potential', when: { '==': [{ var: 'lifetimePurchases' }, 0] } },
    ],
  },
  isRanked: true,
  classes: [
    {
      id: 'loyal',
      label: { en: 'Loyal customer', 'zh-CN': '忠诚客户' },
      note: 'Has bought often, and still buys.',
      actions: [{ id: 'reward', kind: 'reward', goal: 'loyal', label: { en: 'Reward loyalty', 'zh-CN': '忠诚奖励' } }],
    },
    {
      id: 'initial',
      label: { en: 'Initial customer', 'zh-CN': '初始客户' },
      note: 'Has begun to buy.',
      actions: [{ id: 'second', kind: 'coupon', goal: 'retain', label: { en: 'Coupon for the next order', 'zh-CN': '下一单优惠券' } }],
    },
    {
      id: 'potential',
      label: { en: 'Potential customer', 'zh-CN': '潜在客户' },
      note: 'Has never bought.',
      actions: [{ id: 'attract', kind: 'message', goal: 'acquire', label: { en: 'Introduce the range', 'zh-CN': '产品介绍' } }],
    },
    {
      id: 'lost',
      label: { en: 'Lost customer', 'zh-CN': '流失客户' },
      note: 'Has not bought for long.',
      actions: [{ id: 'win-back', kind: 'coupon', goal: 'retain', label: { en: 'An offer worth coming back for', 'zh-CN': '专属回归礼遇' } }],
    },
  ],
});
