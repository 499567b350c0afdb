import { evaluate } from '../rules/evaluate.js';
import type { Slots } from '../rules/types.js';
import type { PlannedRule, PolicyPlan } from '../policy/plan.js';
import type { Status } from './types.js';

export interface Decision {
  readonly segment: string;
  readonly status: Exclude<Status, 'overridden'>;
  /** The rule that won, even where the policy's `undetermined` segment is given instead of its own. */
  readonly winner: PlannedRule | undefined;
  readonly matched: readonly string[];
  readonly undecided: readonly string[];
}

const unique = (segments: readonly string[]): readonly string[] => [...new Set(segments)];

/** Decides which segment rules give over facts in slots. Every policy that is run has an `otherwise`. */
export function decide(plan: PolicyPlan, slots: Slots): Decision {
  const holding: PlannedRule[] = [];
  const unknown: PlannedRule[] = [];
  for (const rule of plan.rules) {
    const outcome = evaluate(rule.tree, slots);
    if (outcome === undefined) unknown.push(rule);
    else if (outcome === true) {
      holding.push(rule);
      if (plan.hitPolicy === 'first') break;
    }
  }
  const winner = plan.hitPolicy === 'first' ? holding[0] : bestOf(plan, holding);
  const isSure = unknown.length === 0;
  const { otherwise = '', undetermined } = plan.policy;
  return {
    segment: (isSure ? undefined : undetermined) ?? winner?.segment ?? otherwise,
    status: isSure ? (winner === undefined ? 'otherwise' : 'matched') : 'undetermined',
    winner,
    matched: unique(holding.map(({ segment }) => segment)),
    undecided: unique(unknown.map(({ segment }) => segment)),
  };
}

/** The rule of the best-ranked segment; the first rule where none is ranked. */
function bestOf(plan: PolicyPlan, rules: readonly PlannedRule[]): PlannedRule | undefined {
  let best = rules[0];
  for (const rule of rules) {
    const rank = plan.rank.get(rule.segment) ?? Number.POSITIVE_INFINITY;
    if (best === undefined || rank < (plan.rank.get(best.segment) ?? Number.POSITIVE_INFINITY)) best = rule;
  }
  return best;
}
