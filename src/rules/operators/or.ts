import { connective } from './connective.js';

/** True if one operand is true, whatever the others; else unknown if one is unknown; else false. */
export const or = connective('or', true);
