import type { Json } from '../errors/json.js';
import { evaluate, truthOf } from './evaluate.js';
import { factValue, publicValue, toFact, type FactValue } from './public-value.js';
import type { RuleNode, RuleValue, Slots, Truth } from './types.js';

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
      return { pointer, operator: 'literal', outcome, ...(node.path === undefined ? {} : { path: node.path }), children: [] };
    case 'path':
    case 'element':
      return { pointer, operator: 'var', outcome, path: node.path, actual: factValue(value, node), children: [] };
    case 'call':
      return { pointer, operator: node.operator.id, outcome, ...comparison(node.operands, valueOf), children: childrenOf(node.operands, node.operator.elementwise === true, valueOf) };
  }
}

function outcomeOf(node: RuleNode, value: RuleValue | undefined): Trace['outcome'] {
  if (value === undefined) return 'unknown';
  return node.type === 'boolean' || typeof value === 'boolean' ? truthOf(value) : { value: publicValue(value, node) };
}

/** Operands that can stand by themselves: what is asked of elements cannot, and a literal has nothing to tell. */
function childrenOf(operands: readonly RuleNode[], isElementwise: boolean, valueOf: Value): readonly Trace[] {
  const own = isElementwise ? operands.slice(0, 1) : operands;
  return own.filter((operand) => operand.kind !== 'literal').map((operand) => traceNode(operand, valueOf));
}

/** What was found and expected, where a path is compared with literals. */
function comparison(operands: readonly RuleNode[], valueOf: Value): Pick<Trace, 'path' | 'actual' | 'expected'> {
  const paths = operands.filter((operand) => operand.kind === 'path' || operand.kind === 'element');
  const [path] = paths;
  if (path === undefined || paths.length > 1) return {};
  const found = { path: path.path, actual: factValue(valueOf(path), path) };
  const literals = operands.filter((operand) => operand.kind === 'literal');
  if (literals.length === 0 || literals.length < operands.length - 1) return found;
  const [only] = literals;
  return { ...found, expected: toFact(literals.length === 1 && only !== undefined ? only.source : literals.map((literal) => literal.source)) };
}
