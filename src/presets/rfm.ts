import { action, rfmPolicy } from './rfm-policy.js';

/**
 * Classifies the customers of a shop by how recently, how often and for how much they buy: ten classes of our own table.
 *
 * It needs transactions, two years of them where there are, and a calibration over customers who have bought. Each axis is cut into fifths; the
 * table is the one of the scorer `rfm`: each of its 125 cells is in exactly one class, and buying more, more often or more recently never
 * gives a worse one. Change currency, time zone, window and the parameter with `policyFrom`:
 *
 * - `minimumCustomers`: a calibration over fewer customers gives no classes
 *
 * @example
 * import { createClassifier, policyFrom } from 'clientele';
 * import { rfm } from 'clientele/presets';
 * const policy = policyFrom(rfm, { id: 'shop', version: '2026.1', currency: 'EUR', timeZone: 'Europe/Paris', parameters: { minimumCustomers: 5 } });
 * const asOf = '2026-06-30';
 * const bought = (id: string, daysSinceLastPurchase: number, purchases: number, netSpend: number) =>
 *   ({ customer: { id }, facts: { daysSinceLastPurchase, purchases, netSpend } });
 * const customers = [bought('A', 3, 12, 950), bought('B', 20, 1, 40), bought('C', 90, 6, 500), bought('D', 200, 3, 700), bought('E', 400, 2, 60)];
 * const calibration = createClassifier(policy).calibrate(customers, { asOf });
 * const classifier = createClassifier(policy, { calibration });
 * customers.map((record) => classifier.assign(record, { asOf })); // => ['champions', 'recent', 'needs-attention', 'at-risk', 'lost']
 */
export const rfm = rfmPolicy({
  id: 'rfm',
  label: { en: 'Customers by recency, frequency and amount', 'zh-CN': '按 RFM 划分客户' },
  note: 'Every customer who has bought is in exactly one class, and doing better on one axis never gives a worse class.',
  window: { last: 'P24M' },
  parameters: { minimumCustomers: 50 },
  score: { table: 'standard', minimumCustomers: { var: 'parameters.minimumCustomers' } },
  scoreNote: 'Fifths of each axis (Hughes, Strategic Database Marketing, 1994); the table is our own, and so are 24 months and 50 customers.',
  classes: [
    {
      id: 'champions',
      label: { en: 'Champions', 'zh-CN': '核心客户' },
      note: 'Recency 4 to 5, frequency and amount 4 to 5: was here just now, comes often, spends most.',
      actions: [action('early-access', 'service', 'loyal', 'First look at what is new', '新品优先购买'), action('refer', 'message', 'acquire', 'Ask for a recommendation', '邀请推荐好友')],
    },
    {
      id: 'loyal',
      label: { en: 'Loyal', 'zh-CN': '忠诚客户' },
      note: 'Recency 4 to 5, frequency 3 to 5: comes often, spends less.',
      actions: [action('reward', 'reward', 'loyal', 'Reward every order', '订单积分奖励')],
    },
    {
      id: 'big-spenders',
      label: { en: 'Big spenders', 'zh-CN': '大额客户' },
      note: 'Recency 4 to 5, frequency 1 to 2, amount 4 to 5: came recently, seldom comes, spends much.',
      actions: [action('next-order', 'offer', 'retain', 'Offer what goes with the last purchase', '搭配购推荐')],
    },
    {
      id: 'recent',
      label: { en: 'Recent', 'zh-CN': '近期客户' },
      note: 'Recency 4 to 5, frequency 1 to 2, amount 1 to 3: came recently, has bought little so far.',
      actions: [action('welcome', 'message', 'identify', 'Welcome, and guide to the range', '欢迎信与选购指南')],
    },
    {
      id: 'needs-attention',
      label: { en: 'Needs attention', 'zh-CN': '需关注客户' },
      note: 'Recency 3, frequency 3 to 5 or amount 4 to 5: was good, and has not come for a while.',
      actions: [action('reminder', 'message', 'retain', 'Remind of what they liked', '提醒其常购商品')],
    },
    {
      id: 'cooling',
      label: { en: 'Cooling', 'zh-CN': '趋冷客户' },
      note: 'Recency 3, neither often nor for much.',
      actions: [action('newsletter', 'message', 'retain', 'Newsletter', '定期资讯')],
    },
    {
      id: 'at-risk',
      label: { en: 'At risk', 'zh-CN': '流失预警客户' },
      note: 'Recency 2, frequency 3 to 5 or amount 4 to 5: was good, and is about to leave.',
      actions: [action('call', 'call', 'retain', 'Ask what was wrong', '电话回访，了解原因'), action('come-back', 'coupon', 'retain', 'An offer worth coming back for', '专属回归礼遇')],
    },
    {
      id: 'dormant',
      label: { en: 'Dormant', 'zh-CN': '沉睡客户' },
      note: 'Recency 2, neither often nor for much.',
      actions: [action('small-coupon', 'coupon', 'retain', 'Reminder with a small coupon', '提醒消息与小额优惠券')],
    },
    {
      id: 'win-back',
      label: { en: 'Win back', 'zh-CN': '重点挽回客户' },
      note: 'Recency 1, frequency 3 to 5 or amount 4 to 5: was good, and has gone.',
      actions: [action('win-back', 'call', 'retain', 'Win back in person', '专人挽回')],
    },
    {
      id: 'lost',
      label: { en: 'Lost', 'zh-CN': '流失客户' },
      note: 'Recency 1, neither often nor for much.',
      actions: [action('last-message', 'message', 'profit', 'One last message, then no more cost', '最后一次唤回，之后停止投入')],
    },
  ],
});
