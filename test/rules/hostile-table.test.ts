// What other JSON Logic engines do with hostile rules, row by row: here each is refused with a diagnostic, or harmless.
import jsonLogic from 'json-logic-js';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/errors/json.js';
import { safeParsePolicy } from '../../src/policy/parse-policy.js';
import { parseRule, safeParseRule, type RuleOptions } from '../../src/rules/index.js';
import { schema, v } from './kit.js';

const KINDS: readonly (readonly [kind: string, options: RuleOptions])[] = [
  ['without a schema', {}],
  ['against a schema', { schema }],
];

/** The codes of what refuses a rule; none if it is read. */
const refusals = (rule: unknown, options: RuleOptions = {}): readonly string[] => safeParseRule(rule, options).issues.filter(({ severity }) => severity === 'error').map(({ code }) => code);
const evaluate = (rule: unknown, document: unknown = {}): unknown => parseRule(rule).evaluate(document);

function policyOf(when: unknown): unknown {
  return {
    schema: 'clientele.policy/1', id: 'p', version: '1', currency: 'CNY', timeZone: 'UTC',
    measures: { m: { when } }, segments: [{ id: 'x', when }, { id: 'a' }], otherwise: 'a',
  };
}

/** A rule is refused wherever it stands in a policy. */
function expectRefusedByPolicies(rule: unknown): void {
  const { ok, issues } = safeParsePolicy(policyOf(rule));
  expect(ok).toBe(false);
  for (const place of ['/segments/0/when', '/measures/m/when']) expect(issues.some(({ pointer }) => pointer.startsWith(place))).toBe(true);
}

/** Runs within a time of the processor and a growth of memory. */
function within<T>(milliseconds: number, megabytes: number, run: () => T): T {
  const [time, memory] = [process.cpuUsage(), process.resourceUsage().maxRSS];
  const result = run();
  expect(process.cpuUsage(time).user / 1_000).toBeLessThan(milliseconds);
  expect((process.resourceUsage().maxRSS - memory) / 1_024).toBeLessThan(megabytes);
  return result;
}

describe('{"var":"constructor.constructor"} on {}', () => {
  it('is missing without a schema, also through other ways to it, and refused against one', () => {
    for (const rule of [v('constructor.constructor'), { var: [{ cat: ['constructor', '.constructor'] }] }, { map: [[1], v('constructor.constructor')] }])
      expect(evaluate(rule)).toEqual('map' in rule ? [null] : undefined);
    expect(refusals({ get: [v(''), 'constructor.constructor'] })).toEqual(['rule/unknown-operator']);
    expect(refusals({ '==': [v('constructor.constructor'), 1] }, { schema })).toEqual(['rule/unknown-path']);
    expectRefusedByPolicies({ '==': [v('constructor.constructor'), 1] });
  });
});

describe('{"if":[{"var":"constructor"},"granted","denied"]} on {}', () => {
  it('is unknown without a schema, and refused against one', () => {
    const rule = { if: [v('constructor'), 'granted', 'denied'] };
    expect(evaluate(rule)).toBeUndefined();
    expect(evaluate({ if: [{ present: 'constructor' }, 'granted', 'denied'] })).toBe('denied');
    expect(refusals(rule, { schema })).toEqual(['rule/unknown-path']);
    expectRefusedByPolicies({ if: [v('constructor'), true, false] });
  });
});

describe('{"var":"__proto__"}', () => {
  it('is missing without a schema, however it is reached, and refused against one', () => {
    for (const document of [{}, [], Object.create({ hidden: 1 }), { x: {} }]) {
      for (const path of ['__proto__', 'x.__proto__', '__proto__.hidden', 'hidden']) expect(evaluate(v(path), document)).toBeUndefined();
    }
    expect(evaluate(v('__proto__'), JSON.parse('{"__proto__":7}'))).toBe(7);
    expect(refusals({ '==': [v('__proto__'), null] }, { schema })).toEqual(['rule/unknown-path']);
    expectRefusedByPolicies({ '==': [v('__proto__'), null] });
  });
});

describe('{"var":"constructor.name"}', () => {
  it('is missing without a schema, and refused against one', () => {
    expect(evaluate(v('constructor.name'))).toBeUndefined();
    expect(evaluate(v('x.length'), { x: 'text' })).toBeUndefined();
    expect(refusals({ '==': [v('constructor.name'), 'Object'] }, { schema })).toEqual(['rule/unknown-path']);
    expectRefusedByPolicies({ '==': [v('constructor.name'), 'Object'] });
  });
});

describe('{"missing":["valueOf","constructor","hasOwnProperty"]} on {}', () => {
  it('names all of them as missing without a schema, and is refused against one', () => {
    const names = ['valueOf', 'constructor', 'hasOwnProperty'];
    expect(evaluate({ missing: names })).toEqual(names);
    expect(evaluate({ missing_some: [1, names] })).toEqual(names);
    expect(refusals({ '!': { missing: names } }, { schema })).toEqual(names.map(() => 'rule/unknown-path'));
    expectRefusedByPolicies({ '!': { missing: names } });
  });
});

describe.each([
  ['{"missing.constructor":["return 42"]}', { 'missing.constructor': ['return 42'] }],
  ['{"var.call":[1]}', { 'var.call': [1] }],
  ['{"cat.prototype.constructor":["a","b"]}', { 'cat.prototype.constructor': ['a', 'b'] }],
  ['{"cat.name":[1]}', { 'cat.name': [1] }],
  ['{"method":[{"var":"s"},"toUpperCase"]}', { method: [v('s'), 'toUpperCase'] }],
  ['{"log":{"var":""}}', { log: v('') }],
  ['{"toString":[]}', { toString: [] }],
  ['{"valueOf":[]}', { valueOf: [] }],
  ['regular expressions', { match: [v('name'), '^(a+)+$'] }],
])('%s', (_, rule) => {
  it.each(KINDS)('is no operator %s', (_kind, options) => {
    expect(refusals(rule, options)[0]).toBe('rule/unknown-operator');
    expect(refusals({ or: [true, rule] }, options)).toContain('rule/unknown-operator');
  });

  it('is none in a policy', () => {
    expectRefusedByPolicies(rule);
  });
});

describe('{"constructor":["x"]}', () => {
  it.each(KINDS)('is a name that no object may have, %s', (_, options) => {
    expect(refusals({ constructor: ['x'] }, options)).toEqual(['document/forbidden-name']);
    expect(refusals(JSON.parse('{"__proto__":["x"]}'), options)).toEqual(['document/forbidden-name']);
    expect(refusals({ prototype: ['x'] }, options)).toEqual(['document/forbidden-name']);
  });

  it('is none in a policy', () => {
    expectRefusedByPolicies({ constructor: ['x'] });
  });
});

describe('{">":[1,2],"comment":"oops"} (two keys) inside `if`', () => {
  it.each(KINDS)('is refused %s', (_, options) => {
    const two = { '>': [1, 2], comment: 'oops' };
    const { issues } = safeParseRule({ if: [two, true, false] }, options);
    expect(issues.map(({ code, pointer }) => [code, pointer])).toEqual([['rule/not-one-operator', '/if/0']]);
    expect(issues[0]?.message).toContain('`>`, `comment`');
    expect(refusals({ and: [{}, true] }, options)).toEqual(['rule/not-one-operator']);
  });

  it('is refused in a policy', () => {
    expectRefusedByPolicies({ if: [{ '>': [1, 2], comment: 'oops' }, true, false] });
  });
});

describe('an unknown operator in a branch that is not reached', () => {
  it.each(KINDS)('is noticed %s', (_, options) => {
    const rule = { if: [true, { '>': [v('other'), 1] }, { greater: [v('other'), 1] }] };
    expect(safeParseRule(rule, options).issues.map(({ code, pointer }) => [code, pointer])).toContainEqual(['rule/unknown-operator', '/if/2/greater']);
  });

  it('is noticed in a policy', () => {
    expectRefusedByPolicies({ or: [{ present: v('purchases') }, { greater: [v('purchases'), 1] }] });
  });
});

describe('nesting', () => {
  const nest = (levels: number, wrap: (inner: unknown) => unknown, inner: unknown = { '>': [v('other'), 1] }): unknown => {
    let rule = inner;
    for (let level = 0; level < levels; level += 1) rule = wrap(rule);
    return rule;
  };
  const wraps: readonly (readonly [string, (inner: unknown) => unknown])[] = [
    ['objects', (inner) => ({ '!': inner })],
    ['lists', (inner) => [inner]],
    ['both in turn', (inner) => ({ and: [inner] })],
    ['wide ones', (inner) => ({ or: [false, inner, { '==': [1, 1] }] })],
  ];

  describe.each(wraps)('100,000 levels of %s', (_what, wrap) => {
    const deep = nest(100_000, wrap);
    it.each(KINDS)('are one issue, soon, whatever the limits, %s', (_, options) => {
      for (const limits of [{}, { depth: 1e9, nodes: 1e9, bytes: 1e12, listLength: 1e9 }])
        expect(within(500, 100, () => refusals(deep, { ...options, limits }))).toEqual(['document/too-deep']);
    });

    it('are one issue of a policy, of a schema', () => {
      expect(within(500, 100, () => safeParsePolicy(policyOf(deep)).issues.map(({ code }) => code))).toEqual(['document/too-deep']);
      expect(within(500, 100, () => safeParsePolicy(deep).issues.map(({ code }) => code))).toEqual(['document/too-deep']);
      expect(refusals(v('x'), { schema: deep as NonNullable<RuleOptions['schema']> })).toEqual(['document/too-deep']);
    });
  });

  it('is one issue of a text of JSON', () => {
    for (const [open, close] of [['[', ']'], ['{"!":', '}'], ['{"and":[', ']}']] as const) {
      const text = `${open.repeat(100_000)}1${close.repeat(100_000)}`;
      expect(within(1_000, 200, () => refusals(JSON.parse(text)))).toEqual(['document/too-deep']);
    }
  });

  it.each<[what: string, levels: number, wrap: (inner: unknown) => unknown, inner?: unknown]>([
    ['!', 490, (inner) => ({ '!': inner })],
    ['! with a list', 245, (inner) => ({ '!': [inner] })],
    ['and', 245, (inner) => ({ and: [inner] })],
    ['or of and', 120, (inner) => ({ or: [v('blocked'), { and: [v('vip'), inner] }] })],
    ['a value of if', 245, (inner) => ({ if: [v('vip'), inner, v('blocked')] })],
    ['a condition of if', 245, (inner) => ({ if: [inner, v('vip'), v('blocked')] })],
    ['default', 245, (inner) => ({ default: [inner, v('vip')] })],
    ['==', 245, (inner) => ({ '==': [inner, v('vip')] })],
    ['some', 245, (inner) => ({ some: [[1], inner] }), { '>': [v(''), 0] }],
    ['-', 490, (inner) => ({ '-': inner }), v('other')],
    ['+', 245, (inner) => ({ '+': [inner, 1] }), v('other')],
  ])('as deep as a host may allow, nothing overflows: %s', (_what, levels, wrap, inner) => {
    const deep = nest(levels, wrap, inner);
    const rule = _what === '-' || _what === '+' ? { '>': [deep, 0] } : deep;
    const document = { other: 2, vip: true, blocked: false };
    for (const [, options] of KINDS) {
      const compiled = within(2_000, 200, () => parseRule(rule, { ...options, limits: { depth: 1e9 } }));
      const outcome = within(2_000, 200, () => compiled.test(document));
      expect(outcome).not.toBe('unknown');
      expect(compiled.evaluate(document)).toBe(outcome === 'true');
      expect(within(2_000, 200, () => compiled.trace(document)).outcome).toBe(outcome);
      expect(JSON.stringify(compiled.describe()).length).toBeGreaterThan(levels);
    }
  });
});

describe('`cat` or `max` with 200,000 arguments', () => {
  const many = Array.from({ length: 200_000 }, (_, n) => n);
  const limits = { listLength: 1_000_000, nodes: 10_000_000, bytes: 100_000_000 };

  it.each(KINDS)('is a list too long, and unknown or reckoned where the host allows it, %s', (_, options) => {
    expect(refusals({ max: many }, options)).toEqual(['document/list-too-long']);
    const max = within(5_000, 500, () => parseRule({ max: many }, { ...options, limits }).evaluate({}));
    expect([undefined, 199_999]).toContain(max);
  });

  it('of `cat`, `+` and `merge` too', () => {
    for (const operator of ['cat', '+', 'merge']) expect(() => within(5_000, 500, () => parseRule({ [operator]: many }, { limits }).evaluate({}))).not.toThrow();
  });

  it('as many as are allowed are no trouble', () => {
    for (const operator of ['cat', 'max', '+', 'and', 'or', 'merge']) {
      expect(within(2_000, 200, () => evaluate({ [operator]: many.slice(1, 10_001) }))).toBeDefined();
    }
    for (const operator of ['and', 'or']) {
      const wide = { [operator]: Array.from({ length: 10_000 }, (_, n) => ({ '>': [v(n % 2 === 0 ? 'other' : 'third'), n] })) };
      const rule = within(5_000, 300, () => parseRule(wide, { schema }));
      expect(within(1_000, 100, () => rule.trace({ other: 5, third: 5 })).children).toHaveLength(10_000);
    }
  });
});

describe('{"reduce":[[1 x30],{"cat":[acc,acc]},"ab"]}', () => {
  it('is unknown without a schema, and refused against one', () => {
    const rule = { reduce: [Array(30).fill(1), { cat: [v('accumulator'), v('accumulator')] }, 'ab'] };
    expect(within(500, 100, () => evaluate(rule))).toBeUndefined();
    expect(refusals(rule, { schema })).toContain('rule/refused-operator');
    expectRefusedByPolicies({ '==': [rule, 'x'] });
  });
});

describe('{"reduce":[[1 x28],{"merge":[acc,acc]},[1]]}', () => {
  it('is unknown without a schema, and refused against one', () => {
    const rule = { reduce: [Array(28).fill(1), { merge: [v('accumulator'), v('accumulator')] }, [1]] };
    expect(within(500, 100, () => evaluate(rule))).toBeUndefined();
    expect(within(2_000, 100, () => evaluate({ '==': [{ reduce: [Array(60).fill(1), [v('accumulator'), v('accumulator')], [1]] }, 1] }))).toBeUndefined();
    expect(refusals(rule, { schema })).toContain('rule/refused-operator');
    expectRefusedByPolicies({ '==': [rule, 'x'] });
  });
});

describe('`map` nested 4 deep over 200 constants', () => {
  const list = Array.from({ length: 200 }, (_, n) => n);
  const nested = (levels: number, operator: string, inner: unknown): unknown => {
    let rule = inner;
    for (let level = 0; level < levels; level += 1) rule = { [operator]: [list, rule] };
    return rule;
  };

  it('is unknown without a schema, and refused against one', () => {
    expect(within(2_000, 200, () => evaluate(nested(4, 'map', v(''))))).toBeUndefined();
    expect(refusals(nested(4, 'map', v('')), { schema })).toContain('rule/refused-operator');
    expectRefusedByPolicies(nested(4, 'map', v('')));
  });

  it.each(KINDS)('is unknown with `some`, `all`, `none` in its place, %s', (_, options) => {
    const wanted = (other: number): Json => ({ '==': [v('^.^.^.^.other'), other] });
    for (const when of [nested(4, 'some', wanted(2)), nested(4, 'all', wanted(1)), { none: [list, nested(3, 'some', wanted(2))] }]) {
      const rule = within(2_000, 200, () => parseRule(when, options));
      expect(within(2_000, 100, () => rule.test({ other: 1 }))).toBe('unknown');
      expect(within(2_000, 100, () => rule.trace({ other: 1 })).outcome).toBe('unknown');
    }
  });

  it('whatever stands inside: what is looked through and made counts', () => {
    const long = Array.from({ length: 9_000 }, (_, n) => n);
    const text = 'x'.repeat(500_000);
    const rules: readonly Json[] = [
      { map: [long, { cat: [text, v('')] }] },
      { map: [long, [...long, v('')]] },
      { map: [long, { merge: [long, long] }] },
      { map: [long, { map: [long, { in: [-1, long] }] }] },
      { map: [long, { map: [long, { overlaps: [long, [-1]] }] }] },
      { map: [long, { map: [list, { '==': [long, 'x'] }] }] },
      { map: [long, { map: [list, { '==': [[[long]], 'x'] }] }] },
      { map: [long, { map: [list, { missing: [long] }] }] },
      { map: [long, { missing: [['a.'.repeat(200_000)]] }] },
      { some: [long, { some: [long, { some: [long, false] }] }] },
      { some: [long, { some: [long, { contains: [v('^.^.text'), 'b'] }] }] },
    ];
    for (const rule of rules) expect([JSON.stringify(rule).slice(0, 60), within(4_000, 400, () => evaluate(rule, { text }))]).toEqual([JSON.stringify(rule).slice(0, 60), undefined]);
    const many = Array.from({ length: 5_000 }, (_, n) => ({ cat: [v('text'), n] }));
    expect(within(4_000, 400, () => evaluate({ '==': [many, 1] }, { text }))).toBeUndefined();
    expect(within(8_000, 600, () => parseRule({ '==': [many, 1] }).trace({ text })).outcome).toBe('unknown');
  });

  it('conditions without a fact are evaluated within a bound when a rule is read', () => {
    const constants = Array.from({ length: 60 }, () => nested(3, 'some', { '>': [v(''), 500] }));
    expect(within(3_000, 200, () => safeParseRule({ or: [v('vip'), ...constants] }, { schema })).ok).toBe(true);
  });
});

describe('through the host’s own additions', () => {
  it('operators that are added to json-logic-js are none here, and data is never run as one', () => {
    const stolen: unknown[] = [];
    const names = ['method', '_', 'call'];
    for (const name of names) jsonLogic.add_operation(name, (...values: readonly unknown[]) => stolen.push(...values));
    try {
      const data = { x: { call: [{ var: 'secret' }] }, secret: 's' };
      jsonLogic.apply({ call: [v('secret')] }, data);
      expect(stolen.splice(0)).toEqual(['s']);
      for (const name of [...names, '_.attempt']) {
        for (const [, options] of KINDS) expect(refusals({ [name]: [1] }, options)).toEqual(['rule/unknown-operator']);
      }
      for (const rule of [{ cat: [v('x')] }, { merge: [v('x')] }, { in: ['s', [v('x')]] }, { '==': [v('x'), 's'] }, { max: [v('x')] }, v('x')]) evaluate(rule, data);
      expect(stolen).toEqual([]);
    } finally {
      for (const name of names) jsonLogic.rm_operation(name);
    }
  });

  it('a value is no live reference, getters are not run, a polluted prototype is not read', () => {
    const orders = [{ amount: 1 }];
    const document = Object.defineProperty({ orders }, 'vip', { enumerable: true, get: () => { throw new Error('run'); } });
    const value = evaluate(v('orders'), document) as { amount: number }[];
    value.push({ amount: 2 });
    expect(orders).toEqual([{ amount: 1 }]);
    expect(evaluate({ '==': [v('vip'), true] }, document)).toBeUndefined();
    Object.defineProperty(Object.prototype, 'vip', { value: true, configurable: true });
    try {
      for (const [, options] of KINDS) expect(parseRule({ '==': [v('vip'), true] }, options).test({})).toBe('unknown');
    } finally {
      Reflect.deleteProperty(Object.prototype, 'vip');
    }
  });
});
