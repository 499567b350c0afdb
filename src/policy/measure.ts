import type { Text } from '../errors/json.js';
import type { Rule, RuleObject } from './rule.js';
import type { Window } from './window.js';

/**
 * What a measure is taken of: events of a record. `sales` and `returns` are the two kinds of transactions, `lines` the lines of the sales,
 * `targets` the plans whose period has ended.
 */
export type EventSource =
  'transactions' | 'sales' | 'returns' | 'lines' | 'invoices' | 'payments' | 'interactions' | 'opportunities' | 'assessments' | 'surveys' | 'costs' | 'targets';

/** A figure of events. `margin` is the amount less the cost; a rating of an assessment is a ratio of its scale. */
export type EventFigure =
  | `${'transactions' | 'sales' | 'returns'}.${'amount' | 'units' | 'cost' | 'discount' | 'margin'}`
  | `${'lines' | 'targets'}.${'amount' | 'units'}`
  | `${'invoices' | 'payments' | 'opportunities' | 'costs'}.amount`
  | `${'interactions' | 'assessments'}.rating`
  | 'surveys.score';

/** The days from one day with an event to the next, as a figure: `sales.gap`. */
export type EventGap = `${Exclude<EventSource, 'targets'>}.gap`;

/** A word of events. */
export type EventWord =
  | `${'transactions' | 'sales' | 'returns'}.${'channel' | 'currency'}`
  | `lines.${'sku' | 'category' | 'group'}`
  | `interactions.${'kind' | 'channel'}`
  | `opportunities.${'stage' | 'status'}`
  | `assessments.${'indicator' | 'by'}`
  | 'surveys.instrument'
  | 'costs.kind'
  | 'targets.measure';

/** What `where` may name: the fields of the events that are measured, each by its bare name, and the policy's parameters. */
export type EventPath =
  | 'amount'
  | 'units'
  | 'cost'
  | 'discount'
  | 'margin'
  | 'channel'
  | 'currency'
  | 'lines'
  | 'at'
  | 'sku'
  | 'category'
  | 'group'
  | 'kind'
  | 'rating'
  | 'stage'
  | 'status'
  | 'indicator'
  | 'by'
  | 'instrument'
  | 'score'
  | 'measure'
  | `parameters.${string}`;

/** Which events count, and over which days. */
interface Selection {
  /** A rule over the fields of an event; without it all count. */
  readonly where?: Rule<EventPath>;
  /** Default: the policy's window; the whole life for `first`, `last`, `daysSinceFirst`, `daysSinceLast` and `streak`. */
  readonly window?: Window;
}

/** How events lose weight with the whole days of their age: by halves, or evenly until nothing is left. */
export type Decay = { readonly halfLifeDays: number; readonly linearDays?: never } | { readonly linearDays: number; readonly halfLifeDays?: never };

/** A stretch of the calendar. Weeks begin on Monday, quarters with the policy's `fiscalYearStart`, years in January. */
export type PeriodName = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** Options of what is taken of the events themselves. */
export interface EventOptions extends Selection {
  readonly of: EventSource;
}

/** Options of `count`. With `decay` it is a number that fades: engagement. */
export interface CountOptions extends EventOptions {
  readonly decay?: Decay;
}

/** Options of `sum`. */
export interface SumOptions extends Selection {
  readonly of: EventFigure;
  readonly decay?: Decay;
}

/** Options of `mean`, `min`, `max` and `variation`: a figure of the events, or the days between them. */
export interface FigureOptions extends Selection {
  readonly of: EventFigure | EventGap;
}

/** Options of `distinct`. */
export interface WordOptions extends Selection {
  readonly of: EventWord;
}

/** Options of `first` and `last`: a field of the event, or its day as `at`. */
export interface EdgeOptions extends Selection {
  readonly of: EventFigure | EventWord | `${EventSource}.at`;
}

/** Options of `activePeriods` and `streak`: the unit of frequency, by default the month. */
export interface PeriodOptions extends EventOptions {
  readonly per?: PeriodName;
}

/** Options of `trend`: so many whole periods (default 6) that have ended, in months unless `per` says otherwise. It has no window. */
export interface TrendOptions {
  readonly of: EventSource | EventFigure;
  readonly where?: Rule<EventPath>;
  readonly per?: 'month' | 'quarter' | 'year';
  readonly periods?: number;
}

/** Options of `share`: `where` says which part of the whole is meant, `among` what the whole is; of a figure, or of the number of events. */
export interface ShareOptions extends Selection {
  readonly of: EventSource | EventFigure;
  readonly where: Rule<EventPath>;
  readonly among?: Rule<EventPath>;
}

/** Options of `ratio`: one fact divided by another of the same type. */
export interface RatioOptions<V extends string = string> {
  readonly of: V;
  readonly to: V;
}

/** Options of `change`: a fact over a window against the same fact `back` windows earlier (default 1). */
export interface ChangeOptions<V extends string = string> {
  readonly of: V;
  readonly back?: number;
  /** The difference (default), or the difference divided by the earlier figure. */
  readonly as?: 'difference' | 'rate';
}

/**
 * How a fact is computed from events or from other facts: exactly one way of taking a value.
 *
 * It is missing where the events are not known over its days, where one of them cannot be read, and where `where` cannot be decided for one.
 * `V` are the paths that it may name.
 *
 * @example
 * import type { Measure } from 'clientele';
 * const prescriptionShare: Measure = { share: { of: 'lines.amount', where: { '==': [{ var: 'category' }, 'rx'] } } };
 * Object.keys(prescriptionShare); // => ['share']
 */
export interface Measure<V extends string = string> {
  readonly label?: Text;
  /** What one of it is called, such as `boxes`; shown after the figure. */
  readonly unit?: string;
  readonly note?: string;
  /** How many events; 0 where there are known to be none. */
  readonly count?: CountOptions;
  /** The sum of a figure of the events; returns are subtracted from transactions. */
  readonly sum?: SumOptions;
  /** The mean of a figure; of money rounded half to even. Missing where there are no events. */
  readonly mean?: FigureOptions;
  /** The least of a figure. Missing where there are no events. */
  readonly min?: FigureOptions;
  /** The greatest of a figure. Missing where there are no events. */
  readonly max?: FigureOptions;
  /** The sample standard deviation of a figure divided by its mean. Missing for fewer than two figures and where the mean is not positive. */
  readonly variation?: FigureOptions;
  /** How many different words the events say. */
  readonly distinct?: WordOptions;
  /** What the first event says; of several at one time the lowest figure, and no word. Missing where there is none. */
  readonly first?: EdgeOptions;
  /** What the last event says. */
  readonly last?: EdgeOptions;
  /** Days since the first event. Missing where there is none. */
  readonly daysSinceFirst?: EventOptions;
  /** Days since the last event. Missing where there is none. */
  readonly daysSinceLast?: EventOptions;
  /** The median of the days between one day with an event and the next. Missing for fewer than two days. */
  readonly medianGap?: EventOptions;
  /** How many days, weeks, months, quarters or years have an event. */
  readonly activePeriods?: PeriodOptions;
  /** How many periods in a row have an event, up to now; the one that runs does not break the row. */
  readonly streak?: PeriodOptions;
  /** The slope of a straight line through the totals of whole periods, divided by their mean: 0.1 grows by a tenth of the mean with each period. */
  readonly trend?: TrendOptions;
  /** The part of a sum, or of the number of events, that `where` selects: a ratio, 1 at 100 %; missing where the whole is 0. */
  readonly share?: ShareOptions;
  /** One fact divided by another; missing where the divisor is 0 or missing. */
  readonly ratio?: RatioOptions<V>;
  /** How much a fact has changed since an earlier window. */
  readonly change?: ChangeOptions<V>;
  /** A yes or no: whether a rule over the customer's facts holds; missing where the rule is unknown. */
  readonly when?: Rule<V>;
  /** Arithmetic over other facts: a rule that gives a value. */
  readonly calculate?: RuleObject<V>;
}
