import { DAY_IN_MS, dayText, type Day } from '../internal/days.js';
import { readMoment, type Moment } from '../internal/when.js';

/** The parts of a record that are lists. */
export const LIST_PARTS = [
  'transactions',
  'invoices',
  'payments',
  'targets',
  'interactions',
  'opportunities',
  'assessments',
  'surveys',
  'costs',
] as const;
export type ListPart = (typeof LIST_PARTS)[number];

/** Plain members of what a host gives. */
export interface Plain {
  readonly [member: string]: unknown;
}

export function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for what states nothing. */
export function isNothing(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/** What reading gives, or something else where it throws, as a getter or a proxy may. */
export function attempt<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

/** The id of an entry; undefined where it has none that can be read. */
export function idOfEntry(entry: unknown): string | undefined {
  return isPlain(entry) ? attempt(() => entryId(entry['id']), undefined) : undefined;
}

/** The id of an entry, as classifying reads it: drivers give texts or numbers. */
export function entryId(value: unknown): string | undefined {
  return typeof value === 'number' ? String(value) : typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** The furthest east that a clock can be ahead of UTC. */
const MOST_AHEAD = 14 * 60 * 60 * 1000;

/** The last day that a moment can be in any time zone. */
function lastDayOf(moment: Moment): Day {
  return moment.kind === 'instant' ? Math.floor((moment.ms + MOST_AHEAD) / DAY_IN_MS) : moment.day;
}

/** The later of two beginnings; what cannot be read wins, for it leaves nothing known. An instant against a day: the last day it can be. */
function laterBeginning(a: unknown, b: unknown): unknown {
  const [first, second] = [readMoment(a), readMoment(b)];
  if (first === null) return a;
  if (second === null) return b;
  if (first.kind === 'instant' && second.kind === 'instant') return second.ms > first.ms ? b : a;
  if (first.kind !== 'instant' && second.kind !== 'instant') return second.day > first.day ? b : a;
  return dayText(Math.max(lastDayOf(first), lastDayOf(second)));
}

interface Side {
  readonly coverage: unknown;
  readonly isMeant: (part: string) => boolean;
}

/** Since when both are complete, for those parts that `isMeant` of each side takes. */
export function laterCoverage(sides: readonly Side[]): unknown {
  return attempt(() => latestOf(sides), 'unreadable');
}

function latestOf(sides: readonly Side[]): unknown {
  const unreadable = sides.find(({ coverage }) => !isNothing(coverage) && !isPlain(coverage));
  if (unreadable !== undefined) return unreadable.coverage;
  const later = new Map<string, unknown>();
  for (const { coverage, isMeant } of sides) {
    for (const [part, given] of Object.entries(isPlain(coverage) ? coverage : {})) {
      if (isNothing(given) || !isMeant(part)) continue;
      const from = isPlain(given) ? given['from'] : given;
      later.set(part, later.has(part) ? laterBeginning(later.get(part), from) : from);
    }
  }
  return later.size === 0 ? undefined : Object.fromEntries([...later].map(([part, from]) => [part, { from }]));
}
