import { bandPolicy } from './band-policy.js';

/**
 * Tells high, mid and low spenders apart by what they spent in twelve months, less returns.
 *
 * The parameters `mediumAbove` and `highAbove`, 0.5 and 0.8, are ours: the shares of your customers below each line. It needs a calibration.
 *
 * @example
 * import { createClassifier } from 'clientele';
 * import { spendingTier } from 'clientele/presets';
 * const customers = Array.from({ length: 10 }, (_, i) => ({ customer: { id: String(i) }, facts: { netSpend: (i + 1) * 100 } }));
 * const asOf = '2026-06-30';
 * const classifier = createClassifier(spendingTier, { calibration: createClassifier(spendingTier).calibrate(customers, { asOf }) });
 * [100, 600, 900].map((netSpend) => classifier.assign({ customer: { id: 'x' }, facts: { netSpend } }, { asOf })); // => ['low', 'mid', 'high']
 */
export const spendingTier = bandPolicy({
  id: 'spending-tier',
  label: { en: 'Spending tier', 'zh-CN': '消费能力分级' },
  note: 'The best fifth is high, the upper half is mid.',
  window: { last: 'P12M' },
  parameters: { mediumAbove: 0.5, highAbove: 0.8 },
  score: {
    scorer: 'value',
    label: { en: 'Spending', 'zh-CN': '消费金额' },
    of: 'netSpend',
    cut: { quantile: [{ var: 'parameters.mediumAbove' }, { var: 'parameters.highAbove' }] },
    bands: ['low', 'mid', 'high'],
  },
  isRanked: true,
  classes: [
    {
      id: 'high',
      label: { en: 'High spender', 'zh-CN': '高消费客户' },
      note: 'Among the best fifth.',
      actions: [{ id: 'personal', kind: 'service', goal: 'loyal', label: { en: 'Personal recommendations', 'zh-CN': '个性化推荐' } }],
    },
    {
      id: 'mid',
      label: { en: 'Mid spender', 'zh-CN': '中消费客户' },
      note: 'In the upper half.',
      actions: [{ id: 'bundle', kind: 'offer', goal: 'profit', label: { en: 'Offer what goes together', 'zh-CN': '搭配推荐' } }],
    },
    {
      id: 'low',
      label: { en: 'Low spender', 'zh-CN': '低消费客户' },
      note: 'In the lower half.',
      actions: [{ id: 'newsletter', kind: 'message', goal: 'retain', label: { en: 'Newsletter', 'zh-CN': '定期资讯' } }],
    },
  ],
});
