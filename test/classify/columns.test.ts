// The values of a population by slot: what was pushed is what scorers read, in the same order.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createColumn, type Column } from '../../src/classify/columns.js';
import { NUMERIC_TYPES, VALUE_TYPES, type Field, type RuleValue } from '../../src/rules/types.js';

function filled(field: Field | undefined, values: readonly (RuleValue | undefined)[]): Column {
  const column = createColumn(field);
  for (const value of values) column.push(value);
  return column;
}
/** What scorers read, as a list; not a number in a block of memory is a missing value. */
function scored(field: Field, values: readonly (RuleValue | undefined)[]): readonly unknown[] {
  return Array.from(filled(field, values).asScored(field), (value) => (Number.isNaN(value) ? null : value));
}
const money: Field = { type: 'money', exponent: 2 };

describe('a column', () => {
  it('gives numbers back as they are, and what is missing as missing', () => {
    expect(scored({ type: 'number' }, [1.5, undefined, -3, 0])).toEqual([1.5, null, -3, 0]);
    expect(scored({ type: 'count' }, [])).toEqual([]);
  });

  it('gives money in major units of its currency', () => {
    expect(scored(money, [12_345, undefined, -5, 0])).toEqual([123.45, null, -0.05, 0]);
    expect(scored({ type: 'money', exponent: 0 }, [12_345])).toEqual([12_345]);
    expect(scored({ type: 'money', exponent: 3 }, [1])).toEqual([0.001]);
  });

  it('gives words and answers as a record has them', () => {
    expect(scored({ type: 'enum', values: ['person'] }, ['person', undefined, 'business'])).toEqual(['person', null, 'business']);
    expect(scored({ type: 'boolean' }, [true, false, undefined])).toEqual([true, false, null]);
    expect(scored({ type: 'list' }, [['a', 'b'], []])).toEqual([['a', 'b'], []]);
  });

  it('takes what is no number for missing where numbers are kept', () => {
    expect(scored({ type: 'number' }, ['5', true, Number.NaN])).toEqual([null, null, null]);
  });

  it('gives each customer\'s own value, and none for a customer who is not there', () => {
    const column = filled({ type: 'days' }, [3, undefined, 5]);
    expect([column.at(0), column.at(1), column.at(2), column.at(3), column.at(-1)]).toEqual([3, undefined, 5, undefined, undefined]);
    expect(filled({ type: 'text' }, ['x']).at(1)).toBeUndefined();
  });

  it('of an unknown field keeps any value', () => expect(filled(undefined, ['x', 1, undefined]).at(0)).toBe('x'));

  it('grows with the population, and keeps what came before', () => {
    const many = Array.from({ length: 5_000 }, (_, index) => (index % 7 === 0 ? undefined : index));
    const column = filled({ type: 'number' }, many);
    expect(many.every((value, index) => column.at(index) === value)).toBe(true);
    expect(column.asScored({ type: 'number' })).toHaveLength(5_000);
    // The first blocks hold 1,024 and 2,048.
    for (const size of [1_023, 1_024, 1_025, 2_048, 2_049]) expect(scored({ type: 'number' }, many.slice(0, size))).toEqual(many.slice(0, size).map((value) => value ?? null));
  });

  it('tells the same at every place as in the whole, for every type', () => {
    const value = fc.option(fc.oneof(fc.integer({ min: -1e6, max: 1e6 }), fc.constantFrom('a', 'b')), { nil: undefined });
    fc.assert(
      fc.property(fc.constantFrom(...VALUE_TYPES.filter((type) => NUMERIC_TYPES.includes(type) && type !== 'money')), fc.array(value, { maxLength: 40 }), (type, values) => {
        const column = filled({ type }, values);
        expect(scored({ type }, values)).toEqual(values.map((_, index) => column.at(index) ?? null));
      }),
    );
  });
});
