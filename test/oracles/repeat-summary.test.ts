// Summaries of repeat buying, against those that lifetimes makes of the same transactions.
import { describe, expect, it } from 'vitest';
import type { Classifier } from '../../src/classifier/create-classifier.js';
import { DAYS_PER_PERIOD, holdoutPeriods, repeatSummary, type DatedAmount, type RepeatUnit } from './repeat-summary.js';
import { dayText } from '../../src/internal/days.js';
import { mean, median, quantile, sortedNumbers } from '../../src/internal/statistics.js';
import { sampleDeviation } from '../internal/deviations.js';
import { readerOf } from '../facts/kit.js';
import { dayNamed } from '../facts/windows.js';
import { oracleCases } from '../internal/oracle.js';
import { hasShared, noteShared } from '../shared.js';
import { cell, groupBy, readTable } from './tables.js';

interface Transaction {
  readonly id: string | number;
  readonly date: string;
  readonly amount?: number;
}

interface Inputs {
  readonly transactions: readonly Transaction[];
  readonly observation_end: string;
  readonly period: 'D' | 'W' | 'M';
  readonly divide_by?: number;
  readonly include_first_transaction?: boolean;
}

const UNITS: { readonly [period in Inputs['period']]: RepeatUnit } = { D: 'day', W: 'week', M: 'month' };
const FILE = 'clv/cases.json';

function byCustomer(transactions: readonly Transaction[]): ReadonlyMap<string | number, readonly DatedAmount[]> {
  const customers = new Map<string | number, DatedAmount[]>();
  for (const { id, date, amount = 0 } of transactions) {
    const purchase = { day: dayNamed(date.slice(0, 10)), amount: Math.round(amount * 100) };
    const known = customers.get(id);
    if (known === undefined) customers.set(id, [purchase]);
    else known.push(purchase);
  }
  return customers;
}

/** Purchases of the rows of a table, by customer. */
function purchasesOf(path: string, customer: string, date: string, amount?: string): ReadonlyMap<string, readonly DatedAmount[]> {
  const groups = new Map<string, readonly DatedAmount[]>();
  for (const [id, rows] of groupBy(readTable(path), customer)) {
    groups.set(id, rows.map((row) => ({ day: dayNamed(cell(row, date).slice(0, 10)), amount: amount === undefined ? 0 : Math.round(Number(cell(row, amount)) * 100) })));
  }
  return groups;
}

const near = (actual: number, wanted: number): boolean => Math.abs(actual - wanted) <= 1e-9 + 1e-9 * Math.abs(wanted);

/** The differences between a summary, in lifetimes' own words, and what lifetimes gave. */
function differences(purchases: readonly DatedAmount[], until: string, unit: RepeatUnit, days: number, includeFirst: boolean, wanted: { readonly [word: string]: number }): readonly string[] {
  const summary = repeatSummary(purchases, dayNamed(until), { unit, includeFirst });
  if (summary === undefined) return ['no summary'];
  const actual: { readonly [word: string]: number } = {
    frequency: summary.repeatPeriods, recency: summary.lifetimeSpanDays / days, T: summary.ageDays / days, monetary: (summary.meanRepeatAmount ?? 0) / 100,
  };
  return Object.entries(wanted).filter(([word, value]) => !near(actual[word] ?? Number.NaN, value)).map(([word, value]) => `${word}: ${String(actual[word])}, not ${String(value)}`);
}

/** The ready facts of the same purchases, which count in days. */
function factDifferences(reader: Classifier, purchases: readonly DatedAmount[], until: string, wanted: { readonly [word: string]: number }): readonly string[] {
  // Amounts of 0 are no purchases here, and there they are.
  if (purchases.some(({ amount }) => amount <= 0)) return [];
  const transactions = purchases.map(({ day, amount }) => ({ at: dayText(day), amount: { minor: amount } }));
  const { facts } = reader.score({ customer: { id: 'C-1' }, transactions }, { asOf: until.slice(0, 10) });
  const actual: { readonly [word: string]: unknown } = { frequency: facts['repeatPurchaseDays'], recency: facts['lifetimeSpanDays'], T: facts['daysSinceFirstPurchase'], monetary: facts['meanRepeatDaySpend'] ?? 0 };
  // The mean is rounded to the cent once.
  const isSame = (word: string, value: number): boolean => typeof actual[word] === 'number' && Math.abs(actual[word] - value) <= (word === 'monetary' ? 0.005 + 1e-9 : 0);
  return Object.entries(wanted).filter(([word, value]) => word in actual && !isSame(word, value)).map(([word, value]) => `${word}: ${String(actual[word])}, not ${String(value)}`);
}

type Row = { readonly id: string | number } & { readonly [word: string]: number };

describe.runIf(hasShared)('frequency, recency, T and monetary value of transactions', () => {
  it.each(oracleCases<Inputs, readonly Row[]>(FILE, 'summary_data_from_transaction_data'))('$id', ({ inputs, expected }) => {
    const customers = byCustomer(inputs.transactions);
    const unit = UNITS[inputs.period];
    const days = DAYS_PER_PERIOD[unit] * (inputs.divide_by ?? 1);
    const wrong = expected.flatMap(({ id, ...wanted }) => differences(customers.get(id) ?? [], inputs.observation_end, unit, days, inputs.include_first_transaction ?? false, wanted));
    expect(wrong).toEqual([]);
    if (unit === 'day' && days === 1 && inputs.include_first_transaction !== true) {
      const reader = readerOf(['repeatPurchaseDays', 'lifetimeSpanDays', 'daysSinceFirstPurchase', 'meanRepeatDaySpend']);
      expect(expected.flatMap(({ id, ...wanted }) => factDifferences(reader, customers.get(id) ?? [], inputs.observation_end, wanted))).toEqual([]);
    }
    const end = dayNamed(inputs.observation_end);
    expect([...customers.values()].filter((purchases) => repeatSummary(purchases, end, { unit }) !== undefined)).toHaveLength(expected.length);
  });

  it.each(oracleCases<Inputs & { readonly calibration_end: string }, readonly Row[]>(FILE, 'calibration_and_holdout_data'))('$id', ({ inputs, expected }) => {
    const customers = byCustomer(inputs.transactions);
    const unit = UNITS[inputs.period];
    const [end, observed] = [dayNamed(inputs.calibration_end), dayNamed(inputs.observation_end)];
    const actual = [...customers].flatMap(([id, purchases]) => {
      const before = repeatSummary(purchases, end, { unit });
      const through = repeatSummary(purchases, observed, { unit });
      if (before === undefined || through === undefined) return [];
      const days = DAYS_PER_PERIOD[unit];
      return [{
        id, frequency_cal: before.repeatPeriods, recency_cal: before.lifetimeSpanDays / days, T_cal: before.ageDays / days,
        frequency_holdout: holdoutPeriods(purchases, end, observed, unit), duration_holdout: (through.ageDays - before.ageDays) / days,
      }];
    });
    expect(actual).toEqual(expected);
  });
});

interface Whole {
  readonly dataset: string;
  readonly observation_end: string;
  readonly divide_by: number;
  readonly customers: number;
}

const TABLES: { readonly [dataset: string]: readonly [path: string, customer: string, date: string, amount?: string] } = {
  cdnow: ['data/cdnow/cdnow_sample.csv', 'customer_id', 'date', 'amount'],
  grocery: ['data/grocery/grocery_elog.csv', 'cust', 'date'],
  'complete-journey': ['data/complete-journey/transactions_sample.csv.gz', 'household_id', 'transaction_timestamp', 'sales_value'],
};

describe.runIf(hasShared)('summaries of whole data sets', () => {
  it.each(oracleCases<Whole, string>(FILE, 'summary_vector_file'))('$id', ({ inputs, expected }) => {
    const table = TABLES[inputs.dataset.split('/')[0] ?? ''];
    if (table === undefined) throw new Error(inputs.dataset);
    const customers = purchasesOf(...table);
    const rows = readTable(`oracles/clv/${expected}`);
    expect(rows).toHaveLength(inputs.customers);
    const wrong = rows.flatMap((row) => {
      const { id = '', monetary_value: monetary, ...figures } = row;
      const wanted = Object.fromEntries(Object.entries({ ...figures, ...(monetary === undefined ? {} : { monetary }) }).map(([word, value]) => [word, Number(value)]));
      return differences(customers.get(id) ?? [], inputs.observation_end, 'day', inputs.divide_by, false, wanted).map((difference) => `${id} ${difference}`);
    });
    expect(wrong).toEqual([]);
  });

  it.each(oracleCases<{ readonly weeks: readonly [number, number] }, readonly number[]>(FILE, 'expected_cumulative_transactions.actual'))('$id', ({ inputs, expected }) => {
    const [first, last] = inputs.weeks;
    const customers = [...purchasesOf('data/cdnow/cdnow_sample.csv', 'customer_id', 'date', 'amount').values()];
    const start = dayNamed('1997-01-01');
    const repeats = Array.from({ length: last - first + 1 }, (_, i) => {
      const until = start + 7 * (first + i) - 1;
      return customers.reduce((total, purchases) => total + (repeatSummary(purchases, until)?.repeatPeriods ?? 0), 0);
    });
    expect(repeats).toEqual(expected);
  });

  it.each(oracleCases<unknown, { readonly [word: string]: number }>(FILE, 'summary_statistics'))('$id', ({ expected }) => {
    const end = dayNamed('1997-09-30');
    const means = [...purchasesOf('data/cdnow/cdnow_sample.csv', 'customer_id', 'date', 'amount').values()]
      .map((purchases) => repeatSummary(purchases, end))
      .flatMap((summary) => (typeof summary?.meanRepeatAmount === 'number' && summary.meanRepeatAmount > 0 ? [summary.meanRepeatAmount / 100] : []));
    const sorted = sortedNumbers(means);
    const actual = { count: sorted.length, mean: mean(sorted), std: sampleDeviation(sorted), min: quantile(sorted, 0), median: median(sorted), max: quantile(sorted, 1) };
    const wrong = Object.entries(actual).filter(([word, value]) => !(Math.abs(value - (expected[word] ?? Number.NaN)) <= 0.5));
    expect(wrong).toEqual([]);
  });
});

noteShared('the oracle of repeat buying', `oracles/${FILE}`);
