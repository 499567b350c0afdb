// A policy with every part, every operator, every take of a measure and every way to cut a score: what has words must be told by it.
import type { Json } from '../../src/errors/json.js';
import { defineScorer } from '../../src/scorers/define-scorer.js';
import { policyOperators, sampleRule, valueOfType } from '../rules/operator-samples.js';
import { v } from '../rules/kit.js';
import type { ValueType } from '../../src/rules/types.js';
import { near } from './rule-samples.js';

export const churn = defineScorer({
  id: 'acme:churn', version: '1', result: 'numeric', readOptions: () => ({}), inputs: () => ['netSpend', 'given'], score: () => ({ value: 1, band: null }),
});
export const plugIns = { operators: [near], scorers: [churn] };

/** A fact of the type that an operator takes first. */
const FACTS: { readonly [T in ValueType]: string } = {
  number: 'given', money: 'netSpend', ratio: 'onTimePaymentRatio', count: 'webOrders', days: 'daysSinceLastPurchase', date: 'customer.attributes.joined', boolean: 'paysOnTime',
  text: 'customer.region.city', enum: 'customer.attributes.level', list: 'customer.attributes.tags',
};
const TYPE_OF: { readonly [operator: string]: ValueType } = {
  before: 'date', after: 'date', and: 'boolean', or: 'boolean', '!': 'boolean', '!!': 'boolean', if: 'boolean', in: 'enum', contains: 'list', overlaps: 'list', some: 'list', all: 'list', none: 'list',
  startsWith: 'text', endsWith: 'text', '+': 'money', '-': 'ratio', between: 'days', '>=': 'ratio', '<': 'money', '<=': 'days', '>': 'count', '===': 'enum', '!=': 'text', present: 'date', default: 'count',
};

function ruleOf(operator: string): Json {
  if (operator === 'missing_some') return { '!': { missing_some: [1, ['netSpend', 'given']] } };
  const type = TYPE_OF[operator] ?? 'number';
  return sampleRule(operator, FACTS[type], type, type === 'list' ? ['red'] : type === 'enum' ? 'A' : valueOfType[type]);
}

export const everyPart = {
  schema: 'clientele.policy/1', id: 'every-part', version: '2026.1', label: { en: 'Every part', 'zh-CN': '全部内容' }, note: 'not told', currency: 'EUR', timeZone: 'Europe/Paris',
  window: { last: 'P1Y6M' }, fiscalYearStart: 4,
  parameters: { onTime: 0.8, from: 5000, middle: 0.5, strict: true, city: 'Paris', days: 90 },
  attributes: {
    joined: { type: 'date', label: { en: 'Joined on', 'zh-CN': '加入日期' } },
    level: { type: 'enum', values: { A: { en: 'Level A, the best', 'zh-CN': '甲级' }, B: 'B' }, label: { en: 'Level', 'zh-CN': '等级' } },
    tags: { type: 'list', values: ['red', 'green'], label: { en: 'Tags', 'zh-CN': '标签' } },
    age: { type: 'count', min: 0, max: 130, unit: 'years', protected: true, label: { en: 'Age', 'zh-CN': '年龄' } },
  },
  facts: {
    given: { type: 'number', min: -100, label: { en: 'A given figure', 'zh-CN': '外部数值' }, unit: 'units' },
    limit: { type: 'money', max: 1000 },
    ready: { type: 'boolean' },
  },
  measures: {
    webOrders: { count: { of: 'transactions', where: { '==': [v('channel'), 'web'] } }, label: { en: 'Web orders', 'zh-CN': '网络订单数' }, unit: 'orders' },
    quarterSpend: { sum: { of: 'transactions.amount', window: { calendar: 'quarter', back: 1 } }, label: { en: 'Spend of the last quarter', 'zh-CN': '上季度消费额' } },
    openDeals: { count: { of: 'opportunities', where: { and: [{ '==': [v('status'), 'open'] }, { or: [{ '>=': [v('amount'), v('parameters.from')] }, { '!': { present: v('stage') } }] }] }, window: { last: 'P90D' } } },
    rxShare: { share: { of: 'lines.amount', where: { in: [v('category'), ['rx', 'otc']] }, window: { last: 'P12W' } }, label: { en: 'Prescription share', 'zh-CN': '处方药占比' } },
    visits: { count: { of: 'interactions', window: { calendar: 'month' } } },
    costs: { sum: { of: 'costs.amount', window: { calendar: 'year', back: 2 } } },
    refundRatio: { ratio: { of: 'refunds', to: 'grossSpend' } },
    growth: { change: { of: 'quarterSpend', as: 'rate' }, label: { en: 'Growth', 'zh-CN': '增长率' } },
    spendChange: { change: { of: 'quarterSpend', back: 4 } },
    shareChange: { change: { of: 'rxShare' }, label: { en: 'Change of the share', 'zh-CN': '占比增减' } },
    paysOnTime: { when: { '>=': [v('onTimePaymentRatio'), v('parameters.onTime')] }, label: { en: 'Pays on time', 'zh-CN': '回款及时' } },
  },
  scores: {
    byFixed: { scorer: 'value', cut: { fixed: [1000, v('parameters.from')] }, bands: ['low', 'middle', 'top'] },
    byQuantile: { scorer: 'frequency', of: 'webOrders', cut: { quantile: [v('parameters.middle'), 0.8] }, peers: { by: 'customer.region.province', otherwise: 'all' }, label: { en: 'Web frequency', 'zh-CN': '网购频次' } },
    byMean: { scorer: 'value', of: 'daysSinceLastPurchase', cut: { mean: true, better: 'lower' }, peers: { by: 'customer.attributes.level', minimum: 10 } },
    byTop: { scorer: 'value', cut: { rank: { top: 10 } } },
    byShare: { scorer: 'payment-timeliness', cut: { rank: { share: 0.2 } } },
    byClasses: { scorer: 'value', of: 'given', cut: { quantile: { classes: 2 }, type: 6 } },
    byPlaces: { scorer: 'value', of: 'given', cut: { quantile: [0.5], ties: 'mid' } },
    byMin: { scorer: 'value', of: 'given', cut: { quantile: [0.5], ties: 'min' } },
    byMax: { scorer: 'value', of: 'given', cut: { quantile: [0.5], ties: 'max' } },
    byDense: { scorer: 'value', of: 'given', cut: { quantile: [0.5], ties: 'dense' } },
    asR: { scorer: 'value', of: 'given', cut: { quantile: { classes: 3 }, mode: 'r-rfm', better: 'lower' } },
    asPandas: { scorer: 'value', of: 'given', cut: { quantile: { classes: 3 }, mode: 'pandas-qcut' } },
    asSql: { scorer: 'value', of: 'given', cut: { quantile: { classes: 3 }, mode: 'percent-rank' } },
    byMedian: { scorer: 'value', of: 'given', cut: { median: true } },
    byPareto: { scorer: 'value', cut: { pareto: [v('parameters.onTime'), 0.95] } },
    byNature: { scorer: 'value', of: 'given', cut: { natural: { classes: 3 } } },
    byWidth: { scorer: 'value', of: 'given', cut: { equalWidth: { classes: 3 } } },
    abc: { scorer: 'abc', shares: [v('parameters.onTime'), 0.95] },
    anyBand: { scorer: 'bands', of: 'webOrders', cut: { fixed: [3] } },
    recency: { scorer: 'recency', cut: { fixed: [365, v('parameters.days')] } },
    worth: { scorer: 'value', cut: { fixed: [1000] }, potential: { of: 'limit', cut: { median: true } } },
    timeliness: { scorer: 'payment-timeliness', cut: { fixed: [80] } },
    quadrant: { scorer: 'boston-quadrant', level: 'targetCompletion', growth: 'targetCompletionChange', cut: { level: { fixed: [1] }, growth: { fixed: [0.05] } }, label: { en: 'Quadrant', 'zh-CN': '波士顿象限' } },
    card: {
      scorer: 'scorecard', missing: 'redistribute', cut: { fixed: [50, 80] }, cap: 100,
      groups: [
        { id: 'buying', label: { en: 'Buying', 'zh-CN': '采购' }, weight: 60, items: [{ of: 'netSpend', weight: 2, marks: 'best' }, { of: 'webOrders', weight: 1, marks: { target: v('parameters.days') }, label: { en: 'Web orders', 'zh-CN': '网购' } }] },
        { id: 'service', cap: 10, items: [{ of: 'interactions', each: 0.5, times: 10 }, { id: 'pays', when: { '>=': [v('onTimePaymentRatio'), v('parameters.onTime')] }, points: 5 }] },
      ],
      gates: [{ id: 'debts', when: { '>': [v('overdueAmount'), 1000] }, band: 'B' }],
    },
    cell: {
      scorer: 'matrix', rows: { of: 'netSpend', cut: { fixed: [1000, v('parameters.from')] } }, columns: { of: 'scores.byFixed.band', classes: [['low', 'middle'], 'top'] },
      cells: [['few', 'fewer'], ['some', 'more'], ['many', 'most']], bandLabels: { most: { en: 'The most', 'zh-CN': '最多' } },
    },
    stage: { scorer: 'lifecycle-stage', atRiskFromDays: v('parameters.days'), lapsedFromDays: 365 },
    rfm: { scorer: 'rfm', recency: { of: 'daysSinceLastPurchase', weight: 2 }, monetary: { cut: { fixed: [100] } }, table: [{ band: 'best', recency: [4, 5] }, { band: 'rest' }], minimumFrequency: 2 },
    loyalty: { scorer: 'loyalty', loyalFromPurchases: 5, newBelowDays: 30 },
    index: { scorer: 'loyalty', mode: 'composite', items: [{ of: 'purchases', weight: 1, marks: { target: 12 } }], missing: 'penalise' },
    kindOfLoyalty: { scorer: 'loyalty', mode: 'attitude', behaviour: { of: 'scores.loyalty.band', classes: [['new', 'potentially-loyal'], 'loyal'] }, attitude: { of: 'given', cut: { fixed: [9] } } },
    ladder: { scorer: 'loyalty', mode: 'ladder', stages: [{ id: 'prospect', when: true }, { id: 'regular', when: { '>=': [v('purchases'), v('parameters.days')] } }] },
    wallet: { scorer: 'loyalty', mode: 'share-of-wallet', cut: { fixed: [v('parameters.onTime')] } },
    byRank: { scorer: 'loyalty', mode: 'wallet-allocation', rank: 'given', brands: 'webOrders', cut: { median: true } },
    churn: { scorer: 'acme:churn', horizon: { days: v('parameters.days'), parts: ['a', 1, []] }, main: 'netSpend', isNew: true },
  },
  segments: [
    { id: 'best', label: { en: 'Best', 'zh-CN': '最佳' }, publicLabel: { en: 'Gold', 'zh-CN': '金卡' }, actions: [{ id: 'call', label: { en: 'Call', 'zh-CN': '致电' }, kind: 'call', goal: 'retain' }, { id: 'bare' }] },
    { id: 'fine', label: { en: 'Fine, so far', 'zh-CN': '尚可' }, formerly: ['ok'], actions: (['acquire', 'identify', 'loyal', 'profit'] as const).map((goal) => ({ id: goal, goal })) },
    { id: 'rest', label: { en: 'The rest', 'zh-CN': '其余' } },
    { id: 'by-hand', label: { en: 'By hand', 'zh-CN': '人工指定' } },
    { id: 'unsure', label: { en: 'Not sure', 'zh-CN': '待定' } },
  ],
  rules: [
    ...policyOperators.map((operator) => ({ id: `with ${operator}`, segment: 'fine', when: ruleOf(operator) })),
    { id: 'with acme:near', segment: 'fine', when: { 'acme:near': [v('rxShare'), 0.5] } },
    {
      id: 'parameters', segment: 'best', label: { en: 'By its parameters', 'zh-CN': '按参数' },
      when: {
        and: [
          { '>=': [v('netSpend'), v('parameters.from')] }, { '>': [v('shareChange'), 0.05] }, { '>': [v('growth'), { '*': [v('parameters.onTime'), 0.5] }] }, v('parameters.strict'),
          { in: [v('customer.region.city'), [v('parameters.city'), 'Lyon']] }, { '==': [v('scores.byFixed.band'), 'top'] }, { '>': [v('scores.timeliness.value'), 90] }, { '!=': [v('previous.segment'), 'fine'] }, { after: [v('asOf'), '2026-06-30'] },
          { '>': [v('assessments.credit'), 0.4] }, { '<': [v('customer.size.annualRevenue'), 1000000] }, { '>=': [v('given'), 10] },
        ],
      },
    },
    { id: 'everybody', segment: 'rest', when: true },
  ],
  ranking: ['best', 'fine', 'rest'], otherwise: 'rest', undetermined: 'unsure',
} as const;
