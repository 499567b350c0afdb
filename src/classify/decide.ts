import { endAt, follow, graphOf, noteThen, type Access, type Graph, type Values } from '../rules/graph.js';
import type { PlannedRule, PolicyPlan } from '../policy/plan.js';
import type { Status } from './types.js';

export interface Decision {
  readonly segment: string;
  readonly status: Exclude<Status, 'overridden'>;
  /** The rule that won, even where the policy's `undetermined` segment is given instead of its own. */
  readonly winner: PlannedRule | undefined;
  readonly matched: readonly string[];
  readonly undecided: readonly string[];
  /** The rules that hold together and must not: those of an ambiguous decision. */
  readonly violating: readonly PlannedRule[];
}

const NO_RULES: readonly PlannedRule[] = Object.freeze<PlannedRule[]>([]);
/** Among so many a search is faster than a set. */
const FEW = 16;

/** The segments of rules, each once. */
function segmentsOf(rules: readonly PlannedRule[]): readonly string[] {
  if (rules.length > FEW) return [...new Set(rules.map(({ segment }) => segment))];
  const segments: string[] = [];
  for (const { segment } of rules) if (!segments.includes(segment)) segments.push(segment);
  return segments;
}

/** The place of a rule's segment in the ranking; all that are not ranked share the last. */
function rankOf(plan: PolicyPlan, { segment }: PlannedRule): number {
  return plan.rank.get(segment) ?? Number.POSITIVE_INFINITY;
}

/** The rule of the best-ranked segment, the first of equals. */
function bestOf(plan: PolicyPlan, rules: readonly PlannedRule[]): PlannedRule | undefined {
  let best = rules[0];
  for (const rule of rules) if (best === undefined || rankOf(plan, rule) < rankOf(plan, best)) best = rule;
  return best;
}

/** True if the segment might be another one if an unknown rule held. */
function isOpen(plan: PolicyPlan, winner: PlannedRule, unknown: PlannedRule): boolean {
  switch (plan.hitPolicy) {
    case 'any':
      return unknown.segment !== winner.segment;
    case 'priority':
      return rankOf(plan, unknown) <= rankOf(plan, winner);
    default:
      return true;
  }
}

/** The matched segments in the order that the hit policy gives them. */
function ordered(plan: PolicyPlan, holding: readonly PlannedRule[]): readonly string[] {
  return segmentsOf(plan.hitPolicy === 'output-order' ? [...holding].sort((a, b) => compare(rankOf(plan, a), rankOf(plan, b))) : holding);
}

function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What follows from the rules that hold and those that are unknown, of all that were tried. */
function conclude(plan: PolicyPlan, holding: readonly PlannedRule[], unknown: readonly PlannedRule[]): Decision {
  const { otherwise = '', undetermined } = plan.policy;
  const matched = ordered(plan, holding);
  const undecided = segmentsOf(unknown);
  const allowsOne = plan.hitPolicy === 'unique' || plan.hitPolicy === 'any';
  if (allowsOne && matched.length > 1) return { segment: otherwise, status: 'ambiguous', winner: undefined, matched, undecided, violating: holding };
  const winner = plan.hitPolicy === 'first' ? holding[0] : bestOf(plan, holding);
  const isSure = unknown.length === 0 || !unknown.some((rule) => winner === undefined || isOpen(plan, winner, rule));
  return {
    segment: (isSure ? undefined : undetermined) ?? winner?.segment ?? otherwise,
    status: isSure ? (winner === undefined ? 'otherwise' : 'matched') : 'undetermined',
    winner,
    matched,
    undecided,
    violating: NO_RULES,
  };
}

/** A rule that was tried and holds, or is unknown. */
interface Tried {
  readonly rule: PlannedRule;
  readonly holds: boolean;
}

/** All rules as one graph that notes those that hold and those that are unknown. */
function triedGraph<Source>(plan: PolicyPlan, access: Access<Source>): Graph<Source, undefined, Tried> {
  return plan.rules.reduceRight<Graph<Source, undefined, Tried>>((next, rule) => {
    return graphOf(rule.tree, access, { yes: noteThen({ rule, holds: true }, next), no: next, unknown: noteThen({ rule, holds: false }, next) });
  }, endAt(undefined));
}

/** A rule that won, and what is decided if nothing before it is unknown: most decisions are sure, and share their lists. */
interface Won {
  readonly rules: readonly PlannedRule[];
  readonly sure: Decision;
}

function wonBy(plan: PolicyPlan, rules: readonly PlannedRule[]): Won {
  const sure = conclude(plan, rules, NO_RULES);
  Object.freeze(sure.matched);
  Object.freeze(sure.undecided);
  return { rules, sure };
}

/** All rules as one graph that ends at the first that holds, and notes those before it that are unknown. */
function firstGraph<Source>(plan: PolicyPlan, access: Access<Source>): Graph<Source, Won, PlannedRule> {
  return plan.rules.reduceRight<Graph<Source, Won, PlannedRule>>((next, rule) => {
    return graphOf(rule.tree, access, { yes: endAt(wonBy(plan, [rule])), no: next, unknown: noteThen(rule, next) });
  }, endAt(wonBy(plan, NO_RULES)));
}

/** Decides which segment the rules give, from values that were read before and a source of others. */
export type Decide<Source> = (values: Values, source: Source) => Decision;

/** Makes what decides over a source. Every policy that is run has an `otherwise`. The graph is made when it is first asked. */
export function createDecide<Source>(plan: PolicyPlan, access: Access<Source>): Decide<Source> {
  return plan.hitPolicy === 'first' ? createDecideFirst(plan, access) : createDecideAll(plan, access);
}

function createDecideFirst<Source>(plan: PolicyPlan, access: Access<Source>): Decide<Source> {
  let graph: Graph<Source, Won, PlannedRule> | undefined;
  return (values, source) => {
    let unknown: PlannedRule[] | undefined;
    const { rules, sure } = follow((graph ??= firstGraph(plan, access)), values, source, (rule) => {
      if (unknown === undefined) unknown = [rule];
      else unknown.push(rule);
    });
    return unknown === undefined ? sure : conclude(plan, rules, unknown);
  };
}

function createDecideAll<Source>(plan: PolicyPlan, access: Access<Source>): Decide<Source> {
  let graph: Graph<Source, undefined, Tried> | undefined;
  return (values, source) => {
    const holding: PlannedRule[] = [];
    const unknown: PlannedRule[] = [];
    follow((graph ??= triedGraph(plan, access)), values, source, ({ rule, holds }) => void (holds ? holding : unknown).push(rule));
    return conclude(plan, holding, unknown);
  };
}

/** All rules of the hit policy `first` as one graph that ends at a segment: less is made than for a decision. */
export function segmentGraph<Source>(plan: PolicyPlan, access: Access<Source>): Graph<Source, string> {
  const { otherwise = '', undetermined } = plan.policy;
  // An unknown rule that was tried before settles it, whichever rule holds after it.
  const unsure = undetermined === undefined ? undefined : endAt<Source, string>(undetermined);
  return plan.rules.reduceRight(
    (next, { segment, tree }) => graphOf(tree, access, { yes: endAt(segment), no: next, unknown: unsure ?? next }),
    endAt<Source, string>(otherwise),
  );
}
