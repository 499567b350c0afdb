import { action, rfmPolicy } from './rfm-policy.js';

/**
 * Classifies customers into the ten segments that Braze, a marketing service, publishes: classes 0 to 3 on each axis.
 *
 * The rows overlap, and the first decides, as published. Of the 64 cells one has no segment: 030, who came often, long ago, for little, is in
 * `others`. `minimumCustomers` is its parameter: a calibration over fewer customers gives no segments.
 *
 * @example
 * import { createClassifier, policyFrom } from 'clientele';
 * import { rfmBraze } from 'clientele/presets';
 * const policy = policyFrom(rfmBraze, { id: 'shop', version: '2026.1', currency: 'EUR', parameters: { minimumCustomers: 5 } });
 * const asOf = '2026-06-30';
 * const bought = (id: string, daysSinceLastPurchase: number, purchases: number, netSpend: number) =>
 *   ({ customer: { id }, facts: { daysSinceLastPurchase, purchases, netSpend } });
 * const customers = [bought('A', 3, 12, 950), bought('B', 20, 1, 40), bought('C', 90, 6, 500), bought('D', 200, 3, 700), bought('E', 400, 2, 60)];
 * const calibration = createClassifier(policy).calibrate(customers, { asOf });
 * const classifier = createClassifier(policy, { calibration });
 * customers.map((record) => classifier.assign(record, { asOf })); // => ['champions', 'needing-attention', 'at-risk', 'at-risk', 'hibernating']
 */
export const rfmBraze = rfmPolicy({
  id: 'rfm-braze',
  label: { en: 'Ten RFM segments as Braze publishes them', 'zh-CN': 'RFM 十类（按 Braze 公布的划分）' },
  note: 'Top down, as published, with classes 0 to 3. The cell 030 has no segment there: it is in others.',
  parameters: { minimumCustomers: 50 },
  score: {
    countFrom: 0,
    cut: { quantile: { classes: 4 } },
    minimumCustomers: { var: 'parameters.minimumCustomers' },
    table: [
      { band: 'champions', recency: [3, 3], frequency: [2, 3], monetary: [2, 3] },
      { band: 'loyal-users', recency: [2, 3], frequency: [2, 3], monetary: [1, 3] },
      { band: 'potential-loyalists', recency: [3, 3], frequency: [1, 3], monetary: [1, 3] },
      { band: 'promising', recency: [3, 3], frequency: [0, 3], monetary: [1, 3] },
      { band: 'new-customer', recency: [3, 3], frequency: [0, 3], monetary: [0, 3] },
      { band: 'needing-attention', recency: [2, 3], frequency: [0, 3], monetary: [0, 3] },
      { band: 'cannot-lose-them', recency: [0, 1], frequency: [2, 3], monetary: [2, 3] },
      { band: 'at-risk', recency: [0, 1], frequency: [1, 3], monetary: [1, 3] },
      { band: 'about-to-sleep', recency: [1, 1], frequency: [0, 3], monetary: [0, 3] },
      { band: 'hibernating', recency: [0, 0], frequency: [0, 2], monetary: [0, 3] },
      { band: 'others' },
    ],
  },
  scoreNote: 'The scale of 0 to 3 is as published; that the classes are quarters over the whole life, and 50 customers, are ours.',
  classes: [
    {
      id: 'champions',
      label: { en: 'Champions', 'zh-CN': '核心客户' },
      note: 'Recency 3, frequency and amount 2 to 3.',
      actions: [action('early-access', 'service', 'loyal', 'First look at what is new', '新品优先购买')],
    },
    {
      id: 'loyal-users',
      label: { en: 'Loyal users', 'zh-CN': '忠诚客户' },
      note: 'Recency 2 to 3, frequency 2 to 3, amount 1 to 3.',
      actions: [action('reward', 'reward', 'loyal', 'Reward every order', '订单积分奖励')],
    },
    {
      id: 'potential-loyalists',
      label: { en: 'Potential loyalists', 'zh-CN': '潜在忠诚客户' },
      note: 'Recency 3, frequency and amount 1 to 3.',
      actions: [action('membership', 'offer', 'loyal', 'Invite to the loyalty programme', '邀请加入会员计划')],
    },
    {
      id: 'promising',
      label: { en: 'Promising', 'zh-CN': '有望客户' },
      note: 'Recency 3, any frequency, amount 1 to 3.',
      actions: [action('second-order', 'coupon', 'retain', 'Coupon for the next order', '复购优惠券')],
    },
    {
      id: 'new-customer',
      label: { en: 'New customer', 'zh-CN': '新客户' },
      note: 'Recency 3, whatever else.',
      actions: [action('welcome', 'message', 'identify', 'Welcome, and guide to the range', '欢迎信与选购指南')],
    },
    {
      id: 'needing-attention',
      label: { en: 'Needing attention', 'zh-CN': '需关注客户' },
      note: 'Recency 2 to 3, whatever else.',
      actions: [action('reminder', 'message', 'retain', 'Remind of what they liked', '提醒其常购商品')],
    },
    {
      id: 'cannot-lose-them',
      label: { en: 'Cannot lose them', 'zh-CN': '不可流失客户' },
      note: 'Recency 0 to 1, frequency and amount 2 to 3.',
      actions: [action('call', 'call', 'retain', 'Ask what was wrong', '电话回访，了解原因')],
    },
    {
      id: 'at-risk',
      label: { en: 'At risk', 'zh-CN': '流失预警客户' },
      note: 'Recency 0 to 1, frequency and amount 1 to 3.',
      actions: [action('come-back', 'coupon', 'retain', 'An offer worth coming back for', '专属回归礼遇')],
    },
    {
      id: 'about-to-sleep',
      label: { en: 'About to sleep', 'zh-CN': '趋冷客户' },
      note: 'Recency 1, whatever else.',
      actions: [action('small-coupon', 'coupon', 'retain', 'Reminder with a small coupon', '提醒消息与小额优惠券')],
    },
    {
      id: 'hibernating',
      label: { en: 'Hibernating', 'zh-CN': '沉睡客户' },
      note: 'Recency 0, frequency 0 to 2.',
      actions: [action('last-message', 'message', 'profit', 'One last message, then no more cost', '最后一次唤回，之后停止投入')],
    },
  ],
  hasHoles: true,
});
