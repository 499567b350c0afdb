import { bandPolicy } from './band-policy.js';

/**
 * Classes customers A, B and C by what they add to the total: A makes the first 80 %, B the next 15 %, C the rest.
 *
 * It needs transactions of twelve months and a calibration. 80 and 95 % are the usual shares of ABC analysis.
 *
 * @example
 * import { createClassifier } from 'clientele';
 * import { abc } from 'clientele/presets';
 * const customers = [800, 150, 50].map((netSpend, i) => ({ customer: { id: String(i) }, facts: { netSpend } }));
 * const asOf = '2026-06-30';
 * const classifier = createClassifier(abc, { calibration: createClassifier(abc).calibrate(customers, { asOf }) });
 * customers.map((record) => classifier.assign(record, { asOf })); // => ['A', 'B', 'C']
 */
export const abc = bandPolicy({
  id: 'abc',
  label: { en: 'ABC by share of the total', 'zh-CN': 'ABC 分类' },
  note: 'The shares are of the spending of all customers of the calibration.',
  window: { last: 'P12M' },
  score: {
    scorer: 'value',
    label: { en: 'Class', 'zh-CN': '客户等级' },
    cut: { pareto: [0.8, 0.95] },
    bands: ['C', 'B', 'A'],
  },
  isRanked: true,
  classes: [
    {
      id: 'A',
      label: { en: 'A customer', 'zh-CN': 'A 类客户' },
      note: 'Among those who make the first 80 % of the total.',
      actions: [{ id: 'visit', kind: 'visit', goal: 'loyal', label: { en: 'Regular visits', 'zh-CN': '定期拜访' } }],
    },
    {
      id: 'B',
      label: { en: 'B customer', 'zh-CN': 'B 类客户' },
      note: 'Among those who make the next 15 %.',
      actions: [{ id: 'call', kind: 'call', goal: 'profit', label: { en: 'Regular calls', 'zh-CN': '定期电话联系' } }],
    },
    {
      id: 'C',
      label: { en: 'C customer', 'zh-CN': 'C 类客户' },
      note: 'Among those who make the last 5 %.',
      actions: [{ id: 'online', kind: 'service', goal: 'profit', label: { en: 'Serve online', 'zh-CN': '线上服务' } }],
    },
  ],
});
