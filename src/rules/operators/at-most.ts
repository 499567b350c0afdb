import { ordering } from './ordering.js';

/** With three operands: between, both ends included. */
export const atMost = ordering('<=', { min: 2, max: 3 }, (first, second) => first <= second);
