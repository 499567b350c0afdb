import { freezeJson } from '../internal/freeze-json.js';
import { definePolicy } from '../policy/define-policy.js';

/**
 * Classifies the customers of a shop: what they spend, how often they buy, and where they are in the life of the relation.
 *
 * It needs transactions, two years of them where there are: value and frequency look back 24 months, so that it still shows what a
 * customer was worth who has stopped buying. Value and frequency are cut at quantiles of your customers, so a calibration is needed; make
 * it over customers who have bought at least once. Change currency, time zone, window and the parameters with `policyFrom`:
 *
 * - `atRiskFromDays`, `lapsedFromDays`: days without a purchase
 * - `newBelowDays`: days since the first purchase below which a customer is too new to judge
 * - `mediumAbove`, `highAbove`: the shares of your customers below the lines of value and frequency; 0.8 leaves the best fifth above
 *
 * @example
 * import { createClassifier, policyFrom } from 'clientele';
 * import { retail } from 'clientele/presets';
 * import { buildRecord } from 'clientele/testing';
 * const policy = policyFrom(retail, { id: 'shop', version: '2026.1', currency: 'EUR', timeZone: 'Europe/Paris', parameters: { atRiskFromDays: 120 } });
 * const asOf = '2026-06-30';
 * const every = (days: number, times: number) => Array.from({ length: times }, (_, i) => ({ daysAgo: 5 + i * days, amount: 40 }));
 * const customers = [
 *   buildRecord(asOf, { id: 'often', purchases: every(30, 12) }), buildRecord(asOf, { id: 'once', purchases: every(1, 1) }),
 *   buildRecord(asOf, { id: 'now and then', purchases: every(100, 3) }), buildRecord(asOf, { id: 'gone', purchases: [{ daysAgo: 400, amount: 25 }] }),
 *   buildRecord(asOf, { id: 'seldom', purchases: every(300, 2) }),
 * ];
 * const calibration = createClassifier(policy).calibrate(customers, { asOf });
 * const classifier = createClassifier(policy, { calibration });
 * customers.map((record) => classifier.assign(record, { asOf })); // => ['champions', 'new', 'growing', 'lapsed', 'occasional']
 */
export const retail = freezeJson(definePolicy({
  schema: 'clientele.policy/1',
  id: 'retail',
  version: '1',
  label: { en: 'Customers of a shop', 'zh-CN': '零售客户分群' },
  note: 'Every customer with a known history falls into exactly one segment. At the same stage, more spending or more purchases never give a worse one.',
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  window: { last: 'P24M' },
  parameters: { atRiskFromDays: 180, lapsedFromDays: 365, newBelowDays: 30, mediumAbove: 0.5, highAbove: 0.8 },
  scores: {
    value: {
      scorer: 'value',
      of: 'netSpend',
      label: { en: 'Value', 'zh-CN': '消费金额' },
      cut: { quantile: [{ var: 'parameters.mediumAbove' }, { var: 'parameters.highAbove' }] },
      bands: ['low', 'medium', 'high'],
      note: 'Above the middle of all customers is medium; the best fifth is high, as in tables of five classes (Hughes, Strategic Database Marketing, 1994).',
    },
    frequency: {
      scorer: 'frequency',
      of: 'purchases',
      label: { en: 'Frequency', 'zh-CN': '购买频次' },
      cut: { quantile: [{ var: 'parameters.mediumAbove' }, { var: 'parameters.highAbove' }] },
      bands: ['low', 'medium', 'high'],
      note: 'Cut by what the number of purchases is, never by place: customers with equally many are always in one class.',
    },
    stage: {
      scorer: 'lifecycle-stage',
      label: { en: 'Stage', 'zh-CN': '生命周期阶段' },
      atRiskFromDays: { var: 'parameters.atRiskFromDays' },
      lapsedFromDays: { var: 'parameters.lapsedFromDays' },
      tooNewBelowDays: { var: 'parameters.newBelowDays' },
      note: '180 and 365 days are the limits that Klaviyo, an e-mail marketing service, starts from (its help pages, 2026); 30 is ours. A bakery needs weeks, a furniture shop years.',
    },
  },
  segments: [
    {
      id: 'prospect',
      label: { en: 'Prospect', 'zh-CN': '潜在客户' },
      publicLabel: { en: 'Guest', 'zh-CN': '访客' },
      note: 'Known, and has never bought (or has returned everything).',
      when: { '==': [{ var: 'scores.stage.band' }, 'prospect'] },
      actions: [{ id: 'first-order-coupon', kind: 'coupon', goal: 'acquire', label: { en: 'Coupon for the first order', 'zh-CN': '首单优惠券' }, data: { percentOff: 10, validDays: 30 } }],
    },
    {
      id: 'new',
      label: { en: 'New', 'zh-CN': '新客户' },
      publicLabel: { en: 'New customer', 'zh-CN': '新客户' },
      note: 'First bought a few days ago, or has bought on one day only so far.',
      when: { in: [{ var: 'scores.stage.band' }, ['too-new', 'first-time']] },
      actions: [
        { id: 'welcome', kind: 'message', goal: 'identify', label: { en: 'Welcome, and guide to the range', 'zh-CN': '欢迎信与选购指南' } },
        { id: 'second-order-coupon', kind: 'coupon', goal: 'retain', label: { en: 'Coupon for the second order', 'zh-CN': '第二单优惠券' }, data: { percentOff: 10, validDays: 60 } },
      ],
    },
    {
      id: 'champions',
      label: { en: 'Champions', 'zh-CN': '核心客户' },
      publicLabel: { en: 'Gold customer', 'zh-CN': '金卡客户' },
      note: 'Buys, often and for much.',
      when: {
        and: [
          { in: [{ var: 'scores.stage.band' }, ['active', 'reactivated']] },
          { '==': [{ var: 'scores.value.band' }, 'high'] },
          { '==': [{ var: 'scores.frequency.band' }, 'high'] },
        ],
      },
      actions: [
        { id: 'personal-recommendation', kind: 'offer', goal: 'loyal', label: { en: 'Personal recommendations', 'zh-CN': '个性化推荐' } },
        { id: 'early-access', kind: 'service', goal: 'loyal', label: { en: 'First look at what is new', 'zh-CN': '新品优先购买' } },
      ],
    },
    {
      id: 'loyal',
      label: { en: 'Loyal', 'zh-CN': '忠诚客户' },
      publicLabel: { en: 'Silver customer', 'zh-CN': '银卡客户' },
      note: 'Buys often, for less.',
      when: { and: [{ in: [{ var: 'scores.stage.band' }, ['active', 'reactivated']] }, { '==': [{ var: 'scores.frequency.band' }, 'high'] }] },
      actions: [{ id: 'points', kind: 'reward', goal: 'loyal', label: { en: 'Reward every order', 'zh-CN': '订单积分奖励' }, data: { pointsPerOrder: 100 } }],
    },
    {
      id: 'growing',
      label: { en: 'Growing', 'zh-CN': '成长客户' },
      publicLabel: { en: 'Valued customer', 'zh-CN': '尊享客户' },
      note: 'Buys, and is above the middle in value or in frequency.',
      when: {
        and: [
          { in: [{ var: 'scores.stage.band' }, ['active', 'reactivated']] },
          { or: [{ in: [{ var: 'scores.value.band' }, ['medium', 'high']] }, { in: [{ var: 'scores.frequency.band' }, ['medium', 'high']] }] },
        ],
      },
      actions: [{ id: 'bundle', kind: 'offer', goal: 'profit', label: { en: 'Offer what goes with the last purchase', 'zh-CN': '搭配购推荐' } }],
    },
    {
      id: 'occasional',
      label: { en: 'Occasional', 'zh-CN': '普通客户' },
      publicLabel: { en: 'Valued customer', 'zh-CN': '尊享客户' },
      note: 'Buys, seldom and for little.',
      when: { in: [{ var: 'scores.stage.band' }, ['active', 'reactivated']] },
      actions: [{ id: 'newsletter', kind: 'message', goal: 'retain', label: { en: 'Newsletter', 'zh-CN': '定期资讯' } }],
    },
    {
      id: 'win-back',
      label: { en: 'Win back', 'zh-CN': '重点挽回客户' },
      publicLabel: { en: 'Valued customer', 'zh-CN': '尊享客户' },
      note: 'Was good in value or in frequency and has stopped buying: worth a call.',
      when: {
        and: [
          { '==': [{ var: 'scores.stage.band' }, 'at-risk'] },
          { or: [{ '==': [{ var: 'scores.value.band' }, 'high'] }, { '==': [{ var: 'scores.frequency.band' }, 'high'] }] },
        ],
      },
      actions: [
        { id: 'call', kind: 'call', goal: 'retain', label: { en: 'Ask what was wrong', 'zh-CN': '电话回访，了解原因' } },
        { id: 'win-back-offer', kind: 'coupon', goal: 'retain', label: { en: 'An offer worth coming back for', 'zh-CN': '专属回归礼遇' }, data: { percentOff: 20, validDays: 30 } },
      ],
    },
    {
      id: 'at-risk',
      label: { en: 'At risk', 'zh-CN': '流失预警客户' },
      publicLabel: { en: 'Valued customer', 'zh-CN': '尊享客户' },
      note: 'Has not bought for a while.',
      when: { '==': [{ var: 'scores.stage.band' }, 'at-risk'] },
      actions: [{ id: 'reminder', kind: 'message', goal: 'retain', label: { en: 'Reminder with a small coupon', 'zh-CN': '提醒消息与小额优惠券' }, data: { percentOff: 5, validDays: 30 } }],
    },
    {
      id: 'lapsed',
      label: { en: 'Lapsed', 'zh-CN': '流失客户' },
      publicLabel: { en: 'Valued customer', 'zh-CN': '尊享客户' },
      note: 'Has not bought for so long that it is probably a customer of somebody else.',
      when: { '==': [{ var: 'scores.stage.band' }, 'lapsed'] },
      actions: [{ id: 'last-message', kind: 'message', goal: 'profit', label: { en: 'One last message, then no more cost', 'zh-CN': '最后一次唤回，之后停止投入' } }],
    },
    {
      id: 'to-review',
      label: { en: 'To review', 'zh-CN': '待确认' },
      note: 'The history is not known well enough.',
      actions: [{ id: 'complete-data', kind: 'data', goal: 'identify', label: { en: 'Load the missing transactions', 'zh-CN': '补全交易数据' } }],
    },
  ],
  ranking: ['champions', 'loyal', 'growing', 'occasional', 'win-back', 'at-risk', 'lapsed'],
  otherwise: 'to-review',
  undetermined: 'to-review',
}));
