import { defaultMatchModes, defaultOperators, formatQuery, type ParseNumbersPropConfig, type RuleGroupType, type RuleType } from '@react-querybuilder/core';
import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classifier/create-classifier.js';
import { safeParseRule, type Json, type RuleSchema } from '../../src/rules/index.js';
import { VALUE_TYPES, type ValueType } from '../../src/rules/types.js';
import { ACTUALS, columnOf, expected, mend, MEANINGS, not, schema, VALUES, type Meaning } from './kit.js';
import { RQB_MATCH_MODES, RQB_OUTCOMES, type ColumnOfRqb } from './outcomes.js';

/** What the library itself calls these operators. */
const MEANS: { readonly [operator: string]: Meaning | 'absence' | 'presence' } = {
  '=': MEANINGS.equal, '!=': not(MEANINGS.equal),
  '<': MEANINGS.less, '>': MEANINGS.greater, '<=': MEANINGS.atMost, '>=': MEANINGS.atLeast,
  contains: MEANINGS.contains, doesNotContain: not(MEANINGS.contains),
  beginsWith: MEANINGS.begins, doesNotBeginWith: not(MEANINGS.begins),
  endsWith: MEANINGS.ends, doesNotEndWith: not(MEANINGS.ends),
  null: 'absence', notNull: 'presence',
  in: MEANINGS.oneOf, notIn: not(MEANINGS.oneOf),
  between: MEANINGS.between, notBetween: not(MEANINGS.between),
};

const takesTwo = (operator: string): boolean => /^(in|notIn|between|notBetween)$/.test(operator);

/** What people type is text; a checkbox gives a boolean. */
function ruleOf(operator: string, type: ValueType): RuleType {
  const values = VALUES[columnOf(type)].map((value) => (typeof value === 'boolean' ? value : String(value)));
  return { field: type, operator, value: takesTwo(operator) ? values : values[0] };
}

function exported(rules: RuleGroupType['rules'], parseNumbers: ParseNumbersPropConfig | undefined): Json {
  const query: RuleGroupType = { combinator: 'and', rules };
  return formatQuery(query, { format: 'jsonlogic', ...(parseNumbers === undefined ? {} : { parseNumbers }) }) as Json;
}

/** Unless it is told not to, the library makes numbers of the ends of a range. */
function columnAs(type: ValueType, operator: string, parseNumbers: ParseNumbersPropConfig | undefined): ColumnOfRqb {
  const column = columnOf(type);
  const isParsed = parseNumbers === true || (parseNumbers === undefined && /between/i.test(operator));
  return column === 'number' && !isParsed ? 'number as text' : column;
}

const cases = defaultOperators.flatMap(({ name }) =>
  VALUE_TYPES.flatMap((type) => [undefined, true, false].map((parseNumbers) => ({ operator: name, type, parseNumbers }))),
);

describe('each operator of React Query Builder on each type', () => {
  it.each(cases)('$operator of $type, parseNumbers $parseNumbers', ({ operator, type, parseNumbers }) => {
    const outcome = RQB_OUTCOMES[operator]?.[columnAs(type, operator, parseNumbers)];
    const meaning = MEANS[operator];
    if (outcome === undefined || meaning === undefined) throw new Error(`say what becomes of ${operator}`);
    const rule = exported([ruleOf(operator, type)], parseNumbers);
    const read = safeParseRule(rule, { schema });
    const { codes, issues, compiled } = mend(rule);
    if (outcome.startsWith('refused ')) {
      expect([...new Set(read.issues.map(({ code }) => `refused ${code}`))]).toEqual([outcome]);
      expect({ codes, compiled }).toEqual({ codes: [], compiled: undefined });
      return;
    }
    expect(outcome === 'evaluated' ? [] : [outcome]).toEqual([...new Set(codes)].map((code) => `mended ${code}`));
    expect(read.ok).toBe(outcome === 'evaluated');
    expect(issues).toEqual([]);
    const asks = typeof meaning === 'string' ? () => meaning === 'presence' : meaning;
    const ofMissing = meaning === 'absence' ? 'true' : meaning === 'presence' ? 'false' : 'unknown';
    for (const actual of ACTUALS[columnOf(type)]) {
      const verdict = compiled?.test(actual === undefined ? {} : { [type]: actual });
      expect([actual, verdict]).toEqual([actual, expected(asks, actual, VALUES[columnOf(type)], ofMissing)]);
    }
  });

  it('there is an outcome for no other operator', () => {
    expect(Object.keys(RQB_OUTCOMES).sort()).toEqual(defaultOperators.map(({ name }) => name as string).sort());
  });
});

const lists: RuleSchema = { orders: { type: 'list', element: { amount: { type: 'money' }, kind: { type: 'enum', values: ['web', 'shop'] } } } };
const ORDERS = [[], [{ amount: 50 }], [{ amount: '150.00' }], [{ amount: 50 }, { amount: 150 }], [{ amount: 150 }, { amount: 200 }]] as const;
const BIG = 100;

describe('each match mode, on a list of objects', () => {
  const means: { readonly [mode: string]: (big: readonly boolean[]) => boolean } = {
    some: (big) => big.includes(true),
    none: (big) => !big.includes(true),
    // JSON Logic says false of an empty list.
    all: (big) => big.length > 0 && !big.includes(false),
  };
  it.each(defaultMatchModes.map(({ name }) => name))('%s', (mode) => {
    const rule: RuleType = { field: 'orders', operator: '=', match: { mode, threshold: 2 }, value: { combinator: 'and', rules: [{ field: 'amount', operator: '>', value: String(BIG) }] } };
    const { compiled, issues } = mend(exported([rule], true), lists);
    const outcome = RQB_MATCH_MODES[mode];
    if (outcome !== 'evaluated') {
      expect(issues.map(({ code }) => `refused ${code}`)).toEqual([outcome]);
      return;
    }
    for (const orders of ORDERS) {
      const big = orders.map(({ amount }) => Number(amount) > BIG);
      expect([mode, orders, compiled?.test({ orders })]).toEqual([mode, orders, String(means[mode]?.(big))]);
    }
    expect(compiled?.test({})).toBe('unknown');
  });
});

describe('what a whole query becomes', () => {
  it('one without conditions is `false`, and that is told', () => {
    for (const [query, options] of [[exported([], true), { schema }], [exported([], undefined), {}]] as const) {
      expect(query).toBe(false);
      const result = safeParseRule(query, options);
      expect(result.issues).toMatchObject([{ code: 'rule/empty', severity: 'warning', pointer: '' }]);
      expect(result.ok && result.value.test({ number: 5 })).toBe('false');
    }
  });

  it('in a policy that is no error, and the policy says so', () => {
    const segments = [{ id: 'a', when: exported([], true) as boolean }, { id: 'b' }];
    const classifier = createClassifier({ schema: 'clientele.policy/1', id: 'p', version: '1', currency: 'EUR', timeZone: 'UTC', segments, otherwise: 'b' });
    expect(classifier.lint().map(({ code, pointer }) => [code, pointer])).toEqual([['rule/empty', '/segments/0/when']]);
    expect(classifier.assign({ customer: { id: '1' } }, { asOf: '2026-06-30' })).toBe('b');
  });

  it('groups within groups, turned round', () => {
    const inner: RuleGroupType = { combinator: 'or', not: true, rules: [{ field: 'number', operator: '<', value: '5' }, { field: 'text', operator: 'null', value: '' }] };
    const { compiled } = mend(exported([inner, { field: 'boolean', operator: '=', value: true }], true));
    expect(compiled?.test({ number: 5, text: 'x', boolean: true })).toBe('true');
    expect(compiled?.test({ number: 4, text: 'x', boolean: true })).toBe('false');
    expect(compiled?.test({ number: 5, boolean: true })).toBe('false');
    expect(compiled?.test({ text: 'x', boolean: true })).toBe('unknown');
  });

  it('fields against fields', () => {
    const rules: RuleType[] = [
      { field: 'number', operator: '>=', value: 'count', valueSource: 'field' },
      { field: 'ratio', operator: 'between', value: 'number,days', valueSource: 'field' },
      { field: 'text', operator: 'contains', value: 'enum', valueSource: 'field' },
    ];
    const { compiled, codes } = mend(exported(rules, true));
    expect(codes).toEqual(['rule/in-text']);
    expect(compiled?.test({ number: 2, count: 1, ratio: 3, days: 4, text: 'all gold', enum: 'gold' })).toBe('true');
    expect(compiled?.test({ number: 2, count: 1, ratio: 3, days: 4, text: 'all', enum: 'gold' })).toBe('false');
  });
});

describe('what people type', () => {
  const mended = (rule: RuleType, parseNumbers?: ParseNumbersPropConfig) => {
    const { rule: after, codes, issues } = mend(exported([rule], parseNumbers));
    return { after: (after as { readonly and: readonly Json[] }).and[0], codes, left: issues.map(({ code }) => code) };
  };
  it('a text of digits that the library takes for a number is a text again', () => {
    expect(mended({ field: 'text', operator: '=', value: '123' }, true)).toEqual({ after: { '==': [{ var: 'text' }, '123'] }, codes: ['rule/type-mismatch'], left: [] });
    expect(mended({ field: 'text', operator: 'in', value: '1,x' }, true).after).toEqual({ in: [{ var: 'text' }, ['1', 'x']] });
    expect(mended({ field: 'text', operator: 'contains', value: '5' }, true)).toEqual({ after: { contains: [{ var: 'text' }, '5'] }, codes: ['rule/in-text'], left: [] });
    expect(mended({ field: 'text', operator: 'beginsWith', value: '12' }, true).after).toEqual({ startsWith: [{ var: 'text' }, '12'] });
    // Better: only what is entered as a number is one.
    const fields = [{ name: 'text', label: 'text', inputType: 'text' }];
    const query = { combinator: 'and', rules: [{ field: 'text', operator: '=', value: '007' }] } as const;
    expect(formatQuery({ ...query, rules: [...query.rules] }, { format: 'jsonlogic', parseNumbers: 'strict-limited', fields })).toEqual({ and: [{ '==': [{ var: 'text' }, '007'] }] });
  });
  it('`true` as text is a yes', () => {
    expect(mended({ field: 'boolean', operator: '=', value: 'true' })).toEqual({ after: { '==': [{ var: 'boolean' }, true] }, codes: ['rule/type-mismatch'], left: [] });
    expect(mended({ field: 'boolean', operator: 'in', value: 'true,false' }).after).toEqual({ in: [{ var: 'boolean' }, [true, false]] });
  });
  it('a number in the manner of people', () => {
    expect(mended({ field: 'money', operator: '>=', value: '5,000.50' }).after).toEqual({ '>=': [{ var: 'money' }, 5000.5] });
    expect(mended({ field: 'ratio', operator: '>=', value: '90%' }).after).toEqual({ '>=': [{ var: 'ratio' }, 0.9] });
  });
  it('what is no such value is told, without a mend', () => {
    expect(mended({ field: 'number', operator: '=', value: '' }).left).toEqual(['rule/type-mismatch']);
    expect(mended({ field: 'number', operator: '=', value: 'many' }).left).toEqual(['rule/type-mismatch']);
    expect(mended({ field: 'date', operator: '=', value: '' }).left).toEqual(['rule/not-a-date']);
    expect(mended({ field: 'enum', operator: '=', value: '' }).left).toEqual(['rule/unknown-value']);
    expect(mended({ field: 'boolean', operator: '=', value: 'yes' }).left).toEqual(['rule/type-mismatch']);
    expect(mended({ field: 'money', operator: '=', value: '1.005' })).toMatchObject({ codes: [], left: ['rule/number-as-text'] });
  });
});
