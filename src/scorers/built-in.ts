import { abc, type AbcSpec } from './abc.js';
import { bands, type BandsSpec } from './bands.js';
import { bostonQuadrant, type BostonQuadrantSpec } from './boston-quadrant.js';
import { category, type CategorySpec } from './category.js';
import { composite, type CompositeSpec } from './composite.js';
import { engagement, type EngagementSpec } from './engagement.js';
import { frequency, type FrequencySpec } from './frequency.js';
import { lapse, type LapseSpec } from './lapse.js';
import { lifecycleStage, type LifecycleStageSpec } from './lifecycle-stage.js';
import { loyalty, type LoyaltySpec } from './loyalty.js';
import { matrix, type MatrixSpec } from './matrix.js';
import { need, type NeedSpec } from './need.js';
import { paymentTimeliness, type PaymentTimelinessSpec } from './payment-timeliness.js';
import { recency, type RecencySpec } from './recency.js';
import { rfm } from './rfm.js';
import type { RfmSpec } from './rfm/types.js';
import { scorecard, type ScorecardSpec } from './scorecard.js';
import type { ScorerImplementation } from './scorer.js';
import { value, type ValueSpec } from './value.js';

/** What a policy may write for a score of the library's own. */
export type BuiltInScoreSpec =
  | AbcSpec
  | BandsSpec
  | BostonQuadrantSpec
  | CategorySpec
  | CompositeSpec
  | EngagementSpec
  | FrequencySpec
  | LapseSpec
  | LifecycleStageSpec
  | LoyaltySpec
  | MatrixSpec
  | NeedSpec
  | PaymentTimelinessSpec
  | RecencySpec
  | RfmSpec
  | ScorecardSpec
  | ValueSpec;

/** The ids of the scorers that the library brings. */
export type BuiltInScorerId = BuiltInScoreSpec['scorer'];

/** The scorers of the library by id. Look one up with `Object.hasOwn`: an id comes from a policy. */
export const BUILT_IN_SCORERS: { readonly [Id in BuiltInScorerId]: ScorerImplementation } = Object.freeze({
  abc,
  bands,
  'boston-quadrant': bostonQuadrant,
  category,
  composite,
  engagement,
  frequency,
  lapse,
  'lifecycle-stage': lifecycleStage,
  loyalty,
  matrix,
  need,
  'payment-timeliness': paymentTimeliness,
  recency,
  rfm,
  scorecard,
  value,
});

/** The built-in scorer of an id; undefined for any other text. */
export function builtInScorer(id: string): ScorerImplementation | undefined {
  const table: { readonly [id: string]: ScorerImplementation } = BUILT_IN_SCORERS;
  return Object.hasOwn(table, id) ? table[id] : undefined;
}
