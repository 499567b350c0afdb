// A rule for each operator of a policy, about a path of a type: what an editor of rules would make of the two.
import type { Json } from '../../src/errors/json.js';
import { OPERATORS, type OperatorId } from '../../src/rules/operators/table.js';
import type { RuleSchema, SchemaField } from '../../src/rules/schema.js';
import type { ValueType } from '../../src/rules/types.js';
import { v } from './kit.js';

/** A path of each type, named by it. */
export const typedPaths: RuleSchema & { readonly [T in ValueType]: SchemaField } = {
  number: { type: 'number' },
  money: { type: 'money' },
  ratio: { type: 'ratio' },
  count: { type: 'count' },
  days: { type: 'days' },
  date: { type: 'date' },
  boolean: { type: 'boolean' },
  text: { type: 'text' },
  enum: { type: 'enum', values: ['a', 'b'] },
  list: { type: 'list' },
};

/** A value beside which a path of a type can stand. */
export const valueOfType: { readonly [T in ValueType]: Json } = {
  number: 3, money: 5000.5, ratio: 0.5, count: 3, days: 30, date: '2026-01-01', boolean: true, text: 'a', enum: 'a', list: ['a'],
};

/** The operators that a policy may use. */
export const policyOperators = OPERATORS.filter(({ typed }) => typed !== undefined).map(({ id }) => id as OperatorId);

/** A condition with an operator whose first operand is the path; `value` is one that the path may have. */
export function sampleRule(operator: string, path: string, type: ValueType, value: Json = valueOfType[type]): Json {
  const element = type === 'list' && Array.isArray(value) ? (value[0] ?? 'a') : value;
  switch (operator) {
    case 'between':
      return { between: [v(path), value, value] };
    case 'before':
    case 'after':
      return { [operator]: [v(path), '2026-01-01'] };
    case 'and':
    case 'or':
      return { [operator]: [v(path), { '!': [v(path)] }] };
    case '!':
    case '!!':
    case 'present':
      return { [operator]: [v(path)] };
    case 'if':
      return { if: [v(path), true, false] };
    case 'in':
      return { in: [v(path), [element]] };
    case 'contains':
    case 'startsWith':
    case 'endsWith':
      return { [operator]: [v(path), element] };
    case 'overlaps':
      return { overlaps: [v(path), [element]] };
    case 'some':
    case 'all':
    case 'none':
      return { [operator]: [v(path), { '==': [v(''), element] }] };
    case 'missing':
      return { '!': { missing: [path] } };
    case 'missing_some':
      return { '!': { missing_some: [v(path), [path]] } };
    case 'default':
      return type === 'list' ? { contains: [{ default: [v(path), value] }, element] } : { '==': [{ default: [v(path), value] }, value] };
    case '+':
    case '-':
      // Money and plain numbers do not add up.
      return { '==': [{ [operator]: [v(path), v(path)] }, value] };
    case 'min':
    case 'max':
      return { '==': [{ [operator]: [v(path), value] }, value] };
    case '*':
    case '/':
    case '%':
      return { '>': [{ [operator]: [v(path), 2] }, 1] };
    default:
      return { [operator]: [v(path), value] };
  }
}
