import { bandPolicy } from './band-policy.js';

/**
 * Grades customers from A1 to C3: how well they fit (A to C) and how much they engage (1 to 3).
 *
 * It needs the facts `fit` and `engagement`, points from 0 to 100, which the host gives. The parameters `middleFrom` and `highFrom`, 40 and 70
 * points, are ours; A1 to C3 is how HubSpot combines its two scores.
 *
 * @example
 * import { createClassifier } from 'clientele';
 * import { fitEngagement } from 'clientele/presets';
 * createClassifier(fitEngagement).assign({ customer: { id: 'a' }, facts: { fit: 80, engagement: 45 } }, { asOf: '2026-06-30' }); // => 'A2'
 */
export const fitEngagement = bandPolicy({
  id: 'fit-engagement',
  label: { en: 'Fit against engagement', 'zh-CN': '匹配度与互动度' },
  note: 'A to C is fit, 1 to 3 is engagement; A1 is the best of both.',
  parameters: { middleFrom: 40, highFrom: 70 },
  facts: {
    fit: { type: 'number', min: 0, max: 100, label: { en: 'Fit', 'zh-CN': '匹配度' } },
    engagement: { type: 'number', min: 0, max: 100, label: { en: 'Engagement', 'zh-CN': '互动度' } },
  },
  score: {
    scorer: 'matrix',
    label: { en: 'Grade', 'zh-CN': '等级' },
    rows: { of: 'fit', cut: { fixed: [{ var: 'parameters.middleFrom' }, { var: 'parameters.highFrom' }] } },
    columns: { of: 'engagement', cut: { fixed: [{ var: 'parameters.middleFrom' }, { var: 'parameters.highFrom' }] } },
    cells: [['C3', 'C2', 'C1'], ['B3', 'B2', 'B1'], ['A3', 'A2', 'A1']],
  },
  isRanked: true,
  classes: [
    {
      id: 'A1',
      label: { en: 'A1', 'zh-CN': 'A1 级' },
      note: 'Fit is good, engagement is high.',
      actions: [{ id: 'call', kind: 'call', goal: 'acquire', label: { en: 'Call today', 'zh-CN': '当天致电' } }],
    },
    {
      id: 'A2',
      label: { en: 'A2', 'zh-CN': 'A2 级' },
      note: 'Fit is good, engagement is some.',
      actions: [{ id: 'invite', kind: 'message', goal: 'acquire', label: { en: 'Invite to a talk', 'zh-CN': '邀请面谈' } }],
    },
    {
      id: 'A3',
      label: { en: 'A3', 'zh-CN': 'A3 级' },
      note: 'Fit is good, engagement is low.',
      actions: [{ id: 'wake', kind: 'message', goal: 'identify', label: { en: 'Wake their interest', 'zh-CN': '唤起兴趣' } }],
    },
    {
      id: 'B1',
      label: { en: 'B1', 'zh-CN': 'B1 级' },
      note: 'Fit is fair, engagement is high.',
      actions: [{ id: 'demo', kind: 'offer', goal: 'acquire', label: { en: 'Show the product', 'zh-CN': '产品演示' } }],
    },
    {
      id: 'B2',
      label: { en: 'B2', 'zh-CN': 'B2 级' },
      note: 'Fit is fair, engagement is some.',
      actions: [{ id: 'nurture', kind: 'message', goal: 'acquire', label: { en: 'Send what fits', 'zh-CN': '推送相关内容' } }],
    },
    {
      id: 'B3',
      label: { en: 'B3', 'zh-CN': 'B3 级' },
      note: 'Fit is fair, engagement is low.',
      actions: [{ id: 'nurture', kind: 'message', goal: 'identify', label: { en: 'Send now and then', 'zh-CN': '定期推送' } }],
    },
    {
      id: 'C1',
      label: { en: 'C1', 'zh-CN': 'C1 级' },
      note: 'Fit is poor, engagement is high.',
      actions: [{ id: 'self-service', kind: 'service', goal: 'profit', label: { en: 'Point to self-service', 'zh-CN': '引导自助服务' } }],
    },
    {
      id: 'C2',
      label: { en: 'C2', 'zh-CN': 'C2 级' },
      note: 'Fit is poor, engagement is some.',
      actions: [{ id: 'newsletter', kind: 'message', goal: 'profit', label: { en: 'Newsletter only', 'zh-CN': '仅发送资讯' } }],
    },
    {
      id: 'C3',
      label: { en: 'C3', 'zh-CN': 'C3 级' },
      note: 'Fit is poor, engagement is low.',
      actions: [{ id: 'leave', kind: 'review', goal: 'profit', label: { en: 'Leave in peace', 'zh-CN': '暂不跟进' } }],
    },
  ],
});
