// What a population does to the lines of scores: told by the calibration, and with each customer whom it concerns.
import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classifier/create-classifier.js';
import type { CustomerRecord } from '../../src/model/types.js';
import type { ScoreSpec } from '../../src/policy/score-spec.js';
import type { Policy } from '../../src/policy/types.js';
import { formatExplanation } from '../../src/render/format-explanation.js';
import { formatIssue } from '../../src/render/format-issue.js';
import { zhCN } from '../../src/render/locales/zh-CN.js';

const asOf = '2026-06-30';
const policyOf = (score: ScoreSpec): Policy => ({
  schema: 'clientele.policy/1', id: 'x', version: '1', currency: 'CNY', timeZone: 'UTC', scores: { found: { ...score, label: { en: 'Found', 'zh-CN': '分档' } } },
  facts: { a: { type: 'number' }, b: { type: 'number' } }, segments: [{ id: 'known', when: { '!=': [{ var: 'scores.found.band' }, null] } }, { id: 'others' }], otherwise: 'others',
});
const customer = (id: string, a: number | null, b: number, province = 'north'): CustomerRecord => ({
  customer: { id, region: { province } }, facts: { a, b, netSpend: a, purchases: b, daysSinceLastPurchase: b, lifetimePurchaseDays: b, lifetimeSpanDays: 90, lastGapDays: 9, openReceivables: 100, overdue1To30: b, overdue31To60: 0, overdue61To90: 0, overdueOver90: 0 },
});
/** The findings of a calibration in both languages. */
const found = (score: ScoreSpec, population: readonly CustomerRecord[]) => {
  const { findings = [] } = createClassifier(policyOf(score)).calibrate(population, { asOf });
  return findings.map((finding) => [formatIssue(finding), formatIssue(finding, { locale: zhCN })]);
};
/** Many share a value of `a`; every `b` differs. */
const heap = [1, 1, 1, 1, 1, 9].map((a, index) => customer(`c${String(index)}`, a, index));

const thirds = { quantile: { classes: 3 } } as const;
const quadrant: ScoreSpec = { scorer: 'boston-quadrant', level: 'a', growth: 'b', cut: { quantile: [0.9] } };
const matrix: ScoreSpec = { scorer: 'matrix', rows: { of: 'a', cut: thirds }, columns: { of: 'b', cut: { median: true } }, cells: [['1', '2'], ['3', '4'], ['5', '6']] };
const rfm: ScoreSpec = { scorer: 'rfm', cut: thirds, table: 'none' };

describe('classes in which nobody is', () => {
  it('of a quadrant, by axis', () => {
    const all = [1, 2, 3, 4].map((b) => customer(`c${String(b)}`, 5, b));
    expect(found(quadrant, all)).toEqual([['/scores/found: found, strength: nobody is in class 2 of 2 [fit/empty-class]', '/scores/found：found，强弱：没有客户属于第 2 档（共 2 档） [fit/empty-class]']]);
  });

  it('of a matrix, by axis; an axis that is well divided is not told', () => {
    expect(found(matrix, heap)).toEqual([['/scores/found: found, rows: nobody is in class 2 of 3 [fit/empty-class]', '/scores/found：found，行：没有客户属于第 2 档（共 3 档） [fit/empty-class]']]);
  });

  it('of an RFM score, counted as the score counts', () => {
    expect(found(rfm, heap).map(([english]) => english)).toEqual(['/scores/found: found, monetary value: nobody is in class 2 of 3 [fit/empty-class]']);
    expect(found({ ...rfm, countFrom: 0 }, heap).map(([english]) => english)).toEqual(['/scores/found: found, monetary value: nobody is in class 1 of 3 [fit/empty-class]']);
  });

  it('of a nested axis only where they are empty in every part', () => {
    const nested: ScoreSpec = { scorer: 'rfm', binning: 'nested', table: 'none', recency: { cut: { fixed: [3] } }, frequency: { cut: { fixed: [0] } }, monetary: { cut: thirds } };
    expect(found(nested, heap).map(([english]) => english)).toEqual(['/scores/found: found, monetary value: nobody is in class 2 of 3 [fit/empty-class]']);
    const spread = [1, 2, 3, 4, 3, 9].map((a, index) => customer(`c${String(index)}`, a, index));
    expect(found(nested, spread)).toEqual([]);
  });

  it('that were merged, where the cut merges', () => {
    expect(found({ ...matrix, rows: { of: 'a', cut: { natural: { classes: 3 } } } }, heap)).toEqual([
      ['/scores/found: found, rows: the values suffice for 2 of 3 classes only [fit/merged-classes]', '/scores/found：found，行：现有数值只够划分 2 档，而非 3 档 [fit/merged-classes]'],
    ]);
  });

  it('of a potential, of ageing and of the grades of a card', () => {
    expect(found({ scorer: 'value', of: 'b', potential: { of: 'a', cut: thirds } }, heap).map(([english]) => english)).toEqual(['/scores/found: found, potential: nobody is in class 2 of 3 [fit/empty-class]']);
    const late = heap.map((record, index) => ({ ...record, facts: { ...record.facts, overdue1To30: index === 5 ? 0 : 80 } }));
    expect(found({ scorer: 'payment-timeliness', mode: 'ageing', cut: thirds }, late).map(([english]) => english)).toEqual(['/scores/found: found: nobody is in medium [fit/empty-class]']);
    expect(found({ scorer: 'engagement', groups: [{ id: 'all', items: [{ of: 'a', each: 1 }] }], cut: thirds }, heap).map(([english]) => english)).toEqual(['/scores/found: found: nobody is in B [fit/empty-class]']);
  });
});

describe('populations that are too small', () => {
  const unknown = [customer('x', null, 1)];
  it.each<[string, ScoreSpec]>([['a quadrant', quadrant], ['a matrix', matrix], ['RFM', rfm], ['a nested RFM', { ...rfm, binning: 'nested' }]])('%s of nobody, told once', (_, score) => {
    expect(found(score, unknown)).toEqual([['/scores/found: found: nobody had a value at the calibration [fit/no-population]', '/scores/found：found：校准时没有客户有已知数值 [fit/no-population]']]);
  });

  it('a rhythm of nobody who came back', () => {
    expect(found({ scorer: 'lapse', mode: 'quantile' }, [customer('x', 1, 1)]).map(([english]) => english)).toEqual(['/scores/found: found: nobody had a value at the calibration [fit/no-population]']);
  });
});

describe('groups of peers', () => {
  const peers = { by: 'customer.region.province', otherwise: 'all' } as const;
  const population = [...[1, 2, 3, 4, 5].map((n) => customer(`n${String(n)}`, n, n)), customer('s1', 9, 9, 'south'), customer('s2', 8, 8, 'south')];
  const scores: readonly (readonly [string, ScoreSpec])[] = [
    ['boston-quadrant', { ...quadrant, peers }],
    ['matrix', { ...matrix, peers }],
    ['rfm', { ...rfm, peers }],
    ['lapse', { scorer: 'lapse', mode: 'quantile', peers }],
  ];

  it.each(scores)('%s: those that are too small are told, with their customers', (_, score) => {
    expect(found(score, population)).toContainEqual([
      '/scores/found: found: groups with fewer than 4 customers: 1, with customers in all: 2 [fit/small-groups]',
      '/scores/found：found：有 1 个组不足 4 名客户，共 2 名 [fit/small-groups]',
    ]);
  });

  it.each(scores)('%s: who is compared with all instead is told so, and nobody else', (_, score) => {
    const policy = policyOf(score);
    const classifier = createClassifier(policy, { calibration: createClassifier(policy).calibrate(population, { asOf }) });
    const [north, south, unseen] = [customer('n1', 3, 3), customer('s1', 3, 3, 'south'), customer('e1', 3, 3, 'east')].map((record) => classifier.classify(record, { asOf }));
    const codes = (result: typeof north) => result?.findings.map(({ code }) => code).filter((code) => code === 'score/compared-with-all');
    expect([codes(north), codes(south), codes(unseen)]).toEqual([[], ['score/compared-with-all'], ['score/compared-with-all']]);
    expect([south?.scores['found']?.reason, south?.scores['found']?.comparedWith, north?.scores['found']?.comparedWith]).toEqual([undefined, 'all', undefined]);
    if (south === undefined) return;
    expect(formatExplanation(classifier.explain(south))).toContain('Found is by comparison with all customers: the own group was too small or not there at the calibration');
    expect(formatExplanation(classifier.explain(south), { locale: zhCN })).toContain('分档是与全部客户相比得出的：所属的组在校准时客户太少或尚未出现');
  });

  it('a finding in a group names the group', () => {
    const uneven = [...heap.map((record) => ({ ...record, customer: { ...record.customer, region: { province: 'north' } } })), ...[1, 2, 3, 4, 5, 6].map((n) => customer(`s${String(n)}`, n, n, 'south'))];
    expect(found({ ...matrix, peers: { by: 'customer.region.province' } }, uneven)).toEqual([
      ['/scores/found: found (north), rows: nobody is in class 2 of 3 [fit/empty-class]', '/scores/found：found（north），行：没有客户属于第 2 档（共 3 档） [fit/empty-class]'],
    ]);
    expect(found({ scorer: 'bands', of: 'a', cut: thirds, peers: { by: 'customer.region.province' } }, uneven).map(([english]) => english)).toEqual(['/scores/found: found (north): nobody is in medium [fit/empty-class]']);
  });

  it('a group too small has no band, and says why, where the policy does not compare it with all', () => {
    const policy = policyOf({ ...rfm, peers: { by: 'customer.region.province' } });
    const classifier = createClassifier(policy, { calibration: createClassifier(policy).calibrate(population, { asOf }) });
    const result = classifier.classify(customer('s1', 3, 3, 'south'), { asOf });
    expect([result.segment, result.scores['found']?.reason, result.scores['found']?.comparedWith]).toEqual(['others', 'peers/too-few', undefined]);
  });
});
