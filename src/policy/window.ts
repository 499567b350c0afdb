/**
 * A length of time in days, weeks, months or years, as in ISO 8601.
 *
 * `P90D`, `P12W`, `P12M`, `P2Y`, `P1Y6M`. Months and years are calendar months and years.
 */
export type Period = `P${number}${'D' | 'W' | 'M' | 'Y'}` | `P${number}Y${number}M`;

/**
 * Which days a fact looks at: the last so many up to and with the day of classification, or a calendar period.
 *
 * `{ last: 'P12M' }` is the twelve months up to the day; `{ calendar: 'quarter' }` the quarter of the day, to date;
 * `{ calendar: 'quarter', back: 1 }` the whole quarter before it. Quarters and years start with the policy's `fiscalYearStart`.
 *
 * @example
 * import type { Window } from 'clientele';
 * const lastQuarter: Window = { calendar: 'quarter', back: 1 };
 * lastQuarter.back; // => 1
 */
export type Window =
  | { readonly last: Period; readonly calendar?: never; readonly back?: never }
  | { readonly calendar: 'month' | 'quarter' | 'year'; readonly back?: number; readonly last?: never };
