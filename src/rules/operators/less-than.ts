import { ordering } from './ordering.js';

/** With three operands: strictly between. */
export const lessThan = ordering('<', { min: 2, max: 3 }, (first, second) => first < second);
