import jsonLogic from 'json-logic-js';
import { describe, expect, it } from 'vitest';
import { parseRule } from '../../src/rules/index.js';
import { applyStandard } from '../../src/rules/operators/json-logic.js';
import { DOCUMENT, EVERY_OPERATOR, WITHOUT_EXAMPLE } from './every-operator.js';

const OURS = ['between', 'before', 'after', 'contains', 'overlaps', 'startsWith', 'endsWith', 'present', 'default'];

describe('a rule for each operator', () => {
  it('is there', () => expect(WITHOUT_EXAMPLE).toEqual([]));

  it.each(EVERY_OPERATOR.map((rule) => [rule] as const))('%j has a value, that of json-logic-js', (rule) => {
    const value = parseRule(rule).evaluate(DOCUMENT);
    expect(value).toBeDefined();
    const isOurs = OURS.some((id) => JSON.stringify(rule).startsWith(`{"${id}"`));
    if (!isOurs) expect(value).toEqual(jsonLogic.apply(rule as Parameters<typeof jsonLogic.apply>[0], DOCUMENT));
  });
});

describe('another package\'s `add_operation`', () => {
  // In the sources json-logic-js is the module that everybody imports, so this test can only tell what is at stake. In the package it is
  // bundled: test/package/operations.test.ts asks that of the packed package, which nothing reaches.
  const sabotaged = <T>(act: () => T): T => {
    jsonLogic.add_operation('+', () => 'sabotaged');
    try {
      return act();
    } finally {
      jsonLogic.add_operation('+', (...values: readonly string[]) => values.reduce((sum, value) => sum + parseFloat(value), 0));
    }
  };

  it('would reach what json-logic-js works out for rules without a schema, were it not bundled', () => {
    expect(sabotaged(() => applyStandard('+', [1, 2]))).toBe('sabotaged');
    expect(applyStandard('+', [1, 2])).toBe(3);
  });

  it('reaches no rule of a policy, not even here', () => {
    const schema = { n: { type: 'number' }, amount: { type: 'money' } } as const;
    const rules = [{ '+': [{ var: 'n' }, 1] }, { '+': [{ var: 'amount' }, { var: 'amount' }] }].map((rule) => parseRule(rule, { schema }));
    expect(sabotaged(() => rules.map((rule) => rule.evaluate({ n: 1, amount: 2.5 })))).toEqual([2, 5]);
  });
});
