import { bandScore, countOf, limitAxis, noScore } from './inputs.js';
import { member, readObject, readWhole } from './options.js';
import type { Axis, Score, ScoreInputs, ScorerImplementation } from './scorer.js';

/** Where a customer is in the life of the relation. Options as a policy writes them. */
export interface LifecycleStageSpec {
  readonly scorer: 'lifecycle-stage';
  /** Without a purchase for so many days a customer is at risk. */
  readonly atRiskFromDays: number;
  /** Without a purchase for so many days a customer is lapsed; more than `atRiskFromDays`. */
  readonly lapsedFromDays: number;
  /** A customer whose first purchase is fewer days ago is too new to judge; nobody is where this is absent. */
  readonly tooNewBelowDays?: number;
}

interface LifecycleOptions {
  readonly atRiskFromDays: number;
  readonly lapsedFromDays: number;
  readonly tooNewBelowDays: number | undefined;
}

/** What is known of a customer's purchase days; null is missing. */
interface PurchaseDays {
  readonly sinceLast: number;
  readonly sinceFirst: number | null;
  readonly lastGap: number | null;
}

/** True where the first purchase is fewer days ago than the limit; null where that is not known. */
function isTooNew({ sinceLast, sinceFirst, lastGap }: PurchaseDays, limit: number): boolean | null {
  if (sinceFirst !== null) return sinceFirst < limit;
  // The first purchase is at least as long ago as each later one.
  return sinceLast + (lastGap ?? 0) >= limit ? false : null;
}

/** True where all purchases were made on one day; null where that is not known. */
function isFirstTime({ sinceLast, sinceFirst, lastGap }: PurchaseDays, purchases: number | null): boolean | null {
  if (purchases === 1) return true;
  if (sinceFirst !== null) return sinceFirst === sinceLast;
  return lastGap !== null && lastGap > 0 ? false : null;
}

function tooNewAxis({ sinceFirst }: PurchaseDays, limit: number | undefined): readonly Axis[] {
  return sinceFirst === null || limit === undefined ? [] : [limitAxis('daysSinceFirstPurchase', sinceFirst, limit)];
}

function judge(inputs: ScoreInputs, options: LifecycleOptions): Score {
  const purchases = countOf(inputs, 'lifetimePurchases');
  if (purchases === 0) return bandScore('prospect');
  const sinceLast = countOf(inputs, 'daysSinceLastPurchase');
  if (sinceLast === null) return noScore('score/missing-fact');
  const days = { sinceLast, sinceFirst: countOf(inputs, 'daysSinceFirstPurchase'), lastGap: countOf(inputs, 'lastGapDays') };
  const tooNew = options.tooNewBelowDays === undefined ? false : isTooNew(days, options.tooNewBelowDays);
  if (tooNew === null) return noScore('score/missing-fact');
  if (tooNew) return bandScore('too-new', ...tooNewAxis(days, options.tooNewBelowDays));
  const silence = (limit: number): Axis => limitAxis('daysSinceLastPurchase', sinceLast, limit);
  if (sinceLast >= options.lapsedFromDays) return bandScore('lapsed', silence(options.lapsedFromDays));
  const risk = silence(options.atRiskFromDays);
  if (risk.above) return bandScore('at-risk', risk);
  const firstTime = isFirstTime(days, purchases);
  if (firstTime === null) return noScore('score/missing-fact');
  if (firstTime) return bandScore('first-time', risk);
  if (days.lastGap === null) return noScore('score/missing-fact');
  const gap = limitAxis('lastGapDays', days.lastGap, options.lapsedFromDays);
  return gap.above ? bandScore('reactivated', gap, risk) : bandScore('active', risk);
}

export const lifecycleStage: ScorerImplementation<LifecycleOptions, null> = {
  kind: 'scorer',
  id: 'lifecycle-stage',
  version: '1',
  result: 'nominal',
  readOptions: (json, report) => {
    const object = readObject(json, ['atRiskFromDays', 'lapsedFromDays', 'tooNewBelowDays'], '', report);
    const atRiskFromDays = readWhole(object, 'atRiskFromDays', 'days', '', report);
    const lapsedFromDays = readWhole(object, 'lapsedFromDays', 'days', '', report);
    const hasTooNew = member(object, 'tooNewBelowDays') !== undefined;
    if (atRiskFromDays !== undefined && lapsedFromDays !== undefined && atRiskFromDays >= lapsedFromDays) {
      report('/lapsedFromDays', `\`lapsedFromDays\` must be more than \`atRiskFromDays\`, ${atRiskFromDays}: at risk comes before lapsed`);
    }
    return {
      atRiskFromDays: atRiskFromDays ?? 1,
      lapsedFromDays: lapsedFromDays ?? 2,
      tooNewBelowDays: hasTooNew ? readWhole(object, 'tooNewBelowDays', 'days', '', report) : undefined,
    };
  },
  inputs: () => ['lifetimePurchases', 'daysSinceLastPurchase', 'daysSinceFirstPurchase', 'lastGapDays'],
  bands: () => ['prospect', 'too-new', 'first-time', 'active', 'at-risk', 'lapsed', 'reactivated'],
  fit: () => null,
  readFitted: (json): json is null => json === null,
  score: judge,
};
