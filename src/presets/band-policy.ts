import type { Text } from '../errors/json.js';
import { freezeJson } from '../internal/freeze-json.js';
import type { Action, Declared, Policy } from '../policy/types.js';
import type { Measure } from '../policy/measure.js';
import type { Rule } from '../policy/rule.js';
import type { ScoreSpec } from '../policy/score-spec.js';
import type { Window } from '../policy/window.js';

/** One class of a preset: the segment of who has its id as band, unless it says otherwise. */
export interface PresetClass<G extends string> {
  readonly id: G;
  readonly label: Text;
  readonly note: string;
  readonly when?: Rule;
  readonly actions: readonly Action[];
}

/** A preset whose segments are the bands of one score, from the best to the worst where it is ranked. */
export interface BandPolicy<G extends string, P extends string> {
  readonly id: string;
  readonly label: Text;
  readonly note: string;
  readonly window?: Window;
  readonly parameters?: { readonly [K in P]: number };
  readonly attributes?: { readonly [id: string]: Declared };
  readonly facts?: { readonly [id: string]: Declared };
  readonly measures?: { readonly [id: string]: Measure };
  readonly score: ScoreSpec;
  readonly classes: readonly PresetClass<G>[];
  /** False where no class is better than another. */
  readonly isRanked: boolean;
}

/** Makes the policy of a preset: whoever has no band is to be looked at by a person. */
export function bandPolicy<G extends string, P extends string = never>(preset: BandPolicy<G, P>): Policy<G | 'to-review', 'class', string, string, P> {
  const { score, classes, isRanked, ...rest } = preset;
  const policy: Policy<G | 'to-review', 'class', string, string, P> = {
    ...rest,
    schema: 'clientele.policy/1',
    version: '1',
    currency: 'CNY',
    timeZone: 'Asia/Shanghai',
    scores: { class: score },
    segments: [
      ...classes.map((one) => ({ ...one, when: one.when ?? { '==': [{ var: 'scores.class.band' }, one.id] as const } })),
      {
        id: 'to-review',
        label: { en: 'To review', 'zh-CN': '待确认' },
        note: 'What decides is not known.',
        actions: [{ id: 'complete-data', kind: 'data', goal: 'identify', label: { en: 'Complete what is missing', 'zh-CN': '补全缺失的数据' } }],
      },
    ],
    ...(isRanked ? { ranking: classes.map(({ id }) => id) } : {}),
    otherwise: 'to-review',
    undetermined: 'to-review',
  };
  return freezeJson(policy);
}
