// The same dealers as in 02, graded A to D by points: quadrant, payment and ratings as one score, with lines of this company's own.
import { createClassifier, formatExplanation, groupRecords, policyFrom, type Contribution } from 'clientele';
import { zhCN } from 'clientele/locales/zh-CN';
import { dealerScorecard } from 'clientele/presets';
import { tables } from './data/dealers.js';

const asOf = '2026-06-30';
// The preset with figures of this company: it is stricter about payment.
const policy = policyFrom(dealerScorecard, { id: 'dealers', version: '2026.1', parameters: { onTime: 0.9 } });
const { records } = groupRecords(tables);
const calibration = createClassifier(policy).calibrate(records, { asOf });
const classifier = createClassifier(policy, { calibration });
const results = [...classifier.classifyAll(records, { asOf })];

const names = new Map(records.map(({ customer }) => [customer.id, customer.name ?? '']));
const row = ({ customerId, segment, scores: { dealer } }: (typeof results)[number]): readonly string[] => [
  customerId, names.get(customerId) ?? '', pointsOf(dealer.contributions, 'scores.quadrant.band'), pointsOf(dealer.contributions, 'scores.payment.value'),
  pointsOf(dealer.contributions, 'scores.ratings.value'), dealer.value === null ? '-' : dealer.value.toFixed(2), segment,
];

console.log(`${results.length} dealers, graded by ${policy.id} ${policy.version}`);
printTable(['dealer', 'name', 'quadrant', 'payment', 'ratings', 'points', 'segment'], results.map(row));

// D23 has an override to a class of the other policy: it is not applied, and a finding says so.
// Why: an A, one that sells as well and pays late, one that nobody may judge without its payments, and a dog that is good in all else.
for (const id of ['D01', 'D03', 'D06', 'D15']) {
  const place = results.findIndex(({ customerId }) => customerId === id);
  const [result, record] = [results[place], records[place]];
  if (result === undefined || record === undefined) continue;
  const why = classifier.explain(result, { record });
  console.log(`\n${'-'.repeat(80)}\n${names.get(id) ?? ''}\n${formatExplanation(why)}\n\n${formatExplanation(why, { locale: zhCN })}`);
}

/** The points of one part, with what it got of the weight of parts that are missing. */
function pointsOf(lines: readonly Contribution[] | undefined, part: string): string {
  const own = (lines ?? []).filter(({ id, kind }) => id === part && kind !== 'missing');
  return own.length === 0 ? '-' : own.reduce((sum, { points }) => sum + points, 0).toFixed(1);
}

/** Prints columns; a Chinese character is as wide as two letters. */
function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const width = (text: string): number => text.length + (text.match(/\p{Script=Han}/gu) ?? []).length;
  const widths = head.map((title, column) => Math.max(...[title, ...rows.map((cells) => cells[column] ?? '')].map(width)));
  const line = (cells: readonly string[]): string => cells.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell))).join('  ').trimEnd();
  for (const cells of [head, widths.map((dashes) => '-'.repeat(dashes)), ...rows]) console.log(line(cells));
}
