import { readCut } from './read-cut.js';
import type { Cut } from './cuts/types.js';
import { numericScorer } from './numeric-scorer.js';
import type { PeersSpec } from './peers.js';

/** In which band any one figure of a customer lies. Options as a policy writes them. */
export interface BandsSpec {
  readonly scorer: 'bands';
  /** The path of the fact. */
  readonly of: string;
  readonly cut: Cut;
  /** One name for each class, the lowest first; `low`, (`medium`,) `high` by default. */
  readonly bands?: readonly string[];
  readonly peers?: PeersSpec;
}

export const bands = numericScorer({
  id: 'bands',
  version: '1',
  input: undefined,
  inputIsOption: true,
  cutOption: {
    name: 'cut',
    read: (json, report) => {
      if (json !== undefined) return readCut(json, '/cut', report);
      report('/cut', '`cut` says where the classes are divided: add it');
      return undefined;
    },
  },
  valueType: 'input',
  valueOf: (fact) => fact,
});
