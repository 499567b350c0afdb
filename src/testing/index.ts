/**
 * What unit tests of a policy need.
 *
 * @module clientele/testing
 */

export { boundaryCases, type BoundaryCase } from './boundary-cases.js';
export type { Side } from './boundary/turns.js';
export { checkOperator } from './check-operator.js';
export { checkScorer, type ScorerExample } from './check-scorer.js';
export { buildRecord, type RecordParts } from './build-record.js';
export { rfmReach, type RfmReach } from './rfm-reach.js';
export { testPolicy, type PolicyCase, type PolicyCaseResult } from './test-policy.js';
