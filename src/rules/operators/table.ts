import type { OperatorDefinition } from '../types.js';
import { add } from './add.js';
import { after } from './after.js';
import { all } from './all.js';
import { and } from './and.js';
import { atLeast } from './at-least.js';
import { atMost } from './at-most.js';
import { before } from './before.js';
import { between } from './between.js';
import { cat } from './cat.js';
import { conditional } from './conditional.js';
import { contains } from './contains.js';
import { defaultTo } from './default.js';
import { divide } from './divide.js';
import { endsWith } from './ends-with.js';
import { equal } from './equal.js';
import { filter } from './filter.js';
import { greaterThan } from './greater-than.js';
import { ifThen } from './if.js';
import { includedIn } from './in.js';
import { lessThan } from './less-than.js';
import { map } from './map.js';
import { max } from './max.js';
import { merge } from './merge.js';
import { min } from './min.js';
import { missing } from './missing.js';
import { missingSome } from './missing-some.js';
import { multiply } from './multiply.js';
import { none } from './none.js';
import { not } from './not.js';
import { notEqual } from './not-equal.js';
import { notNot } from './not-not.js';
import { or } from './or.js';
import { overlaps } from './overlaps.js';
import { present } from './present.js';
import { reduce } from './reduce.js';
import { remainder } from './remainder.js';
import { some } from './some.js';
import { startsWith } from './starts-with.js';
import { strictEqual } from './strict-equal.js';
import { strictNotEqual } from './strict-not-equal.js';
import { substr } from './substr.js';
import { subtract } from './subtract.js';

/** The built-in operators by id; `var` is read by the reader itself. */
const TABLE = Object.freeze({
  '==': equal,
  '!=': notEqual,
  '===': strictEqual,
  '!==': strictNotEqual,
  '<': lessThan,
  '<=': atMost,
  '>': greaterThan,
  '>=': atLeast,
  between,
  before,
  after,
  and,
  or,
  '!': not,
  '!!': notNot,
  if: ifThen,
  in: includedIn,
  contains,
  overlaps,
  some,
  all,
  none,
  startsWith,
  endsWith,
  missing,
  missing_some: missingSome,
  present,
  default: defaultTo,
  '+': add,
  '-': subtract,
  '*': multiply,
  '/': divide,
  '%': remainder,
  min,
  max,
  '?:': conditional,
  map,
  filter,
  reduce,
  merge,
  cat,
  substr,
} satisfies { readonly [id: string]: OperatorDefinition });

/** The id of a built-in operator. */
export type OperatorId = keyof typeof TABLE;

/** The built-in operators. */
export const OPERATORS: readonly OperatorDefinition[] = Object.freeze(Object.values(TABLE));

export function builtIn(id: string): OperatorDefinition | undefined {
  const table: { readonly [id: string]: OperatorDefinition } = TABLE;
  return Object.hasOwn(table, id) ? table[id] : undefined;
}
