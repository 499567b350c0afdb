// What `startsWith` and `endsWith` share.
import { allPresent, fit } from '../typing.js';
import type { OperatorDefinition } from '../types.js';
import { binary, TWO } from './operand.js';

/** A condition on the beginning or the end of a text; capitals matter. */
export function affix(id: string, holds: (text: string, part: string) => boolean): OperatorDefinition {
  const evaluate = binary((text, part) => (typeof text === 'string' && typeof part === 'string' ? holds(text, part) : undefined));
  return {
    id,
    group: 'text',
    arity: TWO,
    typed: (call) => {
      const operands = call.operands.map((node) => fit(node, { type: 'text' }, call));
      return allPresent(operands) ? { type: 'boolean', operands, evaluate } : undefined;
    },
    untyped: () => ({ type: 'boolean', evaluate }),
  };
}
