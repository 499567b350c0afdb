import { anyElement, quantifier } from './quantifier.js';

/** True if one element is; else unknown if one is unknown or the list is missing; else false, also for an empty list. */
export const some = quantifier('some', (elements, condition, asked) => anyElement(elements, condition, true, asked));
