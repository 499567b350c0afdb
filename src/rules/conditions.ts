import type { CallNode, RuleNode } from './types.js';

const CONNECTIVES: ReadonlySet<string> = new Set(['and', 'or', '!', '!!', 'if']);

/** True for a node that is made of conditions. `{"!": {"missing": […]}}` is one condition: what it negates is a list. */
export function isConnective(node: RuleNode): node is CallNode {
  return node.kind === 'call' && CONNECTIVES.has(node.operator.id) && (node.operator.id !== '!' || node.operands[0]?.type === 'boolean');
}

/**
 * The conditions of a rule: its smallest boolean parts, in the order of the text. Everything boolean is one that is not made of
 * others by `and`, `or`, `!`, `!!` or `if`. A boolean literal is none: it depends on nothing.
 */
export function conditionsOf(tree: RuleNode): readonly RuleNode[] {
  const conditions: RuleNode[] = [];
  const add = (node: RuleNode): void => {
    if (isConnective(node)) node.operands.forEach(add);
    else if (node.kind !== 'literal') conditions.push(node);
  };
  add(tree);
  return conditions;
}

/** The paths of the document that a rule reads, each once, in the order of the text. */
export function pathsOf(tree: RuleNode): readonly string[] {
  const paths = new Set<string>();
  visit(tree, (node) => {
    if (node.kind === 'path') paths.add(node.path);
  });
  return [...paths];
}

/** Calls back for each node of a tree, parents first. */
export function visit(tree: RuleNode, see: (node: RuleNode) => void): void {
  see(tree);
  if (tree.kind === 'call') for (const operand of tree.operands) visit(operand, see);
}
