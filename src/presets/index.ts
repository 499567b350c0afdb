/**
 * Ready policies, to be used as they are or adapted with `policyFrom`.
 *
 * @module clientele/presets
 */

export { pharmaDealer } from './pharma-dealer.js';
export { retail } from './retail.js';
export { rfm } from './rfm.js';
export { rfmBraze } from './rfm-braze.js';
export { rfmEight } from './rfm-eight.js';
export { rfmKlaviyo } from './rfm-klaviyo.js';
export { rfmPutler } from './rfm-putler.js';
export { rfmR } from './rfm-r.js';
