import type { Engine } from '../../classify/engine.js';
import type { AsOfMoment } from '../../facts/as-of.js';
import type { History } from '../../facts/history.js';
import type { Entry } from '../../facts/reading.js';
import type { Day } from '../../internal/days.js';
import type { FactValue } from '../../model/types.js';
import type { Redecide } from '../../classify/redecide.js';
import type { LookAhead } from '../../classify/outlook.js';
import type { Classification } from '../../classify/types.js';
import type { Slots } from '../../rules/types.js';
import type { Again } from '../again.js';
import type { Naming } from '../naming.js';
import type { ReasonOf } from '../reason.js';
import type { SlotsOf } from '../slots.js';
import type { Changeables } from './means.js';

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

/** What is explained, and what is known of it already. */
export interface Explained {
  readonly engine: Engine;
  readonly redecide: Redecide;
  readonly slotsOf: SlotsOf;
  readonly changeables: Changeables;
  readonly look: LookAhead;
  readonly naming: Naming;
  readonly result: Classification;
  readonly slots: Slots;
  readonly reasonOf: ReasonOf;
  /** Absent where there is no record: then only facts are changed. */
  readonly again: Again | undefined;
}
