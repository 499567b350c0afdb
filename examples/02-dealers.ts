// The dealers of a medicine maker as of the end of a quarter: `npm run demo`.
import { createClassifier, formatExplanation, groupRecords, type Classification, type Text } from 'clientele';
import { zhCN } from 'clientele/locales/zh-CN';
import { pharmaDealer } from 'clientele/presets';
import { tables } from './data/dealers.js';

const asOf = '2026-06-30';

// Rows of tables become one record for each customer. What belongs to nobody would be told here.
const { records, orphans, issues } = groupRecords(tables);
console.log(`${records.length} dealers, ${orphans.length} rows without a dealer, ${issues.length} issues`);

// The quadrant ranks the dealers, so its lines are drawn over all of them, once: the calibration is JSON and is kept for the quarter.
const calibration = createClassifier(pharmaDealer).calibrate(records, { asOf });
const classifier = createClassifier(pharmaDealer, { calibration });
const results = [...classifier.classifyAll(records, { asOf })];

const labels = new Map(pharmaDealer.segments.map(({ id, label }) => [id, label]));
const say = (label: Text | undefined, language: 'en' | 'zh-CN'): string => (typeof label === 'object' ? (label[language] ?? label.en) : (label ?? ''));
const names = new Map(records.map(({ customer }) => [customer.id, customer.name ?? '']));

printTable(
  ['dealer', 'name', 'plan', 'change', 'on time', 'quadrant', 'segment', '分级', 'status'],
  results.map(({ customerId, facts, scores, segment, status }) => [
    customerId,
    names.get(customerId) ?? '',
    percent(facts['targetCompletion']),
    points(facts['targetCompletionChange']),
    percent(facts['onTimePaymentRatio']),
    scores.quadrant.band ?? '-',
    say(labels.get(segment), 'en'),
    say(labels.get(segment), 'zh-CN'),
    status,
  ]),
);

// Why: a key account, a star that pays late, one that a person should look at, one that nobody may drop for want of a rating, an override.
for (const id of ['D01', 'D03', 'D06', 'D14', 'D16', 'D23']) {
  const place = results.findIndex(({ customerId }) => customerId === id);
  const [result, record] = [results[place], records[place]];
  if (result === undefined || record === undefined) continue;
  // With the record, what would change the class is told too.
  const why = classifier.explain(result, { record });
  console.log(`\n${'-'.repeat(80)}\n${names.get(id) ?? ''}\n${formatExplanation(why)}\n\n${formatExplanation(why, { locale: zhCN })}`);
}

const actions = pharmaDealer.segments.find(({ id }) => id === 'secure-payment')?.actions ?? [];
console.log(`\n${'-'.repeat(80)}\nWhat to do with those who sell well and pay late:`);
for (const { label } of actions) console.log(`- ${say(label, 'en')} / ${say(label, 'zh-CN')}`);

function percent(value: Classification['facts'][string] | undefined): string {
  return typeof value === 'number' ? `${(value * 100).toFixed(1)}%` : '-';
}

function points(value: Classification['facts'][string] | undefined): string {
  return typeof value === 'number' ? `${value < 0 ? '' : '+'}${(value * 100).toFixed(1)}` : '-';
}

/** Prints columns; a Chinese character is as wide as two letters. */
function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const width = (text: string): number => text.length + (text.match(/\p{Script=Han}/gu) ?? []).length;
  const widths = head.map((title, column) => Math.max(...[title, ...rows.map((row) => row[column] ?? '')].map(width)));
  const line = (cells: readonly string[]): string => cells.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell))).join('  ').trimEnd();
  for (const cells of [head, widths.map((dashes) => '-'.repeat(dashes)), ...rows]) console.log(line(cells));
}
