// One policy with every part, as a text of JSON would give it. A function, so that each test has its own.
import type { Json } from '../../src/errors/json.js';
import type { Window } from '../../src/policy/window.js';

export type Document = { [key: string]: Json };

export function examplePolicy(): Document {
  return {
    $schema: './node_modules/clientele/policy.schema.json',
    schema: 'clientele.policy/1',
    id: 'dealers',
    version: '2026.1',
    label: { en: 'Dealers', 'zh-CN': '经销商' },
    note: 'agreed with sales',
    currency: 'CNY',
    timeZone: 'Asia/Shanghai',
    window: { last: 'P12M' },
    fiscalYearStart: 4,
    parameters: { onTime: 0.8, goldFrom: 5000, strict: true, region: 'east' },
    attributes: {
      hospitalLevel: { type: 'enum', values: { '3A': { en: '3A', 'zh-CN': '三甲' }, '2A': '2A' } },
      birthYear: { type: 'number', protected: true, min: 1900, max: 2020 },
    },
    facts: {
      npsScore: { type: 'number', min: -100, max: 100, unit: 'points', label: { en: 'NPS', 'zh-CN': '净推荐值' }, note: 'yearly survey' },
      plan: { type: 'enum', values: ['a', 'b'] },
    },
    measures: {
      rxShare: {
        share: { of: 'lines.amount', where: { '==': [{ var: 'category' }, 'rx'] } },
        label: { en: 'Prescription share', 'zh-CN': '处方药占比' },
      },
      paysOnTime: {
        when: { '>=': [{ var: 'onTimePaymentRatio' }, { var: 'parameters.onTime' }] },
        label: 'pays on time',
        note: 'by amount',
      },
      orders: { count: { of: 'sales', window: { calendar: 'quarter', back: 1 } }, unit: 'orders' },
      growth: { change: { of: 'orders', back: 4, as: 'rate' } },
    },
    scores: {
      quadrant: {
        scorer: 'boston-quadrant',
        level: 'targetCompletion',
        growth: 'targetCompletionChange',
        cut: { rank: 'top-half' },
        peers: { by: 'customer.region.province', otherwise: 'all' },
        label: 'Quadrant',
        note: 'by plan',
      },
      worth: { scorer: 'value', of: 'netSpend', cut: { fixed: [1000, 5000] }, bands: ['low', 'medium', 'high'] },
      stage: { scorer: 'lifecycle-stage', atRiskFromDays: 90, lapsedFromDays: 365 },
      churn: { scorer: 'acme:churn', horizon: { days: 90 } },
    },
    hitPolicy: 'first',
    segments: [
      {
        id: 'key-account',
        label: { en: 'Key account', 'zh-CN': '重点客户' },
        publicLabel: 'Partner',
        when: {
          and: [
            { '==': [{ var: 'scores.quadrant.band' }, 'star'] },
            { var: 'paysOnTime' },
            { '!': { missing: ['npsScore'] } },
            { between: [{ var: 'rxShare' }, 0.1, 0.9] },
          ],
        },
        formerly: ['gold'],
        actions: [
          { id: 'personal-offer', kind: 'offer', goal: 'retain', label: { en: 'Personal recommendations' }, data: { discount: [1, null] } },
        ],
        note: 'the best',
      },
      { id: 'maintain', when: { in: [{ var: 'scores.quadrant.band' }, ['star', 'cash-cow']] } },
      { id: 'near', when: { 'acme:near': [{ var: 'assessments.credit' }, 0.5] } },
      { id: 'ordinary', label: { en: 'Ordinary', 'zh-CN': '普通客户' } },
      { id: 'to-review' },
    ],
    ranking: ['key-account', 'maintain', 'ordinary'],
    otherwise: 'ordinary',
    undetermined: 'to-review',
  };
}

export function smallPolicy(): Document {
  return { schema: 'clientele.policy/1', id: 'x', version: '1', currency: 'CNY', timeZone: 'UTC', segments: [{ id: 'a' }], otherwise: 'a' };
}

/** Every form of a window: what compiles is accepted. */
export const windows: readonly Window[] = [
  { last: 'P12M' }, { last: 'P90D', back: 1 }, { last: 'P1Y6M', back: 1, yearsBack: 2 }, { calendar: 'month' }, { calendar: 'quarter', back: 1 }, { calendar: 'year', yearsBack: 1 },
  { calendar: 'fiscalYear', back: 1, yearsBack: 1 }, { calendar: 'week', back: 52 }, { from: '2026-01-01', to: '2026-03-31' }, { life: true },
];
