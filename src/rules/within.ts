import { isJsonList, type Json } from '../errors/json.js';
import type { Field } from './types.js';

/** A value of a tree with all that lie below it, in the order of the enum; the value alone where there is no such. */
function withBelow(field: Field, value: Json): readonly Json[] {
  const { values = [], above = {} } = field;
  const liesWithin = (each: string): boolean => {
    for (let at: string | undefined = each; at !== undefined; at = Object.hasOwn(above, at) ? above[at] : undefined) if (at === value) return true;
    return false;
  };
  return typeof value === 'string' && values.includes(value) ? values.filter(liesWithin) : [value];
}

/** What `within` looks for: every class that is named, with all below it. */
export function expandedWithin(field: Field, wanted: Json): readonly Json[] {
  return (isJsonList(wanted) ? wanted : [wanted]).flatMap((value) => withBelow(field, value));
}
