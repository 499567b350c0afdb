// Branches added to their head office, two sources joined, and records classified as they arrive.
import { createClassifier, definePolicy, formatIssue, mergeRecords, rollUp, type CustomerRecord } from 'clientele';

const policy = definePolicy({
  schema: 'clientele.policy/1', id: 'chains', version: '1', currency: 'EUR', timeZone: 'Europe/Berlin', window: { last: 'P12M' },
  segments: [{ id: 'key', when: { '>=': [{ var: 'netSpend' }, 5000] } }, { id: 'standard' }],
  ranking: ['key', 'standard'], otherwise: 'standard',
});
const classifier = createClassifier(policy);
const options = { asOf: '2026-06-30' };

// The CRM and the shop both know sale 1 of the southern branch, and disagree about its name.
const crm: CustomerRecord = { customer: { id: 'south', name: 'South', parent: 'head' }, transactions: [{ id: '1', at: '2026-06-01', amount: 1200 }] };
const shop: CustomerRecord = { customer: { id: 'south', name: 'South Ltd', parent: 'head' }, transactions: [{ id: '1', at: '2026-06-01', amount: '1200.00' }, { id: '2', at: '2026-06-05', amount: 900 }] };
const south = mergeRecords(crm, shop);

const { records, orphans, issues } = rollUp([
  { customer: { id: 'head' }, transactions: [{ id: '1', at: '2026-03-01', amount: 2900 }] },
  south.record,
  { customer: { id: 'small' }, transactions: [{ id: '1', at: '2026-05-01', amount: 80 }] },
  { customer: { id: 'lost', parent: 'sold' }, transactions: [], facts: {} },
]);
for (const issue of [...south.issues, ...issues]) console.log(`${issue.pointer}: ${formatIssue(issue)}`);
for (const { customerId, count } of orphans) console.log(`${String(count)} record belongs to ${customerId}, who is not there`);

async function* arriving(): AsyncGenerator<CustomerRecord> {
  for (const record of records) yield await Promise.resolve(record);
}
for await (const { customerId, segment, facts } of classifier.classifyStream(arriving(), options)) console.log(`${customerId}: ${segment}, ${String(facts['netSpend'])} EUR`);
