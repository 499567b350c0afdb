import type { Json } from '../errors/json.js';
import type { NodeType, RuleNode } from './types.js';

/**
 * A part of a rule as it was understood: structure, before any words.
 *
 * `pointer` is a JSON Pointer into the rule. A parameter that was folded in stands as a value, with the `path` it came from; money is in
 * major units.
 */
export type Phrase =
  | { readonly kind: 'value'; readonly pointer: string; readonly type: NodeType; readonly value: Json; readonly path?: string }
  | { readonly kind: 'path'; readonly pointer: string; readonly type: NodeType; readonly path: string }
  | { readonly kind: 'operator'; readonly pointer: string; readonly type: NodeType; readonly operator: string; readonly operands: readonly Phrase[] };

/** A rule as it was understood, part by part. */
export function describeRule(node: RuleNode): Phrase {
  const { pointer, type } = node;
  switch (node.kind) {
    case 'literal':
      return { kind: 'value', pointer, type, value: node.source, ...(node.path === undefined ? {} : { path: node.path }) };
    case 'path':
    case 'element':
      return { kind: 'path', pointer, type, path: node.path };
    case 'call':
      return { kind: 'operator', pointer, type, operator: node.operator.id, operands: node.operands.map(describeRule) };
  }
}
