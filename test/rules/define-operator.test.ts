import { describe, expect, it } from 'vitest';
import { ClassifierError } from '../../src/errors/classifier-error.js';
import { defineOperator } from '../../src/rules/define-operator.js';
import { parseRule, safeParseRule, type FactValue, type ValueType } from '../../src/rules/index.js';
import { schema, v } from './kit.js';

const seen: (readonly FactValue[])[] = [];
const plugIn = (operands: readonly ValueType[], result: ValueType, evaluate: (...operands: readonly FactValue[]) => FactValue) =>
  defineOperator({
    id: 'acme:op',
    version: '1',
    operands,
    result,
    evaluate: (...given) => {
      seen.push(given);
      return evaluate(...given);
    },
    words: { en: '{1} and {2}' },
  });
const run = (operator: ReturnType<typeof plugIn>, operands: readonly unknown[], document: unknown) =>
  parseRule({ 'acme:op': operands }, { schema, operators: [operator] }).evaluate(document);

describe('defineOperator', () => {
  it('is opaque and frozen', () => {
    const operator = plugIn(['number'], 'boolean', () => true);
    expect(operator).toMatchObject({ kind: 'operator', id: 'acme:op', version: '1' });
    expect(Object.isFrozen(operator)).toBe(true);
  });

  it('needs a namespace', () => {
    const spec = { version: '1', operands: [], result: 'boolean', evaluate: () => true, words: { en: '' } } as const;
    for (const id of ['near', ':near', 'acme:', 'a b:c', 'a:b:c']) {
      expect(() => defineOperator({ ...spec, id: id as 'a:b' })).toThrow(ClassifierError);
    }
  });

  it('gets money in major units and gives it so', () => {
    seen.length = 0;
    expect(
      run(
        plugIn(['money', 'money'], 'money', (a, b) => Number(a) + Number(b)),
        [v('netSpend'), 2.5],
        { netSpend: '7.50' },
      ),
    ).toBe(10);
    expect(seen).toEqual([[7.5, 2.5]]);
  });

  it('is not asked with a missing operand', () => {
    seen.length = 0;
    expect(
      run(
        plugIn(['number'], 'boolean', () => true),
        [v('other')],
        {},
      ),
    ).toBeUndefined();
    expect(seen).toEqual([]);
  });

  it.each<[ValueType, FactValue | undefined]>([
    ['number', Number.NaN],
    ['number', Infinity],
    ['number', '5'],
    ['number', null],
    ['boolean', 1],
    ['text', ''],
    ['text', 5],
    ['date', 'soon'],
    ['money', 1.234],
    ['list', 'x'],
    ['number', undefined],
  ])('a result as %s of %j is unknown', (result, value) => {
    expect(
      run(
        plugIn(['number'], result, () => value as FactValue),
        [v('other')],
        { other: 1 },
      ),
    ).toBeUndefined();
  });

  it('a throw is unknown', () => {
    expect(
      run(
        plugIn(['number'], 'boolean', () => {
          throw new Error('broken');
        }),
        [v('other')],
        { other: 1 },
      ),
    ).toBeUndefined();
  });

  it('types and arity are checked when the rule is read', () => {
    const operators = [plugIn(['ratio', 'date'], 'boolean', () => true)];
    const codes = (operands: readonly unknown[]) =>
      safeParseRule({ 'acme:op': operands }, { schema, operators }).issues.map((issue) => `${issue.code} ${issue.pointer}`);
    expect(codes([v('onTimePaymentRatio'), '2026-01-01'])).toEqual([]);
    expect(codes([v('name'), '2026-13-01'])).toEqual(['rule/type-mismatch /acme:op/0', 'rule/not-a-date /acme:op/1']);
    expect(codes([v('onTimePaymentRatio')])).toEqual(['rule/wrong-arity /acme:op']);
  });

  it('stands as a condition, without a schema too', () => {
    const operators = [plugIn(['number', 'number'], 'boolean', (a, b) => Number(a) > Number(b))];
    expect(
      parseRule({ and: [{ 'acme:op': [v('other'), 1] }, { 'acme:op': [2, v('other')] }] }, { schema, operators }).test({ other: 1.5 }),
    ).toBe('true');
    expect(parseRule({ 'acme:op': [v('other'), 1] }, { operators }).test({ other: 2 })).toBe('true');
    expect(parseRule({ 'acme:op': [v('other'), 1] }, { operators }).test({ other: '2' })).toBe('unknown');
  });

  it('without a schema it is asked only with operands of its types, whatever they are made of', () => {
    const half = plugIn(['number'], 'number', (value) => Number(value) / 2);
    const loose = (operand: unknown, document: unknown) => parseRule({ 'acme:op': [operand] }, { operators: [half] }).evaluate(document);
    expect(loose(v('other'), { other: 4 })).toBe(2);
    expect(loose({ '+': [v('other'), 2] }, { other: 4 })).toBe(3);
    expect(loose(v('other'), { other: '4' })).toBeUndefined();
    expect(loose({ '<': [v('other'), 5] }, { other: 4 })).toBeUndefined();
    expect(loose({ cat: [v('other')] }, { other: 4 })).toBeUndefined();
  });

  it('what is no plug-in is refused, and so is a second of one id', () => {
    const operator = plugIn([], 'boolean', () => true);
    expect(safeParseRule(true, { operators: [operator, operator] }).issues.map((issue) => issue.code)).toEqual(['operator/duplicate']);
    expect(
      safeParseRule(true, { operators: [{ kind: 'operator', id: 'acme:fake', version: '1' }] }).issues.map((issue) => issue.code),
    ).toEqual(['operator/not-an-operator']);
    expect(safeParseRule({ 'acme:oq': [] }, { operators: [operator] }).issues).toMatchObject([
      { code: 'rule/unknown-operator', suggestion: 'acme:op' },
    ]);
  });
});

it('says everything that is wrong with a definition', () => {
  const wrong = { id: 'near', version: '', operands: ['num'], result: 'zzz', evaluate: 5, words: { en: '' } } as unknown as Parameters<typeof defineOperator>[0];
  expect(() => defineOperator(wrong)).toThrow(/needs-namespace[^]*\/version[^]*\/operands[^]*\/result[^]*\/evaluate/);
});
