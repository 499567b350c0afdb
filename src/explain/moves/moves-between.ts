import type { Classification } from '../../classify/types.js';
import { refuseArgument } from '../../errors/refuse-argument.js';
import { isIterable } from '../../internal/iterable.js';

/** A customer whose class is not what it was, for what a host does then. */
export type MoveEvent =
  | { readonly kind: 'entered'; readonly customerId: string; readonly from: null; readonly to: string }
  | { readonly kind: 'left'; readonly customerId: string; readonly from: string; readonly to: null }
  | { readonly kind: 'changed'; readonly customerId: string; readonly from: string; readonly to: string };

/** The classifications of a run, as far as they are compared. */
export type ClassResults = Iterable<Pick<Classification, 'customerId' | 'segment'>>;

function bySegment(name: string, results: ClassResults): ReadonlyMap<string, string> {
  if (!isIterable(results)) refuseArgument(name, 'a list');
  return new Map(Array.from(results, ({ customerId, segment }) => [customerId, segment] as const));
}

/**
 * Lists whose class changed between two runs: who is new, who is gone, and who moved, to start what follows from it.
 *
 * Customers who are in both runs with the same segment are left out. Those of the later run come first, in its order, then those who are
 * gone, in the order of the earlier one. A customer who is there twice counts with the last result. Why one moved is told by
 * `classifier.explainMove`.
 *
 * @example
 * import { movesBetween } from 'clientele';
 * const before = [{ customerId: '1', segment: 'gold' }, { customerId: '2', segment: 'basic' }];
 * const after = [{ customerId: '1', segment: 'basic' }, { customerId: '3', segment: 'basic' }];
 * movesBetween(before, after).map(({ customerId, kind }) => `${customerId} ${kind}`); // => ['1 changed', '3 entered', '2 left']
 */
export function movesBetween(before: ClassResults, after: ClassResults): readonly MoveEvent[] {
  const earlier = bySegment('before', before);
  const later = bySegment('after', after);
  const come = [...later].flatMap(([customerId, to]): readonly MoveEvent[] => {
    const from = earlier.get(customerId);
    if (from === undefined) return [{ kind: 'entered', customerId, from: null, to }];
    return from === to ? [] : [{ kind: 'changed', customerId, from, to }];
  });
  const gone = [...earlier].filter(([customerId]) => !later.has(customerId));
  return [...come, ...gone.map(([customerId, from]): MoveEvent => ({ kind: 'left', customerId, from, to: null }))];
}
