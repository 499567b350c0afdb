// Documents that no JSON text can give: whatever they are, asking a rule neither throws nor hangs, and runs nothing of theirs.
import { describe, expect, it } from 'vitest';
import { parseRule, type RuleOptions } from '../../src/rules/index.js';
import { schema, v } from './kit.js';

const within = <T>(milliseconds: number, megabytes: number, run: () => T): T => {
  const [time, memory] = [process.cpuUsage(), process.resourceUsage().maxRSS];
  const result = run();
  expect(process.cpuUsage(time).user / 1_000).toBeLessThan(milliseconds);
  expect((process.resourceUsage().maxRSS - memory) / 1_024).toBeLessThan(megabytes);
  return result;
};

const throws = (): never => {
  throw new Error('run');
};
const endless = (list: readonly unknown[]): unknown =>
  Object.defineProperty([...list], Symbol.iterator, {
    value: function* () {
      for (;;) yield 9;
    },
  });

describe('lists', () => {
  const asks = [
    { some: [v('scores'), { '>': [v(''), 8] }] },
    { all: [v('scores'), { '<': [v(''), 8] }] },
    { none: [v('scores'), { '>': [v(''), 8] }] },
    { in: [9, v('scores')] },
    { contains: [v('scores'), 9] },
    { overlaps: [v('scores'), [9]] },
  ];
  const makes = [{ map: [v('scores'), v('')] }, { filter: [v('scores'), { '>': [v(''), 8] }] }, { reduce: [v('scores'), { '+': [v('current'), v('accumulator')] }, 0] }, { merge: [v('scores'), 1] }, { cat: [v('scores')] }, v('scores')];

  it.each<[kind: string, options: RuleOptions, rules: readonly unknown[]]>([
    ['without a schema', {}, [...asks, ...makes]],
    ['against a schema', { schema }, asks],
  ])('are read by place, %s: what they say of their iteration is not asked', (_, options, rules) => {
    for (const rule of rules) {
      const compiled = parseRule(rule, options);
      expect(compiled.evaluate({ scores: endless([1, 2]) })).toEqual(compiled.evaluate({ scores: [1, 2] }));
      expect(compiled.trace({ scores: endless([1, 2]) })).toEqual(compiled.trace({ scores: [1, 2] }));
    }
  });

  it.each<[kind: string, options: RuleOptions]>([['without a schema', {}], ['against a schema', { schema }]])('no getter of theirs is run, %s', (_, options) => {
    const scores = Object.defineProperty([1, 9], 0, { get: throws, enumerable: true });
    expect(parseRule({ some: [v('scores'), { '>': [v(''), 8] }] }, options).test({ scores })).toBe('true');
    expect(parseRule({ some: [v('scores'), { '<': [v(''), 8] }] }, options).test({ scores })).toBe('unknown');
    expect(parseRule({ in: [9, v('scores')] }, options).test({ scores })).toBe('true');
    expect(parseRule({ in: [1, v('scores')] }, options).test({ scores })).toBe('unknown');
  });

  it('may be sparse, long, or longer than they are', () => {
    const some = { some: [v('scores'), { '>': [v(''), 8] }] };
    const lying = new Proxy([], { get: (target, key): unknown => (key === 'length' ? 2 ** 52 : Reflect.get(target, key)) });
    for (const options of [{}, { schema }]) {
      const rule = parseRule(some, options);
      expect(within(3_000, 400, () => rule.test({ scores: new Array(900_000) }))).toBe('unknown');
      for (const scores of [new Array(4_000_000_000), lying]) expect(within(300, 50, () => rule.test({ scores }))).toBe('unknown');
      expect(within(3_000, 400, () => rule.trace({ scores: new Array(900_000) })).outcome).toBe('unknown');
    }
  });

  it('a long one asked by many conditions is shown once in a trace, and looked through within the steps', () => {
    const scores = Array.from({ length: 1_000_000 }, (_, n) => n);
    const rule = { or: Array.from({ length: 1_000 }, (_, n) => ({ in: [-1 - n, v('scores')] })) };
    for (const options of [{}, { schema }]) {
      const compiled = parseRule(rule, options);
      const trace = within(15_000, 1_000, () => compiled.trace({ scores }));
      expect([trace.children.length, trace.outcome]).toEqual([1_000, 'unknown']);
      expect(parseRule({ in: [-1, v('scores')] }, options).test({ scores })).toBe('false');
    }
  });

  it('that contain themselves', () => {
    const scores: unknown[] = [1];
    scores.push(scores, { scores });
    for (const rule of [{ some: [v('scores'), { '>': [v(''), 8] }] }, { '==': [v('scores'), 'x'] }, { cat: [v('scores')] }, { merge: [v('scores'), v('scores')] }, { in: [v('scores'), v('scores')] }, v('scores')])
      expect(() => parseRule(rule).evaluate({ scores })).not.toThrow();
    expect(parseRule({ some: [v('scores'), { '==': [v(''), 1] }] }, { schema }).test({ scores })).toBe('true');
  });
});

describe('objects', () => {
  it('that contain themselves: a path ends, however long it is', () => {
    const document: { a?: unknown; b: number } = { b: 1 };
    document.a = document;
    expect(parseRule(v('a.a.a.b')).evaluate(document)).toBe(1);
    for (const path of [`${'a.'.repeat(400_000)}b`, `${'a.'.repeat(600)}b`]) {
      expect(within(1_000, 100, () => parseRule({ map: [Array(1_000).fill(1), v(`^.${path}`)] }).evaluate(document))).toEqual(Array(1_000).fill(null));
      expect(within(1_000, 100, () => parseRule({ map: [Array(1_000).fill(1), { missing: [[path]] }] }).evaluate(document))).toSatisfy((value) => value === undefined || Array.isArray(value));
    }
  });

  it('as deep as nobody writes', () => {
    let deep: object = { b: 1 };
    for (let level = 0; level < 100_000; level += 1) deep = { a: deep };
    expect(parseRule(v('a')).evaluate(deep)).toBeUndefined();
    expect(parseRule({ present: 'a' }).test(deep)).toBe('true');
    expect(parseRule({ '==': [v('a'), 1] }).trace(deep).pointer).toBe('');
  });

  it('proxies whose every trap throws, at every place of a rule', () => {
    const traps = { get: throws, has: throws, ownKeys: throws, getPrototypeOf: throws, getOwnPropertyDescriptor: throws, set: throws, deleteProperty: throws };
    for (const hostile of [new Proxy({}, traps), new Proxy([1, 2], traps)]) {
      for (const x of [hostile, [hostile], { y: hostile }, [[hostile]]]) {
        for (const rule of [v('x'), v('x.y'), { '==': [v('x'), 1] }, { some: [v('x'), v('y')] }, { map: [v('x'), v('')] }, { cat: [v('x')] }, { in: [1, v('x')] }, { merge: [v('x')] }, { missing: ['x.y'] }, { reduce: [v('x'), v('current'), 1] }]) {
          const compiled = parseRule(rule);
          expect(() => [compiled.evaluate({ x }), compiled.trace({ x })]).not.toThrow();
        }
      }
    }
  });
});
