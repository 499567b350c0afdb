// What customers, and those who sell to them, can change of a fact by what they do: the ground of "what would change it".
import type { ValueType } from '../rules/types.js';
import type { CatalogueFact } from './catalogue.js';

/**
 * How far a fact can be changed by what somebody does. All of it is optional: what is absent is as the library has it for the fact.
 *
 * Amounts, bounds and the scale are in the unit of the fact: money in major units, a ratio is 1 at 100 %, days are days.
 */
export interface Actionable {
  /** Which way it can be brought. */
  readonly direction?: Direction;
  /** Changes are whole multiples of it; for facts that purchases, payments or plans change, it is an amount of money. */
  readonly step?: number;
  /** The least and the greatest value that it can be brought to. */
  readonly min?: number;
  readonly max?: number;
  /** How much a change by one `scale` costs, against other facts; 1 where absent. Cheaper ways are told first. */
  readonly cost?: number;
  /** How large a usual difference between customers is. Without it, the interquartile range of a calibration that cuts the fact. */
  readonly scale?: number;
  /** Days before the first one on which something can be done; 0 where absent, which is the day after. */
  readonly leadDays?: number;
}

/**
 * The ready facts that something can be done about. All others only change with time or by what nobody would advise: returns, complaints,
 * the days between purchases, who the customer is.
 */
const UPWARDS: readonly CatalogueFact[] = [
  'purchases', 'lifetimePurchases', 'purchaseDays', 'lifetimePurchaseDays', 'repeatPurchaseDays', 'activeMonths', 'activeMonthShare', 'purchaseStreakMonths',
  'grossSpend', 'netSpend', 'netSpendGrowth', 'meanOrderValue', 'maxOrderValue', 'spendTrend', 'purchaseTrend', 'shareOfWallet',
  'targetCompletion', 'targetCompletionChange', 'targetCompletionToDate', 'collections', 'collectionRatio', 'onTimePaymentRatio', 'onTimeInvoiceRatio',
];
const DOWNWARDS: readonly CatalogueFact[] = [
  'daysSinceLastPurchase', 'overdueAmount', 'overdue1To30', 'overdue31To60', 'overdue61To90', 'overdueOver90', 'maxDaysOverdue', 'openReceivables',
  'creditUse', 'salesOutstandingDays',
];

/** Which way a fact can be brought. */
export type Direction = 'up' | 'down' | 'both';

/** Which way a ready fact can be brought; undefined where nothing can be done about it. */
export function readyDirection(id: string): Direction | undefined {
  if (UPWARDS.some((one) => one === id)) return 'up';
  return DOWNWARDS.some((one) => one === id) ? 'down' : undefined;
}

/** The types of facts that can be brought somewhere by degrees. */
const STEPS: { readonly [T in ValueType]?: number } = { count: 1, days: 1, number: 1, ratio: 0.01 };

/** The least change of a given fact, in its own unit; undefined where it does not change by degrees. */
export function usualStep(type: ValueType, exponent: number): number | undefined {
  return type === 'money' ? 1 / 10 ** exponent : STEPS[type];
}
