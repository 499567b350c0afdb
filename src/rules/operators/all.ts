import { anyElement, quantifier } from './quantifier.js';

/** False for an empty list and if one element is false; else unknown if one is unknown or the list is missing; else true. */
export const all = quantifier('all', (elements, condition, asked) => {
  if (elements.length === 0) return false;
  const refuted = anyElement(elements, condition, false, asked);
  return refuted === undefined ? undefined : !refuted;
});
