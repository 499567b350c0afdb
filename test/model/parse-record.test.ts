import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMinor } from '../../src/internal/money.js';
import { parseRecord, safeParseRecord } from '../../src/model/parse-record.js';
import { anyRecord, deepFreeze } from './records.js';

const options = { timeZone: 'Asia/Shanghai', currency: 'CNY' } as const;
const customer = { id: 'C-1' };
const sale = { at: '2026-06-30', amount: 5 };
const read = (input: unknown): unknown => parseRecord(input, options);

describe('what is read', () => {
  it('is the smallest record', () => {
    expect(read({ customer })).toEqual({ customer });
  });

  it('is a whole record', () => {
    const input = {
      customer: {
        id: 'C-1',
        name: 'Kang An',
        kind: 'business',
        type: 'hospital',
        region: { country: 'CN', city: 'Suzhou' },
        size: { employees: 80, annualRevenue: '1000000.00' },
        birthday: null,
        since: '2020-01-01',
        creditLimit: '50000',
        attributes: { level: '3A', tags: ['a', null], signed: new Date('2026-01-01T00:00:00Z') },
      },
      transactions: [
        { id: 't1', at: '2026-06-30 18:00', amount: '12.5000', lines: [{ sku: 's', category: 'rx', units: 2, amount: '12.50' }] },
        { id: 't2', at: '2026-07-01', kind: 'return', returnOf: 't1', amount: { minor: 250 } },
        { id: 't3', at: '2026-07-01T00:00:00Z', amount: '1250', currency: 'JPY', cost: { minor: '1000' } },
      ],
      invoices: [
        {
          id: 'i1',
          issued: '2026-06-30',
          due: '2026-07-30',
          amount: '9.900',
          currency: 'KWD',
          payments: [{ at: '2026-07-01', amount: '9.9' }],
        },
      ],
      targets: [
        { period: '2026-Q2', amount: '1000000.0000' },
        { period: { from: '2026-01-01', to: '2026-03-31' }, amount: '12', measure: 'units' },
      ],
      opportunities: [{ at: '2026-06-30', stage: 'offer', status: 'open' }],
      surveys: [{ instrument: 'nps', score: -20, at: '2026-06-30' }],
      costs: [],
      facts: { npsScore: 9, tags: ['a', 1], unknown: null, absent: undefined },
      coverage: { transactions: { from: '2025-01-01' } },
      previous: { asOf: '2026-03-31', segment: 'star', policy: { id: 'p', version: '1' }, facts: { a: 1 } },
      override: { segment: 'star', actor: 'sales director', reason: 'contract', until: '2026-12-31' },
    };
    expect(read(input)).toEqual({
      ...input,
      customer: {
        ...input.customer,
        size: { employees: 80, annualRevenue: 1_000_000 },
        creditLimit: 50_000,
        attributes: { level: '3A', tags: ['a', null], signed: '2026-01-01T08:00:00+08:00' },
      },
      transactions: [
        { id: 't1', at: '2026-06-30T18:00:00+08:00', amount: 12.5, lines: [{ sku: 's', category: 'rx', units: 2, amount: 12.5 }] },
        { id: 't2', at: '2026-07-01', kind: 'return', returnOf: 't1', amount: 2.5 },
        { id: 't3', at: '2026-07-01T08:00:00+08:00', amount: 1250, currency: 'JPY', cost: 1000 },
      ],
      invoices: [
        { id: 'i1', issued: '2026-06-30', due: '2026-07-30', amount: 9.9, currency: 'KWD', payments: [{ at: '2026-07-01', amount: 9.9 }] },
      ],
      targets: [
        { period: '2026-Q2', amount: 1_000_000 },
        { period: { from: '2026-01-01', to: '2026-03-31' }, amount: '12', measure: 'units' },
      ],
      facts: { npsScore: 9, tags: ['a', 1], unknown: null },
    });
  });

  it('keeps amounts as given where no currency is known', () => {
    const transactions = [
      { at: '2026-06-30', amount: '12.5000' },
      { at: '2026-06-30', amount: { minor: 1250 } },
      { at: '2026-06-30', amount: '1.50', currency: 'CNY' },
    ];
    expect(parseRecord({ customer, transactions }, { timeZone: 'UTC' }).transactions?.map(({ amount }) => amount)).toEqual([
      '12.5000',
      { minor: 1250 },
      1.5,
    ]);
  });

  it('takes null and blank texts of a database as absent, and keeps null where it has a meaning', () => {
    const input = {
      customer: { ...customer, name: null, since: '', creditLimit: ' ', birthday: null },
      payments: null,
      previous: null,
      transactions: [{ ...sale, cost: '', channel: null }],
    };
    expect(read(input)).toEqual({ customer: { ...customer, birthday: null }, previous: null, transactions: [sale] });
  });

  it('comes with warnings', () => {
    const result = safeParseRecord({ customer, invoices: [{ issued: '2026-06-30', due: '2026-06-01', amount: 1 }] }, options);
    expect(result.ok).toBe(true);
    expect(result.issues).toMatchObject([{ severity: 'warning', code: 'record/due-before-issued', pointer: '/invoices/0/due' }]);
  });
});

describe('what is given', () => {
  it('is read into plain data that reads the same again, and survives JSON', () => {
    fc.assert(
      fc.property(anyRecord, (input) => {
        const once = parseRecord(input, options);
        expect(parseRecord(once, options)).toEqual(once);
        expect(parseRecord(JSON.parse(JSON.stringify(once)), options)).toEqual(once);
        expect(JSON.parse(JSON.stringify(once))).toEqual(once);
      }),
    );
  });

  it('keeps every amount to the last digit, every part and every entry', () => {
    fc.assert(
      fc.property(anyRecord, (input) => {
        const record = parseRecord(input, options);
        const given = Object.entries(input).flatMap(([part, value]) => (value === undefined ? [] : [part]));
        expect(Object.keys(record).sort()).toEqual(given.sort());
        expect(record.transactions?.map(({ amount }) => readMinor(amount, 2))).toEqual(
          input.transactions?.map(({ amount }) => readMinor(amount, 2)),
        );
        expect(record.payments?.length).toBe(input.payments?.length);
      }),
    );
  });

  it('may be frozen, and is not changed', () => {
    fc.assert(
      fc.property(anyRecord, (input) => {
        const before = JSON.stringify(input);
        expect(safeParseRecord(deepFreeze(input), options).ok).toBe(true);
        expect(JSON.stringify(input)).toBe(before);
      }),
      { numRuns: 30 },
    );
  });

  it('may be anything', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true,
    });
    const part = fc.oneof(
      anything,
      fc.array(fc.oneof(anything, fc.record({ at: anything, amount: anything, id: anything, period: anything, lines: anything }))),
    );
    const shaped = fc.record({
      customer: anything,
      transactions: part,
      targets: part,
      facts: anything,
      previous: anything,
      override: anything,
    });
    fc.assert(
      fc.property(fc.oneof(anything, shaped), anything, (input, given) => {
        const result = safeParseRecord(input, options);
        expect(result.ok).toBe(!result.issues.some((issue) => issue.severity === 'error'));
        expect(result.issues.length).toBeLessThanOrEqual(100);
        expect(() => safeParseRecord(input, given as never)).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });
});
