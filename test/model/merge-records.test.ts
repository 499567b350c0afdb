import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ClassifierError } from '../../src/errors/classifier-error.js';
import { mergeRecords } from '../../src/model/merge-records.js';
import { anyRecord, asRecord, deepFreeze, everything, PARTS, TODAY as asOf } from '../classify/kit.js';

const reader = everything();
const factsOf = (one: unknown) => reader.score(asRecord(one), { asOf }).facts;
const merge = (a: object, b: object) => mergeRecords(asRecord({ customer: { id: 'C' }, ...a }), asRecord({ customer: { id: 'C' }, ...b }));
const codes = (a: object, b: object) => merge(a, b).issues.map(({ pointer, code, severity }) => `${pointer} ${code} ${severity}`);
const sale = (id: string | undefined, amount: unknown, others: object = {}) => ({ ...(id === undefined ? {} : { id }), at: '2026-06-01', amount, ...others });

describe('mergeRecords', () => {
  it('of a record with itself gives its facts, and no issue', () => {
    fc.assert(
      fc.property(anyRecord, (one) => {
        deepFreeze(one);
        const { record, issues } = mergeRecords(asRecord(one), asRecord(one));
        expect(issues).toEqual([]);
        expect(factsOf(record)).toEqual(factsOf(one));
      }),
      { numRuns: 60 },
    );
  });

  it('of two sources that each have some events gives the facts of all, whatever both have', () => {
    fc.assert(
      fc.property(anyRecord, fc.nat(20), (whole, seed) => {
        const side = (left: boolean) => ({
          ...whole,
          ...Object.fromEntries(PARTS.filter((part) => Array.isArray(whole[part]) && part !== 'assessments').map((part) => [part, (whole[part] as unknown[]).filter((_, index) => (index + seed) % 3 === 2 || (index + seed) % 3 === (left ? 0 : 1))])),
        });
        const { record, issues } = mergeRecords(asRecord(side(true)), asRecord(side(false)));
        expect(issues).toEqual([]);
        expect(factsOf(record)).toEqual(factsOf(whole));
      }),
      { numRuns: 60 },
    );
  });

  it('takes one event of one id, however it is written, and tells differences', () => {
    const a = { transactions: [sale('1', 10, { channel: 'web' })] };
    expect(merge(a, { transactions: [sale('1', '10.00', { units: 2, kind: 'sale' })] })).toMatchObject({ record: a, issues: [] });
    expect(merge(a, { transactions: [sale('1', 11, { channel: 'shop' })] })).toMatchObject({ record: a, issues: [{ code: 'record/differing-entry', severity: 'warning', pointer: '/transactions/0', params: { id: '1', fields: 'amount, channel' } }] });
    expect(codes(a, { transactions: [sale('1', 10, { kind: 'return' })] })).toEqual(['/transactions/0 record/differing-entry warning']);
    expect(codes({ costs: [sale('1', 10)] }, { costs: [sale('1', 10, { kind: 'visit' })] })).toEqual([]);
    expect(merge(a, { invoices: [{ id: '1' }], transactions: [sale('2', 10)] }).record.transactions).toHaveLength(2);
  });

  it('takes entries without an id as often as the source that has more of them', () => {
    const { record } = merge({ transactions: [sale(undefined, 1), sale(undefined, 1)] }, { transactions: [sale(undefined, '1.0'), sale(undefined, 2)] });
    expect(record.transactions?.map(({ amount }) => amount)).toEqual([1, 1, 2]);
  });

  it('looks for entries without an id among those of the same moment, so that thousands are no trouble', () => {
    const visits = (minute: number) => Array.from({ length: 5_000 }, (_, index) => ({ at: new Date(1.7e12 + (2 * index + minute) * 60_000).toISOString(), kind: 'visit' }));
    const start = performance.now();
    expect(merge({ interactions: visits(0) }, { interactions: [...visits(1), ...visits(0)] }).record.interactions).toHaveLength(10_000);
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(merge({ invoices: [{ issued: '2026-06-01', due: '2026-07-01', amount: 1 }] }, { invoices: [{ at: ' ', issued: '2026-06-01', due: '2026-07-01', amount: '1.00' }] }).record.invoices).toHaveLength(1);
  });

  it('tells of payments that stand inside an invoice of one source alone', () => {
    const invoice = { id: 'I-1', issued: '2026-06-01', due: '2026-07-01', amount: 10 };
    const paid = { ...invoice, payments: [{ at: '2026-06-05', amount: 10 }] };
    expect(codes({ invoices: [invoice] }, { invoices: [paid] })).toEqual(['/invoices/0 record/differing-entry warning']);
    expect(codes({ invoices: [paid] }, { invoices: [paid] })).toEqual([]);
  });

  it('does not throw for what is in the data', () => {
    const fails = (): never => { throw new Error('no'); };
    const circle: { [name: string]: unknown } = { id: '1', at: '2026-06-01', amount: 1 };
    circle['self'] = circle;
    const again: { [name: string]: unknown } = { id: '1', at: '2026-06-01', amount: 1 };
    again['self'] = again;
    let deep: object = {};
    for (let level = 0; level < 100_000; level += 1) deep = { deep };
    const hostile = [circle, again, deep, { get id() { return fails(); } }, new Proxy({}, { get: fails, ownKeys: fails, getPrototypeOf: fails }), null, 5];
    for (const one of hostile) {
      for (const other of hostile) {
        const parts = (entry: unknown) => ({ customer: { id: 'C', attributes: { entry } }, transactions: [entry], invoices: [{ id: '1', payments: [entry] }], payments: entry, facts: entry, coverage: entry, previous: entry });
        expect(merge(parts(one), parts(other)).record.customer.id).toBe('C');
      }
    }
  });

  it('fills in what one does not state, and notes what both state differently', () => {
    const a = { customer: { id: 'C', name: 'Ada', region: { country: 'CN' }, industry: ' ' }, facts: { nps: 1 } };
    const b = { customer: { id: 'C', name: 'A.', region: { country: 'US', city: 'X' }, industry: 'pharma' }, facts: { nps: 2, isPartner: true }, previous: { asOf, segment: 's' } };
    expect(merge(a, b).record).toEqual({
      customer: { id: 'C', name: 'Ada', region: { country: 'CN', city: 'X' }, industry: 'pharma' }, facts: { nps: 1, isPartner: true }, previous: { asOf, segment: 's' },
    });
    expect(codes(a, b)).toEqual(['/customer/name record/differing-value note', '/customer/region/country record/differing-value note', '/facts/nps record/differing-value note']);
    expect(codes({ override: { segment: 'x' } }, { override: { segment: 'y' } })).toEqual(['/override record/differing-value note']);
  });

  it('is complete since both are, of what both have', () => {
    const since = (from: string, part = 'transactions') => ({ coverage: { [part]: { from } } });
    expect(merge({ transactions: [], ...since('2026-01-01') }, { transactions: [], ...since('2026-02-01') }).record.coverage).toEqual({ transactions: { from: '2026-02-01' } });
    expect(merge({ transactions: [] }, { transactions: [], ...since('2026-02-01') }).record.coverage).toEqual({ transactions: { from: '2026-02-01' } });
    expect(merge({ transactions: [], ...since('2026-01-01') }, since('2026-02-01')).record.coverage).toEqual({ transactions: { from: '2026-01-01' } });
    expect('transactions' in merge({}, { interactions: [] }).record).toBe(false);
  });

  it('throws for two customers, and for none', () => {
    const codeOf = (a: unknown, b: unknown): string | undefined => {
      try {
        mergeRecords(asRecord(a), asRecord(b));
      } catch (error) {
        if (ClassifierError.is(error)) return error.issues[0].code;
      }
      return undefined;
    };
    expect(codeOf({ customer: { id: 'a' } }, { customer: { id: 'b' } })).toBe('record/other-customer');
    expect(codeOf({ customer: { id: ' ' } }, { customer: { id: 'b' } })).toBe('record/no-customer-id');
    expect(codeOf(null, { customer: { id: 'b' } })).toBe('record/no-customer-id');
  });
});
