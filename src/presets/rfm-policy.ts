// What all RFM presets share: a score with a table of classes, a segment for each class, one for who never bought, one for the unknown.
import { freezeJson } from '../internal/freeze-json.js';
import type { ScorerOptions } from '../policy/score-spec.js';
import type { Action, Goal, Policy, Segment } from '../policy/types.js';
import type { Window } from '../policy/window.js';
import type { RfmSpec } from '../scorers/rfm/types.js';

/** A text in both languages. */
export interface BothTexts {
  readonly en: string;
  readonly 'zh-CN': string;
}

/** A class of a table, as a segment: its id is a band of the table. */
export interface RfmClass<G extends string> {
  readonly id: G;
  readonly label: BothTexts;
  readonly note: string;
  readonly actions: readonly Action[];
}

interface RfmPreset<G extends string, P extends string> {
  readonly id: string;
  readonly label: BothTexts;
  readonly note: string;
  readonly window?: Window;
  readonly parameters: { readonly [K in P]: number };
  /** The options of the score, with figures given by parameters where people argue about them. */
  readonly score: ScorerOptions<Omit<RfmSpec, 'scorer'>, string>;
  readonly scoreNote: string;
  /** Best first, in the order of the table. */
  readonly classes: readonly RfmClass<G>[];
  /** True where the published table leaves cells without a class. */
  readonly hasHoles?: boolean;
}

/** The segments of an RFM preset that are no class of its table. */
export type RfmOtherSegment = 'prospect' | 'others' | 'to-review';

/** An action with its label in both languages. */
export function action(id: string, kind: string, goal: Goal, en: string, zhCN: string): Action {
  return { id, kind, goal, label: { en, 'zh-CN': zhCN } };
}

const PROSPECT: Segment<'prospect'> = {
  id: 'prospect',
  label: { en: 'Never bought', 'zh-CN': '潜在客户' },
  note: 'Known, and has never bought: there is nothing to score.',
  when: { and: [{ '==': [{ var: 'purchases' }, 0] }, { '!': { present: { var: 'daysSinceLastPurchase' } } }] },
  actions: [action('first-order', 'offer', 'acquire', 'A reason for the first order', '首单礼遇')],
};

const OTHERS: Segment<'others'> = {
  id: 'others',
  label: { en: 'In no class', 'zh-CN': '未列入任何类别' },
  note: 'The published table has no class for these scores.',
  when: { '==': [{ var: 'scores.rfm.band' }, 'others'] },
  actions: [action('look', 'review', 'identify', 'Decide what to call them', '确定其归属')],
};

const TO_REVIEW: Segment<'to-review'> = {
  id: 'to-review',
  label: { en: 'To review', 'zh-CN': '待确认' },
  note: 'The purchases are not known, or there are too few to compare with.',
  actions: [action('complete-data', 'data', 'identify', 'Load the missing transactions', '补全交易数据')],
};

/** Makes the policy of an RFM preset. */
export function rfmPolicy<const G extends string, const P extends string>(preset: RfmPreset<G, P>): Policy<G | RfmOtherSegment, 'rfm', never, never, P> {
  const { id, label, note, window, parameters, score, scoreNote, classes, hasHoles = false } = preset;
  const segments: readonly Segment<G | RfmOtherSegment>[] = [
    PROSPECT,
    ...classes.map(({ id: band, ...words }): Segment<G> => ({ id: band, ...words, when: { '==': [{ var: 'scores.rfm.band' }, band] } })),
    ...(hasHoles ? [OTHERS] : []),
    TO_REVIEW,
  ];
  const bandLabels = Object.fromEntries([...classes, ...(hasHoles ? [OTHERS] : [])].map((segment) => [segment.id, segment.label ?? segment.id]));
  return freezeJson({
    schema: 'clientele.policy/1',
    id,
    version: '1',
    label,
    note,
    currency: 'CNY',
    timeZone: 'Asia/Shanghai',
    ...(window === undefined ? {} : { window }),
    parameters,
    scores: { rfm: { scorer: 'rfm', label: { en: 'RFM class', 'zh-CN': 'RFM 类别' }, bandLabels, ...score, note: scoreNote } },
    segments,
    ranking: classes.map((each) => each.id),
    otherwise: 'to-review',
    undetermined: 'to-review',
  });
}
