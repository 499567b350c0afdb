import { bandPolicy } from './band-policy.js';

/**
 * Gives customers a level, A to D, by a card of 100 points: amount 40, frequency 30, how long it has been a customer 20, payment 10.
 *
 * It needs transactions and paid invoices of twelve months, and the first purchase ever. Amount and frequency are counted against the best customer, so a
 * calibration is needed. Weights and lines (A from 91 points, B from 81, C from 71) are as companies in China publish them, for whole points: here 90.5
 * is B. With `aFrom`, `bFrom`, `cFrom` set your own lines, for against one very large customer most others are D; `longFromDays`, for all 20 points of
 * time, is ours.
 *
 * @example
 * import { createClassifier, policyFrom } from 'clientele';
 * import { customerLevels } from 'clientele/presets';
 * const policy = policyFrom(customerLevels, { id: 'levels', version: '2026.1', parameters: { aFrom: 80, bFrom: 60, cFrom: 40 } });
 * const customer = (id: string, netSpend: number, purchases: number) => ({ customer: { id }, facts: { netSpend, purchases, daysSinceFirstPurchase: 1095, onTimePaymentRatio: 1 } });
 * const customers = [customer('a', 90000, 24), customer('b', 45000, 20), customer('c', 9000, 6), customer('d', 1000, 1)];
 * const asOf = '2026-06-30';
 * const classifier = createClassifier(policy, { calibration: createClassifier(policy).calibrate(customers, { asOf }) });
 * customers.map((record) => classifier.assign(record, { asOf })); // => ['A', 'B', 'C', 'D']
 */
export const customerLevels = bandPolicy({
  id: 'customer-levels',
  label: { en: 'Customer levels A to D', 'zh-CN': '客户等级 A 至 D' },
  note: 'Points against the best customer: look again every quarter or half-year, with a calibration of its own.',
  window: { last: 'P12M' },
  parameters: { aFrom: 91, bFrom: 81, cFrom: 71, longFromDays: 1095 },
  score: {
    scorer: 'scorecard',
    label: { en: 'Level', 'zh-CN': '客户等级' },
    groups: [
      {
        id: 'all', label: { en: 'All', 'zh-CN': '全部' }, weight: 100,
        items: [
          { of: 'netSpend', weight: 40, marks: 'best' },
          { of: 'purchases', weight: 30, marks: 'best' },
          { of: 'daysSinceFirstPurchase', weight: 20, marks: { target: { var: 'parameters.longFromDays' } } },
          { of: 'onTimePaymentRatio', weight: 10, marks: 'rating' },
        ],
      },
    ],
    cut: { fixed: [{ var: 'parameters.cFrom' }, { var: 'parameters.bFrom' }, { var: 'parameters.aFrom' }] },
  },
  isRanked: true,
  classes: [
    {
      id: 'A',
      label: { en: 'Level A', 'zh-CN': 'A 级客户' },
      note: 'Among the very best in all that counts.',
      actions: [{ id: 'account-manager', kind: 'service', goal: 'loyal', label: { en: 'An account manager of its own', 'zh-CN': '专属客户经理' } }],
    },
    {
      id: 'B',
      label: { en: 'Level B', 'zh-CN': 'B 级客户' },
      note: 'Good, with one thing to improve.',
      actions: [{ id: 'raise', kind: 'plan', goal: 'profit', label: { en: 'Plan how it becomes A', 'zh-CN': '制定升级计划' }, data: { reviewAfterDays: 90 } }],
    },
    {
      id: 'C',
      label: { en: 'Level C', 'zh-CN': 'C 级客户' },
      note: 'In the middle.',
      actions: [{ id: 'regular-visit', kind: 'visit', goal: 'retain', label: { en: 'Regular visits', 'zh-CN': '定期拜访' }, data: { everyDays: 60 } }],
    },
    {
      id: 'D',
      label: { en: 'Level D', 'zh-CN': 'D 级客户' },
      note: 'Far from the best customers.',
      actions: [{ id: 'standard', kind: 'service', goal: 'profit', label: { en: 'Standard service at low cost', 'zh-CN': '低成本标准服务' } }],
    },
  ],
});
