import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divideHalfEven, isCurrency, majorOf, MAX_MINOR, meanMinor, minorExponent, ratioOf, readMinor } from '../../src/internal/money.js';
import { hasShared, noteShared } from '../shared.js';
import { oracleCases } from './oracle.js';

describe('readMinor', () => {
  it.each([
    [12.5, 2, 1250],
    ['12.5', 2, 1250],
    ['12.5000', 2, 1250],
    [' 12.50 ', 2, 1250],
    ['+1', 2, 100],
    ['-0.01', 2, -1],
    ['12.', 2, 1200],
    ['007', 2, 700],
    [{ minor: 1250 }, 2, 1250],
    [{ minor: '1250' }, 2, 1250],
    [19.99, 2, 1999],
    [0.29, 2, 29],
    [1.005, 3, 1005],
    ['1250', 0, 1250],
    [8.0001, 4, 80_001],
    [{ minor: -3 }, 0, -3],
    [MAX_MINOR, 0, MAX_MINOR],
  ])('reads %o with %i digits', (value, exponent, minor) => expect(readMinor(value, exponent)).toBe(minor));

  it.each([
    ['1.005', 2, 'excess-precision'],
    [1.005, 2, 'excess-precision'],
    [0.1 + 0.2, 2, 'excess-precision'],
    [{ minor: 1.5 }, 2, 'excess-precision'],
    [0.5, 0, 'excess-precision'],
    ['1,250.00', 2, 'not-money'],
    ['1e3', 2, 'not-money'],
    ['', 2, 'not-money'],
    ['.5', 2, 'not-money'],
    ['¥5', 2, 'not-money'],
    ['0x10', 2, 'not-money'],
    ['Infinity', 2, 'not-money'],
    [Number.NaN, 2, 'not-money'],
    [Number.POSITIVE_INFINITY, 2, 'not-money'],
    [null, 2, 'not-money'],
    [true, 2, 'not-money'],
    [10n, 2, 'not-money'],
    [{}, 2, 'not-money'],
    [{ minor: '1.5' }, 2, 'not-money'],
    [{ minor: null }, 2, 'not-money'],
    [[5], 2, 'not-money'],
    ['１２', 2, 'not-money'],
    [1e300, 2, 'too-large'],
    ['9'.repeat(400), 2, 'too-large'],
    [{ minor: 2 ** 52 }, 2, 'too-large'],
    [-1e15, 3, 'too-large'],
  ])('refuses %o with %i digits: %s', (value, exponent, problem) => expect(readMinor(value, exponent)).toBe(problem));

  it('reads zero without a sign', () => {
    for (const zero of [-0, '-0.00', { minor: -0 }]) expect(Object.is(readMinor(zero, 2), 0)).toBe(true);
  });

  it('reads every amount that it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -MAX_MINOR, max: MAX_MINOR }), fc.constantFrom(0, 2, 3, 4), (minor, exponent) => {
        expect(readMinor(majorOf(minor, exponent), exponent)).toBe(minor);
        expect(readMinor({ minor }, exponent)).toBe(minor);
        const digits = String(Math.abs(minor)).padStart(exponent + 1, '0');
        const text = `${minor < 0 ? '-' : ''}${digits.slice(0, digits.length - exponent)}.${digits.slice(digits.length - exponent)}00`;
        expect(readMinor(text, exponent)).toBe(minor);
      }),
    );
  });
});

describe('currencies', () => {
  it('have the digits of ISO 4217', () => {
    expect(['CNY', 'JPY', 'KWD', 'CLF', 'toString'].map(minorExponent)).toEqual([2, 0, 3, 4, 2]);
  });

  it('are known by their code alone', () => {
    expect(['CNY', 'USD', 'KWD', 'cny', 'RMB', '', 'US', '__proto__'].map(isCurrency)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('division', () => {
  it.each([
    [5n, 2n, 2n],
    [7n, 2n, 4n],
    [-5n, 2n, -2n],
    [-7n, 2n, -4n],
    [7n, -2n, -4n],
    [10n, 3n, 3n],
    [11n, 3n, 4n],
    [0n, 5n, 0n],
  ])('%d / %d is %d, half to even', (numerator, denominator, quotient) => expect(divideHalfEven(numerator, denominator)).toBe(quotient));

  it('gives the mean of minor units', () => {
    expect([meanMinor(10, 4), meanMinor(14, 4), meanMinor(7, 1)]).toEqual([2, 4, 7]);
  });

  it('gives one double for equal ratios', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
        fc.bigInt({ min: 1n, max: 10n ** 9n }),
        fc.bigInt({ min: 1n, max: 10n ** 6n }),
        (a, b, k) => {
          expect(ratioOf(a * k, b * k)).toBe(ratioOf(a, b));
        },
      ),
    );
    expect(ratioOf(3680n, 4000n)).toBe(0.92);
    expect(ratioOf(1n, 0n)).toBe(Number.POSITIVE_INFINITY);
    expect(ratioOf(0n, 0n)).toBeNaN();
    expect(Object.is(ratioOf(0n, -5n), 0)).toBe(true);
  });
});

describe('an object as an amount', () => {
  it('has `minor` as its own data property: nothing inherited is seen and no getter is run', () => {
    let runs = 0;
    const counted = Object.defineProperty({}, 'minor', { get: () => (runs += 1), enumerable: true });
    const inherited: unknown = Object.create({ minor: 5 });
    expect([counted, inherited, {}, [5], new Map(), null].map((value) => readMinor(value, 2))).toEqual(Array(6).fill('not-money'));
    expect(runs).toBe(0);
    expect([{ minor: 5 }, { minor: '5' }, Object.assign(Object.create(null), { minor: -5 })].map((value) => readMinor(value, 2))).toEqual([5, 5, -5]);
  });
});

describe.runIf(hasShared)('money, by the oracle', () => {
  it('rounds half to even as decimal arithmetic does', () => {
    for (const { inputs, expected } of oracleCases<{ values: readonly string[] }, { half_even: readonly string[] }>(
      'stats/cases.json',
      'decimal_rounding_2dp',
    )) {
      const rounded = inputs.values.map((text) => {
        const minor = readMinor(text, 3);
        return typeof minor === 'number' ? (Number(divideHalfEven(BigInt(minor), 10n)) / 100).toFixed(2) : minor;
      });
      expect(rounded).toEqual(expected.half_even);
    }
  });
});

noteShared('the oracle of money', 'oracles/stats/cases.json');
