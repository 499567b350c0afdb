import { bandScore, countOf, limitAxis, noScore } from './inputs.js';
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

function judge(inputs: ScoreInputs, options: LoyaltyOptions): Score {
  const purchases = countOf(inputs, 'purchases');
  if (purchases === null) return noScore('score/missing-fact');
  if (purchases === 0) return noScore('loyalty/no-purchases');
  const sinceFirst = countOf(inputs, 'daysSinceFirstPurchase');
  if (sinceFirst === null) return noScore('score/missing-fact');
  const age = limitAxis('daysSinceFirstPurchase', sinceFirst, options.newBelowDays);
  if (!age.above) return bandScore('new', age);
  const often = limitAxis('purchases', purchases, options.loyalFromPurchases);
  if (!often.above) return bandScore('potentially-loyal', often);
  const months = countOf(inputs, 'activeMonths');
  if (months === null) return noScore('score/missing-fact');
  const steady = limitAxis('activeMonths', months, options.loyalFromActiveMonths);
  return steady.above ? bandScore('loyal', often, steady) : bandScore('potentially-loyal', steady);
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
