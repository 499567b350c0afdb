import { bandPolicy } from './band-policy.js';

/**
 * Sets what a customer earns us against how long it stays: true friends, butterflies, barnacles and strangers.
 *
 * It needs sales with their `cost`, `costs` of serving, and `customer.since`. The parameters are ours: `profitFrom`, in major units, over the
 * window, and `longFromDays`. The matrix is that of W. Reinartz and V. Kumar (Harvard Business Review, 2002).
 *
 * @example
 * import { createClassifier } from 'clientele';
 * import { profitDuration } from 'clientele/presets';
 * const kindOf = (marginAfterCosts: number, tenureDays: number) =>
 *   createClassifier(profitDuration).assign({ customer: { id: 'a' }, facts: { marginAfterCosts, tenureDays } }, { asOf: '2026-06-30' });
 * kindOf(5000, 1500); // => 'true-friend'
 * kindOf(5000, 90); // => 'butterfly'
 */
export const profitDuration = bandPolicy({
  id: 'profit-duration',
  label: { en: 'Profit against duration', 'zh-CN': '利润与关系时长' },
  note: 'Profit after the costs of serving, over twelve months, against the days since the relation began.',
  window: { last: 'P12M' },
  parameters: { profitFrom: 1000, longFromDays: 730 },
  score: {
    scorer: 'matrix',
    label: { en: 'Class', 'zh-CN': '客户类别' },
    rows: { of: 'marginAfterCosts', cut: { fixed: [{ var: 'parameters.profitFrom' }] } },
    columns: { of: 'tenureDays', cut: { fixed: [{ var: 'parameters.longFromDays' }] } },
    cells: [['stranger', 'barnacle'], ['butterfly', 'true-friend']],
    bandLabels: { 'true-friend': { en: 'true friend', 'zh-CN': '挚友' }, butterfly: { en: 'butterfly', 'zh-CN': '蝴蝶' }, barnacle: { en: 'barnacle', 'zh-CN': '藤壶' }, stranger: { en: 'stranger', 'zh-CN': '陌生人' } },
  },
  isRanked: true,
  classes: [
    {
      id: 'true-friend',
      label: { en: 'True friends', 'zh-CN': '挚友型客户' },
      note: 'Earns much and has stayed long.',
      actions: [{ id: 'care', kind: 'service', goal: 'loyal', label: { en: 'Care for the relation, do not oversell', 'zh-CN': '用心维系，避免过度推销' } }],
    },
    {
      id: 'butterfly',
      label: { en: 'Butterflies', 'zh-CN': '蝴蝶型客户' },
      note: 'Earns much and will fly on.',
      actions: [{ id: 'sell-now', kind: 'offer', goal: 'profit', label: { en: 'Sell while they are here', 'zh-CN': '把握当下成交' } }],
    },
    {
      id: 'barnacle',
      label: { en: 'Barnacles', 'zh-CN': '藤壶型客户' },
      note: 'Has stayed long and earns little.',
      actions: [{ id: 'cost', kind: 'service', goal: 'profit', label: { en: 'Lower the cost to serve', 'zh-CN': '降低服务成本' } }],
    },
    {
      id: 'stranger',
      label: { en: 'Strangers', 'zh-CN': '陌生型客户' },
      note: 'Earns little and is new.',
      actions: [{ id: 'no-cost', kind: 'review', goal: 'profit', label: { en: 'Invest nothing yet', 'zh-CN': '暂不投入' } }],
    },
  ],
});
