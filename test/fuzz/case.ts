// One run of the fuzzer: a rule with a document, and what is asked of them.
import type { Json } from '../../src/errors/json.js';
import type { Disguise } from './hostile.js';
import type { Removal } from './removals.js';
import type { Schema } from './schemas.js';

/**
 * What is asked: a rule of a policy, against its schema; a rule of JSON Logic, without one; or whatever comes, which may be refused.
 */
export type Family = 'typed' | 'untyped' | 'hostile';

export interface Case {
  readonly family: Family;
  readonly rule: Json;
  readonly schema: Schema | undefined;
  readonly document: unknown;
  /** What is taken out of the document. */
  readonly removals: readonly Removal[];
  /** True if the rule may use the words that ask about absence. */
  readonly asksAbsence: boolean;
  /** What a hostile rule is dressed up as. */
  readonly disguise?: Disguise;
  /** The number of the run: it also chooses which of the slower checks are made. */
  readonly run: number;
}

/** A disagreement. */
export interface Failure {
  readonly check: string;
  readonly detail: { readonly [name: string]: unknown };
}

/** How often each check was made, and what came out. */
export class Counts {
  readonly #counts = new Map<string, number>();

  add(name: string, more = 1): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + more);
  }

  get(name: string): number {
    return this.#counts.get(name) ?? 0;
  }

  entries(): readonly (readonly [string, number])[] {
    return [...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1));
  }
}

/** What an outcome is called in the counts. */
export function kindOf(outcome: unknown): string {
  return outcome === undefined ? 'unknown' : typeof outcome === 'boolean' ? String(outcome) : 'a value';
}

/** True for equal plain data; 0 and -0 are equal. */
export function isSame(first: unknown, second: unknown): boolean {
  if (first === second || (Number.isNaN(first) && Number.isNaN(second))) return true;
  if (typeof first !== 'object' || typeof second !== 'object' || first === null || second === null) return false;
  if (Array.isArray(first) !== Array.isArray(second)) return false;
  const [keys, others] = [Object.keys(first), Object.keys(second)];
  return keys.length === others.length && keys.every((key) => Object.hasOwn(second, key) && isSame((first as { [key: string]: unknown })[key], (second as { [key: string]: unknown })[key]));
}
