import { TWO } from './operand.js';
import { ordering } from './ordering.js';

export const atLeast = ordering('>=', TWO, (first, second) => first >= second);
