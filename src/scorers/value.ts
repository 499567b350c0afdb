import type { Cut } from './cut.js';
import { numericScorer } from './numeric-scorer.js';
import type { PeersSpec } from './peers.js';

/** How much a customer is worth: one amount, cut into bands. Options as a policy writes them. */
export interface ValueSpec {
  readonly scorer: 'value';
  /** The path of the fact that is the value; `netSpend` by default. */
  readonly of?: string;
  readonly cut?: Cut;
  /** One name for each class, the lowest first; `low`, (`medium`,) `high` by default. */
  readonly bands?: readonly string[];
  readonly peers?: PeersSpec;
}

export const value = numericScorer({
  id: 'value',
  version: '1',
  input: 'netSpend',
  inputIsOption: true,
  valueType: 'input',
  valueOf: (fact) => fact,
});
