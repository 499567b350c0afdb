import { issueMaker } from '../errors/issue.js';
import { testingMessages } from '../errors/messages/testing.js';

/** Makes an issue of what the kits find: see the table of messages. */
export const testingIssue = issueMaker(testingMessages);
