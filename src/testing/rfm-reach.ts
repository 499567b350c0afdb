import { ClassifierError } from '../errors/classifier-error.js';
import { plannedPolicy } from '../policy/parse-policy.js';
import type { Policy } from '../policy/types.js';
import { reachOf, type RfmReach } from '../scorers/rfm/reach.js';
import type { RfmOptions } from '../scorers/rfm/types.js';
import { testingIssue } from './testing-issue.js';

export type { RfmReach } from '../scorers/rfm/reach.js';

/**
 * Says what the table of an RFM score covers: cells that no row names, cells that rows of several bands name, bands that nobody can get, and
 * places where one class more on one axis gives a band further down.
 *
 * Cells are told by their codes, such as `543`. The bands are taken as written from the best to the worst; a last row without ranges names no
 * cells. Throws a `ClassifierError` for a policy that is not right, and with `testing/no-rfm-table` for a score that is no RFM score with a
 * table.
 *
 * @example
 * import { definePolicy } from 'clientele';
 * import { rfmReach } from 'clientele/testing';
 * const policy = definePolicy({
 *   schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai', segments: [],
 *   scores: {
 *     rfm: {
 *       scorer: 'rfm', cut: { mean: true },
 *       table: [{ band: 'best', recency: [2, 2], frequency: [2, 2] }, { band: 'large', monetary: [2, 2] }, { band: 'star', codes: ['222'] }, { band: 'rest' }],
 *     },
 *   },
 * });
 * rfmReach(policy, 'rfm'); // => { cells: 8, uncovered: ['111', '121', '211'], shared: ['222'], unreachable: ['star'], falls: [] }
 */
export function rfmReach(policy: Policy<string, string, string, string, string>, score: string): RfmReach {
  const planned = plannedPolicy(policy).scores.find(({ id, scorer }) => id === score && scorer.id === 'rfm');
  // The options of a planned score are what its own scorer read.
  const options = planned?.options as RfmOptions | undefined;
  if (options?.table === undefined) throw new ClassifierError([testingIssue('testing/no-rfm-table', '', { score })]);
  return reachOf(options.table.rows, options.grid);
}
