import type { PlugInOperator } from './define-operator.js';
import type { OperatorId } from './operators/table.js';
import { isSameKind } from './typing.js';
import type { ValueType } from './types.js';

const EQUALITY = ['==', '!=', '===', '!=='] as const;
const ORDER = ['<', '<=', '>', '>=', 'between'] as const;
const TEXT = ['contains', 'startsWith', 'endsWith'] as const;
const ARITHMETIC = ['+', '-', '*', '/', 'min', 'max'] as const;
/** What can be asked of a value of any type. */
const ANY = ['present', 'missing', 'default'] as const;

const listOf = (...ids: readonly OperatorId[]): readonly OperatorId[] => Object.freeze(ids);
const NUMBER = listOf(...EQUALITY, ...ORDER, 'in', ...ANY, ...ARITHMETIC, '%');

/** The operators of a policy that take a path of a type as their first operand. `missing_some` takes a number of paths first. */
const OPERATORS_OF: { readonly [T in ValueType]: readonly OperatorId[] } = Object.freeze({
  number: NUMBER,
  count: NUMBER,
  days: NUMBER,
  ratio: NUMBER,
  money: listOf(...EQUALITY, ...ORDER, 'in', ...ANY, ...ARITHMETIC),
  date: listOf(...EQUALITY, ...ORDER, 'before', 'after', 'in', ...ANY),
  boolean: listOf(...EQUALITY, 'in', 'and', 'or', '!', '!!', 'if', ...ANY),
  text: listOf(...EQUALITY, 'in', ...TEXT, ...ANY),
  enum: listOf(...EQUALITY, 'in', ...TEXT, ...ANY),
  list: listOf('contains', 'overlaps', 'some', 'all', 'none', ...ANY),
});

/** The operators that take a path of a type as their first operand: those of the package, then those of the host. */
export function operatorsOfType(type: ValueType, plugIns: readonly PlugInOperator[]): readonly string[] {
  const own = plugIns.filter(({ operands: [first] = [] }) => first !== undefined && isSameKind(type, first));
  return own.length === 0 ? OPERATORS_OF[type] : [...OPERATORS_OF[type], ...own.map(({ id }) => id)];
}
