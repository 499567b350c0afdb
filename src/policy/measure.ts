import type { Text } from '../errors/json.js';
import type { Rule } from './rule.js';
import type { Window } from './window.js';

/** What a measure counts: events of a record. `sales` and `returns` are the two kinds of transactions, `lines` the lines of the sales. */
export type EventSource =
  'transactions' | 'sales' | 'returns' | 'lines' | 'invoices' | 'payments' | 'interactions' | 'opportunities' | 'surveys' | 'costs';

/** A figure of events, which a measure sums. */
export type EventFigure =
  | `${'transactions' | 'sales' | 'returns' | 'lines'}.${'amount' | 'units'}`
  | `${'invoices' | 'payments' | 'opportunities' | 'costs'}.amount`
  | 'interactions.rating'
  | 'surveys.score';

/** What `where` may name: the fields of the events that are measured, each by its bare name, and the policy's parameters. */
export type EventPath =
  | 'amount'
  | 'units'
  | 'channel'
  | 'currency'
  | 'sku'
  | 'category'
  | 'group'
  | 'kind'
  | 'rating'
  | 'stage'
  | 'status'
  | 'instrument'
  | 'score'
  | `parameters.${string}`;

/** Which events count, and over which days. */
interface Selection {
  /** A rule over the fields of an event; without it all count. */
  readonly where?: Rule<EventPath>;
  /** Default: the policy's window. */
  readonly window?: Window;
}

/** Options of `count`. */
export interface CountOptions extends Selection {
  readonly of: EventSource;
}

/** Options of `sum`. */
export interface SumOptions extends Selection {
  readonly of: EventFigure;
}

/** Options of `share`: `where` says which part of the whole is meant. */
export interface ShareOptions extends Selection {
  readonly of: EventFigure;
  readonly where: Rule<EventPath>;
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
 * How a fact is computed from events or from other facts: exactly one of `count`, `sum`, `share`, `ratio`, `change`, `when`.
 *
 * It is missing where the events are not known, or one of them cannot be read. `V` are the paths that it may name.
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
  /** The part of a sum that `where` selects: a ratio, 1 at 100 %; missing where the whole is 0. */
  readonly share?: ShareOptions;
  /** One fact divided by another; missing where the divisor is 0 or missing. */
  readonly ratio?: RatioOptions<V>;
  /** How much a fact has changed since an earlier window. */
  readonly change?: ChangeOptions<V>;
  /** A yes or no: whether a rule over the customer's facts holds; missing where the rule is unknown. */
  readonly when?: Rule<V>;
}
