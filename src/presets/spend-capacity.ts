import { bandPolicy } from './band-policy.js';

/**
 * Puts the guests of a coffee chain into four classes: what they spend against what they could spend.
 *
 * It needs transactions of twelve months and the attribute `capacity`, `low` or `high`, from what the host knows or estimates. The parameter
 * `spendFrom` is the spending, in major units, from which a guest spends much; 1,000 is ours.
 *
 * @example
 * import { createClassifier } from 'clientele';
 * import { spendCapacity } from 'clientele/presets';
 * const guest = { customer: { id: 'a', attributes: { capacity: 'high' } }, facts: { netSpend: 240 } };
 * createClassifier(spendCapacity).assign(guest, { asOf: '2026-06-30' }); // => 'willing'
 */
export const spendCapacity = bandPolicy({
  id: 'spend-capacity',
  label: { en: 'Spending against capacity', 'zh-CN': '消费金额与消费能力' },
  note: 'Spending and capacity as a coffee chain sees its guests: best, regular, willing, uncertain.',
  window: { last: 'P12M' },
  parameters: { spendFrom: 1000 },
  attributes: { capacity: { type: 'enum', values: { low: { en: 'low', 'zh-CN': '低' }, high: { en: 'high', 'zh-CN': '高' } }, label: { en: 'Spending capacity', 'zh-CN': '消费能力' } } },
  score: {
    scorer: 'matrix',
    label: { en: 'Class', 'zh-CN': '客户类别' },
    rows: { of: 'netSpend', cut: { fixed: [{ var: 'parameters.spendFrom' }] } },
    columns: { of: 'customer.attributes.capacity', classes: ['low', 'high'] },
    cells: [['uncertain', 'willing'], ['regular', 'best']],
    bandLabels: { best: { en: 'best', 'zh-CN': '最好' }, regular: { en: 'regular', 'zh-CN': '经常消费' }, willing: { en: 'willing', 'zh-CN': '乐于消费' }, uncertain: { en: 'uncertain', 'zh-CN': '不确定' } },
  },
  isRanked: true,
  classes: [
    {
      id: 'best',
      label: { en: 'Best customers', 'zh-CN': '最好的客户' },
      note: 'Spends much and can spend more.',
      actions: [{ id: 'thank', kind: 'service', goal: 'loyal', label: { en: 'Thank them in person', 'zh-CN': '专人致谢与专属服务' } }],
    },
    {
      id: 'regular',
      label: { en: 'Regular customers', 'zh-CN': '经常消费型客户' },
      note: 'Spends much of what little there is.',
      actions: [{ id: 'points', kind: 'reward', goal: 'retain', label: { en: 'Reward every visit', 'zh-CN': '每次消费积分奖励' } }],
    },
    {
      id: 'willing',
      label: { en: 'Willing to spend', 'zh-CN': '乐于消费人群' },
      note: 'Could spend more and comes seldom.',
      actions: [{ id: 'invite', kind: 'offer', goal: 'profit', label: { en: 'Give a reason to come more often', 'zh-CN': '以新品邀请多来店' } }],
    },
    {
      id: 'uncertain',
      label: { en: 'Uncertain', 'zh-CN': '不确定人群' },
      note: 'Spends little and has little to spend.',
      actions: [{ id: 'newsletter', kind: 'message', goal: 'identify', label: { en: 'Keep in touch at low cost', 'zh-CN': '低成本保持联系' } }],
    },
  ],
});
