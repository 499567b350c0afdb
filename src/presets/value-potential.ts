import { bandPolicy } from './band-policy.js';

/**
 * Tells the most valuable customers, the most growable and those below zero apart: what a customer earns us against what it could still buy from us.
 *
 * It needs sales with their `cost`, `costs` of serving, and the fact `potentialSpend`: what the customer spends on such goods with everybody, in twelve
 * months. Potential that is not used yet is that less `netSpend`. The parameters, in major units, are ours: `valuableFrom` for what is earned, and
 * `growableFrom` for what is not used. The kinds are those of D. Peppers and M. Rogers (*The One to One Future*, 1993, and later books), who set actual
 * value against strategic value.
 *
 * @example
 * import { createClassifier } from 'clientele';
 * import { valuePotential } from 'clientele/presets';
 * const kindOf = (marginAfterCosts: number, netSpend: number, potentialSpend: number) =>
 *   createClassifier(valuePotential).assign({ customer: { id: 'a' }, facts: { marginAfterCosts, netSpend, potentialSpend } }, { asOf: '2026-06-30' });
 * kindOf(20000, 60000, 65000); // => 'most-valuable'
 * kindOf(3000, 9000, 60000); // => 'most-growable'
 * kindOf(-400, 2000, 2500); // => 'below-zero'
 */
export const valuePotential = bandPolicy({
  id: 'value-potential',
  label: { en: 'Most valuable, most growable, below zero', 'zh-CN': '最有价值、最具成长潜力、负价值客户' },
  note: 'Margin after the costs of serving, over twelve months, against the potential that is not used yet.',
  window: { last: 'P12M' },
  parameters: { valuableFrom: 10000, growableFrom: 20000 },
  measures: { unusedPotential: { calculate: { '-': [{ var: 'potentialSpend' }, { var: 'netSpend' }] }, label: { en: 'Potential not used yet', 'zh-CN': '尚未开发的潜力' } } },
  score: {
    scorer: 'matrix',
    label: { en: 'Class', 'zh-CN': '客户类别' },
    rows: { of: 'marginAfterCosts', cut: { fixed: [0, { var: 'parameters.valuableFrom' }] } },
    columns: { of: 'unusedPotential', cut: { fixed: [{ var: 'parameters.growableFrom' }] } },
    cells: [['below-zero', 'most-growable'], ['low-maintenance', 'most-growable'], ['most-valuable', 'most-valuable']],
    bandLabels: {
      'most-valuable': { en: 'most valuable', 'zh-CN': '最有价值' }, 'most-growable': { en: 'most growable', 'zh-CN': '最具成长潜力' },
      'low-maintenance': { en: 'low maintenance', 'zh-CN': '低维护' }, 'below-zero': { en: 'below zero', 'zh-CN': '负价值' },
    },
  },
  isRanked: true,
  classes: [
    {
      id: 'most-valuable',
      label: { en: 'Most valuable customers', 'zh-CN': '最有价值客户' },
      note: 'Earns us much already, whatever else it could buy.',
      actions: [{ id: 'keep', kind: 'service', goal: 'retain', label: { en: 'Keep at any reasonable price', 'zh-CN': '专人维护，全力留住' } }],
    },
    {
      id: 'most-growable',
      label: { en: 'Most growable customers', 'zh-CN': '最具成长潜力客户' },
      note: 'Could buy much more from us than it does. It may cost more than it earns today: watch that it grows.',
      actions: [{ id: 'grow', kind: 'plan', goal: 'profit', label: { en: 'Agree on a plan to grow', 'zh-CN': '制定增长计划' }, data: { reviewAfterDays: 180 } }],
    },
    {
      id: 'low-maintenance',
      label: { en: 'Low-maintenance customers', 'zh-CN': '低维护客户' },
      note: 'Earns us something, and there is little more to win.',
      actions: [{ id: 'automate', kind: 'service', goal: 'profit', label: { en: 'Serve simply and automatically', 'zh-CN': '简化并自动化服务' } }],
    },
    {
      id: 'below-zero',
      label: { en: 'Below zero', 'zh-CN': '负价值客户' },
      note: 'Costs more than it earns, and there is little more to win.',
      actions: [{ id: 'terms', kind: 'review', goal: 'profit', label: { en: 'Lower the cost to serve, or change the terms', 'zh-CN': '降低服务成本或调整合作条件' }, data: { decidedBy: 'person' } }],
    },
  ],
});
