import type { PlannedRule, PolicyPlan } from '../policy/plan.js';
import { evaluate } from '../rules/evaluate.js';
import type { Slots } from '../rules/types.js';
import type { Naming } from './naming.js';
import { toldApart, type ReasonOf } from './reason.js';
import { outcomeWithConditions, sufficientConditions } from './sufficient.js';
import type { Explanation } from './types.js';

/** The rules that were tried before the one that won; all of them where none did. */
export function triedBefore(plan: PolicyPlan, winner: PlannedRule | undefined): readonly PlannedRule[] {
  if (winner === undefined) return plan.rules;
  if (plan.hitPolicy === 'first') return plan.rules.slice(0, plan.rules.indexOf(winner));
  return plan.rules.filter((rule) => rule !== winner);
}

/** For each rule that was tried and holds beside the one that won: conditions that are enough for it. None was tried before the first that holds. */
export function alsoHoldingOf({ hitPolicy }: PolicyPlan, tried: readonly PlannedRule[], slots: Slots, reasonOf: ReasonOf): Explanation['alsoHolding'] {
  if (hitPolicy === 'first') return [];
  return tried.flatMap(({ segment, tree }) => (evaluate(tree, slots) === true ? [{ segment, reasons: sufficientConditions(tree, slots).map(reasonOf) }] : []));
}

/** For each rule that was tried and does not hold: the conditions that keep it false, or the missing facts that leave it unknown. */
export function passedOverOf(tried: readonly PlannedRule[], naming: Naming, slots: Slots, reasonOf: ReasonOf): Explanation['passedOver'] {
  return tried.flatMap(({ segment, tree }): Explanation['passedOver'] => {
    const { outcome, conditions } = outcomeWithConditions(tree, slots);
    if (outcome === true) return [];
    if (outcome === false) return [{ segment, reasons: conditions.map(reasonOf), missing: [] }];
    const { reasons, missing } = toldApart(conditions, naming, slots, reasonOf);
    return [{ segment, reasons, missing }];
  });
}
