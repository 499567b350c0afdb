import type { Day } from '../internal/days.js';
import type { History } from './history.js';
import { coveredSince, type Part, type PartName } from './reading.js';
import { rangeOf, type Window } from './window.js';
import { firstDayPast } from './window-turns.js';

/** The first day after another on which something may be otherwise; infinite where there is none. */
export type Turns = (after: Day) => Day;

/** The days of a record, and when they enter and leave windows. */
export interface Timeline {
  readonly history: History;
  /** Every day of a part that matters, earliest first: those of its entries, of what cannot be read, and the last that is not complete. */
  readonly days: (part: PartName) => readonly Day[];
  /** When entries of a part enter or leave a window, so many windows back. The same question has the same answer. */
  readonly turnsOf: (part: PartName, window: Window, earlier: number) => Turns;
}

/** The first of some days that is not before another. */
function firstFrom(days: readonly Day[], day: Day): Day | undefined {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? day) < day) low = middle + 1;
    else high = middle;
  }
  return days[low];
}

function sorted(days: Iterable<Day>): readonly Day[] {
  return [...new Set(days)].sort((a, b) => a - b);
}

/** Turns on days that are known. */
export function turnsOn(days: Iterable<Day>): Turns {
  const all = sorted(days);
  return (after) => firstFrom(all, after + 1) ?? Infinity;
}

/** Turns when one of some days enters or leaves a window. A record never ends a window by itself: only days do. */
function turnsOfWindow(days: readonly Day[], window: Window, earlier: number): Turns {
  const find: Turns = (after) => {
    const { from, to } = rangeOf(window, after, earlier);
    const oldest = from === null ? undefined : firstFrom(days, from);
    const next = firstFrom(days, to);
    const leaving = oldest === undefined ? Infinity : firstDayPast(window, 'from', oldest, earlier);
    const entering = next === undefined ? Infinity : firstDayPast(window, 'to', next, earlier);
    return Math.min(leaving, entering);
  };
  // Facts over one window ask the same of it one after the other.
  let known = { after: Infinity, next: Infinity };
  return (after) => {
    if (after < known.after || after >= known.next) known = { after, next: find(after) };
    return known.next;
  };
}

function datesOf(part: Part<{ readonly day: Day }> | undefined): readonly (Day | null)[] {
  return part === undefined ? [] : [...part.entries.map(({ day }) => day), ...part.unreadable];
}

function statedDays(history: History, part: PartName): readonly (Day | null)[] {
  switch (part) {
    case 'transactions': {
      const columns = history.saleColumns();
      return columns === undefined ? [] : [...columns.days, ...columns.unreadable];
    }
    case 'invoices':
      return datesOf(history.invoices());
    case 'payments':
      return datesOf(history.payments());
    case 'targets':
      return (history.targets() ?? []).map(({ last }) => last);
    default:
      return datesOf(history.dated[part]());
  }
}

function daysOf(history: History, part: PartName): readonly Day[] {
  const since = coveredSince(history.reading, part);
  // A window is known as soon as it no longer reaches back to the last day before the part is complete.
  const days = [...statedDays(history, part), since === null ? null : since - 1];
  return sorted(days.filter((day) => day !== null && Number.isFinite(day)).map(Number));
}

export function createTimeline(history: History): Timeline {
  const known = new Map<PartName, readonly Day[]>();
  const turns = new Map<Window, Map<string, Turns>>();
  const days = (part: PartName): readonly Day[] => {
    const found = known.get(part) ?? daysOf(history, part);
    known.set(part, found);
    return found;
  };
  return {
    history,
    days,
    turnsOf: (part, window, earlier) => {
      const ofWindow = turns.get(window) ?? new Map<string, Turns>();
      turns.set(window, ofWindow);
      const key = `${part} ${String(earlier)}`;
      const found = ofWindow.get(key) ?? turnsOfWindow(days(part), window, earlier);
      ofWindow.set(key, found);
      return found;
    },
  };
}
