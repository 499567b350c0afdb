import type { FactDrivers, Move, MoveCause } from '../../explain/moves/types.js';

/** Words for moves from one segment to another. */
export interface MoveWords {
  /** The first line. */
  readonly summary: { readonly [D in Move['direction']]: string };
  /** What led to which segment. */
  readonly causes: { readonly [C in MoveCause]: string };
  /** After what is the case: what was before. */
  readonly before: string;
  /** The same for what was missing. */
  readonly unknownBefore: string;
  /** After a line: where it was before. */
  readonly lineBefore: string;
  /** The change of a figure that is split among its drivers; and of one that is not, why. */
  readonly drivers: { readonly [D in 'heading' | 'line' | NonNullable<FactDrivers['notSplit']>]: string };
  /** What is left of a figure beside its drivers. */
  readonly rest: { readonly [F in 'netSpend' | 'grossMargin']: string };
  /** What a customer is told. */
  readonly customer: string;
}
