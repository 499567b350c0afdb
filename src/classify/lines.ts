import type { Day } from '../internal/days.js';
import { childPointer } from '../internal/pointer.js';
import { readMoment } from '../internal/when.js';
import type { PlannedScore, PolicyPlan } from '../policy/plan.js';
import { pathsOf } from '../rules/conditions.js';
import type { LiteralNode, PathNode, RuleNode, RuleValue } from '../rules/types.js';

/** What the rules of a policy rest on, and at which figures what they say may turn. */
export interface Lines {
  /** Every path that a rule rests on, by way of scores and other facts too. */
  readonly paths: ReadonlySet<string>;
  /** By path, the figures that rules compare it with. */
  readonly figures: ReadonlyMap<string, readonly number[]>;
  /** The days that rules compare `asOf` with. */
  readonly days: readonly Day[];
  /** The paths that are read in another way than by comparing them with figures: each change of theirs may matter. */
  readonly open: ReadonlySet<string>;
}

/** Operators that say one thing below a figure, one at it and one above. */
function compares({ group, id }: { readonly group: string; readonly id: string }): boolean {
  return group === 'comparison' || id === 'in';
}

interface Found {
  readonly figures: Map<string, number[]>;
  readonly days: Day[];
  readonly open: Set<string>;
}

const isSide = (node: RuleNode): node is PathNode | LiteralNode => node.kind === 'path' || node.kind === 'literal';

function valuesOf({ value }: LiteralNode): readonly RuleValue[] {
  return Array.isArray(value) ? (value as readonly RuleValue[]) : value === undefined ? [] : [value];
}

/** Notes what a comparison compares a path with. */
function note(path: string, values: readonly RuleValue[], found: Found): void {
  const figures = found.figures.get(path) ?? [];
  found.figures.set(path, figures);
  for (const value of values) {
    if (typeof value === 'number') figures.push(value);
    const moment = path === 'asOf' ? readMoment(value) : null;
    if (moment?.kind === 'day') found.days.push(moment.day);
  }
}

function look(node: RuleNode, found: Found): void {
  if (node.kind === 'path') {
    // A yes or no by itself is a condition; a figure by itself is part of a reckoning.
    if (node.type !== 'boolean') found.open.add(node.path);
    return;
  }
  if (node.kind !== 'call' || (node.operator.group === 'absence' && node.operator.id !== 'default')) return;
  const sides = compares(node.operator) && node.operands.every(isSide) ? node.operands.filter(isSide) : [];
  const paths = sides.filter((side) => side.kind === 'path');
  if (paths.length === 1 && paths[0] !== undefined) note(paths[0].path, sides.filter((side) => side.kind === 'literal').flatMap(valuesOf), found);
  else for (const operand of node.operands) look(operand, found);
}

/** Looks through the rules, and through all that they rest on. */
export function linesOf(plan: PolicyPlan): Lines {
  const found: Found = { figures: new Map(), days: [], open: new Set() };
  const paths = new Set<string>();
  const scores = new Map<string, PlannedScore>(plan.scores.flatMap((score) => ['value', 'band'].map((part) => [`scores.${score.id}.${part}`, score] as const)));

  const readBy = (tree: RuleNode): void => {
    look(tree, found);
    for (const path of pathsOf(tree)) follow(path);
  };
  const readOpenly = (path: string): void => {
    found.open.add(path);
    follow(path);
  };
  // Facts may follow from each other in chains of thousands: those to be looked at wait in a list.
  const waiting: string[] = [];
  const follow = (path: string): void => void waiting.push(path);
  const lookAt = (path: string): void => {
    if (paths.has(path)) return;
    paths.add(path);
    const score = scores.get(path);
    for (const { path: input } of score?.inputs ?? []) readOpenly(input);
    for (const { tree } of score?.conditions ?? []) readBy(tree);
    const tree = plan.trees.get(`${childPointer('/measures', path)}/when`);
    if (tree !== undefined) readBy(tree);
    else for (const input of plan.inputs(path)) readOpenly(input);
  };

  for (const { tree } of plan.rules) readBy(tree);
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) lookAt(path);
  return { paths, ...found };
}
