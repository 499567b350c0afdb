import { bandPolicy } from './band-policy.js';

/**
 * Says what a customer mainly needs by what it buys: prescription medicine, over the counter, or advice.
 *
 * It needs transactions with lines whose `category` is `rx`, `otc` or `service`; the share of each is by amount, over twelve months. The parameter
 * `lead`, ten points, is ours: by how much the largest share must lead.
 *
 * @example
 * import { createClassifier } from 'clientele';
 * import { needType } from 'clientele/presets';
 * const sale = { at: '2026-06-01', amount: 100, lines: [{ category: 'rx', amount: 70 }, { category: 'otc', amount: 30 }] };
 * createClassifier(needType).assign({ customer: { id: 'a' }, transactions: [sale] }, { asOf: '2026-06-30' }); // => 'prescription'
 */
export const needType = bandPolicy({
  id: 'need-type',
  label: { en: 'Type of need', 'zh-CN': '需求类型' },
  note: 'The largest share of what was bought, where it leads the next.',
  window: { last: 'P12M' },
  parameters: { lead: 0.1 },
  measures: {
    rxShare: { share: { of: 'lines.amount', where: { '==': [{ var: 'category' }, 'rx'] } }, label: { en: 'Prescription share', 'zh-CN': '处方药占比' } },
    otcShare: { share: { of: 'lines.amount', where: { '==': [{ var: 'category' }, 'otc'] } }, label: { en: 'Share over the counter', 'zh-CN': '非处方药占比' } },
    adviceShare: { share: { of: 'lines.amount', where: { '==': [{ var: 'category' }, 'service'] } }, label: { en: 'Share of advice', 'zh-CN': '咨询服务占比' } },
  },
  score: {
    scorer: 'need',
    label: { en: 'Main need', 'zh-CN': '主要需求' },
    needs: [
      { id: 'prescription', of: 'rxShare' },
      { id: 'otc', of: 'otcShare' },
      { id: 'consulting', of: 'adviceShare' },
    ],
    lead: { var: 'parameters.lead' },
  },
  isRanked: false,
  classes: [
    {
      id: 'prescription',
      label: { en: 'Prescription', 'zh-CN': '处方型客户' },
      note: 'Mainly buys prescription medicine.',
      actions: [{ id: 'academic', kind: 'visit', goal: 'retain', label: { en: 'Academic information', 'zh-CN': '学术信息支持' } }],
    },
    {
      id: 'otc',
      label: { en: 'Over the counter', 'zh-CN': '非处方型客户' },
      note: 'Mainly buys over the counter.',
      actions: [{ id: 'promotion', kind: 'offer', goal: 'profit', label: { en: 'Promotions', 'zh-CN': '促销活动' } }],
    },
    {
      id: 'consulting',
      label: { en: 'Advice', 'zh-CN': '咨询型客户' },
      note: 'Mainly buys advice and service.',
      actions: [{ id: 'advisor', kind: 'service', goal: 'loyal', label: { en: 'A personal advisor', 'zh-CN': '专属顾问服务' } }],
    },
    {
      id: 'mixed',
      label: { en: 'Mixed', 'zh-CN': '综合型客户' },
      note: 'No need leads the others.',
      actions: [{ id: 'ask', kind: 'review', goal: 'identify', label: { en: 'Ask what they need', 'zh-CN': '了解主要需求' } }],
    },
  ],
});
