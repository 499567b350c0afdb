import { bandPolicy } from './band-policy.js';

/**
 * Ranks customers as high-value, important and ordinary, by what they spent in twelve months.
 *
 * The parameters `mediumAbove` and `highAbove`, 0.5 and 0.8, are ours: the shares of your customers below each line. It needs a calibration.
 *
 * @example
 * import { createClassifier } from 'clientele';
 * import { importance } from 'clientele/presets';
 * const customers = Array.from({ length: 10 }, (_, i) => ({ customer: { id: String(i) }, facts: { netSpend: (i + 1) * 100 } }));
 * const asOf = '2026-06-30';
 * const classifier = createClassifier(importance, { calibration: createClassifier(importance).calibrate(customers, { asOf }) });
 * customers.slice(4).map((record) => classifier.assign(record, { asOf })); // => ['ordinary', 'important', 'important', 'important', 'high-value', 'high-value']
 */
export const importance = bandPolicy({
  id: 'importance',
  label: { en: 'Importance', 'zh-CN': '客户重要性' },
  note: 'The best fifth is high-value, the rest of the upper half is important.',
  window: { last: 'P12M' },
  parameters: { mediumAbove: 0.5, highAbove: 0.8 },
  score: {
    scorer: 'value',
    label: { en: 'Spending', 'zh-CN': '消费金额' },
    of: 'netSpend',
    cut: { quantile: [{ var: 'parameters.mediumAbove' }, { var: 'parameters.highAbove' }] },
    bands: ['ordinary', 'important', 'high-value'],
  },
  isRanked: true,
  classes: [
    {
      id: 'high-value',
      label: { en: 'High-value customer', 'zh-CN': '高价值客户' },
      note: 'Among the best fifth.',
      actions: [{ id: 'account-manager', kind: 'service', goal: 'loyal', label: { en: 'An account manager of their own', 'zh-CN': '专属客户经理' } }],
    },
    {
      id: 'important',
      label: { en: 'Important customer', 'zh-CN': '重要客户' },
      note: 'In the upper half.',
      actions: [{ id: 'regular-visit', kind: 'visit', goal: 'retain', label: { en: 'Regular visits', 'zh-CN': '定期拜访' } }],
    },
    {
      id: 'ordinary',
      label: { en: 'Ordinary customer', 'zh-CN': '普通客户' },
      note: 'In the lower half.',
      actions: [{ id: 'standard', kind: 'service', goal: 'retain', label: { en: 'Standard service', 'zh-CN': '标准服务' } }],
    },
  ],
});
