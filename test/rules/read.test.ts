import { describe, expect, it } from 'vitest';
import { ClassifierError } from '../../src/errors/classifier-error.js';
import { parseRule, safeParseRule } from '../../src/rules/index.js';
import { createScope } from '../../src/rules/scope.js';
import { readRule } from '../../src/rules/read.js';
import { issuesOf, problems, schema, v } from './kit.js';

const only = (rule: unknown) => {
  const [issue, ...rest] = issuesOf(rule);
  expect(rest).toEqual([]);
  if (issue === undefined) throw new Error('no issue');
  return issue;
};

describe('names', () => {
  it('an unknown path has the closest name and a fix', () => {
    expect(only({ '>=': [v('netSpent'), 1] })).toMatchObject({
      code: 'rule/unknown-path',
      pointer: '/>=/0/var',
      suggestion: 'netSpend',
      fix: [{ op: 'replace', path: '/>=/0/var', value: 'netSpend' }],
    });
    expect(only({ '>=': [{ var: ['netSpent'] }, 1] }).pointer).toBe('/>=/0/var/0');
    expect(only({ '!': { missing: ['other', 'purchase'] } })).toMatchObject({ pointer: '/!/missing/1', suggestion: 'purchases' });
    expect(only({ present: 'nme' })).toMatchObject({ pointer: '/present', suggestion: 'name' });
    expect(only({ '==': [v('constructor'), 1] }).code).toBe('rule/unknown-path');
    expect(only({ '==': [v(''), 1] }).code).toBe('rule/unknown-path');
    expect(only({ '==': [v('^.other'), 1] }).code).toBe('rule/unknown-path');
  });

  it('an unknown path says how to declare it', () => {
    const scope = createScope({ field: () => undefined, names: () => [], declaration: (path) => `"facts": { "${path}": … }` });
    const { issues } = readRule({ '>': [v('nps'), 9] }, { scope, pointer: '/segments/0/when' });
    expect(issues[0]).toMatchObject({ pointer: '/segments/0/when/>/0/var', params: { path: 'nps' } });
    expect(issues[0]?.message).toContain('`"facts": { "nps": … }`');
  });

  it('inside a list operator the outer document is suggested under ^.', () => {
    expect(only({ some: [v('orders'), { '>': [v('other'), 1] }] })).toMatchObject({ pointer: '/some/1/>/0/var', suggestion: '^.other' });
    expect(only({ some: [v('orders'), { '>': [v('amout'), 1] }] })).toMatchObject({ suggestion: 'amount' });
    expect(only({ some: [v('orders'), { '>': [v(''), 1] }] }).code).toBe('rule/unknown-path');
  });

  it.each([
    ['starts_with', 'startsWith'],
    ['ends_with', 'endsWith'],
    ['betwen', 'between'],
    ['=', '=='],
    ['mising', 'missing'],
    ['AND', 'and'],
  ])('the operator %s is called %s here', (other, ours) => {
    const issue = only({ [other]: [v('name'), 'x'] });
    expect(issue).toMatchObject({ code: 'rule/unknown-operator', pointer: `/${other}`, suggestion: ours });
    expect(issue.fix).toEqual([{ op: 'replace', path: '', value: { [ours]: [v('name'), 'x'] } }]);
  });

  it.each(['?:', 'map', 'filter', 'reduce', 'merge', 'cat', 'substr'])('%s is refused against a schema, naming what to use', (operator) => {
    const issue = only({ [operator]: [v('nothing'), 1, 2] });
    expect(issue).toMatchObject({ code: 'rule/refused-operator', pointer: `/${operator.replace('/', '~1')}` });
    expect(issue.message).toMatch(/use (`|a list)/);
  });

  it.each(['log', 'method', 'toString', 'valueOf', 'var.call', 'missing.constructor', 'cat.prototype.constructor', 'list'])(
    '%s is no operator',
    (operator) => {
      expect(problems({ [operator]: ['x'] })).toEqual([`rule/unknown-operator /${operator}`]);
      expect(safeParseRule({ [operator]: ['x'] }).issues.map((issue) => issue.code)).toEqual(['rule/unknown-operator']);
    },
  );
});

describe('shape', () => {
  it('an object has exactly one key, with and without a schema', () => {
    const two = { '>': [v('other'), 2], comment: 'oops' };
    expect(only(two)).toMatchObject({ code: 'rule/not-one-operator', pointer: '' });
    expect(only(two).message).toContain('`>`, `comment`');
    expect(only({ and: [{}] }).pointer).toBe('/and/0');
    expect(safeParseRule({ if: [two, 1, 2] }).issues.map((issue) => issue.code)).toEqual(['rule/not-one-operator']);
  });

  it.each([
    [{ '>': [v('other'), 1, 2] }],
    [{ '>=': [v('other')] }],
    [{ '<': [1, 2, 3, v('other')] }],
    [{ between: [v('other'), 1] }],
    [{ '!': [] }],
    [{ and: [] }],
    [{ if: [{ '>': [v('other'), 1] }, 2] }],
    [{ if: [{ '>': [v('other'), 1] }, 1, { '>': [v('other'), 1] }, 2] }],
    [{ '-': [v('other'), 1, 2] }],
    [{ max: [] }],
    [{ var: [] }],
    [{ in: [v('name')] }],
    [{ some: [v('tags')] }],
    [{ missing: [] }],
  ])('arity: %j', (rule) => {
    expect(problems(rule).map((problem) => problem.split(' ')[0])).toContain('rule/wrong-arity');
  });

  it('all problems at once, first met first', () => {
    expect(
      problems({
        and: [{ '>': [v('othr'), 1] }, { '>=': [v('netSpend'), '5000'] }, { '==': [v('tier'), 'glod'] }, { nope: [] }, v('other')],
      }),
    ).toEqual([
      'rule/unknown-path /and/0/>/0/var',
      'rule/number-as-text /and/1/>=/1',
      'rule/unknown-value /and/2/==/1',
      'rule/unknown-operator /and/3/nope',
    ]);
  });

  it.each<[what: string, code: string, make: (index: number) => unknown]>([
    ['unknown paths', 'rule/unknown-path', (index) => v(`nope${index}`)],
    ['unknown operators', 'rule/unknown-operator', (index) => ({ [`nope${index}`]: [1] })],
    ['two keys', 'rule/not-one-operator', () => ({ a: 1, b: 2 })],
    ['wrong numbers of operands', 'rule/wrong-arity', () => ({ '>': [v('other')] })],
    ['texts for numbers', 'rule/number-as-text', (index) => ({ '>': [v('other'), `${index}`] })],
    ['unknown values', 'rule/unknown-value', (index) => ({ '==': [v('tier'), `tier ${index}`] })],
    ['mixed types', 'rule/type-mismatch', () => ({ '>': [v('other'), v('since')] })],
    ['no conditions', 'rule/not-boolean', () => v('other')],
    ['warnings of thresholds', 'rule/implausible-threshold', (index) => ({ '<': [v('netSpend'), -index - 1] })],
    ['warnings of constants', 'rule/constant', () => ({ or: [v('vip'), { '>': [2, 1] }] })],
    ['warnings of contradictions', 'rule/contradiction', () => ({ '<': [9, v('other'), 3] })],
  ])('at most 100 issues, soon: %s', (_, code, make) => {
    const rule = { and: Array.from({ length: 9_000 }, (_each, index) => make(index)) };
    const before = process.cpuUsage();
    const issues = issuesOf(rule);
    expect([issues.length, new Set(issues.map((issue) => issue.code))]).toEqual([100, new Set([code])]);
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(2_000);
  });

  it('computed paths are refused', () => {
    expect(only({ var: [{ if: [v('vip'), 'other', 'third'] }] })).toMatchObject({ code: 'rule/computed-path', pointer: '/var/0' });
    expect(only({ missing: [{ if: [v('vip'), 'other', 'third'] }] }).code).toBe('rule/computed-path');
  });
});

describe('types', () => {
  it('a number written as text has a fix', () => {
    expect(only({ '>=': [v('netSpend'), '5,000.50'] })).toMatchObject({
      code: 'rule/number-as-text',
      suggestion: '5000.5',
      fix: [{ op: 'replace', path: '/>=/1', value: 5000.5 }],
    });
    expect(only({ '>=': [v('onTimePaymentRatio'), '90%'] })).toMatchObject({ suggestion: '0.9' });
    expect(only({ in: [v('purchases'), [1, '2']] })).toMatchObject({ code: 'rule/number-as-text', pointer: '/in/1/1' });
  });

  it.each([
    [{ '==': [v('tags'), 'vip'] }, '/==/0'],
    [{ '!=': ['vip', v('tags')] }, '/!=/1'],
    [{ '===': [v('tier'), ['gold', 'silver']] }, '/===/1'],
    [{ '!==': [v('orders'), v('tags')] }, '/!==/0'],
    [{ '==': [v('purchases'), v('scores')] }, '/==/1'],
  ])('a list is not equal to anything, and how to ask it is told: %j', (rule, pointer) => {
    expect(only(rule)).toMatchObject({
      code: 'rule/type-mismatch',
      pointer,
      params: { expected: 'one value: ask a list with `in`, `contains` or `overlaps`' },
    });
  });

  it('percentages are moved by decimals', () => {
    expect(only({ '>=': [v('onTimePaymentRatio'), '0.7%'] })).toMatchObject({ suggestion: '0.007' });
    expect(only({ '>=': [v('onTimePaymentRatio'), 57] })).toMatchObject({ severity: 'warning', suggestion: '0.57', params: { meaning: '5,700 %' } });
    expect(only({ '>=': [v('onTimePaymentRatio'), 1.1] }).params).toMatchObject({ meaning: '110 %' });
  });

  it('an enum has the closest value', () => {
    expect(only({ '==': [v('tier'), 'glod'] })).toMatchObject({
      code: 'rule/unknown-value',
      pointer: '/==/1',
      suggestion: 'gold',
      fix: [{ op: 'replace', path: '/==/1', value: 'gold' }],
    });
    expect(problems({ in: [v('tier'), ['gold', 'sliver', 'nothing at all']] })).toEqual([
      'rule/unknown-value /in/1/1',
      'rule/unknown-value /in/1/2',
    ]);
    expect(only({ contains: [v('tiers'), 'glod'] })).toMatchObject({ code: 'rule/unknown-value', suggestion: 'gold' });
    expect(only({ some: [v('orders'), { '==': [v('kind'), 'wep'] }] })).toMatchObject({ suggestion: 'web' });
  });

  it.each([
    [{ '==': [v('name'), 5] }],
    [{ '<': [v('name'), 'x'] }],
    [{ '<': [v('tier'), 'gold'] }],
    [{ '==': [v('vip'), 1] }],
    [{ '==': [v('vip'), 'true'] }],
    [{ '>=': [v('netSpend'), v('purchases')] }],
    [{ '>=': [v('purchases'), v('netSpend')] }],
    [{ '>=': [v('since'), v('name')] }],
    [{ '==': [v('tags'), 'a'] }],
    [{ '+': [v('netSpend'), 5] }],
    [{ '+': [5, v('netSpend')] }],
    [{ '*': [v('netSpend'), v('refunds')] }],
    [{ '/': [5, v('netSpend')] }],
    [{ '%': [v('netSpend'), 5] }],
    [{ '+': [v('name'), 1] }],
    [{ '-': [v('since'), v('birthday')] }],
    [{ max: [v('since'), v('birthday')] }],
    [{ max: v('scores') }],
    [{ startsWith: [v('purchases'), 'x'] }],
    [{ before: [v('purchases'), '2026-01-01'] }],
    [{ in: [v('name'), v('purchases')] }],
    [{ in: [v('name'), v('orders')] }],
    [{ some: [v('name'), true] }],
    [{ overlaps: [v('tags'), v('name')] }],
    [{ if: [v('vip'), 1, 'x'] }],
    [{ default: [v('purchases'), 'x'] }],
    [{ between: [v('vip'), false, true] }],
    [{ missing_some: ['1', ['other']] }],
  ])('mixed: %j', (rule) => {
    expect(issuesOf(rule)[0]).toMatchObject({ code: 'rule/type-mismatch', severity: 'error' });
  });

  it('`in` a text suggests contains', () => {
    expect(only({ in: ['x', v('name')] })).toMatchObject({ code: 'rule/in-text', suggestion: 'contains' });
  });

  it('dates are days of the calendar; midnight is that day', () => {
    expect(only({ before: [v('since'), '2026-02-30'] }).code).toBe('rule/not-a-date');
    expect(only({ '<': [v('since'), '2026-1-15'] }).code).toBe('rule/not-a-date');
    expect(only({ before: [v('since'), '2026-01-15T13:00:00Z'] }).code).toBe('rule/not-a-date');
    expect(parseRule({ '==': [v('since'), '2026-01-15T00:00:00.000Z'] }, { schema }).test({ since: '2026-01-15' })).toBe('true');
  });

  it('there is no truthiness', () => {
    expect(only({ and: [v('other')] })).toMatchObject({ code: 'rule/not-boolean', pointer: '/and/0', suggestion: 'present' });
    expect(only({ '!': v('name') }).fix).toEqual([{ op: 'replace', path: '/!', value: { present: { var: 'name' } } }]);
    expect(only({ if: [v('name'), 1, 2] }).code).toBe('rule/not-boolean');
    expect(only({ some: [v('tags'), v('')] }).code).toBe('rule/not-boolean');
    expect(only({ and: [{ missing: ['other'] }] }).code).toBe('rule/not-boolean');
  });

  it('null stands only where absence is asked for', () => {
    expect(only({ '<': [v('other'), null] }).code).toBe('rule/null-literal');
    expect(only({ default: [v('other'), null] }).code).toBe('rule/null-literal');
  });

  it('a rule that must be boolean', () => {
    const scope = createScope({ field: () => ({ type: 'number' }), names: () => ['x'] });
    expect(readRule(v('x'), { scope, pointer: '/when', expect: 'boolean' }).issues.map((issue) => [issue.code, issue.pointer])).toEqual([
      ['rule/not-boolean', '/when'],
    ]);
    expect(readRule({ '>': [v('x'), 1] }, { scope, pointer: '/when', expect: 'boolean' }).issues).toEqual([]);
  });

  it('test refuses a rule that gives a value', () => {
    for (const rule of [parseRule({ '+': [v('other'), 1] }, { schema }), parseRule({ '+': [v('other'), 1] })]) {
      expect(() => rule.test({ other: 1 })).toThrow(ClassifierError);
      expect(rule.evaluate({ other: 1 })).toBe(2);
    }
  });
});

describe('warnings', () => {
  it('a percentage on a ratio', () => {
    const issue = only({ '>=': [v('onTimePaymentRatio'), 90] });
    expect(issue).toMatchObject({
      severity: 'warning',
      code: 'rule/implausible-threshold',
      pointer: '/>=/1',
      suggestion: '0.9',
      params: { meaning: '9,000 %' },
    });
    expect(issue.fix).toEqual([{ op: 'replace', path: '/>=/1', value: 0.9 }]);
    expect(safeParseRule({ '>=': [v('onTimePaymentRatio'), 90] }, { schema }).ok).toBe(true);
  });

  it('a threshold outside the plausible range', () => {
    expect(only({ '<': [v('daysSinceLastPurchase'), -1] })).toMatchObject({ severity: 'warning', code: 'rule/implausible-threshold' });
    expect(only({ '<': [v('netSpend'), -5] })).toMatchObject({ code: 'rule/implausible-threshold' });
    expect(issuesOf({ '>=': [v('onTimePaymentRatio'), 1] })).toEqual([]);
    expect(issuesOf({ '>=': [{ '*': [v('onTimePaymentRatio'), 100] }, 90] })).toEqual([]);
  });

  it.each<[what: string, rule: unknown, pointers: readonly string[]]>([
    ['an equality', { '==': [v('onTimePaymentRatio'), 90] }, ['/==/1']],
    ['the literal first', { '<=': [90, v('onTimePaymentRatio')] }, ['/<=/0']],
    ['between', { between: [v('onTimePaymentRatio'), 80, 90] }, ['/between/1', '/between/2']],
    ['between, one end', { between: [v('onTimePaymentRatio'), 0.5, 90] }, ['/between/2']],
    ['three operands', { '<=': [0, v('onTimePaymentRatio'), 90] }, ['/<=/2']],
    ['a list', { in: [v('daysSinceLastPurchase'), [-1, 30, 40_000]] }, ['/in/1/0', '/in/1/2']],
    ['money', { in: [v('netSpend'), [-5, 5]] }, ['/in/1/0']],
    ['a default', { var: ['onTimePaymentRatio', 90] }, ['/var/1']],
    ['a path with a default', { '>=': [{ var: ['onTimePaymentRatio', 0] }, 90] }, ['/>=/1']],
    ['an arithmetic literal', { '>=': [v('onTimePaymentRatio'), { '*': [9, 10] }] }, ['/>=/1']],
    ['the elements of a list', { some: [v('visits'), { '>': [v('share'), 50] }] }, ['/some/1/>/1']],
    ['the elements of a list, in a list', { all: [v('visits'), { in: [v('share'), [0.5, 50]] }] }, ['/all/1/in/1/1']],
    ['the outer document, in a list operator', { some: [v('visits'), { '>': [v('^.onTimePaymentRatio'), 90] }] }, ['/some/1/>/1']],
  ])('a threshold outside the plausible range: %s', (_, rule, pointers) => {
    const visits = { type: 'list', element: { share: { type: 'ratio', min: 0, max: 1 } } } as const;
    const { ok, issues } = safeParseRule(rule, { schema: { ...schema, visits } });
    const found = issues.filter(({ code }) => code === 'rule/implausible-threshold');
    expect([ok, found.map(({ pointer }) => pointer), new Set(found.map(({ severity }) => severity))]).toEqual([true, pointers, new Set(['warning'])]);
  });

  it('nothing is implausible beside a computed value, without a range, or at its ends', () => {
    for (const rule of [{ '>': [{ '+': [v('onTimePaymentRatio'), 1] }, 1.9] }, { '>': [v('other'), 1e9] }, { between: [v('onTimePaymentRatio'), 0, 1] }, { '==': [v('netSpend'), 0] }, { '>': [v('refunds'), -5] }])
      expect([rule, problems(rule)]).toEqual([rule, []]);
  });

  it('of values that cannot occur, an error is made wherever an enum stands', () => {
    expect(problems({ '!=': ['glod', v('tier')] })).toEqual(['rule/unknown-value /!=/0']);
    expect(problems({ in: ['glod', v('tiers')] })).toEqual(['rule/unknown-value /in/0']);
    expect(problems({ overlaps: [v('tiers'), ['glod', 'gold']] })).toEqual(['rule/unknown-value /overlaps/1/0']);
    expect(problems({ all: [v('tiers'), { '==': [v(''), 'glod'] }] })).toEqual(['rule/unknown-value /all/1/==/1']);
    expect(problems({ none: [v('orders'), { in: [v('kind'), ['web', 'fax']] }] })).toEqual(['rule/unknown-value /none/1/in/1/1']);
    expect(problems({ '==': [{ var: ['tier', 'glod'] }, 'gold'] })).toEqual(['rule/unknown-value /==/0/var/1']);
    expect(problems({ '==': [{ if: [v('vip'), v('tier'), 'glod'] }, 'gold'] })).toEqual(['rule/unknown-value /==/0/if/2']);
  });

  it('a condition that no fact can change', () => {
    expect(only({ and: [v('vip'), { '>': [2, 1] }] })).toMatchObject({
      severity: 'warning',
      code: 'rule/constant',
      pointer: '/and/1',
      params: { outcome: 'true' },
    });
    expect(only(true)).toMatchObject({ code: 'rule/constant', pointer: '' });
    expect(only({ or: [v('vip'), { and: [{ '==': [1, 1] }, false] }] })).toMatchObject({ pointer: '/or/1', params: { outcome: 'false' } });
    expect(issuesOf({ if: [v('vip'), true, false] })).toEqual([]);
    expect(issuesOf({ '==': [v('vip'), true] })).toEqual([]);
  });
});

describe('parameters', () => {
  const scope = (type: 'number' | 'ratio' | 'money') => {
    const fields = {
      limit: { type: 'number', constant: 5000.5 },
      tier: { type: 'text', constant: 'gold' },
      open: { type: 'boolean', constant: true },
      fact: { type },
    } as const;
    return createScope({ field: (path) => Object.entries(fields).find(([name]) => name === path)?.[1], names: () => Object.keys(fields) });
  };

  it('are folded into the rule, and stand for money in major units', () => {
    const { tree, issues } = readRule({ '>=': [v('fact'), v('limit')] }, { scope: scope('money'), pointer: '' });
    expect(issues).toEqual([]);
    expect(tree).toMatchObject({
      operands: [
        { kind: 'path', path: 'fact', slot: 0 },
        { kind: 'literal', type: 'money', value: 500_050, source: 5000.5, path: 'limit' },
      ],
    });
  });

  it('in arithmetic too', () => {
    const { tree } = readRule({ '>=': [v('fact'), { '*': [v('limit'), 2] }] }, { scope: scope('money'), pointer: '' });
    expect(tree).toMatchObject({ operands: [{}, { kind: 'literal', value: 1_000_100, source: 10_001, path: 'limit' }] });
  });

  it('make no condition constant', () => {
    expect(
      readRule({ or: [v('open'), { '==': [v('tier'), 'gold'] }, { '>': [v('fact'), 1] }] }, { scope: scope('number'), pointer: '' }).issues,
    ).toEqual([]);
  });
});

describe('the schema', () => {
  it('is checked, and never read again', () => {
    expect(safeParseRule(v('x'), { schema: { x: { type: 'numbr' as 'number' } } }).issues).toMatchObject([
      { code: 'rule/unknown-type', pointer: '/x/type' },
    ]);
    expect(safeParseRule(v('x'), { schema: { x: { type: 'enum' } } }).issues).toMatchObject([{ code: 'rule/wrong-schema', pointer: '/x' }]);
    const changing: { x: { type: 'number' | 'text' } } = { x: { type: 'number' } };
    const rule = parseRule({ '>': [v('x'), 1] }, { schema: changing });
    changing.x.type = 'text';
    expect(rule.test({ x: 2 })).toBe('true');
  });

  it('paths with dots lie inside', () => {
    const rule = parseRule({ '>': [v('size.employees'), 10] }, { schema });
    expect(rule.paths).toEqual(['size.employees']);
    expect(rule.test({ size: { employees: 11 } })).toBe('true');
    expect(rule.test({ 'size.employees': 11 })).toBe('unknown');
    expect(rule.test({ size: null })).toBe('unknown');
  });
});
