import { action, rfmPolicy } from './rfm-policy.js';

/**
 * Classifies customers by the table in the vignette of R's package `rfm`, with the lines that the package draws.
 *
 * The rows overlap, and the first decides. Of the 125 cells the table names 89; customers in the other 36 are in `others`, and four of the
 * eleven classes can be reached by nobody: new customers, promising, can't lose them, lost. Prefer `rfm` unless results of R have to be met.
 * `minimumCustomers` is its parameter: a calibration over fewer customers gives no classes.
 *
 * @example
 * import { createClassifier, policyFrom } from 'clientele';
 * import { rfmR } from 'clientele/presets';
 * const policy = policyFrom(rfmR, { id: 'shop', version: '2026.1', currency: 'EUR', parameters: { minimumCustomers: 5 } });
 * const asOf = '2026-06-30';
 * const bought = (id: string, daysSinceLastPurchase: number, purchases: number, netSpend: number) =>
 *   ({ customer: { id }, facts: { daysSinceLastPurchase, purchases, netSpend } });
 * const customers = [bought('A', 3, 12, 950), bought('B', 20, 1, 40), bought('C', 90, 6, 500), bought('D', 200, 3, 700), bought('E', 400, 2, 60)];
 * const calibration = createClassifier(policy).calibrate(customers, { asOf });
 * const classifier = createClassifier(policy, { calibration });
 * customers.map((record) => classifier.assign(record, { asOf })); // => ['champions', 'potential-loyalist', 'loyal-customers', 'at-risk', 'hibernating']
 */
export const rfmR = rfmPolicy({
  id: 'rfm-r',
  label: { en: 'RFM classes of the vignette of R rfm', 'zh-CN': 'RFM 分类（按 R 语言 rfm 包文档）' },
  note: 'Top down, as in the vignette. 36 of the 125 cells have no class there: they are in others.',
  parameters: { minimumCustomers: 50 },
  score: {
    cut: { quantile: { classes: 5 }, mode: 'r-rfm' },
    minimumCustomers: { var: 'parameters.minimumCustomers' },
    table: [
      { band: 'champions', recency: [4, 5], frequency: [4, 5], monetary: [4, 5] },
      { band: 'loyal-customers', recency: [2, 5], frequency: [3, 5], monetary: [3, 5] },
      { band: 'potential-loyalist', recency: [3, 5], frequency: [1, 3], monetary: [1, 3] },
      { band: 'new-customers', recency: [4, 5], frequency: [0, 1], monetary: [0, 1] },
      { band: 'promising', recency: [3, 4], frequency: [0, 1], monetary: [0, 1] },
      { band: 'need-attention', recency: [2, 3], frequency: [2, 3], monetary: [2, 3] },
      { band: 'about-to-sleep', recency: [2, 3], frequency: [0, 2], monetary: [0, 2] },
      { band: 'at-risk', recency: [0, 2], frequency: [2, 5], monetary: [2, 5] },
      { band: 'cannot-lose-them', recency: [0, 1], frequency: [4, 5], monetary: [4, 5] },
      { band: 'hibernating', recency: [1, 2], frequency: [1, 2], monetary: [1, 2] },
      { band: 'lost', recency: [0, 2], frequency: [0, 2], monetary: [0, 2] },
      { band: 'others' },
    ],
  },
  scoreNote: 'Lines are the quantiles plus 1, as the package draws them, over the whole life; 50 customers are ours.',
  classes: [
    {
      id: 'champions',
      label: { en: 'Champions', 'zh-CN': '核心客户' },
      note: 'Recency, frequency and amount 4 to 5.',
      actions: [action('early-access', 'service', 'loyal', 'First look at what is new', '新品优先购买')],
    },
    {
      id: 'loyal-customers',
      label: { en: 'Loyal customers', 'zh-CN': '忠诚客户' },
      note: 'Recency 2 to 5, frequency and amount 3 to 5.',
      actions: [action('reward', 'reward', 'loyal', 'Reward every order', '订单积分奖励')],
    },
    {
      id: 'potential-loyalist',
      label: { en: 'Potential loyalist', 'zh-CN': '潜在忠诚客户' },
      note: 'Recency 3 to 5, frequency and amount 1 to 3.',
      actions: [action('membership', 'offer', 'loyal', 'Invite to the loyalty programme', '邀请加入会员计划')],
    },
    {
      id: 'new-customers',
      label: { en: 'New customers', 'zh-CN': '新客户' },
      note: 'Recency 4 to 5, frequency and amount 1. "Potential loyalist" above takes all of it.',
      actions: [action('welcome', 'message', 'identify', 'Welcome, and guide to the range', '欢迎信与选购指南')],
    },
    {
      id: 'promising',
      label: { en: 'Promising', 'zh-CN': '有望客户' },
      note: 'Recency 3 to 4, frequency and amount 1. "Potential loyalist" above takes all of it.',
      actions: [action('second-order', 'coupon', 'retain', 'Coupon for the next order', '复购优惠券')],
    },
    {
      id: 'need-attention',
      label: { en: 'Need attention', 'zh-CN': '需关注客户' },
      note: 'Recency, frequency and amount 2 to 3.',
      actions: [action('reminder', 'message', 'retain', 'Remind of what they liked', '提醒其常购商品')],
    },
    {
      id: 'about-to-sleep',
      label: { en: 'About to sleep', 'zh-CN': '趋冷客户' },
      note: 'Recency 2 to 3, frequency and amount up to 2.',
      actions: [action('small-coupon', 'coupon', 'retain', 'Reminder with a small coupon', '提醒消息与小额优惠券')],
    },
    {
      id: 'at-risk',
      label: { en: 'At risk', 'zh-CN': '流失预警客户' },
      note: 'Recency up to 2, frequency and amount 2 to 5.',
      actions: [action('come-back', 'coupon', 'retain', 'An offer worth coming back for', '专属回归礼遇')],
    },
    {
      id: 'cannot-lose-them',
      label: { en: 'Can\'t lose them', 'zh-CN': '不可流失客户' },
      note: 'Recency 1, frequency and amount 4 to 5. "At risk" above takes all of it.',
      actions: [action('call', 'call', 'retain', 'Ask what was wrong', '电话回访，了解原因')],
    },
    {
      id: 'hibernating',
      label: { en: 'Hibernating', 'zh-CN': '沉睡客户' },
      note: 'Recency, frequency and amount 1 to 2.',
      actions: [action('small-coupon', 'coupon', 'retain', 'Reminder with a small coupon', '提醒消息与小额优惠券')],
    },
    {
      id: 'lost',
      label: { en: 'Lost', 'zh-CN': '流失客户' },
      note: 'Recency, frequency and amount up to 2. The rows above take all of it.',
      actions: [action('last-message', 'message', 'profit', 'One last message, then no more cost', '最后一次唤回，之后停止投入')],
    },
  ],
  hasHoles: true,
});
