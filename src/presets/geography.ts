import { bandPolicy } from './band-policy.js';

/**
 * Puts customers into the sales regions of China by their province: 华北, 东北, 华东, 华中, 华南, 西南, 西北, and 港澳台.
 *
 * It needs `customer.region.province`, in Chinese with or without 省 and 市, or in pinyin in small letters such as `shaanxi`. A province that is not
 * known goes to `to-review`, with a finding. The seven regions are those that companies commonly use; there is no official list of them.
 *
 * @example
 * import { createClassifier } from 'clientele';
 * import { geography } from 'clientele/presets';
 * createClassifier(geography).assign({ customer: { id: 'a', region: { province: '浙江省' } } }, { asOf: '2026-06-30' }); // => 'east'
 */
export const geography = bandPolicy({
  id: 'geography',
  label: { en: 'Sales regions of China', 'zh-CN': '中国销售大区' },
  note: 'A tree of regions and provinces; a region holds its provinces.',
  score: {
    scorer: 'category',
    label: { en: 'Sales region', 'zh-CN': '销售大区' },
    of: 'customer.region.province',
    taxonomy: [
      {
        id: 'north',
        values: ['华北'],
        children: [
          { id: 'beijing', values: ['北京', '北京市'] },
          { id: 'tianjin', values: ['天津', '天津市'] },
          { id: 'hebei', values: ['河北', '河北省'] },
          { id: 'shanxi', values: ['山西', '山西省'] },
          { id: 'inner-mongolia', values: ['内蒙古', '内蒙古自治区'] },
        ],
      },
      {
        id: 'northeast',
        values: ['东北'],
        children: [
          { id: 'liaoning', values: ['辽宁', '辽宁省'] },
          { id: 'jilin', values: ['吉林', '吉林省'] },
          { id: 'heilongjiang', values: ['黑龙江', '黑龙江省'] },
        ],
      },
      {
        id: 'east',
        values: ['华东'],
        children: [
          { id: 'shanghai', values: ['上海', '上海市'] },
          { id: 'jiangsu', values: ['江苏', '江苏省'] },
          { id: 'zhejiang', values: ['浙江', '浙江省'] },
          { id: 'anhui', values: ['安徽', '安徽省'] },
          { id: 'fujian', values: ['福建', '福建省'] },
          { id: 'jiangxi', values: ['江西', '江西省'] },
          { id: 'shandong', values: ['山东', '山东省'] },
        ],
      },
      {
        id: 'central',
        values: ['华中'],
        children: [
          { id: 'henan', values: ['河南', '河南省'] },
          { id: 'hubei', values: ['湖北', '湖北省'] },
          { id: 'hunan', values: ['湖南', '湖南省'] },
        ],
      },
      {
        id: 'south',
        values: ['华南'],
        children: [
          { id: 'guangdong', values: ['广东', '广东省'] },
          { id: 'guangxi', values: ['广西', '广西壮族自治区'] },
          { id: 'hainan', values: ['海南', '海南省'] },
        ],
      },
      {
        id: 'southwest',
        values: ['西南'],
        children: [
          { id: 'chongqing', values: ['重庆', '重庆市'] },
          { id: 'sichuan', values: ['四川', '四川省'] },
          { id: 'guizhou', values: ['贵州', '贵州省'] },
          { id: 'yunnan', values: ['云南', '云南省'] },
          { id: 'tibet', values: ['西藏', '西藏自治区'] },
        ],
      },
      {
        id: 'northwest',
        values: ['西北'],
        children: [
          { id: 'shaanxi', values: ['陕西', '陕西省'] },
          { id: 'gansu', values: ['甘肃', '甘肃省'] },
          { id: 'qinghai', values: ['青海', '青海省'] },
          { id: 'ningxia', values: ['宁夏', '宁夏回族自治区'] },
          { id: 'xinjiang', values: ['新疆', '新疆维吾尔自治区'] },
        ],
      },
      {
        id: 'hong-kong-macao-taiwan',
        values: ['港澳台'],
        children: [
          { id: 'hong-kong', values: ['香港'] },
          { id: 'macao', values: ['澳门'] },
          { id: 'taiwan', values: ['台湾'] },
        ],
      },
    ],
  },
  isRanked: false,
  classes: [
    {
      id: 'north',
      label: { en: 'North China', 'zh-CN': '华北区' },
      note: 'Its province lies in North China.',
      when: { within: [{ var: 'scores.class.band' }, 'north'] },
      actions: [{ id: 'assign', kind: 'assignment', goal: 'identify', label: { en: 'Assign to the team of the region', 'zh-CN': '分配给该大区团队' } }],
    },
    {
      id: 'northeast',
      label: { en: 'Northeast China', 'zh-CN': '东北区' },
      note: 'Its province lies in Northeast China.',
      when: { within: [{ var: 'scores.class.band' }, 'northeast'] },
      actions: [{ id: 'assign', kind: 'assignment', goal: 'identify', label: { en: 'Assign to the team of the region', 'zh-CN': '分配给该大区团队' } }],
    },
    {
      id: 'east',
      label: { en: 'East China', 'zh-CN': '华东区' },
      note: 'Its province lies in East China.',
      when: { within: [{ var: 'scores.class.band' }, 'east'] },
      actions: [{ id: 'assign', kind: 'assignment', goal: 'identify', label: { en: 'Assign to the team of the region', 'zh-CN': '分配给该大区团队' } }],
    },
    {
      id: 'central',
      label: { en: 'Central China', 'zh-CN': '华中区' },
      note: 'Its province lies in Central China.',
      when: { within: [{ var: 'scores.class.band' }, 'central'] },
      actions: [{ id: 'assign', kind: 'assignment', goal: 'identify', label: { en: 'Assign to the team of the region', 'zh-CN': '分配给该大区团队' } }],
    },
    {
      id: 'south',
      label: { en: 'South China', 'zh-CN': '华南区' },
      note: 'Its province lies in South China.',
      when: { within: [{ var: 'scores.class.band' }, 'south'] },
      actions: [{ id: 'assign', kind: 'assignment', goal: 'identify', label: { en: 'Assign to the team of the region', 'zh-CN': '分配给该大区团队' } }],
    },
    {
      id: 'southwest',
      label: { en: 'Southwest China', 'zh-CN': '西南区' },
      note: 'Its province lies in Southwest China.',
      when: { within: [{ var: 'scores.class.band' }, 'southwest'] },
      actions: [{ id: 'assign', kind: 'assignment', goal: 'identify', label: { en: 'Assign to the team of the region', 'zh-CN': '分配给该大区团队' } }],
    },
    {
      id: 'northwest',
      label: { en: 'Northwest China', 'zh-CN': '西北区' },
      note: 'Its province lies in Northwest China.',
      when: { within: [{ var: 'scores.class.band' }, 'northwest'] },
      actions: [{ id: 'assign', kind: 'assignment', goal: 'identify', label: { en: 'Assign to the team of the region', 'zh-CN': '分配给该大区团队' } }],
    },
    {
      id: 'hong-kong-macao-taiwan',
      label: { en: 'Hong Kong, Macao and Taiwan', 'zh-CN': '港澳台' },
      note: 'Its province lies in Hong Kong, Macao and Taiwan.',
      when: { within: [{ var: 'scores.class.band' }, 'hong-kong-macao-taiwan'] },
      actions: [{ id: 'assign', kind: 'assignment', goal: 'identify', label: { en: 'Assign to the team of the region', 'zh-CN': '分配给该大区团队' } }],
    },
  ],
});
