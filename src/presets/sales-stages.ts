import { bandPolicy } from './band-policy.js';

/**
 * Follows a sale from lead to opportunity and contract, by the opportunities of the customer.
 *
 * It needs `opportunities`, an empty list where there are none. A won opportunity of twelve months is a contract.
 *
 * @example
 * import { createClassifier } from 'clientele';
 * import { salesStages } from 'clientele/presets';
 * const opportunities = [{ at: '2026-06-01', stage: 'offer', status: 'open' }] as const;
 * createClassifier(salesStages).assign({ customer: { id: 'a' }, opportunities }, { asOf: '2026-06-30' }); // => 'opportunity'
 */
export const salesStages = bandPolicy({
  id: 'sales-stages',
  label: { en: 'Lead, opportunity, contract', 'zh-CN': '线索、商机、合同' },
  note: 'The highest stage wins.',
  window: { last: 'P12M' },
  measures: { wonOpportunities: { count: { of: 'opportunities', where: { '==': [{ var: 'status' }, 'won'] } }, label: { en: 'Opportunities won', 'zh-CN': '赢单数' } } },
  score: {
    scorer: 'lifecycle-stage',
    label: { en: 'Stage', 'zh-CN': '阶段' },
    mode: 'highest',
    stages: [
      { id: 'lead', when: { present: { var: 'customer.id' } } },
      { id: 'opportunity', when: { '>=': [{ var: 'openOpportunities' }, 1] } },
      { id: 'contract', when: { '>=': [{ var: 'wonOpportunities' }, 1] } },
    ],
  },
  isRanked: true,
  classes: [
    {
      id: 'contract',
      label: { en: 'Contract', 'zh-CN': '成交客户' },
      note: 'Has signed within twelve months.',
      actions: [{ id: 'deliver', kind: 'service', goal: 'retain', label: { en: 'Deliver well and ask', 'zh-CN': '做好交付与回访' } }],
    },
    {
      id: 'opportunity',
      label: { en: 'Opportunity', 'zh-CN': '意向客户' },
      note: 'Something is open.',
      actions: [{ id: 'proposal', kind: 'offer', goal: 'acquire', label: { en: 'Make a proposal', 'zh-CN': '提交方案' } }],
    },
    {
      id: 'lead',
      label: { en: 'Lead', 'zh-CN': '潜在客户' },
      note: 'Nothing is open yet.',
      actions: [{ id: 'qualify', kind: 'call', goal: 'identify', label: { en: 'Find out what they need', 'zh-CN': '了解需求' } }],
    },
  ],
});
