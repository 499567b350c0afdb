import type { Json } from '../errors/json.js';
import { truthOf, type Parts } from './evaluate.js';
import { factValue, publicValue, toFact, type FactValue } from './public-value.js';
import type { CallNode, ElementNode, LiteralNode, PathNode, RuleNode, RuleValue, Truth } from './types.js';

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

/** The trace of a rule, given the values of its parts: made by a second walk, on demand. */
export function traceNode(tree: RuleNode, valueOf: Parts): Trace {
  const facts = new Map<RuleValue, FactValue>();
  /** Conditions on the same list show the same list. */
  const factOf = (value: RuleValue | undefined, node: RuleNode): FactValue => {
    if (typeof value !== 'object') return factValue(value, node);
    const fact = facts.get(value) ?? factValue(value, node);
    facts.set(value, fact);
    return fact;
  };

  const trace = (node: RuleNode): Trace => {
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
        return { pointer, operator: 'var', outcome, path: node.path, actual: factOf(value, node), children: [] };
      case 'call':
        return traceCall(node, outcome, trace);
    }
  };
  return trace(tree);
}

function outcomeOf(node: RuleNode, value: RuleValue | undefined): Trace['outcome'] {
  if (value === undefined) return 'unknown';
  return node.type === 'boolean' || typeof value === 'boolean' ? truthOf(value) : { value: publicValue(value, node) };
}

/** A call with what was found and expected, where it compares one path with literals. */
function traceCall(node: CallNode, outcome: Trace['outcome'], trace: (node: RuleNode) => Trace): Trace {
  const { pointer, operator, operands } = node;
  const children: Trace[] = [];
  const literals: LiteralNode[] = [];
  let found: PathNode | ElementNode | undefined;
  let isSimple = true;
  for (const operand of operands) {
    if (operand.kind === 'literal') literals.push(operand);
    // What is asked of the elements of a list cannot stand by itself, and a literal has nothing to tell.
    else if (operator.elementwise !== true || operand === operands[0]) children.push(trace(operand));
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
