import type { Json } from '../../errors/json.js';
import { bandScore, noScore } from '../inputs.js';
import { readObject } from '../options.js';
import { climbed, readStages, stageConditions, type Stage } from '../stages.js';
import type { LoyaltyMode } from './mode.js';

/** One stage of a ladder. */
export interface LadderStageSpec {
  /** What rules call it: the band. */
  readonly id: string;
  /** Who is in it, having reached all below it. */
  readonly when: Json;
}

/** How far up a ladder a customer has come, stage by stage. Options as a policy writes them. */
export interface LadderLoyaltySpec {
  readonly scorer: 'loyalty';
  readonly mode: 'ladder';
  /** The lowest first, such as prospect, customer, client, supporter, advocate. */
  readonly stages: readonly LadderStageSpec[];
}

export const byLadder: LoyaltyMode<readonly Stage[], null> = {
  result: 'ordinal',
  readOptions: (json, report) => readStages(readObject(json, ['mode', 'stages'], '', report), 'climb', [], report),
  inputs: () => [],
  conditions: (stages) => stageConditions(stages),
  bands: (stages) => stages.map(({ id }) => id),
  fit: () => null,
  readFitted: (json): json is null => json === null,
  score: (inputs, stages) => {
    const found = climbed(stages, inputs);
    return 'reason' in found ? noScore(found.reason) : bandScore(found.stage);
  },
};
