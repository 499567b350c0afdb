// Amounts as facts: exact sums, currencies, rates.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createConvert, readRate } from '../../src/facts/rates.js';
import { MAX_MINOR } from '../../src/internal/money.js';
import { back, fact, noticed, read, sale } from './kit.js';

const RATES = [
  { from: 'USD', to: 'CNY', date: '2026-01-01', rate: '7.1' },
  { from: 'USD', to: 'CNY', date: '2026-06-01', rate: 7.25 },
  { from: 'JPY', to: 'CNY', date: '2026-01-01', rate: '0.045' },
  { from: 'KWD', to: 'CNY', date: '2026-01-01', rate: '23.5' },
];
const inDollars = (at: string, amount: number | string | object) => sale(at, amount, { currency: 'USD' });
const spend = (transactions: readonly unknown[], change: object = {}) => fact('netSpend', { transactions }, { change: { ...change }, options: { rates: RATES } });

describe('sums of money', () => {
  it('are exact', () => {
    expect(fact('netSpend', { transactions: Array.from({ length: 10 }, () => sale('2026-01-01', 0.1)) })).toBe(1);
    expect(fact('netSpend', { transactions: [sale('2026-01-01', 0.1), sale('2026-01-01', '0.2'), sale('2026-01-01', { minor: 3 }), sale('2026-01-01', { minor: '4' })] })).toBe(0.37);
  });

  it('equal the sum of whole minor units, in any currency', () => {
    const currency = fc.constantFrom(['JPY', 0] as const, ['CNY', 2] as const, ['KWD', 3] as const);
    fc.assert(
      fc.property(currency, fc.array(fc.record({ minor: fc.nat(10 ** 12), isReturn: fc.boolean() }), { maxLength: 20 }), ([code, exponent], entries) => {
        const transactions = entries.map(({ minor, isReturn }) => (isReturn ? back('2026-01-01', minor / 10 ** exponent) : sale('2026-01-01', minor / 10 ** exponent)));
        const total = entries.reduce((sum, { minor, isReturn }) => sum + BigInt(isReturn ? -minor : minor), 0n);
        expect(fact('netSpend', { transactions }, { change: { currency: code } })).toBe(Number(total) / 10 ** exponent);
      }),
    );
  });

  it('have the digits of their currency', () => {
    expect(fact('netSpend', { transactions: [sale('2026-01-01', '1234')] }, { change: { currency: 'JPY' } })).toBe(1234);
    expect(noticed(['netSpend'], { transactions: [sale('2026-01-01', '1234.5')] }, { change: { currency: 'JPY' } })).toEqual(['data/unreadable-entry /transactions/0/amount']);
    expect(fact('netSpend', { transactions: [sale('2026-01-01', '1.2345')] }, { change: { currency: 'KWD' } })).toBeNull();
    expect(fact('netSpend', { transactions: [sale('2026-01-01', '1.234000')] }, { change: { currency: 'KWD' } })).toBe(1.234);
  });

  it('reach 2^51 minor units and not further', () => {
    const most = { minor: MAX_MINOR };
    expect(fact('netSpend', { transactions: [sale('2026-01-01', most)] })).toBe(MAX_MINOR / 100);
    expect(read(['netSpend'], { transactions: [sale('2026-01-01', most), sale('2026-01-01', '0.01')] })).toMatchObject({ facts: { netSpend: null }, findings: [{ code: 'money/too-large', fact: 'netSpend' }] });
    expect(read(['netSpend', 'purchases'], { transactions: [sale('2026-01-01', { minor: MAX_MINOR + 1 })] })).toMatchObject({
      facts: { netSpend: null, purchases: 1 },
      findings: [{ code: 'money/too-large', pointer: '/transactions/0/amount' }],
    });
    // Sums that were beyond exact numbers on the way are not trusted when they come back.
    const many = Array.from({ length: 9 }, () => sale('2026-01-01', most));
    expect(fact('netSpend', { transactions: [...many, ...many.map(() => back('2026-01-01', most))] })).toBeNull();
  });
});

describe('other currencies', () => {
  it('are converted at the latest rate on or before the day of each event, then rounded, then summed', () => {
    expect(spend([inDollars('2026-05-31', 10)])).toBe(71);
    expect(spend([inDollars('2026-06-01', 10)])).toBe(72.5);
    expect(spend([inDollars('2026-06-02', '0.01'), inDollars('2026-06-02', '0.01')])).toBe(0.14);
  });

  it('round half to even', () => {
    // 0.02 at 7.25 is 0.145, 0.06 is 0.435.
    expect(spend([inDollars('2026-06-01', '0.02')])).toBe(0.14);
    expect(spend([inDollars('2026-06-01', '0.06')])).toBe(0.44);
  });

  it('have the digits of their own minor units', () => {
    expect(spend([sale('2026-06-01', 1000, { currency: 'JPY' })])).toBe(45);
    expect(spend([sale('2026-06-01', '1.234', { currency: 'KWD' })])).toBe(29);
    expect(fact('netSpend', { transactions: [sale('2026-06-01', '10.00', { currency: 'CNY' })] }, { change: { currency: 'JPY' }, options: { rates: [{ from: 'CNY', to: 'JPY', date: '2026-01-01', rate: 22 }] } })).toBe(220);
  });

  it('without a rate make each money fact missing whose window holds them, and no count', () => {
    const transactions = [sale('2026-06-01', 5), inDollars('2025-12-31', 10), sale('2026-06-02', 1, { currency: 'EUR' })];
    const { facts, findings } = read(['netSpend', 'purchases', 'meanOrderValue', 'refunds'], { transactions }, { options: { rates: RATES } });
    expect(facts).toMatchObject({ netSpend: null, purchases: 3, meanOrderValue: null, refunds: 0 });
    expect(findings).toEqual([
      { code: 'money/rate-missing', pointer: '/transactions/1/amount', params: { currency: 'USD', to: 'CNY' } },
      { code: 'money/rate-missing', pointer: '/transactions/2/amount', params: { currency: 'EUR', to: 'CNY' } },
    ]);
    expect(spend([...transactions, sale('2026-03-01', 9)], { window: { calendar: 'quarter', back: 1 } })).toBe(9);
  });

  it('take a blank currency for none', () => expect(spend([sale('2026-06-01', 5, { currency: ' ' })])).toBe(5));

  it('are one currency in returns of a sale', () => {
    const transactions = [sale('2026-05-01', 10, { currency: 'USD', id: 'A' }), back('2026-06-10', 10, { currency: 'USD', returnOf: 'A' })];
    expect(fact('purchases', { transactions }, { options: { rates: RATES } })).toBe(0);
    expect(spend(transactions)).toBe(-1.5);
  });
});

describe('rates', () => {
  it('are read exactly', () => {
    expect(readRate('7.25')).toEqual({ numerator: 725n, denominator: 100n });
    expect(readRate(1e-7)).toEqual({ numerator: 1n, denominator: 10_000_000n });
    expect(readRate(2.5e21)).toEqual({ numerator: 25n * 10n ** 20n, denominator: 1n });
    for (const wrong of [0, '0.00', -1, '', 'x', '1,5', null, Number.NaN, Number.POSITIVE_INFINITY, `1e${'9'.repeat(9)}`]) expect(readRate(wrong)).toBeNull();
  });

  it('do not depend on their order, and are found as by looking through all', () => {
    const rate = fc.record({ day: fc.nat(30), numerator: fc.bigInt({ min: 1n, max: 1000n }) });
    fc.assert(
      fc.property(fc.uniqueArray(rate, { selector: ({ day }) => day, maxLength: 8 }), fc.nat(35), fc.nat(10 ** 6), (rates, day, minor) => {
        const known = rates.map((one) => ({ ...one, from: 'USD', to: 'CNY', denominator: 1n }));
        const convert = createConvert(known);
        const latest = known.filter((one) => one.day <= day).sort((a, b) => b.day - a.day)[0];
        expect(convert(minor, 'USD', 'CNY', day)).toBe(latest === undefined ? null : minor * Number(latest.numerator));
        expect(createConvert([...known].reverse())(minor, 'USD', 'CNY', day)).toBe(convert(minor, 'USD', 'CNY', day));
        expect(convert(minor, 'CNY', 'USD', day)).toBeNull();
      }),
    );
  });
});
