import type { Classification } from '../../classify/types.js';
import type { When } from '../../model/types.js';
import type { Policy } from '../../policy/types.js';
import type { Explanation } from '../types.js';

/** A classifier, as far as a move is judged by it. */
export interface Judge {
  readonly policy: Policy;
  readonly hashes: { readonly policy: string; readonly fit: string };
  readonly classify: (record: unknown, asOf: When) => Classification;
  readonly explain: (result: Classification) => Explanation;
}

/** The segment by the rules alone. */
export function ruled({ computed, segment }: Classification): string {
  return computed?.segment ?? segment;
}
