import type { Counterfactual } from '../types.js';

/** A counterfactual with what it costs, and the place of the segment that it leads to. */
export interface Priced {
  readonly counterfactual: Counterfactual;
  readonly cost: number;
  readonly rank: number;
  /** True where it was looked for: a way to another segment may lead farther, by facts that are not what stands in the way there. */
  readonly isSought: boolean;
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What is done, without how much and whichever fact is told of it: two that do the same for one segment are not different. One more purchase is one. */
function kindOf({ counterfactual: { to, changes } }: Priced): string {
  return [to, ...changes.map(({ action: { type = null, fact = null, count = 1 } }) => JSON.stringify([type, fact, count === 1]))].join(' ');
}

/** True for purchases of any amount. */
function areCounted({ counterfactual: { changes } }: Priced): boolean {
  return changes.some(({ action }) => 'count' in action);
}

function firstDelta({ counterfactual: { changes } }: Priced): number {
  const [first] = changes;
  return typeof first?.from === 'number' && typeof first.to === 'number' ? Math.abs(first.to - first.from) : 0;
}

function compareKinds(a: Priced, b: Priced): number {
  return compareTexts(a.counterfactual.kind, b.counterfactual.kind);
}

/** What can still be done before what is over, and the cheapest first; then fewer changes, then the smaller first change, then the nearer segment; the rest only keeps the order the same. */
function compare(a: Priced, b: Priced): number {
  const changes = a.counterfactual.changes.length - b.counterfactual.changes.length;
  return compareKinds(a, b) || a.cost - b.cost || changes || firstDelta(a) - firstDelta(b) || b.rank - a.rank || compareTexts(kindOf(a), kindOf(b));
}

/** At most so many, all different: the cheapest way to each segment first, then other ways. */
export function chosen(found: readonly Priced[], most: number): readonly Counterfactual[] {
  const firstOfEach = (list: readonly Priced[], keyOf: (one: Priced) => string): readonly Priced[] => list.filter((one, index) => list.findIndex((other) => keyOf(other) === keyOf(one)) === index);
  const compareTold = (a: Priced, b: Priced): number => compareKinds(a, b) || Number(b.isSought) - Number(a.isSought) || Number(areCounted(b)) - Number(areCounted(a)) || compare(a, b);
  const different = firstOfEach([...found].sort(compareTold), kindOf);
  const sorted = [...different].sort(compare);
  const cheapest = firstOfEach(sorted, ({ counterfactual }) => counterfactual.to);
  const others = sorted.filter((one) => !cheapest.includes(one));
  const kept = new Set([...cheapest, ...others].slice(0, most));
  return sorted.filter((one) => kept.has(one)).map(({ counterfactual }) => counterfactual);
}
