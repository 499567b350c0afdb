import type { Finding } from '../errors/issue.js';
import type { Classification } from '../classify/types.js';
import type { IdleOverride } from './types.js';

const STATES: { readonly [code: string]: IdleOverride['state'] } = { 'override/expired': 'expired', 'override/not-yet': 'not-yet', 'override/unknown-segment': 'unknown-segment' };

/** The override that a finding is about; none for a finding that does not say whose it was and why. */
function overrideIn({ code, params }: Finding): readonly IdleOverride[] {
  const state = Object.hasOwn(STATES, code) ? STATES[code] : undefined;
  const { segment, actor, reason, from, until } = params;
  if (state === undefined || typeof segment !== 'string' || typeof actor !== 'string' || typeof reason !== 'string') return [];
  return [{ state, segment, actor, reason, ...(typeof from === 'string' ? { from } : {}), ...(typeof until === 'string' ? { until } : {}) }];
}

/** The overrides that are stated and not in force, from what was noticed when the customer was classified. */
export function idleOverridesOf({ findings }: Classification): readonly IdleOverride[] {
  return findings.flatMap(overrideIn);
}
