import { throwErrors } from '../errors/classifier-error.js';
import { issueMaker, type Issue } from '../errors/issue.js';
import { policyMessages } from '../errors/messages/policy.js';
import { requireObject } from '../errors/refuse-argument.js';
import { listNames, suggestName } from '../internal/closest.js';
import { childPointer } from '../internal/pointer.js';
import { kindOf } from './schema.js';
import type { Policy } from './types.js';
import type { Window } from './window.js';

const policyIssue = issueMaker(policyMessages);

/** What may differ from a preset without making it another kind of policy. `P` are the ids of its parameters. */
export interface PolicyChange<P extends string = string> {
  readonly id: string;
  readonly version: string;
  readonly parameters?: { readonly [K in P]?: number | string | boolean };
  readonly currency?: string;
  readonly timeZone?: string;
  readonly window?: Window;
}

const CHANGES: { readonly [K in keyof Required<PolicyChange>]: true } = {
  id: true,
  version: true,
  parameters: true,
  currency: true,
  timeZone: true,
  window: true,
};

/**
 * Makes a policy of your own from a preset: another id and version, and other figures where you want them.
 *
 * Gives a new policy; the preset stays as it is. Parameters that are not named keep their value. Throws a `ClassifierError` with
 * `policy/unknown-parameter` for a parameter that the preset does not have, `policy/wrong-parameter` for a value of another type, and
 * `policy/unknown-option` for a change that is not possible. The rest is checked by `createClassifier`.
 *
 * @example
 * import { definePolicy, policyFrom } from 'clientele';
 * const preset = definePolicy({
 *   schema: 'clientele.policy/1', id: 'preset', version: '1', currency: 'CNY', timeZone: 'UTC', parameters: { goldFrom: 5000 },
 *   segments: [{ id: 'gold', when: { '>=': [{ var: 'netSpend' }, { var: 'parameters.goldFrom' }] } }, { id: 'standard' }],
 *   otherwise: 'standard',
 * });
 * const policy = policyFrom(preset, { id: 'shop', version: '2026.1', currency: 'EUR', parameters: { goldFrom: 800 } });
 * policy.parameters; // => { goldFrom: 800 }
 */
export function policyFrom<G extends string, S extends string, F extends string, A extends string, P extends string>(
  preset: Policy<G, S, F, A, P>,
  change: PolicyChange<NoInfer<P>>,
): Policy<G, S, F, A, P>;
export function policyFrom(preset: Policy, change: PolicyChange): Policy {
  requireObject('preset', preset);
  requireObject('change', change);
  const { parameters: given = {}, ...settings } = change;
  const own = preset.parameters ?? {};
  throwErrors([...unknownChanges(change), ...wrongParameters(given, own)]);
  const policy: Policy = { ...preset, ...defined(settings) };
  return preset.parameters === undefined ? policy : { ...policy, parameters: { ...own, ...defined(given) } };
}

/** Without the members that are undefined: they change nothing. */
function defined<Value>(members: { readonly [name: string]: Value | undefined }): { readonly [name: string]: Value } {
  return Object.fromEntries(Object.entries(members).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

function unknownChanges(change: PolicyChange): readonly Issue[] {
  const known = Object.keys(CHANGES);
  return Object.keys(change)
    .filter((name) => !known.includes(name))
    .map((name) => policyIssue('policy/unknown-option', childPointer('', name), { name }, { suggestion: suggestName(name, known) }));
}

function wrongParameters(given: NonNullable<PolicyChange['parameters']>, own: NonNullable<Policy['parameters']>): readonly Issue[] {
  const known = Object.keys(own);
  return Object.entries(given).flatMap(([name, value]) => {
    const pointer = childPointer('/parameters', name);
    const before = Object.hasOwn(own, name) ? own[name] : undefined;
    if (before === undefined) {
      const params = { name, known: listNames(known) };
      return [policyIssue('policy/unknown-parameter', pointer, params, { suggestion: suggestName(name, known) })];
    }
    if (value === undefined || typeof value === typeof before) return [];
    return [policyIssue('policy/wrong-parameter', pointer, { name, actual: kindOf(value), expected: kindOf(before) })];
  });
}
