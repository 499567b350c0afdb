import type { Json } from '../../errors/json.js';
import { truthy } from '../evaluate.js';
import { transformation } from './transformation.js';

/** Without a schema only. Unknown over a missing list, and if it is unknown of an element whether it stays. */
export const filter = transformation('filter', (elements, of) => {
  const kept: Json[] = [];
  for (const element of elements) {
    const outcome = of(element);
    if (outcome === undefined) return undefined;
    if (truthy(outcome)) kept.push(element);
  }
  return kept;
});
