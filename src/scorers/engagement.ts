import type { Text } from '../errors/json.js';
import { cardScorer } from './card/card-scorer.js';
import { readCard, readMissing } from './card/read-card.js';
import { readGroups } from './card/read-groups.js';
import type { ConditionItemSpec, CountedItemSpec, GateSpec, MissingPoints } from './card/types.js';
import type { Cut } from './cut.js';
import { readObject } from './options.js';

/** What is counted together. As a policy writes it. */
export interface EngagementGroupSpec {
  readonly id: string;
  readonly label?: Text;
  readonly note?: string;
  /** The most points that it may give. */
  readonly cap?: number;
  readonly items: readonly (CountedItemSpec | ConditionItemSpec)[];
}

/** How much a customer does with us, in points. Options as a policy writes them. */
export interface EngagementSpec {
  readonly scorer: 'engagement';
  readonly groups: readonly EngagementGroupSpec[];
  /** What becomes of items that are not known, where they do not say; `unknown` by default. */
  readonly missing?: MissingPoints;
  readonly cap?: number;
  readonly floor?: number;
  /** Asked last, in this order. */
  readonly gates?: readonly GateSpec[];
  readonly cut?: Cut;
  /** One name for each class, the lowest first; letters by default, of which A is the best. */
  readonly bands?: readonly string[];
}

export const engagement = cardScorer({
  id: 'engagement',
  readOptions: (json, report) => {
    const object = readObject(json, ['groups', 'missing', 'cap', 'floor', 'gates', 'cut', 'bands'], '', report);
    const missing = readMissing(object, ['unknown', 'penalise'], 'unknown', report);
    return readCard(object, readGroups(object, { kinds: ['counted', 'condition'], missing }, report), 100, report);
  },
});
