import { ratingOf } from './fields.js';
import type { History } from './history.js';
import { covers } from './reading.js';
import { MILLION } from './tally.js';
import { contains, type DayRange } from './window.js';

/** The highest rating less the lowest, as ratios of their scales. In whole millionths, so that equal differences are equal numbers. */
export function assessmentSpread(history: History, range: DayRange, fact: string): number | undefined {
  const part = history.dated.assessments();
  if (part === undefined || !covers(history.reading, 'assessments', part, range, fact)) return undefined;
  let [least, most] = [Infinity, -Infinity];
  for (const { day, entry } of part.entries) {
    if (!contains(range, day)) continue;
    const rating = ratingOf(entry);
    if (rating === undefined) return undefined;
    const millionths = Math.round(rating * MILLION);
    least = Math.min(least, millionths);
    most = Math.max(most, millionths);
  }
  return most < least ? undefined : (most - least) / MILLION;
}
