import { describe, expect, it } from 'vitest';
import { parseRule } from '../../src/rules/parse-rule.js';

const schema = { netSpend: { type: 'money' }, tier: { type: 'enum', values: ['gold', 'basic'] }, tags: { type: 'list' }, vip: { type: 'boolean' } } as const;
const described = (rule: unknown) => parseRule(rule, { schema }).describe();

describe('a rule as it was understood', () => {
  it('has its operators, paths and values with types and places', () => {
    expect(described({ and: [{ '>=': [{ var: 'netSpend' }, 5000.5] }, { var: 'vip' }] })).toEqual({
      kind: 'operator', pointer: '', type: 'boolean', operator: 'and',
      operands: [
        {
          kind: 'operator', pointer: '/and/0', type: 'boolean', operator: '>=',
          operands: [{ kind: 'path', pointer: '/and/0/>=/0', type: 'money', path: 'netSpend' }, { kind: 'value', pointer: '/and/0/>=/1', type: 'money', value: 5000.5 }],
        },
        { kind: 'path', pointer: '/and/1', type: 'boolean', path: 'vip' },
      ],
    });
  });

  it('is the same plain JSON for a rule that was written in another way', () => {
    const phrase = described({ in: [{ var: ['tier'] }, ['gold']] });
    expect(JSON.parse(JSON.stringify(phrase))).toEqual(phrase);
    expect(described({ '!': [{ var: 'vip' }] })).toMatchObject({ operator: '!', operands: [{ path: 'vip' }] });
    expect(described({ '!': { var: 'vip' } })).toMatchObject({ operator: '!', operands: [{ path: 'vip' }] });
  });

  it('reaches into lists, and works without a schema', () => {
    expect(described({ some: [{ var: 'tags' }, { '==': [{ var: '' }, 'new'] }] })).toMatchObject({ operator: 'some', operands: [{ path: 'tags' }, { operator: '==' }] });
    expect(parseRule({ '+': [{ var: 'a' }, 1] }).describe()).toMatchObject({ operator: '+', type: 'number', operands: [{ kind: 'path', path: 'a' }, { kind: 'value', value: 1 }] });
  });
});
