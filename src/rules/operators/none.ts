import { anyElement, quantifier } from './quantifier.js';

/** The opposite of `some`. */
export const none = quantifier('none', (elements, condition, context) => {
  const found = anyElement(elements, condition, true, context);
  return found === undefined ? undefined : !found;
});
