import { action, rfmPolicy } from './rfm-policy.js';

/**
 * Classifies customers into the six groups that Klaviyo, an e-mail marketing service, publishes: three classes on each axis.
 *
 * Recency is cut at fixed days, frequency and amount into thirds of your customers, over their whole life. As published, fewer than 500 buyers
 * give no groups. Its 27 cells are all in one group each; one step up is a step down: 221 needs attention, 231 is at risk.
 *
 * - `recentDays`, `lapsedDays`: recency is 3 up to the one, 2 up to the other, else 1
 * - `minimumCustomers`: a calibration over fewer customers gives no groups
 *
 * @example
 * import { createClassifier, policyFrom } from 'clientele';
 * import { rfmKlaviyo } from 'clientele/presets';
 * const policy = policyFrom(rfmKlaviyo, { id: 'shop', version: '2026.1', currency: 'USD', parameters: { minimumCustomers: 3 } });
 * const asOf = '2026-06-30';
 * const bought = (id: string, daysSinceLastPurchase: number, purchases: number, netSpend: number) =>
 *   ({ customer: { id }, facts: { daysSinceLastPurchase, purchases, netSpend } });
 * const customers = [bought('A', 180, 9, 900), bought('B', 181, 2, 300), bought('C', 366, 1, 50)];
 * const calibration = createClassifier(policy).calibrate(customers, { asOf });
 * const classifier = createClassifier(policy, { calibration });
 * customers.map((record) => classifier.assign(record, { asOf })); // => ['champions', 'recent', 'inactive']
 */
export const rfmKlaviyo = rfmPolicy({
  id: 'rfm-klaviyo',
  label: { en: 'Six RFM groups as Klaviyo publishes them', 'zh-CN': 'RFM 六组（按 Klaviyo 公布的划分）' },
  note: 'The codes of each group are those of its help pages (2026). Complete and disjoint; 221 to 231 is the one step up that leads down.',
  parameters: { recentDays: 180, lapsedDays: 365, minimumCustomers: 500 },
  score: {
    recency: { cut: { fixed: [{ var: 'parameters.lapsedDays' }, { var: 'parameters.recentDays' }] } },
    cut: { quantile: { classes: 3 } },
    minimumCustomers: { var: 'parameters.minimumCustomers' },
    table: [
      { band: 'champions', codes: ['333', '332', '323'] },
      { band: 'loyal', codes: ['321', '322', '331', '232', '233'] },
      { band: 'recent', codes: ['312', '313', '311', '222', '223'] },
      { band: 'needs-attention', codes: ['213', '221', '123', '132', '133'] },
      { band: 'at-risk', codes: ['231', '212', '122', '131', '211'] },
      { band: 'inactive', codes: ['111', '112', '113', '121'] },
    ],
  },
  scoreNote: '180 and 365 days, thirds, and at least 500 buyers are as published.',
  classes: [
    {
      id: 'champions',
      label: { en: 'Champions', 'zh-CN': '核心客户' },
      note: '333, 332, 323.',
      actions: [action('early-access', 'service', 'loyal', 'First look at what is new', '新品优先购买')],
    },
    {
      id: 'loyal',
      label: { en: 'Loyal', 'zh-CN': '忠诚客户' },
      note: '321, 322, 331, 232, 233.',
      actions: [action('reward', 'reward', 'loyal', 'Reward every order', '订单积分奖励')],
    },
    {
      id: 'recent',
      label: { en: 'Recent', 'zh-CN': '近期客户' },
      note: '312, 313, 311, 222, 223.',
      actions: [action('second-order', 'coupon', 'retain', 'Coupon for the next order', '复购优惠券')],
    },
    {
      id: 'needs-attention',
      label: { en: 'Needs attention', 'zh-CN': '需关注客户' },
      note: '213, 221, 123, 132, 133.',
      actions: [action('reminder', 'message', 'retain', 'Remind of what they liked', '提醒其常购商品')],
    },
    {
      id: 'at-risk',
      label: { en: 'At risk', 'zh-CN': '流失预警客户' },
      note: '231, 212, 122, 131, 211.',
      actions: [action('come-back', 'coupon', 'retain', 'An offer worth coming back for', '专属回归礼遇')],
    },
    {
      id: 'inactive',
      label: { en: 'Inactive', 'zh-CN': '沉睡客户' },
      note: '111, 112, 113, 121.',
      actions: [action('last-message', 'message', 'profit', 'One last message, then no more cost', '最后一次唤回，之后停止投入')],
    },
  ],
});
