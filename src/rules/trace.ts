import type { Json } from '../errors/json.js';
import { evaluate, truthOf } from './evaluate.js';
import { factValue, publicValue, toFact, type FactValue } from './public-value.js';
import type { CallNode, ElementNode, LiteralNode, PathNode, RuleNode, RuleValue, Slots, Truth } from './types.js';

/**
 * How a rule came out, part by part: each operator with its outcome, and what was found and expected where it compares.
 *
 * `pointer` is a JSON Pointer into the rule. `actual` is null for what is missing; money is in major units.
 */
export interface Trace {
  readonly pointer: string;
  readonly operator: string;
  /** What a condition decided, or the value of anything else; `unknown` where there is none. */
  readonly outcome: Truth | { readonly value: Json };
  readonly path?: string;
  readonly actual?: FactValue;
  readonly expected?: FactValue;
  readonly children: readonly Trace[];
}

type Value = (node: RuleNode) => RuleValue | undefined;

/** The trace of a rule over facts in slots: made by a second walk, on demand. */
export function traceRule(tree: RuleNode, slots: Slots): Trace {
  return traceNode(tree, (node) => evaluate(node, slots));
}

/** The trace of a rule, given how to find the value of a node. */
export function traceNode(node: RuleNode, valueOf: Value): Trace {
  const value = valueOf(node);
  const { pointer } = node;
  const outcome = outcomeOf(node, value);
  switch (node.kind) {
    case 'literal':
      return node.path === undefined
        ? { pointer, operator: 'literal', outcome, children: [] }
        : { pointer, operator: 'literal', outcome, path: node.path, children: [] };
    case 'path':
    case 'element':
      return { pointer, operator: 'var', outcome, path: node.path, actual: factValue(value, node), children: [] };
    case 'call':
      return traceCall(node, outcome, valueOf);
  }
}

function outcomeOf(node: RuleNode, value: RuleValue | undefined): Trace['outcome'] {
  if (value === undefined) return 'unknown';
  return node.type === 'boolean' || typeof value === 'boolean' ? truthOf(value) : { value: publicValue(value, node) };
}

/** A call with what was found and expected, where it compares one path with literals. */
function traceCall(node: CallNode, outcome: Trace['outcome'], valueOf: Value): Trace {
  const { pointer, operator, operands } = node;
  const children: Trace[] = [];
  const literals: LiteralNode[] = [];
  let found: PathNode | ElementNode | undefined;
  let isSimple = true;
  for (const operand of operands) {
    if (operand.kind === 'literal') literals.push(operand);
    // What is asked of the elements of a list cannot stand by itself, and a literal has nothing to tell.
    else if (operator.elementwise !== true || operand === operands[0]) children.push(traceNode(operand, valueOf));
    if (operand.kind === 'call') isSimple = false;
    else if (operand.kind !== 'literal') {
      if (found !== undefined) isSimple = false;
      found = operand;
    }
  }
  const [first] = literals;
  const traced = children[0];
  if (!isSimple || found === undefined || traced?.actual === undefined) return { pointer, operator: operator.id, outcome, children };
  const { path } = found;
  const { actual } = traced;
  if (first === undefined) return { pointer, operator: operator.id, outcome, path, actual, children };
  const expected = toFact(literals.length === 1 ? first.source : literals.map((literal) => literal.source));
  return { pointer, operator: operator.id, outcome, path, actual, expected, children };
}
