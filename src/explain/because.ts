import type { PlannedRule } from '../policy/plan.js';
import type { Slots } from '../rules/types.js';
import type { ReasonOf } from './reason.js';
import { sufficientConditions } from './sufficient.js';
import type { Reason } from './types.js';

/** Conditions of the winning rule that are enough for it to hold; none where no rule won. */
export function becauseOf(winner: PlannedRule | undefined, slots: Slots, reasonOf: ReasonOf): readonly Reason[] {
  return winner === undefined ? [] : sufficientConditions(winner.tree, slots).map(reasonOf);
}
