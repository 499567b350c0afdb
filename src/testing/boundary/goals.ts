import { isConnective } from '../../rules/conditions.js';
import type { CallNode, RuleNode } from '../../rules/types.js';

/** What a part of a rule should come to. */
export interface Goal {
  readonly node: RuleNode;
  readonly wanted: boolean;
}

export type Goals = readonly Goal[];

/** So many ways of letting one condition decide are looked at: branches of an `if` in branches multiply. */
const MOST_WAYS = 16;

const all = (nodes: readonly RuleNode[], wanted: boolean): Goals => nodes.map((node) => ({ node, wanted }));

/** Condition, value, condition, value, …, value otherwise: the ways in which what follows a place comes to something. */
function waysOfRest(operands: readonly RuleNode[], from: number, wanted: boolean): readonly Goals[] {
  const ways: Goals[] = [];
  for (let index = from; index < operands.length; index += 2) {
    const [condition, value] = [operands[index], operands[index + 1]];
    if (condition === undefined) continue;
    const passed = operands.slice(from, index).filter((_, place) => place % 2 === 0);
    const taken = value === undefined ? all([condition], wanted) : [...all([condition], true), ...all([value], wanted)];
    ways.push([...all(passed, false), ...taken]);
  }
  return ways;
}

/** The ways in which one operand of an `if` decides what it comes to. */
function waysOfIf(operands: readonly RuleNode[], place: number): readonly Goals[] {
  const isValue = place % 2 === 1 || place === operands.length - 1;
  const before = operands.slice(0, isValue ? place - (place % 2) : place).filter((_, index) => index % 2 === 0);
  const condition = place % 2 === 1 ? operands[place - 1] : undefined;
  if (isValue) return [[...all(before, false), ...(condition === undefined ? [] : all([condition], true))]];
  const value = operands[place + 1];
  if (value === undefined) return [];
  return [true, false].flatMap((wanted) => waysOfRest(operands, place + 2, !wanted).map((rest) => [...all(before, false), ...all([value], wanted), ...rest]));
}

/** The ways in which one operand of a connective decides what it comes to. */
function waysIn({ operator, operands }: CallNode, place: number): readonly Goals[] {
  const others = operands.filter((_, index) => index !== place);
  switch (operator.id) {
    case 'and':
      return [all(others, true)];
    case 'or':
      return [all(others, false)];
    case 'if':
      return waysOfIf(operands, place);
    default:
      return [[]];
  }
}

/** What the rest of a rule should come to, so that a condition of it decides: one way after another. None where the rule has no such condition. */
export function waysToDecide(tree: RuleNode, condition: RuleNode): readonly Goals[] {
  if (tree === condition) return [[]];
  if (!isConnective(tree)) return [];
  for (const [place, operand] of tree.operands.entries()) {
    const inside = waysToDecide(operand, condition);
    if (inside.length === 0) continue;
    return waysIn(tree, place).flatMap((outer) => inside.map((inner) => [...outer, ...inner])).slice(0, MOST_WAYS);
  }
  return [];
}

/** The ways in which a connective comes to what is wanted, each by what its operands should come to. */
export function waysToBe({ operator, operands }: CallNode, wanted: boolean): readonly Goals[] {
  switch (operator.id) {
    case 'and':
      return wanted ? [all(operands, true)] : operands.map((operand) => all([operand], false));
    case 'or':
      return wanted ? operands.map((operand) => all([operand], true)) : [all(operands, false)];
    case 'if':
      return waysOfRest(operands, 0, wanted);
    default:
      return [all(operands, operator.id === '!' ? !wanted : wanted)];
  }
}
