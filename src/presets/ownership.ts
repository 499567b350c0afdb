import { bandPolicy } from './band-policy.js';

/**
 * Tells businesses, individuals and government apart by `customer.kind`.
 *
 * @example
 * import { createClassifier } from 'clientele';
 * import { ownership } from 'clientele/presets';
 * createClassifier(ownership).assign({ customer: { id: 'a', kind: 'government' } }, { asOf: '2026-06-30' }); // => 'public'
 */
export const ownership = bandPolicy({
  id: 'ownership',
  label: { en: 'Ownership', 'zh-CN': '组织归属' },
  note: 'By the kind of customer.',
  score: {
    scorer: 'category',
    label: { en: 'Ownership', 'zh-CN': '组织归属' },
    of: 'customer.kind',
    taxonomy: [
      { id: 'company', label: { en: 'Business', 'zh-CN': '企业' }, values: ['business'] },
      { id: 'individual', label: { en: 'Individual', 'zh-CN': '个人' }, values: ['person'] },
      { id: 'public', label: { en: 'Government', 'zh-CN': '政府' }, values: ['government'] },
    ],
  },
  isRanked: false,
  classes: [
    {
      id: 'company',
      label: { en: 'Business', 'zh-CN': '企业顾客' },
      note: 'A company or another organisation.',
      actions: [{ id: 'assign', kind: 'assignment', goal: 'identify', label: { en: 'Assign to whoever knows them', 'zh-CN': '分配给对口团队' } }],
    },
    {
      id: 'individual',
      label: { en: 'Individual', 'zh-CN': '个人顾客' },
      note: 'A person.',
      actions: [{ id: 'assign', kind: 'assignment', goal: 'identify', label: { en: 'Assign to whoever knows them', 'zh-CN': '分配给对口团队' } }],
    },
    {
      id: 'public',
      label: { en: 'Government', 'zh-CN': '政府顾客' },
      note: 'Government and public bodies.',
      actions: [{ id: 'assign', kind: 'assignment', goal: 'identify', label: { en: 'Assign to whoever knows them', 'zh-CN': '分配给对口团队' } }],
    },
  ],
});
