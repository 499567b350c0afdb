// Conditions that no value meets, and those that every known value meets: what is told is true, and what one path asks is told.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Issue } from '../../src/errors/issue.js';
import type { Json } from '../../src/errors/json.js';
import { parseRule, safeParseRule } from '../../src/rules/index.js';
import { readRule } from '../../src/rules/read.js';
import { createScope } from '../../src/rules/scope.js';
import { issuesOf, problems, schema, v } from './kit.js';

const only = (rule: unknown): Issue => {
  const [issue, ...rest] = issuesOf(rule);
  expect(rest).toEqual([]);
  if (issue === undefined) throw new Error(`no issue of ${JSON.stringify(rule)}`);
  return issue;
};

describe('a contradiction', () => {
  it('is a warning at the second condition, and names the other', () => {
    const rule = { and: [{ '>': [v('other'), 5] }, v('vip'), { '<': [v('other'), 3] }] };
    expect(only(rule)).toMatchObject({
      severity: 'warning',
      code: 'rule/contradiction',
      pointer: '/and/2',
      message: 'no value of `other` meets `other < 3` and `other > 5` (/and/0): correct or remove a condition',
      params: { path: 'other', condition: 'other < 3', others: [{ pointer: '/and/0', condition: 'other > 5' }] },
    });
    expect(safeParseRule(rule, { schema }).ok).toBe(true);
  });

  it.each<[what: string, conditions: readonly Json[]]>([
    ['bounds that meet and are both outside', [{ '>': [v('other'), 5] }, { '<': [v('other'), 5] }]],
    ['bounds that meet, one of them outside', [{ '>=': [v('other'), 5] }, { '<': [v('other'), 5] }]],
    ['bounds with the literal first', [{ '<': [5, v('other')] }, { '>': [5, v('other')] }]],
    ['ranges', [{ '<=': [0, v('onTimePaymentRatio'), 0.2] }, { between: [v('onTimePaymentRatio'), 0.3, 1] }]],
    ['a range and a value', [{ '<=': [1, v('purchases'), 3] }, { '==': [v('purchases'), 4] }]],
    ['money, to the cent', [{ '>': [v('netSpend'), 10] }, { '<': [v('netSpend'), 10.01] }]],
    ['days', [{ after: [v('since'), '2026-02-28'] }, { before: [v('since'), '2026-03-01'] }]],
    ['days by signs', [{ '>=': [v('since'), '2026-03-01'] }, { '<=': [v('since'), '2026-02-28'] }]],
    ['two values', [{ '==': [v('tier'), 'gold'] }, { '===': ['silver', v('tier')] }]],
    ['a value and not that value', [{ '==': [v('name'), 'x'] }, { '!=': [v('name'), 'x'] }]],
    ['lists without a common value', [{ in: [v('name'), ['a', 'b']] }, { in: [v('name'), ['c', 'd']] }]],
    ['a list and a value outside', [{ contains: [['a', 'b'], v('name')] }, { '==': [v('name'), 'c'] }]],
    ['yes and no', [v('vip'), { '!': v('vip') }]],
    ['yes and false', [v('vip'), { '==': [v('vip'), false] }]],
    ['there and not there', [{ present: v('tags') }, { '==': [v('tags'), null] }]],
    ['not missing and missing', [{ '!': { missing: ['name', 'other'] } }, { '==': [null, v('other')] }]],
    ['a comparison of what is missing', [{ '>': [v('other'), 0] }, { '!': { present: 'other' } }]],
    ['missing, with a default that does not meet it', [{ '>': [{ var: ['other', 3] }, 5] }, { '==': [v('other'), null] }]],
    ['under `!`', [{ '>': [v('other'), 5] }, { '!': { '>': [v('other'), 3] } }]],
    ['under `!` of `or`', [{ '>': [v('other'), 5] }, { '!': [{ or: [v('vip'), { '>=': [v('other'), 2] }] }] }]],
    ['in nested `and`s', [{ and: [v('vip'), { and: [{ '>': [v('other'), 5] }] }] }, { '!!': { and: [{ '<': [v('other'), 3] }, v('blocked')] } }]],
    ['against an `or` on the same path', [{ '<': [1, v('other'), 4] }, { or: [{ '<': [v('other'), 1] }, { '>': [v('other'), 5] }] }]],
    ['against an `if` on the same path', [{ '==': [v('other'), 3] }, { if: [{ '>': [v('other'), 2] }, { '>': [v('other'), 4] }, true] }]],
  ])('%s', (_, conditions) => {
    expect(problems({ and: conditions }).map((problem) => problem.split(' ')[0])).toEqual(['rule/contradiction']);
    expect(problems({ and: [...conditions].reverse() }).map((problem) => problem.split(' ')[0])).toEqual(['rule/contradiction']);
    for (const left of conditions.keys()) expect(problems({ and: conditions.filter((_each, index) => index !== left) })).toEqual([]);
  });

  it.each<[condition: Json, text: string]>([
    [{ between: [v('other'), 9, 3] }, '`between(other, 9, 3)`'],
    [{ '<': [9, v('other'), 3] }, '`9 < other < 3`'],
    [{ '<': [3, v('other'), 3] }, '`3 < other < 3`'],
    [{ '<=': [9, v('purchases'), 3] }, '`9 <= purchases <= 3`'],
    [{ '<': [9, v('since'), 3].map((each) => (typeof each === 'number' ? `2026-01-0${each}` : each)) }, '`"2026-01-09" < since < "2026-01-03"`'],
    [{ '<': [v('other'), v('other')] }, '`other < other`'],
    [{ '!=': [v('name'), v('name')] }, '`name != name`'],
    [{ in: [v('name'), []] }, '`name in []`'],
    [{ '==': [v('name'), ''] }, '`name == ""`'],
  ])('a condition by itself: %j', (condition, text) => {
    const issue = only({ or: [v('vip'), condition] });
    expect(issue).toMatchObject({ code: 'rule/contradiction', pointer: '/or/1', params: { others: [] } });
    expect(issue.message).toMatch(/^no value of `\w+` meets /);
    expect(issue.message).toContain(` meets ${text}: correct or remove a condition`);
  });

  it('of many conditions names those that are needed', () => {
    const [silver, bronze, gold] = ['silver', 'bronze', 'gold'].map((tier) => ({ '!=': [v('tier'), tier] }));
    expect(only({ and: [silver, { present: v('tier') }, bronze, v('vip'), gold] })).toMatchObject({
      pointer: '/and/4',
      params: { condition: 'tier != "gold"', others: [{ pointer: '/and/0' }, { pointer: '/and/2' }] },
    });
    const ten = Array.from({ length: 10 }, (_, n) => ({ '!=': [v('other'), n] }));
    const long = only({ and: [...ten, { in: [v('other'), Array.from({ length: 10 }, (_, n) => n)] }] });
    expect(long.params['others']).toHaveLength(5);
    expect(long.message).toContain('…');
  });

  it('is told once for each path of an `and`, and where it is', () => {
    const both = [{ '>': [v('other'), 5] }, { '>': [v('third'), 5] }, { '<': [v('other'), 5] }, { '<': [v('third'), 4] }, { '<': [v('third'), 3] }];
    expect(problems({ and: both })).toEqual(['rule/contradiction /and/2', 'rule/contradiction /and/3']);
    const inner = { and: [{ '>': [v('other'), 5] }, { '<': [v('other'), 3] }] };
    expect(problems({ or: [v('vip'), inner, { '!': inner }] })).toEqual(['rule/contradiction /or/1/and/1', 'rule/always-holds /or/2/!/and/1']);
    expect(problems({ and: [v('vip'), { or: [inner, { '==': [v('other'), 1] }] }, { '!=': [v('other'), 1] }] })).toEqual([
      'rule/contradiction /and/1/or/0/and/1',
      'rule/contradiction /and/2',
    ]);
    expect(problems({ if: [inner, v('vip'), v('blocked')] })).toEqual(['rule/contradiction /if/0/and/1']);
    expect(problems({ '==': [inner, v('vip')] })).toEqual(['rule/contradiction /==/0/and/1']);
  });

  it('is found in the conditions on the elements of a list, which are not those of the document', () => {
    const apart = [{ '>': [v('amount'), 5] }, { '<': [v('amount'), 3] }];
    expect(problems({ some: [v('orders'), { and: apart }] })).toEqual(['rule/contradiction /some/1/and/1']);
    expect(problems({ and: apart.map((condition) => ({ some: [v('orders'), condition] })) })).toEqual([]);
    expect(problems({ all: [v('scores'), { and: [{ '>': [v(''), 5] }, { '<': [v(''), 3] }] }] })).toEqual(['rule/contradiction /all/1/and/1']);
    expect(only({ all: [v('scores'), { and: [{ '>': [v(''), 5] }, { '<': [v(''), 3] }] }] }).message).toContain('no value of `""` meets `"" < 3`');
    expect(problems({ some: [v('scores'), { and: [{ '>': [v(''), 5] }, { '<': [v('^.other'), 3] }, { '>': [v('^.other'), 3] }] }] })).toEqual([
      'rule/contradiction /some/1/and/2',
    ]);
    const up = { some: [v('orders'), { some: [v('^.orders'), { and: [{ '>': [v('amount'), 5] }, { '<': [v('^.amount'), 3] }] }] }] };
    expect(problems(up)).toEqual([]);
  });

  it.each<[what: string, rule: Json]>([
    ['counts and days may have fractions, as the median of gaps has', { and: [{ '>': [v('purchases'), 3] }, { '<': [v('purchases'), 4] }, { '>': [v('daysSinceLastPurchase'), 3] }, { '<': [v('daysSinceLastPurchase'), 4] }] }],
    ['the day between', { and: [{ after: [v('since'), '2024-02-28'] }, { before: [v('since'), '2024-03-01'] }] }],
    ['the cent between', { and: [{ '>': [v('netSpend'), 10] }, { '<': [v('netSpend'), 10.02] }] }],
    ['bounds that meet', { and: [{ '>=': [v('other'), 5] }, { '<=': [v('other'), 5] }] }],
    ['a condition that follows from another', { and: [{ '>': [v('other'), 5] }, { '>': [v('other'), 3] }] }],
    ['other paths', { and: [{ '>': [v('other'), 5] }, { '<': [v('third'), 3] }] }],
    ['one of several', { or: [{ '>': [v('other'), 5] }, { '<': [v('other'), 3] }] }],
    ['a list of the document', { and: [{ in: ['a', v('tags')] }, { '!': { in: ['b', v('tags')] } }] }],
    ['blank or missing', { '==': [{ var: ['name', ''] }, ''] }],
    ['missing, or a range', { and: [{ or: [{ '==': [v('other'), null] }, { '>': [v('other'), 5] }] }, { '!': { '<': [{ var: ['other', 7] }, 3] } }] }],
    ['a default that meets it', { and: [{ '>': [{ var: ['other', 9] }, 5] }, { '!': { present: v('other') } }] }],
    ['a declared value of the elements is not all that they may be', { some: [v('tiers'), { and: ['gold', 'silver', 'bronze'].map((tier) => ({ '!=': [v(''), tier] })) }] }],
    ['computed values', { and: [{ '>': [{ '+': [v('other'), 1] }, 5] }, { '<': [{ '+': [v('other'), 2] }, 5] }] }],
  ])('is not: %s', (_, rule) => {
    expect(problems(rule)).toEqual([]);
  });

  it('parameters take part with their values of today', () => {
    const scope = createScope({
      field: (path) => (path === 'limit' ? { type: 'number', constant: 10 } : path === 'fact' ? { type: 'money' } : undefined),
      names: () => ['limit', 'fact'],
    });
    const { issues } = readRule({ and: [{ '>': [v('fact'), v('limit')] }, { '<': [v('fact'), { '*': [v('limit'), 0.5] }] }] }, { scope, pointer: '/segments/0/when' });
    expect(issues).toMatchObject([
      {
        severity: 'warning',
        code: 'rule/contradiction',
        pointer: '/segments/0/when/and/1',
        params: { condition: 'fact < limit', others: [{ pointer: '/segments/0/when/and/0', condition: 'fact > limit' }] },
      },
    ]);
  });

  it('is not looked for without a schema: there a value may be anything', () => {
    expect(safeParseRule({ and: [{ '>': [v('x'), 5] }, { '<': [v('x'), 3] }] }).issues).toEqual([]);
  });
});

describe('conditions that always hold', () => {
  it('are a warning at the last one that is needed', () => {
    expect(only({ or: [{ '>=': [v('other'), 5] }, v('vip'), { '<': [v('other'), 5] }] })).toMatchObject({
      severity: 'warning',
      code: 'rule/always-holds',
      pointer: '/or/2',
      message: 'every known value of `other` meets `other < 5` or `other >= 5` (/or/0): correct a condition, or use `present` if that is meant',
      params: { path: 'other', condition: 'other < 5', others: [{ pointer: '/or/0', condition: 'other >= 5' }] },
    });
  });

  it.each<Json>([
    { or: [v('vip'), { '!': v('vip') }] },
    { or: [{ '==': [v('other'), null] }, v('vip'), { present: v('other') }] },
    { or: ['gold', 'silver', 'bronze'].map((tier) => ({ '==': [v('tier'), tier] })) },
    { or: [{ '!=': [v('name'), 'a'] }, { '!=': [v('name'), 'b'] }] },
    { or: [{ before: [v('since'), '2026-01-01'] }, { after: [v('since'), '2025-12-31'] }] },
    { or: [{ '<=': [v('netSpend'), 5] }, { '>=': [v('netSpend'), 5.01] }] },
    { or: [{ '!': { between: [v('other'), 3, 9] } }, { '<': [2, v('other'), 10] }] },
    { in: [v('tier'), ['bronze', 'gold', 'silver', 'gold']] },
    { '<=': [v('other'), v('other')] },
    { '!=': [v('name'), ''] },
    { '!': { and: [{ or: [v('vip'), v('blocked')] }, { or: [{ '>': [v('other'), 5] }, { '<=': [v('other'), 5] }] }] } },
  ])('%j', (rule) => {
    expect(problems(rule).map((problem) => problem.split(' ')[0])).toEqual(['rule/always-holds']);
  });

  it.each<Json>([
    { or: [{ '>': [v('other'), 5] }, { '<': [v('other'), 5] }] },
    { or: [{ '<': [v('netSpend'), 5] }, { '>': [v('netSpend'), 5] }] },
    { or: [{ present: v('other') }, { '>': [v('other'), 5] }] },
    { or: [{ '==': [v('other'), null] }, { '>': [v('other'), 5] }] },
    { '!': { missing: ['other'] } },
    { or: ['gold', 'silver'].map((tier) => ({ '==': [v('tier'), tier] })) },
    { or: [{ '>=': [v('other'), 5] }, { '<': [v('third'), 5] }] },
  ])('not: %j', (rule) => {
    expect(problems(rule)).toEqual([]);
  });
});

/** A path, the values that are written in rules, and enough of the values that it may have. */
interface Domain {
  readonly path: string;
  readonly written: readonly Json[];
  readonly values: readonly Json[];
}

const range = (from: number, to: number, by: number): readonly number[] => Array.from({ length: Math.round((to - from) / by) + 1 }, (_, n) => from + n * by);
const days = range(26, 30, 1).map((day) => `2026-09-${day}`);
const domains: readonly Domain[] = [
  { path: 'other', written: range(0, 3, 1), values: range(-1, 4, 0.5) },
  { path: 'purchases', written: range(0, 3, 1), values: range(-1, 4, 0.5) },
  { path: 'netSpend', written: [0, 0.01, 0.02, 0.03], values: [-0.01, 0, 0.01, 0.02, 0.03, 0.04] },
  { path: 'since', written: days.slice(1, -1), values: days },
  { path: 'vip', written: [true, false], values: [true, false] },
  { path: 'tier', written: ['gold', 'silver', 'bronze'], values: ['gold', 'silver', 'bronze'] },
  { path: 'name', written: ['a', 'b', 'c', ''], values: ['a', 'b', 'c', 'd', 'e', 'f'] },
];

/** Simple conditions on one path; `presence` adds those that ask whether there is a value. */
function simple({ path, written }: Domain, presence: boolean): fc.Arbitrary<Json> {
  const literal = fc.constantFrom(...written);
  const subject = presence ? fc.oneof({ weight: 4, arbitrary: fc.constant<Json>(v(path)) }, { weight: 1, arbitrary: literal.map((value): Json => ({ var: [path, value] })) }) : fc.constant<Json>(v(path));
  const isOrdered = !['vip', 'tier', 'name'].includes(path);
  const pair = (operators: readonly string[]): fc.Arbitrary<Json> =>
    fc.tuple(fc.constantFrom(...operators), subject, literal, fc.boolean()).map(([operator, one, other, turned]): Json => ({ [operator]: turned ? [other, one] : [one, other] }));
  const choices: fc.Arbitrary<Json>[] = [
    pair(['==', '!=', '===', '!==']),
    ...(path === 'vip' ? [subject] : [fc.tuple(subject, fc.array(literal, { maxLength: 3 })).map(([one, list]): Json => ({ in: [one, list] }))]),
    ...(isOrdered
      ? [
          pair(path === 'since' ? ['<', '<=', '>', '>=', 'before', 'after'] : ['<', '<=', '>', '>=']),
          fc.tuple(fc.constantFrom('<', '<='), literal, subject, literal).map(([operator, ...operands]): Json => ({ [operator]: operands })),
          fc.tuple(subject, literal, literal).map((operands): Json => ({ between: operands })),
        ]
      : []),
    ...(presence ? [fc.constantFrom<Json>({ '==': [v(path), null] }, { '!=': [null, v(path)] }, { present: path }, { '!': { missing: [path] } })] : []),
  ];
  return fc.oneof(...choices);
}

/** Simple conditions under `!`, `!!` and the connectives. */
function nested(domain: Domain, presence: boolean, connectives: readonly string[]): fc.Arbitrary<Json> {
  const { condition } = fc.letrec<{ condition: Json }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 3 },
      { weight: 4, arbitrary: simple(domain, presence) },
      { weight: 1, arbitrary: fc.tuple(fc.constantFrom('!', '!!'), tie('condition')).map(([operator, one]): Json => ({ [operator]: one })) },
      { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...connectives), fc.array(tie('condition'), { minLength: 1, maxLength: 3 })).map(([operator, several]): Json => ({ [operator]: several })) },
    ),
  }));
  return condition;
}

const documentsOf = ({ path, values }: Domain): readonly { readonly [path: string]: Json }[] => [{}, ...values.map((value) => ({ [path]: value }))];
const warningsOf = (rule: Json, code: string): readonly Issue[] => issuesOf(rule).filter((issue) => issue.code === code);
const RUNS = { numRuns: 1_000 };

describe('the warning is given', () => {
  it('if, and only if, no value meets all conditions on one path', () => {
    const rule = fc.constantFrom(...domains).chain((domain) =>
      fc.tuple(fc.constant(domain), fc.array(simple(domain, true).chain((one) => fc.constantFrom<Json>(one, { '!': one }, { '!!': [one] }, { and: [one] })), { minLength: 1, maxLength: 4 })),
    );
    fc.assert(
      fc.property(rule, ([domain, conditions]) => {
        fc.pre(conditions.every((condition) => issuesOf(condition).length === 0));
        const test = parseRule({ and: conditions }, { schema });
        const isMet = documentsOf(domain).some((document) => test.test(document) === 'true');
        expect(warningsOf({ and: conditions }, 'rule/contradiction').length > 0).toBe(!isMet);
      }),
      RUNS,
    );
  });

  it('if, and only if, every known value meets one of them', () => {
    const rule = fc.constantFrom(...domains).chain((domain) =>
      fc.tuple(fc.constant(domain), fc.array(simple(domain, false).chain((one) => fc.constantFrom<Json>(one, { '!!': [one] }, { or: [one] })), { minLength: 1, maxLength: 4 })),
    );
    fc.assert(
      fc.property(rule, ([domain, conditions]) => {
        fc.pre(conditions.every((condition) => issuesOf(condition).length === 0));
        const test = parseRule({ or: conditions }, { schema });
        const holds = documentsOf(domain).slice(1).every((document) => test.test(document) === 'true');
        expect(warningsOf({ or: conditions }, 'rule/always-holds').length > 0).toBe(holds);
      }),
      RUNS,
    );
  });

  it('whenever conditions on one path, however nested, are never met', () => {
    const rule = fc.constantFrom(...domains).chain((domain) => fc.tuple(fc.constant(domain), nested(domain, false, ['and', 'or'])));
    fc.assert(
      fc.property(rule, ([domain, condition]) => {
        const test = parseRule(condition, { schema });
        if (documentsOf(domain).some((document) => test.test(document) === 'true')) return;
        expect(issuesOf(condition)).not.toEqual([]);
      }),
      RUNS,
    );
  });
});

describe('what is told is true', () => {
  /** True for a text that is `!(…)` as a whole. */
  function isNegated(text: string): boolean {
    let open = 0;
    const closed = Array.from(text).findIndex((letter) => {
      open += letter === '(' ? 1 : letter === ')' ? -1 : 0;
      return letter === ')' && open === 0;
    });
    return text.startsWith('!(') && closed === text.length - 1;
  }

  /** The conditions that an issue names, as rules of their own. */
  function namedBy(issue: Issue, rule: Json): readonly Json[] {
    const { others, condition: last } = issue.params as { readonly others: readonly { readonly pointer: string; readonly condition: string }[]; readonly condition: string };
    return [...others, { pointer: issue.pointer, condition: last }].map(({ pointer, condition }) => {
      const found = pointer.split('/').slice(1).reduce<Json | undefined>((json, key) => (json as { readonly [key: string]: Json } | undefined)?.[key], rule);
      if (typeof found === 'string') return condition.startsWith('!(!(') ? { '!': { present: found } } : { present: found };
      if (condition.startsWith('!(missing')) return found ?? null;
      return isNegated(condition) ? { '!': found ?? null } : (found ?? null);
    });
  }

  const several = fc.constantFrom('and', 'or').chain((connective) =>
    fc.array(fc.constantFrom(...domains).chain((domain) => nested(domain, true, ['and', 'or'])), { minLength: 1, maxLength: 5 }).map((parts): Json => ({ [connective]: parts })),
  );

  it('no value meets all that are named, every known value meets one, and each is needed', () => {
    let told = 0;
    fc.assert(
      fc.property(several, (rule) => {
        for (const issue of issuesOf(rule)) {
          const domain = domains.find(({ path }) => path === issue.params['path']);
          if (domain === undefined) throw new Error(`${issue.code} ${issue.message}`);
          const named = namedBy(issue, rule);
          const isContradiction = issue.code === 'rule/contradiction';
          const isTrueOf = (conditions: readonly Json[], documents: readonly unknown[]): boolean => {
            const tests = conditions.map((condition) => parseRule(condition, { schema }));
            return documents.every((document) => {
              const outcomes = tests.map((test) => test.test(document) === 'true');
              return isContradiction ? outcomes.includes(false) : outcomes.includes(true);
            });
          };
          told += 1;
          const [all, known] = [documentsOf(domain), documentsOf(domain).slice(1)];
          expect([issue.message, isTrueOf(named, isContradiction ? all : known)]).toEqual([issue.message, true]);
          for (const left of named.keys()) expect(isTrueOf(named.filter((_, index) => index !== left), all)).toBe(false);
        }
      }),
      RUNS,
    );
    expect(told).toBeGreaterThan(150);
  });
});

describe('many conditions', () => {
  const big = { schema, limits: { nodes: 1_000_000, bytes: 100_000_000, listLength: 100_000 } } as const;
  const cpu = (run: () => void): number => {
    const before = process.cpuUsage();
    run();
    return process.cpuUsage(before).user / 1_000;
  };
  const apart = (count: number): Json => ({
    and: [{ '>': [v('other'), 5] }, ...Array.from({ length: count }, (_, n) => ({ '!=': [v('other'), n] })), { '<': [v('other'), 5] }],
  });

  it('1,000 in one `and` take milliseconds, and ten times as many not much more than ten times as long', () => {
    for (let warm = 0; warm < 5; warm += 1) safeParseRule(apart(1_000), big);
    const [small, large] = [cpu(() => safeParseRule(apart(1_000), big)), cpu(() => safeParseRule(apart(10_000), big))];
    expect(safeParseRule(apart(10_000), big).issues.map(({ pointer }) => pointer)).toEqual(['/and/10001']);
    expect(small).toBeLessThan(200);
    expect(large).toBeLessThan(2_000);
  });

  it('deep ones are worked through once', () => {
    let rule: Json = { '==': [v('other'), 1] };
    for (let level = 0; level < 120; level += 1) rule = { [level % 2 === 0 ? 'or' : 'and']: [rule, ...Array.from({ length: 100 }, (_, n) => ({ '!=': [v('other'), level * 100 + n] }))] };
    expect(cpu(() => safeParseRule(rule, { ...big, limits: { ...big.limits, depth: 500 } }))).toBeLessThan(3_000);
  });

  it('long lists and long texts are not told in full', () => {
    const long = Array.from({ length: 9_000 }, (_, n) => `value number ${n}`);
    const issue = only({ and: [{ in: [v('name'), long] }, { in: [v('name'), ['x'.repeat(10_000)]] }] });
    expect(JSON.stringify(issue).length).toBeLessThan(1_500);
    expect(issue.message).toContain('`name in ["value number 0", "value number 1", "value number 2", "value number 3", "value number 4", …]` (/and/0)');
  });
});
