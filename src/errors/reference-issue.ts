import { issueMaker } from './issue.js';
import { referenceMessages } from './messages/reference.js';

/** Makes an issue of what does not fit together: see the table of messages. */
export const referenceIssue = issueMaker(referenceMessages);
