// Classifies the customers of any CSV file of transactions: npx tsx examples/03-transactions-csv.ts FILE --customer COLUMN --date COLUMN --amount COLUMN
// run: examples/data/transactions.csv --customer customer --date date --amount amount --id order --currency EUR --time-zone Europe/Paris
// run cdnow: ../shared/data/cdnow/cdnow_master.csv.gz
// run online-retail: ../shared/data/online-retail-sample/online_retail_sample.csv.gz --customer CustomerID --date InvoiceDate --amount UnitPrice --quantity Quantity --id InvoiceNo --currency GBP --time-zone Europe/London
// run rfm-r: ../shared/data/rfm-r/rfm_data_orders.csv --date order_date --amount revenue --preset rfm
import { parseArgs } from 'node:util';
import { createClassifier, formatExplanation, policyFrom, type Policy } from 'clientele';
import { retail, rfm, rfmEight } from 'clientele/presets';
import { readTransactions, recordsOf } from './read-transactions.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'customer': { type: 'string', default: 'customer_id' },
    'date': { type: 'string', default: 'date' },
    'amount': { type: 'string', default: 'amount' },
    'quantity': { type: 'string' }, // if the amount is the price of one
    'id': { type: 'string' }, // if a transaction has several rows
    'currency': { type: 'string', default: 'USD' },
    'time-zone': { type: 'string', default: 'UTC' }, // of dates with a time
    'as-of': { type: 'string' }, // if not the last day of the file
    'preset': { type: 'string', default: 'retail' }, // or rfm, or rfm-eight
  },
});
const { customer, date, amount, quantity, id, currency } = values;

/** The presets to choose from, each with the segments of which the top customer is explained. */
const presets: readonly { readonly preset: Policy; readonly explained: readonly string[] }[] = [
  { preset: retail, explained: ['champions', 'win-back', 'lapsed'] },
  { preset: rfm, explained: ['champions', 'at-risk', 'lost'] },
  { preset: rfmEight, explained: ['important-value', 'important-retain', 'general-retain'] },
];

async function main(file: string): Promise<void> {
  // 1. Read.
  const read = await readTransactions(file, { customer, date, amount, quantity, id }, (rows) => progress('rows read', rows));
  const asOf = values['as-of'] ?? read.lastDay;
  console.log(`${count(read.rows)} rows, ${count(read.customers.size)} customers, as of ${asOf}`);
  for (const [problem, { rows, firstLine }] of read.badRows) console.log(`rows left out: ${count(rows)}, ${problem} (the first is line ${firstLine})`);

  // 2. Draw the dividing lines once over all customers. You would keep the calibration, as JSON, until you want to draw them anew.
  const chosen = presets.find(({ preset }) => preset.id === values.preset);
  if (chosen === undefined) throw new Error(`there is no preset \`${values.preset}\`: use one of ${presets.map(({ preset }) => preset.id).join(', ')}`);
  const policy = policyFrom(chosen.preset, { id: 'csv', version: '1', currency, timeZone: values['time-zone'] });
  const calibration = createClassifier(policy).calibrate(recordsOf(read, currency), { asOf });
  const classifier = createClassifier(policy, { calibration });

  // 3. Classify one customer at a time, and keep what you need: here sums, and the customer of each segment who spends most.
  type Result = ReturnType<typeof classifier.classify>;
  const segments = new Map<string, { customers: number; spend: number; top: Result }>();
  const findings = new Map<string, number>();
  const spendOf = ({ facts }: Result): number => Number(facts['netSpend'] ?? 0);
  for (const result of classifier.classifyAll(recordsOf(read, currency), { asOf, onProgress: (done) => progress('customers classified', done) })) {
    const { customers, spend, top } = segments.get(result.segment) ?? { customers: 0, spend: 0, top: result };
    segments.set(result.segment, { customers: customers + 1, spend: spend + spendOf(result), top: spendOf(result) > spendOf(top) ? result : top });
    for (const { code } of result.findings) findings.set(code, (findings.get(code) ?? 0) + 1);
  }
  process.stderr.write('\n');

  // 4. Sum up, best segment first.
  const ids = [...(policy.ranking ?? []), ...policy.segments.map((segment) => segment.id)].filter((segment, i, all) => all.indexOf(segment) === i);
  const found = ids.flatMap((segment) => segments.get(segment) ?? []);
  const allSpend = found.reduce((sum, { spend }) => sum + spend, 0);
  console.log(`\n${'segment'.padEnd(18)}${'customers'.padStart(12)}${'share'.padStart(9)}${`spend, ${currency}`.padStart(17)}${'share'.padStart(9)}`);
  for (const { customers, spend, top } of found) {
    console.log(`${top.segment.padEnd(18)}${count(customers).padStart(12)}${percent(customers, read.customers.size).padStart(9)}${count(spend, 2).padStart(17)}${percent(spend, allSpend).padStart(9)}`);
  }
  for (const [code, customers] of findings) console.log(`finding ${code}: ${count(customers)}`);

  // 5. Explain: the top customer of three segments.
  for (const segment of chosen.explained) {
    const top = segments.get(segment)?.top;
    if (top !== undefined) console.log(`\n--- ${top.customerId}\n${formatExplanation(classifier.explain(top))}`);
  }
}

function progress(what: string, done: number): void {
  if (done % 5000 === 0) process.stderr.write(`\r${count(done)} ${what}   `);
}

function count(value: number, digits = 0): string {
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}

const [file] = positionals;
try {
  if (file === undefined) throw new Error('which file? Give its path first, then options such as --customer customer_id --date date --amount amount');
  await main(file);
} catch (error) {
  // Mistakes of options, columns and policies: one line each, and what to do about it.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
