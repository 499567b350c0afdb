// Every difference from json-logic-js that docs/json-logic.md lists, with rules that show it: what json-logic-js makes of each, and what is
// made of it here. The list in the document and this one are compared.
import type { RuleSchema } from '../../src/rules/index.js';

/** Refused when the rule is read, with this code. */
export interface Refused {
  readonly refused: string;
}

/** What json-logic-js throws contains this text. */
export interface Throws {
  readonly throws: string;
}

export interface Example {
  readonly rule: unknown;
  readonly data?: unknown;
  readonly schema?: RuleSchema;
  readonly theirs: unknown;
  /** A value; undefined is unknown. */
  readonly ours: unknown;
}

export interface Difference {
  /** The first cell of its row in the document. */
  readonly says: string;
  /** What shows it; what cannot be shown by a rule alone is shown in the test of that name. */
  readonly examples: readonly Example[];
}

const v = (path: string): { readonly var: string } => ({ var: path });
const refused = (code: string): Refused => ({ refused: code });
const throws = (text: string): Throws => ({ throws: text });

/** For every rule, with a schema and without. */
export const ALWAYS: readonly Difference[] = [
  {
    says: 'a missing value is `null`, and `null` counts as 0: `{ "<": [{ "var": "age" }, 18] }` is true without an age',
    examples: [
      { rule: { '<': [v('age'), 18] }, data: {}, theirs: true, ours: undefined },
      { rule: { '<': [v('age'), 18] }, data: { age: null }, schema: { age: { type: 'number' } }, theirs: true, ours: undefined },
      { rule: { '<=': [0, v('age'), 18] }, data: {}, theirs: true, ours: undefined },
      { rule: { max: [v('age'), -1] }, data: {}, theirs: 0, ours: undefined },
    ],
  },
  {
    says: '`in` of a missing value is false, `+` is `NaN`, `-` counts it as 0, `!` is true, `if` takes it for false',
    examples: [
      { rule: { in: [v('x'), [1]] }, data: {}, theirs: false, ours: undefined },
      { rule: { '+': [v('x'), 1] }, data: {}, theirs: Number.NaN, ours: undefined },
      { rule: { '-': [v('x'), 1] }, data: {}, theirs: -1, ours: undefined },
      { rule: { '!': v('x') }, data: {}, theirs: true, ours: undefined },
      { rule: { if: [{ '>': [v('x'), 5] }, 'high', 'low'] }, data: {}, theirs: 'low', ours: undefined },
    ],
  },
  {
    says: '`some`, `all`, `none`, `filter`, `map` of a missing list are those of an empty one',
    examples: [
      { rule: { some: [v('xs'), true] }, data: {}, theirs: false, ours: undefined },
      { rule: { all: [v('xs'), true] }, data: {}, theirs: false, ours: undefined },
      { rule: { none: [v('xs'), true] }, data: {}, schema: { xs: { type: 'list' } }, theirs: true, ours: undefined },
      { rule: { filter: [v('xs'), true] }, data: {}, theirs: [], ours: undefined },
      { rule: { map: [v('xs'), true] }, data: {}, theirs: [], ours: undefined },
    ],
  },
  {
    says: 'a value is not in a list in which an element is missing, and `[null]` is the text `""` and the number 0',
    examples: [
      { rule: { in: [1, v('xs')] }, data: { xs: [2, null] }, schema: { xs: { type: 'list' } }, theirs: false, ours: undefined },
      { rule: { '<': [[v('x')], 5] }, data: {}, theirs: true, ours: undefined },
      { rule: { cat: ['a', [v('x')]] }, data: {}, theirs: 'a', ours: undefined },
    ],
  },
  {
    says: 'a default of `var` stands for what is absent, and `null` stays',
    examples: [{ rule: { var: ['x', 5] }, data: { x: null }, schema: { x: { type: 'number' } }, theirs: null, ours: 5 }],
  },
  {
    says: 'a `var` whose computed name is missing is the whole document',
    examples: [{ rule: { var: [v('x')] }, data: { y: 1 }, theirs: { y: 1 }, ours: undefined }],
  },
  {
    says: 'a blank text is a text',
    examples: [
      { rule: { '==': [v('name'), ''] }, data: { name: '' }, schema: { name: { type: 'text' } }, theirs: true, ours: undefined },
      { rule: { missing: ['name'] }, data: { name: '  ' }, theirs: [], ours: ['name'] },
      { rule: { filter: [{ map: [v('xs'), { substr: [v(''), 1] }] }, { '==': [v(''), ''] }] }, data: { xs: ['a'] }, theirs: [''], ours: undefined },
    ],
  },
  {
    says: '`NaN` and `Infinity` are values: `{ "/": [1, 0] }`, `{ "*": ["a", 2] }`, `{ "max": [] }`',
    examples: [
      { rule: { '/': [1, 0] }, theirs: Infinity, ours: undefined },
      { rule: { '*': ['a', 2] }, theirs: Number.NaN, ours: undefined },
      { rule: { '>': [{ '/': [1, v('x')] }, 1] }, data: { x: 0 }, schema: { x: { type: 'number' } }, theirs: true, ours: undefined },
      { rule: { '==': [{ '/': [0, 0] }, null] }, theirs: false, ours: true },
      { rule: { max: [] }, theirs: -Infinity, ours: refused('rule/wrong-arity') },
    ],
  },
  {
    says: 'an unknown operator throws when it is met',
    examples: [
      { rule: { equals: [1, 1] }, theirs: throws('Unrecognized operation'), ours: refused('rule/unknown-operator') },
      { rule: { or: [true, { equals: [1, 1] }] }, theirs: true, ours: refused('rule/unknown-operator') },
    ],
  },
  {
    says: 'an object with two keys, or with none, is plain data',
    examples: [
      { rule: { '>': [2, 1], '<': [2, 1] }, theirs: { '>': [2, 1], '<': [2, 1] }, ours: refused('rule/not-one-operator') },
      { rule: { '==': [{}, 1] }, theirs: false, ours: refused('rule/not-one-operator') },
    ],
  },
  {
    says: 'operands too many are not looked at, and operands too few are undefined',
    examples: [
      { rule: { '==': [1, 1, 2] }, theirs: true, ours: refused('rule/wrong-arity') },
      { rule: { '>': [3, 2, 5] }, theirs: true, ours: refused('rule/wrong-arity') },
      { rule: { '<': [1] }, theirs: false, ours: refused('rule/wrong-arity') },
      { rule: { '!': [] }, theirs: true, ours: refused('rule/wrong-arity') },
      { rule: { '+': [] }, theirs: 0, ours: refused('rule/wrong-arity') },
      { rule: { '?:': [true, 1] }, theirs: 1, ours: refused('rule/wrong-arity') },
    ],
  },
  {
    says: '`missing_some` of one name in place of a list counts its letters',
    examples: [{ rule: { missing_some: [1, 'abc'] }, data: {}, theirs: [], ours: undefined }],
  },
  {
    says: 'paths reach inherited properties, run getters and lead into texts (`name.length`)',
    examples: [
      { rule: { '!!': [v('toString')] }, data: {}, theirs: true, ours: undefined },
      { rule: v('name.length'), data: { name: 'Anna' }, theirs: 4, ours: undefined },
      { rule: v('x'), data: Object.defineProperty({}, 'x', { get: () => 5 }), theirs: 5, ours: undefined },
    ],
  },
  {
    says: 'what is no JSON is a value too, such as a `Date`',
    examples: [{ rule: { '>': [v('at'), 5] }, data: { at: new Date(10) }, theirs: true, ours: undefined }],
  },
  {
    says: '`^.` is a key like another',
    examples: [
      { rule: { some: [v('xs'), { '>': [v(''), v('^.least')] }] }, data: { xs: [5], least: 7 }, schema: { xs: { type: 'list' }, least: { type: 'number' } }, theirs: true, ours: false },
    ],
  },
  {
    says: '`missing` runs a name that is an object as a rule',
    examples: [{ rule: { missing: [v('names')] }, data: { names: [{ cat: 'y' }], y: 1 }, theirs: [], ours: [{ cat: 'y' }] }],
  },
  {
    says: '`log` prints; operators with dots and `method` reach functions of the data',
    examples: [
      { rule: { log: 1 }, theirs: 1, ours: refused('rule/unknown-operator') },
      { rule: { 'Math.abs': [-1] }, theirs: throws('Unrecognized operation'), ours: refused('rule/unknown-operator') },
      { rule: { method: [v('s'), 'trim'] }, theirs: throws('Unrecognized operation'), ours: refused('rule/unknown-operator') },
    ],
  },
  { says: '`add_operation` changes the engine for the whole process', examples: [] },
  { says: 'nothing limits a rule', examples: [] },
];

const money: RuleSchema = { a: { type: 'money' }, b: { type: 'money' } };
const amounts = { a: 0.1, b: 0.2 };

/** Against a schema only. */
export const TYPED: readonly Difference[] = [
  {
    says: '`"5" == 5` is true',
    examples: [
      { rule: { '==': [v('n'), '5'] }, data: { n: 5 }, schema: { n: { type: 'number' } }, theirs: true, ours: refused('rule/number-as-text') },
      { rule: { '==': ['5', 5] }, schema: {}, theirs: true, ours: refused('rule/type-mismatch') },
    ],
  },
  {
    says: 'a value of another type is used as it is: `"5" > 1`',
    examples: [{ rule: { '>': [v('n'), 1] }, data: { n: '5' }, schema: { n: { type: 'number' } }, theirs: true, ours: undefined }],
  },
  {
    says: 'any value is a condition (`0`, `""`, `[]` are false)',
    examples: [
      { rule: { and: [v('n'), true] }, data: { n: 1 }, schema: { n: { type: 'count' } }, theirs: true, ours: refused('rule/not-boolean') },
      { rule: { '!': v('s') }, data: { s: 'a' }, schema: { s: { type: 'text' } }, theirs: false, ours: refused('rule/not-boolean') },
    ],
  },
  {
    says: 'texts have an order, and a date is a text',
    examples: [
      { rule: { '<': [v('s'), 'b'] }, data: { s: 'a' }, schema: { s: { type: 'text' } }, theirs: true, ours: refused('rule/type-mismatch') },
      { rule: { '<': [v('d'), '2026-02-30'] }, data: { d: '2026-02-29' }, schema: { d: { type: 'date' } }, theirs: true, ours: refused('rule/not-a-date') },
      { rule: { '<': [v('d'), '2026-03-01'] }, data: { d: '2026-02-29' }, schema: { d: { type: 'date' } }, theirs: true, ours: undefined },
    ],
  },
  {
    says: '`in` searches texts too',
    examples: [{ rule: { in: ['a', v('s')] }, data: { s: 'abc' }, schema: { s: { type: 'text' } }, theirs: true, ours: refused('rule/in-text') }],
  },
  {
    says: 'computed paths: `{ "var": { "if": … } }`',
    examples: [{ rule: { '==': [{ var: { if: [true, 'n', 'm'] } }, 1] }, data: { n: 1 }, schema: { n: { type: 'number' }, m: { type: 'number' } }, theirs: true, ours: refused('rule/computed-path') }],
  },
  {
    says: '`if` without an "otherwise" gives `null`',
    examples: [{ rule: { if: [false, true] }, schema: {}, theirs: null, ours: refused('rule/wrong-arity') }],
  },
  {
    says: '`==` compares anything',
    examples: [
      { rule: { '==': [v('s'), v('n')] }, data: { s: 'a', n: 1 }, schema: { s: { type: 'text' }, n: { type: 'number' } }, theirs: false, ours: refused('rule/type-mismatch') },
      { rule: { '==': [v('tier'), 'glod'] }, data: { tier: 'gold' }, schema: { tier: { type: 'enum', values: ['gold'] } }, theirs: false, ours: refused('rule/unknown-value') },
    ],
  },
  {
    says: '`map`, `filter`, `reduce`, `merge`, `cat`, `substr` and `?:` work everywhere',
    examples: [
      { rule: { '==': [{ cat: [v('s'), 'b'] }, 'ab'] }, data: { s: 'a' }, schema: { s: { type: 'text' } }, theirs: true, ours: refused('rule/refused-operator') },
      { rule: { '?:': [true, true, false] }, schema: {}, theirs: true, ours: refused('rule/refused-operator') },
      { rule: { some: [{ filter: [v('xs'), true] }, { '>': [v(''), 0] }] }, data: { xs: [1] }, schema: { xs: { type: 'list' } }, theirs: true, ours: refused('rule/refused-operator') },
    ],
  },
  {
    says: '0.1 + 0.2 is not 0.3, and 0.3 / 0.1 is not 3',
    examples: [
      { rule: { '==': [{ '+': [v('a'), v('b')] }, 0.3] }, data: amounts, schema: money, theirs: false, ours: true },
      { rule: { '/': [{ '+': [v('a'), v('b')] }, v('a')] }, data: amounts, schema: money, theirs: 3.0000000000000004, ours: 3 },
    ],
  },
  {
    says: 'half of 0.05 is 0.025, and a third of 1 has 16 digits',
    examples: [
      { rule: { '*': [v('a'), 0.5] }, data: { a: 0.05 }, schema: money, theirs: 0.025, ours: 0.02 },
      { rule: { '/': [v('a'), 3] }, data: { a: 1 }, schema: money, theirs: 1 / 3, ours: 0.33 },
    ],
  },
];
