import type { Text } from '../errors/json.js';
import { cardScorer } from './card/card-scorer.js';
import { readCard, readMissing, readOutOf } from './card/read-card.js';
import { readGroups } from './card/read-groups.js';
import type { ConditionItemSpec, CountedItemSpec, GateSpec, MarkedItemSpec, MissingItem } from './card/types.js';
import type { Cut } from './cut.js';
import { readObject } from './options.js';

/** Items that are weighed together. As a policy writes it. */
export interface ScorecardGroupSpec {
  readonly id: string;
  readonly label?: Text;
  readonly note?: string;
  /** Its weight beside the other groups. Only for a group with marked items. */
  readonly weight?: number;
  /** The most points that it may give. */
  readonly cap?: number;
  readonly items: readonly (MarkedItemSpec | CountedItemSpec | ConditionItemSpec)[];
}

/** A customer by weighted marks and signed points, with caps and gates. Options as a policy writes them. */
export interface ScorecardSpec {
  readonly scorer: 'scorecard';
  /** The points for full marks everywhere; 100 by default. */
  readonly outOf?: number;
  readonly groups: readonly ScorecardGroupSpec[];
  /** What becomes of items that are not known, where they do not say; `unknown` by default. */
  readonly missing?: MissingItem;
  readonly cap?: number;
  readonly floor?: number;
  /** Asked last, in this order. */
  readonly gates?: readonly GateSpec[];
  readonly cut?: Cut;
  /** One name for each class, the lowest first; letters by default, of which A is the best. */
  readonly bands?: readonly string[];
}

export const scorecard = cardScorer({
  id: 'scorecard',
  readOptions: (json, report) => {
    const object = readObject(json, ['outOf', 'groups', 'missing', 'cap', 'floor', 'gates', 'cut', 'bands'], '', report);
    const missing = readMissing(object, ['unknown', 'penalise', 'redistribute'], 'unknown', report);
    const groups = readGroups(object, { kinds: ['marked', 'counted', 'condition'], missing }, report);
    return readCard(object, groups, readOutOf(object, report), report);
  },
});
