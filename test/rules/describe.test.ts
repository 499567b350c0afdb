import { describe, expect, it } from 'vitest';
import { defineOperator } from '../../src/rules/define-operator.js';
import { parseRule } from '../../src/rules/parse-rule.js';
import { readRule } from '../../src/rules/read.js';
import { describeRule } from '../../src/rules/describe.js';
import { createScope } from '../../src/rules/scope.js';

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

describe('what words need beside the structure', () => {
  it('says in which element a path lies, with a schema and without one', () => {
    const rule = { some: [{ var: 'tags' }, { and: [{ '==': [{ var: '' }, 'new'] }, { '==': [{ var: '^.tier' }, 'gold'] }] }] };
    const inner = { operands: [{ operands: [{ path: '', element: 0 }, {}] }, { operands: [{ path: 'tier' }, {}] }] };
    for (const phrase of [described(rule), parseRule(rule).describe()]) {
      expect(phrase).toMatchObject({ operands: [{ path: 'tags' }, inner] });
      expect(JSON.stringify(phrase).match(/"element"/g)).toHaveLength(1);
    }
    const nested = parseRule({ some: [{ var: 'a' }, { all: [{ var: 'b' }, { '>': [{ var: '' }, { var: '^.c' }] }] }] }).describe();
    expect(nested).toMatchObject({ operands: [{ path: 'a' }, { operands: [{ path: 'b', element: 0 }, { operands: [{ path: '', element: 0 }, { path: 'c', element: 1 }] }] }] });
    expect(parseRule({ reduce: [{ var: 'a' }, { '+': [{ var: 'current' }, 1] }, { var: 'start' }] }).describe()).toMatchObject({ operands: [{}, { operands: [{ element: 0 }, {}] }, { path: 'start' }] });
    expect(JSON.stringify(parseRule({ var: 'a' }).describe())).not.toContain('element');
  });

  it('has the words of a plug-in, and its numbers as it takes them', () => {
    const near = defineOperator({ id: 'acme:near', version: '1', operands: ['ratio', 'money'], result: 'boolean', evaluate: () => true, words: { en: '{1} is near {2}' } });
    const phrase = parseRule({ 'acme:near': [0.5, 12.5] }, { schema, operators: [near] }).describe();
    expect(phrase).toMatchObject({ operator: 'acme:near', words: { en: '{1} is near {2}' }, operands: [{ type: 'ratio', value: 0.5 }, { type: 'money', value: 12.5 }] });
  });

  it('tells a parameter from what was reckoned from one, in a list too', () => {
    const fields = { n: { type: 'number' }, 'parameters.a': { type: 'number', constant: 0.8 } } as const;
    const scope = createScope({ field: (path) => (Object.hasOwn(fields, path) ? fields[path as keyof typeof fields] : undefined), names: () => Object.keys(fields) });
    const phraseOf = (rule: Parameters<typeof readRule>[0]) => {
      const { tree } = readRule(rule, { scope, pointer: '' });
      return tree === undefined ? undefined : describeRule(tree);
    };
    const a = { var: 'parameters.a' };
    expect(phraseOf({ '>': [{ var: 'n' }, a] })).toMatchObject({ operands: [{}, { kind: 'value', value: 0.8, path: 'parameters.a' }] });
    expect(JSON.stringify(phraseOf({ '>': [{ var: 'n' }, a] }))).not.toContain('reckoned');
    expect(phraseOf({ '>': [{ var: 'n' }, { '*': [a, 2] }] })).toMatchObject({ operands: [{}, { value: 1.6, path: 'parameters.a', reckoned: true }] });
    expect(phraseOf({ in: [{ var: 'n' }, [1, a]] })).toMatchObject({ operands: [{}, { value: [1, 0.8], elements: [{ value: 1 }, { value: 0.8, path: 'parameters.a' }] }] });
    expect(JSON.stringify(phraseOf({ in: [{ var: 'n' }, [1, 2]] }))).not.toContain('elements');
  });

  it('the text of a parameter is never read as the name of a path', () => {
    const fields = { n: { type: 'number' }, 'parameters.name': { type: 'text', constant: 'n' } } as const;
    const scope = createScope({ field: (path) => (Object.hasOwn(fields, path) ? fields[path as keyof typeof fields] : undefined), names: () => Object.keys(fields) });
    const read = (rule: Parameters<typeof readRule>[0]) => readRule(rule, { scope, pointer: '' });
    const name = { var: 'parameters.name' };
    const { tree } = read({ present: name });
    expect(tree === undefined ? undefined : describeRule(tree)).toMatchObject({ operands: [{ kind: 'value', value: 'n', path: 'parameters.name' }] });
    expect(read({ '!': { missing: [name] } }).issues.map(({ code }) => code)).toEqual(['rule/computed-path']);
    expect(read({ '!': { missing: ['parameters.name'] } }).issues).toEqual([]);
  });
});
