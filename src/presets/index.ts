/**
 * Ready policies, to be used as they are or adapted with `policyFrom`.
 *
 * @module clientele/presets
 */

export { abc } from './abc.js';
export { aipl } from './aipl.js';
export { customerLevels } from './customer-levels.js';
export { customerType } from './customer-type.js';
export { dealerScorecard } from './dealer-scorecard.js';
export { distributorType } from './distributor-type.js';
export { fitEngagement } from './fit-engagement.js';
export { geography } from './geography.js';
export { hubspotLifecycle } from './hubspot-lifecycle.js';
export { importance } from './importance.js';
export { industry } from './industry.js';
export { lifecycleActive } from './lifecycle-active.js';
export { lifecycleLoyal } from './lifecycle-loyal.js';
export { listedGrowth } from './listed-growth.js';
export { loyaltyClasses } from './loyalty-classes.js';
export { needType } from './need-type.js';
export { ownership } from './ownership.js';
export { pharmaDealer } from './pharma-dealer.js';
export { profitDuration } from './profit-duration.js';
export { retail } from './retail.js';
export { rfmBraze } from './rfm-braze.js';
export { rfmEight } from './rfm-eight.js';
export { rfmKlaviyo } from './rfm-klaviyo.js';
export { rfmPutler } from './rfm-putler.js';
export { rfmR } from './rfm-r.js';
export { rfm } from './rfm.js';
export { salesStages } from './sales-stages.js';
export { spendCapacity } from './spend-capacity.js';
export { spendingTier } from './spending-tier.js';
export { valuePotential } from './value-potential.js';
export { valueTier } from './value-tier.js';
export type { RfmOtherSegment } from './rfm-policy.js';
