import { countOf, bandScore, noScore } from './inputs.js';
import { readObject, readWhole } from './options.js';
import type { Score, ScoreInputs, ScorerImplementation } from './scorer.js';

/** How loyal a customer is by behaviour. Options as a policy writes them. */
export interface LoyaltySpec {
  readonly scorer: 'loyalty';
  /** Loyal customers have at least so many purchases in the window; 6 by default. */
  readonly loyalFromPurchases?: number;
  /** Loyal customers bought in at least so many calendar months of the window; 4 by default. */
  readonly loyalFromActiveMonths?: number;
  /** A customer whose first purchase is fewer days ago is new; 90 by default. */
  readonly newBelowDays?: number;
}

type LoyaltyOptions = Required<Omit<LoyaltySpec, 'scorer'>>;

const DEFAULTS: LoyaltyOptions = { loyalFromPurchases: 6, loyalFromActiveMonths: 4, newBelowDays: 90 };

/** True, false, or null where the count is missing. */
function atLeast(count: number | null, limit: number): boolean | null {
  return count === null ? null : count >= limit;
}

function judge(inputs: ScoreInputs, options: LoyaltyOptions): Score {
  const purchases = countOf(inputs, 'purchases');
  if (purchases === null) return noScore('score/missing-fact');
  if (purchases === 0) return noScore('loyalty/no-purchases');
  const established = atLeast(countOf(inputs, 'daysSinceFirstPurchase'), options.newBelowDays);
  if (established === null) return noScore('score/missing-fact');
  if (!established) return bandScore('new');
  if (purchases < options.loyalFromPurchases) return bandScore('potentially-loyal');
  const spread = atLeast(countOf(inputs, 'activeMonths'), options.loyalFromActiveMonths);
  if (spread === null) return noScore('score/missing-fact');
  return bandScore(spread ? 'loyal' : 'potentially-loyal');
}

export const loyalty: ScorerImplementation<LoyaltyOptions, null> = {
  kind: 'scorer',
  id: 'loyalty',
  version: '1',
  result: 'ordinal',
  readOptions: (json, report) => {
    const object = readObject(json, Object.keys(DEFAULTS), '', report);
    const read = (name: keyof LoyaltyOptions, unit: string): number =>
      readWhole(object, name, unit, '', report, DEFAULTS[name]) ?? DEFAULTS[name];
    return {
      loyalFromPurchases: read('loyalFromPurchases', 'purchases'),
      loyalFromActiveMonths: read('loyalFromActiveMonths', 'months'),
      newBelowDays: read('newBelowDays', 'days'),
    };
  },
  inputs: () => ['purchases', 'activeMonths', 'daysSinceFirstPurchase'],
  bands: () => ['new', 'potentially-loyal', 'loyal'],
  fit: () => null,
  readFitted: (json): json is null => json === null,
  score: judge,
};
