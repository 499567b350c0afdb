// What becomes of rules that are brought into the query builders and out again: the tests hold it against the real libraries, and the guide
// shows it. Every operator of a policy stands in one of them.
import type { Json } from '../../src/rules/index.js';

export type Imported =
  /** It says the same. */
  | 'same'
  /** The condition is gone, and nothing was said. */
  | 'lost'
  /** The condition is gone, and the library said so: it gave an error, or threw one. */
  | 'refused'
  /** It says something else. */
  | 'changed'
  /** What comes out is no longer accepted here. */
  | 'spoilt';

const v = (path: string): Json => ({ var: path });
const over: Json = { '>': [v('number'), 5] };
const isA: Json = { '==': [v('text'), 'a'] };
const ofThese: Json = { in: [v(''), ['a', 'b']] };

/** The rule, React Query Builder, React Awesome Query Builder. */
export const IMPORTS: readonly (readonly [Json, Imported, Imported])[] = [
  [{ '==': [v('number'), 5] }, 'same', 'same'],
  [{ '==': [v('date'), '2026-06-30'] }, 'same', 'same'],
  [{ '==': [v('boolean'), true] }, 'same', 'same'],
  [{ '==': [v('enum'), 'gold'] }, 'same', 'same'],
  [{ '==': [v('list'), null] }, 'same', 'same'],
  [{ '==': [v('number'), v('count')] }, 'same', 'same'],
  [{ '==': [5, v('number')] }, 'same', 'refused'],
  [{ '!=': [v('text'), null] }, 'same', 'same'],
  [{ '===': [v('number'), 5] }, 'same', 'refused'],
  [{ '!==': [v('number'), 5] }, 'same', 'refused'],
  [{ '<': [v('number'), 5] }, 'same', 'same'],
  [{ '<': [5, v('number')] }, 'changed', 'refused'],
  [{ '<': [1, v('number'), 5] }, 'same', 'refused'],
  [{ '<=': [v('money'), 1.5] }, 'same', 'same'],
  [{ '<=': ['2026-01-01', v('date'), '2026-06-30'] }, 'same', 'same'],
  [over, 'same', 'same'],
  [{ '>=': [v('number'), 5] }, 'same', 'same'],
  [{ between: [v('number'), 1, 5] }, 'lost', 'refused'],
  [{ before: [v('date'), '2026-06-30'] }, 'lost', 'refused'],
  [{ after: [v('date'), '2026-06-30'] }, 'lost', 'refused'],
  [{ and: [over, isA] }, 'same', 'same'],
  [{ or: [over, isA] }, 'same', 'same'],
  [v('boolean'), 'lost', 'spoilt'],
  [{ '!': v('boolean') }, 'lost', 'changed'],
  [{ '!!': v('boolean') }, 'lost', 'changed'],
  [{ '!': { and: [over, isA] } }, 'same', 'same'],
  [{ '!!': over }, 'refused', 'refused'],
  [{ if: [v('boolean'), over, isA] }, 'lost', 'refused'],
  [{ in: [v('enum'), ['gold', 'silver']] }, 'same', 'same'],
  [{ in: [v('number'), [5, 6]] }, 'same', 'refused'],
  [{ in: ['a', v('list')] }, 'same', 'refused'],
  [{ contains: [v('text'), 'a'] }, 'lost', 'refused'],
  [{ contains: [v('list'), 'a'] }, 'lost', 'refused'],
  [{ overlaps: [v('list'), ['a', 'b']] }, 'lost', 'refused'],
  [{ some: [v('list'), ofThese] }, 'same', 'same'],
  [{ some: [v('list'), { startsWith: [v(''), 'a'] }] }, 'same', 'spoilt'],
  [{ all: [v('list'), ofThese] }, 'same', 'refused'],
  [{ none: [v('list'), ofThese] }, 'same', 'spoilt'],
  [{ startsWith: [v('text'), 'a'] }, 'same', 'refused'],
  [{ endsWith: [v('text'), 'a'] }, 'same', 'refused'],
  [{ '!': { missing: ['number'] } }, 'lost', 'refused'],
  [{ '!': { missing_some: [1, ['number', 'text']] } }, 'lost', 'refused'],
  [{ present: v('number') }, 'lost', 'refused'],
  [{ '>': [{ default: [v('number'), 3] }, 2] }, 'lost', 'refused'],
  [{ '>': [{ '+': [v('number'), 1] }, 2] }, 'lost', 'refused'],
  [{ '>': [{ '-': [v('number'), 1] }, 2] }, 'lost', 'refused'],
  [{ '>': [{ '*': [v('number'), 2] }, 2] }, 'lost', 'refused'],
  [{ '>': [{ '/': [v('number'), 2] }, 2] }, 'lost', 'refused'],
  [{ '>': [{ '%': [v('number'), 2] }, 0] }, 'lost', 'refused'],
  [{ '>': [{ min: [v('number'), 3] }, 2] }, 'lost', 'refused'],
  [{ '>': [{ max: [v('number'), 3] }, 2] }, 'lost', 'refused'],
];
