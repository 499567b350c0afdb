// By when something can still be done: the end of the period that a fact is counted over, or else the end of a month.
import type { Reach } from '../../facts/requirements.js';
import { rangeOf, type Window } from '../../facts/window.js';
import type { Day } from '../../internal/days.js';
import { firstDayOfPeriod, periodIndex, type PeriodUnit } from '../../internal/periods.js';

/** Where nothing ends by itself there are so many days at least: a fortnight, and then to the end of the month. */
const FORTNIGHT = 14;

/** The days of a window that are still to come, or its last one, which is over. */
type End = { readonly kind: 'ends' | 'ended'; readonly last: Day } | { readonly kind: 'rolls' };

function lastOfPeriod(window: Window & { readonly kind: 'calendar' }, day: Day): Day {
  const unit: PeriodUnit = window.unit === 'fiscalYear' ? 'year' : window.unit;
  return firstDayOfPeriod(periodIndex(day, unit, window.startMonth) + 1, unit, window.startMonth) - 1;
}

/** On its last day a period is over, and the next one is still to come. */
function endsOf(window: Window, day: Day): readonly End[] {
  if (window.kind === 'life') return [{ kind: 'rolls' }];
  const ended = (last: Day): End => (last > day ? { kind: 'ends', last } : { kind: 'ended', last });
  if (window.kind === 'between') return [ended(window.to - 1)];
  if (window.back > 0 || window.yearsBack > 0) return [{ kind: 'ended', last: rangeOf(window, day).to - 1 }];
  if (window.kind === 'last') return [{ kind: 'rolls' }];
  const last = lastOfPeriod(window, day);
  return last > day ? [ended(last)] : [ended(last), ended(lastOfPeriod(window, day + 1))];
}

/** The last day of the month that a day lies in. */
function endOfMonth(day: Day): Day {
  return firstDayOfPeriod(periodIndex(day, 'month') + 1, 'month') - 1;
}

export interface Deadlines {
  /** The first day on which something can be done. */
  readonly first: Day;
  /** Days to come, the one to be told first of all first. */
  readonly ahead: readonly Day[];
  /** The last day of a period that is over; undefined where none is. */
  readonly ended: Day | undefined;
}

/** The deadlines of facts that look so far, as of a day. */
export function deadlinesOf(reaches: readonly Reach[], day: Day, leadDays: number): Deadlines {
  const first = day + 1 + leadDays;
  const ends = reaches.flatMap((reach): readonly End[] => (typeof reach === 'string' ? [{ kind: 'rolls' }] : endsOf(reach.window, day)));
  const calendar = ends.flatMap((end) => (end.kind === 'ends' ? [end.last] : [])).sort((a, b) => a - b);
  const over = ends.flatMap((end) => (end.kind === 'ended' ? [end.last] : []));
  const rolling = ends.some(({ kind }) => kind === 'rolls') ? [endOfMonth(first + FORTNIGHT)] : [];
  const latest = calendar.at(-1);
  const ahead = [...calendar, ...rolling, first].filter((one) => one >= first && (rolling.length > 0 || latest === undefined || one <= latest));
  return { first, ahead: calendar.length + rolling.length === 0 ? [] : [...new Set(ahead)], ended: over.length === 0 ? undefined : Math.max(...over) };
}
