import { evaluate, truthOf } from './evaluate.js';
import type { Report, RuleNode } from './types.js';

/** Warns of each condition that no fact can change. What depends on a parameter may be meant: another policy sets it otherwise. */
export function constantConditions(tree: RuleNode, report: Report): void {
  const warn = (node: RuleNode): void => {
    report('rule/constant', node.pointer, { outcome: truthOf(evaluate(node, [])) }, { severity: 'warning' });
  };
  /** True if the node is constant and nothing was said of it yet. */
  const visit = (node: RuleNode): boolean => {
    if (node.kind === 'literal') return node.path === undefined;
    if (node.kind !== 'call' || node.operator.group === 'plug-in') return false;
    const constants = node.operands.map(visit);
    if (constants.every((constant) => constant)) return true;
    const takesConditions = node.operator.group === 'connective';
    node.operands.forEach((operand, index) => {
      if (constants[index] === true && operand.type === 'boolean' && (operand.kind === 'call' || takesConditions)) warn(operand);
    });
    return false;
  };
  if (visit(tree) && tree.type === 'boolean') warn(tree);
}
