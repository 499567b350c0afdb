import { dayText } from '../../internal/days.js';
import { setOwn } from '../../internal/set-own.js';
import type { AsOfMoment } from '../../facts/as-of.js';
import { publicValue } from '../../facts/values.js';
import type { CustomerRecord, FactValue } from '../../model/types.js';
import type { PolicyPlan } from '../../policy/plan.js';
import { previousScoreOfPath, scoreOfPath } from '../../policy/resolve-scores.js';
import { pathsOf } from '../../rules/conditions.js';
import type { RuleValue } from '../../rules/types.js';

/** What a record says, by path; undefined stands for what it does not know. A path that is not there is not known either, or computed. */
export type Setting = ReadonlyMap<string, RuleValue | undefined>;

const CUSTOMER = 'customer.';
const ASSESSMENTS = 'assessments.';
const PREVIOUS = 'previous.';
const PREVIOUS_SEGMENT = 'previous.segment';

/** True for a path whose value a record can state. */
export function isStated(plan: PolicyPlan, path: string): boolean {
  return path.startsWith(PREVIOUS) || path.startsWith(CUSTOMER) || path.startsWith(ASSESSMENTS) || plan.facts.some(({ id }) => id === path);
}

/** All that a score reads, for itself and for the rules that it asks. */
function inputsOf(plan: PolicyPlan, score: string): readonly string[] {
  const planned = plan.scores.find(({ id }) => id === score);
  return planned === undefined ? [] : [...planned.inputs.map(({ path }) => path), ...planned.conditions.flatMap(({ tree }) => pathsOf(tree))];
}

/** The paths that a record states for others to be known: a score is known by what it reads, a measure that must be computed by its own. */
export function statedFor(plan: PolicyPlan, paths: readonly string[], computed: ReadonlySet<string>): readonly string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const add = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    const score = scoreOfPath(path);
    if (score !== undefined) inputsOf(plan, score).forEach(add);
    else if (computed.has(path)) plan.inputs(path).forEach(add);
    else if (isStated(plan, path)) found.add(path);
  };
  paths.forEach(add);
  return [...found];
}

/** An object of objects in the making. */
interface Draft {
  [name: string]: unknown;
}

function put(draft: Draft, [first = '', ...others]: readonly string[], value: unknown): void {
  if (others.length === 0) return setOwn(draft, first, value);
  const inner: unknown = Object.hasOwn(draft, first) ? draft[first] : undefined;
  const next: Draft = typeof inner === 'object' && inner !== null ? { ...inner } : {};
  put(next, others, value);
  setOwn(draft, first, next);
}

/** A record that says what a setting says, and nothing else. */
export function recordOf(plan: PolicyPlan, setting: Setting, asOf: AsOfMoment): CustomerRecord {
  const fields: Draft = {};
  const facts: { [id: string]: FactValue } = {};
  const assessments: { indicator: string; rating: number; of: number; at: string }[] = [];
  let segment: string | undefined;
  const bands: { [id: string]: { readonly band: string } } = {};
  for (const [path, value] of setting) {
    if (value === undefined) continue;
    const shown = publicValue(value, plan.field(path) ?? { type: 'text' });
    const before = previousScoreOfPath(path);
    if (path === PREVIOUS_SEGMENT) segment = String(shown);
    else if (before !== undefined) setOwn(bands, before, { band: String(shown) });
    else if (path.startsWith(CUSTOMER)) put(fields, path.slice(CUSTOMER.length).split('.'), shown);
    else if (path.startsWith(ASSESSMENTS)) assessments.push({ indicator: path.slice(ASSESSMENTS.length), rating: Number(shown), of: 1, at: dayText(asOf.day) });
    else setOwn(facts, path, shown);
  }
  const { id } = fields;
  const hasBands = Object.keys(bands).length > 0;
  const previous = { asOf: dayText(asOf.day - 1), policy: { id: plan.policy.id }, segment: segment ?? '', ...(hasBands ? { scores: bands } : {}) };
  return {
    customer: { ...fields, id: typeof id === 'string' ? id : 'boundary' },
    ...(Object.keys(facts).length === 0 ? {} : { facts }),
    ...(assessments.length === 0 ? {} : { assessments }),
    ...(segment === undefined && !hasBands ? {} : { previous }),
  };
}
