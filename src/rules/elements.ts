import type { Json } from '../errors/json.js';
import { builtIn } from './operators/table.js';

/** Whether a rule, or something with rules in it, has an operator that asks each element of a list: only such can be much work. */
export function asksElements(json: Json): boolean {
  const open: Json[] = [json];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    for (const [key, member] of Object.entries<Json>(next)) {
      if (!Array.isArray(next) && builtIn(key)?.elementwise === true) return true;
      open.push(member);
    }
  }
  return false;
}
