// The table of missing data, row by row: T, F and U are conditions that are true, false and unknown.
import { describe, expect, it } from 'vitest';
import { parseRule } from '../../src/rules/index.js';
import { ask, v, valueOf } from './kit.js';

const T = { '>': [v('other'), 0] };
const F = { '<': [v('other'), 0] };
const U = { '>': [v('third'), 0] };
const document = { other: 1, vip: true, purchases: 5, name: 'Anna', tags: ['a', 'b'], scores: [1, 2], since: '2026-01-01' };
const about = (rule: unknown): string => ask(rule, document);

describe('missing', () => {
  it.each([
    ['null', { purchases: null }],
    ['absent', {}],
    ['a number that is not finite', { purchases: Number.NaN }],
    ['infinity', { purchases: Infinity }],
    ['another type', { purchases: '5' }],
    ['no document', null],
    ['a document that is none', 7],
  ])('%s', (_, facts) => {
    expect(ask({ '>=': [v('purchases'), 0] }, facts)).toBe('unknown');
    expect(ask({ '!': { '>=': [v('purchases'), 0] } }, facts)).toBe('unknown');
  });

  it('a blank text', () => {
    expect(ask({ '==': [v('name'), 'x'] }, { name: ' ' })).toBe('unknown');
    expect(ask({ '==': [v('name'), 'x'] }, { name: 'y' })).toBe('false');
  });

  it('a value of an enum that is not declared, a date that is none, an instant, an amount that is none', () => {
    expect(ask({ '!=': [v('tier'), 'gold'] }, { tier: 'platinum' })).toBe('unknown');
    expect(ask({ after: [v('since'), '2020-01-01'] }, { since: '2026-02-30' })).toBe('unknown');
    expect(ask({ after: [v('since'), '2020-01-01'] }, { since: '2026-02-03T10:00:00Z' })).toBe('unknown');
    expect(ask({ '>': [v('netSpend'), 0] }, { netSpend: '12.345' })).toBe('unknown');
  });
});

describe('comparison, arithmetic and text with a missing operand', () => {
  it.each([
    { '==': [v('third'), 1] },
    { '!=': [v('third'), 1] },
    { '===': [v('third'), 1] },
    { '!==': [v('third'), 1] },
    { '<': [v('third'), 1] },
    { '<=': [v('third'), 1] },
    { '>': [v('third'), 1] },
    { '>=': [v('third'), 1] },
    { '<': [0, v('third'), 9] },
    { '<=': [0, v('third'), 9] },
    { '<': [0, 1, v('third')] },
    { '<': [9, 1, v('third')] },
    { between: [v('third'), 0, 9] },
    { between: [5, v('third'), 1] },
    { before: [v('birthday'), '2026-01-01'] },
    { after: ['2026-01-01', v('birthday')] },
    { contains: [v('tiers'), 'gold'] },
    { startsWith: [v('tier'), 'g'] },
    { endsWith: [v('name'), v('tier')] },
    { '==': [{ '+': [v('other'), v('third')] }, 1] },
    { '==': [{ '-': [v('third')] }, 1] },
    { '==': [{ '*': [0, v('third')] }, 0] },
    { '==': [{ '/': [0, v('third')] }, 0] },
    { '==': [{ '%': [v('third'), 2] }, 0] },
    { '==': [{ min: [v('other'), v('third')] }, 1] },
    { '==': [{ max: [v('other'), v('third')] }, 1] },
  ])('%j', (rule) => {
    expect(about(rule)).toBe('unknown');
  });
});

describe('and, or: the others do not matter once one decides, nor does the order', () => {
  it.each([
    [[T, T], 'true', 'true'],
    [[T, F], 'false', 'true'],
    [[F, T], 'false', 'true'],
    [[F, F], 'false', 'false'],
    [[U, T], 'unknown', 'true'],
    [[T, U], 'unknown', 'true'],
    [[U, F], 'false', 'unknown'],
    [[F, U], 'false', 'unknown'],
    [[U, U], 'unknown', 'unknown'],
    [[U, T, F], 'false', 'true'],
    [[F, U, T], 'false', 'true'],
  ])('%j: and %s, or %s', (operands, and, or) => {
    expect(about({ and: operands })).toBe(and);
    expect(about({ or: operands })).toBe(or);
  });
});

describe('not', () => {
  it.each([
    [T, 'false', 'true'],
    [F, 'true', 'false'],
    [U, 'unknown', 'unknown'],
  ])('%j', (operand, not, notNot) => {
    expect(about({ '!': operand })).toBe(not);
    expect(about({ '!': [operand] })).toBe(not);
    expect(about({ '!!': operand })).toBe(notNot);
  });
});

describe('if', () => {
  it.each([
    [[T, F, T], 'false'],
    [[F, F, T], 'true'],
    [[F, T, F, T, F], 'false'],
    [[F, F, T, T, F], 'true'],
    [[U, T, T], 'unknown'],
    [[U, F, T, T, F], 'unknown'],
    [[F, T, U, T, T], 'unknown'],
    [[T, U, F], 'unknown'],
    [[T, T, U], 'true'],
  ])('%j', (operands, outcome) => {
    expect(about({ if: operands })).toBe(outcome);
  });
});

describe('absence', () => {
  it('a literal null asks for it and is never unknown', () => {
    expect(about({ '==': [v('third'), null] })).toBe('true');
    expect(about({ '==': [v('other'), null] })).toBe('false');
    expect(about({ '===': [null, v('third')] })).toBe('true');
    expect(about({ '!=': [v('third'), null] })).toBe('false');
    expect(about({ '!==': [v('other'), null] })).toBe('true');
    expect(about({ '==': [{ '+': [v('other'), v('third')] }, null] })).toBe('true');
  });

  it('two missing expressions are unknown', () => {
    expect(ask({ '==': [v('other'), v('third')] }, {})).toBe('unknown');
  });

  it('present, missing, missing_some are never unknown', () => {
    expect(about({ present: v('third') })).toBe('false');
    expect(about({ present: [v('other')] })).toBe('true');
    expect(about({ present: 'other' })).toBe('true');
    expect(about({ '!': { missing: ['other', 'purchases'] } })).toBe('true');
    expect(about({ '!': { missing: ['other', 'third'] } })).toBe('false');
    expect(about({ '!': { missing_some: [1, ['other', 'third']] } })).toBe('true');
    expect(about({ '!': { missing_some: [2, ['other', 'third']] } })).toBe('false');
    expect(valueOf({ missing: ['other', 'third', 'netSpend'] }, document)).toEqual(['third', 'netSpend']);
    expect(valueOf({ missing: [['third']] }, document)).toEqual(['third']);
    expect(valueOf({ missing_some: [1, ['other', 'third']] }, document)).toEqual([]);
  });

  it('a default stands for null and absent alike', () => {
    for (const facts of [{}, { third: null }]) {
      expect(valueOf({ default: [v('third'), 7] }, facts)).toBe(7);
      expect(valueOf({ var: ['third', 7] }, facts)).toBe(7);
    }
    expect(valueOf({ var: ['third', 7] }, { third: 0 })).toBe(0);
    expect(ask({ default: [{ '>': [v('third'), 1] }, false] }, {})).toBe('false');
    expect(valueOf({ var: ['netSpend', 7.5] }, {})).toBe(7.5);
    expect(ask({ '>=': [{ var: ['netSpend', 0] }, 0] }, {})).toBe('true');
  });
});

describe('in, contains, overlaps', () => {
  const tags = (elements: readonly unknown[] | null) => ({ tags: elements, name: 'b' });
  it.each([
    [{ in: [v('name'), v('tags')] }, tags(['a', 'b']), 'true'],
    [{ in: [v('name'), v('tags')] }, tags(['a', null, 'b']), 'true'],
    [{ in: [v('name'), v('tags')] }, tags(['a', null]), 'unknown'],
    [{ in: [v('name'), v('tags')] }, tags(['a', '']), 'unknown'],
    [{ in: [v('name'), v('tags')] }, tags(['a']), 'false'],
    [{ in: [v('name'), v('tags')] }, tags([]), 'false'],
    [{ in: [v('name'), v('tags')] }, tags(null), 'unknown'],
    [{ in: [v('name'), v('tags')] }, { tags: ['a'] }, 'unknown'],
    [{ in: [v('name'), ['a', v('tier')]] }, { name: 'a' }, 'true'],
    [{ in: [v('name'), ['a', v('tier')]] }, { name: 'b' }, 'unknown'],
    [{ in: [v('name'), ['', 'a']] }, { name: 'b' }, 'false'],
    [{ contains: [v('tags'), 'b'] }, tags(['b']), 'true'],
    [{ contains: [v('tags'), 'c'] }, tags(['b', null]), 'unknown'],
    [{ contains: [v('name'), 'nn'] }, { name: 'Anna' }, 'true'],
    [{ contains: [v('name'), 'NN'] }, { name: 'Anna' }, 'false'],
    [{ overlaps: [v('tags'), ['b', 'z']] }, tags(['a', 'b']), 'true'],
    [{ overlaps: [v('tags'), ['z']] }, tags(['a', 'b']), 'false'],
    [{ overlaps: [v('tags'), ['z']] }, tags(['a', null]), 'unknown'],
    [{ overlaps: [v('tags'), ['z']] }, tags(null), 'unknown'],
    [{ overlaps: [v('tags'), ['z']] }, tags([]), 'false'],
  ])('%j of %j is %s', (rule, facts, outcome) => {
    expect(ask(rule, facts)).toBe(outcome);
  });
});

describe('some, all, none', () => {
  const big = { '>': [v('units'), 3] };
  const orders = (...units: readonly (number | null)[]) => ({ orders: units.map((each) => ({ units: each })) });
  it.each([
    [orders(1, 5), 'true', 'false', 'false'],
    [orders(5, 6), 'true', 'true', 'false'],
    [orders(1, 2), 'false', 'false', 'true'],
    [orders(), 'false', 'false', 'true'],
    [orders(1, null), 'unknown', 'false', 'unknown'],
    [orders(5, null), 'true', 'unknown', 'false'],
    [orders(null), 'unknown', 'unknown', 'unknown'],
    [{}, 'unknown', 'unknown', 'unknown'],
    [{ orders: 'no list' }, 'unknown', 'unknown', 'unknown'],
    [{ orders: [null, 3] }, 'unknown', 'unknown', 'unknown'],
  ])('%j', (facts, some, all, none) => {
    expect(ask({ some: [v('orders'), big] }, facts)).toBe(some);
    expect(ask({ all: [v('orders'), big] }, facts)).toBe(all);
    expect(ask({ none: [v('orders'), big] }, facts)).toBe(none);
  });

  it('`!all` is not `some(!)` for an empty list', () => {
    expect(ask({ '!': { all: [v('orders'), big] } }, orders())).toBe('true');
    expect(ask({ some: [v('orders'), { '!': big }] }, orders())).toBe('false');
  });

  it('elements by "", their fields by name, the document under ^.', () => {
    expect(ask({ some: [v('scores'), { '>': [v(''), 1] }] }, document)).toBe('true');
    expect(ask({ some: [v('scores'), { '==': [v(''), v('^.other')] }] }, document)).toBe('true');
    expect(ask({ some: [v('scores'), { '>': [v(''), v('^.third')] }] }, document)).toBe('unknown');
    expect(ask({ some: [v('orders'), { some: [v('^.scores'), { '==': [v(''), v('^.units')] }] }] }, { ...orders(2), scores: [1, 2] })).toBe(
      'true',
    );
    expect(
      ask({ some: [v('orders'), { some: [v('^.scores'), { '==': [v('^.^.other'), 1] }] }] }, { ...orders(2), scores: [1], other: 1 }),
    ).toBe('true');
    // An element of another type than it is compared with is missing.
    expect(ask({ all: [v('scores'), { '>': [v(''), 0] }] }, { scores: [1, 'x'] })).toBe('unknown');
  });
});

describe('results that are not finite', () => {
  it.each([{ '/': [v('other'), 0] }, { '%': [v('other'), 0] }, { '*': [v('other'), 1e308, 1e308] }])('%j', (rule) => {
    expect(valueOf(rule, document)).toBeUndefined();
    expect(about({ '>': [rule, 0] })).toBe('unknown');
  });
});

describe('without a schema', () => {
  const test = (rule: unknown, data: unknown = {}) => parseRule(rule).test(data);
  it('missing is unknown there too', () => {
    expect(test({ '<': [v('recencyDays'), 30] })).toBe('unknown');
    expect(test({ '!': { '<': [v('recencyDays'), 30] } })).toBe('unknown');
    expect(test({ '<=': [0, v('x'), 5] })).toBe('unknown');
    expect(test({ '!=': [v('tier'), 'gold'] })).toBe('unknown');
    expect(test({ none: [v('orders'), { '>': [v('amount'), 1] }] })).toBe('unknown');
    expect(test({ in: ['a', v('list')] })).toBe('unknown');
    expect(test({ '!': v('x') })).toBe('unknown');
  });

  it.each([
    [{ map: [v('xs'), v('')] }, undefined],
    [{ filter: [v('xs'), true] }, undefined],
    [{ reduce: [v('xs'), { '+': [v('current'), v('accumulator')] }] }, undefined],
    [{ '+': [v('xs'), 1] }, undefined],
    [{ var: ['xs', 5] }, 5],
    [{ and: [v('xs'), 0] }, 0],
    [{ or: [v('xs'), 7] }, 7],
    [{ missing: ['xs', 'ys'] }, ['xs', 'ys']],
  ])('%j gives %j', (rule, value) => {
    expect(parseRule(rule).evaluate({})).toEqual(value);
    expect(parseRule(rule).evaluate({ xs: null })).toEqual(value);
  });

  it('the outer document is under ^. there too', () => {
    const rule = { some: [v('orders'), { '>': [v('amount'), v('^.threshold')] }] };
    expect(parseRule(rule).test({ orders: [{ amount: 5 }], threshold: 3 })).toBe('true');
    expect(parseRule(rule).test({ orders: [{ amount: 5 }] })).toBe('unknown');
    expect(parseRule(rule).paths).toEqual(['orders', 'threshold']);
  });

  it('names in missing are paths too', () => {
    expect(parseRule({ '!': { missing: ['a', 'b.c'] } }).paths).toEqual(['a', 'b.c']);
    expect(parseRule({ missing_some: [1, ['a', 'b']] }).paths).toEqual(['a', 'b']);
  });
});
