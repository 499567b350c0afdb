import type { Cut } from './cuts/types.js';
import { numericScorer } from './numeric-scorer.js';
import type { PeersSpec } from './peers.js';
import { readCut } from './read-cut.js';

/** How long ago a customer last bought: days, of which fewer are better. Options as a policy writes them. */
export interface RecencySpec {
  readonly scorer: 'recency';
  /** The path of the fact that counts days; `daysSinceLastPurchase` by default. */
  readonly of?: string;
  /** Fewer days are better without saying so: stated lines fall, as in `{ fixed: [180, 60] }`. */
  readonly cut?: Cut;
  /** One name for each class, the longest ago first; `low`, (`medium`,) `high` by default. */
  readonly bands?: readonly string[];
  readonly peers?: PeersSpec;
}

export const recency = numericScorer({
  id: 'recency',
  version: '1',
  input: 'daysSinceLastPurchase',
  inputIsOption: true,
  types: ['days', 'count', 'number'],
  cutOption: {
    name: 'cut',
    isOptional: true,
    read: (json, report) => {
      const cut = json === undefined ? undefined : readCut(json, '/cut', report, 'lower');
      if (cut !== undefined && cut.better !== 'lower') report('/cut/better', '`recency` counts days, of which fewer are better: remove `better`');
      return cut;
    },
  },
  valueType: 'input',
  // A day that is still to come is no time since.
  valueOf: (days) => (days < 0 ? 'score/out-of-range' : days),
});
