import type { Json } from '../../errors/json.js';
import type { ScorerImplementation } from '../scorer.js';

/** One way to tell how loyal a customer is: all that a scorer does, with options of its own. */
export type LoyaltyMode<Options = unknown, Fitted extends Json = Json> = Omit<ScorerImplementation<Options, Fitted>, 'kind' | 'id' | 'version'>;
