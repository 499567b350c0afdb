// A rule with each operator, read without a schema: for tests that must leave none out.
import type { Json } from '../../src/errors/json.js';
import { OPERATORS } from '../../src/rules/operators/table.js';

const v = (path: string): Json => ({ var: path });

/** What the rules are asked about. */
export const DOCUMENT: Json = { n: 4, m: 2, s: 'abc', t: 'b', yes: true, no: false, xs: [3, 1, 2], texts: ['a', 'b'], d: '2026-01-01' };

const OPERANDS: { readonly [id: string]: readonly Json[] } = {
  '==': [v('n'), '4'], '!=': [v('n'), '4'], '===': [v('n'), 4], '!==': [v('n'), 4],
  '<': [1, v('m'), v('n')], '<=': [2, v('m'), v('n')], '>': [v('n'), v('m')], '>=': [v('n'), v('m')],
  between: [v('n'), 1, 4], before: [v('d'), '2026-01-02'], after: [v('d'), '2026-01-02'],
  and: [v('yes'), v('no')], or: [v('no'), v('yes')], '!': [v('no')], '!!': [v('s')], if: [v('no'), 1, v('yes'), 2, 3], '?:': [v('yes'), 1, 2],
  in: [v('t'), v('s')], contains: [v('texts'), v('t')], overlaps: [v('texts'), ['b', 'c']],
  some: [v('xs'), { '>': [v(''), 2] }], all: [v('xs'), { '>': [v(''), 0] }], none: [v('xs'), { '>': [v(''), 2] }],
  startsWith: [v('s'), 'a'], endsWith: [v('s'), 'c'],
  missing: ['n', 'gone'], missing_some: [1, ['n', 'gone']], present: ['n'], default: [v('gone'), 7],
  '+': [v('n'), '3', 1], '-': [v('n'), v('m')], '*': [v('n'), v('m')], '/': [v('n'), v('m')], '%': [v('n'), 3], min: [v('n'), v('m')], max: [v('n'), v('m')],
  map: [v('xs'), { '*': [v(''), 2] }], filter: [v('xs'), { '>': [v(''), 1] }], reduce: [v('xs'), { '+': [v('current'), v('accumulator')] }, 0],
  merge: [v('xs'), v('texts'), 1], cat: [v('s'), '-', v('n')], substr: [v('s'), 1, -1],
};

/** The operators that no rule is written for: a new one needs its row. */
export const WITHOUT_EXAMPLE: readonly string[] = OPERATORS.map(({ id }) => id).filter((id) => OPERANDS[id] === undefined);

/** One rule for each operator, and one for `var`. */
export const EVERY_OPERATOR: readonly Json[] = [v('n'), { var: ['gone', 5] }, { var: { cat: ['n'] } }, ...Object.entries(OPERANDS).map(([id, operands]): Json => ({ [id]: operands }))];
