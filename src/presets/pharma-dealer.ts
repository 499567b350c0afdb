import { freezeJson } from '../internal/freeze-json.js';
import { definePolicy } from '../policy/define-policy.js';

/**
 * Classifies the dealers of a medicine maker: who sells, who pays, and who is worth building up.
 *
 * It needs plans (`targets`) of at least two ended periods, sales, and invoices with their payments of the last 12 months; with them come
 * `since` of the customer and the ratings `strength`, `credit`, `capability` and `cooperation` as `assessments`. Figures decide first;
 * ratings by people can only hold a dealer back (or, all of them poor, propose to phase it out), and a missing rating decides nothing.
 * Change the parameters with `policyFrom`:
 *
 * - `onTime`: the share, by amount, of what was invoiced that must have been paid by its due day; 1 is 100 %
 * - `poorBelow`: a rating below this share of its scale is poor; 0.4 is less than 2 of 5
 * - `newBelowDays`: for so many days after `since` a dealer without two plans is new
 *
 * The quadrant compares dealers with each other, so a calibration is needed. The note of the score says how to use fixed lines instead.
 *
 * @example
 * import { createClassifier, policyFrom } from 'clientele';
 * import { pharmaDealer } from 'clientele/presets';
 * const policy = policyFrom(pharmaDealer, { id: 'dealers', version: '2026.1', parameters: { onTime: 0.9 } });
 * const dealer = (id: string, targetCompletion: number, targetCompletionChange: number) =>
 *   ({ customer: { id }, facts: { targetCompletion, targetCompletionChange, onTimePaymentRatio: 0.95 } });
 * const dealers = [dealer('A', 1.1, 0.15), dealer('B', 1.02, -0.09), dealer('C', 0.7, 0.3), dealer('D', 0.6, -0.05)];
 * const asOf = '2026-06-30';
 * const calibration = createClassifier(policy).calibrate(dealers, { asOf });
 * const classifier = createClassifier(policy, { calibration });
 * dealers.map((record) => classifier.assign(record, { asOf })); // => ['key-account', 'maintain', 'grow', 'watch']
 */
export const pharmaDealer = freezeJson(definePolicy({
  schema: 'clientele.policy/1',
  id: 'pharma-dealer',
  version: '1',
  label: { en: 'Dealers of a medicine maker', 'zh-CN': '医药经销商分级' },
  note: 'Plan completion against its change gives the quadrant; payment on time and ratings by people gate it. Take a dealer out only after a person has decided.',
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  window: { last: 'P12M' },
  parameters: { onTime: 0.8, poorBelow: 0.4, newBelowDays: 280 },
  scores: {
    quadrant: {
      scorer: 'boston-quadrant',
      label: { en: 'Quadrant', 'zh-CN': '波士顿象限' },
      level: 'targetCompletion',
      growth: 'targetCompletionChange',
      cut: { rank: 'top-half' },
      note: 'Ranks dealers with each other, as sales departments do. For lines that do not depend on the others: "cut": { "level": { "fixed": [1] }, "growth": { "fixed": [0] } } (plan met, not shrinking); no calibration is needed then. To rank within provinces add "peers": { "by": "customer.region.province", "otherwise": "all" }.',
    },
    strength: { scorer: 'value', of: 'assessments.strength', label: { en: 'Rated strength', 'zh-CN': '综合实力评分' }, note: 'Turnover, staff, vehicles, network.' },
    credit: { scorer: 'value', of: 'assessments.credit', label: { en: 'Rated credit', 'zh-CN': '信誉评分' }, note: 'Beside the payments: what banks and other suppliers say.' },
    capability: { scorer: 'value', of: 'assessments.capability', label: { en: 'Rated capability', 'zh-CN': '经营能力评分' }, note: 'Management, marketing, delivery.' },
    cooperation: { scorer: 'value', of: 'assessments.cooperation', label: { en: 'Rated cooperation', 'zh-CN': '合作积极性评分' }, note: 'Shared strategy, and the place of our products in the range.' },
  },
  segments: [
    {
      id: 'new',
      label: { en: 'New dealer', 'zh-CN': '新客户' },
      publicLabel: { en: 'New partner', 'zh-CN': '新合作伙伴' },
      note: 'The change of completion needs two ended plans. With quarterly plans that takes up to 276 days: a quarter begun, and two whole ones; 280 is that with a margin.',
      when: { and: [{ '!': { present: { var: 'targetCompletionChange' } } }, { '<': [{ var: 'tenureDays' }, { var: 'parameters.newBelowDays' }] }] },
      actions: [
        { id: 'first-plan', kind: 'plan', goal: 'identify', label: { en: 'Agree on a first plan', 'zh-CN': '商定首期销售计划' } },
        { id: 'onboarding', kind: 'training', goal: 'acquire', label: { en: 'Product training for the sales team', 'zh-CN': '为其销售团队提供产品培训' }, data: { withinDays: 30 } },
      ],
    },
    {
      id: 'key-account',
      label: { en: 'Key account', 'zh-CN': '重点客户' },
      publicLabel: { en: 'Strategic partner', 'zh-CN': '战略合作伙伴' },
      note: 'A star that pays on time. A poor credit rating bars it; a missing one does not. 0.8 on time and 0.4 (2 of 5) for poor are our proposals: set them with the sales director. A dealer that pays in advance has no invoices: give it the fact `onTimePaymentRatio`, 1.',
      when: {
        and: [
          { '==': [{ var: 'scores.quadrant.band' }, 'star'] },
          { '>=': [{ var: 'onTimePaymentRatio' }, { var: 'parameters.onTime' }] },
          { or: [{ '>=': [{ var: 'scores.credit.value' }, { var: 'parameters.poorBelow' }] }, { '!': { present: { var: 'scores.credit.value' } } }] },
        ],
      },
      actions: [
        { id: 'annual-agreement', kind: 'agreement', goal: 'loyal', label: { en: 'Annual agreement with a growth rebate', 'zh-CN': '签订年度协议，提供增长返利' } },
        { id: 'manager-visit', kind: 'visit', goal: 'retain', label: { en: 'Visit by the regional manager', 'zh-CN': '大区经理定期拜访' }, data: { everyDays: 30 } },
      ],
    },
    {
      id: 'secure-payment',
      label: { en: 'Sells well, watch credit', 'zh-CN': '控款客户' },
      publicLabel: { en: 'Partner', 'zh-CN': '合作伙伴' },
      note: 'A star whose payments or credit rating keep it from being a key account: more sales would only be more money outstanding.',
      when: {
        and: [
          { '==': [{ var: 'scores.quadrant.band' }, 'star'] },
          { or: [{ '<': [{ var: 'onTimePaymentRatio' }, { var: 'parameters.onTime' }] }, { '<': [{ var: 'scores.credit.value' }, { var: 'parameters.poorBelow' }] }] },
        ],
      },
      actions: [
        { id: 'payment-plan', kind: 'credit', goal: 'profit', label: { en: 'Agree on a payment plan, tie the rebate to it', 'zh-CN': '商定回款计划，返利与回款挂钩' } },
        { id: 'credit-limit', kind: 'credit', goal: 'profit', label: { en: 'Hold the credit limit', 'zh-CN': '冻结授信额度' }, data: { reviewAfterDays: 90 } },
      ],
    },
    {
      id: 'maintain',
      label: { en: 'Maintain', 'zh-CN': '维持客户' },
      publicLabel: { en: 'Partner', 'zh-CN': '合作伙伴' },
      note: 'Cash cow: completes its plan, and has stopped growing. Keep it at low cost.',
      when: { '==': [{ var: 'scores.quadrant.band' }, 'cash-cow'] },
      actions: [
        { id: 'steady-service', kind: 'service', goal: 'retain', label: { en: 'Steady supply and service', 'zh-CN': '保障供货与服务' } },
        { id: 'widen-range', kind: 'offer', goal: 'profit', label: { en: 'Offer products it does not carry yet', 'zh-CN': '推荐尚未经营的品种' } },
      ],
    },
    {
      id: 'grow',
      label: { en: 'Grow', 'zh-CN': '培育客户' },
      publicLabel: { en: 'Growth partner', 'zh-CN': '成长伙伴' },
      note: 'Question mark: far from its plan and catching up. Worth the effort unless people rate its capability or cooperation poor; missing ratings do not hold it back.',
      when: {
        and: [
          { '==': [{ var: 'scores.quadrant.band' }, 'question-mark'] },
          { or: [{ '>=': [{ var: 'scores.capability.value' }, { var: 'parameters.poorBelow' }] }, { '!': { present: { var: 'scores.capability.value' } } }] },
          { or: [{ '>=': [{ var: 'scores.cooperation.value' }, { var: 'parameters.poorBelow' }] }, { '!': { present: { var: 'scores.cooperation.value' } } }] },
        ],
      },
      actions: [
        { id: 'market-support', kind: 'support', goal: 'loyal', label: { en: 'Joint promotion at hospitals and pharmacies', 'zh-CN': '联合开展医院、药店推广' } },
        { id: 'rate', kind: 'review', goal: 'identify', label: { en: 'Rate capability and cooperation', 'zh-CN': '评定经营能力与合作积极性' }, data: { withinDays: 60 } },
      ],
    },
    {
      id: 'phase-out',
      label: { en: 'Candidate for phasing out', 'zh-CN': '淘汰候选' },
      note: 'A dog that people rate poor in strength, capability and cooperation, all three. Ending a partnership cannot be undone: without a rating nobody is proposed, and a person decides.',
      when: {
        and: [
          { '==': [{ var: 'scores.quadrant.band' }, 'dog'] },
          { '<': [{ var: 'scores.strength.value' }, { var: 'parameters.poorBelow' }] },
          { '<': [{ var: 'scores.capability.value' }, { var: 'parameters.poorBelow' }] },
          { '<': [{ var: 'scores.cooperation.value' }, { var: 'parameters.poorBelow' }] },
          { '!': { missing: ['scores.strength.value', 'scores.capability.value', 'scores.cooperation.value'] } },
        ],
      },
      actions: [
        { id: 'decide', kind: 'review', goal: 'profit', label: { en: 'Decide together with the sales director', 'zh-CN': '与销售总监共同决定去留' }, data: { decidedBy: 'person' } },
        { id: 'low-cost-channel', kind: 'service', goal: 'profit', label: { en: 'Until then: order online only', 'zh-CN': '决定之前改为线上订货' } },
      ],
    },
    {
      id: 'watch',
      label: { en: 'Watch', 'zh-CN': '观察客户' },
      publicLabel: { en: 'Partner', 'zh-CN': '合作伙伴' },
      note: 'Dogs that are not to be phased out, and question marks that people rate poor.',
      when: {
        or: [
          { '==': [{ var: 'scores.quadrant.band' }, 'dog'] },
          {
            and: [
              { '==': [{ var: 'scores.quadrant.band' }, 'question-mark'] },
              { or: [{ '<': [{ var: 'scores.capability.value' }, { var: 'parameters.poorBelow' }] }, { '<': [{ var: 'scores.cooperation.value' }, { var: 'parameters.poorBelow' }] }] },
            ],
          },
        ],
      },
      actions: [
        { id: 'improvement-plan', kind: 'plan', goal: 'profit', label: { en: 'Agree on an improvement plan', 'zh-CN': '制定改进计划' }, data: { reviewAfterDays: 90 } },
        { id: 'rate', kind: 'review', goal: 'identify', label: { en: 'Complete the ratings', 'zh-CN': '补全各项评分' } },
      ],
    },
    {
      id: 'to-review',
      label: { en: 'To review', 'zh-CN': '待评估' },
      note: 'Something that decides is not known: plans, payments, or since when it is a customer.',
      actions: [{ id: 'complete-data', kind: 'data', goal: 'identify', label: { en: 'Complete plans, payments and ratings', 'zh-CN': '补全计划、回款与评分数据' } }],
    },
  ],
  ranking: ['key-account', 'secure-payment', 'maintain', 'grow', 'watch', 'phase-out'],
  otherwise: 'to-review',
  undetermined: 'to-review',
}));
