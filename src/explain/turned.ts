import type { Outlook } from '../classify/outlook.js';
import type { PlannedRule, PolicyPlan } from '../policy/plan.js';
import { conditionsOf } from '../rules/conditions.js';
import { evaluate } from '../rules/evaluate.js';
import type { RuleNode, Slots } from '../rules/types.js';
import type { Naming } from './naming.js';
import { createReasons } from './reason.js';
import { outcomeWithConditions } from './sufficient.js';
import type { Reason } from './types.js';

/** An override that comes into force, or is no longer. It stands in the record, so its pointer is one into that. */
function ofOverride(before: Outlook, after: Outlook): Reason | undefined {
  const place = { pointer: '/override', fact: 'override', type: 'text' } as const;
  const { override } = after;
  if (before.override === undefined && override !== undefined) return { code: 'reason/overridden', ...place, actual: override.actor, required: override.reason };
  return before.override !== undefined && override === undefined ? { code: 'reason/override-ended', ...place, actual: before.segment } : undefined;
}

/** Of a rule that came to something else, the first condition that did, those first that are enough for it. */
function turnedIn(tree: RuleNode, before: Slots, after: Slots): RuleNode | undefined {
  const isOther = (node: RuleNode): boolean => evaluate(node, before) !== evaluate(node, after);
  if (!isOther(tree)) return undefined;
  return [...outcomeWithConditions(tree, after).conditions, ...conditionsOf(tree)].find(isOther) ?? tree;
}

/** The condition by which a customer came into another segment: of the rule that now wins, of the one that did, or of any that was tried. */
export function turnedBy(plan: PolicyPlan, naming: Naming, before: Outlook, after: Outlook): Reason | undefined {
  const override = ofOverride(before, after);
  if (override !== undefined) return override;
  const rules: readonly (PlannedRule | undefined)[] = [after.decision.winner, before.decision.winner, ...plan.rules];
  for (const rule of rules) {
    const condition = rule === undefined ? undefined : turnedIn(rule.tree, before.slots, after.slots);
    if (condition !== undefined) return createReasons(naming, after.slots)(condition);
  }
  return undefined;
}
