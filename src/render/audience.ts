import { refuseArgument } from '../errors/refuse-argument.js';

const AUDIENCES = ['sales', 'auditor', 'customer'] as const;

type Audience = (typeof AUDIENCES)[number];

/** Who reads a text. A misspelt one is refused: a customer must not be told by mistake what is for others. */
export function readAudience(audience: Audience = 'sales'): Audience {
  return AUDIENCES.includes(audience) ? audience : refuseArgument('audience', '`sales`, `auditor` or `customer`');
}
