import type { Cut } from './cut.js';
import { numericScorer } from './numeric-scorer.js';
import type { PeersSpec } from './peers.js';

/** How often a customer buys: one count, cut into bands. Options as a policy writes them. */
export interface FrequencySpec {
  readonly scorer: 'frequency';
  /** The path of the fact that is counted; `purchases` by default. */
  readonly of?: string;
  readonly cut?: Cut;
  /** One name for each class, the lowest first; `low`, (`medium`,) `high` by default. */
  readonly bands?: readonly string[];
  readonly peers?: PeersSpec;
}

export const frequency = numericScorer({
  id: 'frequency',
  version: '1',
  input: 'purchases',
  inputIsOption: true,
  valueType: 'input',
  valueOf: (fact) => fact,
});
