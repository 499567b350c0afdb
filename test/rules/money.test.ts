import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClassifier, parsePolicy } from 'clientele';
import { parseRule, safeParseRule, type RuleSchema } from '../../src/rules/index.js';
import { ask, issuesOf, problems, schema, v, valueOf } from './kit.js';

describe('money', () => {
  it('is compared exactly, in major units', () => {
    expect(ask({ '>=': [v('netSpend'), 5000] }, { netSpend: 4999.99 })).toBe('false');
    expect(ask({ '>=': [v('netSpend'), 5000] }, { netSpend: '5000.000' })).toBe('true');
    expect(ask({ '==': [v('netSpend'), 0.29] }, { netSpend: { minor: 29 } })).toBe('true');
    expect(ask({ '==': [{ '+': [v('netSpend'), v('refunds')] }, 0.3] }, { netSpend: 0.1, refunds: 0.2 })).toBe('true');
    expect(ask({ between: [v('netSpend'), 1.1, 2.2] }, { netSpend: 2.2 })).toBe('true');
    expect(ask({ in: [v('netSpend'), [0.1, 0.29]] }, { netSpend: 0.29 })).toBe('true');
    expect(ask({ '>': [v('netSpend'), v('refunds')] }, { netSpend: 2, refunds: 1.99 })).toBe('true');
  });

  it('is shown in major units', () => {
    expect(valueOf({ '-': [v('netSpend'), v('refunds')] }, { netSpend: 10, refunds: 0.1 })).toBe(9.9);
    expect(valueOf({ '-': [v('refunds')] }, { refunds: 0.1 })).toBe(-0.1);
    expect(valueOf({ max: [v('netSpend'), 7.5] }, { netSpend: 5 })).toBe(7.5);
    expect(valueOf({ if: [v('vip'), v('netSpend'), 1] }, { vip: false, netSpend: 5 })).toBe(1);
  });

  it.each([
    // minor × factor, rounded half to even
    [0.05, 0.5, 0.02],
    [0.15, 0.5, 0.08],
    [0.25, 0.1, 0.02],
    [10.05, 0.1, 1],
    [10.15, 0.1, 1.02],
    [-0.05, 0.5, -0.02],
    [1, 1 / 3, 0.33],
    [3, 1.1, 3.3],
    [100, 1e-7, 0],
    [0.01, 1e3, 10],
  ])('%d × %d is %d', (amount, factor, product) => {
    expect(valueOf({ '*': [v('netSpend'), v('other')] }, { netSpend: amount, other: factor })).toBe(product);
  });

  it('is shown in major units within lists too', () => {
    expect(valueOf(v('orders'), { orders: [{ amount: 5, units: 2, kind: 'web' }, { amount: '0.29' }] })).toEqual([
      { amount: 5, units: 2, kind: 'web' },
      { amount: 0.29, units: null, kind: null },
    ]);
    expect(valueOf([v('netSpend'), v('other'), v('refunds')], { netSpend: 5, other: 7 })).toEqual([5, 7, null]);
    expect(valueOf({ if: [v('vip'), v('orders'), v('orders')] }, { vip: true, orders: [{ amount: 1.5 }] })).toMatchObject([{ amount: 1.5 }]);
    const traced = parseRule(v('orders'), { schema }).trace({ orders: [{ amount: 1.5 }] });
    expect(traced.outcome).toMatchObject({ value: [{ amount: 1.5 }] });
  });

  it('is not asked for within a list that is written out: there it would be a plain number of minor units', () => {
    expect(problems({ some: [[v('netSpend')], { '>': [v(''), 400] }] })).toEqual(['rule/type-mismatch /some/0/0']);
    expect(problems({ in: [5, { if: [v('vip'), [v('netSpend')], [1]] }] })).toEqual(['rule/type-mismatch /in/1/if/1']);
    expect(problems({ none: [[true], { '==': [v(''), 'a'] }] })).toEqual(['rule/type-mismatch /none/0/0']);
    expect(ask({ in: [5, [v('netSpend'), v('refunds')]] }, { netSpend: 5 })).toBe('true');
    expect(ask({ some: [[v('other'), 2, 'a', v('since')], { '==': [v(''), 2] }] }, { other: 1, since: '2026-01-01' })).toBe('true');
  });

  it('one list stands for another only where their elements are alike', () => {
    const lists: RuleSchema = {
      orders: { type: 'list', element: { amount: { type: 'money' } } },
      returns: { type: 'list', element: { amount: { type: 'money' } } },
      visits: { type: 'list', element: { amount: { type: 'number' } } },
    };
    const either = (first: string, second: string) => ({ some: [{ default: [v(first), v(second)] }, { '>=': [v('amount'), 5] }] });
    expect(safeParseRule(either('orders', 'visits'), { schema: lists }).issues).toMatchObject([{ code: 'rule/type-mismatch', pointer: '/some/0/default/1' }]);
    const rule = parseRule(either('orders', 'returns'), { schema: lists });
    expect([rule.test({ returns: [{ amount: 5 }] }), rule.test({ orders: [{ amount: 4.99 }] }), rule.test({})]).toEqual(['true', 'false', 'unknown']);
  });

  it('money by a number is money, money by money is a number', () => {
    expect(valueOf({ '/': [v('netSpend'), 3] }, { netSpend: 10 })).toBe(3.33);
    expect(valueOf({ '/': [v('netSpend'), 0.3] }, { netSpend: 0.1 })).toBe(0.33);
    expect(valueOf({ '/': [v('netSpend'), 8] }, { netSpend: 0.2 })).toBe(0.02);
    expect(valueOf({ '/': [v('refunds'), v('netSpend')] }, { refunds: 1, netSpend: 8 })).toBe(0.125);
    expect(valueOf({ '/': [v('refunds'), v('netSpend')] }, { refunds: 1, netSpend: 0 })).toBeUndefined();
    expect(valueOf({ '/': [v('refunds'), v('other')] }, { refunds: 1, other: 0 })).toBeUndefined();
  });

  it('beyond exact integers it is unknown', () => {
    expect(valueOf({ '*': [v('netSpend'), 1e12] }, { netSpend: 1e9 })).toBeUndefined();
    expect(valueOf({ '*': [v('netSpend'), v('other')] }, { netSpend: 1, other: 1e300 })).toBeUndefined();
  });

  it('literals with too many decimals or digits are refused', () => {
    expect(issuesOf({ '>=': [v('netSpend'), 99.999] })).toMatchObject([{ code: 'rule/money-precision', pointer: '/>=/1' }]);
    expect(issuesOf({ '>=': [v('netSpend'), 1e16] })).toMatchObject([{ code: 'rule/money-too-large' }]);
  });
});

describe('decimals beyond the exponent that money can have', () => {
  it('are rounded away or unknown, in no time', () => {
    expect(valueOf({ '*': [v('netSpend'), v('other')] }, { netSpend: 1, other: 5e-324 })).toBe(0);
    expect(valueOf({ '/': [v('netSpend'), v('other')] }, { netSpend: 1, other: 5e-324 })).toBeUndefined();
  });
});

describe('minor units by the currency', () => {
  const of = (exponent: number) => ({ schema: { amount: { type: 'money', exponent }, other: { type: 'money', exponent }, factor: { type: 'number' } } }) as const;

  it.each([
    // exponent, what is the smallest, what is too precise
    [0, 1, 0.5],
    [2, 0.01, 0.005],
    [3, 0.001, 0.0005],
    [4, 0.0001, 0.00005],
  ])('with %d digits %d is the least and %d is refused', (exponent, least, tooSmall) => {
    const asks = (rule: unknown, amount: unknown): string => parseRule(rule, of(exponent)).test({ amount });
    expect(asks({ '==': [v('amount'), least] }, { minor: 1 })).toBe('true');
    expect(asks({ '>': [v('amount'), 0] }, String(least))).toBe('true');
    expect(asks({ '>=': [v('amount'), 100] }, 100 - least)).toBe('false');
    expect(asks({ '>=': [v('amount'), 100] }, 100)).toBe('true');
    expect(asks({ present: 'amount' }, tooSmall)).toBe('false');
    expect(safeParseRule({ '>=': [v('amount'), tooSmall] }, of(exponent)).issues).toMatchObject([{ code: 'rule/money-precision', pointer: '/>=/1', params: { digits: exponent } }]);
    expect(parseRule({ '+': [v('amount'), v('other')] }, of(exponent)).evaluate({ amount: least, other: least })).toBe(Number(`2e-${exponent}`));
    expect(parseRule({ '*': [v('amount'), v('factor')] }, of(exponent)).evaluate({ amount: least, factor: 0.5 })).toBe(0);
    expect(parseRule({ '*': [v('amount'), v('factor')] }, of(exponent)).evaluate({ amount: Number(`3e-${exponent}`), factor: 0.5 })).toBe(Number(`2e-${exponent}`));
  });

  it('money of different digits is not compared nor reckoned with', () => {
    const mixed = { schema: { yen: { type: 'money', exponent: 0 }, dinar: { type: 'money', exponent: 3 } } } as const;
    for (const rule of [{ '>': [v('yen'), v('dinar')] }, { '+': [v('yen'), v('dinar')] }, { max: [v('yen'), v('dinar')] }, { '/': [v('yen'), v('dinar')] }, { in: [v('yen'), [v('dinar')]] }])
      expect([rule, safeParseRule(rule, mixed).issues.map(({ code }) => code)]).toEqual([rule, ['rule/type-mismatch']]);
  });

  it('the policy’s currency says how many', () => {
    const segment = (currency: string, amount: string): string => {
      const policy = parsePolicy({
        schema: 'clientele.policy/1', id: 'p', version: '1', currency, timeZone: 'UTC', window: { last: 'P12M' },
        segments: [{ id: 'enough', when: { '>=': [v('netSpend'), 100] } }, { id: 'a' }], otherwise: 'a',
      });
      return createClassifier(policy).assign({ customer: { id: 'c' }, transactions: [{ at: '2026-06-01', amount }] }, { asOf: '2026-06-30' });
    };
    expect([segment('JPY', '100'), segment('JPY', '99'), segment('CNY', '99.99'), segment('CNY', '100.00'), segment('KWD', '99.999'), segment('KWD', '100.000'), segment('CLF', '99.9999')]).toEqual(['enough', 'a', 'a', 'enough', 'a', 'enough', 'a']);
  });
});

describe('up to 2^51 minor units', () => {
  const most = 2 ** 51 / 100;
  it('is exact to the cent, and one more is missing', () => {
    expect(ask({ '==': [v('netSpend'), most] }, { netSpend: { minor: 2 ** 51 } })).toBe('true');
    expect(ask({ '<': [v('netSpend'), most] }, { netSpend: { minor: 2 ** 51 - 1 } })).toBe('true');
    expect(ask({ '>=': [v('netSpend'), most] }, { netSpend: { minor: 2 ** 51 - 1 } })).toBe('false');
    expect(ask({ '>': [v('netSpend'), 0] }, { netSpend: { minor: 2 ** 51 + 1 } })).toBe('unknown');
    expect(ask({ '<': [v('refunds'), 0] }, { refunds: { minor: -(2 ** 51) } })).toBe('true');
    expect(problems({ '<': [v('netSpend'), most + 0.01] })).toEqual(['rule/money-too-large /</1']);
    expect(valueOf({ '-': [{ '+': [v('netSpend'), v('refunds')] }, v('refunds')] }, { netSpend: { minor: 2 ** 51 }, refunds: { minor: 2 ** 51 } })).toBe(most);
    expect(valueOf({ '+': [v('netSpend'), v('netSpend'), v('netSpend'), v('netSpend'), v('netSpend')] }, { netSpend: { minor: 2 ** 51 } })).toBeUndefined();
  });
});

describe('sums of money', () => {
  it('of thousands of cents are exact, in any order', () => {
    const cents = (minor: number): { readonly minor: number } => ({ minor });
    const fields = Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [`m${n}`, { type: 'money' as const }]));
    const document = Object.fromEntries(Object.keys(fields).map((path, n) => [path, cents((n % 7) + 1)]));
    const exact = Object.values(document).reduce((sum, { minor }) => sum + minor, 0);
    const paths = Object.keys(fields).map(v);
    for (const operands of [paths, [...paths].reverse()]) {
      const sum = parseRule({ '+': operands }, { schema: fields });
      expect(sum.evaluate(document)).toBe(exact / 100);
      expect(parseRule({ '==': [{ '+': operands }, exact / 100] }, { schema: fields }).test(document)).toBe('true');
    }
    expect(ask({ '==': [{ '+': [v('netSpend'), v('refunds')] }, 0.3] }, { netSpend: 0.1, refunds: 0.2 })).toBe('true');
    expect(parseRule({ '==': [{ '+': [v('other'), v('third')] }, 0.3] }, { schema }).test({ other: 0.1, third: 0.2 })).toBe('false');
  });

  it('and products are as reckoning with whole numbers gives', () => {
    /** Half to even, by fractions of whole numbers. */
    const product = (minor: number, digits: number, places: number): number => {
      const [value, scale] = [BigInt(minor) * BigInt(digits), 10n ** BigInt(places)];
      const [whole, rest] = [value / scale, value % scale];
      const twice = (rest < 0n ? -rest : rest) * 2n;
      const up = twice > scale || (twice === scale && whole % 2n !== 0n);
      return Number(up ? whole + (value < 0n ? -1n : 1n) : whole);
    };
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: -100_000, max: 100_000 }), fc.integer({ min: 0, max: 4 }), (minor, digits, places) => {
        const found = valueOf({ '*': [v('refunds'), v('other')] }, { refunds: { minor }, other: Number(`${digits}e-${places}`) });
        expect(found).toBe(product(minor, digits, places) / 100 + 0);
      }),
    );
  });

  it('are refused where they mean nothing', () => {
    for (const rule of [{ '+': [v('netSpend'), 1] }, { '-': [1, v('netSpend')] }, { '-': [v('netSpend'), v('purchases')] }, { '*': [v('netSpend'), v('refunds')] }, { '/': [1, v('netSpend')] }, { '%': [v('netSpend'), 2] }, { '%': [5, v('netSpend')] }, { '>': [v('netSpend'), v('other')] }, { '==': [v('netSpend'), '5'] }, { '==': [v('netSpend'), true] }])
      expect([rule, issuesOf(rule).map(({ severity }) => severity)]).toEqual([rule, ['error']]);
    expect(valueOf({ '/': [v('netSpend'), v('refunds')] }, { netSpend: 0.3, refunds: 0.1 })).toBe(3);
    expect(valueOf({ '/': [v('netSpend'), v('refunds')] }, { netSpend: 1, refunds: 3 })).toBe(1 / 3);
  });
});

describe('dates are days', () => {
  const since = (day: string) => ({ since: day });
  it.each<[day: string, before: string, after: string]>([
    ['2026-01-31', '2026-01-30', '2026-02-01'],
    ['2026-02-28', '2026-02-27', '2026-03-01'],
    ['2024-02-29', '2024-02-28', '2024-03-01'],
    ['2000-02-29', '2000-02-28', '2000-03-01'],
    ['2026-12-31', '2026-12-30', '2027-01-01'],
    ['0001-01-01', '0001-01-01', '0001-01-02'],
    ['9999-12-30', '9999-12-29', '9999-12-31'],
  ])('%s lies between %s and %s', (day, before, after) => {
    const isFirst = before === day;
    expect(ask({ after: [v('since'), before] }, since(day))).toBe(isFirst ? 'false' : 'true');
    expect(ask({ before: [v('since'), after] }, since(day))).toBe('true');
    expect(ask({ before: [v('since'), day] }, since(day))).toBe('false');
    expect(ask({ after: [v('since'), day] }, since(day))).toBe('false');
    expect(ask({ between: [v('since'), day, day] }, since(day))).toBe('true');
    expect(ask({ between: [v('since'), before, after] }, since(day))).toBe('true');
    expect(ask({ '<': [before, v('since'), after] }, since(day))).toBe(isFirst ? 'false' : 'true');
    expect(ask({ '<=': [day, v('since'), day] }, since(day))).toBe('true');
    expect(ask({ in: [v('since'), [after, day]] }, since(day))).toBe('true');
    expect(ask({ in: [v('since'), [after, '1999-12-31']] }, since(day))).toBe('false');
    expect(ask({ '==': [v('since'), day] }, since(day))).toBe('true');
    expect(ask({ '!=': [v('since'), after] }, since(day))).toBe('true');
    expect(ask({ before: [v('birthday'), v('since')] }, { birthday: before, ...since(day) })).toBe(isFirst ? 'false' : 'true');
    expect(valueOf(v('since'), since(day))).toBe(day);
  });

  it.each(['2026-02-29', '2025-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '0000-01-01', '2026-1-5', '26-01-05', '2026-01-05T10:00:00Z', '2026/01/05', '20260105', ' 2026-01-05'])('%s is no day', (text) => {
    expect(problems({ before: [v('since'), text] })).toEqual(['rule/not-a-date /before/1']);
    expect(problems({ in: [v('since'), ['2026-01-05', text]] })).toEqual(['rule/not-a-date /in/1/1']);
    expect(problems({ between: [v('since'), '2026-01-05', text] })).toEqual(['rule/not-a-date /between/2']);
    expect(ask({ present: 'since' }, since(text))).toBe('false');
  });

  it('are not numbers, and what lies between them is not reckoned', () => {
    for (const rule of [{ before: [v('since'), 20260101] }, { '>': [v('since'), 0] }, { '-': [v('since'), v('birthday')] }, { before: [v('since'), v('name')] }, { before: [v('since'), v('other')] }, { max: [v('since'), v('birthday')] }])
      expect([rule, issuesOf(rule).map(({ code }) => code)]).toEqual([rule, issuesOf(rule).map(() => 'rule/type-mismatch')]);
  });

  it('their order is that of the calendar', () => {
    const day = fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [first, second] = [Date.parse(one), Date.parse(other)];
        for (const [operator, holds] of [['before', first < second], ['after', first > second], ['<=', first <= second], ['==', first === second]] as const) {
          expect(ask({ [operator]: [v('since'), other] }, since(one))).toBe(String(holds));
          expect(ask({ [operator]: [v('since'), v('birthday')] }, { ...since(one), birthday: other })).toBe(String(holds));
        }
      }),
    );
  });
});
