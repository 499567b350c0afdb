// What `before` and `after` share: they compare days, and days only.
import { dayOfText } from '../literals.js';
import { allPresent, fit } from '../typing.js';
import type { Call, Checked, OperatorDefinition, RuleValue } from '../types.js';
import { binary, TWO } from './operand.js';
import type { Holds } from './ordering.js';

const day = (value: RuleValue): string | undefined => (typeof value === 'string' ? dayOfText(value) : undefined);

export function dated(id: string, holds: Holds): OperatorDefinition {
  const evaluate = binary(holds);
  const untyped: Checked = {
    type: 'boolean',
    evaluate: binary((first, second) => {
      const [one, other] = [day(first), day(second)];
      return one === undefined || other === undefined ? undefined : holds(one, other);
    }),
  };
  return {
    id,
    group: 'comparison',
    arity: TWO,
    typed: (call: Call) => {
      const operands = call.operands.map((node) => fit(node, { type: 'date' }, call));
      return allPresent(operands) ? { type: 'boolean', operands, evaluate } : undefined;
    },
    untyped: () => untyped,
  };
}
