import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rollUp } from '../../src/model/roll-up.js';
import type { CustomerRecord } from '../../src/model/types.js';
import { anyRecord, asRecord, deepFreeze, everything, PARTS, shuffled, TODAY as asOf, type AnyRecord } from '../classify/kit.js';

const record = (id: string, parent?: string, parts: object = {}): CustomerRecord => asRecord({ customer: parent === undefined ? { id } : { id, parent }, ...parts });
const codes = (records: readonly unknown[]) => rollUp(records as readonly CustomerRecord[]).issues.map(({ pointer, code, severity }) => `${pointer} ${code} ${severity}`);
const reader = everything();
const factsOf = (one: unknown) => reader.score(asRecord(one), { asOf }).facts;
const LISTS = PARTS.filter((part) => part !== 'facts');

/** The members of a family, each with a share of every part of a record. */
function partition(whole: AnyRecord, seed: number): readonly AnyRecord[] {
  const owner = (index: number): number => (index * 7 + seed) % 3;
  return [0, 1, 2].map((member) => ({
    ...(member === 0 ? whole : {}),
    ...(whole['coverage'] === undefined ? {} : { coverage: whole['coverage'] }),
    customer: member === 0 ? whole['customer'] : { id: `B-${String(member)}`, parent: member === 2 ? 'B-1' : 'C-1' },
    ...Object.fromEntries(LISTS.filter((part) => Array.isArray(whole[part])).map((part) => [part, (whole[part] as unknown[]).filter((_, index) => owner(index) === member)])),
  }));
}

describe('rollUp', () => {
  it('of a record in parts gives the facts of the whole record, in any order of the parts', () => {
    fc.assert(
      fc.property(anyRecord, fc.nat(20), (whole, seed) => {
        const parts = deepFreeze(partition(whole, seed));
        const forwards = rollUp(parts.map(asRecord));
        const shuffledOnes = rollUp(shuffled(parts, seed).map(asRecord));
        expect([forwards.records.length, forwards.orphans, forwards.issues]).toEqual([1, [], []]);
        expect(factsOf(forwards.records[0])).toEqual(factsOf(whole));
        expect(factsOf(shuffledOnes.records[0])).toEqual(factsOf(whole));
      }),
      { numRuns: 60 },
    );
  });

  it('adds branches of branches, and passes on as it is who has none', () => {
    const alone = record('alone', undefined, { transactions: [{ id: '1', at: '2026-06-01', amount: 1 }] });
    const family = ['c', 'b', 'a'].map((id) => record(id, { c: 'b', b: 'a' }[id], { interactions: [{ id, at: '2026-06-01', kind: 'visit' }] }));
    const { records } = rollUp([...family, alone]);
    expect(records.map(({ customer, interactions }) => [customer.id, interactions?.map(({ id }) => id)])).toEqual([['a', ['a', 'c', 'b']], ['alone', undefined]]);
    expect(records[1]).toBe(alone);
  });

  it('keeps apart entries of two branches under one id, with their links', () => {
    const books = (amount: number) => ({
      transactions: [{ id: '1', at: '2026-06-01', amount }, { id: '2', at: '2026-06-02', kind: 'return', returnOf: '1', amount }, { id: '3', at: '2026-06-03', amount }],
      invoices: [{ id: '1', issued: '2026-06-01', due: '2026-06-20', amount, payments: [{ id: 'p', at: '2026-06-02', amount: 1 }] }],
      payments: [{ id: 'q', at: '2026-06-03', amount: amount - 1, invoice: '1' }],
    });
    const [sum] = rollUp([record('a', undefined, books(10)), record('b', 'a', books(30))]).records;
    const { facts, findings } = reader.score(asRecord(sum), { asOf });
    expect(facts).toMatchObject({ purchases: 2, netSpend: 40, overdueAmount: 0, onTimePaymentRatio: 1, collected: 40 });
    expect(findings.filter(({ code }) => code === 'data/duplicate-id' || code === 'payment/unknown-invoice')).toEqual([]);
    expect(sum?.invoices?.map(({ id, payments }) => [id, payments?.[0]?.id])).toEqual([['a/1', 'a/p'], ['b/1', 'b/p']]);
  });

  it('lets a head office pay the invoice of a branch, and says where nobody knows which', () => {
    const invoices = [{ id: '1', issued: '2026-06-01', due: '2026-06-20', amount: 10 }];
    const payments = [{ at: '2026-06-03', amount: 10, invoice: '1' }];
    const head = record('a', undefined, { invoices: [], payments });
    const branch = (id: string) => record(id, 'a', { invoices, payments: [] });
    expect(factsOf(rollUp([head, branch('b')]).records[0])).toMatchObject({ overdueAmount: 0 });
    expect(codes([head, branch('b'), branch('c')])).toEqual(['/0/payments/0/invoice record/ambiguous-link warning']);
  });

  it('does not know of the whole what it does not know of a branch', () => {
    const { records, issues } = rollUp([record('a', undefined, { transactions: [] }), record('b', 'a'), record('c', 'a', { transactions: null })]);
    expect(records).toEqual([{ customer: { id: 'a' } }]);
    expect(issues.map(({ code, params }) => [code, params])).toEqual([['record/part-not-known', { part: 'transactions', ids: 'b, c', head: 'a' }]]);
    expect(codes([record('a', undefined, { costs: [] }), record('b', 'a', { costs: 7 })])).toEqual(['/1/costs record/wrong-type error']);
  });

  it('is complete since all of them are', () => {
    const since = (id: string, from: unknown) => record(id, id === 'a' ? undefined : 'a', { transactions: [], coverage: { transactions: { from } } });
    const whole = (...from: unknown[]) => rollUp(from.map((one, index) => since(['a', 'b', 'c'][index] ?? '', one))).records[0]?.coverage;
    expect(whole('2026-01-01', '2026-03-01', '2026-02-01')).toEqual({ transactions: { from: '2026-03-01' } });
    expect(whole('2026-01-01', 'never')).toEqual({ transactions: { from: 'never' } });
    expect(whole(new Date('2026-01-01T20:00:00Z'), '2026-01-01')).toEqual({ transactions: { from: '2026-01-02' } });
    expect(rollUp([record('a', undefined, { transactions: [] }), since('b', '2026-01-01')]).records[0]?.coverage).toEqual({ transactions: { from: '2026-01-01' } });
  });

  it('keeps what is the head office\'s own, and says that figures of branches are not added', () => {
    const head = record('a', undefined, { facts: { nps: 1 }, override: { segment: 'x', actor: 'y', reason: 'z' } });
    expect(rollUp([head, record('b', 'a', { facts: { nps: 2, gone: null }, previous: { asOf, segment: 'x' } })]).records).toEqual([head]);
    expect(codes([head, record('b', 'a', { facts: { nps: 2 } })])).toEqual(['/1/facts record/facts-not-added warning']);
  });

  it('counts those whose parent is not there', () => {
    const { records, orphans } = rollUp([record('a', 'x'), record('b', 'a'), record('c', 'y'), record('d')]);
    expect(records.map(({ customer }) => customer.id)).toEqual(['d']);
    expect(orphans).toEqual([{ part: 'customers', customerId: 'x', count: 2 }, { part: 'customers', customerId: 'y', count: 1 }]);
  });

  it('names those who belong to each other, once', () => {
    const { records, issues } = rollUp([record('c', 'b'), record('a', 'b'), record('b', 'a'), record('s', 's')]);
    expect(records).toEqual([]);
    expect(issues.map(({ code, pointer, params }) => [code, pointer, params['ids']])).toEqual([['record/parent-cycle', '/2/customer/parent', ['b', 'a']], ['record/parent-cycle', '/3/customer/parent', ['s']]]);
  });

  it('does not throw for what is in the data: what cannot be read stays for whoever classifies', () => {
    const fails = (): never => { throw new Error('no'); };
    for (const entry of [{ get id() { return fails(); } }, new Proxy({}, { get: fails, ownKeys: fails, getPrototypeOf: fails }), null, 5]) {
      const parts = { transactions: [entry], invoices: [{ id: '1', payments: [entry] }, entry], payments: entry, facts: entry, coverage: { transactions: entry } };
      const { records } = rollUp([{ customer: { id: 'a' }, ...parts }, { customer: { id: 'b', parent: 'a' }, ...parts }] as unknown as Parameters<typeof rollUp>[0]);
      expect(records[0]?.transactions?.map((one) => Object.is(one, entry))).toEqual([true, true]);
    }
  });

  it('names what is no record, and customers given twice', () => {
    const hostile = { get customer() { throw new Error('no'); } };
    expect(codes([null, {}, record('a'), record('a'), hostile])).toEqual(['/0 record/wrong-type error', '/1/customer/id record/missing-field error', '/3/customer/id record/duplicate-customer error', '/4 record/unreadable error']);
  });
});
