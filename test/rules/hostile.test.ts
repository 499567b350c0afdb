import { describe, expect, it } from 'vitest';
import { defineOperator } from '../../src/rules/define-operator.js';
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

const nested = (depth: number): unknown => {
  let list: unknown = 1;
  for (let i = 0; i < depth; i += 1) list = [list];
  return list;
};

describe('documents', () => {
  it('a getter of a plain object is read like a value, one that throws is not there, and class instances have their own properties only', () => {
    const rule = parseRule({ '>': [v('other'), 0] }, { schema });
    const getter = (get: () => unknown): object => Object.defineProperty({ third: 1 }, 'other', { enumerable: true, get });
    expect([rule.test(getter(() => 5)), rule.trace(getter(() => 5)).outcome]).toEqual(['true', 'true']);
    const throwing = getter(() => { throw new Error('no'); });
    expect([rule.test(throwing), rule.trace(throwing).outcome]).toEqual(['unknown', 'unknown']);
    expect(parseRule({ '>': [v('third'), 0] }, { schema }).test(throwing)).toBe('true');
    // Nothing is known of a document that is read without a schema: no getter of it is run.
    let ran = 0;
    expect(evaluate(v('other'), getter(() => (ran += 1)))).toBeUndefined();
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

  it('proxies that throw are missing, and only they', () => {
    const throws = (): never => {
      throw new Error('hostile');
    };
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    const traps = { get: throws, has: throws, ownKeys: throws, getPrototypeOf: throws, getOwnPropertyDescriptor: throws };
    const hostile = [new Proxy({}, traps), new Proxy([1], traps), revoked.proxy, new Proxy({ minor: 5 }, { getOwnPropertyDescriptor: throws })];
    for (const proxy of hostile) {
      expect(parseRule({ '>': [v('other'), 0] }, { schema }).test(proxy)).toBe('unknown');
      for (const [path, { type }] of Object.entries(schema)) {
        const rule = parseRule({ or: [{ present: v(path) }, { '==': [v('third'), 1] }] }, { schema });
        expect([type, rule.test(path.startsWith('size.') ? { size: proxy, third: 1 } : { [path]: proxy, third: 1 })]).toEqual([type, 'true']);
      }
      expect(parseRule({ '>': [v('netSpend'), 0] }, { schema: { netSpend: { type: 'money' } } }).test({ netSpend: proxy })).toBe('unknown');
      expect(parseRule({ or: [{ in: [1, v('x')] }, v('ok')] }).test({ x: proxy, ok: true })).toBe('true');
      expect(parseRule(v('x')).test({ x: new Proxy([1], traps) })).toBe('unknown');
      expect(evaluate(v('x'), { x: [proxy] })).toBeUndefined();
      expect(parseRule({ missing: ['x'] }).trace({ x: proxy }).pointer).toBe('');
    }
  });

  it('a list of a declared type is read by its places: no getter is run', () => {
    let ran = 0;
    const list = Object.defineProperty([1, 2, 3], 1, { get: () => (ran += 1), enumerable: true });
    const rule = parseRule({ in: [3, v('xs')] }, { schema: { xs: { type: 'list' } } });
    expect(rule.test({ xs: list })).toBe('true');
    expect(parseRule({ in: [2, v('xs')] }, { schema: { xs: { type: 'list' } } }).test({ xs: list })).toBe('unknown');
    expect(ran).toBe(0);
    expect(rule.test({ xs: new Array(4_000_000_000) })).toBe('unknown');
  });

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

  it('a result may be larger than a rule', () => {
    const xs = Array.from({ length: 200_001 }, (_, n) => n);
    expect(evaluate(v('xs'), { xs })).toEqual(xs);
    expect(evaluate(v('text'), { text: 'x'.repeat(2_000_000) })).toHaveLength(2_000_000);
    expect(evaluate(v('xs'), { xs: nested(200) })).toEqual(nested(200));
    expect(parseRule(v('xs'), { limits: { nodes: 3, listLength: 1 } }).evaluate({ xs: [1, 2, 3, 4] })).toEqual([1, 2, 3, 4]);
    expect(evaluate(v('xs'), { xs: Array(1_000_001).fill(1) })).toBeUndefined();
    expect(evaluate(v('xs'), { xs: nested(501) })).toBeUndefined();
  });

  it('limits are settable', () => {
    expect(codes({ '>': [1, 2] }, { limits: { nodes: 2 } })).toEqual(['document/too-many-nodes']);
    expect(codes({ in: [1, [1, 2, 3]] }, { limits: { listLength: 2 } })).toEqual(['document/list-too-long']);
    expect(codes({ '!': { '!': { '>': [1, 2] } } }, { limits: { depth: 2 } })).toEqual(['document/too-deep']);
    expect(codes({ '==': ['x'.repeat(100), 1] }, { limits: { bytes: 100 } })).toEqual(['document/too-large']);
    const some = { some: [v('scores'), { '>': [v(''), 5] }] };
    const scores = [1, 2, 3, 4, 9];
    for (const options of [{}, { schema }]) {
      expect(parseRule(some, { ...options, limits: { steps: 15 } }).test({ scores })).toBe('true');
      expect(parseRule(some, { ...options, limits: { steps: 14 } }).test({ scores })).toBe('unknown');
      // What was not worked out is not missing.
      for (const rule of [{ '==': [some, null] }, { '!': { present: some } }, { default: [some, true] }, { or: [{ default: [some, true] }, { '==': [1, 1] }] }])
        expect([rule, parseRule(rule, { ...options, limits: { steps: 14 } }).test({ scores: [1, 2, 3, 4, 4] })]).toEqual([rule, 'unknown']);
    }
  });

  it('a limit that is none sets nothing', () => {
    for (const wrong of [0, -1, 1.5, Number.NaN, Infinity, '5', null, {}, []]) {
      const limits = Object.fromEntries(['bytes', 'depth', 'nodes', 'rules', 'listLength', 'steps'].map((name) => [name, wrong])) as object;
      expect(parseRule({ some: [v('xs'), { '>': [v(''), 5] }] }, { limits }).test({ xs: [1, 9] })).toBe('true');
    }
    for (const limits of [null, 7, 'deep', []]) expect(parseRule({ '>': [1, 0] }, { limits: limits as object }).test({})).toBe('true');
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
    const twice = { cat: [v('accumulator'), v('accumulator')] };
    expect(evaluate({ reduce: [Array(60).fill(1), twice, 'ab'] })).toBeUndefined();
    expect(evaluate({ reduce: [Array(60).fill(1), { merge: [v('accumulator'), v('accumulator')] }, [1]] })).toBeUndefined();
    let some: unknown = { '>': [v('^.^.^.^.^.other'), 1] };
    for (let i = 0; i < 5; i += 1) some = { some: [Array.from({ length: 200 }, (_, n) => n), some] };
    expect(parseRule(some, { schema }).test({ other: 0 })).toBe('unknown');
    expect(evaluate({ cat: Array(9_000).fill('x') })).toHaveLength(9_000);
    expect(evaluate({ max: Array.from({ length: 9_000 }, (_, n) => n) })).toBe(8_999);
  });

  it('lists within lists are worked through up to a bound; beyond it all is unknown', () => {
    let calls = 0;
    const counted = defineOperator({ id: 'test:counted', version: '1', operands: [], result: 'number', evaluate: () => (calls += 1), words: { en: 'counted' } });
    const levels = (depth: number): unknown => {
      let rule: unknown = { 'test:counted': [] };
      for (let i = 0; i < depth; i += 1) rule = { map: [Array(200).fill(1), rule] };
      return rule;
    };
    expect(parseRule(levels(2), { operators: [counted] }).evaluate({})).toHaveLength(200);
    expect(calls).toBe(200 ** 2);
    calls = 0;
    const many = parseRule({ '!!': [levels(5)] }, { operators: [counted] });
    expect(many.test({})).toBe('unknown');
    expect(calls).toBeGreaterThan(900_000);
    expect(calls).toBeLessThan(1_000_000);
  });

  it('going through a long list or text again and again is work as well; once it is not', () => {
    const [xs, long] = [Array.from({ length: 2_000 }, (_, n) => n), Array.from({ length: 100_000 }, (_, n) => -n)];
    const lists = { xs: { type: 'list' }, long: { type: 'list' }, text: { type: 'text' } } as const;
    const each = (condition: unknown) => parseRule({ some: [v('xs'), condition] }, { schema: lists }).test({ xs, long, text: 'z'.repeat(1_000_000) });
    expect(each({ in: [{ '+': [v(''), 1] }, v('^.long')] })).toBe('unknown');
    expect(each({ contains: [v('^.long'), { '+': [v(''), 1] }] })).toBe('unknown');
    expect(each({ overlaps: [[1, 2], v('^.long')] })).toBe('unknown');
    expect(each({ contains: [v('^.text'), 'a'] })).toBe('unknown');
    const whole = Array.from({ length: 1_000_000 }, (_, n) => n);
    expect(parseRule({ in: [999_999, v('xs')] }, { schema: lists }).test({ xs: whole })).toBe('true');
    expect(evaluate({ some: [v('xs'), { '==': [v(''), 1_999] }] }, { xs })).toBe(true);
  });

  it('nothing is printed', () => {
    expect(codes({ log: v('') })).toEqual(['rule/unknown-operator']);
    expect(codes({ method: [v('s'), 'toUpperCase'] })).toEqual(['rule/unknown-operator']);
  });
});
