import { monotoneIn, turned, type Monotone, type Way } from '../monotone.js';
import type { Marking } from './marks.js';
import type { Card, CardItem, MarkedItem } from './types.js';

/** Which way steps go; undefined where they rise and fall. */
function wayOfSteps(steps: readonly (readonly [number, number])[]): 'up' | 'down' | undefined {
  const changes = steps.slice(1).map(([, marks], index) => marks - (steps[index]?.[1] ?? marks));
  if (changes.every((change) => change >= 0)) return 'up';
  return changes.every((change) => change <= 0) ? 'down' : undefined;
}

function wayOfMarks({ by, better }: Marking): 'up' | 'down' | undefined {
  if (typeof by === 'object' && 'bands' in by) return undefined;
  if (typeof by === 'object' && 'steps' in by) return wayOfSteps(by.steps);
  return turned('up', better === 'lower');
}

/** A rating beyond its scale counts as missing: where that costs points, more is not always better. */
function isWhole({ marking, missing }: MarkedItem): boolean {
  return marking.by !== 'rating' || missing === 'unknown';
}

function waysOf(item: CardItem): readonly Way[] {
  if (item.kind === 'condition') return [];
  if (item.kind === 'marked') return [[item.input, isWhole(item) ? wayOfMarks(item.marking) : undefined]];
  // What it is without decay only says how much of the count was lost.
  return [[item.input, item.each.numerator < 0n ? 'down' : 'up']];
}

/** In which of its inputs a card goes one way, whatever its rules answer: weights are not below 0, and caps and gates keep the order. */
export function monotoneCard({ groups, cut }: Card): Monotone {
  const ways = groups.flatMap(({ items }) => items.flatMap(waysOf));
  return monotoneIn(ways.map(([input, way]) => [input, way === undefined ? undefined : turned(way, cut?.better === 'lower')]));
}
