import type { Cut } from './cut.js';
import { shiftDecimal } from '../internal/decimal.js';
import { numericScorer } from './numeric-scorer.js';
import type { PeersSpec } from './peers.js';

/** How much of what was due a customer paid on time, 0 to 100. Options as a policy writes them. */
export interface PaymentTimelinessSpec {
  readonly scorer: 'payment-timeliness';
  /** In points: `{ fixed: [80] }` is 80 %. */
  readonly cut?: Cut;
  /** One name for each class, the lowest first; `low`, (`medium`,) `high` by default. */
  readonly bands?: readonly string[];
  readonly peers?: PeersSpec;
}

export const paymentTimeliness = numericScorer({
  id: 'payment-timeliness',
  version: '1',
  input: 'onTimePaymentRatio',
  inputIsOption: false,
  valueType: 'number',
  valueOf: (ratio) => (ratio >= 0 && ratio <= 1 ? shiftDecimal(ratio, 2) : 'score/out-of-range'),
});
