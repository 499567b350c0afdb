import { anyElement, quantifier } from './quantifier.js';

/** The opposite of `some`. */
export const none = quantifier('none', (elements, condition, asked) => {
  const found = anyElement(elements, condition, true, asked);
  return found === undefined ? undefined : !found;
});
