import type { Fields } from '@react-awesome-query-builder/core';
import { describe, expect, it } from 'vitest';
import { safeParseRule, type RuleSchema, type Truth } from '../../src/rules/index.js';
import { VALUE_TYPES, type ValueType } from '../../src/rules/types.js';
import { configOf, CoreConfig, exportedBy, groupItem, treeOf, type Condition } from './awesome.js';
import { ACTUALS, columnOf, expected, mend, MEANINGS, not, schema, TIERS, VALUES, type Column, type Meaning } from './kit.js';
import { RAQB_GROUPS, RAQB_OUTCOMES } from './outcomes.js';

const TYPES: { readonly [C in Column]: string } = { number: 'number', date: 'date', boolean: 'boolean', text: 'text', enum: 'select', list: 'multiselect' };

const listed = { listValues: TIERS.map((value) => ({ value, title: value })) };
const fields: Fields = Object.fromEntries(
  VALUE_TYPES.map((type) => [type, { label: type, type: TYPES[columnOf(type)], fieldSettings: type === 'enum' ? listed : { allowCustomValues: true } }]),
);
const config = configOf(fields);

type Asks = 'absence' | 'presence';
/** What the labels of the library say; of emptiness, what its own SQL says: null or the empty value. */
const MEANS: { readonly [operator: string]: Meaning | Asks } = {
  equal: MEANINGS.equal, not_equal: not(MEANINGS.equal),
  less: MEANINGS.less, less_or_equal: MEANINGS.atMost, greater: MEANINGS.greater, greater_or_equal: MEANINGS.atLeast,
  like: MEANINGS.contains, not_like: not(MEANINGS.contains),
  between: MEANINGS.between, not_between: not(MEANINGS.between),
  is_null: 'absence', is_not_null: 'presence', is_empty: 'absence', is_not_empty: 'presence',
  select_equals: MEANINGS.equal, select_not_equals: not(MEANINGS.equal),
  select_any_in: MEANINGS.oneOf, select_not_any_in: not(MEANINGS.oneOf),
  multiselect_contains: MEANINGS.oneOf, multiselect_not_contains: not(MEANINGS.oneOf),
  multiselect_equals: MEANINGS.eachOneOf, multiselect_not_equals: not(MEANINGS.eachOneOf),
};

/** A list that is known may be empty, and of a yes or no the export says its opposite: JSON Logic has no other emptiness of them. */
function meaningOf(operator: string, type: ValueType): { readonly meaning: Meaning; readonly ofMissing: Truth } {
  const found = MEANS[operator];
  if (found === undefined) throw new Error(`say what ${operator} means`);
  const isEmptiness = operator.endsWith('_empty');
  if (isEmptiness && (type === 'list' || type === 'boolean')) {
    const empty = type === 'list' ? MEANINGS.empty : MEANINGS.falseAsEmpty;
    return { meaning: found === 'absence' ? empty : not(empty), ofMissing: 'unknown' };
  }
  if (typeof found !== 'string') return { meaning: found, ofMissing: 'unknown' };
  return { meaning: () => found === 'presence', ofMissing: found === 'absence' ? 'true' : 'false' };
}

const cardinalityOf = (operator: string): number => CoreConfig.operators[operator]?.cardinality ?? 1;

function conditionOf(operator: string, type: ValueType): Condition {
  const [first, second] = VALUES[columnOf(type)];
  const isMulti = /_in$|^multiselect/.test(operator);
  const value = [[], isMulti ? [[first, second]] : [first], [first, second]][cardinalityOf(operator)] ?? [];
  return { field: type, operator, value, valueType: isMulti ? 'multiselect' : TYPES[columnOf(type)] };
}

const operators = Object.keys(CoreConfig.operators);
const cases = operators.flatMap((operator) => VALUE_TYPES.map((type) => ({ operator, type })));

describe('each operator of React Awesome Query Builder on each type', () => {
  it.each(cases)('$operator of $type', ({ operator, type }) => {
    const outcome = RAQB_OUTCOMES[operator]?.[columnOf(type)];
    if (outcome === undefined) throw new Error(`say what becomes of ${operator}`);
    const { rule, errors } = exportedBy(treeOf([conditionOf(operator, type)]), config);
    if (outcome === 'not exported') {
      expect({ rule, errors }).toEqual({ rule: undefined, errors: [`Operator ${operator} is not supported`] });
      return;
    }
    if (rule === undefined) throw new Error(errors.join());
    const read = safeParseRule(rule, { schema });
    const { codes, issues, compiled } = mend(rule);
    if (outcome.startsWith('refused ')) {
      expect([...new Set(read.issues.map(({ code }) => `refused ${code}`))]).toEqual([outcome]);
      expect({ codes, compiled }).toEqual({ codes: [], compiled: undefined });
      return;
    }
    expect([...new Set(codes)].map((code) => `mended ${code}`)).toEqual(outcome === 'evaluated' ? [] : [outcome]);
    expect(issues).toEqual([]);
    const { meaning, ofMissing } = meaningOf(operator, type);
    for (const actual of ACTUALS[columnOf(type)]) {
      const verdict = compiled?.test(actual === undefined ? {} : { [type]: actual });
      expect([actual, verdict]).toEqual([actual, expected(meaning, actual, VALUES[columnOf(type)], ofMissing)]);
    }
  });

  it('there is an outcome for no other operator', () => {
    expect(Object.keys(RAQB_OUTCOMES).sort()).toEqual([...operators].sort());
  });

  it('what the library offers for a type is never refused without a mend', () => {
    const offered = Object.values(TYPES).flatMap((type) => {
      const column = (Object.keys(TYPES) as Column[]).find((each) => TYPES[each] === type) ?? 'text';
      const widgets = Object.values(CoreConfig.types[type]?.widgets ?? {}) as readonly { readonly operators?: readonly string[] }[];
      return widgets.flatMap((widget) => widget.operators ?? []).map((operator) => ({ operator, outcome: RAQB_OUTCOMES[operator]?.[column] ?? 'refused' }));
    });
    expect(offered.length).toBeGreaterThan(40);
    expect(offered.filter(({ outcome }) => outcome.startsWith('refused'))).toEqual([]);
  });
});

const lists: RuleSchema = { orders: { type: 'list', element: { amount: { type: 'money' }, kind: { type: 'enum', values: ['web', 'shop'] } } } };
const grouped = configOf({ orders: { type: '!group', label: 'orders', mode: 'array', subfields: { amount: { type: 'number', label: 'amount' } } } });
const ORDERS = [[], [{ amount: 50 }], [{ amount: '150.00' }], [{ amount: 50 }, { amount: 150 }], [{ amount: 150 }, { amount: 200 }]] as const;
const BIG = 100;

describe('each operator of a group, on a list of objects', () => {
  const means: { readonly [operator: string]: (big: readonly boolean[]) => boolean } = {
    some: (big) => big.includes(true),
    none: (big) => !big.includes(true),
    all: (big) => big.length > 0 && !big.includes(false),
  };
  const ofGroups = Object.values(CoreConfig.types['!group']?.widgets ?? {}).flatMap((widget) => widget.operators ?? []);

  it.each(ofGroups)('%s', (operator) => {
    const count = [[], [2], [2, 3]][cardinalityOf(operator)] ?? [];
    const big: Condition = { field: 'orders.amount', operator: 'greater', value: [BIG], valueType: 'number' };
    const { rule = null } = exportedBy(treeOf([groupItem('orders', operator, count, [big])]), grouped);
    const { compiled, issues } = mend(rule, lists);
    const outcome = RAQB_GROUPS[operator];
    if (outcome !== 'evaluated') {
      expect(issues.map(({ code }) => `refused ${code}`)).toEqual([outcome]);
      return;
    }
    for (const orders of ORDERS) {
      const verdict = String(means[operator]?.(orders.map(({ amount }) => Number(amount) > BIG)));
      expect([orders, compiled?.test({ orders })]).toEqual([orders, verdict]);
    }
    expect(compiled?.test({})).toBe('unknown');
  });

  it('there is an outcome for no other', () => {
    expect(Object.keys(RAQB_GROUPS).sort()).toEqual([...ofGroups].sort());
  });
});

describe('what a whole query becomes', () => {
  it('one without conditions is nothing at all, which is no rule', () => {
    const { raw } = exportedBy(treeOf([]), config);
    expect(raw).toBeUndefined();
    expect(safeParseRule(raw, { schema }).issues).toMatchObject([{ code: 'document/not-json', params: { what: 'undefined' } }]);
  });

  it('dates are `Date` until they are JSON: refused, and the mend is their text', () => {
    const { raw, rule } = exportedBy(treeOf([{ field: 'date', operator: 'between', value: ['2026-01-01', '2026-06-30'], valueType: 'date' }]), config);
    const { issues } = safeParseRule(raw, { schema });
    expect(issues).toMatchObject([
      { code: 'document/not-json', pointer: '/and/0/<=/0', suggestion: '2026-01-01T00:00:00.000Z', fix: [{ op: 'replace', path: '/and/0/<=/0', value: '2026-01-01T00:00:00.000Z' }] },
      { code: 'document/not-json', pointer: '/and/0/<=/2' },
    ]);
    expect(rule).toEqual({ and: [{ '<=': ['2026-01-01T00:00:00.000Z', { var: 'date' }, '2026-06-30T00:00:00.000Z'] }] });
  });

  it('a group turned round, a locked condition, a field against a field', () => {
    const number: Condition = { field: 'number', operator: 'greater', value: [5], valueType: 'number' };
    const turned = mend(exportedBy(treeOf([number, { ...number, operator: 'less', value: [9] }], { not: true }), config).rule ?? null);
    expect(['5', '6', '9'].map((value) => turned.compiled?.test({ number: Number(value) }))).toEqual(['true', 'false', 'true']);
    const locked = mend(exportedBy(treeOf([number], { isLocked: true }), config).rule ?? null);
    expect(locked).toMatchObject({ codes: ['rule/unknown-operator'], rule: { and: [{ '>': [{ var: 'number' }, 5] }] }, issues: [] });
    const { compiled } = mend(exportedBy(treeOf([{ ...number, value: ['count'], valueSrc: 'field' }]), config).rule ?? null);
    expect([compiled?.test({ number: 2, count: 1 }), compiled?.test({ number: 1, count: 1 })]).toEqual(['true', 'false']);
  });

  it('with `reverseOperatorsForNot` and `fixJsonLogicDateCompareOp`', () => {
    const settings = { ...CoreConfig.settings, fixJsonLogicDateCompareOp: true, reverseOperatorsForNot: true };
    const day: Condition = { field: 'date', operator: 'equal', value: ['2026-06-30'], valueType: 'date' };
    const { rule = null } = exportedBy(treeOf([day, { ...day, operator: 'not_equal', value: ['2026-07-01'] }]), configOf(fields, { settings }));
    expect(rule).toEqual({ and: [{ 'date==': [{ var: 'date' }, '2026-06-30T00:00:00.000Z'] }, { 'date!=': [{ var: 'date' }, '2026-07-01T00:00:00.000Z'] }] });
    const { codes, compiled } = mend(rule);
    expect(codes).toEqual(['rule/unknown-operator', 'rule/unknown-operator']);
    expect([compiled?.test({ date: '2026-06-30' }), compiled?.test({ date: '2026-07-01' })]).toEqual(['true', 'false']);
  });
});
