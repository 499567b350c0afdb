// What the bench explains and calibrates: customers with 200 sales each, and a population with given facts.
import { createClassifier, definePolicy, parsePolicy, type CustomerRecord } from 'clientele';
import { randomOf } from './customers.js';

export const RECORDS_AS_OF = { asOf: '2026-06-30' } as const;
const SALES = 200;
const LAST_DAY = Date.UTC(2026, 5, 30) / 86_400_000;

const v = (path: string) => ({ var: path });

/** Twelve rules over facts that are counted from events. */
const twelve = parsePolicy({
  schema: 'clientele.policy/1', id: 'twelve', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai', window: { last: 'P12M' },
  segments: [
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((step) => ({
      id: `s${step}`,
      when: { and: [{ '>=': [v('netSpend'), 42_000 - step * 1_500] }, { '>=': [v('purchases'), 60 - step * 4] }, { '<=': [v('daysSinceLastPurchase'), 10 * step] }, { or: [{ '>=': [v('meanOrderValue'), 480] }, { '>=': [v('activeMonths'), 11 - Math.min(step, 8)] }] }] },
    })),
    { id: 's12', when: { '>': [v('daysSinceLastPurchase'), 200] } },
    { id: 'rest' },
  ],
  ranking: [...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((step) => `s${step}`), 'rest', 's12'], otherwise: 'rest',
});

export const twelveRules = createClassifier(twelve);

/** Customers of whom each has bought 200 times within four years. */
export function customersWithSales(count: number): readonly CustomerRecord[] {
  const random = randomOf(11);
  return Array.from({ length: count }, (_, index) => ({
    customer: { id: `C-${index}` },
    transactions: Array.from({ length: SALES }, (__, sale) => ({
      id: `T-${index}-${sale}`,
      at: new Date((LAST_DAY - Math.floor(random() * 1_460)) * 86_400_000).toISOString().slice(0, 10),
      amount: `${10 + Math.floor(random() * 900)}.${String(Math.floor(random() * 100)).padStart(2, '0')}`,
    })),
  }));
}

/** RFM and ABC over given facts. */
export const rfmAndAbc = createClassifier(definePolicy({
  schema: 'clientele.policy/1', id: 'fits', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai',
  scores: { rfm: { scorer: 'rfm' }, abc: { scorer: 'abc', of: 'grossSpend' } },
  segments: [],
}));

export interface Population { readonly records: readonly CustomerRecord[]; readonly columns: readonly Float64Array[] }

/** A population with its four figures, as records and as columns. */
export function populationOf(count: number): Population {
  const random = randomOf(13);
  const rows = Array.from({ length: count }, () => [Math.floor(random() * 700), 1 + Math.floor(random() ** 3 * 60), Math.round(random() ** 2 * 1e6) / 100, Math.round(random() ** 2 * 1e6) / 100] as const);
  return {
    records: rows.map(([daysSinceLastPurchase, purchases, netSpend, grossSpend], index) => ({ customer: { id: `C-${index}` }, facts: { daysSinceLastPurchase, purchases, lifetimePurchases: purchases, netSpend, grossSpend } })),
    columns: [0, 1, 2, 3].map((column) => Float64Array.from(rows, (row) => row[column] ?? 0)),
  };
}
