import { bandPolicy } from './band-policy.js';

/**
 * Follows contacts through the eight lifecycle stages of HubSpot, from subscriber to evangelist; nobody moves back.
 *
 * It needs transactions, interactions and opportunities of the whole life, each an empty list where there are none. Interactions of these kinds
 * count: `subscription`, `marketing-qualified` and `sales-qualified` for the days on which marketing and sales took the contact over, and `referral`
 * for who brought somebody; any other kind makes a lead. To keep the stage of before, give the kept classification back as `previous`. Stages, their
 * order and that they only move forward are HubSpot's (its help pages; there they are written `marketingqualifiedlead`, `salesqualifiedlead`);
 * which events stand for them is ours.
 *
 * @example
 * import { createClassifier } from 'clientele';
 * import { hubspotLifecycle } from 'clientele/presets';
 * const contact = { customer: { id: 'a' }, transactions: [], opportunities: [], interactions: [{ at: '2026-06-01', kind: 'subscription' }, { at: '2026-06-20', kind: 'form' }] };
 * const classifier = createClassifier(hubspotLifecycle);
 * classifier.assign(contact, { asOf: '2026-06-10' }); // => 'subscriber'
 * classifier.assign(contact, { asOf: '2026-06-30' }); // => 'lead'
 */
export const hubspotLifecycle = bandPolicy({
  id: 'hubspot-lifecycle',
  label: { en: 'Lifecycle stages of HubSpot', 'zh-CN': 'HubSpot 生命周期阶段' },
  note: 'The highest stage wins, and nobody moves back: with `previous` a contact keeps the stage that it had.',
  measures: {
    subscriptions: { count: { of: 'interactions', where: { '==': [{ var: 'kind' }, 'subscription'] } }, label: { en: 'Subscriptions', 'zh-CN': '订阅次数' } },
    enquiries: { count: { of: 'interactions', where: { '!=': [{ var: 'kind' }, 'subscription'] } }, label: { en: 'Contacts beyond a subscription', 'zh-CN': '订阅以外的互动次数' } },
    marketingQualifications: { count: { of: 'interactions', where: { '==': [{ var: 'kind' }, 'marketing-qualified'] } }, label: { en: 'Qualifications by marketing', 'zh-CN': '市场认可次数' } },
    salesQualifications: { count: { of: 'interactions', where: { '==': [{ var: 'kind' }, 'sales-qualified'] } }, label: { en: 'Qualifications by sales', 'zh-CN': '销售认可次数' } },
    referrals: { count: { of: 'interactions', where: { '==': [{ var: 'kind' }, 'referral'] } }, label: { en: 'Referrals', 'zh-CN': '转介绍次数' } },
    wonOpportunities: { count: { of: 'opportunities', where: { '==': [{ var: 'status' }, 'won'] } }, label: { en: 'Opportunities won', 'zh-CN': '赢单数' } },
  },
  score: {
    scorer: 'lifecycle-stage',
    label: { en: 'Stage', 'zh-CN': '阶段' },
    mode: 'ratchet',
    stages: [
      { id: 'other', when: { present: { var: 'customer.id' } } },
      { id: 'subscriber', when: { '>=': [{ var: 'subscriptions' }, 1] } },
      { id: 'lead', when: { '>=': [{ var: 'enquiries' }, 1] } },
      { id: 'marketing-qualified-lead', when: { '>=': [{ var: 'marketingQualifications' }, 1] } },
      { id: 'sales-qualified-lead', when: { '>=': [{ var: 'salesQualifications' }, 1] } },
      { id: 'opportunity', when: { '>=': [{ var: 'openOpportunities' }, 1] } },
      { id: 'customer', when: { or: [{ '>=': [{ var: 'lifetimePurchases' }, 1] }, { '>=': [{ var: 'wonOpportunities' }, 1] }] } },
      { id: 'evangelist', when: { and: [{ '>=': [{ var: 'referrals' }, 1] }, { or: [{ '>=': [{ var: 'lifetimePurchases' }, 1] }, { '>=': [{ var: 'wonOpportunities' }, 1] }] }] } },
    ],
  },
  isRanked: true,
  classes: [
    {
      id: 'evangelist',
      label: { en: 'Evangelist', 'zh-CN': '口碑传播者' },
      note: 'A customer who has brought others.',
      actions: [{ id: 'thank', kind: 'reward', goal: 'loyal', label: { en: 'Thank for every referral', 'zh-CN': '转介绍致谢' } }],
    },
    {
      id: 'customer',
      label: { en: 'Customer', 'zh-CN': '客户' },
      note: 'Has bought, or signed.',
      actions: [{ id: 'onboard', kind: 'service', goal: 'retain', label: { en: 'Help to a good start', 'zh-CN': '做好上手辅导' }, data: { withinDays: 14 } }],
    },
    {
      id: 'opportunity',
      label: { en: 'Opportunity', 'zh-CN': '商机' },
      note: 'A sale is open.',
      actions: [{ id: 'proposal', kind: 'offer', goal: 'acquire', label: { en: 'Make a proposal', 'zh-CN': '提交方案' } }],
    },
    {
      id: 'sales-qualified-lead',
      label: { en: 'Sales qualified lead', 'zh-CN': '销售认可线索' },
      note: 'Sales has taken it on.',
      actions: [{ id: 'meeting', kind: 'call', goal: 'acquire', label: { en: 'Arrange a meeting', 'zh-CN': '约定面谈' }, data: { withinDays: 7 } }],
    },
    {
      id: 'marketing-qualified-lead',
      label: { en: 'Marketing qualified lead', 'zh-CN': '市场认可线索' },
      note: 'Marketing thinks it ready for sales.',
      actions: [{ id: 'hand-over', kind: 'review', goal: 'identify', label: { en: 'Hand over to sales', 'zh-CN': '转交销售跟进' }, data: { withinDays: 2 } }],
    },
    {
      id: 'lead',
      label: { en: 'Lead', 'zh-CN': '线索' },
      note: 'Has been in touch beyond a subscription.',
      actions: [{ id: 'nurture', kind: 'message', goal: 'identify', label: { en: 'Find out what they need', 'zh-CN': '了解需求' } }],
    },
    {
      id: 'subscriber',
      label: { en: 'Subscriber', 'zh-CN': '订阅者' },
      note: 'Wants to hear from us, nothing more.',
      actions: [{ id: 'newsletter', kind: 'message', goal: 'acquire', label: { en: 'Send what is worth reading', 'zh-CN': '推送优质内容' } }],
    },
    {
      id: 'other',
      label: { en: 'Other', 'zh-CN': '其他' },
      note: 'Fits none of the stages.',
      actions: [{ id: 'look', kind: 'review', goal: 'identify', label: { en: 'Find out who it is', 'zh-CN': '核实身份' } }],
    },
  ],
});
