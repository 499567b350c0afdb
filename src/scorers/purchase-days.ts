import type { Axis, ScoreInputs } from './scorer.js';
import { countOf, limitAxis } from './inputs.js';

/** What is known of a customer's purchase days; null is missing. */
export interface PurchaseDays {
  readonly sinceLast: number | null;
  readonly sinceFirst: number | null;
  /** Days between the last two. */
  readonly lastGap: number | null;
}

/** The facts that purchase days are read of. */
export const PURCHASE_DAY_FACTS: readonly string[] = ['daysSinceLastPurchase', 'daysSinceFirstPurchase', 'lastGapDays'];

export function purchaseDaysOf(inputs: ScoreInputs): PurchaseDays {
  const [sinceLast = null, sinceFirst = null, lastGap = null] = PURCHASE_DAY_FACTS.map((fact) => countOf(inputs, fact));
  return { sinceLast, sinceFirst, lastGap };
}

/** True where the first purchase is fewer days ago than the limit; null where that is not known. */
export function isTooNew({ sinceLast, sinceFirst, lastGap }: PurchaseDays, limit: number): boolean | null {
  if (sinceFirst !== null) return sinceFirst < limit;
  // The first purchase is at least as long ago as each later one.
  return sinceLast !== null && sinceLast + (lastGap ?? 0) >= limit ? false : null;
}

/** Where the first purchase lies against the limit, where it is known. */
export function tooNewAxes({ sinceFirst }: PurchaseDays, limit: number): readonly Axis[] {
  return sinceFirst === null ? [] : [limitAxis('daysSinceFirstPurchase', sinceFirst, limit)];
}

/** True where all purchases were made on one day; null where that is not known. */
export function isFirstTime({ sinceLast, sinceFirst, lastGap }: PurchaseDays, purchases: number | null): boolean | null {
  if (purchases === 1) return true;
  if (sinceFirst !== null && sinceLast !== null) return sinceFirst === sinceLast;
  return lastGap !== null && lastGap > 0 ? false : null;
}
