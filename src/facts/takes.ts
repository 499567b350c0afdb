import type { Day } from '../internal/days.js';
import { divideHalfEven, MAX_MINOR, meanMinor, ratioOf } from '../internal/money.js';
import { periodIndex, type PeriodUnit } from '../internal/periods.js';
import { greatestOf, leastOf, median } from '../internal/statistics.js';
import type { Field, RuleValue } from '../rules/types.js';
import type { Shows } from './behind.js';
import { DAILY, EVENLY, withPeriods, type Moves } from './movement.js';
import { daysOf, emptyTally, MILLION, type Keeps, type Tally } from './tally.js';

/** How events lose weight as they grow old. */
export type Decay = { readonly halfLifeDays: number } | { readonly linearDays: number };

/** The options of a take beside what it is of. */
export interface TakeOptions {
  readonly per: PeriodUnit;
  readonly periods: number;
  readonly decay: Decay | undefined;
}

/** What a value is worked out of. */
export interface Taken {
  readonly tally: Tally;
  /** The tally of everything that the part is a part of, for a share. */
  readonly whole: Tally;
  /** The day as of which it is worked out. */
  readonly day: Day;
  readonly startMonth: number;
  readonly options: TakeOptions;
  /** Of the figure that is taken; undefined for events themselves. */
  readonly field: Field | undefined;
}

/** A way to take a value from events. */
export interface EventTakeDefinition {
  /** What `of` may name: events, a figure of theirs, either, any field, a word of theirs. */
  readonly of: 'source' | 'figure' | 'either' | 'field' | 'word';
  readonly options: readonly ('per' | 'periods' | 'decay' | 'among')[];
  /** True if figures of all events are added up, those of returns less; else it looks at purchases alone. */
  readonly isTotal?: boolean;
  /** True if it looks at the whole life unless it is told otherwise. */
  readonly isWholeLife?: boolean;
  /** True if it looks at whole periods that have ended, and at no window. */
  readonly isOfPeriods?: boolean;
  /** True if it compares events with each other: one is too few. */
  readonly needsSeveral?: boolean;
  /** Which of the events that are meant show the value; absent for all of them. */
  readonly shows?: Shows;
  /** How it moves with the days beyond what enters and leaves its window. */
  readonly moves?: (options: TakeOptions, startMonth: number) => Moves | undefined;
  readonly keeps: (options: TakeOptions, field: Field | undefined) => Keeps;
  readonly field: (of: Field | undefined, options: TakeOptions) => Field;
  /** Undefined where there is nothing to take a value from. */
  readonly value: (taken: Taken) => RuleValue | undefined;
}

const COUNT: Field = { type: 'count', min: 0 };
const DAYS: Field = { type: 'days', min: 0, max: 36_500 };
const NUMBER: Field = { type: 'number' };
const SHARE: Field = { type: 'ratio', min: 0, max: 1 };

const isMoney = (field: Field | undefined): boolean => field?.type === 'money';
/** A mean or a share of counted things is no count. */
const asFigure = (field: Field | undefined): Field => (field === undefined || field.type === 'count' ? NUMBER : { ...field });
const unbounded = (field: Field | undefined): Field => (field === undefined ? NUMBER : field.type === 'money' ? { type: 'money', ...(field.exponent === undefined ? {} : { exponent: field.exponent }) } : { type: field.type });

const keep = (...names: readonly (keyof Keeps)[]) => (): Keeps => Object.fromEntries(names.map((name) => [name, true]));

/** A whole sum as a value: minor units as they are, millionths as a number. */
function figureOf(sum: number, field: Field | undefined): number {
  return isMoney(field) || field?.type === 'days' ? sum : sum / MILLION;
}

/** A quotient of a whole sum and a whole number. */
function meanOf(sum: number, n: number, field: Field | undefined): number | undefined {
  if (n === 0) return undefined;
  if (isMoney(field)) return meanMinor(sum, n);
  return ratioOf(BigInt(sum), BigInt(n) * (field?.type === 'days' ? 1n : BigInt(MILLION)));
}

/** The sample standard deviation divided by the mean; missing for fewer than two figures and where the mean is not positive. */
function variationOf({ n, sum, squares }: Pick<Tally, 'n' | 'sum' | 'squares'>): number | undefined {
  if (n < 2 || sum <= 0) return undefined;
  const spread = BigInt(n) * squares - BigInt(sum) * BigInt(sum);
  return Math.sqrt((Number(spread) * n) / (n - 1)) / sum;
}

/** The days between one day with an event and the next, as figures of their own. */
export function tallyOfGaps(tally: Tally): Tally {
  const gaps = gapsOf(tally);
  const sum = gaps.reduce((all, gap) => all + gap, 0);
  const squares = gaps.reduce((all, gap) => all + BigInt(gap) * BigInt(gap), 0n);
  return { ...emptyTally(), n: gaps.length, sum, size: sum, squares, least: leastOf(gaps), most: greatestOf(gaps), isUnknown: tally.isUnknown, isUndecided: tally.isUndecided };
}

function gapsOf(tally: Tally): readonly number[] {
  const days = daysOf(tally);
  return days.slice(1).map((day, index) => day - (days[index] ?? day));
}

/** The whole number nearest to a double; a tie goes to the even one. */
function roundHalfEven(value: number): number {
  const below = Math.floor(value);
  const isTie = value - below === 0.5;
  return (isTie ? below + (below % 2 === 0 ? 0 : 1) : Math.round(value)) + 0;
}

/** Sum of what happened on each day, times what a day of its age still weighs; money rounded once. `of` are whole numbers, so many of which are one. */
function decayed(tally: Tally, decay: Decay, today: Day, of: 'n' | 'sum', perUnit: number, isRounded: boolean): number {
  const days = daysOf(tally);
  const figure = (day: Day): number => tally.byDay?.get(day)?.[of] ?? 0;
  if ('halfLifeDays' in decay) {
    const total = days.reduce((sum, day) => sum + figure(day) * 2 ** ((day - today) / decay.halfLifeDays), 0);
    return isRounded ? roundHalfEven(total) : total / perUnit;
  }
  const { linearDays } = decay;
  const total = days.reduce((sum, day) => sum + BigInt(figure(day)) * BigInt(Math.max(0, linearDays - today + day)), 0n);
  return isRounded ? Number(divideHalfEven(total, BigInt(linearDays))) : ratioOf(total, BigInt(linearDays) * BigInt(perUnit));
}

/** The number of a period. As in windows, quarters begin with the fiscal year and years in January. */
function indexOf(day: Day, per: PeriodUnit, startMonth: number): number {
  return periodIndex(day, per, per === 'quarter' ? startMonth : 1);
}

/** The periods with an event, by their numbers. */
function periodsOf(tally: Tally, per: PeriodUnit, startMonth: number): ReadonlySet<number> {
  return new Set(daysOf(tally).map((day) => indexOf(day, per, startMonth)));
}

/** Periods with an event, one after the other, up to now. A period that still runs does not break the row. */
function streakOf({ tally, options: { per }, day, startMonth }: Taken): number {
  const active = periodsOf(tally, per, startMonth);
  const now = indexOf(day, per, startMonth);
  let at = active.has(now) ? now : now - 1;
  let length = 0;
  while (active.has(at)) {
    at -= 1;
    length += 1;
  }
  return length;
}

/** The number of the last period that has ended by a day. */
export function lastEnded(day: Day, per: PeriodUnit, startMonth: number): number {
  return indexOf(day + 1, per, startMonth) - 1;
}

/** The slope of a straight line through the totals of periods, divided by their mean: how much of itself it grows with each period. */
function trendOf({ tally, options: { per, periods }, day, startMonth, field }: Taken): number | undefined {
  const last = lastEnded(day, per, startMonth);
  const totals = new Array<number>(periods).fill(0);
  for (const [on, { n, sum }] of tally.byDay ?? []) {
    const at = periods - 1 - (last - indexOf(on, per, startMonth));
    if (at >= 0 && at < periods) totals[at] = (totals[at] ?? 0) + (field === undefined ? n : sum);
  }
  const total = totals.reduce((all, one) => all + BigInt(one), 0n);
  // Around the middle period, doubled, so that all of it is whole numbers.
  const leaning = totals.reduce((all, one, index) => all + BigInt(2 * index - periods + 1) * BigInt(one), 0n);
  const n = BigInt(periods);
  return total <= 0n ? undefined : ratioOf(leaning * 6n, total * (n * n - 1n));
}

/** A part of a whole; missing where the whole is nothing, and where negative figures make the part larger than it. */
function shareOf({ tally, whole, field }: Taken): number | undefined {
  const [part, all] = field === undefined ? [tally.n, whole.n] : [tally.sum, whole.sum];
  const share = all === 0 ? undefined : ratioOf(BigInt(part), BigInt(all));
  return share === undefined || share < 0 || share > 1 ? undefined : share;
}

const withAge = ({ decay }: TakeOptions): Moves | undefined => (decay === undefined ? undefined : DAILY);
/** As of windows, only quarters are those of the fiscal year. */
const withEach = (on: 'first' | 'last') => ({ per }: TakeOptions, startMonth: number): Moves => withPeriods(per, per === 'quarter' ? startMonth : 1, on);

/** Ways to take a value from events, by name. */
export const EVENT_TAKES = {
  count: {
    of: 'source',
    options: ['decay'],
    moves: withAge,
    keeps: ({ decay }) => ({ days: decay !== undefined }),
    field: (_of, { decay }) => (decay === undefined ? COUNT : { ...NUMBER, min: 0 }),
    value: ({ tally, day, options: { decay } }) => (decay === undefined ? tally.n : decayed(tally, decay, day, 'n', 1, false)),
  },
  sum: {
    of: 'figure',
    isTotal: true,
    options: ['decay'],
    moves: withAge,
    keeps: ({ decay }) => ({ sum: true, days: decay !== undefined }),
    field: (of, { decay }) => (decay === undefined || isMoney(of) ? { ...(of ?? NUMBER) } : NUMBER),
    value: ({ tally, day, field, options: { decay } }) => {
      return decay === undefined ? figureOf(tally.sum, field) : decayed(tally, decay, day, 'sum', isMoney(field) ? 1 : MILLION, isMoney(field));
    },
  },
  mean: { of: 'figure', options: [], keeps: keep('sum'), field: asFigure, value: ({ tally, field }) => meanOf(tally.sum, tally.n, field) },
  min: { of: 'figure', options: [], shows: 'least', keeps: keep('extremes'), field: unbounded, value: ({ tally }) => (tally.n === 0 ? undefined : tally.least) },
  max: { of: 'figure', options: [], shows: 'most', keeps: keep('extremes'), field: unbounded, value: ({ tally }) => (tally.n === 0 ? undefined : tally.most) },
  variation: { of: 'figure', options: [], needsSeveral: true, keeps: keep('sum', 'squares'), field: () => ({ ...NUMBER, min: 0 }), value: ({ tally }) => variationOf(tally) },
  distinct: { of: 'word', options: [], keeps: keep('texts'), field: () => COUNT, value: ({ tally }) => tally.texts?.size ?? 0 },
  first: { of: 'field', options: [], shows: 'first', isWholeLife: true, keeps: keep('edges'), field: (of) => of ?? NUMBER, value: ({ tally }) => tally.first?.value },
  last: { of: 'field', options: [], shows: 'last', isWholeLife: true, keeps: keep('edges'), field: (of) => of ?? NUMBER, value: ({ tally }) => tally.last?.value },
  daysSinceFirst: {
    of: 'source', options: [], shows: 'first', isWholeLife: true, moves: () => EVENLY, keeps: keep('edges'), field: () => DAYS,
    value: ({ tally, day }) => (tally.first === undefined ? undefined : day - tally.first.day),
  },
  daysSinceLast: {
    of: 'source', options: [], shows: 'last', isWholeLife: true, moves: () => EVENLY, keeps: keep('edges'), field: () => DAYS,
    value: ({ tally, day }) => (tally.last === undefined ? undefined : day - tally.last.day),
  },
  medianGap: {
    of: 'source', options: [], needsSeveral: true, keeps: keep('days'), field: () => DAYS,
    value: ({ tally }) => {
      const gaps = gapsOf(tally);
      return gaps.length === 0 ? undefined : median([...gaps].sort((a, b) => a - b));
    },
  },
  activePeriods: {
    of: 'source', options: ['per'], keeps: keep('days'), field: () => COUNT,
    value: ({ tally, options: { per }, startMonth }) => periodsOf(tally, per, startMonth).size,
  },
  streak: { of: 'source', options: ['per'], isWholeLife: true, moves: withEach('first'), keeps: keep('days'), field: () => COUNT, value: streakOf },
  trend: { of: 'either', options: ['per', 'periods'], isOfPeriods: true, isTotal: true, moves: withEach('last'), keeps: (_options, field) => ({ days: true, sum: field !== undefined }), field: () => ({ type: 'ratio' }), value: trendOf },
  share: { of: 'either', options: ['among'], isTotal: true, keeps: (_options, field) => ({ sum: field !== undefined }), field: () => SHARE, value: shareOf },
} as const satisfies { readonly [take: string]: EventTakeDefinition };

export type EventTake = keyof typeof EVENT_TAKES;

export const EVENT_TAKE_IDS: readonly EventTake[] = Object.freeze(Object.keys(EVENT_TAKES) as EventTake[]);

/** True if sums of so much are exact. */
export function isExact({ size }: Tally): boolean {
  return size <= MAX_MINOR;
}
