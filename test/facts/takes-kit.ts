// What the tests of takes share.
import { operandNames } from '../../src/facts/measure.js';
import { EVENT_TAKES, type EventTake } from '../../src/facts/takes.js';

/** Each take of each thing that it can be taken of. */
export function policyFields(): readonly { readonly [take: string]: object }[] {
  return (Object.keys(EVENT_TAKES) as EventTake[]).flatMap((take) => operandNames(EVENT_TAKES[take]).map((of) => ({ [take]: { of, ...(take === 'share' ? { where: true } : {}) } })));
}

/** The elements in another order, the same for one seed. */
export function shuffled<T>(list: readonly T[], seed: number): readonly T[] {
  const rank = (index: number): number => ((index + 1) * 7919 * (seed + 1)) % 104_729;
  return list.map((element, index) => ({ element, index })).sort((a, b) => rank(a.index) - rank(b.index)).map(({ element }) => element);
}
