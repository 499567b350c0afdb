import { dayText, type Day } from '../internal/days.js';
import { firstDayOfPeriod, periodIndex, type PeriodUnit } from '../internal/periods.js';
import type { PartName } from './reading.js';
import { rangeOf, type CalendarUnit, type Window } from './window.js';

/** How far back a fact looks: over a window some times earlier, over the last two plans that have ended, or over the plan that runs. */
export type Reach = { readonly window: Window; readonly earlier: number } | 'plans' | 'running plan';

/** What a fact needs of one part of a record. */
export interface Need {
  readonly part: PartName;
  readonly reach: Reach;
  /** Fields of the entries beyond those that every fact over the part reads. */
  readonly fields: readonly string[];
}

/**
 * What to load of one part: entries from a day on (null: all of them) through another, with these fields. Days are those of issue for
 * invoices, and also those of payments inside of them; for plans the last day of their period.
 */
export interface PartRequirement {
  readonly from: string | null;
  readonly to: string;
  readonly fields: readonly string[];
}

/** Fields that every fact over a part reads: ids, so that an entry given twice is noticed. */
const ALWAYS: { readonly [part in PartName]: readonly string[] } = {
  transactions: ['id', 'at', 'kind', 'returnOf', 'amount', 'currency'],
  invoices: ['id', 'issued', 'due', 'amount', 'currency', 'payments'],
  payments: ['id', 'at', 'amount', 'currency', 'invoice'],
  targets: ['period', 'amount', 'measure', 'actual'],
  interactions: ['id', 'at', 'kind'],
  opportunities: ['id', 'at', 'status'],
  assessments: ['at', 'indicator', 'rating', 'of'],
  surveys: ['at', 'instrument', 'score'],
  costs: ['id', 'at', 'amount', 'currency'],
};

export type PlanPeriod = 'month' | 'quarter' | 'year';
const PERIODS: { readonly [period in PlanPeriod]: PeriodUnit } = { month: 'month', quarter: 'quarter', year: 'year' };
const UNITS: { readonly [period in PlanPeriod]: CalendarUnit } = { month: 'month', quarter: 'quarter', year: 'fiscalYear' };

/** The days of the period that a day is in, whether they have come or not. */
function currentPeriod(day: Day, period: PlanPeriod, startMonth: number): { readonly first: Day; readonly last: Day } {
  const unit = PERIODS[period];
  const index = periodIndex(day, unit, startMonth);
  return { first: firstDayOfPeriod(index, unit, startMonth), last: firstDayOfPeriod(index + 1, unit, startMonth) - 1 };
}

/** The first day of the last two periods that have ended by a day. */
function lastTwoPeriods(day: Day, period: PlanPeriod, startMonth: number): Day {
  const calendar = (back: number): Window => ({ kind: 'calendar', unit: UNITS[period], back, yearsBack: 0, startMonth });
  // The period of the day itself has ended if the next day is in another one.
  const hasEnded = rangeOf(calendar(0), day + 1).from === day + 1;
  return rangeOf(calendar(hasEnded ? 1 : 2), day).from ?? day;
}

/** Plans may be named by the fiscal year, as `FY2026-Q1`, or by the calendar's, as `2026-Q1`: the months in which their years begin. */
const startsOf = (startMonth: number): readonly number[] => [startMonth, 1];

function firstDay(reach: Reach, day: Day, period: PlanPeriod, startMonth: number): Day | null {
  if (reach === 'plans') return Math.min(...startsOf(startMonth).map((start) => lastTwoPeriods(day, period, start)));
  if (reach === 'running plan') return Math.min(...startsOf(startMonth).map((start) => currentPeriod(day, period, start).first));
  const { from } = rangeOf(reach.window, day, reach.earlier);
  // Days that are named may not have come yet: nothing is asked for beyond the day itself.
  return from === null ? null : Math.min(from, day);
}

/** What to load of each part for facts as of a day. */
export function partRequirements(needs: readonly Need[], day: Day, period: PlanPeriod, startMonth: number): { readonly [part: string]: PartRequirement } {
  const parts: { [part: string]: PartRequirement } = {};
  for (const part of new Set(needs.map((need) => need.part))) {
    const own = needs.filter((need) => need.part === part);
    const days = own.map(({ reach }) => firstDay(reach, day, period, startMonth));
    // A plan that runs stands at its last day, which is yet to come.
    const isOfRunning = part === 'targets' && own.some(({ reach }) => reach === 'running plan');
    const to = isOfRunning ? Math.max(...startsOf(startMonth).map((start) => currentPeriod(day, period, start).last)) : day;
    const from = days.reduce((earliest, one) => (earliest === null || one === null ? null : Math.min(earliest, one)), days[0] ?? null);
    parts[part] = { from: from === null ? null : dayText(from), to: dayText(to), fields: [...new Set([...ALWAYS[part], ...own.flatMap(({ fields }) => fields)])] };
  }
  return parts;
}
