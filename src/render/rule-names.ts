import type { OperatorPhrase, PathPhrase } from '../rules/describe.js';
import { fill } from './text.js';
import type { RuleWording } from './told.js';
import { nameOf, type Wording } from './wording.js';

/** The list operators that a place lies in, the innermost first. */
export interface Scope {
  readonly operator: OperatorPhrase;
  readonly outer: Scope | undefined;
}

/** Names that are nothing, or more than letters, digits and the signs of ids, would be lost in a sentence. */
const ODD = /^$|[^\p{L}\p{N}_.:-]/u;

/** The name of a path of the document; one that nothing gives a name stands as it is. */
export function pathName(wording: Wording, path: string): string {
  const { words } = wording;
  if (path === '') return words.rules.names.document;
  const name = nameOf(wording, path);
  return name === wording.style.plain(path) && ODD.test(name) ? fill(words, words.quoted, { text: name }) : name;
}

/** The name of a parameter: a policy gives it none but its id. */
export function parameterName(wording: Wording, path: string): string {
  const name = nameOf(wording, path);
  return name === wording.style.plain(path) ? wording.style.plain(path.replace(/^parameters\./, '')) : name;
}

/** The list operator so many further out. */
export function scopeAt(scope: Scope | undefined, element: number): Scope | undefined {
  let at = scope;
  for (let up = element; up > 0; up -= 1) at = at?.outer;
  return at;
}

/** The path of the list whose element it is; undefined where that is no path of the document. */
export function listPathOf(scope: Scope | undefined): string | undefined {
  const [list] = scope?.operator.operands ?? [];
  return list?.kind === 'path' && list.element === undefined ? list.path : undefined;
}

/** What `reduce` calls its two values. */
function nameInReduce(wording: Wording, path: string): string {
  const { words, style } = wording;
  const { accumulator, current, partOf } = words.rules.names;
  const [root = '', ...rest] = path.split('.');
  const name = root === 'accumulator' ? accumulator : root === 'current' ? current : style.plain(root);
  return rest.length === 0 ? name : fill(words, partOf, { 1: style.plain(rest.join('.')), 2: name });
}

/** The name of a path at a place of a rule. */
export function nameAt(wording: RuleWording, { path, element }: PathPhrase, scope: Scope | undefined): string {
  if (element === undefined) return pathName(wording, path);
  const { words, style } = wording;
  const { names } = words.rules;
  const at = scopeAt(scope, element);
  if (at?.operator.operator === 'reduce') return nameInReduce(wording, path);
  const field = style.plain(path);
  if (element === 0) return path === '' ? names.element : fill(words, names.ofElement, { 1: field });
  const listPath = listPathOf(at);
  const list = listPath === undefined ? names.outerList : pathName(wording, listPath);
  return path === '' ? fill(words, names.outerElement, { 1: list }) : fill(words, names.ofOuterElement, { 1: field, 2: list });
}
