import { throwErrors } from '../errors/classifier-error.js';
import { firstIssues, type Issue, type Result } from '../errors/issue.js';
import { copyJson } from '../internal/copy-json.js';
import { freezeJson } from '../internal/freeze-json.js';
import { withLimits, type Limits } from '../internal/limits.js';
import type { Operator } from '../rules/define-operator.js';
import type { Scorer } from '../scorers/scorer.js';
import type { PolicyPlan } from './plan.js';
import { resolvePolicy } from './resolve.js';
import { checkExpected } from './resolve-names.js';
import { readShape } from './schema.js';
import type { Policy } from './types.js';

/** How a policy is read. */
export interface PolicyOptions<G extends string = string, S extends string = string> {
  /** The policy must declare exactly these; the result is typed by them. */
  readonly expect?: { readonly segments?: readonly G[]; readonly scores?: readonly S[] };
  /** The host's own scorers that the policy may name. */
  readonly scorers?: readonly Scorer[];
  /** The host's own operators that its rules may use. */
  readonly operators?: readonly Operator[];
  readonly limits?: Partial<Limits>;
}

/** Reads a policy into a plan that can be run; all issues at once, at most 100. The input is copied first and never read again; the copy is frozen. */
export function planPolicy(json: unknown, options: PolicyOptions = {}): Result<PolicyPlan> {
  const limits = withLimits(options.limits);
  const { value, issues: ofDocument } = copyJson(json, limits);
  if (value === undefined) return { ok: false, issues: firstIssues(ofDocument) };
  const { policy, issues: ofShape } = readShape(freezeJson(value));
  if (policy === undefined) return { ok: false, issues: firstIssues(ofShape) };
  const resolved = resolvePolicy(policy, value, { scorers: options.scorers, operators: options.operators, limits });
  const found: Issue[] = [...ofShape];
  checkExpected('segments', policy.segments.map(({ id }) => id), options.expect?.segments, found);
  checkExpected('scores', Object.keys(policy.scores ?? {}), options.expect?.scores, found);
  const issues = firstIssues([...found, ...resolved.issues]);
  return resolved.ok && found.length === 0 ? { ok: true, value: resolved.value, issues } : { ok: false, issues };
}

/**
 * Reads a policy from JSON and says everything that is wrong with it, without throwing.
 *
 * Gives `{ ok: true, value, issues }` with warnings only, or `{ ok: false, issues }`. Each issue has a code, a JSON Pointer, a
 * message and, where possible, a suggestion. At most 100 issues are listed.
 *
 * @example
 * import { safeParsePolicy } from 'clientele';
 * const result = safeParsePolicy({
 *   schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghia',
 *   segments: [{ id: 'all' }], otherwise: 'all',
 * });
 * result.ok; // => false
 * result.issues.map((issue) => [issue.code, issue.suggestion]); // => [['policy/unknown-time-zone', 'Asia/Shanghai']]
 */
export function safeParsePolicy<const G extends string = string, const S extends string = string>(
  json: unknown,
  options?: PolicyOptions<G, S>,
): Result<Policy<G, S>>;
export function safeParsePolicy(json: unknown, options?: PolicyOptions): Result<Policy> {
  const planned = planPolicy(json, options);
  return planned.ok ? { ok: true, value: planned.value.policy, issues: planned.issues } : planned;
}

/**
 * Reads a policy from JSON, from a file or a database, and throws a `ClassifierError` that lists everything that is wrong with it.
 *
 * With `expect` the policy must declare exactly those segments (and scores); the result is then typed by them, so that the compiler
 * knows every segment that a classification can give.
 *
 * @example
 * import { parsePolicy } from 'clientele';
 * const policy = parsePolicy(
 *   {
 *     schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai',
 *     segments: [{ id: 'gold', when: { '>=': [{ var: 'netSpend' }, 5000] } }, { id: 'standard' }],
 *     otherwise: 'standard',
 *   },
 *   { expect: { segments: ['gold', 'standard'] } },
 * );
 * policy.id; // => 'shop'
 */
export function parsePolicy<const G extends string = string, const S extends string = string>(json: unknown, options?: PolicyOptions<G, S>): Policy<G, S>;
export function parsePolicy(json: unknown, options?: PolicyOptions): Policy {
  return plannedPolicy(json, options).policy;
}

/** The plan of a policy; throws what is wrong with it. */
export function plannedPolicy(json: unknown, options?: PolicyOptions): PolicyPlan {
  const planned = planPolicy(json, options);
  if (planned.ok) return planned.value;
  throwErrors(planned.issues);
  throw new TypeError('a refused policy has errors');
}
