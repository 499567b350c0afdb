import { TWO } from './operand.js';
import { ordering } from './ordering.js';

export const greaterThan = ordering('>', TWO, (first, second) => first > second);
