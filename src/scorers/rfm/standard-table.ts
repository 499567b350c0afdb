import type { RfmRow } from './types.js';

/**
 * Our own table of classes 1 to 5. The rows share no cell and leave none, and a higher class on any axis never gives a band further down:
 * a test tries all 125 cells.
 *
 * Recency says the stage (4 and 5 buys, 3 cools down, 2 is about to leave, 1 has left). Within a stage those who buy often (3 and more) or
 * for much (4 and 5) are told from the others.
 */
export const STANDARD_TABLE: readonly RfmRow[] = [
  { band: 'champions', recency: [4, 5], frequency: [4, 5], monetary: [4, 5] },
  { band: 'loyal', recency: [4, 5], frequency: [4, 5], monetary: [1, 3] },
  { band: 'loyal', recency: [4, 5], frequency: [3, 3], monetary: [1, 5] },
  { band: 'big-spenders', recency: [4, 5], frequency: [1, 2], monetary: [4, 5] },
  { band: 'recent', recency: [4, 5], frequency: [1, 2], monetary: [1, 3] },
  { band: 'needs-attention', recency: [3, 3], frequency: [3, 5], monetary: [1, 5] },
  { band: 'needs-attention', recency: [3, 3], frequency: [1, 2], monetary: [4, 5] },
  { band: 'cooling', recency: [3, 3], frequency: [1, 2], monetary: [1, 3] },
  { band: 'at-risk', recency: [2, 2], frequency: [3, 5], monetary: [1, 5] },
  { band: 'at-risk', recency: [2, 2], frequency: [1, 2], monetary: [4, 5] },
  { band: 'dormant', recency: [2, 2], frequency: [1, 2], monetary: [1, 3] },
  { band: 'win-back', recency: [1, 1], frequency: [3, 5], monetary: [1, 5] },
  { band: 'win-back', recency: [1, 1], frequency: [1, 2], monetary: [4, 5] },
  { band: 'lost', recency: [1, 1], frequency: [1, 2], monetary: [1, 3] },
];
