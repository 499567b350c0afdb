import { action, rfmPolicy } from './rfm-policy.js';

/**
 * Classifies customers into the eleven segments that Putler, an analytics service, publishes: recency against the mean of frequency and amount.
 *
 * The rows overlap, and the first that takes a customer decides, as published. The ranges are of a scale of 0 to 5; with classes 1 to 5, as
 * here and nearly everywhere, four of the eleven can be reached by nobody: recent customers, promising, can't lose them, lost. Prefer `rfm`
 * unless people expect these names. `minimumCustomers` is its parameter: a calibration over fewer customers gives no segments.
 *
 * @example
 * import { createClassifier, policyFrom } from 'clientele';
 * import { rfmPutler } from 'clientele/presets';
 * const policy = policyFrom(rfmPutler, { id: 'shop', version: '2026.1', currency: 'EUR', parameters: { minimumCustomers: 5 } });
 * const asOf = '2026-06-30';
 * const bought = (id: string, daysSinceLastPurchase: number, purchases: number, netSpend: number) =>
 *   ({ customer: { id }, facts: { daysSinceLastPurchase, purchases, netSpend } });
 * const customers = [bought('A', 3, 12, 950), bought('B', 20, 1, 40), bought('C', 90, 6, 500), bought('D', 200, 3, 700), bought('E', 400, 2, 60)];
 * const calibration = createClassifier(policy).calibrate(customers, { asOf });
 * const classifier = createClassifier(policy, { calibration });
 * customers.map((record) => classifier.assign(record, { asOf })); // => ['champions', 'potential-loyalist', 'loyal-customers', 'loyal-customers', 'at-risk']
 */
export const rfmPutler = rfmPolicy({
  id: 'rfm-putler',
  label: { en: 'Eleven RFM segments as Putler publishes them', 'zh-CN': 'RFM 十一类（按 Putler 公布的划分）' },
  note: 'Top down, as published. With classes 1 to 5 nobody can be in recent-customers, promising, cannot-lose-them or lost: rows above take all of their cells.',
  parameters: { minimumCustomers: 50 },
  score: {
    cut: { quantile: { classes: 5 } },
    minimumCustomers: { var: 'parameters.minimumCustomers' },
    table: [
      { band: 'champions', recency: [4, 5], frequencyMonetary: [4, 5] },
      { band: 'loyal-customers', recency: [2, 5], frequencyMonetary: [3, 5] },
      { band: 'potential-loyalist', recency: [3, 5], frequencyMonetary: [1, 3] },
      { band: 'recent-customers', recency: [4, 5], frequencyMonetary: [0, 1] },
      { band: 'promising', recency: [3, 4], frequencyMonetary: [0, 1] },
      { band: 'needing-attention', recency: [2, 3], frequencyMonetary: [2, 3] },
      { band: 'about-to-sleep', recency: [2, 3], frequencyMonetary: [0, 2] },
      { band: 'at-risk', recency: [0, 2], frequencyMonetary: [2, 5] },
      { band: 'cannot-lose-them', recency: [0, 1], frequencyMonetary: [4, 5] },
      { band: 'hibernating', recency: [1, 2], frequencyMonetary: [1, 2] },
      { band: 'lost', recency: [0, 2], frequencyMonetary: [0, 2] },
    ],
  },
  scoreNote: 'Fifths of each axis over the whole life; the ranges are as published, 50 customers are ours.',
  classes: [
    {
      id: 'champions',
      label: { en: 'Champions', 'zh-CN': '核心客户' },
      note: 'Recency 4 to 5, mean of frequency and amount 4 to 5.',
      actions: [action('early-access', 'service', 'loyal', 'First look at what is new', '新品优先购买')],
    },
    {
      id: 'loyal-customers',
      label: { en: 'Loyal customers', 'zh-CN': '忠诚客户' },
      note: 'Recency 2 to 5, mean 3 to 5.',
      actions: [action('reward', 'reward', 'loyal', 'Reward every order', '订单积分奖励')],
    },
    {
      id: 'potential-loyalist',
      label: { en: 'Potential loyalist', 'zh-CN': '潜在忠诚客户' },
      note: 'Recency 3 to 5, mean 1 to 3.',
      actions: [action('membership', 'offer', 'loyal', 'Invite to the loyalty programme', '邀请加入会员计划')],
    },
    {
      id: 'recent-customers',
      label: { en: 'Recent customers', 'zh-CN': '近期客户' },
      note: 'Recency 4 to 5, mean 0 to 1. With classes 1 to 5 the rows above take all of it.',
      actions: [action('welcome', 'message', 'identify', 'Welcome, and guide to the range', '欢迎信与选购指南')],
    },
    {
      id: 'promising',
      label: { en: 'Promising', 'zh-CN': '有望客户' },
      note: 'Recency 3 to 4, mean 0 to 1. With classes 1 to 5 the rows above take all of it.',
      actions: [action('second-order', 'coupon', 'retain', 'Coupon for the next order', '复购优惠券')],
    },
    {
      id: 'needing-attention',
      label: { en: 'Customers needing attention', 'zh-CN': '需关注客户' },
      note: 'Recency 2 to 3, mean 2 to 3.',
      actions: [action('reminder', 'message', 'retain', 'Remind of what they liked', '提醒其常购商品')],
    },
    {
      id: 'about-to-sleep',
      label: { en: 'About to sleep', 'zh-CN': '趋冷客户' },
      note: 'Recency 2 to 3, mean 0 to 2.',
      actions: [action('small-coupon', 'coupon', 'retain', 'Reminder with a small coupon', '提醒消息与小额优惠券')],
    },
    {
      id: 'at-risk',
      label: { en: 'At risk', 'zh-CN': '流失预警客户' },
      note: 'Recency 0 to 2, mean 2 to 5.',
      actions: [action('come-back', 'coupon', 'retain', 'An offer worth coming back for', '专属回归礼遇')],
    },
    {
      id: 'cannot-lose-them',
      label: { en: 'Can\'t lose them', 'zh-CN': '不可流失客户' },
      note: 'Recency 0 to 1, mean 4 to 5. "At risk" above takes all of it.',
      actions: [action('call', 'call', 'retain', 'Ask what was wrong', '电话回访，了解原因')],
    },
    {
      id: 'hibernating',
      label: { en: 'Hibernating', 'zh-CN': '沉睡客户' },
      note: 'Recency 1 to 2, mean 1 to 2.',
      actions: [action('small-coupon', 'coupon', 'retain', 'Reminder with a small coupon', '提醒消息与小额优惠券')],
    },
    {
      id: 'lost',
      label: { en: 'Lost', 'zh-CN': '流失客户' },
      note: 'Recency 0 to 2, mean 0 to 2. With classes 1 to 5 the rows above take all of it.',
      actions: [action('last-message', 'message', 'profit', 'One last message, then no more cost', '最后一次唤回，之后停止投入')],
    },
  ],
});
