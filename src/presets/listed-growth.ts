import { bandPolicy } from './band-policy.js';

/**
 * Finds the hospitals and pharmacies that have listed a product and do not order more of it: easy to get in, hard to grow.
 *
 * It needs transactions of the whole life, of the product in question where there are several, and for the volume the fact `potentialSpend`: what the
 * customer spends on such goods with everybody, in twelve months. All parameters are ours: `startingDays` after the first order a customer is still
 * starting; from `volumeFrom` of its potential there is volume; growing is a trend, over six months, of at least `growingFrom` of an average month each
 * month; without an order for `stoppedDays` it has stopped.
 *
 * @example
 * import { createClassifier } from 'clientele';
 * import { listedGrowth } from 'clientele/presets';
 * const stageOf = (shareOfWallet: number, spendTrend: number) => createClassifier(listedGrowth).assign(
 *   { customer: { id: 'a' }, facts: { lifetimePurchases: 9, daysSinceFirstPurchase: 400, daysSinceLastPurchase: 20, shareOfWallet, spendTrend } }, { asOf: '2026-06-30' });
 * stageOf(0.1, 0.01); // => 'flat'
 * stageOf(0.1, 0.08); // => 'growing'
 * stageOf(0.6, 0); // => 'at-volume'
 */
export const listedGrowth = bandPolicy({
  id: 'listed-growth',
  label: { en: 'Listed, and growing or flat', 'zh-CN': '准入与上量' },
  note: 'A first order is no volume: whoever has listed the product long ago, and neither grows nor buys much of what it could, is flat.',
  window: { last: 'P12M' },
  parameters: { startingDays: 180, volumeFrom: 0.5, growingFrom: 0.05, stoppedDays: 180 },
  score: {
    scorer: 'lifecycle-stage',
    label: { en: 'Stage', 'zh-CN': '阶段' },
    mode: 'first',
    stages: [
      { id: 'not-listed', when: { '==': [{ var: 'lifetimePurchases' }, 0] } },
      { id: 'stopped', when: { '>=': [{ var: 'daysSinceLastPurchase' }, { var: 'parameters.stoppedDays' }] } },
      { id: 'starting', when: { '<': [{ var: 'daysSinceFirstPurchase' }, { var: 'parameters.startingDays' }] } },
      { id: 'at-volume', when: { '>=': [{ var: 'shareOfWallet' }, { var: 'parameters.volumeFrom' }] } },
      { id: 'growing', when: { '>=': [{ var: 'spendTrend' }, { var: 'parameters.growingFrom' }] } },
      { id: 'flat', when: { '<': [{ var: 'spendTrend' }, { var: 'parameters.growingFrom' }] } },
    ],
  },
  isRanked: true,
  classes: [
    {
      id: 'at-volume',
      label: { en: 'At volume', 'zh-CN': '已上量' },
      note: 'Buys much of what it could.',
      actions: [{ id: 'secure', kind: 'agreement', goal: 'retain', label: { en: 'Agree on the year', 'zh-CN': '签订年度协议' } }],
    },
    {
      id: 'growing',
      label: { en: 'Growing', 'zh-CN': '上量中' },
      note: 'Buys more each month.',
      actions: [{ id: 'support', kind: 'support', goal: 'profit', label: { en: 'Keep up what works', 'zh-CN': '延续有效的推广' } }],
    },
    {
      id: 'starting',
      label: { en: 'Starting', 'zh-CN': '刚准入' },
      note: 'Listed a short time ago: too early to judge.',
      actions: [{ id: 'launch', kind: 'visit', goal: 'acquire', label: { en: 'Introduce it to every department', 'zh-CN': '向各科室介绍产品' }, data: { everyDays: 14 } }],
    },
    {
      id: 'flat',
      label: { en: 'Listed but flat', 'zh-CN': '准入未上量' },
      note: 'Listed long ago, and neither grows nor buys much of what it could.',
      actions: [{ id: 'find-out', kind: 'visit', goal: 'profit', label: { en: 'Find out what holds it back', 'zh-CN': '走访查明未上量原因' }, data: { withinDays: 30 } }],
    },
    {
      id: 'stopped',
      label: { en: 'Stopped', 'zh-CN': '已停购' },
      note: 'Has listed it, and orders it no more.',
      actions: [{ id: 'relist', kind: 'call', goal: 'retain', label: { en: 'Ask why it stopped', 'zh-CN': '了解停购原因' } }],
    },
    {
      id: 'not-listed',
      label: { en: 'Not listed', 'zh-CN': '未准入' },
      note: 'Has never ordered.',
      actions: [{ id: 'listing', kind: 'plan', goal: 'acquire', label: { en: 'Prepare the listing', 'zh-CN': '准备准入申请' } }],
    },
  ],
});
