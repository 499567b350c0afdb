import { bandPolicy } from './band-policy.js';

/**
 * Puts customers into the sales regions of China by their province: 华北, 东北, 华东, 华中, 华南, 西南, 西北, and 港澳台.
 *
 * It needs `customer.region.province`, by its short or full name in Chinese (浙江, 浙江省) or its name in English (`Zhejiang`, `zhejiang`). A province that
 * is not known goes to `to-review`, with a finding. The seven regions are those that companies commonly use; there is no official list of them.
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
        label: { en: 'North China', 'zh-CN': '华北' },
        values: ['华北'],
        children: [
          { id: 'beijing', label: { en: 'Beijing', 'zh-CN': '北京' }, values: ['北京', '北京市', 'Beijing'] },
          { id: 'tianjin', label: { en: 'Tianjin', 'zh-CN': '天津' }, values: ['天津', '天津市', 'Tianjin'] },
          { id: 'hebei', label: { en: 'Hebei', 'zh-CN': '河北' }, values: ['河北', '河北省', 'Hebei'] },
          { id: 'shanxi', label: { en: 'Shanxi', 'zh-CN': '山西' }, values: ['山西', '山西省', 'Shanxi'] },
          { id: 'inner-mongolia', label: { en: 'Inner Mongolia', 'zh-CN': '内蒙古' }, values: ['内蒙古', '内蒙古自治区', 'Inner Mongolia'] },
        ],
      },
      {
        id: 'northeast',
        label: { en: 'Northeast China', 'zh-CN': '东北' },
        values: ['东北'],
        children: [
          { id: 'liaoning', label: { en: 'Liaoning', 'zh-CN': '辽宁' }, values: ['辽宁', '辽宁省', 'Liaoning'] },
          { id: 'jilin', label: { en: 'Jilin', 'zh-CN': '吉林' }, values: ['吉林', '吉林省', 'Jilin'] },
          { id: 'heilongjiang', label: { en: 'Heilongjiang', 'zh-CN': '黑龙江' }, values: ['黑龙江', '黑龙江省', 'Heilongjiang'] },
        ],
      },
      {
        id: 'east',
        label: { en: 'East China', 'zh-CN': '华东' },
        values: ['华东'],
        children: [
          { id: 'shanghai', label: { en: 'Shanghai', 'zh-CN': '上海' }, values: ['上海', '上海市', 'Shanghai'] },
          { id: 'jiangsu', label: { en: 'Jiangsu', 'zh-CN': '江苏' }, values: ['江苏', '江苏省', 'Jiangsu'] },
          { id: 'zhejiang', label: { en: 'Zhejiang', 'zh-CN': '浙江' }, values: ['浙江', '浙江省', 'Zhejiang'] },
          { id: 'anhui', label: { en: 'Anhui', 'zh-CN': '安徽' }, values: ['安徽', '安徽省', 'Anhui'] },
          { id: 'fujian', label: { en: 'Fujian', 'zh-CN': '福建' }, values: ['福建', '福建省', 'Fujian'] },
          { id: 'jiangxi', label: { en: 'Jiangxi', 'zh-CN': '江西' }, values: ['江西', '江西省', 'Jiangxi'] },
          { id: 'shandong', label: { en: 'Shandong', 'zh-CN': '山东' }, values: ['山东', '山东省', 'Shandong'] },
        ],
      },
      {
        id: 'central',
        label: { en: 'Central China', 'zh-CN': '华中' },
        values: ['华中'],
        children: [
          { id: 'henan', label: { en: 'Henan', 'zh-CN': '河南' }, values: ['河南', '河南省', 'Henan'] },
          { id: 'hubei', label: { en: 'Hubei', 'zh-CN': '湖北' }, values: ['湖北', '湖北省', 'Hubei'] },
          { id: 'hunan', label: { en: 'Hunan', 'zh-CN': '湖南' }, values: ['湖南', '湖南省', 'Hunan'] },
        ],
      },
      {
        id: 'south',
        label: { en: 'South China', 'zh-CN': '华南' },
        values: ['华南'],
        children: [
          { id: 'guangdong', label: { en: 'Guangdong', 'zh-CN': '广东' }, values: ['广东', '广东省', 'Guangdong'] },
          { id: 'guangxi', label: { en: 'Guangxi', 'zh-CN': '广西' }, values: ['广西', '广西壮族自治区', 'Guangxi'] },
          { id: 'hainan', label: { en: 'Hainan', 'zh-CN': '海南' }, values: ['海南', '海南省', 'Hainan'] },
        ],
      },
      {
        id: 'southwest',
        label: { en: 'Southwest China', 'zh-CN': '西南' },
        values: ['西南'],
        children: [
          { id: 'chongqing', label: { en: 'Chongqing', 'zh-CN': '重庆' }, values: ['重庆', '重庆市', 'Chongqing'] },
          { id: 'sichuan', label: { en: 'Sichuan', 'zh-CN': '四川' }, values: ['四川', '四川省', 'Sichuan'] },
          { id: 'guizhou', label: { en: 'Guizhou', 'zh-CN': '贵州' }, values: ['贵州', '贵州省', 'Guizhou'] },
          { id: 'yunnan', label: { en: 'Yunnan', 'zh-CN': '云南' }, values: ['云南', '云南省', 'Yunnan'] },
          { id: 'tibet', label: { en: 'Tibet', 'zh-CN': '西藏' }, values: ['西藏', '西藏自治区', 'Tibet', 'Xizang'] },
        ],
      },
      {
        id: 'northwest',
        label: { en: 'Northwest China', 'zh-CN': '西北' },
        values: ['西北'],
        children: [
          { id: 'shaanxi', label: { en: 'Shaanxi', 'zh-CN': '陕西' }, values: ['陕西', '陕西省', 'Shaanxi'] },
          { id: 'gansu', label: { en: 'Gansu', 'zh-CN': '甘肃' }, values: ['甘肃', '甘肃省', 'Gansu'] },
          { id: 'qinghai', label: { en: 'Qinghai', 'zh-CN': '青海' }, values: ['青海', '青海省', 'Qinghai'] },
          { id: 'ningxia', label: { en: 'Ningxia', 'zh-CN': '宁夏' }, values: ['宁夏', '宁夏回族自治区', 'Ningxia'] },
          { id: 'xinjiang', label: { en: 'Xinjiang', 'zh-CN': '新疆' }, values: ['新疆', '新疆维吾尔自治区', 'Xinjiang'] },
        ],
      },
      {
        id: 'hong-kong-macao-taiwan',
        label: { en: 'Hong Kong, Macao and Taiwan', 'zh-CN': '港澳台' },
        values: ['港澳台'],
        children: [
          { id: 'hong-kong', label: { en: 'Hong Kong', 'zh-CN': '香港' }, values: ['香港', '香港特别行政区', 'Hong Kong'] },
          { id: 'macao', label: { en: 'Macao', 'zh-CN': '澳门' }, values: ['澳门', '澳门特别行政区', 'Macao', 'Macau'] },
          { id: 'taiwan', label: { en: 'Taiwan', 'zh-CN': '台湾' }, values: ['台湾', '台湾省', 'Taiwan'] },
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
