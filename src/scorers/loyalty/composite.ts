import type { Json } from '../../errors/json.js';
import { cardScorer } from '../card/card-scorer.js';
import { readCard, readMissing } from '../card/read-card.js';
import { readItems, type ReadGroup } from '../card/read-groups.js';
import type { Card, MarkedItemSpec, MissingItem } from '../card/types.js';
import type { Cut } from '../cut.js';
import { memberOr, readObject } from '../options.js';
import type { ReportOption } from '../scorer.js';

/** How loyal a customer behaves, as an index from 0 to 100 of several facts. Options as a policy writes them. */
export interface CompositeLoyaltySpec {
  readonly scorer: 'loyalty';
  readonly mode: 'composite';
  /** Facts with their marks and weights; by default purchases, months with a purchase, days since the first purchase, and months in a row. */
  readonly items?: readonly MarkedItemSpec[];
  /** What becomes of items that are not known, where they do not say; `unknown` by default. */
  readonly missing?: MissingItem;
  readonly cut?: Cut;
  /** One name for each class, the lowest first; letters by default, of which A is the best. */
  readonly bands?: readonly string[];
}

/** What loyalty is seen by where the policy does not say. The facts are usual in the literature; targets and weights are ours, for twelve months. */
const USUAL_ITEMS: Json = [
  { of: 'purchases', weight: 40, marks: { target: 12 } },
  { of: 'activeMonthShare', weight: 30, marks: 'rating' },
  { of: 'daysSinceFirstPurchase', weight: 20, marks: { target: 730 } },
  { of: 'purchaseStreakMonths', weight: 10, marks: { target: 6 } },
];

function readComposite(json: Json, report: ReportOption): Card {
  const object = readObject(json, ['mode', 'items', 'missing', 'cut', 'bands'], '', report);
  const missing = readMissing(object, ['unknown', 'penalise', 'redistribute'], 'unknown', report);
  const items = readItems({ items: memberOr(object, 'items', USUAL_ITEMS) }, 'items', '', { kinds: ['marked'], missing }, report);
  const all: ReadGroup = { id: '', label: undefined, weight: 1, cap: undefined, items, pointer: '' };
  return readCard(object, [all], 100, report);
}

export const byComposite = cardScorer({ id: 'loyalty', readOptions: readComposite });
