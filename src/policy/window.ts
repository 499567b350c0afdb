/**
 * A length of time in days, weeks, months or years, as in ISO 8601.
 *
 * `P90D`, `P12W`, `P12M`, `P2Y`, `P1Y6M`. Months and years are calendar months and years.
 */
export type Period = `P${number}${'D' | 'W' | 'M' | 'Y'}` | `P${number}Y${number}M`;

/** A day as `YYYY-MM-DD`. */
export type DayText = `${number}-${number}-${number}`;

/** Every option of a window. */
export interface WindowOptions {
  readonly last: Period;
  readonly calendar: 'week' | 'month' | 'quarter' | 'year' | 'fiscalYear';
  readonly back: number;
  readonly yearsBack: number;
  readonly from: DayText;
  readonly to: DayText;
  readonly life: true;
}

/** A window with the first options, perhaps with the second ones, and with none else. */
export type WindowForm<Known extends keyof WindowOptions, Allowed extends keyof WindowOptions = never> = Pick<WindowOptions, Known> &
  Partial<Pick<WindowOptions, Allowed>> & { readonly [other in Exclude<keyof WindowOptions, Known | Allowed>]?: never };

/**
 * Which days a fact looks at: the last so many up to and with the day of classification, a calendar period, named days, or the whole life.
 *
 * `{ last: 'P12M' }` is the twelve months up to the day; `{ calendar: 'quarter' }` the quarter of the day, to date;
 * `{ calendar: 'quarter', back: 1 }` the whole quarter before it. Weeks begin on Mondays, years in January; quarters and fiscal years
 * begin with the policy's `fiscalYearStart`. `back` (0 to 1200) is the same window so many windows before, `yearsBack` (0 to 100) so many
 * years before; a week has no `yearsBack`: use `back: 52`. `{ from, to }` are days, both inside, as far as they have come;
 * `{ life: true }` is all that is known up to the day. A window that is not understood is an issue of `policy/wrong-window` or
 * `measure/wrong-window`.
 *
 * @example
 * import type { Window } from 'clientele';
 * const lastQuarter: Window = { calendar: 'quarter', back: 1 };
 * const sameMonthsLastYear: Window = { last: 'P3M', yearsBack: 1 };
 * const campaign: Window = { from: '2026-03-01', to: '2026-03-14' };
 * [lastQuarter.back, sameMonthsLastYear.yearsBack, campaign.to]; // => [1, 1, '2026-03-14']
 */
export type Window =
  | WindowForm<'last', 'back' | 'yearsBack'>
  | (WindowForm<'calendar', 'back' | 'yearsBack'> & { readonly calendar: Exclude<WindowOptions['calendar'], 'week'> })
  | (WindowForm<'calendar', 'back'> & { readonly calendar: 'week' })
  | WindowForm<'from' | 'to'>
  | WindowForm<'life'>;
