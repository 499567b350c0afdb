import type { Cut } from './cuts/types.js';
import { numericScorer } from './numeric-scorer.js';
import type { PeersSpec } from './peers.js';
import { readShares } from './read-cut.js';

/** How much of the total a customer and all larger ones make up together: A, B or C. Options as a policy writes them. */
export interface AbcSpec {
  readonly scorer: 'abc';
  /** The path of the fact that is added up; `netSpend` by default. */
  readonly of?: string;
  /** Shares of the total, rising: `[0.8, 0.95]` by default. A makes up the first share, B what is between it and the second, C the rest. */
  readonly shares?: readonly number[];
  /** One name for each class, the lowest first: `C`, `B`, `A` by default, and so on for more shares. */
  readonly bands?: readonly string[];
  readonly peers?: PeersSpec;
}

const USUAL: Cut = { pareto: [0.8, 0.95] };
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

export const abc = numericScorer({
  id: 'abc',
  version: '1',
  input: 'netSpend',
  inputIsOption: true,
  cutOption: {
    name: 'shares',
    read: (json, report) => {
      if (json === undefined) return USUAL;
      const pareto = readShares(json);
      if (pareto !== null) return { pareto };
      report('/shares', '`shares` must be a list of rising shares between 0 and 1, such as [0.8, 0.95]');
      return undefined;
    },
    bands: (classes) => (classes > LETTERS.length ? undefined : Array.from(LETTERS.slice(0, classes)).reverse()),
  },
  valueType: 'input',
  valueOf: (fact) => fact,
});
