import { bandScore, countOf, limitAxis, noScore } from '../inputs.js';
import { monotoneIn } from '../monotone.js';
import { readObject, readWhole } from '../options.js';
import type { Score, ScoreInputs } from '../scorer.js';
import type { LoyaltyMode } from './mode.js';

/** Loyal, potentially loyal or new, by how often and how steadily was bought. Options as a policy writes them. */
export interface PurchasesLoyaltySpec {
  readonly scorer: 'loyalty';
  readonly mode?: 'purchases';
  /** Loyal customers have at least so many purchases in the window; 6 by default. */
  readonly loyalFromPurchases?: number;
  /** Loyal customers bought in at least so many calendar months of the window; 4 by default. */
  readonly loyalFromActiveMonths?: number;
  /** A customer whose first purchase is fewer days ago is new; 90 by default. */
  readonly newBelowDays?: number;
}

type PurchasesOptions = Required<Omit<PurchasesLoyaltySpec, 'scorer' | 'mode'>>;

const DEFAULTS: PurchasesOptions = { loyalFromPurchases: 6, loyalFromActiveMonths: 4, newBelowDays: 90 };

function judge(inputs: ScoreInputs, options: PurchasesOptions): Score {
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

export const byPurchases: LoyaltyMode<PurchasesOptions, null> = {
  result: 'ordinal',
  readOptions: (json, report) => {
    const object = readObject(json, ['mode', ...Object.keys(DEFAULTS)], '', report);
    const read = (name: keyof PurchasesOptions, unit: string): number => readWhole(object, name, unit, '', report, DEFAULTS[name]) ?? DEFAULTS[name];
    return {
      loyalFromPurchases: read('loyalFromPurchases', 'purchases'),
      loyalFromActiveMonths: read('loyalFromActiveMonths', 'months'),
      newBelowDays: read('newBelowDays', 'days'),
    };
  },
  inputs: () => ['purchases', 'activeMonths', 'daysSinceFirstPurchase'],
  bands: () => ['new', 'potentially-loyal', 'loyal'],
  monotone: () => monotoneIn([['purchases', 'up'], ['activeMonths', 'up'], ['daysSinceFirstPurchase', 'up']]),
  fit: () => null,
  readFitted: (json): json is null => json === null,
  score: judge,
};
