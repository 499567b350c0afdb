import { bandPolicy } from './band-policy.js';

/**
 * Says what a distributor of medicine mainly is: a fast wholesaler, a chain, a developer of the third terminal, or a seller to hospitals and pharmacies.
 *
 * It needs four shares of its business, which the host gives and which sum to 1. The parameter `lead`, ten points, is ours.
 *
 * @example
 * import { createClassifier } from 'clientele';
 * import { distributorType } from 'clientele/presets';
 * const facts = { wholesaleShare: 0.2, chainShare: 0.6, thirdTerminalShare: 0.1, directShare: 0.1 };
 * createClassifier(distributorType).assign({ customer: { id: 'a' }, facts }, { asOf: '2026-06-30' }); // => 'chain'
 */
export const distributorType = bandPolicy({
  id: 'distributor-type',
  label: { en: 'Type of distributor', 'zh-CN': '医药商业客户类型' },
  note: 'The largest share of the business, where it leads the next.',
  parameters: { lead: 0.1 },
  facts: {
    wholesaleShare: { type: 'ratio', min: 0, max: 1, label: { en: 'Share of fast wholesale', 'zh-CN': '快批业务占比' } },
    chainShare: { type: 'ratio', min: 0, max: 1, label: { en: 'Share through own shops', 'zh-CN': '自有门店占比' } },
    thirdTerminalShare: { type: 'ratio', min: 0, max: 1, label: { en: 'Share in villages and clinics', 'zh-CN': '第三终端占比' } },
    directShare: { type: 'ratio', min: 0, max: 1, label: { en: 'Share to hospitals and pharmacies', 'zh-CN': '医院与药店纯销占比' } },
  },
  score: {
    scorer: 'need',
    label: { en: 'Main business', 'zh-CN': '主营业务' },
    needs: [
      { id: 'fast-wholesale', of: 'wholesaleShare' },
      { id: 'chain', of: 'chainShare' },
      { id: 'third-terminal', of: 'thirdTerminalShare' },
      { id: 'pure-sales', of: 'directShare' },
    ],
    lead: { var: 'parameters.lead' },
  },
  isRanked: false,
  classes: [
    {
      id: 'fast-wholesale',
      label: { en: 'Fast wholesaler', 'zh-CN': '医药快批客户' },
      note: 'Mainly cash and carry.',
      actions: [{ id: 'volume', kind: 'offer', goal: 'profit', label: { en: 'Rebates by volume', 'zh-CN': '按量返利' } }],
    },
    {
      id: 'chain',
      label: { en: 'Chain', 'zh-CN': '连锁药店客户' },
      note: 'Mainly sells in shops of its own.',
      actions: [{ id: 'joint-plan', kind: 'plan', goal: 'loyal', label: { en: 'A joint plan for the year', 'zh-CN': '联合制定年度计划' } }],
    },
    {
      id: 'third-terminal',
      label: { en: 'Third terminal', 'zh-CN': '第三终端客户' },
      note: 'Mainly supplies villages, townships and clinics.',
      actions: [{ id: 'coverage', kind: 'support', goal: 'acquire', label: { en: 'Support coverage', 'zh-CN': '支持终端覆盖' } }],
    },
    {
      id: 'pure-sales',
      label: { en: 'Hospital and retail sales', 'zh-CN': '医院与零售纯销客户' },
      note: 'Mainly supplies hospitals and pharmacies.',
      actions: [{ id: 'tender', kind: 'support', goal: 'retain', label: { en: 'Support tenders', 'zh-CN': '支持招标与进院' } }],
    },
    {
      id: 'mixed',
      label: { en: 'Mixed', 'zh-CN': '综合型客户' },
      note: 'No business leads the others.',
      actions: [{ id: 'ask', kind: 'review', goal: 'identify', label: { en: 'Look at the business', 'zh-CN': '了解主营方向' } }],
    },
  ],
});
