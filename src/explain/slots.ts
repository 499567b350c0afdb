import type { Classification } from '../classify/types.js';
import { readValue } from '../facts/values.js';
import { createZone } from '../internal/zone.js';
import type { PolicyPlan } from '../policy/plan.js';
import type { RuleValue } from '../rules/types.js';

/** The slots that a classification was decided over, from what it keeps: no record is needed. */
export function slotsOf(plan: PolicyPlan, result: Classification): readonly (RuleValue | undefined)[] {
  const zone = createZone(plan.policy.timeZone);
  const values = new Map<string, unknown>([...Object.entries(result.facts), ...Object.entries(result.fields), ['asOf', result.asOf]]);
  for (const [id, score] of Object.entries(result.scores)) {
    values.set(`scores.${id}.value`, score.value);
    values.set(`scores.${id}.band`, score.band);
  }
  return plan.paths.map((path) => {
    const field = plan.field(path);
    return field === undefined ? undefined : readValue(values.get(path), field, zone).value;
  });
}
