import { describe, expect, it } from 'vitest';
import { parseRule, safeParseRule } from '../../src/rules/index.js';
import { schema, v } from './kit.js';

const codes = (rule: unknown, options = {}): readonly string[] => safeParseRule(rule, options).issues.map((issue) => issue.code);
const evaluate = (rule: unknown, document: unknown = {}): unknown => parseRule(rule).evaluate(document);

describe('prototype names', () => {
  it.each(['constructor', 'constructor.constructor', 'constructor.name', '__proto__', 'toString', 'x.__proto__.polluted'])(
    '%s is not there',
    (path) => {
      expect(evaluate({ var: path }, { x: {} })).toBeUndefined();
      expect(evaluate({ if: [{ present: { var: path } }, 'granted', 'denied'] })).toBe('denied');
      expect(evaluate({ missing: [path] })).toEqual([path]);
      expect(codes({ '==': [{ var: path }, 1] }, { schema })).toEqual(['rule/unknown-path']);
    },
  );

  it('are refused as operators', () => {
    expect(codes({ constructor: ['x'] })).toEqual(['document/forbidden-name']);
    expect(codes(JSON.parse('{"__proto__":["x"]}'))).toEqual(['document/forbidden-name']);
    expect(codes({ hasOwnProperty: ['x'] })).toEqual(['rule/unknown-operator']);
  });

  it('a polluted prototype changes nothing', () => {
    const prototype = Object.prototype as { vip?: boolean; '==='?: unknown };
    prototype.vip = true;
    try {
      expect(parseRule({ '==': [v('vip'), true] }, { schema }).test({})).toBe('unknown');
      expect(parseRule({ '==': [v('vip'), true] }).test({})).toBe('unknown');
      expect(parseRule({ some: [v('xs'), v('vip')] }).test({ xs: [{}] })).toBe('unknown');
    } finally {
      delete prototype.vip;
    }
  });
});

describe('documents', () => {
  it('getters are not run, class instances have their own properties only', () => {
    let ran = 0;
    const document = Object.defineProperty({}, 'other', { enumerable: true, get: () => (ran += 1) });
    expect(parseRule({ '>': [v('other'), 0] }, { schema }).test(document)).toBe('unknown');
    expect(evaluate(v('other'), document)).toBeUndefined();
    expect(ran).toBe(0);
    class Row {
      constructor(readonly other: number) {}
      get third(): number {
        return 1;
      }
    }
    expect(parseRule({ '>': [v('other'), 0] }, { schema }).test(new Row(1))).toBe('true');
    expect(parseRule({ '>': [v('third'), 0] }, { schema }).test(new Row(1))).toBe('unknown');
  });

  it('a document is never changed nor handed out', () => {
    const document = { xs: [{ a: 1 }] };
    const value = evaluate(v('xs'), document) as { a: number }[];
    expect(value).toEqual([{ a: 1 }]);
    value[0]!.a = 2;
    expect(document).toEqual({ xs: [{ a: 1 }] });
  });

  it('data is never run as a rule', () => {
    const logic = { '==': [1, 1] };
    expect(evaluate({ '==': [v('x'), true] }, { x: logic })).toBe(false);
    expect(evaluate({ in: [true, [v('x')]] }, { x: logic })).toBe(false);
    expect(evaluate({ cat: [v('x'), '!'] }, { x: { var: 'secret' }, secret: 's' })).toBe('[object Object]!');
    expect(evaluate({ merge: [v('x')] }, { x: [{ var: 'secret' }], secret: 's' })).toEqual([{ var: 'secret' }]);
    expect(evaluate({ max: [v('x')] }, { x: { var: 'secret' }, secret: 9 })).toBeUndefined();
  });

  const nested = (depth: number): unknown => {
    let list: unknown = 1;
    for (let i = 0; i < depth; i += 1) list = [list];
    return list;
  };

  it.each([
    ['no primitive', { toString: 1, valueOf: 1 }],
    ['no prototype', Object.create(null)],
    ['deep', nested(100_000)],
    ['a function', () => 1],
    ['a symbol', Symbol('x')],
    ['a bigint', 10n],
    ['a Date', new Date(0)],
    ['a Map', new Map()],
    ['a list with holes', Array(3)],
    ['a list of nothing', [undefined, null, Symbol('y')]],
  ])('odd values never throw: %s', (_, x) => {
    for (const operator of [
      '==',
      '!=',
      '===',
      '<',
      '>=',
      '+',
      '-',
      '*',
      '/',
      '%',
      'min',
      'max',
      'cat',
      'substr',
      'in',
      'merge',
      'contains',
      'startsWith',
      'overlaps',
      'and',
      'or',
      'default',
      'before',
    ]) {
      for (const operands of [
        [v('x'), 1],
        [1, v('x')],
        [v('x'), v('x')],
        ['a', v('x')],
        [[v('x')], 1],
      ]) {
        const rule = parseRule({ [operator]: operands });
        expect(() => [rule.evaluate({ x }), rule.trace({ x })]).not.toThrow();
      }
    }
    for (const operator of ['some', 'all', 'none', 'map', 'filter', 'reduce'])
      expect(() => evaluate({ [operator]: [v('x'), { '>': [v('a.b'), 1] }] }, { x })).not.toThrow();
    for (const path of Object.keys(schema)) {
      const rule = parseRule({ present: v(path) }, { schema });
      expect(rule.test({ [path]: x, size: x })).toMatch(/true|false/);
    }
  });
});

describe('size', () => {
  const nest = (levels: number): unknown => {
    let rule: unknown = { '>': [v('other'), 1] };
    for (let i = 0; i < levels; i += 1) rule = { '!': [rule] };
    return rule;
  };

  it('100,000 levels in, a clean issue out', () => {
    expect(codes(nest(100_000))).toEqual(['document/too-deep']);
    expect(codes(nest(100_000), { limits: { depth: 1_000_000, nodes: 10_000_000, bytes: 1e9 } })).toEqual(['document/too-deep']);
  });

  it('as deep as a host may allow, everything works', () => {
    const rule = parseRule(nest(240), { schema, limits: { depth: 1_000_000 } });
    expect(rule.test({ other: 2 })).toBe('true');
    expect(rule.trace({ other: 2 }).outcome).toBe('true');
  });

  it('limits are settable', () => {
    expect(codes({ '>': [1, 2] }, { limits: { nodes: 2 } })).toEqual(['document/too-many-nodes']);
    expect(codes({ in: [1, [1, 2, 3]] }, { limits: { listLength: 2 } })).toEqual(['document/list-too-long']);
  });

  it('cycles, accessors, functions', () => {
    const cycle: { and: unknown[] } = { and: [] };
    cycle.and.push(cycle);
    expect(codes(cycle)).toContain('document/cycle');
    expect(
      codes({
        get '=='() {
          return [1, 1];
        },
      }),
    ).toEqual(['document/accessor']);
    expect(codes({ '==': [() => 1, 1] })).toEqual(['document/not-json']);
  });

  it('an explosion ends as unknown, soon', () => {
    const started = performance.now();
    const twice = { cat: [v('accumulator'), v('accumulator')] };
    expect(evaluate({ reduce: [Array(60).fill(1), twice, 'ab'] })).toBeUndefined();
    expect(evaluate({ reduce: [Array(60).fill(1), { merge: [v('accumulator'), v('accumulator')] }, [1]] })).toBeUndefined();
    let many: unknown = { '+': [1, 1] };
    for (let i = 0; i < 5; i += 1) many = { map: [Array(200).fill(1), many] };
    const value = evaluate(many);
    expect(value === undefined || Array.isArray(value)).toBe(true);
    let some: unknown = { '>': [v('^.^.^.^.^.other'), 1] };
    for (let i = 0; i < 5; i += 1) some = { some: [Array.from({ length: 200 }, (_, n) => n), some] };
    expect(parseRule(some, { schema }).test({ other: 0 })).toBe('unknown');
    expect(evaluate({ cat: Array(9_000).fill('x') })).toHaveLength(9_000);
    expect(evaluate({ max: Array.from({ length: 9_000 }, (_, n) => n) })).toBe(8_999);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('nothing is printed', () => {
    expect(codes({ log: v('') })).toEqual(['rule/unknown-operator']);
    expect(codes({ method: [v('s'), 'toUpperCase'] })).toEqual(['rule/unknown-operator']);
  });
});
