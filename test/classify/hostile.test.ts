// Records that nobody should send, and that are sent: nothing that is in a record may throw.
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { ClassifierError } from '../../src/errors/classifier-error.js';
import { FINDING_CODES } from '../../src/errors/finding-codes.js';
import { anyRecord, asRecord, everything, PARTS, TODAY } from './kit.js';

const asOf = TODAY;
const reader = everything();

/** Classifies whatever it is; only a record without a customer id may be refused. */
function classified(record: unknown): ReturnType<typeof reader.classify> | undefined {
  const all = [...reader.classifyAll([asRecord(record)], { asOf })];
  expect(all).toHaveLength(1);
  for (const run of ['classify', 'assign', 'score'] as const) {
    try {
      reader[run](asRecord(record), { asOf });
    } catch (error) {
      expect(ClassifierError.is(error) && error.issues.map(({ code }) => code)).toEqual(['record/no-customer-id']);
    }
  }
  const [one] = all;
  expect(JSON.parse(JSON.stringify(one))).toEqual(one);
  for (const { code } of one?.findings ?? []) expect([...FINDING_CODES, 'record/no-customer-id']).toContain(code);
  return one;
}

const anything = fc.anything({ withBigInt: true, withBoxedValues: true, withDate: true, withMap: true, withSet: true, withNullPrototype: true, withObjectString: true, withSparseArray: true, withTypedArray: true, maxDepth: 3 });
const when = fc.oneof(anything, fc.constantFrom('2026-06-01', '2026-06-01T10:00', '2026-06-01T10:00:00Z', '9999-12-31', '0001-01-01', '9999-12-31T23:59:59Z', new Date(8.64e15), new Date(-8.64e15)));
const amount = fc.oneof(anything, fc.constantFrom(5, '5', { minor: 5 }, { minor: {} }, '1e5', -1, Number.MAX_VALUE));
const entry = fc.record(
  {
    id: fc.oneof(anything, fc.constantFrom('1', '2', 1)), at: when, issued: when, due: when, amount, kind: anything, returnOf: fc.oneof(anything, fc.constantFrom('1', '2')), currency: fc.oneof(anything, fc.constantFrom('USD', 'CNY', 'XTS')),
    units: anything, lines: fc.oneof(anything, fc.array(fc.record({ amount, units: anything, category: anything }))), channel: anything, payments: fc.oneof(anything, fc.array(fc.record({ at: when, amount }))),
    invoice: fc.constantFrom('1', '2', 3), period: fc.oneof(anything, fc.constantFrom('2026-Q1', 'FY9999-Q4', '0002', { from: '2026-01-01', to: new Date(8.64e15) })), measure: fc.constantFrom('units', 'sales', 'collections'), actual: amount,
    indicator: fc.constantFrom('loyalty', 1), rating: anything, of: anything, stage: anything, status: anything,
  },
  { requiredKeys: [] },
);
const part = fc.oneof(anything, fc.array(fc.oneof(entry, anything), { maxLength: 4 }));
const record = fc.record(
  {
    customer: fc.oneof(anything, fc.record({ id: fc.constant('C'), since: when, attributes: anything, region: anything, size: anything, kind: anything })),
    ...Object.fromEntries([...PARTS, 'surveys', 'costs', 'coverage'].map((name) => [name, part])),
    facts: fc.oneof(anything, fc.dictionary(fc.constantFrom('netSpend', 'nps', 'isPartner', 'toString', 'webShare'), anything)),
    coverage: fc.oneof(anything, fc.record({ transactions: fc.oneof(anything, fc.record({ from: when })) })),
    previous: fc.oneof(anything, fc.record({ asOf: when, policy: fc.oneof(anything, fc.record({ id: anything })), segment: anything })),
    override: fc.oneof(anything, fc.record({ segment: fc.constantFrom<unknown>('none', 5, 'x'), actor: fc.constant('a'), reason: fc.constant('b'), from: when, until: when })),
  },
  { requiredKeys: [] },
);

describe('whatever a record is', () => {
  it('is classified, or refused for its id', () => {
    fc.assert(fc.property(anything, (value) => void classified(value)), { numRuns: 300 });
    fc.assert(fc.property(record, (value) => void classified(value)), { numRuns: 1500 });
  });

  it('leaves the other parts as they are', () => {
    const known = everything().classify(asRecord({ customer: { id: 'C' }, transactions: [{ at: '2026-06-01', amount: 5 }] }), { asOf });
    fc.assert(
      fc.property(fc.constantFrom('invoices', 'interactions', 'opportunities', 'assessments'), part, (name, value) => {
        const result = classified({ customer: { id: 'C' }, transactions: [{ at: '2026-06-01', amount: 5 }], [name]: value });
        expect(result?.facts).toMatchObject({ netSpend: known.facts['netSpend'], purchases: 1, daysSinceLastPurchase: 29 });
      }),
      { numRuns: 300 },
    );
  });

  it.each([undefined, null, 5, 'x', [], [[]], () => 0, Symbol('x'), new Map(), new Date(), { customer: null }, { customer: { id: '' } }, { customer: { id: 7 } }, { customer: 'C' }])('is nobody without an id: %o', (value) => {
    expect(() => reader.classify(asRecord(value), { asOf })).toThrow(/record\/no-customer-id/);
    expect(() => reader.assign(asRecord(value), { asOf })).toThrow(/record\/no-customer-id/);
    expect(classified(value)).toMatchObject({ customerId: '', findings: expect.arrayContaining([{ code: 'record/no-customer-id', pointer: '/customer/id', params: {} }]) as unknown });
  });
});

const plain = { customer: { id: 'C' }, transactions: [{ at: '2026-06-01', amount: 5 }], invoices: [], interactions: [{ at: '2026-06-01', kind: 'visit' }], facts: { nps: 9 } };
const ofPlain = reader.classify(asRecord(plain), { asOf });
const throws = (): never => {
  throw new Error('hostile');
};

describe('objects that are more than data', () => {
  it('may be instances of classes: what they own is read', () => {
    class Loaded {
      constructor(fields: object) {
        Object.assign(this, fields);
      }
      get facts(): unknown {
        return { netSpend: 1e6 };
      }
    }
    const { facts: _facts, ...others } = plain;
    const instance = new Loaded({ ...others, transactions: plain.transactions.map((one) => new Loaded(one)) });
    expect(reader.classify(asRecord(instance), { asOf }).facts).toEqual({ ...ofPlain.facts, nps: null });
  });

  it('may have getters that throw: the rest is read', () => {
    const bad = { ...plain.transactions[0] };
    Object.defineProperty(bad, 'amount', { get: throws, enumerable: true });
    const result = classified({ ...plain, transactions: [bad] });
    expect(result).toMatchObject({ customerId: 'C', facts: { netSpend: null, nps: 9, interactions: 1 } });
    expect(result?.findings).toContainEqual({ code: 'data/unreadable-entry', pointer: '/transactions/0/amount', params: { problem: 'money/not-money' } });
  });

  it('may be cyclic', () => {
    const cyclic: { [part: string]: unknown } = { ...plain };
    cyclic['customer'] = { id: 'C', attributes: { self: cyclic } };
    cyclic['transactions'] = [{ at: '2026-06-01', amount: 5, lines: cyclic }];
    expect(classified(cyclic)?.facts['netSpend']).toBe(5);
    const instance: object = Object.assign(Object.create({ inherited: 1 }) as object, cyclic);
    expect(classified(instance)?.facts['netSpend']).toBe(5);
  });

  it('may refer to each other without end: copying stays quick', () => {
    const nodes: unknown[] = [];
    for (let index = 0; index < 300; index += 1) nodes.push({ nodes });
    const instance: object = Object.assign(Object.create({ inherited: 1 }) as object, plain, { nodes });
    expect(classified(instance)?.facts).toEqual(ofPlain.facts);
  });

  it('may be proxies that behave', () => {
    const wrap = (value: unknown): unknown => (typeof value !== 'object' || value === null ? value : new Proxy(value, { get: (target, key) => wrap(Reflect.get(target, key)) }));
    expect(reader.classify(asRecord(wrap(plain)), { asOf })).toEqual(ofPlain);
  });

  it('may be proxies that throw or were revoked', () => {
    const traps = { get: throws, has: throws, ownKeys: throws, getPrototypeOf: throws, getOwnPropertyDescriptor: throws };
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    for (const hostile of [new Proxy({}, traps), new Proxy([], traps), revoked.proxy, new Proxy({}, { ...traps, ownKeys: () => [] }), new Proxy(new Date(), traps)]) {
      expect(classified(hostile)?.customerId).toBe('');
      for (const name of PARTS) expect(classified({ ...plain, [name]: hostile })?.customerId).toBe('C');
      expect(classified({ ...plain, transactions: [hostile] })?.facts['netSpend']).toBeNull();
      expect(classified({ ...plain, transactions: [{ at: hostile, amount: 5 }] })?.facts['netSpend']).toBeNull();
      expect(classified({ ...plain, transactions: [{ at: '2026-06-01', amount: hostile }] })?.facts['netSpend']).toBeNull();
      expect(classified({ ...plain, facts: { nps: hostile } })?.facts['nps']).toBeNull();
    }
  });

  it('may be longer than any customer is', () => {
    const long = new Array<unknown>(4_000_000_000);
    expect(classified({ ...plain, transactions: long })?.facts['netSpend']).toBeNull();
    expect(classified({ ...plain, transactions: [{ at: '2026-06-01', amount: 5, lines: long }] })?.facts['netSpend']).toBe(5);
    expect(classified({ ...plain, invoices: [{ issued: '2026-06-01', due: '2026-06-01', amount: 5, payments: long }] })?.facts['overdueAmount']).toBeNull();
    expect(classified({ ...plain, facts: { nps: long } })?.facts['nps']).toBeNull();
  });
});

describe('a polluted Object.prototype', () => {
  const names = ['amount', 'transactions', 'facts', 'kind', 'netSpend', 'override', 'previous', 'coverage', 'minor', 'id', 'payments', 'returnOf', 'currency'];
  afterEach(() => {
    for (const name of names) Reflect.deleteProperty(Object.prototype, name);
  });

  it.each(names)('changes nothing: %s', (name) => {
    const bare = { customer: { id: 'C' }, transactions: [{ at: '2026-06-01' }], invoices: [{ issued: '2026-06-01', due: '2026-06-02', amount: 5 }] };
    const expected = reader.classify(asRecord(bare), { asOf });
    for (const value of [{ segment: 'none', actor: 'x', reason: 'y', transactions: { from: '2026-06-30' } }, 'return', 5, []]) {
      Object.defineProperty(Object.prototype, name, { value, configurable: true, enumerable: true, writable: true });
      const result = reader.classify(asRecord(bare), { asOf });
      const text = JSON.stringify([result.segment, result.status, result.facts, result.findings]);
      Reflect.deleteProperty(Object.prototype, name);
      expect(JSON.parse(text)).toEqual([expected.segment, expected.status, expected.facts, expected.findings]);
    }
  });
});

it('one bad record never stops a batch', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(record, anything, anyRecord), { maxLength: 6 }), (records) => {
      let done = 0;
      const results = [...reader.classifyAll(records.map(asRecord), { asOf, onProgress: (count) => (done = count) })];
      expect([results.length, done]).toEqual([records.length, records.length]);
      expect(() => reader.calibrate(records.map(asRecord), { asOf })).not.toThrow();
    }),
    { numRuns: 200 },
  );
});

it('what a polluted prototype adds is not seen, even where no loop finds it', () => {
  const record = { customer: { id: '1' } };
  try {
    Object.defineProperty(Object.prototype, 'transactions', { value: [{ at: '2026-06-01', amount: 5 }], enumerable: false, configurable: true });
    expect(reader.classify(asRecord(record), { asOf }).findings).toContainEqual({ code: 'data/part-absent', params: { part: 'transactions' } });
  } finally {
    Reflect.deleteProperty(Object.prototype, 'transactions');
  }
});
