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

/** The built-in operators; `var` is read by the reader itself. */
export const OPERATORS: readonly OperatorDefinition[] = Object.freeze([
  equal,
  notEqual,
  strictEqual,
  strictNotEqual,
  lessThan,
  atMost,
  greaterThan,
  atLeast,
  between,
  before,
  after,
  and,
  or,
  not,
  notNot,
  ifThen,
  includedIn,
  contains,
  overlaps,
  some,
  all,
  none,
  startsWith,
  endsWith,
  missing,
  missingSome,
  present,
  defaultTo,
  add,
  subtract,
  multiply,
  divide,
  remainder,
  min,
  max,
  conditional,
  map,
  filter,
  reduce,
  merge,
  cat,
  substr,
]);

const BY_ID: { readonly [id: string]: OperatorDefinition } = Object.freeze(
  Object.fromEntries(OPERATORS.map((operator) => [operator.id, operator])),
);

export function builtIn(id: string): OperatorDefinition | undefined {
  return Object.hasOwn(BY_ID, id) ? BY_ID[id] : undefined;
}
