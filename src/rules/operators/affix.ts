// What `startsWith` and `endsWith` share.
import { allPresent, fit } from '../typing.js';
import type { OperatorDefinition, RuleNode } from '../types.js';
import { binary, TWO } from './operand.js';

/** A condition on the beginning or the end of a text; capitals matter. */
export function affix(id: string, holds: (text: string, part: string) => boolean): OperatorDefinition {
  const evaluate = binary((text, part) => (typeof text === 'string' && typeof part === 'string' ? holds(text, part) : undefined));
  return {
    id,
    group: 'text',
    arity: TWO,
    typed: (call) => {
      const fitted = (nodes: readonly RuleNode[]) => nodes.map((node) => fit(node, { type: 'text' }, call));
      // What is no text is told alone: the literals beside it are as they would be of one.
      if (!allPresent(fitted(call.operands.filter((node) => node.kind !== 'literal')))) return undefined;
      const operands = fitted(call.operands);
      return allPresent(operands) ? { type: 'boolean', operands, evaluate } : undefined;
    },
    untyped: () => ({ type: 'boolean', evaluate }),
  };
}
