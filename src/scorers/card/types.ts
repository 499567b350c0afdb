import type { Json, Text } from '../../errors/json.js';
import type { Fraction } from '../../internal/fraction.js';
import type { Cut } from '../cut.js';
import type { MarkBy, Marking } from './marks.js';

/** What becomes of an item that is not known: no score, the least that it could count, or its weight shared among the others. */
export type MissingItem = 'unknown' | 'penalise' | 'redistribute';

/** The same where there are no weights to share. */
export type MissingPoints = Exclude<MissingItem, 'redistribute'>;

/** A fact or score that is marked from 0 to 100 and weighs. As a policy writes it. */
export interface MarkedItemSpec {
  /** What its line is called; the path in `of` by default. */
  readonly id?: string;
  readonly label?: Text;
  readonly note?: string;
  /** The path of a fact, a rating or a score. */
  readonly of: string;
  /** Its weight beside the other items. */
  readonly weight: number;
  readonly marks: MarkBy;
  /** Which end is better; `higher` by default. Not for `steps` and `bands`, which say it themselves. */
  readonly better?: 'higher' | 'lower';
  readonly missing?: MissingItem;
}

/** Points for so many of something. As a policy writes it. */
export interface CountedItemSpec {
  readonly id?: string;
  readonly label?: Text;
  readonly note?: string;
  /** The path of a count, such as the number of visits, or of a measure with `decay`. */
  readonly of: string;
  /** Points for each; may be negative. */
  readonly each: number;
  /** So many count, however many there are; 1 for once only. All do where this is absent. */
  readonly times?: number;
  /** The path of the same measure without decay: then what is lost with time is a line of its own. */
  readonly undecayed?: string;
  readonly missing?: MissingPoints;
}

/** Points where a rule holds. As a policy writes it. */
export interface ConditionItemSpec {
  readonly id: string;
  readonly label?: Text;
  readonly note?: string;
  /** The rule, in JSON Logic. */
  readonly when: Json;
  /** May be negative. */
  readonly points: number;
  readonly missing?: MissingItem;
}

/** A rule that limits or sets the result, asked last. As a policy writes it. */
export interface GateSpec {
  readonly id: string;
  readonly label?: Text;
  readonly note?: string;
  readonly when: Json;
  /** The value is set to this. */
  readonly total?: number;
  /** The value is at most this. */
  readonly most?: number;
  /** The band is at best this. */
  readonly band?: string;
  /** Where the rule is unknown: no score (the default), or as if it did not hold. */
  readonly missing?: 'unknown' | 'ignore';
}

interface Item {
  readonly id: string;
  readonly label: Text | undefined;
  readonly missing: MissingItem;
}

export interface MarkedItem extends Item {
  readonly kind: 'marked';
  readonly input: string;
  readonly marking: Marking;
  /** Its points for 100 marks. */
  readonly most: Fraction;
}

export interface CountedItem extends Item {
  readonly kind: 'counted';
  readonly input: string;
  readonly each: Fraction;
  readonly times: number | undefined;
  readonly undecayed: string | undefined;
}

/** A rule among the options, by the name under which its answer is given. */
export interface Asked {
  readonly key: string;
  readonly pointer: string;
  readonly when: Json;
}

export interface ConditionItem extends Item {
  readonly kind: 'condition';
  readonly asked: Asked;
  readonly points: Fraction;
}

export type CardItem = MarkedItem | CountedItem | ConditionItem;

export interface Group {
  readonly id: string;
  readonly label: Text | undefined;
  readonly cap: Fraction | undefined;
  readonly items: readonly CardItem[];
}

export interface Gate {
  readonly id: string;
  readonly label: Text | undefined;
  readonly asked: Asked;
  readonly effect: { readonly total: Fraction } | { readonly most: Fraction } | { readonly band: string };
  readonly isIgnoredIfUnknown: boolean;
}

/** What scorecards, composites and engagement scores are made of. */
export interface Card {
  readonly groups: readonly Group[];
  readonly cap: Fraction | undefined;
  readonly floor: Fraction | undefined;
  /** In the order in which they are asked. */
  readonly gates: readonly Gate[];
  readonly cut: Cut | undefined;
  /** Lowest class first; none without a cut. */
  readonly bands: readonly string[];
}
