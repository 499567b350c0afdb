// A rank says among whom it is, and from which end it is counted.
import { describe, expect, it } from 'vitest';
import { createClassifier, definePolicy, formatExplanation, type CustomerRecord, type Redaction } from 'clientele';
import { zhCN } from 'clientele/locales/zh-CN';

const asOf = '2026-06-30';
const customers = Array.from({ length: 12 }, (_, index) => ({
  customer: { id: String(index), region: { province: index < 8 ? 'Zhejiang' : index < 11 ? 'Hunan' : 'Yunnan' } }, facts: { daysSinceLastPurchase: 10 * (index + 1), purchases: index },
})) as readonly CustomerRecord[];

const policy = definePolicy({
  schema: 'clientele.policy/1', id: 'ranks', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai',
  scores: {
    rhythm: { scorer: 'recency', cut: { quantile: [0.5] }, peers: { by: 'customer.region.province', minimum: 4, otherwise: 'all' }, label: { en: 'Rhythm', 'zh-CN': '节奏' } },
    grid: { scorer: 'matrix', rows: { of: 'purchases', cut: { median: true } }, columns: { of: 'daysSinceLastPurchase', cut: { median: true, better: 'lower' } }, cells: [['d', 'c'], ['b', 'a']], label: { en: 'Grid', 'zh-CN': '矩阵' } },
    nearby: { scorer: 'matrix', rows: { of: 'purchases', cut: { median: true } }, columns: { of: 'daysSinceLastPurchase', cut: { median: true, better: 'lower' } }, cells: [['d', 'c'], ['b', 'a']], peers: { by: 'customer.region.province', otherwise: 'all' } },
  },
  segments: [{ id: 'in', when: { or: [{ '==': [{ var: 'scores.rhythm.band' }, 'high'] }, { '==': [{ var: 'scores.grid.band' }, 'a'] }, { '==': [{ var: 'scores.nearby.band' }, 'a'] }] } }, { id: 'out', label: { en: 'Out', 'zh-CN': '其他' } }],
  ranking: ['in', 'out'], otherwise: 'out',
});
const classifier = createClassifier(policy, { calibration: createClassifier(policy).calibrate(customers, { asOf }) });
const result = (index: number) => classifier.classify(customers[index] ?? { customer: { id: '' } }, { asOf });
const lines = (index: number, redact: readonly Redaction[] = [], locale = {}) => formatExplanation(classifier.explain(result(index), { redact }), { parts: ['because'], ...locale }).split('\n').slice(1);

describe('the place of a customer', () => {
  it('is among its own group, the lowest first where less is better', () => {
    expect(lines(5)).toEqual([
      'Scores:',
      '- Rhythm is low: time since the last purchase 60 days, 20 days above the line of 40 days (rank 6 of the 8 customers whose province is Zhejiang, lowest first)',
      '- Grid is c: number of purchases 5, 1 below the line of 6 (rank 7 of 12 customers, highest first); time since the last purchase 60 days, at the line (rank 6 of 12 customers, lowest first)',
      '- Nearby is b: number of purchases 5, 1 above the line of 4 (rank 3 of the 8 customers whose province is Zhejiang, highest first); time since the last purchase 60 days, 20 days above the line of 40 days (rank 6 of the 8 customers whose province is Zhejiang, lowest first)',
    ]);
    expect(lines(5, [], { locale: zhCN })[1]).toBe('- 节奏为低：距最近一次购买的时间 60 天，比 40 天的分界线高 20 天（在省份为 Zhejiang 的 8 名客户中由低到高排第 6）');
    expect(lines(5, [], { locale: zhCN })[2]).toBe('- 矩阵为 c：购买次数 5，比 6 的分界线低 1（在 12 名客户中由高到低排第 7）；距最近一次购买的时间 60 天，正好在分界线上（在 12 名客户中由低到高排第 6）');
  });

  it('is among all where the own group was too small, whichever the scorer, and a finding says so', () => {
    expect(lines(11)[1]).toContain('(rank 12 of 12 customers, lowest first)');
    expect(result(11).findings.filter(({ code }) => code === 'score/compared-with-all').map(({ params }) => params['score'])).toEqual(['rhythm', 'nearby']);
    expect(classifier.explain(result(11)).scores.map(({ id, peers }) => [id, peers])).toEqual([['rhythm', undefined], ['grid', undefined], ['nearby', undefined]]);
  });

  it('names no group where texts are not told', () => {
    expect(lines(5, ['personal'])[1]).toContain('(rank 6 of the 8 customers of the same group, lowest first)');
    expect(lines(5, ['personal'], { locale: zhCN })[1]).toContain('（在同组的 8 名客户中由低到高排第 6）');
  });

  it('is not told as exact where a thousand of many customers are all that is kept', () => {
    const many = definePolicy({
      schema: 'clientele.policy/1', id: 'many', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai',
      scores: { top: { scorer: 'value', cut: { rank: { top: 10 } }, label: { en: 'Top', 'zh-CN': '前十' } } },
      segments: [{ id: 'top', when: { '==': [{ var: 'scores.top.band' }, 'high'] } }, { id: 'others', label: { en: 'Others', 'zh-CN': '其他' } }], otherwise: 'others',
    });
    const spends = (netSpend: number) => ({ customer: { id: 'c' }, facts: { netSpend } });
    const population = Array.from({ length: 5000 }, (_, index) => spends(index + 1));
    const fitted = createClassifier(many, { calibration: createClassifier(many).calibrate(population, { asOf }) });
    const said = (netSpend: number, locale = {}) => formatExplanation(fitted.explain(fitted.classify(spends(netSpend), { asOf })), { parts: ['because'], ...locale });
    // The eleventh of 5,000 is not among the first ten, and is not told to be the seventh.
    expect(said(4990)).toContain('about rank 11 of 5,000 customers, highest first');
    expect(said(4990, { locale: zhCN })).toContain('在 5,000 名客户中由高到低约排第 11');
    expect(said(5000)).toContain('(rank 1 of 5,000 customers, highest first)');
  });
});
