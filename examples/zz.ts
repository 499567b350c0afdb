import { createClassifier, groupRecords } from 'clientele';
import { pharmaDealer } from 'clientele/presets';
import { tables } from './data/dealers.js';
const asOf='2026-06-30';
const { records, orphans, issues } = groupRecords(tables);
console.log(orphans, issues, records.length);
const cal = createClassifier(pharmaDealer).calibrate(records, { asOf });
console.log(JSON.stringify(cal.scores));
const c = createClassifier(pharmaDealer, { calibration: cal });
for (const r of c.classifyAll(records, { asOf })) {
  const f = r.facts;
  console.log(r.customerId, f.targetCompletion, f.targetCompletionChange, f.onTimePaymentRatio, r.scores.quadrant.band, r.segment, r.status, r.undecided.join(), r.findings.filter(x=>x.code!=='score/not-given').map(x=>x.code).join());
}
