import { connective } from './connective.js';

/** False if one operand is false, whatever the others; else unknown if one is unknown; else true. */
export const and = connective('and', false);
