import { freezeJson } from '../internal/freeze-json.js';
import { definePolicy } from '../policy/define-policy.js';

/**
 * Grades the dealers of a maker, A to D, by one figure made of three: the quadrant of plan completion and growth, how they pay, and how people rate them.
 *
 * It needs plans (`targets`) of at least two ended periods, sales, invoices with their payments of the last 12 months, and the ratings `strength`,
 * `capability` and `cooperation` as `assessments`; with them come the rating `credit` and `since` of the customer. Of 100 points the quadrant gives 60 (a
 * star all of them, a cash cow 48, a question mark 36, a dog 12), payment in time 15, the ratings 25: strength 10, capability and cooperation 7.5
 * each. Ratings that are missing share their weight among the others. Then gates: who pays late is at best B, who is rated poor in credit at best C.
 * That figures weigh more than judgements is usual in the trade; weights, lines and gates are our proposal. Change the parameters with `policyFrom`:
 *
 * - `aFrom`, `bFrom`, `cFrom`: so many points make an A (85), a B (70), a C (55); a dog has at most 52
 * - `onTime`: a smaller share of what was invoiced that was paid by its due day, by amount, is paying late; 0.8 is 80 %
 * - `poorBelow`: a rating below this share of its scale is poor; 0.4 is less than 2 of 5
 * - `newBelowDays`: for so many days after `since` a dealer without two plans is new
 *
 * The quadrant compares dealers with each other, so a calibration is needed. To decide by quadrant and gates alone, without points, use `pharmaDealer`.
 *
 * @example
 * import { createClassifier } from 'clientele';
 * import { dealerScorecard } from 'clientele/presets';
 * const assessments = ['strength', 'capability', 'cooperation'].map((indicator) => ({ indicator, rating: 4, of: 5, at: '2026-06-01' }));
 * const dealer = (id: string, targetCompletion: number, targetCompletionChange: number) =>
 *   ({ customer: { id }, assessments, facts: { targetCompletion, targetCompletionChange, onTimePaymentRatio: 1 } });
 * const dealers = [dealer('A', 1.1, 0.15), dealer('B', 1.02, -0.09), dealer('C', 0.7, 0.3), dealer('D', 0.6, -0.05)];
 * const asOf = '2026-06-30';
 * const classifier = createClassifier(dealerScorecard, { calibration: createClassifier(dealerScorecard).calibrate(dealers, { asOf }) });
 * dealers.map((record) => classifier.score(record, { asOf }).scores.dealer.value); // => [95, 83, 71, 47]
 * dealers.map((record) => classifier.assign(record, { asOf })); // => ['A', 'B', 'B', 'D']
 */
export const dealerScorecard = freezeJson(definePolicy({
  schema: 'clientele.policy/1',
  id: 'dealer-scorecard',
  version: '1',
  label: { en: 'Dealers by quadrant, payment and ratings', 'zh-CN': '经销商综合评级' },
  note: 'Three scores as one: what was counted weighs 75 of 100 points, what people judge 25. Judgements and late payment limit the grade.',
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  window: { last: 'P12M' },
  parameters: { aFrom: 85, bFrom: 70, cFrom: 55, onTime: 0.8, poorBelow: 0.4, newBelowDays: 280 },
  scores: {
    quadrant: {
      scorer: 'boston-quadrant',
      label: { en: 'Quadrant', 'zh-CN': '波士顿象限' },
      level: 'targetCompletion',
      growth: 'targetCompletionChange',
      cut: { rank: 'top-half' },
      note: 'Ranks dealers with each other. For lines that do not depend on the others: "cut": { "level": { "fixed": [1] }, "growth": { "fixed": [0] } }; no calibration is needed then.',
    },
    payment: { scorer: 'payment-timeliness', label: { en: 'Payment in time', 'zh-CN': '回款及时性' }, note: 'A dealer that pays in advance has no invoices: give it the fact `onTimePaymentRatio`, 1.' },
    ratings: {
      scorer: 'scorecard',
      label: { en: 'Ratings', 'zh-CN': '人工评分' },
      groups: [
        {
          id: 'people', label: { en: 'Rated by people', 'zh-CN': '人工评定' }, weight: 25,
          items: [
            { of: 'assessments.strength', weight: 10, marks: 'rating', label: { en: 'Strength', 'zh-CN': '综合实力' }, note: 'Turnover, staff, vehicles, network.' },
            { of: 'assessments.capability', weight: 7.5, marks: 'rating', label: { en: 'Capability', 'zh-CN': '经营能力' }, note: 'Management, marketing, delivery.' },
            { of: 'assessments.cooperation', weight: 7.5, marks: 'rating', label: { en: 'Cooperation', 'zh-CN': '合作积极性' }, note: 'Shared strategy, and the place of our products in the range.' },
          ],
        },
      ],
      missing: 'redistribute',
    },
    dealer: {
      scorer: 'composite',
      label: { en: 'Grade', 'zh-CN': '综合等级' },
      quantitative: [
        { of: 'scores.quadrant.band', weight: 60, marks: { bands: { star: 100, 'cash-cow': 80, 'question-mark': 60, dog: 20 } }, label: { en: 'Quadrant', 'zh-CN': '波士顿象限' } },
        { of: 'scores.payment.value', weight: 15, label: { en: 'Payment in time', 'zh-CN': '回款及时性' } },
      ],
      qualitative: [{ of: 'scores.ratings.value', weight: 25, label: { en: 'Ratings', 'zh-CN': '人工评分' } }],
      missing: 'redistribute',
      gates: [
        { id: 'late', label: { en: 'Pays late', 'zh-CN': '回款不及时' }, when: { '<': [{ var: 'onTimePaymentRatio' }, { var: 'parameters.onTime' }] }, band: 'B' },
        { id: 'poor-credit', label: { en: 'Rated poor in credit', 'zh-CN': '信誉评分差' }, when: { '<': [{ var: 'assessments.credit' }, { var: 'parameters.poorBelow' }] }, band: 'C', missing: 'ignore' },
      ],
      cut: { fixed: [{ var: 'parameters.cFrom' }, { var: 'parameters.bFrom' }, { var: 'parameters.aFrom' }] },
    },
  },
  segments: [
    {
      id: 'new',
      label: { en: 'New dealer', 'zh-CN': '新客户' },
      publicLabel: { en: 'New partner', 'zh-CN': '新合作伙伴' },
      note: 'The change of completion needs two ended plans.',
      when: { and: [{ '!': { present: { var: 'targetCompletionChange' } } }, { '<': [{ var: 'tenureDays' }, { var: 'parameters.newBelowDays' }] }] },
      actions: [{ id: 'first-plan', kind: 'plan', goal: 'identify', label: { en: 'Agree on a first plan', 'zh-CN': '商定首期销售计划' }, data: { withinDays: 30 } }],
    },
    {
      id: 'A',
      label: { en: 'A: strategic partner', 'zh-CN': 'A 级：战略客户' },
      publicLabel: { en: 'Strategic partner', 'zh-CN': '战略合作伙伴' },
      note: 'Sells, pays and works with us.',
      when: { '==': [{ var: 'scores.dealer.band' }, 'A'] },
      actions: [
        { id: 'annual-agreement', kind: 'agreement', goal: 'loyal', label: { en: 'Annual agreement with a growth rebate', 'zh-CN': '签订年度协议，提供增长返利' } },
        { id: 'manager-visit', kind: 'visit', goal: 'retain', label: { en: 'Visit by the regional manager', 'zh-CN': '大区经理定期拜访' }, data: { everyDays: 30 } },
      ],
    },
    {
      id: 'B',
      label: { en: 'B: core partner', 'zh-CN': 'B 级：核心客户' },
      publicLabel: { en: 'Partner', 'zh-CN': '合作伙伴' },
      note: 'Good, and held back by one thing: the points say by which.',
      when: { '==': [{ var: 'scores.dealer.band' }, 'B'] },
      actions: [{ id: 'raise', kind: 'plan', goal: 'profit', label: { en: 'Agree on what makes it an A', 'zh-CN': '商定升级目标' }, data: { reviewAfterDays: 90 } }],
    },
    {
      id: 'C',
      label: { en: 'C: to be developed', 'zh-CN': 'C 级：培育客户' },
      publicLabel: { en: 'Partner', 'zh-CN': '合作伙伴' },
      note: 'Far from its plan, or a credit risk.',
      when: { '==': [{ var: 'scores.dealer.band' }, 'C'] },
      actions: [
        { id: 'market-support', kind: 'support', goal: 'loyal', label: { en: 'Joint promotion, for payment in time', 'zh-CN': '联合推广，与及时回款挂钩' } },
        { id: 'credit-limit', kind: 'credit', goal: 'profit', label: { en: 'Hold the credit limit', 'zh-CN': '冻结授信额度' }, data: { reviewAfterDays: 90 } },
      ],
    },
    {
      id: 'D',
      label: { en: 'D: watch', 'zh-CN': 'D 级：观察客户' },
      publicLabel: { en: 'Partner', 'zh-CN': '合作伙伴' },
      note: 'Neither sells nor grows. Ending a partnership cannot be undone: a person decides.',
      when: { '==': [{ var: 'scores.dealer.band' }, 'D'] },
      actions: [
        { id: 'improvement-plan', kind: 'plan', goal: 'profit', label: { en: 'Agree on an improvement plan', 'zh-CN': '制定改进计划' }, data: { reviewAfterDays: 90 } },
        { id: 'decide', kind: 'review', goal: 'profit', label: { en: 'Then decide together with the sales director', 'zh-CN': '到期与销售总监共同决定去留' }, data: { decidedBy: 'person' } },
      ],
    },
    {
      id: 'to-review',
      label: { en: 'To review', 'zh-CN': '待评估' },
      note: 'Something that decides is not known: plans, payments, or since when it is a customer.',
      actions: [{ id: 'complete-data', kind: 'data', goal: 'identify', label: { en: 'Complete plans, payments and ratings', 'zh-CN': '补全计划、回款与评分数据' } }],
    },
  ],
  ranking: ['A', 'B', 'C', 'D'],
  otherwise: 'to-review',
  undetermined: 'to-review',
}));
