import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupRecords } from '../../src/model/group-records.js';
import { parseRecord } from '../../src/model/parse-record.js';
import type { CustomerRecord, FlatTables } from '../../src/model/types.js';
import { deepFreeze } from './records.js';

const group = (tables: { readonly [table: string]: unknown }): ReturnType<typeof groupRecords> => groupRecords(tables as never);
const issuesOf = (tables: { readonly [table: string]: unknown }): readonly string[] =>
  group(tables).issues.map((issue) => `${issue.pointer} ${issue.code}`);
const customers = [{ id: 'b' }, { id: 'a' }];

describe('groupRecords', () => {
  it('names a row that throws even when asked what it is', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(issuesOf({ customers, transactions: [proxy, { customerId: 'a' }] })).toEqual(['/transactions/0 record/unreadable']);
  });

  it('gives each customer their rows, in the order of the tables', () => {
    const { records, orphans, issues } = groupRecords({
      customers,
      transactions: [
        { customerId: 'a', at: '2026-02-01', amount: 2 },
        { customerId: 'b', at: '2026-03-01', amount: '3.00' },
        { customerId: 'a', at: '2026-01-01', amount: 1 },
      ],
      payments: [{ customerId: 'a', at: '2026-02-01', amount: 2 }],
      costs: [{ customerId: 'b', at: '2026-02-01', amount: 2 }],
    });
    expect(records).toEqual([
      {
        customer: { id: 'b' },
        transactions: [{ at: '2026-03-01', amount: '3.00' }],
        payments: [],
        costs: [{ at: '2026-02-01', amount: 2 }],
      },
      {
        customer: { id: 'a' },
        transactions: [
          { at: '2026-02-01', amount: 2 },
          { at: '2026-01-01', amount: 1 },
        ],
        payments: [{ at: '2026-02-01', amount: 2 }],
        costs: [],
      },
    ]);
    expect([orphans, issues]).toEqual([[], []]);
  });

  it('knows none from not known', () => {
    const [record] = groupRecords({ customers: [{ id: 'a' }], transactions: [], previous: [], overrides: [] }).records;
    expect(record).toEqual({ customer: { id: 'a' }, transactions: [] });
    expect(Object.keys(record ?? {})).not.toContain('invoices');
  });

  it('takes the coverage of a record, which may have none', () => {
    const { coverage }: CustomerRecord = { customer: { id: 'b' } };
    const tables: FlatTables = { customers: [{ id: 'b' }], coverage };
    expect(groupRecords(tables).records).toEqual([{ customer: { id: 'b' } }]);
  });

  it('gives the previous class, the override and the coverage', () => {
    const coverage = { transactions: { from: '2025-01-01' } };
    const previous = { customerId: 'a', asOf: '2026-03-31', segment: 'star', policy: { id: 'p' } };
    const { records } = groupRecords({
      customers,
      coverage,
      previous: [previous],
      overrides: [{ customerId: 'b', segment: 'star', actor: 'sales director', reason: 'contract' }],
    });
    expect(records).toEqual([
      { customer: { id: 'b' }, override: { segment: 'star', actor: 'sales director', reason: 'contract' }, coverage },
      { customer: { id: 'a' }, previous, coverage },
    ]);
    expect(records.map((record) => parseRecord(record, { timeZone: 'UTC' }))).toEqual(records);
  });

  it('counts orphans for each table and customer', () => {
    const row = (customerId: string): object => ({ customerId, at: '2026-01-01', amount: 1 });
    expect(group({ customers, transactions: ['x', 'a', 'y', 'x'].map(row), payments: [row('x')], overrides: [row('z')] })).toMatchObject({
      orphans: [
        { part: 'transactions', customerId: 'x', count: 2 },
        { part: 'transactions', customerId: 'y', count: 1 },
        { part: 'payments', customerId: 'x', count: 1 },
        { part: 'overrides', customerId: 'z', count: 1 },
      ],
      issues: [],
    });
  });

  it('tells what is wrong with the tables', () => {
    const override = { customerId: 'a', segment: 's', actor: 'x', reason: 'y' };
    expect(issuesOf({ customers: [...customers, { id: 'b' }, {}, 5, { id: 7 }, null], overrides: [override, override] })).toEqual([
      '/customers/2/id record/duplicate-customer',
      '/customers/3/id record/missing-field',
      '/customers/4 record/wrong-type',
      '/customers/5/id record/wrong-type',
      '/customers/6 record/wrong-type',
      '/overrides/1/customerId record/second-entry',
    ]);
    expect(issuesOf({})).toEqual(['/customers record/missing-field']);
    expect(issuesOf({ customers, transactions: {}, payments: 'rows', targets: null })).toEqual([
      '/transactions record/wrong-type',
      '/payments record/wrong-type',
    ]);
    for (const tables of [null, undefined, 5, []])
      expect(groupRecords(tables as never).issues.map((issue) => issue.code)).toEqual(['record/wrong-type']);
  });

  it('keeps the first of two customers and of two overrides', () => {
    const override = { customerId: 'a', actor: 'x', reason: 'y' };
    const { records } = group({
      customers: [
        { id: 'a', name: 'first' },
        { id: 'a', name: 'second' },
      ],
      overrides: [
        { ...override, segment: 's1' },
        { ...override, segment: 's2' },
      ],
    });
    expect(records).toMatchObject([{ customer: { name: 'first' }, override: { segment: 's1' } }]);
  });

  it('does not crash at rows that are none', () => {
    const trap = {
      customerId: 'a',
      get at(): string {
        throw new Error('no');
      },
    };
    const { orphans, issues } = group({
      customers,
      transactions: [null, 5, 'a', [], {}, { customerId: 7 }, { customerId: ' ' }, trap, { customerId: {} }],
    });
    expect(orphans).toEqual([
      { part: 'transactions', customerId: '', count: 8 },
      { part: 'transactions', customerId: '7', count: 1 },
    ]);
    expect(issues.map(({ pointer, code, suggestion }) => [pointer, code, suggestion])).toEqual([
      ['/transactions/0', 'record/wrong-type', undefined],
      ['/transactions/1', 'record/wrong-type', undefined],
      ['/transactions/2', 'record/wrong-type', undefined],
      ['/transactions/3', 'record/wrong-type', undefined],
      ['/transactions/4/customerId', 'record/missing-field', undefined],
      ['/transactions/5/customerId', 'record/wrong-type', '"7"'],
      ['/transactions/6/customerId', 'record/missing-field', undefined],
      ['/transactions/7', 'record/unreadable', undefined],
      ['/transactions/8/customerId', 'record/wrong-type', undefined],
    ]);
  });

  it('reads each iterable once, of any kind, and each getter of a row once', () => {
    let starts = 0;
    let reads = 0;
    const row = {
      customerId: 'a',
      at: '2026-01-01',
      get amount() {
        reads += 1;
        return 5;
      },
    };
    const rows: Iterable<typeof row> = {
      *[Symbol.iterator]() {
        starts += 1;
        yield row;
      },
    };
    const { records } = groupRecords({ customers: new Set(customers), transactions: rows, payments: new Map([['k', row]]).values() });
    expect(records[1]).toEqual({
      customer: { id: 'a' },
      transactions: [{ at: '2026-01-01', amount: 5 }],
      payments: [{ at: '2026-01-01', amount: 5 }],
    });
    expect([starts, reads]).toEqual([1, 2]);
  });

  it('changes nothing that it is given', () => {
    const tables: FlatTables = deepFreeze({
      customers,
      transactions: [{ customerId: 'a', at: '2026-01-01', amount: 1, lines: [{ sku: 's' }] }],
    });
    const { records } = groupRecords(tables);
    expect(records[1]?.transactions).toEqual([{ at: '2026-01-01', amount: 1, lines: [{ sku: 's' }] }]);
    expect(records[0]?.customer).not.toBe(customers[0]);
  });

  it('takes names of Object.prototype as ids like others', () => {
    const { records, orphans } = group({
      customers: [{ id: 'constructor' }],
      transactions: [{ customerId: 'constructor' }, { customerId: '__proto__' }, { customerId: 'toString' }],
    });
    expect(records).toEqual([{ customer: { id: 'constructor' }, transactions: [{}] }]);
    expect(orphans.map(({ customerId }) => customerId)).toEqual(['__proto__', 'toString']);
  });

  it('loses no row', () => {
    const anyId = fc.constantFrom('a', 'b', 'c', 'd', '', 7, null, undefined);
    const row = fc.oneof(
      { weight: 5, arbitrary: fc.record({ customerId: anyId, at: fc.string() }) },
      { weight: 1, arbitrary: fc.anything() },
    );
    fc.assert(
      fc.property(fc.array(fc.record({ id: anyId })), fc.array(row, { maxLength: 300 }), (people, rows) => {
        const { records, orphans } = group({ customers: people, transactions: rows });
        const kept = records.reduce((sum, record) => sum + (record.transactions?.length ?? 0), 0);
        expect(kept + orphans.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
      }),
    );
  });
});

it('a table of an unknown name is an issue, not lost', () => {
  const tables = { customers: [{ id: 'a' }], transaction: [] };
  expect(groupRecords(tables).issues.map(({ code, pointer, suggestion }) => [code, pointer, suggestion])).toEqual([['record/unknown-field', '/transaction', 'transactions']]);
});
