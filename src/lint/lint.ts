import { issueMaker, type Issue } from '../errors/issue.js';
import { lintMessages } from '../errors/messages/lint.js';
import type { PolicyPlan } from '../policy/plan.js';

export const lintIssue = issueMaker(lintMessages);

/** Something that is allowed in a policy and probably not meant. */
export type Lint = (plan: PolicyPlan) => readonly Issue[];
