import type { Json, Text } from '../errors/json.js';
import { isPlugIn } from './define-operator.js';
import { isNumeric } from './typing.js';
import type { LiteralNode, NodeType, RuleNode } from './types.js';

/** A value that is written in a rule. */
export interface ValuePhrase {
  readonly kind: 'value';
  readonly pointer: string;
  readonly type: NodeType;
  readonly value: Json;
  /** The parameter that was folded in. */
  readonly path?: string;
  /** True where the value was reckoned from the parameter, such as half of it. */
  readonly reckoned?: true;
  /** The elements of a list, where one of them comes from a parameter. */
  readonly elements?: readonly ValuePhrase[];
}

/** A path whose value the rule reads. */
export interface PathPhrase {
  readonly kind: 'path';
  readonly pointer: string;
  readonly type: NodeType;
  readonly path: string;
  /**
   * Where the path lies in the element that a list operator looks at: how many list operators further out, 0 for the innermost. Absent
   * for a path of the document.
   */
  readonly element?: number;
}

/** An operator with its operands. */
export interface OperatorPhrase {
  readonly kind: 'operator';
  readonly pointer: string;
  readonly type: NodeType;
  readonly operator: string;
  readonly operands: readonly Phrase[];
  /** The words of an operator of the host's own, with `{1}`, `{2}` for its operands. */
  readonly words?: Text;
}

/**
 * A part of a rule as it was understood: structure, before any words. `formatRule` puts it into words.
 *
 * `pointer` is a JSON Pointer into the rule. A parameter that was folded in stands as a value, with the `path` it came from; money is in
 * major units.
 */
export type Phrase = ValuePhrase | PathPhrase | OperatorPhrase;

/** A rule as it was understood, part by part. */
export function describeRule(tree: RuleNode): Phrase {
  return describeNode(tree, 0);
}

/** A node inside of so many list operators. */
function describeNode(node: RuleNode, depth: number): Phrase {
  const { pointer, type } = node;
  switch (node.kind) {
    case 'literal':
      return describeLiteral(node);
    case 'path':
      return { kind: 'path', pointer, type, path: node.path };
    case 'element':
      // Without a schema the document is the outermost element.
      return { kind: 'path', pointer, type, path: node.path, ...(node.up < depth ? { element: node.up } : {}) };
    case 'call': {
      const { operator } = node;
      const isInside = (index: number): boolean => operator.elementwise === true && index === 1;
      const operands = node.operands.map((operand, index) => describeNode(operand, isInside(index) ? depth + 1 : depth));
      const phrase = { kind: 'operator', pointer, type, operator: operator.id, operands } as const;
      return isPlugIn(operator) ? { ...phrase, operands: asDeclared(operands, operator.operands), words: operator.words } : phrase;
    }
  }
}

function describeLiteral({ pointer, type, source, path, isReckoned, elements }: LiteralNode): ValuePhrase {
  return {
    kind: 'value',
    pointer,
    type,
    value: source,
    ...(path === undefined ? {} : { path }),
    ...(isReckoned === true ? { reckoned: true } : {}),
    ...(elements === undefined ? {} : { elements: elements.map(describeLiteral) }),
  };
}

/** A number that a plug-in takes as a ratio is one. */
function asDeclared(operands: readonly Phrase[], types: readonly NodeType[] = []): readonly Phrase[] {
  return operands.map((operand, index) => {
    const type = types[index];
    return operand.kind === 'value' && operand.type === 'number' && type !== undefined && isNumeric(type) ? { ...operand, type } : operand;
  });
}
