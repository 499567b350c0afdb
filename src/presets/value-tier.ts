import { bandPolicy } from './band-policy.js';

/**
 * Tells customers of high, medium and low value apart by the profit of twelve months: margin less the costs of serving.
 *
 * It needs sales with their `cost`, and `costs`. The parameters `mediumAbove` and `highAbove`, 0.5 and 0.8, are ours: the shares of your customers below each line. It needs a calibration.
 *
 * @example
 * import { createClassifier } from 'clientele';
 * import { valueTier } from 'clientele/presets';
 * const customers = Array.from({ length: 10 }, (_, i) => ({ customer: { id: String(i) }, facts: { marginAfterCosts: (i + 1) * 100 } }));
 * const asOf = '2026-06-30';
 * const classifier = createClassifier(valueTier, { calibration: createClassifier(valueTier).calibrate(customers, { asOf }) });
 * [-20, 600, 900].map((marginAfterCosts) => classifier.assign({ customer: { id: 'x' }, facts: { marginAfterCosts } }, { asOf })); // => ['low', 'medium', 'high']
 */
export const valueTier = bandPolicy({
  id: 'value-tier',
  label: { en: 'Value tier', 'zh-CN': '客户价值分级' },
  note: 'Profit after the costs of serving, not turnover.',
  window: { last: 'P12M' },
  parameters: { mediumAbove: 0.5, highAbove: 0.8 },
  score: {
    scorer: 'value',
    label: { en: 'Profit', 'zh-CN': '利润' },
    of: 'marginAfterCosts',
    cut: { quantile: [{ var: 'parameters.mediumAbove' }, { var: 'parameters.highAbove' }] },
    bands: ['low', 'medium', 'high'],
  },
  isRanked: true,
  classes: [
    {
      id: 'high',
      label: { en: 'High value', 'zh-CN': '高价值客户' },
      note: 'Among the best fifth by profit.',
      actions: [{ id: 'manager', kind: 'visit', goal: 'loyal', label: { en: 'Visit by a manager', 'zh-CN': '管理层拜访' } }],
    },
    {
      id: 'medium',
      label: { en: 'Medium value', 'zh-CN': '中价值客户' },
      note: 'In the upper half by profit.',
      actions: [{ id: 'cross-sell', kind: 'offer', goal: 'profit', label: { en: 'Offer other products', 'zh-CN': '交叉推荐' } }],
    },
    {
      id: 'low',
      label: { en: 'Low value', 'zh-CN': '低价值客户' },
      note: 'In the lower half by profit.',
      actions: [{ id: 'low-cost', kind: 'service', goal: 'profit', label: { en: 'Serve at low cost', 'zh-CN': '低成本替代服务' } }],
    },
  ],
});
