import { bandPolicy } from './band-policy.js';

/**
 * Follows consumers through awareness, interest, purchase and loyalty: the highest stage that holds is given.
 *
 * It needs transactions and interactions of twelve months: whoever has an interaction is interested, who bought has purchased, who bought again is loyal.
 * The four stages and the rule of the highest are those of AIPL (Alibaba); which facts stand for them is ours.
 *
 * @example
 * import { createClassifier } from 'clientele';
 * import { aipl } from 'clientele/presets';
 * const visitor = { customer: { id: 'a' }, transactions: [], interactions: [{ at: '2026-06-01', kind: 'visit' }] };
 * const classifier = createClassifier(aipl);
 * classifier.assign(visitor, { asOf: '2026-06-30' }); // => 'interest'
 * classifier.assign({ ...visitor, transactions: [{ at: '2026-06-02', amount: 50 }] }, { asOf: '2026-06-30' }); // => 'purchase'
 */
export const aipl = bandPolicy({
  id: 'aipl',
  label: { en: 'Awareness, interest, purchase, loyalty', 'zh-CN': '认知、兴趣、购买、忠诚' },
  note: 'The highest stage wins.',
  window: { last: 'P12M' },
  score: {
    scorer: 'lifecycle-stage',
    label: { en: 'Stage', 'zh-CN': '阶段' },
    mode: 'highest',
    stages: [
      { id: 'awareness', when: { present: { var: 'customer.id' } } },
      { id: 'interest', when: { '>=': [{ var: 'interactions' }, 1] } },
      { id: 'purchase', when: { '>=': [{ var: 'purchases' }, 1] } },
      { id: 'loyalty', when: { '>=': [{ var: 'purchases' }, 2] } },
    ],
  },
  isRanked: true,
  classes: [
    {
      id: 'loyalty',
      label: { en: 'Loyalty', 'zh-CN': '忠诚人群' },
      note: 'Has bought again.',
      actions: [{ id: 'share', kind: 'reward', goal: 'loyal', label: { en: 'Reward sharing', 'zh-CN': '分享有礼' } }],
    },
    {
      id: 'purchase',
      label: { en: 'Purchase', 'zh-CN': '购买人群' },
      note: 'Has bought.',
      actions: [{ id: 'again', kind: 'coupon', goal: 'retain', label: { en: 'Coupon for the next order', 'zh-CN': '复购优惠券' } }],
    },
    {
      id: 'interest',
      label: { en: 'Interest', 'zh-CN': '兴趣人群' },
      note: 'Has been in touch and has not bought.',
      actions: [{ id: 'offer', kind: 'offer', goal: 'acquire', label: { en: 'A first offer', 'zh-CN': '首单优惠' } }],
    },
    {
      id: 'awareness',
      label: { en: 'Awareness', 'zh-CN': '认知人群' },
      note: 'Is known, nothing more.',
      actions: [{ id: 'attract', kind: 'message', goal: 'acquire', label: { en: 'Introduce the range', 'zh-CN': '产品介绍' } }],
    },
  ],
});
