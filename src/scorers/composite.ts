import { cardScorer } from './card/card-scorer.js';
import { readCard, readMissing, readOutOf } from './card/read-card.js';
import { readItems, type ReadGroup } from './card/read-groups.js';
import type { MarkBy } from './card/marks.js';
import type { GateSpec, MarkedItemSpec, MissingItem } from './card/types.js';
import type { Cut } from './cut.js';
import { member, readObject } from './options.js';

/** A score, a rating or a fact that is part of a composite. As a policy writes it. */
export type CompositePartSpec = Omit<MarkedItemSpec, 'marks'> & {
  /** How it becomes marks, 0 to 100; `{ "target": 100 }` by default, which takes a score of 0 to 100 as it is. */
  readonly marks?: MarkBy;
};

/** Several scores as one: what was counted first, what people judge beside it, gates last. Options as a policy writes them. */
export interface CompositeSpec {
  readonly scorer: 'composite';
  /** The points for full marks everywhere; 100 by default. */
  readonly outOf?: number;
  /** What is counted. A composite without it is not known, save where a part says otherwise. */
  readonly quantitative: readonly CompositePartSpec[];
  /** What people judge. */
  readonly qualitative?: readonly CompositePartSpec[];
  /** What becomes of judgements that are not known, where they do not say; `unknown` by default. */
  readonly missing?: MissingItem;
  /** Asked last, in this order. */
  readonly gates?: readonly GateSpec[];
  readonly cut?: Cut;
  /** One name for each class, the lowest first; letters by default, of which A is the best. */
  readonly bands?: readonly string[];
}

const AS_IT_IS: MarkBy = { target: 100 };

export const composite = cardScorer({
  id: 'composite',
  readOptions: (json, report) => {
    const object = readObject(json, ['outOf', 'quantitative', 'qualitative', 'missing', 'gates', 'cut', 'bands'], '', report);
    const judged = readMissing(object, ['unknown', 'penalise', 'redistribute'], 'unknown', report);
    const read = (name: 'quantitative' | 'qualitative', missing: MissingItem) => readItems(object, name, '', { kinds: ['marked'], missing, marks: AS_IT_IS }, report);
    const items = [...read('quantitative', 'unknown'), ...(member(object, 'qualitative') === undefined ? [] : read('qualitative', judged))];
    // Every part weighs beside every other, whichever side it is on.
    const all: ReadGroup = { id: '', label: undefined, weight: 1, cap: undefined, items, pointer: '' };
    return readCard(object, [all], readOutOf(object, report), report);
  },
});
