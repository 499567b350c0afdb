import { catalogueFact } from '../facts/catalogue.js';
import { partRequirements, type Need, type PartRequirement } from '../facts/requirements.js';
import type { Day } from '../internal/days.js';
import type { PolicyPlan } from '../policy/plan.js';

/** What a host loads for a classification as of a day. */
export interface Requirements {
  /** By part of a record: from which day through which, with which fields. A null `from` is the whole life. */
  readonly parts: { readonly [part: string]: PartRequirement };
  /** Fields of the customer, without `customer.`. */
  readonly customer: readonly string[];
  /** Facts that only the host can give. */
  readonly facts: readonly string[];
}

const CUSTOMER = 'customer.';

/** What a policy reads of a record. */
export function requirementsOf(plan: PolicyPlan, day: Day): Requirements {
  const ratings: readonly Need[] = plan.fields.some(({ path }) => path.startsWith('assessments.'))
    ? [{ part: 'assessments', reach: { window: { kind: 'life' }, earlier: 0 }, fields: [] }]
    : [];
  const needs = [...plan.facts.flatMap((fact) => fact.needs), ...ratings];
  const fields = plan.fields.flatMap(({ path }) => (path.startsWith(CUSTOMER) ? [path.slice(CUSTOMER.length)] : []));
  const read = plan.facts.flatMap(({ id }) => catalogueFact(id)?.customer ?? []);
  return {
    parts: partRequirements(needs, day, plan.policy.targetPeriod ?? 'quarter', plan.fiscalYearStart),
    customer: [...new Set(['id', ...fields, ...read])],
    facts: plan.facts.filter(({ compute }) => compute === undefined).map(({ id }) => id),
  };
}
