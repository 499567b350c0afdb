import { conditionsOf } from '../rules/conditions.js';
import { evaluate } from '../rules/evaluate.js';
import type { RuleNode, Slots } from '../rules/types.js';

/**
 * Conditions of a rule that are enough for its outcome: with all others made unknown it is the same, and none can be dropped.
 * They are dropped from the last to the first, so that the result is always the same.
 */
export function sufficientConditions(tree: RuleNode, slots: Slots): readonly RuleNode[] {
  const outcome = evaluate(tree, slots);
  const conditions = conditionsOf(tree);
  const dropped = new Set<RuleNode>();
  for (const condition of [...conditions].reverse()) {
    dropped.add(condition);
    if (evaluate(tree, slots, dropped) !== outcome) dropped.delete(condition);
  }
  return conditions.filter((condition) => !dropped.has(condition));
}

/**
 * The conditions that keep a rule from the wanted outcome: all of those that must change where all must hold, and the fewest where
 * one of several is enough.
 */
export function obstacles(tree: RuleNode, slots: Slots, wanted = true): readonly RuleNode[] {
  if (evaluate(tree, slots) === wanted) return [];
  const isConnective = tree.kind === 'call' && conditionsOf(tree)[0] !== tree;
  if (!isConnective) return [tree];
  const { operator, operands } = tree;
  if (operator.id === '!' || operator.id === '!!') {
    return operands.flatMap((operand) => obstacles(operand, slots, operator.id === '!' ? !wanted : wanted));
  }
  if (operator.id === 'and' || operator.id === 'or') {
    const each = operands.map((operand) => obstacles(operand, slots, wanted));
    const needsAll = (operator.id === 'and') === wanted;
    return needsAll ? each.flat() : each.reduce((fewest, some) => (some.length < fewest.length ? some : fewest), each[0] ?? []);
  }
  return conditionsOf(tree).filter((condition) => evaluate(condition, slots) !== true);
}
