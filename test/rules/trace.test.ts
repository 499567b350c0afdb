import { describe, expect, it } from 'vitest';
import { conditionsOf, pathsOf } from '../../src/rules/conditions.js';
import { parseRule } from '../../src/rules/index.js';
import { readRule } from '../../src/rules/read.js';
import { createScope } from '../../src/rules/scope.js';
import type { RuleNode } from '../../src/rules/types.js';
import type { Json } from '../../src/errors/json.js';
import { schema, v } from './kit.js';

const trace = (rule: unknown, document: unknown) => parseRule(rule, { schema }).trace(document);

function tree(rule: Json): RuleNode {
  const scope = createScope({ field: (path) => (path === 'limit' ? { type: 'number', constant: 5 } : schema[path]), names: () => [] });
  const read = readRule(rule, { scope, pointer: '/when' });
  if (read.tree === undefined) throw new Error(JSON.stringify(read.issues));
  return read.tree;
}

describe('trace', () => {
  it('tells what was found and what expected, money in major units', () => {
    expect(trace({ and: [{ '>=': [v('netSpend'), 5000] }, { '<': [v('third'), 1] }] }, { netSpend: 4999.99 })).toEqual({
      pointer: '',
      operator: 'and',
      outcome: 'false',
      children: [
        {
          pointer: '/and/0',
          operator: '>=',
          outcome: 'false',
          path: 'netSpend',
          actual: 4999.99,
          expected: 5000,
          children: [
            { pointer: '/and/0/>=/0', operator: 'var', outcome: { value: 4999.99 }, path: 'netSpend', actual: 4999.99, children: [] },
          ],
        },
        {
          pointer: '/and/1',
          operator: '<',
          outcome: 'unknown',
          path: 'third',
          actual: null,
          expected: 1,
          children: [{ pointer: '/and/1/</0', operator: 'var', outcome: 'unknown', path: 'third', actual: null, children: [] }],
        },
      ],
    });
  });

  it('several literals are a list', () => {
    expect(trace({ between: [v('other'), 1, 5] }, { other: 3 })).toMatchObject({
      outcome: 'true',
      path: 'other',
      actual: 3,
      expected: [1, 5],
    });
    expect(trace({ in: [v('tier'), ['gold', 'silver']] }, { tier: 'bronze' })).toMatchObject({
      outcome: 'false',
      actual: 'bronze',
      expected: ['gold', 'silver'],
    });
  });

  it('two paths have no single answer; each has its own', () => {
    const { children, ...own } = trace({ '>': [v('other'), v('third')] }, { other: 1, third: 2 });
    expect(own).toEqual({ pointer: '', operator: '>', outcome: 'false' });
    expect(children.map((child) => child.actual)).toEqual([1, 2]);
  });

  it('a list operator shows its list', () => {
    expect(trace({ some: [v('tags'), { '==': [v(''), 'a'] }] }, { tags: ['a'] })).toMatchObject({
      outcome: 'true',
      children: [{ path: 'tags', actual: ['a'] }],
    });
  });

  it('is plain JSON', () => {
    const whole = trace({ if: [v('vip'), { '+': [v('other'), 1] }, 0] }, { vip: true, other: 1 });
    expect(JSON.parse(JSON.stringify(whole))).toEqual(whole);
    expect(whole.outcome).toEqual({ value: 2 });
  });
});

describe('conditions', () => {
  const pointers = (rule: Json) => conditionsOf(tree(rule)).map((node) => node.pointer);

  it('are the smallest boolean parts, in the order of the text', () => {
    expect(pointers({ and: [{ '>': [v('other'), 1] }, { or: [v('vip'), { '!': { in: [v('tier'), ['gold']] } }] }] })).toEqual([
      '/when/and/0',
      '/when/and/1/or/0',
      '/when/and/1/or/1/!',
    ]);
    expect(pointers({ if: [v('vip'), { '>': [v('other'), 1] }, v('blocked')] })).toEqual(['/when/if/0', '/when/if/1', '/when/if/2']);
    expect(pointers({ '!': { missing: ['other'] } })).toEqual(['/when']);
    expect(pointers({ '!!': [v('vip')] })).toEqual(['/when/!!/0']);
    expect(pointers({ '>': [{ if: [v('vip'), 1, 2] }, 1] })).toEqual(['/when']);
    expect(pointers({ some: [v('tags'), { and: [{ '==': [v(''), 'a'] }, v('^.vip')] }] })).toEqual(['/when']);
    expect(pointers(true)).toEqual([]);
  });

  it('paths, each once, and no parameters', () => {
    const rule = tree({
      and: [
        { '>': [v('other'), v('limit')] },
        { '<': [v('other'), { '+': [v('third'), v('limit')] }] },
        { some: [v('tags'), v('^.vip')] },
        { '!': { missing: ['name'] } },
      ],
    });
    expect(pathsOf(rule)).toEqual(['other', 'third', 'tags', 'vip', 'name']);
  });
});
