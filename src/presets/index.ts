/**
 * Two ready policies, to be used as they are or adapted with `policyFrom`.
 *
 * @module clientele/presets
 */

export { pharmaDealer } from './pharma-dealer.js';
export { retail } from './retail.js';
