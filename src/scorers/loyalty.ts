import type { Json } from '../errors/json.js';
import { byAttitude, type AttitudeLoyaltySpec } from './loyalty/attitude.js';
import { byComposite, type CompositeLoyaltySpec } from './loyalty/composite.js';
import { byLadder, type LadderLoyaltySpec } from './loyalty/ladder.js';
import type { LoyaltyMode } from './loyalty/mode.js';
import { byPurchases, type PurchasesLoyaltySpec } from './loyalty/purchases.js';
import { byShareOfWallet, byWalletAllocation, type ShareOfWalletLoyaltySpec, type WalletAllocationLoyaltySpec } from './loyalty/wallet.js';
import { readMode } from './options.js';
import type { ScorerImplementation } from './scorer.js';

/** How loyal a customer is. Options as a policy writes them: `mode` says what loyalty is told by, and each mode has its own. */
export type LoyaltySpec =
  | PurchasesLoyaltySpec
  | CompositeLoyaltySpec
  | AttitudeLoyaltySpec
  | LadderLoyaltySpec
  | ShareOfWalletLoyaltySpec
  | WalletAllocationLoyaltySpec;

type ModeName = NonNullable<LoyaltySpec['mode']>;

const MODES: { readonly [M in ModeName]: LoyaltyMode } = {
  purchases: byPurchases,
  composite: byComposite,
  attitude: byAttitude,
  ladder: byLadder,
  'share-of-wallet': byShareOfWallet,
  'wallet-allocation': byWalletAllocation,
};
const NAMES = Object.keys(MODES) as readonly ModeName[];

interface LoyaltyOptions {
  readonly by: LoyaltyMode;
  /** What the mode read: it is given back to that mode only. */
  readonly options: unknown;
}

export const loyalty: ScorerImplementation<LoyaltyOptions> = {
  kind: 'scorer',
  id: 'loyalty',
  version: '1',
  result: 'ordinal',
  resultOf: ({ by }) => by.result,
  readOptions: (json: Json, all, id) => {
    const { mode, report } = readMode(json, NAMES, 'purchases', all);
    const by = MODES[mode];
    return { by, options: by.readOptions(json, report, id) };
  },
  inputs: ({ by, options }) => by.inputs(options),
  inputTypes: ({ by, options }) => by.inputTypes?.(options) ?? {},
  conditions: ({ by, options }) => by.conditions?.(options) ?? [],
  inputValues: ({ by, options }) => by.inputValues?.(options) ?? {},
  someValues: ({ by, options }) => by.someValues?.(options) ?? {},
  bands: ({ by, options }) => by.bands(options),
  peersBy: ({ by, options }) => by.peersBy?.(options),
  monotone: ({ by, options }) => by.monotone?.(options) ?? {},
  valueType: ({ by, options }) => by.valueType?.(options) ?? 'number',
  partLabels: ({ by, options }) => by.partLabels?.(options) ?? {},
  fit: ({ by, options }) => by.fit(options),
  readFitted: (json, { by, options }): json is Json => by.readFitted(json, options),
  score: (inputs, { by, options }, fitted) => by.score(inputs, options, fitted),
};
