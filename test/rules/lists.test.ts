// What lists, their elements and the names within them mean: each of these was once wrong.
import jsonLogic, { type RulesLogic } from 'json-logic-js';
import { describe, expect, it } from 'vitest';
import { parseRule } from '../../src/rules/index.js';
import { v } from './kit.js';

const loose = (rule: unknown, document: unknown = {}): unknown => parseRule(rule).evaluate(document);

describe('elements of a declared list', () => {
  const schema = { lines: { type: 'list', element: { 'size.boxes': { type: 'count' } } } } as const;

  it('have fields with dots in their names', () => {
    const rule = parseRule({ some: [v('lines'), { '>': [v('size.boxes'), 2] }] }, { schema });
    expect(rule.test({ lines: [{ size: { boxes: 3 } }] })).toBe('true');
    expect(rule.test({ lines: [{ size: { boxes: 2 } }] })).toBe('false');
    expect(rule.test({ lines: [{ size: {} }] })).toBe('unknown');
    expect(rule.test({ lines: [{ 'size.boxes': 3 }] })).toBe('unknown');
  });
});

describe('a blank text', () => {
  const schema = { name: { type: 'text' }, other: { type: 'text' }, names: { type: 'list' } } as const;
  const ask = (rule: unknown, document: unknown) => [parseRule(rule, { schema }).test(document), parseRule(rule).test(document)];

  it('is meant in a list of the rule, beside facts too, and is missing in one of the document', () => {
    expect(ask({ in: [v('name'), ['', 'b']] }, { name: 'a' })).toEqual(['false', 'false']);
    expect(ask({ in: [v('name'), ['', v('other')]] }, { name: 'a', other: 'b' })).toEqual(['false', 'false']);
    expect(ask({ overlaps: [v('names'), ['', v('other')]] }, { names: ['a'], other: 'b' })).toEqual(['false', 'false']);
    expect(ask({ in: [v('name'), ['', v('other')]] }, { name: 'a' })).toEqual(['unknown', 'unknown']);
    expect(ask({ some: [['', 'a'], { '==': [v(''), ''] }] }, {})).toEqual(['true', 'true']);
    expect(ask({ all: [['', v('other')], { '!=': [v(''), v('^.name')] }] }, { name: 'a', other: 'b' })).toEqual(['true', 'true']);
    expect(ask({ some: [v('names'), { '==': [v(''), ''] }] }, { names: ['', 'a'] })).toEqual(['unknown', 'unknown']);
    expect(ask({ in: [v('name'), v('names')] }, { name: 'a', names: ['', 'b'] })).toEqual(['unknown', 'unknown']);
  });
});

describe('without a schema', () => {
  const document = { xs: [1, 2], a: 5, name: 'a' };

  it('a list within a list is the same one wherever it is met, as in json-logic-js', () => {
    const nested = { nested: [[1], []], others: [[1]] };
    const rules: readonly RulesLogic[] = [
      { in: [v('nested.0'), v('nested')] },
      { in: [v('others.0'), v('nested')] },
      { in: [v('nested.1'), { filter: [v('nested'), true] }] },
    ];
    for (const rule of rules) expect([rule, loose(rule, nested)]).toEqual([rule, jsonLogic.apply(rule, nested)]);
    expect(loose({ some: [v('nested'), { in: [v(''), v('^.nested')] }] }, nested)).toBe(true);
    expect(loose({ overlaps: [{ map: [v('nested'), v('')] }, v('nested')] }, nested)).toBe(true);
    expect(loose({ contains: [v('nested'), v('nested.0')] }, nested)).toBe(true);
    expect(loose({ overlaps: [v('others'), v('nested')] }, nested)).toBe(false);
  });

  it('`^.` leads out of a list operator in names that are computed or asked for, as in those that are written', () => {
    expect(loose({ map: [v('xs'), v('^.a')] }, document)).toEqual([5, 5]);
    expect(loose({ map: [v('xs'), { var: { cat: ['^.', v('^.name')] } }] }, document)).toEqual([5, 5]);
    expect(loose({ all: [v('xs'), { '!': { missing: ['^.a'] } }] }, document)).toBe(true);
    expect(loose({ some: [v('xs'), { '!': { missing_some: [2, ['^.a', '^.b']] } }] }, document)).toBe(false);
    expect(loose({ missing: ['^.a'] }, document)).toEqual(['^.a']);
    expect(loose(v('^.a'), { '^': { a: 1 } })).toBe(1);
  });

  it('what stands in the rule or was made by `reduce` may be a blank text; what it reads may not', () => {
    const joined = (start: string) => ({ reduce: [v('xs'), { cat: [v('accumulator'), v('current')] }, start] });
    expect(loose(joined(''), document)).toBe('12');
    expect(loose(joined(' '), document)).toBe(' 12');
    expect(loose(joined(''), { xs: [1, ' '] })).toBeUndefined();
    expect(loose({ reduce: [['a', '', 'b'], { cat: [v('accumulator'), v('current')] }, ''] })).toBe('ab');
    expect(loose({ map: [['a', ''], { cat: [v(''), '.'] }] })).toEqual(['a.', '.']);
    expect(loose({ map: [['a', ''], { var: { substr: [v('^.gone'), 0, 0] } }] })).toEqual([null, null]);

  });

  it('a list with a missing element is neither a text nor a number', () => {
    for (const rule of [{ '<': [[v('gone')], 5] }, { '==': [{ cat: [[v('gone')]] }, ''] }, { '==': [[v('gone')], ''] }, { in: [[v('gone')], 'abc'] }, { '+': [v('holes'), 1] }]) {
      expect([rule, loose(rule, { holes: [null] })]).toEqual([rule, undefined]);
    }
    expect(loose({ '<': [[v('a')], 6] }, document)).toBe(true);
    expect(loose({ '==': [{ cat: [[v('a'), 1]] }, '5,1'] }, document)).toBe(true);
  });

  it('a product of one operand is that operand', () => {
    expect(loose({ '*': [v('xs')] }, document)).toEqual([1, 2]);
    expect(loose({ '*': v('name') }, document)).toBe('a');
    expect(loose({ '*': [v('gone')] }, document)).toBeUndefined();
    expect(loose({ '*': [v('xs'), 1] }, { xs: [3] })).toBe(3);
  });
});
