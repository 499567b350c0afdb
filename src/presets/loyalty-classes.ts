import { bandPolicy } from './band-policy.js';

/**
 * Tells loyal, potentially loyal and new customers apart by what they bought in twelve months.
 *
 * It needs transactions. The limits are the defaults of the scorer `loyalty`.
 *
 * @example
 * import { createClassifier } from 'clientele';
 * import { loyaltyClasses } from 'clientele/presets';
 * const classifier = createClassifier(loyaltyClasses);
 * const customer = (purchases: number) => ({ customer: { id: 'a' }, facts: { purchases, activeMonths: 4, daysSinceFirstPurchase: 300 } });
 * [5, 6].map((purchases) => classifier.assign(customer(purchases), { asOf: '2026-06-30' })); // => ['potentially-loyal', 'loyal']
 */
export const loyaltyClasses = bandPolicy({
  id: 'loyalty-classes',
  label: { en: 'Loyalty', 'zh-CN': '忠诚度分级' },
  note: 'By behaviour alone: satisfaction is not loyalty.',
  window: { last: 'P12M' },
  score: {
    scorer: 'loyalty',
    label: { en: 'Loyalty', 'zh-CN': '忠诚度' },
  },
  isRanked: true,
  classes: [
    {
      id: 'loyal',
      label: { en: 'Loyal', 'zh-CN': '忠实客户' },
      note: 'Buys often and steadily.',
      actions: [{ id: 'reward', kind: 'reward', goal: 'loyal', label: { en: 'Reward loyalty', 'zh-CN': '忠诚奖励' } }],
    },
    {
      id: 'potentially-loyal',
      label: { en: 'Potentially loyal', 'zh-CN': '潜在忠实客户' },
      note: 'Buys, not yet often and steadily.',
      actions: [{ id: 'next-order', kind: 'coupon', goal: 'loyal', label: { en: 'A reason for the next order', 'zh-CN': '下次购买优惠券' } }],
    },
    {
      id: 'new',
      label: { en: 'New', 'zh-CN': '新客户' },
      note: 'Bought first a short time ago.',
      actions: [{ id: 'welcome', kind: 'message', goal: 'identify', label: { en: 'Welcome and guide', 'zh-CN': '欢迎与引导' } }],
    },
  ],
});
