import type { Explanation, Reason } from '../../src/explain/types.js';

/** A reason about plan completion, with what differs. */
export function reason(parts: Partial<Reason> = {}): Reason {
  return { code: 'reason/at-least', pointer: '/segments/0/when', fact: 'targetCompletion', type: 'ratio', actual: 0.92, required: 0.8, comparator: '>=', distance: 0.12, ...parts };
}

/** An explanation of which nothing is known, with what differs. */
export function explanation(parts: Partial<Explanation> = {}): Explanation {
  return {
    schema: 'clientele.explanation/1', customerId: 'D-07', asOf: '2026-06-30', policy: { id: 'dealers', version: '2026.1' }, currency: 'CNY',
    segment: 'question', status: 'matched', because: [], passedOver: [], alsoHolding: [], against: [], whyNot: [], scores: [], counterfactuals: [], noWay: [], validity: null, differs: [], idleOverrides: [], findings: [], omitted: [], labels: {},
    ...parts,
  };
}

export const quadrantIs = (required: string, parts: Partial<Reason> = {}): Reason =>
  reason({ code: 'reason/equal', fact: 'scores.quadrant.band', type: 'enum', actual: 'question-mark', required, comparator: '==', label: { en: 'Quadrant', 'zh-CN': '象限' }, ...parts });

/** A dealer with a quadrant, payments and a rating: what most policies of dealers say. */
export const dealer: Explanation = explanation({
  because: [
    { code: 'reason/equal', pointer: '/segments/2/when/and/0', fact: 'scores.quadrant.band', type: 'enum', actual: 'question-mark', required: 'question-mark', comparator: '==', label: { en: 'Quadrant', 'zh-CN': '象限' } },
    { code: 'reason/yes', pointer: '/segments/2/when/and/1', fact: 'paysOnTime', type: 'boolean', actual: true, label: { en: 'pays on time', 'zh-CN': '回款及时' } },
    { code: 'reason/at-least', pointer: '/segments/2/when/and/2', fact: 'netSpend', type: 'money', actual: 368_000, required: 100_000, comparator: '>=', distance: 268_000 },
  ],
  passedOver: [
    { segment: 'star', reasons: [quadrantIs('star', { code: 'reason/not-equal', pointer: '/segments/0/when/and/0' })], missing: [] },
  ],
  whyNot: [
    {
      segment: 'star',
      failed: [
        quadrantIs('star', { code: 'reason/not-equal', pointer: '/segments/0/when/and/0' }),
        { code: 'reason/below', pointer: '/segments/0/when/and/1', fact: 'onTimePaymentRatio', type: 'ratio', actual: 0.65, required: 0.8, comparator: '>=', distance: 0.15 },
      ],
      missing: ['assessments.credit', 'customer.attributes.hospitalLevel'],
    },
  ],
  scores: [
    {
      id: 'quadrant', label: { en: 'Quadrant', 'zh-CN': '象限' }, value: null, type: 'number', band: 'question-mark',
      axes: [
        { id: 'level', input: 'targetCompletion', value: 0.92, line: 0.95, distance: -0.03, above: false, rank: 5, of: 8, type: 'ratio' },
        { id: 'growth', input: 'targetCompletionChange', value: 0.07, line: 0, distance: 0.07, above: true, rank: 2, of: 8, type: 'ratio' },
      ],
    },
  ],
  findings: [
    { code: 'event/after-as-of', params: { count: 3 } },
    { code: 'data/part-absent', params: { part: 'interactions' } },
  ],
  labels: {
    'segments.star': { en: 'Star dealer', 'zh-CN': '明星客户' },
    'segments.question': { en: 'Question mark', 'zh-CN': '问号客户' },
    'segments.question.public': { en: 'Growing partner', 'zh-CN': '成长伙伴' },
    'scores.quadrant': { en: 'Quadrant', 'zh-CN': '象限' },
    'customer.attributes.hospitalLevel': { en: 'hospital level', 'zh-CN': '医院等级' },
    paysOnTime: { en: 'pays on time', 'zh-CN': '回款及时' },
  },
});

/** A dealer of whom the earlier period is not known. */
export const undetermined: Explanation = explanation({
  segment: 'to-review', status: 'undetermined',
  passedOver: [{ segment: 'star', reasons: [], missing: ['scores.quadrant.band', 'overdueAmount'] }],
  scores: [{ id: 'quadrant', value: null, type: 'number', band: null, reason: 'boston/no-growth' }],
  findings: [{ code: 'score/not-given', params: { score: 'quadrant', reason: 'boston/no-growth' } }, { code: 'target/missing', fact: 'targetCompletionBefore', params: { earlier: true } }],
  labels: { 'segments.to-review': { en: 'To review', 'zh-CN': '待评估' }, 'scores.quadrant': { en: 'Quadrant', 'zh-CN': '象限' }, 'segments.star': { en: 'Star dealer', 'zh-CN': '明星客户' } },
});

/** A dealer whose segment a person has set. */
export const overridden: Explanation = {
  ...dealer,
  segment: 'star', status: 'overridden', computed: { segment: 'question', status: 'matched' },
  override: { segment: 'star', actor: 'the sales director', reason: 'a new hospital from July', until: '2026-12-31' },
};
