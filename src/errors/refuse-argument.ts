import { ClassifierError } from './classifier-error.js';
import { referenceIssue } from './reference-issue.js';

/** Refuses what only a program without types can give. `expected` says what to give instead. */
export function refuseArgument(name: string, expected: string): never {
  throw new ClassifierError([referenceIssue('option/wrong-argument', `/${name}`, { name, expected })]);
}

/** Refuses what is no object. */
export function requireObject(name: string, value: unknown): void {
  if (typeof value !== 'object' || value === null) refuseArgument(name, 'an object');
}

/** Refuses what is no list. */
export function requireList(name: string, value: unknown): void {
  if (!Array.isArray(value)) refuseArgument(name, 'a list');
}

/** Refuses what another method gave than the one that is meant: what the library gives says by its `schema` what it is. */
export function requireMade(name: string, value: unknown, kind: string, method: string): void {
  if ((value as { readonly schema?: unknown } | null | undefined)?.schema !== `clientele.${kind}/1`) refuseArgument(name, `what \`${method}\` gave`);
}
