import type { Engine } from '../../classify/engine.js';
import type { AsOfMoment } from '../../facts/as-of.js';
import type { History } from '../../facts/history.js';
import type { Entry } from '../../facts/reading.js';
import type { Day } from '../../internal/days.js';
import type { FactValue } from '../../model/types.js';

/** The customer whose segment is to change, as of the day of the classification. */
export interface Subject {
  readonly engine: Engine;
  readonly record: Entry;
  readonly history: History;
  readonly asOf: AsOfMoment;
  readonly day: Day;
  /** Decimal digits of the currency. */
  readonly exponent: number;
  /** What the classification says of a fact. */
  readonly valueOf: (fact: string) => FactValue;
}
