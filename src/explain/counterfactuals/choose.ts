import type { Counterfactual } from '../types.js';

/** A counterfactual with what it costs, and the place of the segment that it leads to. */
export interface Priced {
  readonly counterfactual: Counterfactual;
  readonly cost: number;
  readonly rank: number;
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What is done, without how much: two that do the same for one segment are not different. */
function kindOf({ counterfactual: { to, changes } }: Priced): string {
  return [to, ...changes.map(({ fact, action }) => `${fact} ${JSON.stringify(action['type'] ?? null)}`)].join(' ');
}

function firstDelta({ counterfactual: { changes } }: Priced): number {
  const [first] = changes;
  return typeof first?.from === 'number' && typeof first.to === 'number' ? Math.abs(first.to - first.from) : 0;
}

/** What can still be done before what is over, and the cheapest first; then fewer changes, then the smaller first change, then the nearer segment; the rest only keeps the order the same. */
function compare(a: Priced, b: Priced): number {
  const changes = a.counterfactual.changes.length - b.counterfactual.changes.length;
  const kinds = compareTexts(a.counterfactual.kind, b.counterfactual.kind);
  return kinds || a.cost - b.cost || changes || firstDelta(a) - firstDelta(b) || b.rank - a.rank || compareTexts(kindOf(a), kindOf(b));
}

/** At most so many, all different: the cheapest way to each segment first, then other ways. */
export function chosen(found: readonly Priced[], most: number): readonly Counterfactual[] {
  const sorted = [...found].sort(compare);
  const isFirstOf = (keyOf: (one: Priced) => string) => (one: Priced, index: number) => sorted.findIndex((other) => keyOf(other) === keyOf(one)) === index;
  const cheapest = sorted.filter(isFirstOf(({ counterfactual }) => counterfactual.to));
  const others = sorted.filter(isFirstOf(kindOf)).filter((one) => !cheapest.includes(one));
  const kept = new Set([...cheapest, ...others].slice(0, most));
  return sorted.filter((one) => kept.has(one)).map(({ counterfactual }) => counterfactual);
}
