import { bandPolicy } from './band-policy.js';

/**
 * Tells medical institutions, pharmacies and research institutes apart by `customer.industry`.
 *
 * The words of each class stand in the score: add your own to its `values`.
 *
 * @example
 * import { createClassifier } from 'clientele';
 * import { industry } from 'clientele/presets';
 * createClassifier(industry).assign({ customer: { id: 'a', industry: '高校' } }, { asOf: '2026-06-30' }); // => 'research-institute'
 */
export const industry = bandPolicy({
  id: 'industry',
  label: { en: 'Industry', 'zh-CN': '行业' },
  note: 'By the word that the host has for the industry.',
  score: {
    scorer: 'category',
    label: { en: 'Industry', 'zh-CN': '行业' },
    of: 'customer.industry',
    taxonomy: [
      { id: 'medical-institution', label: { en: 'Medical institution', 'zh-CN': '医疗机构' }, values: ['hospital', 'clinic', '医疗机构', '医院', '诊所'] },
      { id: 'retail-pharmacy', label: { en: 'Pharmacy', 'zh-CN': '药店' }, values: ['pharmacy', '药店', '连锁药店'] },
      { id: 'research-institute', label: { en: 'Research institute', 'zh-CN': '科研机构' }, values: ['research', 'university', '科研机构', '高校'] },
    ],
  },
  isRanked: false,
  classes: [
    {
      id: 'medical-institution',
      label: { en: 'Medical institution', 'zh-CN': '医疗机构' },
      note: 'Hospitals and clinics.',
      actions: [{ id: 'assign', kind: 'assignment', goal: 'identify', label: { en: 'Assign to whoever knows them', 'zh-CN': '分配给对口团队' } }],
    },
    {
      id: 'retail-pharmacy',
      label: { en: 'Pharmacy', 'zh-CN': '药店' },
      note: 'Pharmacies and their chains.',
      actions: [{ id: 'assign', kind: 'assignment', goal: 'identify', label: { en: 'Assign to whoever knows them', 'zh-CN': '分配给对口团队' } }],
    },
    {
      id: 'research-institute',
      label: { en: 'Research institute', 'zh-CN': '科研机构' },
      note: 'Institutes and universities.',
      actions: [{ id: 'assign', kind: 'assignment', goal: 'identify', label: { en: 'Assign to whoever knows them', 'zh-CN': '分配给对口团队' } }],
    },
  ],
});
