import { evaluateWithin, fullBudget, truthOf } from './evaluate.js';
import type { Report, RuleNode } from './types.js';

/** List operators over lists that are written out could work for long, and reading must not. */
const MOST_STEPS = 10_000;

/** Warns of each condition that no fact can change. What depends on a parameter may be meant: another policy sets it otherwise. */
export function constantConditions(tree: RuleNode, report: Report): void {
  const budget = fullBudget(MOST_STEPS);
  const warn = (node: RuleNode): void => {
    const outcome = truthOf(evaluateWithin(node, [], budget));
    if (budget.steps >= 0) report('rule/constant', node.pointer, { outcome }, { severity: 'warning' });
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
