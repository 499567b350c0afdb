import type { Issue } from '../errors/issue.js';
import type { PolicyPlan } from '../policy/plan.js';
import { declaredUnused } from './declared-unused.js';
import { labelMissing } from './label-missing.js';
import { protectedAttribute } from './protected-attribute.js';
import type { Lint } from './lint.js';

const LINTS: readonly Lint[] = [declaredUnused, labelMissing, protectedAttribute];

/** Everything that is allowed in a policy and probably not meant: the warnings of reading it, then those of each lint. */
export function lintPolicy(plan: PolicyPlan): readonly Issue[] {
  return [...plan.issues, ...LINTS.flatMap((lint) => lint(plan))];
}
