// The eight RFM classes in Chinese: ten customers of a tea shop, what each is called, and why.
import { createClassifier, formatExplanation, policyFrom, type CustomerRecord } from 'clientele';
import { zhCN } from 'clientele/locales/zh-CN';
import { rfmEight } from 'clientele/presets';

const asOf = '2026-06-30';
const policy = policyFrom(rfmEight, { id: 'tea-shop', version: '2026.1', parameters: { minimumCustomers: 9 } });

/** Purchases of one amount each, the last one on a day, and one in every so many days before it. */
function customer(id: string, lastDay: string, times: number, everyDays: number, amount: number): CustomerRecord {
  const last = Date.parse(lastDay);
  const transactions = Array.from({ length: times }, (_, i) => ({ at: new Date(last - i * everyDays * 86_400_000).toISOString().slice(0, 10), amount }));
  return { customer: { id }, transactions };
}

const records = [
  customer('陈女士', '2026-06-24', 12, 20, 180),
  customer('林先生', '2026-06-18', 2, 90, 1200),
  customer('吴女士', '2026-01-15', 9, 15, 260),
  customer('赵先生', '2025-12-20', 1, 1, 2600),
  customer('周女士', '2026-06-28', 14, 18, 35),
  customer('孙先生', '2026-06-10', 1, 1, 60),
  customer('郑女士', '2026-01-30', 8, 12, 45),
  customer('王先生', '2025-11-02', 2, 30, 50),
  customer('冯女士', '2026-05-30', 3, 40, 120),
  { customer: { id: '何先生' }, transactions: [] },
];

const calibration = createClassifier(policy).calibrate(records, { asOf });
const classifier = createClassifier(policy, { calibration });
const results = records.map((record) => classifier.classify(record, { asOf }));

/** The Chinese text of a label of the preset. */
const chinese = (label: (typeof policy.segments)[number]['label']): string => (typeof label === 'object' ? (label['zh-CN'] ?? label.en) : (label ?? ''));

for (const { customerId, segment, facts, scores } of results) {
  const { label, actions = [] } = policy.segments.find(({ id }) => id === segment) ?? {};
  const bought = scores.rfm.code === undefined ? '从未购买' : `${String(facts['daysSinceLastPurchase'])} 天前最后一次购买，共 ${String(facts['purchases'])} 次、${String(facts['netSpend'])} 元`;
  console.log(`${customerId}：${chinese(label)}${scores.rfm.code === undefined ? '' : `（${highOrLow(scores.rfm.code)}）`}，${bought}。建议：${actions.map((each) => chinese(each.label)).join('；')}`);
}

/** The code with H for high, which is 2 of 2, and L for low. */
function highOrLow(code: string): string {
  return code.replaceAll('2', 'H').replaceAll('1', 'L');
}

for (const result of results.slice(2, 3)) console.log(`\n${formatExplanation(classifier.explain(result), { locale: zhCN })}`);
