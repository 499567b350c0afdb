import { describe, expect, it } from 'vitest';
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
