import type { Day } from '../internal/days.js';
import type { History } from './history.js';
import type { DayRange } from './window.js';

/**
 * The events behind a fact over a range of days, by their places in the record, the weightiest first: of a sum the largest, of what is counted
 * the latest, of what is overdue what has been so for the longest.
 */
export type Behind = (history: History, range: DayRange) => readonly string[];

/** Which of the events that are meant show what was taken of them: all, or those on one end. */
export type Shows = 'all' | 'first' | 'last' | 'least' | 'most';

/** An event, and how much it weighs among others behind the same fact. */
export interface Weighed {
  readonly pointer: string;
  readonly weight: number;
  readonly day: Day;
}

/** The places of events, the weightiest first; of equal ones the latest, and then in the order of the record. */
export function weightiest(events: readonly Weighed[]): readonly string[] {
  const ordered = [...events].sort((a, b) => descending(a.weight, b.weight) || b.day - a.day);
  return [...new Set(ordered.map(({ pointer }) => pointer))];
}

function descending(a: number, b: number): number {
  return a > b ? -1 : a < b ? 1 : 0;
}

/** Several lists as one: the first of each, then the second of each. What is there twice is kept once. */
export function interleaved(lists: readonly (readonly string[])[]): readonly string[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  const merged = new Set<string>();
  for (let place = 0; place < longest; place += 1) {
    for (const list of lists) {
      const pointer = list[place];
      if (pointer !== undefined) merged.add(pointer);
    }
  }
  return [...merged];
}
