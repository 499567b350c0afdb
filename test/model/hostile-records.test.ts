import vm from 'node:vm';
import { afterEach, describe, expect, it } from 'vitest';
import { parseRecord, safeParseRecord } from '../../src/model/parse-record.js';

const options = { timeZone: 'Asia/Shanghai', currency: 'CNY' } as const;
const customer = { id: 'C-1' };
const issuesOf = (input: unknown): readonly string[] =>
  safeParseRecord(input, options).issues.map((issue) => `${issue.pointer} ${issue.code}`);

describe('getters', () => {
  it('are not run', () => {
    let runs = 0;
    const amount = (): number => {
      runs += 1;
      return 5;
    };
    const row = Object.defineProperty({ at: '2026-01-01' }, 'amount', { get: amount, enumerable: true });
    expect(issuesOf({ customer, transactions: [row] })).toEqual(['/transactions/0/amount document/accessor']);
    expect(runs).toBe(0);
  });

  it('of a class are no data', () => {
    class Customer {
      id = 'C-1';
      get name(): string {
        throw new Error('must not run');
      }
    }
    expect(parseRecord({ customer: new Customer() }, options)).toEqual({ customer: { id: 'C-1' } });
  });
});

describe('objects', () => {
  it('of another realm are read', () => {
    const input: unknown = vm.runInNewContext(
      `({ customer: { id: 'C-1' }, transactions: [{ at: new Date('2026-06-30T10:00:00Z'), amount: '5.00' }] })`,
    );
    expect(parseRecord(input, options)).toEqual({ customer, transactions: [{ at: '2026-06-30T18:00:00+08:00', amount: 5 }] });
  });

  it('without a prototype are read, and the result has the usual one', () => {
    const record = parseRecord(Object.assign(Object.create(null), { customer: Object.assign(Object.create(null), customer) }), options);
    expect([Object.getPrototypeOf(record), Object.getPrototypeOf(record.customer)]).toEqual([Object.prototype, Object.prototype]);
  });

  it('that throw at any touch are issues', () => {
    const trap = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('no');
        },
      },
    );
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    expect(issuesOf({ customer, transactions: trap })).toEqual(['/transactions record/unreadable']);
    expect(issuesOf({ customer, facts: revoked.proxy })).toEqual(['/facts record/unreadable']);
    expect(issuesOf(revoked.proxy)).toEqual([' record/unreadable']);
  });

  it('with symbols as names, functions and promises are refused', () => {
    expect(issuesOf({ customer: { id: 'a', [Symbol('x')]: 1 } })).toEqual(['/customer document/not-json']);
    expect(issuesOf({ customer, transactions: Promise.resolve([]) })).toEqual(['/transactions document/not-json']);
    expect(issuesOf({ customer: () => customer })).toEqual(['/customer record/wrong-type']);
  });
});

describe('sizes', () => {
  it('stop at a hundred issues', () => {
    expect(issuesOf({ customer, transactions: Array.from({ length: 5_000 }, () => ({})) })).toHaveLength(100);
    expect(issuesOf({ customer, facts: Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`f${i}`, {}])) })).toHaveLength(100);
  });

  it('of lists are limited', () => {
    const sparse: unknown[] = [];
    sparse.length = 4_000_000_000;
    expect(issuesOf({ customer, transactions: sparse })).toEqual(['/transactions record/list-too-long']);
  });

  it('of nesting are limited', () => {
    const deep = Array.from({ length: 100_000 }).reduce<unknown>((inner) => ({ inner }), 1);
    const issues = issuesOf({ customer: { id: 'a', attributes: { deep } } });
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatch(/ record\/too-deep$/);
  });

  it('that would grow without end are limited', () => {
    const cycle: { [key: string]: unknown } = {};
    cycle['self'] = cycle;
    expect(issuesOf({ customer: { id: 'a', attributes: cycle } })).toEqual(['/customer/attributes/self document/cycle']);
  });
});

describe('prototypes', () => {
  const polluted: string[] = [];
  const pollute = (name: string, value: unknown): void => {
    polluted.push(name);
    Object.defineProperty(Object.prototype, name, { value, configurable: true, enumerable: true, writable: true });
  };
  afterEach(() => {
    for (const name of polluted.splice(0)) Reflect.deleteProperty(Object.prototype, name);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('are not reached by the name %s', (name) => {
    for (const path of ['', '"customer":{"id":"a","attributes":']) {
      const close = path === '' ? '' : '}}';
      const input: unknown = JSON.parse(`{${path}${path === '' ? '' : '{'}"${name}":{"polluted":true}${close}}`);
      expect(issuesOf(input).filter((issue) => issue.endsWith('document/forbidden-name'))).toHaveLength(1);
    }
    expect('polluted' in {}).toBe(false);
  });

  it('that are polluted add no field and hide none', () => {
    pollute('name', 'Mallory');
    pollute('kind', 'return');
    pollute('currency', 'JPY');
    pollute('transactions', [{ at: '2026-01-01', amount: 1 }]);
    pollute('lines', [{ amount: 1 }]);
    const record = parseRecord({ customer, payments: [{ at: '2026-01-01', amount: '1.50' }] }, options);
    expect(Object.keys(record)).toEqual(['customer', 'payments']);
    expect(Object.keys(record.customer)).toEqual(['id']);
    expect(Object.keys(record.payments?.[0] ?? {})).toEqual(['at', 'amount']);
    expect(record.payments?.[0]?.amount).toBe(1.5);
    expect(issuesOf({ customer: {} })).toEqual(['/customer/id record/missing-field']);
  });
});
