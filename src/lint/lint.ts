import { issueMaker, type Issue } from '../errors/issue.js';
import { lintMessages } from '../errors/messages/lint.js';
import type { PolicyPlan } from '../policy/plan.js';

export const lintIssue = issueMaker(lintMessages);

/** What a lint looks at. */
export interface LintSubject {
  readonly plan: PolicyPlan;
  /** Every path that a rule, a measure or a score reads. */
  readonly used: ReadonlySet<string>;
}

/** Something that is allowed in a policy and probably not meant. */
export type Lint = (subject: LintSubject) => readonly Issue[];
