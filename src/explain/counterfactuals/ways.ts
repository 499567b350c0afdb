import type { Distances, Family, Lever } from './lever.js';
import type { Goal, Least } from './search.js';
import type { Step, Trial, Trials } from './trials.js';

/** Something that was verified to reach a goal, and of which no step can be left out. */
export interface Way {
  readonly steps: readonly Step[];
  /** What the customer comes to, and what without it. */
  readonly reached: Trial;
  readonly base: Trial;
}

/** How far the facts are off as of a day: by then windows may have moved on. */
export type DistancesAt = (asOf: string) => readonly Distances[];

/** So many things that can be done are tried two by two. */
const MOST_PAIRED = 4;

/** Finds ways to a goal: one thing that is done alone, or two where none alone is enough. */
export function createWays(trials: Trials, least: Least) {
  /** What is said to be enough by a day must be enough on the first day, too. */
  const verified = (steps: readonly Step[], asOf: string, goal: Goal): Way | undefined => {
    const base = trials.of([], asOf);
    const reached = trials.of(steps, asOf, { isWhole: true });
    const early = trials.of(steps, asOf, { isEarly: true });
    if (base === undefined || reached === undefined || early === undefined || !goal(reached) || !goal(early)) return undefined;
    return { steps, base, reached };
  };

  const alone = (family: Family, goal: Goal, distancesAt: DistancesAt): Way | undefined => {
    for (const day of family.days) {
      const lever = family.at(day);
      const steps = lever === null ? undefined : least(lever, [], goal, distancesAt(lever.asOf).flatMap(lever.guesses));
      // What time alone brings needs nothing to be done.
      if (lever === null || steps === undefined || steps === 0) continue;
      const way = verified([{ lever, steps }], lever.asOf, goal);
      if (way !== undefined) return way;
    }
    return undefined;
  };

  const together = (first: Lever, second: Lever, goal: Goal, distancesAt: DistancesAt): Way | undefined => {
    const { asOf } = first.by === null ? second : first;
    // The second all the way, so that the first is the least that can do; then the second only as far as it must.
    const ofFirst = least({ ...first, asOf }, [{ lever: second, steps: second.most }], goal, distancesAt(asOf).flatMap(first.guesses));
    if (ofFirst === undefined || ofFirst === 0) return undefined;
    const done: Step = { lever: { ...first, asOf }, steps: ofFirst };
    const ofSecond = least({ ...second, asOf }, [done], goal, distancesAt(asOf).flatMap(second.guesses));
    if (ofSecond === undefined || ofSecond === 0) return undefined;
    const rest: Step = { lever: { ...second, asOf }, steps: ofSecond };
    const fewer = ofFirst === 1 ? undefined : trials.of([{ ...done, steps: ofFirst - 1 }, rest], asOf);
    return fewer !== undefined && goal(fewer) ? undefined : verified([done, rest], asOf, goal);
  };

  const paired = (a: Family, b: Family, goal: Goal, distancesAt: DistancesAt): Way | undefined => {
    for (const day of new Set([...a.days, ...b.days])) {
      const [first, second] = [a.at(day), b.at(day)];
      const way = first === null || second === null || first.asOf !== second.asOf ? undefined : together(first, second, goal, distancesAt);
      if (way !== undefined) return way;
    }
    return undefined;
  };

  const among = (families: readonly Family[], goal: Goal, distancesAt: DistancesAt): readonly Way[] => {
    const single = families.flatMap((family) => alone(family, goal, distancesAt) ?? []);
    if (single.length > 0) return single;
    const few = families.slice(0, MOST_PAIRED);
    return few.flatMap((a, index) => few.slice(index + 1).flatMap((b) => paired(a, b, goal, distancesAt) ?? []));
  };

  /** What would have been enough is of interest only where nothing can be done any more. */
  return (families: readonly Family[], goal: Goal, distancesAt: DistancesAt): readonly Way[] => {
    const ahead = among(families.filter(({ kind }) => kind === 'ahead'), goal, distancesAt);
    return ahead.length > 0 ? ahead : among(families.filter(({ kind }) => kind === 'hindsight'), goal, distancesAt);
  };
}
