// The table of missing data, row by row, in its words: T, F and U are conditions that are true, false and unknown.
import { describe, expect, it } from 'vitest';
import { createClassifier, parsePolicy, type CustomerRecord, type Json } from 'clientele';
import { parseRule, safeParseRule, type Truth } from '../../src/rules/index.js';
import { ask, problems, schema, v, valueOf } from './kit.js';

const T = { '>': [v('other'), 0] };
const F = { '<': [v('other'), 0] };
const U = { '>': [v('third'), 0] };
const document = { other: 1, vip: true, purchases: 5, name: 'Anna', tags: ['a', 'b'], scores: [1, 2], since: '2026-01-01' };
const about = (rule: unknown): string => ask(rule, document);

/** The facts and findings of a record, under a policy with what is given. */
function read(record: Partial<CustomerRecord>, more: { readonly [part: string]: Json } = {}) {
  const policy = { schema: 'clientele.policy/1', id: 'p', version: '1', currency: 'CNY', timeZone: 'UTC', window: { last: 'P12M' }, segments: [{ id: 'a' }], otherwise: 'a', ...more };
  const { segment, status, facts, findings } = createClassifier(parsePolicy(policy)).classify({ customer: { id: 'c' }, ...record }, { asOf: '2026-06-30' });
  return { segment, status, facts, codes: findings.map(({ code }) => code) };
}

const holdsIf = (when: Json): Json => [{ id: 'holds', when }, { id: 'a' }];

describe('missing: `null`, absent, a blank text and a non-finite number are *missing*; so are `value` and `band` of a score with too little data', () => {
  it('`value` and `band` of a score with too little data', () => {
    const scores = { worth: { scorer: 'value', of: 'netSpend', cut: { fixed: [1000] }, bands: ['low', 'high'] } };
    for (const when of [{ '>=': [v('scores.worth.value'), 0] }, { '!': { '>=': [v('scores.worth.value'), 0] } }, { '==': [v('scores.worth.band'), 'low'] }, { '!=': [v('scores.worth.band'), 'low'] }]) {
      expect(read({}, { scores, segments: holdsIf(when) })).toMatchObject({ segment: 'a', status: 'undetermined' });
      expect(read({ transactions: [{ at: '2026-06-01', amount: 5 }] }, { scores, segments: holdsIf(when) }).status).not.toBe('undetermined');
    }
    for (const path of ['scores.worth.value', 'scores.worth.band']) {
      expect(read({}, { scores, segments: holdsIf({ '==': [v(path), null] }) })).toMatchObject({ segment: 'holds', status: 'matched' });
    }
  });

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

describe('a part of a record that is absent: not known, all its facts are missing. An empty list is known to be none: counts and sums are 0, means, minima, ages and gaps are missing', () => {
  const segments = holdsIf({
    and: ['purchases', 'netSpend', 'meanOrderValue', 'daysSinceLastPurchase', 'medianGapDays', 'lastGapDays', 'interactions', 'overdueAmount', 'maxDaysOverdue', 'onTimePaymentRatio'].map((path) => ({ present: path })),
  });
  it('absent', () => {
    const { facts, codes } = read({}, { segments });
    expect(new Set(Object.values(facts))).toEqual(new Set([null]));
    expect(codes).toContain('data/part-absent');
  });

  it('an empty list', () => {
    const { facts } = read({ transactions: [], interactions: [], invoices: [], payments: [] }, { segments });
    expect(facts).toMatchObject({
      purchases: 0, netSpend: 0, interactions: 0, overdueAmount: 0, maxDaysOverdue: 0,
      meanOrderValue: null, daysSinceLastPurchase: null, medianGapDays: null, lastGapDays: null, onTimePaymentRatio: null,
    });
  });

  it('`coverage` says since when a part is complete: a fact that looks further back is missing, with the finding `history/too-short`', () => {
    const transactions = [{ at: '2026-06-01', amount: 5 }];
    const since = (from: string) => read({ transactions, coverage: { transactions: { from } } }, { segments: holdsIf({ '>': [v('netSpend'), 0] }) });
    expect(since('2025-07-01')).toMatchObject({ segment: 'holds', facts: { netSpend: 5 }, codes: [] });
    expect(since('2025-07-02')).toMatchObject({ segment: 'a', status: 'undetermined', facts: { netSpend: null } });
    expect(since('2025-07-02').codes).toContain('history/too-short');
  });
});

describe('comparison, arithmetic, `between`, `before`, `after`, `contains`, `startsWith`, `endsWith`, `min`, `max`: unknown when any operand is missing or unknown', () => {
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

  const unknownNumbers = [v('third'), { '/': [v('other'), 0] }, { '+': [v('other'), v('third')] }, { if: [U, v('other'), 2] }];
  const known: { readonly [operator: string]: readonly Json[] } = {
    '==': [v('other'), 1], '!=': [v('other'), 1], '===': [v('other'), 1], '!==': [v('other'), 1],
    '<': [v('other'), 1, 9], '<=': [v('other'), 1, 9], '>': [v('other'), 1], '>=': [v('other'), 1], between: [v('other'), 0, 9],
    '+': [v('other'), 1, 2], '-': [v('other'), 1], '*': [v('other'), 0, 2], '/': [v('other'), 2], '%': [v('other'), 2], min: [v('other'), 1, 2], max: [v('other'), 1, 2],
  };
  it.each(Object.entries(known))('%s, at each place', (operator, operands) => {
    expect(valueOf({ [operator]: operands }, document)).toBeDefined();
    for (const place of operands.keys()) {
      for (const unknown of unknownNumbers) {
        const rule = { [operator]: operands.map((operand, index) => (index === place ? unknown : operand)) };
        expect([rule, valueOf(rule, document), parseRule(rule).evaluate(document)]).toEqual([rule, undefined, undefined]);
      }
    }
  });

  it.each([
    { before: [v('since'), v('birthday')] },
    { before: [v('birthday'), v('since')] },
    { after: [v('since'), v('birthday')] },
    { contains: [v('name'), v('tier')] },
    { contains: [v('tier'), v('name')] },
    { contains: [v('tiers'), v('name')] },
    { contains: [v('tags'), v('tier')] },
    { startsWith: [v('name'), v('tier')] },
    { startsWith: [v('tier'), v('name')] },
    { endsWith: [v('tier'), v('name')] },
  ])('%j', (rule) => {
    expect([about(rule), about({ '!': rule })]).toEqual(['unknown', 'unknown']);
  });
});

describe('`and` / `or`: false (true) if any operand is, whatever the others; else unknown if any is; order of operands does not matter', () => {
  const conditions: readonly (readonly [Json, Truth])[] = [[T, 'true'], [F, 'false'], [U, 'unknown']];
  it('of up to three operands, each with each', () => {
    const rows = conditions.flatMap((a) => [[a], ...conditions.flatMap((b) => [[a, b], ...conditions.map((c) => [a, b, c])])]);
    expect(rows).toHaveLength(3 + 9 + 27);
    for (const row of rows) {
      const [operands, outcomes] = [row.map(([rule]) => rule), row.map(([, outcome]) => outcome)];
      const decided = (decisive: Truth, otherwise: Truth): Truth => (outcomes.includes(decisive) ? decisive : outcomes.includes('unknown') ? 'unknown' : otherwise);
      expect([operands, about({ and: operands })]).toEqual([operands, decided('false', 'true')]);
      expect([operands, about({ or: operands })]).toEqual([operands, decided('true', 'false')]);
    }
  });

  it('against a schema they take and give booleans; without one, json-logic-js’s operand value', () => {
    expect(problems({ and: [v('other')] })).toEqual(['rule/not-boolean /and/0']);
    expect(problems({ or: [T, v('name')] })).toEqual(['rule/not-boolean /or/1']);
    const loose = (rule: unknown): unknown => parseRule(rule).evaluate({ zero: 0, text: 'x', list: [], five: 5 });
    expect(loose({ and: [v('five'), v('text')] })).toBe('x');
    expect(loose({ and: [v('five'), v('zero'), v('text')] })).toBe(0);
    expect(loose({ and: [v('nothing'), v('list'), v('text')] })).toEqual([]);
    expect(loose({ and: [v('nothing'), v('text')] })).toBeUndefined();
    expect(loose({ or: [v('zero'), v('text'), v('five')] })).toBe('x');
    expect(loose({ or: [v('nothing'), v('text')] })).toBe('x');
    expect(loose({ or: [v('nothing'), v('zero')] })).toBeUndefined();
    expect(loose({ or: [v('list'), v('zero')] })).toBe(0);
  });

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

describe('`!`, `!!`: unknown of unknown. Against a schema only booleans, and the classic `{"!":{"missing":[…]}}`', () => {
  it('only booleans, and the classic form', () => {
    expect(problems({ '!': v('other') })).toEqual(['rule/not-boolean /!']);
    expect(problems({ '!!': v('name') })).toEqual(['rule/not-boolean /!!']);
    expect(problems({ '!!': { missing: ['other'] } })).toEqual(['rule/not-boolean /!!']);
    expect([about({ '!': { missing: ['other'] } }), about({ '!': { missing: ['third'] } }), about({ '!': [{ missing: ['other', 'third'] }] })]).toEqual(['true', 'false', 'false']);
  });

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

describe('`if`: an unknown condition makes the whole `if` unknown; later conditions are not tried', () => {
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

describe('`==` `!=` `===` `!==` with a literal `null`: ask about absence, never unknown. Two missing operands that are both expressions: unknown', () => {
  it('a literal null asks for it and is never unknown', () => {
    expect(about({ '==': [v('third'), null] })).toBe('true');
    expect(about({ '==': [v('other'), null] })).toBe('false');
    expect(about({ '===': [null, v('third')] })).toBe('true');
    expect(about({ '!=': [v('third'), null] })).toBe('false');
    expect(about({ '!==': [v('other'), null] })).toBe('true');
    expect(about({ '==': [{ '+': [v('other'), v('third')] }, null] })).toBe('true');
  });

  it('two missing expressions are unknown', () => {
    for (const operator of ['==', '!=', '===', '!==']) {
      expect(ask({ [operator]: [v('other'), v('third')] }, {})).toBe('unknown');
      expect(ask({ [operator]: [{ '+': [v('other'), 1] }, { '/': [1, 0] }] }, {})).toBe('unknown');
      expect(parseRule({ [operator]: [v('x'), v('y')] }).test({})).toBe('unknown');
    }
  });

  it('of any type, and of what is unknown', () => {
    for (const path of Object.keys(schema)) expect([path, ask({ '==': [v(path), null] }, {}), ask({ '!==': [null, v(path)] }, {})]).toEqual([path, 'true', 'false']);
    expect(about({ '==': [U, null] })).toBe('true');
    expect(about({ '!=': [{ '/': [1, 0] }, null] })).toBe('false');
  });
});

describe('`missing` `missing_some` `present` `default`, `var` with a default: never unknown; the default stands for null and absent alike', () => {

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

describe('`in` a list: missing needle: unknown. Found: true. Not found and the list is missing or has a missing element: unknown', () => {
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

describe('`in` a text: against a schema refused, suggestion `contains`', () => {
  it('is refused, and searched without one', () => {
    expect(problems({ in: ['nn', v('name')] })).toEqual(['rule/in-text /in/1']);
    expect(problems({ in: ['g', v('tier')] })).toEqual(['rule/in-text /in/1']);
    expect(parseRule({ in: ['nn', v('name')] }).test({ name: 'Anna' })).toBe('true');
    expect(parseRule({ in: ['nn', v('name')] }).test({})).toBe('unknown');
    expect(parseRule({ in: [v('part'), 'Anna'] }).test({})).toBe('unknown');
  });
});

describe('`some`: true if one element is; else unknown if one is unknown or the list is missing; else false (`[]` too). `none` is `!some`. `all`: false for `[]` and if one element is false; else unknown if one is unknown or the list is missing; else true', () => {
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

  it('of up to three elements, each with each', () => {
    const units = [5, 1, null];
    const rows = [[], ...units.flatMap((a) => [[a], ...units.flatMap((b) => [[a, b], ...units.map((c) => [a, b, c])])])];
    for (const row of rows) {
      const [holds, fails, open] = [row.includes(5), row.includes(1), row.includes(null)];
      const some = holds ? 'true' : open ? 'unknown' : 'false';
      const all = row.length === 0 || fails ? 'false' : open ? 'unknown' : 'true';
      const none = { true: 'false', false: 'true', unknown: 'unknown' }[some];
      const [facts, loose] = [orders(...row), { '>': [v('units'), 3] }];
      for (const ask of [(rule: Json): Truth => parseRule(rule, { schema }).test(facts), (rule: Json): Truth => parseRule(rule).test(facts)])
        expect([row, ask({ some: [v('orders'), loose] }), ask({ all: [v('orders'), loose] }), ask({ none: [v('orders'), loose] })]).toEqual([row, some, all, none]);
    }
  });

  it('so `!all(p)` is not `some(!p)`: for an empty list', () => {
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

describe('results that are not finite (÷ 0, `max []`): unknown', () => {
  it('`max []`, `min []`: refused when read', () => {
    for (const operator of ['max', 'min']) {
      expect(problems({ [operator]: [] })).toEqual([`rule/wrong-arity /${operator}`]);
      expect(safeParseRule({ [operator]: [] }).issues.map(({ code }) => code)).toEqual(['rule/wrong-arity']);
    }
    expect(parseRule({ '/': [v('x'), 0] }).evaluate({ x: 1 })).toBeUndefined();
  });

  it.each([{ '/': [v('other'), 0] }, { '%': [v('other'), 0] }, { '*': [v('other'), 1e308, 1e308] }])('%j', (rule) => {
    expect(valueOf(rule, document)).toBeUndefined();
    expect(about({ '>': [rule, 0] })).toBe('unknown');
  });
});

describe('ratios: denominator 0 or missing: missing', () => {
  const measures = { half: { ratio: { of: 'refunds', to: 'grossSpend' } } };
  it.each<[readonly object[] | undefined, number | null]>([
    [[{ at: '2026-06-01', amount: 8 }, { at: '2026-06-02', amount: 4, kind: 'return' }], 0.5],
    [[{ at: '2026-06-02', amount: 4, kind: 'return' }], null],
    [[], null],
    [undefined, null],
  ])('%j gives %s', (transactions, half) => {
    const record = transactions === undefined ? {} : { transactions: transactions as NonNullable<CustomerRecord['transactions']> };
    expect(read(record, { measures, segments: holdsIf({ present: 'half' }) })).toMatchObject({ segment: half === null ? 'a' : 'holds', facts: { half } });
  });
});

describe('wrong type: a value of another type than declared is missing, with the finding `data/wrong-type`', () => {
  const [lists, minor] = [[[1], ['a']], { minor: 5 }];
  const values: readonly unknown[] = [5, -1.5, '5', 'text', '', true, ...lists, {}, minor, '2026-01-01', null, undefined, Number.NaN, Symbol('x'), 5n];
  const fits: { readonly [type: string]: readonly unknown[] } = {
    number: [5, -1.5], count: [5, -1.5], days: [5, -1.5], ratio: [5, -1.5], boolean: [true], date: ['2026-01-01'],
    text: ['5', 'text', '2026-01-01'], enum: ['text'], list: lists, money: [5, -1.5, '5', minor],
  };
  it.each(Object.keys(fits))('%s', (type) => {
    const rule = parseRule({ present: 'x' }, { schema: { x: { type: type as 'number', values: ['text'] } } });
    expect(values.filter((x) => rule.test({ x }) === 'true')).toEqual(values.filter((x) => fits[type]?.includes(x)));
  });

  it('with the finding', () => {
    const facts = { nps: { type: 'number' }, plan: { type: 'enum', values: ['a', 'b'] } } as const;
    const segments = holdsIf({ and: [{ '==': [v('nps'), null] }, { '==': [v('plan'), null] }] });
    const given = read({ facts: { nps: '5', plan: 'c' } }, { facts, segments });
    expect(given).toMatchObject({ segment: 'holds', facts: { nps: null, plan: null }, codes: ['data/wrong-type', 'data/unknown-value'] });
  });
});

describe('information: taking a fact out never turns a rule from unknown or false to true, save through the words that ask about absence', () => {
  it('these are the words', () => {
    const asking: readonly Json[] = [{ '==': [v('third'), null] }, { '!': { present: 'third' } }, { '!': { '!': { missing: ['third'] } } }, { '>': [{ var: ['third', 9] }, 5] }, { default: [{ '<': [v('third'), 0] }, true] }];
    for (const rule of asking) expect([rule, ask(rule, { third: 1 }), ask(rule, {})]).toEqual([rule, 'false', 'true']);
  });
});

describe('`filter` `map` `reduce` (only without a schema): over a missing list: unknown. And the other rows without one', () => {
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
    [{ reduce: [v('xs'), { '+': [v('current'), v('accumulator')] }, 0] }, 0],
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
