import type { OperatorDefinition } from '../types.js';
import { ifThen } from './if.js';

/** The older name of `if`, without a schema only. */
export const conditional: OperatorDefinition = {
  id: '?:',
  group: 'choice',
  arity: { min: 3, max: Infinity, odd: true },
  untyped: ifThen.untyped,
  instead: '`if`',
};
