// Totals of each customer of public data sets, against figures that other programs made with exact decimals.
import { describe, expect, it } from 'vitest';
import { groupRecords } from '../../src/model/group-records.js';
import type { FlatTables } from '../../src/model/types.js';
import { readerOf, type Change } from '../facts/kit.js';
import { hasShared, noteShared } from '../shared.js';
import { cell, daysBetween, groupBy, readTable, scaled, unscaled, type TableRow } from './tables.js';

type Facts = { readonly [id: string]: unknown };
type Rows = NonNullable<FlatTables['transactions']>;

/** The facts of every customer, by id. */
function factsByCustomer(customers: Iterable<string>, transactions: Rows, paths: readonly string[], change: Change, asOf: string): ReadonlyMap<string, Facts> {
  const { records, orphans, issues } = groupRecords({ customers: [...customers].map((id) => ({ id })), transactions });
  expect([orphans, issues]).toEqual([[], []]);
  const classifier = readerOf(paths, change);
  return new Map(records.map((record) => [record.customer.id, classifier.score(record, { asOf }).facts]));
}

function expectEach(oracle: readonly TableRow[], id: string, facts: ReadonlyMap<string, Facts>, expected: (row: TableRow) => Facts): void {
  const different = oracle.flatMap((row) => {
    const got = facts.get(cell(row, id)) ?? {};
    const wanted = expected(row);
    const keys = Object.keys(wanted).filter((key) => !Object.is(got[key], wanted[key]));
    return keys.length === 0 ? [] : [{ customer: cell(row, id), got: keys.map((key) => got[key]), wanted: keys.map((key) => wanted[key]) }];
  });
  expect(different).toEqual([]);
}

/** Compares the customers of each month of first purchase who bought in the months after, worked out of facts alone. */
function expectCohorts(table: string, transactions: Rows, asOf: string, months: number): void {
  const ids = Array.from({ length: months }, (_, back) => `back${String(back)}`);
  const measures = Object.fromEntries(ids.map((id, back) => [id, { activePeriods: { of: 'sales', window: { calendar: 'month', back } } }]));
  const facts = factsByCustomer(new Set([...transactions].map(({ customerId }) => customerId)), transactions, ids, { timeZone: 'UTC', measures }, asOf);
  const [year = 0, month = 0] = asOf.split('-').map(Number);
  const counted = new Map<string, number>();
  for (const own of facts.values()) {
    const active = ids.flatMap((id, back) => (own[id] === 1 ? [months - 1 - back] : [])).reverse();
    const first = active[0] ?? 0;
    const cohort = new Date(Date.UTC(year, month - months + first, 1)).toISOString().slice(0, 7);
    for (const at of active) counted.set(`${cohort} ${String(at - first)}`, (counted.get(`${cohort} ${String(at - first)}`) ?? 0) + 1);
  }
  const oracle = readTable(`oracles/aggregate/${table}_cohorts_monthly.csv`).filter((row) => cell(row, 'active_customers') !== '0');
  expect(Object.fromEntries(counted)).toEqual(Object.fromEntries(oracle.map((row) => [`${cell(row, 'cohort_month')} ${cell(row, 'months_since_first')}`, Number(cell(row, 'active_customers'))])));
}

describe.runIf(hasShared)('CDNOW: 23,570 customers', () => {
  const asOf = '1998-07-01';
  const oracle = hasShared ? readTable('oracles/aggregate/cdnow_master.csv.gz') : [];
  const rows = hasShared ? readTable('data/cdnow/cdnow_master.csv.gz') : [];
  const paths = ['grossSpend', 'netSpend', 'refunds', 'purchases', 'lifetimePurchases', 'meanOrderValue', 'activeMonths', 'daysSinceFirstPurchase', 'daysSinceLastPurchase', 'lastGapDays', 'purchaseDays', 'repeatPurchaseDays', 'lifetimeSpanDays'];
  const facts = factsByCustomer(
    oracle.map((row) => cell(row, 'customer_id')),
    rows.map((row) => ({ customerId: cell(row, 'customer_id'), at: cell(row, 'date'), amount: cell(row, 'amount') })),
    paths,
    { currency: 'USD', timeZone: 'America/New_York' },
    asOf,
  );
  // Of the 80 rows of amount 0 the oracle counts each as a transaction; here they count nowhere, so they are taken out by hand.
  const paid = groupBy(rows.filter((row) => Number(cell(row, 'amount')) > 0), 'customer_id');
  const withFree = new Set(rows.filter((row) => Number(cell(row, 'amount')) === 0).map((row) => cell(row, 'customer_id')));

  it('has the gross and the net spend of each, to the cent', () => {
    expect(oracle).toHaveLength(23_570);
    expectEach(oracle, 'customer_id', facts, (row) => ({ grossSpend: Number(cell(row, 'amount')), netSpend: Number(cell(row, 'amount')), refunds: 0 }));
  });

  it('has the purchases and the days since the first and the last of each customer whose every row has an amount', () => {
    const whole = oracle.filter((row) => !withFree.has(cell(row, 'customer_id')));
    expect(whole.length).toBe(23_570 - withFree.size);
    expectEach(whole, 'customer_id', facts, (row) => ({
      purchases: Number(cell(row, 'transactions')),
      purchaseDays: Number(cell(row, 'active_days')),
      repeatPurchaseDays: Number(cell(row, 'active_days')) - 1,
      daysSinceFirstPurchase: daysBetween(cell(row, 'first_date'), asOf),
      daysSinceLastPurchase: daysBetween(cell(row, 'last_date'), asOf),
      lifetimeSpanDays: daysBetween(cell(row, 'first_date'), cell(row, 'last_date')),
    }));
  });

  it('has the active customers of each month of each cohort', () => {
    // The oracle counts rows of amount 0 as bought: here every row is over 1, so that they count.
    expectCohorts('cdnow_master', rows.map((row) => ({ customerId: cell(row, 'customer_id'), at: cell(row, 'date'), amount: 1 })), '1998-06-30', 18);
  });

  it('counts rows of amount 0 nowhere, for the 80 customers who have them', () => {
    expect(withFree.size).toBe(80);
    expectEach(oracle, 'customer_id', facts, (row) => {
      const own = paid.get(cell(row, 'customer_id')) ?? [];
      const days = [...new Set(own.map((one) => cell(one, 'date')))].sort();
      const [first, last, before] = [days[0], days.at(-1), days.at(-2)];
      return {
        purchases: own.length,
        lifetimePurchases: own.length,
        activeMonths: new Set(days.map((day) => day.slice(0, 7))).size,
        daysSinceFirstPurchase: first === undefined ? null : daysBetween(first, asOf),
        daysSinceLastPurchase: last === undefined ? null : daysBetween(last, asOf),
        lastGapDays: last === undefined || before === undefined ? null : daysBetween(before, last),
      };
    });
  });

  it('rounds the mean order value once, half to even', () => {
    expectEach(oracle, 'customer_id', facts, (row) => {
      const own = (paid.get(cell(row, 'customer_id')) ?? []).map((one) => scaled(cell(one, 'amount'), 2));
      if (own.length === 0) return { meanOrderValue: null };
      const total = own.reduce((sum, amount) => sum + amount, 0n);
      const count = BigInt(own.length);
      const rest = (total % count) * 2n;
      const floor = total / count;
      const cents = rest > count || (rest === count && floor % 2n === 1n) ? floor + 1n : floor;
      return { meanOrderValue: Number(cents) / 100 };
    });
  });
});

describe.runIf(hasShared)('Online Retail: 879 customers, cancellations as returns', () => {
  const asOf = '2011-12-31';
  const oracle = hasShared ? readTable('oracles/aggregate/online_retail_sample.csv.gz') : [];
  const lines = hasShared ? readTable('data/online-retail-sample/online_retail_sample.csv.gz').filter((row) => cell(row, 'CustomerID') !== '') : [];
  const invoices = [...groupBy(lines, 'InvoiceNo').values()].map((own) => {
    const [first] = own;
    if (first === undefined) throw new Error('an invoice without lines');
    const thousandths = own.reduce((sum, row) => sum + scaled(cell(row, 'UnitPrice'), 3) * BigInt(cell(row, 'Quantity')), 0n);
    const isReturn = cell(first, 'InvoiceNo').startsWith('C');
    const customerId = cell(first, 'CustomerID');
    const amount = unscaled(isReturn ? -thousandths : thousandths, 3);
    return { customerId, id: cell(first, 'InvoiceNo'), at: cell(first, 'InvoiceDate'), amount, ...(isReturn ? { kind: 'return' as const } : {}) };
  });
  // One price has a tenth of a penny: that invoice cannot be read, so its customer's facts are missing rather than smaller.
  const tenths = invoices.filter(({ amount }) => !amount.endsWith('0')).map(({ customerId }) => customerId);
  const free = new Set(invoices.filter(({ amount }) => Number(amount) === 0).map(({ customerId }) => customerId));
  const paths = ['grossSpend', 'refunds', 'netSpend', 'purchases', 'daysSinceFirstPurchase', 'daysSinceLastPurchase', 'returnRate', 'purchaseDays', 'meanOrderValue', 'lifetimeSpanDays'];
  const facts = factsByCustomer(oracle.map((row) => cell(row, 'CustomerID')), invoices, paths, { currency: 'GBP', timeZone: 'Europe/London' }, asOf);

  it('has gross, refunds and net of each to the penny', () => {
    expect(oracle).toHaveLength(879);
    expect(tenths.length).toBeLessThanOrEqual(1);
    expectEach(oracle, 'CustomerID', facts, (row) =>
      tenths.includes(cell(row, 'CustomerID'))
        ? { grossSpend: null, refunds: null, netSpend: null }
        : { grossSpend: Number(cell(row, 'gross')), refunds: Number(cell(row, 'refunds')) * -1 + 0, netSpend: Number(cell(row, 'net')) },
    );
  });

  it('has the share returned of each', () => {
    const known = oracle.filter((row) => !tenths.includes(cell(row, 'CustomerID')));
    expectEach(known, 'CustomerID', facts, (row) => {
      const [gross, refunds] = [Number(scaled(cell(row, 'gross'), 2)), -Number(scaled(cell(row, 'refunds'), 2))];
      return { returnRate: gross === 0 ? null : (refunds + 0) / gross };
    });
  });

  it('knows customers who only returned, and gives them no purchase', () => {
    const only = oracle.filter((row) => cell(row, 'purchase_invoices') === '0');
    expect(only.length).toBeGreaterThan(0);
    expectEach(only, 'CustomerID', facts, (row) => ({
      grossSpend: 0, refunds: -Number(cell(row, 'refunds')), netSpend: Number(cell(row, 'net')), purchases: 0, purchaseDays: 0,
      returnRate: null, meanOrderValue: null, daysSinceFirstPurchase: null, daysSinceLastPurchase: null, lifetimeSpanDays: null,
    }));
  });

  it('has the active customers of each month of each cohort', () => {
    const bought = invoices.filter(({ id }) => !id.startsWith('C'));
    expectCohorts('online_retail_sample', bought.map(({ customerId, at }) => ({ customerId, at: at.slice(0, 10), amount: 1 })), '2011-12-31', 13);
  });

  it('counts purchase invoices, not cancellations that name no sale', () => {
    expect(free.size).toBe(1);
    const known = oracle.filter((row) => !tenths.includes(cell(row, 'CustomerID')) && !free.has(cell(row, 'CustomerID')));
    expectEach(known, 'CustomerID', facts, (row) => {
      const [first, last] = [cell(row, 'first_purchase'), cell(row, 'last_purchase')];
      return {
        purchases: Number(cell(row, 'purchase_invoices')),
        daysSinceFirstPurchase: first === '' ? null : daysBetween(first, asOf),
        daysSinceLastPurchase: last === '' ? null : daysBetween(last, asOf),
      };
    });
  });
});

describe.runIf(hasShared)('Northwind: 91 customers, two without orders', () => {
  const oracle = hasShared ? readTable('oracles/aggregate/northwind.csv') : [];
  const customers = hasShared ? readTable('data/northwind/customers.csv').map((row) => cell(row, 'customerID')) : [];
  const orders = hasShared ? readTable('data/northwind/orders.csv') : [];
  const details = hasShared ? groupBy(readTable('data/northwind/order-details.csv'), 'orderID') : new Map<string, readonly TableRow[]>();
  const asOf = '1998-06-01';
  const paths = ['netSpend', 'purchases', 'daysSinceFirstPurchase', 'daysSinceLastPurchase', 'meanOrderValue'];
  // Discounts make ten-thousandths, so the books are kept in a unit that has four digits.
  const change = { currency: 'CLF', timeZone: 'UTC' };
  const totals = (withDiscount: boolean): Rows =>
    orders.map((order) => {
      const own = details.get(cell(order, 'orderID')) ?? [];
      const sum = own.reduce((total, line) => {
        const hundredths = 100n - (withDiscount ? scaled(cell(line, 'discount'), 2) : 0n);
        return total + scaled(cell(line, 'unitPrice'), 2) * BigInt(cell(line, 'quantity')) * hundredths;
      }, 0n);
      return { customerId: cell(order, 'customerID'), id: cell(order, 'orderID'), at: cell(order, 'orderDate').slice(0, 10), amount: unscaled(sum, 4) };
    });

  it('has the net of discount, the orders and the days of each', () => {
    expect(oracle).toHaveLength(89);
    expectEach(oracle, 'customerID', factsByCustomer(customers, totals(true), paths, change, asOf), (row) => ({
      netSpend: Number(cell(row, 'net_of_discount')),
      purchases: Number(cell(row, 'orders')),
      daysSinceFirstPurchase: daysBetween(cell(row, 'first_order'), asOf),
      daysSinceLastPurchase: daysBetween(cell(row, 'last_order'), asOf),
    }));
  });

  it('has the gross of each', () => {
    expectEach(oracle, 'customerID', factsByCustomer(customers, totals(false), ['netSpend'], change, asOf), (row) => ({ netSpend: Number(cell(row, 'gross')) }));
  });

  it('knows that two customers have bought nothing', () => {
    const facts = factsByCustomer(customers, totals(true), paths, change, asOf);
    const none = customers.filter((id) => !oracle.some((row) => cell(row, 'customerID') === id));
    expect(none).toEqual(['FISSA', 'PARIS']);
    for (const id of none) {
      expect(facts.get(id)).toMatchObject({ netSpend: 0, purchases: 0, daysSinceFirstPurchase: null, daysSinceLastPurchase: null, meanOrderValue: null });
    }
  });
});

describe.runIf(hasShared)('Complete Journey: 2,377 households, local times without an offset', () => {
  it('has the spend, the baskets and the days of each', () => {
    const oracle = readTable('oracles/aggregate/complete_journey.csv.gz');
    const baskets = [...groupBy(readTable('data/complete-journey/transactions_sample.csv.gz'), 'basket_id').values()].map((lines) => {
      const [first] = lines;
      if (first === undefined) throw new Error('a basket without lines');
      // A few values are noise of doubles, such as 4.440892e-16: they were read with two digits, as the till has them.
      const cents = lines.reduce((sum, line) => sum + scaled(Number(cell(line, 'sales_value')).toFixed(2), 2), 0n);
      return { customerId: cell(first, 'household_id'), id: cell(first, 'basket_id'), at: cell(first, 'transaction_timestamp'), amount: unscaled(cents, 2) };
    });
    const free = new Set(baskets.filter(({ amount }) => Number(amount) === 0).map(({ customerId }) => customerId));
    const households = oracle.map((row) => cell(row, 'household_id'));
    const paths = ['netSpend', 'purchases', 'purchaseDays', 'daysSinceFirstPurchase', 'daysSinceLastPurchase'];
    const facts = factsByCustomer(households, baskets, paths, { currency: 'USD', timeZone: 'America/New_York' }, '2018-01-01');
    expectEach(oracle, 'household_id', facts, (row) => ({ netSpend: Number(cell(row, 'sales_value')) }));
    const paid = oracle.filter((row) => !free.has(cell(row, 'household_id')));
    expect([oracle.length, paid.length > 1_900]).toEqual([2_377, true]);
    expectEach(paid, 'household_id', facts, (row) => ({
      purchases: Number(cell(row, 'baskets')),
      purchaseDays: Number(cell(row, 'active_days')),
      daysSinceFirstPurchase: daysBetween(cell(row, 'first_timestamp_local'), '2018-01-01'),
      daysSinceLastPurchase: daysBetween(cell(row, 'last_timestamp_local'), '2018-01-01'),
    }));
  });
});

describe.runIf(hasShared)('CRM opportunities: 85 accounts', () => {
  it('has the deals of each account, what was won, and how often', () => {
    const oracle = readTable('oracles/aggregate/crm_accounts.csv').filter((row) => cell(row, 'account') !== '');
    const deals = readTable('data/crm-opportunities/sales_pipeline.csv').filter((row) => cell(row, 'account') !== '');
    const { records } = groupRecords({
      customers: oracle.map((row) => ({ id: cell(row, 'account') })),
      opportunities: deals.map((row) => {
        const stage = cell(row, 'deal_stage');
        // A deal that is not closed is dated when it began; one that is only prospected has no date at all.
        const at = [cell(row, 'close_date'), cell(row, 'engage_date'), '2017-12-31'].find((date) => date !== '') ?? '';
        const status = stage === 'Won' ? ('won' as const) : stage === 'Lost' ? ('lost' as const) : ('open' as const);
        return { customerId: cell(row, 'account'), id: cell(row, 'opportunity_id'), at, stage, status, ...(cell(row, 'close_value') === '' ? {} : { amount: cell(row, 'close_value') }) };
      }),
    });
    const stage = (value: string) => ({ count: { of: 'opportunities', where: { '==': [{ var: 'stage' }, value] } } });
    const wonDays = { daysSinceLast: { of: 'opportunities', where: { '==': [{ var: 'status' }, 'won'] } } };
    const classifier = readerOf(['wonDeals', 'lostDeals', 'engagingDeals', 'prospectingDeals', 'openOpportunities', 'wonAmount', 'winRate', 'daysSinceLastWon'], {
      currency: 'USD',
      measures: { wonDeals: stage('Won'), lostDeals: stage('Lost'), engagingDeals: stage('Engaging'), prospectingDeals: stage('Prospecting'), daysSinceLastWon: wonDays },
    });
    const facts = new Map(records.map((record) => [record.customer.id, classifier.score(record, { asOf: '2018-01-01' }).facts]));
    expect(oracle).toHaveLength(85);
    expectEach(oracle, 'account', facts, (row) => {
      const [won, lost, engaging, prospecting] = ['won_deals', 'lost_deals', 'engaging_deals', 'prospecting_deals'].map((column) => Number(cell(row, column)));
      return {
        wonDeals: won, lostDeals: lost, engagingDeals: engaging, prospectingDeals: prospecting,
        openOpportunities: (engaging ?? 0) + (prospecting ?? 0),
        wonAmount: Number(cell(row, 'won_value')),
        winRate: (won ?? 0) / ((won ?? 0) + (lost ?? 0)),
        daysSinceLastWon: daysBetween(cell(row, 'last_won_date'), '2018-01-01'),
      };
    });
    // The oracle gives 12 digits.
    for (const row of oracle) expect(facts.get(cell(row, 'account'))?.['winRate']).toBeCloseTo(Number(cell(row, 'win_rate_of_closed')), 11);
  });
});

noteShared(
  'the totals of public data sets',
  'oracles/aggregate/cdnow_master.csv.gz',
  'oracles/aggregate/cdnow_master_cohorts_monthly.csv',
  'oracles/aggregate/online_retail_sample_cohorts_monthly.csv',
  'oracles/aggregate/online_retail_sample.csv.gz',
  'oracles/aggregate/northwind.csv',
  'oracles/aggregate/complete_journey.csv.gz',
  'oracles/aggregate/crm_accounts.csv',
);
