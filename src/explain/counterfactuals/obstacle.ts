// What stands in the way of a segment to which nothing was found to lead.
import type { PolicyPlan, PlannedRule } from '../../policy/plan.js';
import { conditionsOf } from '../../rules/conditions.js';
import { evaluate } from '../../rules/evaluate.js';
import type { RuleNode, Slots } from '../../rules/types.js';
import { obstacles, sufficientConditions, unhelpfulConditions, unknownConditions } from '../sufficient.js';
import type { Family } from './lever.js';
import type { Trials } from './trials.js';

/** The conditions that would have to change for a rule of a segment to hold, by the nearest way. */
function nearest(rules: readonly PlannedRule[], slots: Slots): readonly RuleNode[] {
  return rules.flatMap(({ tree }) => obstacles(tree, slots) ?? []);
}

/** All conditions that keep the rules of a segment from holding, those of the nearest way first. */
function unmet(rules: readonly PlannedRule[], slots: Slots): readonly RuleNode[] {
  return [...new Set([...nearest(rules, slots), ...rules.flatMap(({ tree }) => unhelpfulConditions(tree, slots))])];
}

/** The same; all conditions where none does. */
export function obstaclesTo(rules: readonly PlannedRule[], slots: Slots): readonly RuleNode[] {
  const found = unmet(rules, slots);
  return found.length > 0 ? found : rules.flatMap(({ tree }) => conditionsOf(tree));
}

/** The facts where everything of one kind was done; undefined where nothing can be. */
function utmost(trials: Trials, families: readonly Family[], kind: Family['kind']): Slots | undefined {
  const own = families.filter((family) => family.kind === kind);
  const [day] = own.flatMap(({ days }) => days).sort((a, b) => b - a);
  const levers = day === undefined ? [] : own.flatMap((family) => family.at(kind === 'ahead' ? day : (family.days[0] ?? day)) ?? []);
  const asOf = (levers.find(({ by }) => by !== null) ?? levers[0])?.asOf;
  return asOf === undefined ? undefined : trials.of(levers.map((lever) => ({ lever, steps: lever.most })), asOf)?.slots;
}

/** By which a rule for another segment decides before those of one that hold, or would if it held: a condition of it that must not hold, or is not known. */
function rivalCondition({ rules, hitPolicy }: PolicyPlan, segment: string, slots: Slots): RuleNode | undefined {
  const own = rules.findIndex((rule) => rule.segment === segment && evaluate(rule.tree, slots) === true);
  const rivals = (hitPolicy === 'first' ? rules.slice(0, own) : rules).filter((rule) => rule.segment !== segment);
  const unknown = rivals.find(({ tree }) => evaluate(tree, slots) === undefined);
  if (unknown !== undefined) return unknownConditions(unknown.tree, slots)[0];
  const holding = rivals.find(({ tree }) => evaluate(tree, slots) === true);
  return holding === undefined ? undefined : sufficientConditions(holding.tree, slots)[0];
}

/** Of the conditions that keep a segment away the first that still would if everything was done; the first of all where each can be met. */
export function obstacleOf(plan: PolicyPlan, segment: string, slots: Slots, trials: Trials, families: readonly Family[]): RuleNode | undefined {
  const own = plan.rules.filter((rule) => rule.segment === segment);
  if (own.some(({ tree }) => evaluate(tree, slots) === true)) return rivalCondition(plan, segment, slots);
  const [near, all] = [nearest(own, slots), unmet(own, slots)];
  const found = near.length > 0 ? near : all;
  const reached = [utmost(trials, families, 'ahead'), utmost(trials, families, 'hindsight')].filter((done) => done !== undefined).map((done) => unmet(own, done));
  return found.find((condition) => reached.every((still) => still.includes(condition))) ?? found[0];
}
