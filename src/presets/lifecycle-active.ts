import { bandPolicy } from './band-policy.js';

/**
 * Follows customers from potential to first purchase, active and lost.
 *
 * It needs transactions of the whole life. The parameter `lostFromDays` is ours: days without a purchase.
 *
 * @example
 * import { createClassifier } from 'clientele';
 * import { lifecycleActive } from 'clientele/presets';
 * const customer = { customer: { id: 'a' }, transactions: [{ at: '2025-01-10', amount: 50 }, { at: '2025-03-01', amount: 80 }] };
 * const classifier = createClassifier(lifecycleActive);
 * ['2025-01-31', '2025-06-30', '2026-06-30'].map((asOf) => classifier.assign(customer, { asOf })); // => ['first-purchase', 'active', 'lost']
 */
export const lifecycleActive = bandPolicy({
  id: 'lifecycle-active',
  label: { en: 'Potential, first purchase, active, lost', 'zh-CN': '潜在、初次购买、活跃、流失' },
  note: 'Lost comes first, so that nobody stays active for ever.',
  parameters: { lostFromDays: 365 },
  score: {
    scorer: 'lifecycle-stage',
    label: { en: 'Stage', 'zh-CN': '阶段' },
    mode: 'first',
    stages: [
      { id: 'lost', when: { and: [{ '>=': [{ var: 'lifetimePurchases' }, 1] }, { '>=': [{ var: 'daysSinceLastPurchase' }, { var: 'parameters.lostFromDays' }] }] } },
      { id: 'active', when: { '>=': [{ var: 'lifetimePurchases' }, 2] } },
      { id: 'first-purchase', when: { '==': [{ var: 'lifetimePurchases' }, 1] } },
      { id: 'potential', when: { '==': [{ var: 'lifetimePurchases' }, 0] } },
    ],
  },
  isRanked: true,
  classes: [
    {
      id: 'active',
      label: { en: 'Active customer', 'zh-CN': '活跃客户' },
      note: 'Has bought twice or more, and still buys.',
      actions: [{ id: 'bundle', kind: 'offer', goal: 'profit', label: { en: 'Offer what goes together', 'zh-CN': '搭配推荐' } }],
    },
    {
      id: 'first-purchase',
      label: { en: 'First purchase', 'zh-CN': '初次购买客户' },
      note: 'Has bought once.',
      actions: [{ id: 'second', kind: 'coupon', goal: 'retain', label: { en: 'Coupon for the second order', 'zh-CN': '第二单优惠券' } }],
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
