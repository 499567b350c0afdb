import { firstDayOfPeriod, periodIndex, type PeriodUnit } from '../internal/periods.js';
import type { PartName } from './reading.js';
import { turnsOn, type Timeline, type Turns } from './timeline.js';
import type { Window } from './window.js';

/**
 * How a fact moves although nothing happens: `still` only on days that it names; `even` on those days, and between them by the same figure
 * each day; `daily` perhaps on any day.
 */
export type Pace = 'still' | 'even' | 'daily';

/** What a fact says of its movement beyond that entries enter and leave its window. */
export interface Moves {
  /** `still` where it says nothing. */
  readonly pace?: Pace;
  /** Other days on which it may be another. */
  readonly turns?: (timeline: Timeline) => readonly Turns[];
}

/** When a fact may be another although nothing happens. */
export interface Movement {
  readonly pace: Pace;
  /** The turns of the same fact so many windows back. */
  readonly turns: (timeline: Timeline, earlier: number) => readonly Turns[];
}

/** Grows by a day with each day. */
export const EVENLY: Moves = { pace: 'even' };
/** May be another on any day. */
export const DAILY: Moves = { pace: 'daily' };

/** Turns so many days after invoices are due. */
export function afterDue(...days: readonly number[]): Moves {
  const turns = ({ history }: Timeline): readonly Turns[] => {
    const due = (history.invoices()?.entries ?? []).map((invoice) => invoice.due);
    return [turnsOn(days.flatMap((after) => due.map((day) => day + after)))];
  };
  return { turns };
}

/** Turns so many days after entries of a part. */
export function afterEntries(part: PartName, days: number): Moves {
  return { turns: (timeline) => [turnsOn(timeline.days(part).map((day) => day + days))] };
}

/** Turns on the first day of every period, or on the last. */
export function withPeriods(unit: PeriodUnit, startMonth: number, on: 'first' | 'last'): Moves {
  const ahead = on === 'first' ? 0 : 1;
  return { turns: () => [(after) => firstDayOfPeriod(periodIndex(after + ahead, unit, startMonth) + 1, unit, startMonth) - ahead] };
}

/** Turns with the first and the last day of every plan. */
function withPlans({ history }: Timeline): Turns {
  return turnsOn((history.targets() ?? []).flatMap(({ first, last }) => [first, last]));
}

/** The movement of a fact over parts of a record in a window. */
export function movementOver(parts: readonly PartName[], window: Window, { pace = 'still', turns }: Moves = {}): Movement {
  return {
    pace,
    turns: (timeline, earlier) => [
      ...(window.kind === 'life' ? [] : parts.map((part) => timeline.turnsOf(part, window, earlier))),
      ...(parts.includes('targets') ? [withPlans(timeline)] : []),
      ...(turns?.(timeline) ?? []),
    ],
  };
}

/** The movement of the change of a fact against so many windows before. */
export function movementOfChange(of: Movement, back: number): Movement {
  return {
    pace: of.pace === 'still' ? 'still' : 'daily',
    turns: (timeline, earlier) => [...of.turns(timeline, earlier), ...of.turns(timeline, earlier + back)],
  };
}
