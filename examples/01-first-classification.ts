// A first classification: who is gold, and why.
import { createClassifier, definePolicy, formatExplanation } from 'clientele';

const policy = definePolicy({
  schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'EUR', timeZone: 'Europe/Berlin', window: { last: 'P12M' },
  segments: [{ id: 'gold', label: 'Gold', when: { '>=': [{ var: 'netSpend' }, 5000] } }, { id: 'standard', label: 'Standard' }],
  ranking: ['gold', 'standard'], otherwise: 'standard',
});
const classifier = createClassifier(policy);
const customer = { customer: { id: 'C-1' }, transactions: [{ at: '2026-02-03', amount: '3200.00' }, { at: '2026-06-20', amount: '1799.99' }] };
const result = classifier.classify(customer, { asOf: '2026-06-30' });
console.log(result.segment);
console.log(formatExplanation(classifier.explain(result)));
