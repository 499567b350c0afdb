import { bandPolicy } from './band-policy.js';

/**
 * Tells hospitals, clinics and pharmacies apart by `customer.type`.
 *
 * The words of each class stand in the score: add your own to its `values`.
 *
 * @example
 * import { createClassifier } from 'clientele';
 * import { customerType } from 'clientele/presets';
 * createClassifier(customerType).assign({ customer: { id: 'a', type: '药房' } }, { asOf: '2026-06-30' }); // => 'pharmacy'
 */
export const customerType = bandPolicy({
  id: 'customer-type',
  label: { en: 'Type of customer', 'zh-CN': '客户类型' },
  note: 'By the word that the host has for the type.',
  score: {
    scorer: 'category',
    label: { en: 'Type', 'zh-CN': '客户类型' },
    of: 'customer.type',
    taxonomy: [
      { id: 'hospital', label: { en: 'Hospital', 'zh-CN': '医院' }, values: ['医院', '综合医院', '专科医院'] },
      { id: 'clinic', label: { en: 'Clinic', 'zh-CN': '诊所' }, values: ['诊所', '门诊部', '卫生室'] },
      { id: 'pharmacy', label: { en: 'Pharmacy', 'zh-CN': '药店' }, values: ['药店', '药房', '连锁药店'] },
    ],
  },
  isRanked: false,
  classes: [
    {
      id: 'hospital',
      label: { en: 'Hospital', 'zh-CN': '医院客户' },
      note: 'Buys by tender and by department.',
      actions: [{ id: 'academic', kind: 'visit', goal: 'retain', label: { en: 'Academic visits', 'zh-CN': '学术拜访' } }],
    },
    {
      id: 'clinic',
      label: { en: 'Clinic', 'zh-CN': '诊所客户' },
      note: 'Buys little and often.',
      actions: [{ id: 'delivery', kind: 'service', goal: 'retain', label: { en: 'Small, fast deliveries', 'zh-CN': '小批量快速配送' } }],
    },
    {
      id: 'pharmacy',
      label: { en: 'Pharmacy', 'zh-CN': '药店客户' },
      note: 'Buys for the shelf.',
      actions: [{ id: 'shelf', kind: 'support', goal: 'profit', label: { en: 'Support at the shelf', 'zh-CN': '陈列与店员培训' } }],
    },
  ],
});
