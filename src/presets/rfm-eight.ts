import { action, rfmPolicy } from './rfm-policy.js';

/**
 * Classifies customers into the eight classes that Chinese CRM teaching knows: each axis is high or low, and 重要价值 is high on all three.
 *
 * High is above the mean of the customers of the calibration; recency is high when the last purchase is short ago. "Important" are those who
 * spend much. It needs transactions of twelve months and a calibration over customers who have bought. Change currency, time zone,
 * window and the parameter with `policyFrom`:
 *
 * - `minimumCustomers`: a calibration over fewer customers gives no classes
 *
 * @example
 * import { createClassifier, policyFrom } from 'clientele';
 * import { rfmEight } from 'clientele/presets';
 * const policy = policyFrom(rfmEight, { id: 'shop', version: '2026.1', parameters: { minimumCustomers: 4 } });
 * const asOf = '2026-06-30';
 * const bought = (id: string, daysSinceLastPurchase: number, purchases: number, netSpend: number) =>
 *   ({ customer: { id }, facts: { daysSinceLastPurchase, purchases, netSpend } });
 * const customers = [bought('A', 5, 9, 900), bought('B', 10, 2, 800), bought('C', 200, 8, 100), bought('D', 300, 1, 50)];
 * const calibration = createClassifier(policy).calibrate(customers, { asOf });
 * const classifier = createClassifier(policy, { calibration });
 * customers.map((record) => classifier.assign(record, { asOf })); // => ['important-value', 'important-develop', 'general-keep', 'general-retain']
 */
export const rfmEight = rfmPolicy({
  id: 'rfm-eight',
  label: { en: 'Eight classes by recency, frequency and amount', 'zh-CN': 'RFM 八类客户' },
  note: 'High and low on each axis, in the order recency, frequency, amount: HHH is 重要价值, HLH 重要发展, LHH 重要保持, LLH 重要挽留, and the same four with a low amount are 一般.',
  window: { last: 'P12M' },
  parameters: { minimumCustomers: 20 },
  score: {
    cut: { mean: true },
    minimumCustomers: { var: 'parameters.minimumCustomers' },
    table: [
      { band: 'important-value', codes: ['222'] },
      { band: 'important-develop', codes: ['212'] },
      { band: 'important-keep', codes: ['122'] },
      { band: 'important-retain', codes: ['112'] },
      { band: 'general-value', codes: ['221'] },
      { band: 'general-develop', codes: ['211'] },
      { band: 'general-keep', codes: ['121'] },
      { band: 'general-retain', codes: ['111'] },
    ],
  },
  scoreNote: 'High (2) is above the mean, as it is taught; a median split parts more evenly: "cut": { "median": true }. Twelve months and 20 customers are ours.',
  classes: [
    {
      id: 'important-value',
      label: { en: 'Important: value', 'zh-CN': '重要价值客户' },
      note: 'High in recency, frequency and amount: keep and reward.',
      actions: [action('vip', 'service', 'loyal', 'Service of their own', '提供专属服务')],
    },
    {
      id: 'important-develop',
      label: { en: 'Important: develop', 'zh-CN': '重要发展客户' },
      note: 'High in recency and amount, low in frequency: give a reason to come more often.',
      actions: [action('frequency', 'reward', 'loyal', 'Reward the next orders', '以复购奖励提升频次')],
    },
    {
      id: 'important-keep',
      label: { en: 'Important: keep', 'zh-CN': '重要保持客户' },
      note: 'High in frequency and amount, low in recency: has not come for a while, keep in touch.',
      actions: [action('contact', 'call', 'retain', 'Get in touch in person', '主动联系，保持往来')],
    },
    {
      id: 'important-retain',
      label: { en: 'Important: win back', 'zh-CN': '重要挽留客户' },
      note: 'High in amount alone: spent much, and may be leaving.',
      actions: [action('win-back', 'call', 'retain', 'Ask why, and win back', '了解原因，重点挽回')],
    },
    {
      id: 'general-value',
      label: { en: 'General: value', 'zh-CN': '一般价值客户' },
      note: 'High in recency and frequency, low in amount: comes often for little.',
      actions: [action('bundle', 'offer', 'profit', 'Offer what goes with the last purchase', '搭配购推荐，提升客单价')],
    },
    {
      id: 'general-develop',
      label: { en: 'General: develop', 'zh-CN': '一般发展客户' },
      note: 'High in recency alone: new, or comes seldom.',
      actions: [action('welcome', 'message', 'identify', 'Welcome, and guide to the range', '欢迎信与选购指南')],
    },
    {
      id: 'general-keep',
      label: { en: 'General: keep', 'zh-CN': '一般保持客户' },
      note: 'High in frequency alone: came often for little, and has not come for a while.',
      actions: [action('reminder', 'message', 'retain', 'Reminder with a small coupon', '提醒消息与小额优惠券')],
    },
    {
      id: 'general-retain',
      label: { en: 'General: win back', 'zh-CN': '一般挽留客户' },
      note: 'Low on all three.',
      actions: [action('low-cost', 'message', 'profit', 'One last message, then no more cost', '低成本唤回，之后停止投入')],
    },
  ],
});
