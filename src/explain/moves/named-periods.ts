import type { PolicyPlan } from '../../policy/plan.js';
import type { Need } from '../../facts/requirements.js';

/** True for what is counted over a period that has a name: a quarter, a year, a plan. */
function isOfNamedPeriod({ reach }: Need): boolean {
  return typeof reach === 'string' || reach.window.kind === 'calendar';
}

/** The facts over named periods: what was done in such a period is behaviour, so the calendar alone does not change them. */
export function factsOfNamedPeriods({ facts }: PolicyPlan): readonly string[] {
  return facts.filter(({ needs }) => needs.some(isOfNamedPeriod)).map(({ id }) => id);
}
