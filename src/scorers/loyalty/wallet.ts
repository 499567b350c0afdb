// Loyalty as a share of what a customer spends with everybody: counted, or estimated by our rank.
import { isJsonObject, type JsonObject } from '../../errors/json.js';
import { fractionOf, times } from '../../internal/fraction.js';
import { less, ONE, over } from '../card/exact.js';
import { tell, type Told } from '../card/lines.js';
import type { Cut, FittedCut } from '../cut.js';
import { columnOf, noScore, numberOf } from '../inputs.js';
import { numericScorer, type NumericOptions } from '../numeric-scorer.js';
import { readPath } from '../options.js';
import type { PeerFit, PeersSpec } from '../peers.js';
import type { ScoreReason } from '../reason-codes.js';
import { TOTAL, type ScoreColumns, type ScoreInputs } from '../scorer.js';
import type { LoyaltyMode } from './mode.js';

/** What a customer spends with us of all that it spends on such goods. Options as a policy writes them. */
export interface ShareOfWalletLoyaltySpec {
  readonly scorer: 'loyalty';
  readonly mode: 'share-of-wallet';
  /** The path of the share, 1 for all; `shareOfWallet` by default. */
  readonly of?: string;
  readonly cut?: Cut;
  /** One name for each class, the lowest first; `low`, (`medium`,) `high` by default. */
  readonly bands?: readonly string[];
  readonly peers?: PeersSpec;
}

/** The share of wallet as the wallet allocation rule estimates it. Options as a policy writes them. */
export interface WalletAllocationLoyaltySpec {
  readonly scorer: 'loyalty';
  readonly mode: 'wallet-allocation';
  /** The path of our rank among the brands that the customer uses: 1 for the first, 1.5 for two that share the first place. */
  readonly rank: string;
  /** The path of how many brands of such goods the customer uses, ours included. */
  readonly brands: string;
  readonly cut?: Cut;
  /** One name for each class, the lowest first; `low`, (`medium`,) `high` by default. */
  readonly bands?: readonly string[];
  readonly peers?: PeersSpec;
}

export const byShareOfWallet = numericScorer({ id: 'loyalty', version: '1', input: 'shareOfWallet', inputIsOption: true, types: ['ratio', 'number'], alsoKnown: ['mode'], valueType: 'input', valueOf: (share) => share });

/** Cuts the share that the rule gives, which is no fact. */
const allocated = numericScorer({ id: 'loyalty', version: '1', input: TOTAL, inputIsOption: false, alsoKnown: ['mode', 'rank', 'brands'], valueType: 'ratio', valueOf: (share) => share });

interface AllocationOptions {
  readonly rank: string;
  readonly brands: string;
  readonly own: NumericOptions;
}

/**
 * The share by the rule, (1 − rank ÷ (n + 1)) · 2 ÷ n, in two lines: what each of n brands has where all are alike, and what the rank adds to it or
 * takes from it.
 */
function shareOf({ rank, brands }: AllocationOptions, inputs: ScoreInputs): Told | ScoreReason {
  const [place, n] = [numberOf(inputs, rank), numberOf(inputs, brands)];
  if (place === null || n === null) return 'score/missing-fact';
  if (!Number.isSafeInteger(n) || place < 1 || place > n) return 'score/out-of-range';
  const count = fractionOf(n);
  const alike = over(ONE, count);
  const share = times(less(ONE, over(fractionOf(place), fractionOf(n + 1))), over(fractionOf(2), count));
  return tell([{ id: brands, points: alike }, { id: rank, points: less(share, alike) }]);
}

/** The shares of a population, as a column; null where one cannot be told. */
function sharesOf(options: AllocationOptions, columns: ScoreColumns): readonly (number | null)[] {
  const { rank, brands } = options;
  const [ranks, counts] = [columnOf(columns, rank), columnOf(columns, brands)];
  return ranks.map((place, row) => {
    const share = shareOf(options, { [rank]: place, [brands]: counts[row] ?? null });
    return typeof share === 'string' ? null : share.value;
  });
}

export const byWalletAllocation: LoyaltyMode<AllocationOptions, PeerFit<FittedCut>> = {
  result: 'numeric',
  readOptions: (json, report) => {
    const own = allocated.readOptions(json, report);
    const object: JsonObject = isJsonObject(json) ? json : {};
    return { rank: readPath(object, 'rank', '', report), brands: readPath(object, 'brands', '', report), own };
  },
  inputs: ({ rank, brands, own: { peers } }) => [...new Set([rank, brands, ...(peers === undefined ? [] : [peers.by])])],
  inputTypes: ({ rank, brands }) => ({ [rank]: ['number', 'count'], [brands]: ['count', 'number'] }),
  bands: ({ own }) => own.bands,
  peersBy: ({ own: { peers } }) => peers?.by,
  valueType: () => 'ratio',
  fit: (options) => {
    const fit = allocated.fit(options.own);
    return fit === null ? null : (columns, find) => fit({ ...columns, [TOTAL]: sharesOf(options, columns) }, find);
  },
  readFitted: (json, { own }): json is PeerFit<FittedCut> | null => allocated.readFitted(json, own),
  score: (inputs, options, fitted) => {
    const share = shareOf(options, inputs);
    if (typeof share === 'string') return noScore(share);
    const { value, contributions } = share;
    return { ...allocated.score({ ...inputs, [TOTAL]: value }, options.own, fitted), contributions };
  },
};
