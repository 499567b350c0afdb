import type { Assumption } from '../../explain/types.js';

/** What is done: by the type of an action, and what of it is said. */
type DeedWord = 'purchase' | 'anyPurchase' | 'purchases' | 'pay' | 'payInvoices' | 'reachMoney' | 'reachUnits' | 'set' | 'wait';

/** The words of what would change a segment. */
export interface ChangeWords {
  readonly deeds: { readonly [D in DeedWord]: string };
  /** Between two things that are done. */
  readonly and: string;
  readonly period: string;
  /** What is done, by when, and the segment that follows; `now` where there is no day. */
  readonly lines: { readonly [L in 'ahead' | 'now' | 'hindsight' | 'slip']: string };
  /** After a line: how a fact changes. */
  readonly becomes: string;
  readonly inBrackets: string;
  readonly provided: string;
  readonly assumptions: { readonly [A in Assumption]: string };
  readonly noWay: string;
  readonly noWayFor: string;
  /** What a customer is told. */
  readonly customer: string;
}
