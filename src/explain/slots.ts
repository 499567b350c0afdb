import type { Classification } from '../classify/types.js';
import { readValue } from '../facts/values.js';
import { createZone } from '../internal/zone.js';
import type { PolicyPlan } from '../policy/plan.js';
import type { RuleValue } from '../rules/types.js';

export type SlotsOf = (result: Classification) => readonly (RuleValue | undefined)[];

/** Where a classification keeps the value of a path. */
function keeperOf(path: string): (result: Classification) => unknown {
  if (path === 'asOf') return ({ asOf }) => asOf;
  const [, id = '', part] = /^scores\.(.+)\.(value|band)$/.exec(path) ?? [];
  if (part !== undefined) return ({ scores }) => (Object.hasOwn(scores, id) ? scores[id]?.[part === 'value' ? 'value' : 'band'] : undefined);
  return ({ facts, fields }) => (Object.hasOwn(facts, path) ? facts[path] : Object.hasOwn(fields, path) ? fields[path] : undefined);
}

/** Makes what gives the slots that a classification was decided over, from what it keeps: no record is needed. */
export function createSlotsOf(plan: PolicyPlan): SlotsOf {
  const zone = createZone(plan.policy.timeZone);
  const readers = plan.paths.map((path) => ({ field: plan.field(path), kept: keeperOf(path) }));
  return (result) => readers.map(({ field, kept }) => (field === undefined ? undefined : readValue(kept(result), field, zone).value));
}
