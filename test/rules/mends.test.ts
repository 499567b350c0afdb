import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { LogicEngine } from 'json-logic-engine';
import { describe, expect, it } from 'vitest';
import { createScope } from '../../src/rules/scope.js';
import { readRule } from '../../src/rules/read.js';
import { parseRule, safeParseRule, type Issue, type Json } from '../../src/rules/index.js';
import { OPERATORS } from '../../src/rules/operators/table.js';
import { applyFix, mend as mendAgainst } from '../adapters/kit.js';
import { issuesOf, schema, v } from './kit.js';

const mend = (rule: Json) => mendAgainst(rule, schema);
/** What a rule is after all its mends, the codes of those, and the codes of what is left. */
const mended = (rule: Json): readonly unknown[] => {
  const { rule: after, codes, issues } = mend(rule);
  return [after, codes, issues.map(({ code }) => code)];
};
const only = (issues: readonly Issue[]): Issue => {
  expect(issues.map(({ code }) => code)).toHaveLength(1);
  return issues[0]!;
};

describe('names of json-logic-engine', () => {
  const engine = new LogicEngine();
  const data = { a: { b: { c: 3 } }, name: 'Wuhan', items: [{ q: 1 }, { q: 3 }], tags: ['x', 'y'], other: 2, third: 3, 'dotted.key': 1 };

  it.each<readonly [Json, Json]>([
    [{ val: 'name' }, v('name')],
    [{ val: ['name'] }, v('name')],
    [{ val: ['a', 'b', 'c'] }, v('a.b.c')],
    [{ val: ['items', 1, 'q'] }, v('items.1.q')],
    [{ exists: 'name' }, { present: v('name') }],
    [{ exists: ['a', 'b'] }, { present: v('a.b') }],
    [{ '??': [{ val: 'nothing' }, { val: ['a', 'x'] }, 7] }, { default: [v('nothing'), { default: [v('a.x'), 7] }] }],
    [{ '??': [{ val: 'other' }] }, v('other')],
    [{ some: [{ val: 'items' }, { '>': [{ val: 'q' }, { val: [[2], 'other'] }] }] }, { some: [v('items'), { '>': [v('q'), v('^.other')] }] }],
    [{ none: [{ val: 'tags' }, { '==': [{ val: [] }, 'z'] }] }, { none: [v('tags'), { '==': [v(''), 'z'] }] }],
    [{ every: [{ val: 'items' }, { '>': [{ val: 'q' }, 0] }] }, { all: [v('items'), { '>': [v('q'), 0] }] }],
  ])('%j is said so here, and gives the same', (theirs, here) => {
    const { rule, codes, issues, compiled } = mendAgainst(theirs, 'no schema');
    expect([rule, issues]).toEqual([here, []]);
    expect(new Set(codes)).toEqual(new Set(['rule/unknown-operator']));
    expect(compiled?.evaluate(data)).toEqual(engine.run(theirs as never, data));
  });

  it.each<readonly [Json]>([
    [{ val: ['dotted.key'] }],
    [{ val: ['a', ''] }],
    [{ val: { val: 'name' } }],
    [{ val: ['a', -1] }],
    [{ val: ['a', 1.5] }],
    [{ val: ['a', null] }],
    [{ val: [[1], 'index'] }],
    [{ val: [[1e9], 'a'] }],
    [{ val: [[2, 2], 'a'] }],
    [{ val: [['2'], 'a'] }],
    [{ exists: [] }],
    [{ exists: { val: 'name' } }],
    [{ '??': [] }],
    [{ '??': v('name') }],
  ])('%j has no such: refused by name, with the equivalent, without a mend', (rule) => {
    for (const options of [{}, { schema }]) {
      const issue = safeParseRule(rule, options).issues.find(({ code }) => code === 'rule/unknown-operator');
      expect(['var', 'present', 'default']).toContain(issue?.suggestion);
      expect(issue?.fix).toBeUndefined();
    }
  });

  it('of all its operators, those that are none of ours are refused', () => {
    const ours = new Set(['var', ...OPERATORS.map(({ id }) => id)]);
    const theirs = Object.keys(engine.methods as object).filter((name) => !ours.has(name));
    const told = Object.fromEntries(theirs.map((name) => [name, only(safeParseRule({ [name]: [] }).issues).suggestion]));
    expect(told).toEqual({
      val: 'var', exists: 'present', '??': 'default', every: 'all', not: '!',
      try: undefined, throw: undefined, preserve: undefined, length: undefined, keys: undefined, pipe: undefined, eachKey: undefined, get: undefined,
    });
  });
});

describe('names of query builders', () => {
  it.each<readonly [Json, Json]>([
    [{ starts_with: [v('name'), 'W'] }, { startsWith: [v('name'), 'W'] }],
    [{ ends_with: [v('name'), 'n'] }, { endsWith: [v('name'), 'n'] }],
    [{ 'date==': [v('since'), '2026-06-30T00:00:00.000Z'] }, { '==': [v('since'), '2026-06-30T00:00:00.000Z'] }],
    [{ and: [{ locked: { '>': [v('other'), 5] } }, { locked: [v('vip')] }] }, { and: [{ '>': [v('other'), 5] }, v('vip')] }],
    [{ '!': { locked: { and: [v('vip')] } } }, { '!': { and: [v('vip')] } }],
  ])('%j', (theirs, here) => {
    const { rule, codes, issues } = mend(theirs);
    expect([rule, new Set(codes), issues]).toEqual([here, new Set(['rule/unknown-operator']), []]);
  });

  it('`every` is about elements, so that their fields are no unknown paths', () => {
    expect(issuesOf({ every: [v('orders'), { '>': [v('amount'), 5] }] }).map(({ code }) => code)).toEqual(['rule/unknown-operator']);
  });

  it('`any` may mean one of several conditions or of the elements of a list: it has no mend, and `and` is not suggested', () => {
    const { suggestion, fix } = only(issuesOf({ any: [v('vip'), { '>': [v('other'), 5] }] }));
    expect([suggestion, fix]).toEqual(['or', undefined]);
  });

  it('`locked` of nothing has no mend', () => {
    expect(only(issuesOf({ locked: [] })).fix).toBeUndefined();
  });
});

describe('searching a text', () => {
  it.each<readonly [Json, Json]>([
    [{ in: ['EU', v('name')] }, { contains: [v('name'), 'EU'] }],
    [{ in: [v('tier'), v('name')] }, { contains: [v('name'), v('tier')] }],
    [{ in: ['old', v('tier')] }, { contains: [v('tier'), 'old'] }],
    [{ in: [5, v('name')] }, { contains: [v('name'), '5'] }],
    [{ in: ['EU', { default: [v('name'), 'none'] }] }, { contains: [{ default: [v('name'), 'none'] }, 'EU'] }],
    [{ and: [{ '!': { in: ['EU', v('name')] } }] }, { and: [{ '!': { contains: [v('name'), 'EU'] } }] }],
    [{ some: [v('tags'), { in: [v(''), v('^.name')] }] }, { some: [v('tags'), { contains: [v('^.name'), v('')] }] }],
    [{ '!': [{ in: ['EU', v('name')] }] }, { '!': [{ contains: [v('name'), 'EU'] }] }],
  ])('%j', (rule, after) => {
    expect(mended(rule)).toEqual([after, ['rule/in-text'], []]);
  });

  it.each<Json>([{ in: [v('other'), v('name')] }, { in: [v('tags'), v('name')] }, { in: [true, v('name')] }, { in: [null, v('name')] }, { in: [['a'], v('name')] }])(
    'what cannot be in a text has no mend: %j',
    (rule) => {
      expect(only(issuesOf(rule))).toMatchObject({ code: 'rule/in-text', suggestion: 'contains' });
      expect(only(issuesOf(rule)).fix).toBeUndefined();
    },
  );
});

describe('what is there and what is empty', () => {
  it.each<readonly [Json, Json]>([
    [{ '!': v('name') }, { '!': { present: v('name') } }],
    [{ '!': [v('other')] }, { '!': [{ present: v('other') }] }],
    [{ '!!': v('since') }, { present: v('since') }],
    [{ '!!': [v('tier')] }, { present: v('tier') }],
    [{ '!': v('tags') }, { '!': { some: [v('tags'), true] } }],
    [{ '!!': v('orders') }, { some: [v('orders'), true] }],
    [{ and: [v('vip'), v('size.employees')] }, { and: [v('vip'), { present: v('size.employees') }] }],
    [{ '!': { var: ['name'] } }, { '!': { present: { var: ['name'] } } }],
    [{ some: [v('orders'), { or: [{ '!': v('kind') }, { '!!': v('^.name') }] }] }, { some: [v('orders'), { or: [{ '!': { present: v('kind') } }, { present: v('^.name') }] }] }],
    [{ some: [v('tags'), { '!': v('') }] }, { some: [v('tags'), { '!': { present: v('') } }] }],
  ])('%j', (rule, after) => {
    const [first, codes, left] = mended(rule);
    expect([first, new Set(codes as string[]), left]).toEqual([after, new Set(['rule/not-boolean']), []]);
  });

  it('on a yes or no they ask for its value', () => {
    expect(issuesOf({ '!': v('vip') })).toEqual([]);
    expect(parseRule({ '!!': v('vip') }, { schema }).test({ vip: false })).toBe('false');
  });

  it('an empty list is known to be none, a missing one is not known', () => {
    const { compiled } = mend({ '!': v('tags') });
    expect([{ tags: [] }, { tags: ['a'] }, {}].map((document) => compiled?.test(document))).toEqual(['true', 'false', 'unknown']);
  });
});

describe('literals of another type', () => {
  it.each<readonly [Json, Json, readonly string[]]>([
    [{ in: [v('purchases'), ['1', 2, '3']] }, { in: [v('purchases'), [1, 2, 3]] }, ['rule/number-as-text', 'rule/number-as-text']],
    [{ '<=': ['1', v('netSpend'), '5,000.50'] }, { '<=': [1, v('netSpend'), 5000.5] }, ['rule/number-as-text', 'rule/number-as-text']],
    [{ between: [v('other'), '1', '5'] }, { between: [v('other'), 1, 5] }, ['rule/number-as-text', 'rule/number-as-text']],
    [{ some: [v('orders'), { in: [v('amount'), ['1.50']] }] }, { some: [v('orders'), { in: [v('amount'), [1.5]] }] }, ['rule/number-as-text']],
    [{ '==': [v('vip'), 'false'] }, { '==': [v('vip'), false] }, ['rule/type-mismatch']],
    [{ in: [v('vip'), ['true']] }, { in: [v('vip'), [true]] }, ['rule/type-mismatch']],
    [{ '==': [v('name'), 123] }, { '==': [v('name'), '123'] }, ['rule/type-mismatch']],
    [{ in: [v('name'), [-1.5, 'x']] }, { in: [v('name'), ['-1.5', 'x']] }, ['rule/type-mismatch']],
    [{ in: [v('tags'), ['a', 'b']] }, { overlaps: [v('tags'), ['a', 'b']] }, ['rule/type-mismatch']],
    [{ '!': { in: [['gold'], v('tiers')] } }, { '!': { overlaps: [['gold'], v('tiers')] } }, ['rule/type-mismatch']],
  ])('%j', (rule, after, codes) => {
    expect(mended(rule)).toEqual([after, codes, []]);
  });

  it('a day at midnight in UTC is that day, wherever a day can stand', () => {
    const midnight = '2026-06-30T00:00:00.000Z';
    const on = (rule: Json, since: string) => parseRule(rule, { schema }).test({ since });
    for (const text of [midnight, '2026-06-30T00:00:00Z', '2026-06-30T00:00:00+00:00', '2026-06-30 00:00']) {
      expect(on({ '==': [v('since'), text] }, '2026-06-30')).toBe('true');
      expect(on({ in: [v('since'), ['2026-01-01', text]] }, '2026-06-30')).toBe('true');
      expect(on({ between: [v('since'), text, text] }, '2026-06-30')).toBe('true');
      expect(on({ '<=': ['2026-01-01', v('since'), text] }, '2026-06-30')).toBe('true');
      expect(on({ '<': ['2026-01-01', v('since'), text] }, '2026-06-30')).toBe('false');
      expect(on({ '!=': [text, v('since')] }, '2026-07-01')).toBe('true');
      expect(on({ after: [v('since'), text] }, '2026-07-01')).toBe('true');
      expect(on({ '==': [{ default: [v('since'), text] }, '2026-06-30'] }, '')).toBe('true');
    }
    for (const text of ['2026-06-29T16:00:00.000Z', '2026-06-30T00:00:00+08:00', '2026-06-30T00:00:01Z', '2026-02-30T00:00:00Z']) {
      expect(only(issuesOf({ in: [v('since'), [text]] }))).toMatchObject({ code: 'rule/not-a-date', pointer: '/in/1/0' });
    }
  });

  it.each<readonly [string, Json, string]>([
    ['digits that a number cannot keep', { '==': [v('other'), '12345678901234567890'] }, 'rule/type-mismatch'],
    ['more than any number', { '==': [v('other'), '9'.repeat(400)] }, 'rule/type-mismatch'],
    ['an amount beyond the currency', { '>=': [v('netSpend'), '1.005'] }, 'rule/number-as-text'],
    ['a number that is no value', { '==': [v('tier'), 5] }, 'rule/type-mismatch'],
    ['a number that nobody types', { '==': [v('name'), 1e21] }, 'rule/type-mismatch'],
    ['yes is no boolean', { '==': [v('vip'), 'yes'] }, 'rule/type-mismatch'],
  ])('%s: no mend', (_, rule, code) => {
    expect(only(issuesOf(rule))).toMatchObject({ code });
    expect(only(issuesOf(rule)).fix).toBeUndefined();
  });

  it('a value of an enum that looks like a number', () => {
    const levels = { level: { type: 'enum', values: ['1', '2', '3'] } } as const;
    expect(mendAgainst({ in: [v('level'), [1, 3]] }, levels).rule).toEqual({ in: [v('level'), ['1', '3']] });
  });

  it('what has no order is told, and not what is written beside it', () => {
    expect(only(issuesOf({ '<': [v('tags'), 'a'] }))).toMatchObject({ pointer: '/</0', params: { actual: 'list', expected: 'a number, money or a date' } });
    expect(only(issuesOf({ '<=': ['a', v('name'), 5] }))).toMatchObject({ pointer: '/<=/1', params: { actual: 'text' } });
    expect(only(issuesOf({ startsWith: [v('other'), 5] }))).toMatchObject({ pointer: '/startsWith/0', params: { actual: 'number' } });
  });

  it('a parameter is not written where it is used: there is nothing to replace', () => {
    const fields = { limit: { type: 'text', constant: '5000' }, share: { type: 'number', constant: 90 }, tier: { type: 'text', constant: 'glod' }, open: { type: 'boolean', constant: true } } as const;
    const facts = { other: { type: 'number' }, ratio: { type: 'ratio', min: 0, max: 1 }, level: { type: 'enum', values: ['gold'] }, name: { type: 'text' } } as const;
    const all: { readonly [path: string]: (typeof fields)[keyof typeof fields] | (typeof facts)[keyof typeof facts] } = { ...fields, ...facts };
    const scope = createScope({ field: (path) => all[path], names: () => Object.keys(all) });
    const rules: readonly Json[] = [{ '>=': [v('other'), v('limit')] }, { '>=': [v('ratio'), v('share')] }, { '==': [v('level'), v('tier')] }, { '==': [v('name'), v('share')] }, { '!': v('share') }, { in: [v('share'), v('name')] }];
    for (const rule of rules) {
      const { issues } = readRule(rule, { scope, pointer: '/rules/0/when' });
      expect([rule, issues.length, issues.filter(({ fix }) => fix !== undefined)]).toEqual([rule, 1, []]);
    }
  });
});

describe('`false` alone', () => {
  it('is what builders export for nothing: told, and true of nobody', () => {
    expect(only(issuesOf(false))).toMatchObject({ code: 'rule/empty', severity: 'warning', pointer: '' });
    expect(only(safeParseRule(false).issues)).toMatchObject({ code: 'rule/empty', severity: 'warning' });
    expect(parseRule(false, { schema }).test({})).toBe('false');
  });
  it('`true` alone, and `false` within a rule, are constants', () => {
    expect(only(issuesOf(true)).code).toBe('rule/constant');
    expect(issuesOf({ '!': false }).map(({ code }) => code)).toEqual(['rule/constant']);
    expect(safeParseRule(true).issues).toEqual([]);
  });
});

describe('no mend', () => {
  it.each<readonly [Json, string]>([
    [{ in: [['a'], v('other')] }, 'rule/type-mismatch'],
    [{ '>': [{ '+': [v('netSpend'), '007'] }, 5] }, 'rule/type-mismatch'],
    [{ '>': [{ '-': ['90%', v('netSpend')] }, 5] }, 'rule/type-mismatch'],
    [{ '>': [{ min: ['glod', v('tier')] }, 5] }, 'rule/type-mismatch'],
  ])('%j would be refused again', (rule, code) => {
    const issue = only(issuesOf(rule));
    expect([issue.code, issue.fix]).toEqual([code, undefined]);
  });
});

describe('every mend', () => {
  const path = fc.constantFrom('other', 'netSpend', 'name', 'tier', 'vip', 'since', 'tags', 'orders', 'tiers', 'nme', 'amount', '', '^.name', '^.tier', '^.^.vip', 'onTimePaymentRatio', 'size.employees');
  const literal = fc.constantFrom<Json>(null, true, 'true', 5, '5', 90, '90%', 1.005, '1.005', 'gold', 'glod', 'x', '2026-06-30', '2026-06-30T00:00:00.000Z', ['a', '5'], [1, 'gold'], []);
  const operator = fc.constantFrom('==', '!=', '<', '<=', 'between', 'in', 'contains', 'overlaps', 'and', 'or', '!', '!!', 'some', 'all', 'none', 'startsWith', 'starts_with', 'ends_with', 'val', 'exists', '??', 'every', 'locked', 'date==', 'present', 'default', 'if', '+', 'missing', 'AND', 'betwen', 'map');
  const { rule } = fc.letrec<{ rule: Json; operand: Json }>((tie) => ({
    operand: fc.oneof({ depthSize: 'small', withCrossShrink: true }, literal, path.map(v), path.map((each): Json => ({ var: [each] })), tie('rule')),
    rule: fc.tuple(operator, fc.oneof(fc.array(tie('operand'), { minLength: 1, maxLength: 3 }), tie('operand'))).map(([id, operands]): Json => ({ [id]: operands })),
  }));

  it('has a place in what was read, and mends what it was made for', () => {
    let mends = 0;
    fc.assert(
      fc.property(rule, (written) => {
        for (const issue of issuesOf(written)) {
          if (issue.fix === undefined) continue;
          mends += 1;
          const left = issuesOf(applyFix(written, issue.fix));
          expect(left.filter((other) => isDeepStrictEqual(other, issue))).toEqual([]);
        }
      }),
      { numRuns: 5_000 },
    );
    expect(mends).toBeGreaterThan(1_000);
  });

  it('below a pointer too: a rule in a policy', () => {
    const scope = createScope({ field: (name) => ({ name: { type: 'text' } as const, 'a/b': { type: 'list' } as const })[name], names: () => [] });
    const when: Json = { and: [{ in: ['EU', v('name')] }, { '!!': v('a/b') }] };
    const { issues } = readRule(when, { scope, pointer: '/segments/3/when' });
    expect(issues.map(({ fix }) => fix)).toEqual([
      [{ op: 'replace', path: '/segments/3/when/and/0', value: { contains: [v('name'), 'EU'] } }],
      [{ op: 'replace', path: '/segments/3/when/and/1', value: { some: [v('a/b'), true] } }],
    ]);
  });
});
