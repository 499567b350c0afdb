// RFM scores of public data sets, against what R's `rfm` and PyMC-Marketing give the same customers: through records, calibration and classifier.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classifier/create-classifier.js';
import type { Score } from '../../src/scorers/scorer.js';
import { groupRecords } from '../../src/model/group-records.js';
import type { CustomerRecord } from '../../src/model/types.js';
import type { Policy } from '../../src/policy/types.js';
import { hasShared, noteShared, sharedFile } from '../shared.js';
import { cell, groupBy, readTable, type TableRow } from './tables.js';

type RfmScore = NonNullable<Policy['scores']>[string];
// A type alias, because interfaces are no table rows to the compiler.
type Row = { readonly customerId: string; readonly at: string; readonly amount: string };

/** The scores of every customer by lines drawn over all of them. The classes as one number are the value: 100 R + 10 F + M. */
function scoresOf(records: readonly CustomerRecord[], options: object, measures: Policy['measures'], asOf: string, currency = 'USD'): ReadonlyMap<string, Score> {
  const { recency = {}, frequency = {}, ...rest } = options as { readonly recency?: object; readonly frequency?: object };
  const rfm = { scorer: 'rfm', ...rest, recency: { weight: 100, ...recency }, frequency: { weight: 10, ...frequency } } as RfmScore;
  const policy: Policy = { schema: 'clientele.policy/1', id: 'oracle', version: '1', currency, timeZone: 'UTC', ...(measures === undefined ? {} : { measures }), scores: { rfm }, segments: [] };
  const calibration = createClassifier(policy).calibrate(records, { asOf });
  const classifier = createClassifier(policy, { calibration });
  return new Map(records.flatMap((record) => {
    const score = classifier.score(record, { asOf }).scores['rfm'];
    return score === undefined ? [] : [[record.customer.id, score]];
  }));
}

function recordsOf(transactions: readonly Row[]): readonly CustomerRecord[] {
  const ids = [...new Set(transactions.map(({ customerId }) => customerId))];
  const { records, orphans, issues } = groupRecords({ customers: ids.map((id) => ({ id })), transactions });
  expect([orphans, issues]).toEqual([[], []]);
  return records;
}

/** Both programs count orders of amount 0, which are no purchases here: every order is an interaction too, and those are counted. */
function withVisits(records: readonly CustomerRecord[], rows: readonly Row[]): readonly CustomerRecord[] {
  const visits = new Map([...groupBy(rows, 'customerId')].map(([id, own]) => [id, own.map((row) => ({ at: cell(row, 'at'), kind: 'visit' as const }))]));
  return records.map((record) => ({ ...record, interactions: visits.get(record.customer.id) ?? [] }));
}

/** Whose score is another than the oracle's. */
function different(oracle: readonly TableRow[], id: string, scores: ReadonlyMap<string, Score>, expected = 'rfm_score'): readonly (readonly [string, number | null | undefined, number])[] {
  return oracle.flatMap((row) => {
    const [got, wanted] = [scores.get(cell(row, id))?.value, Number(cell(row, expected))];
    return got === wanted ? [] : [[cell(row, id), got, wanted] as const];
  });
}

const orders = (): readonly Row[] =>
  readTable('data/rfm-r/rfm_data_orders.csv').map((row) => ({ customerId: cell(row, 'customer_id'), at: cell(row, 'order_date'), amount: cell(row, 'revenue') }));
const rMode = (classes: number) => ({ quantile: { classes }, mode: 'r-rfm' });

describe.runIf(hasShared)('R rfm: scores, row by row', () => {
  const asOf = '2006-12-31';
  const records = hasShared ? recordsOf(orders()) : [];

  it.each([
    ['orders_5x5x5', { cut: rMode(5), table: 'none' }],
    ['orders_3x3x3', { cut: rMode(3) }],
    // Custom thresholds belong to the class above; for days, where less is better, the last day of the better class is the one before.
    ['orders_custom_thresholds', { recency: { cut: { fixed: [481, 296, 180, 114] } }, frequency: { cut: { fixed: [4, 5, 6, 8] } }, monetary: { cut: { fixed: [256, 382, 506, 666] } }, table: 'none' }],
  ])('%s: 995 customers', (name, options) => {
    const oracle = readTable(`oracles/rfm-r/${name}.csv`);
    const scores = scoresOf(records, options, undefined, asOf);
    expect(oracle).toHaveLength(995);
    expect(scores.size).toBe(995);
    expect(different(oracle, 'customer_id', scores)).toEqual([]);
  });

  it('customers_5x5x5: 39,999 customers whose figures are given', () => {
    const oracle = readTable('oracles/rfm-r/customers_5x5x5.csv.gz');
    const given = readTable('data/rfm-r/rfm_data_customer.csv.gz').map((row): CustomerRecord => ({
      customer: { id: cell(row, 'customer_id') },
      facts: { daysSinceLastPurchase: Number(cell(row, 'recency_days')), purchases: Number(cell(row, 'number_of_orders')), netSpend: Number(cell(row, 'revenue')) },
    }));
    expect(oracle).toHaveLength(39_999);
    expect(different(oracle, 'customer_id', scoresOf(given, { cut: rMode(5), table: 'none' }, undefined, '2007-01-01'))).toEqual([]);
  });

  it('cdnow_master_5x5x5: 23,570 customers, of whom one lies on a line by the rounding of doubles alone', () => {
    const oracle = readTable('oracles/rfm-r/cdnow_master_5x5x5.csv.gz');
    const rows = readTable('data/cdnow/cdnow_master.csv.gz').map((row) => ({ customerId: cell(row, 'customer_id'), at: cell(row, 'date'), amount: cell(row, 'amount') }));
    const all = withVisits(recordsOf(rows), rows);
    const measures: Policy['measures'] = { ordersMade: { count: { of: 'interactions' } }, daysSinceOrder: { daysSinceLast: { of: 'interactions' } } };
    const scores = scoresOf(all, { cut: rMode(5), table: 'none', recency: { of: 'daysSinceOrder' }, frequency: { of: 'ordersMade' } }, measures, '1998-07-01');
    expect(oracle).toHaveLength(23_570);
    // 32.35 is the line, and the customer's purchases sum to it exactly; in doubles they are a little less.
    expect(different(oracle, 'customer_id', scores)).toEqual([['00502', 433, 432]]);
    expect(scores.get('00502')?.axes?.[2]).toMatchObject({ value: 32.35, distance: 0, class: 3 });
  });
});

describe.runIf(hasShared)('R rfm: segments', () => {
  interface Segments {
    readonly segments: readonly [{
      readonly definition: { readonly names: readonly string[] } & Readonly<Record<`${'recency' | 'frequency' | 'monetary'}_${'lower' | 'upper'}`, readonly number[]>>;
      readonly summary: readonly { readonly segment: string; readonly customers: number; readonly revenue: number }[];
    }];
  }

  it('are those of its own definition, and so is the summary', () => {
    const { segments: [{ definition, summary }] } = JSON.parse(readFileSync(sharedFile('oracles/rfm-r/cases.json'), 'utf8')) as Segments;
    const range = (axis: 'recency' | 'frequency' | 'monetary', index: number) => [definition[`${axis}_lower`][index], definition[`${axis}_upper`][index]];
    const rows = definition.names.map((band, index) => ({ band, recency: range('recency', index), frequency: range('frequency', index), monetary: range('monetary', index) }));
    const scores = scoresOf(recordsOf(orders()), { cut: rMode(5), table: [...rows, { band: 'Others' }] }, undefined, '2006-12-31');
    const oracle = readTable('oracles/rfm-r/orders_5x5x5_segments_a.csv');
    expect(oracle.filter((row) => scores.get(cell(row, 'customer_id'))?.band !== cell(row, 'segment'))).toEqual([]);
    const bands = [...new Set([...scores.values()].map(({ band }) => band ?? ''))].sort();
    const summed = bands.map((segment) => {
      const own = [...scores.values()].filter(({ band }) => band === segment);
      return { segment, customers: own.length, revenue: own.reduce((sum, { axes }) => sum + (axes?.[2]?.value ?? 0), 0) };
    });
    expect(summed).toEqual(summary.map(({ segment, customers, revenue }) => ({ segment, customers, revenue })));
  });
});

describe.runIf(hasShared)('PyMC-Marketing: quartiles and look-up', () => {
  interface Case {
    readonly id: string;
    readonly inputs: { readonly transactions?: readonly { readonly id: number; readonly date: string; readonly amount: number }[]; readonly observation_end: string; readonly segments: Readonly<Record<string, readonly string[]>> };
    readonly expected: readonly { readonly id: number; readonly rfm_score: string; readonly segment: string }[];
  }
  const cases = hasShared ? (JSON.parse(readFileSync(sharedFile('oracles/rfm-pymc/cases.json'), 'utf8')) as { readonly cases: readonly Case[] }).cases : [];
  const written = cases.find(({ id }) => id === 'pymc-rfm-segments-default');
  const lookUp = written?.inputs.segments ?? {};
  const table = [...Object.entries(lookUp).map(([band, codes]) => ({ band, codes })), { band: 'Other' }];
  // Days with a purchase, and the mean amount of such a day. The mean is money, rounded to the minor unit: one of four digits parts all means.
  const measures: Policy['measures'] = {
    daysWithOrders: { activePeriods: { of: 'interactions', per: 'day' } },
    daysSinceOrder: { daysSinceLast: { of: 'interactions' } },
    meanOfDay: { calculate: { '/': [{ var: 'netSpend' }, { var: 'daysWithOrders' }] } },
  };
  const options = { cut: { quantile: { classes: 4 }, mode: 'pandas-qcut' }, recency: { of: 'daysSinceOrder' }, frequency: { of: 'daysWithOrders' }, monetary: { of: 'meanOfDay' }, table, minimumCustomers: 1 };
  const judged = (rows: readonly Row[], asOf: string) => scoresOf(withVisits(recordsOf(rows), rows), options, measures, asOf, 'CLF');
  const told = (scores: ReadonlyMap<string, Score>) => [...scores].map(([id, { code, band }]) => `${id} ${code ?? ''} ${band ?? ''}`).sort();

  it('of six customers written in a test of PyMC-Marketing', () => {
    const rows = (written?.inputs.transactions ?? []).map(({ id, date, amount }) => ({ customerId: String(id), at: date, amount: String(amount) }));
    expect(told(judged(rows, written?.inputs.observation_end ?? ''))).toEqual((written?.expected ?? []).map(({ id, rfm_score: code, segment }) => `${String(id)} ${code} ${segment}`));
  });

  it.each([
    ['cdnow_sample', 2_357, '1998-06-30', () => readTable('data/cdnow/cdnow_sample.csv').map((row) => ({ customerId: cell(row, 'customer_id'), at: cell(row, 'date'), amount: cell(row, 'amount') }))],
    ['rfm_orders', 995, '2006-12-31', orders],
  ] as const)('of %s: %i customers', (name, count, asOf, rows) => {
    const oracle = readTable(`oracles/rfm-pymc/${name}.csv.gz`);
    expect(oracle).toHaveLength(count);
    expect(told(judged(rows(), asOf))).toEqual(oracle.map((row) => `${cell(row, 'id')} ${cell(row, 'rfm_score')} ${cell(row, 'segment')}`).sort());
  });
});

noteShared('RFM scores of R and PyMC-Marketing', 'oracles/rfm-r/cases.json', 'oracles/rfm-pymc/cases.json');
