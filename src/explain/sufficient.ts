import { isConnective } from '../rules/conditions.js';
import { partsOver, type Parts } from '../rules/evaluate.js';
import { NUMERIC_TYPES, type CallNode, type RuleNode, type Slots } from '../rules/types.js';
import { createOutcomes, type Outcomes } from './outcomes.js';

type Conditions = readonly RuleNode[];

/**
 * Conditions of a rule that are enough for its outcome: with all others made unknown it is the same, and none can be dropped.
 * They are dropped from the last to the first, so that the result is always the same.
 */
export function sufficientConditions(tree: RuleNode, slots: Slots): Conditions {
  return neededIn(createOutcomes(tree, slots));
}

/** What a rule comes to, and what is enough for that. */
export function outcomeWithConditions(tree: RuleNode, slots: Slots): { readonly outcome: boolean | undefined; readonly conditions: Conditions } {
  const outcomes = createOutcomes(tree, slots);
  const outcome = outcomes.outcome();
  return { outcome, conditions: outcome === undefined ? unknownConditions(tree, slots) : neededIn(outcomes) };
}

function neededIn({ outcome, conditions, drop, restore }: Outcomes): Conditions {
  const wanted = outcome();
  const needed: RuleNode[] = [];
  for (const condition of [...conditions].reverse()) {
    drop(condition);
    if (outcome() === wanted) continue;
    restore(condition);
    needed.push(condition);
  }
  return needed.reverse();
}

/** The conditions that leave a rule unknown. */
export function unknownConditions(tree: RuleNode, slots: Slots): Conditions {
  return unknownIn(tree, partsOver(tree, slots));
}

function unknownIn(tree: RuleNode, valueOf: Parts): Conditions {
  if (valueOf(tree) !== undefined) return [];
  if (!isConnective(tree)) return [tree];
  const parts = tree.operator.id === 'if' ? [reached(tree, valueOf)] : tree.operands;
  return parts.flatMap((part) => unknownIn(part, valueOf));
}

/** Every condition that does not come out as would help a rule to hold; those by which an `if` chooses may help either way. */
export function unhelpfulConditions(tree: RuleNode, slots: Slots): Conditions {
  const valueOf = partsOver(tree, slots);
  const within = (node: RuleNode, wanted: boolean | undefined): Conditions => {
    if (node.kind === 'literal') return [];
    if (!isConnective(node)) return wanted === undefined || valueOf(node) !== wanted ? [node] : [];
    const { operator, operands } = node;
    if (operator.id === '!') return operands.flatMap((operand) => within(operand, wanted === undefined ? undefined : !wanted));
    const isChoice = (place: number): boolean => operator.id === 'if' && place % 2 === 0 && place < operands.length - 1;
    return operands.flatMap((operand, place) => within(operand, isChoice(place) ? undefined : wanted));
  };
  return within(tree, true);
}

/**
 * The conditions that keep a rule from holding (or from failing, where that is wanted): all of those that must change where all must hold,
 * the fewest where one of several is enough, those of the branch that was taken in an `if`. Undefined for a rule that no change of
 * conditions makes so.
 */
export function obstacles(tree: RuleNode, slots: Slots, isToHold = true): Conditions | undefined {
  const valueOf = partsOver(tree, slots);
  // Branches of an `if` share conditions: each connective is looked at once for each outcome.
  const toHold = new Map<RuleNode, Conditions | undefined>();
  const toFail = new Map<RuleNode, Conditions | undefined>();

  const changes = (node: RuleNode, wanted: boolean): Conditions | undefined => {
    if (valueOf(node) === wanted) return [];
    if (node.kind === 'literal') return undefined;
    if (!isConnective(node)) return [node];
    const known = wanted ? toHold : toFail;
    if (known.has(node)) return known.get(node);
    const found = find(node, wanted);
    known.set(node, found);
    return found;
  };

  const find = (node: CallNode, wanted: boolean): Conditions | undefined => {
    const { operator, operands } = node;
    if (operator.id === 'if') return ofBranches(node, wanted);
    const each = operands.map((operand) => changes(operand, operator.id === '!' ? !wanted : wanted));
    const isEnough = (operator.id === 'or' && wanted) || (operator.id === 'and' && !wanted);
    return isEnough ? fewest(each) : together(each);
  };

  // The branch that was taken is the one to change; another is to be taken only where that one can never give what is wanted.
  const ofBranches = (node: CallNode, wanted: boolean): Conditions | undefined => {
    const branches = branchesOf(node);
    const taken = reached(node, valueOf);
    if (branches.every(({ value }) => value !== taken)) return unknownIn(taken, valueOf);
    const otherWay = ({ condition, value }: Branch, index: number): Conditions | undefined =>
      together([
        ...branches.slice(0, index).map((earlier) => (earlier.condition === undefined ? [] : changes(earlier.condition, false))),
        condition === undefined ? [] : changes(condition, true),
        changes(value, wanted),
      ]);
    return changes(taken, wanted) ?? fewest(branches.map(otherWay));
  };

  return changes(tree, isToHold);
}

function together(parts: readonly (Conditions | undefined)[]): Conditions | undefined {
  const all: RuleNode[] = [];
  for (const part of parts) {
    if (part === undefined) return undefined;
    for (const condition of part) all.push(condition);
  }
  return all;
}

const NUMERIC: ReadonlySet<string> = new Set(NUMERIC_TYPES);

/** True for a condition about a figure, which can come nearer by degrees; of an attribute it either holds or not. */
function isByDegrees(node: RuleNode): boolean {
  return node.kind === 'call' && node.operator.group === 'comparison' && node.operands.some((operand) => operand.kind === 'path' && NUMERIC.has(operand.type));
}

/** True if a way needs fewer changes, or as many and fewer that are not by degrees. */
function isNearer(way: Conditions, than: Conditions): boolean {
  if (way.length !== than.length) return way.length < than.length;
  return way.filter(isByDegrees).length > than.filter(isByDegrees).length;
}

/** The way that needs the fewest changes, the first of equals. */
export function fewest(ways: readonly (Conditions | undefined)[]): Conditions | undefined {
  return ways.reduce((best, way) => (best === undefined || (way !== undefined && isNearer(way, best)) ? way : best), undefined);
}

/** A part of an `if`: the last has no condition. */
interface Branch {
  readonly condition: RuleNode | undefined;
  readonly value: RuleNode;
}

function branchesOf({ operands }: CallNode): readonly Branch[] {
  return operands.flatMap((value, index): readonly Branch[] => {
    if (index === operands.length - 1) return [{ condition: undefined, value }];
    return index % 2 === 0 ? [] : [{ condition: operands[index - 1], value }];
  });
}

/** What an `if` comes to: the value of the branch that it takes, or the condition that is unknown. */
function reached(tree: CallNode, valueOf: Parts): RuleNode {
  for (const { condition, value } of branchesOf(tree)) {
    const outcome = condition === undefined ? true : valueOf(condition);
    if (condition !== undefined && outcome === undefined) return condition;
    if (outcome === true) return value;
  }
  return tree;
}
