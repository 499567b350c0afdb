// A calibration as a host keeps it: as text, for months, beside a policy that changes.
import { describe, expect, it } from 'vitest';
import { parseCalibration } from '../../src/classify/read-results.js';
import type { Calibration } from '../../src/classify/types.js';
import { createClassifier } from '../../src/classifier/create-classifier.js';
import { ClassifierError } from '../../src/errors/classifier-error.js';
import { hashJson } from '../../src/internal/canonical.js';
import type { Json } from '../../src/errors/json.js';
import type { Policy } from '../../src/policy/types.js';
import { formatIssue } from '../../src/render/format-issue.js';
import { zhCN } from '../../src/render/locales/zh-CN.js';
import { defineScorer } from '../../src/scorers/define-scorer.js';

const asOf = '2026-06-30';
const policy: Policy = {
  schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai', window: { last: 'P12M' },
  parameters: { best: 0.8, unread: 5 }, facts: { visits: { type: 'count' } },
  measures: { webShare: { share: { of: 'sales.amount', where: { '==': [{ var: 'channel' }, 'web'] } } } },
  scores: {
    often: { scorer: 'frequency', of: 'visits', cut: { quantile: { classes: 3 } } },
    spend: { scorer: 'value', cut: { quantile: [{ var: 'parameters.best' }] }, label: 'Spending' },
    web: { scorer: 'bands', of: 'webShare', cut: { mean: true } },
  },
  segments: [{ id: 'best', label: 'Best', when: { '==': [{ var: 'scores.spend.band' }, 'high'] } }, { id: 'others' }], ranking: ['best', 'others'], otherwise: 'others',
};
const population = [1, 1, 1, 1, 1, 4].map((visits, index) => ({ customer: { id: `c${String(index)}` }, facts: { visits, netSpend: index * 10 } }));
const calibration = createClassifier(policy).calibrate(population, { asOf });
const text = JSON.stringify(calibration);

/** The issues of what is refused, in both languages; none where it is taken. */
function told(read: () => unknown): readonly (readonly [code: string, english: string, chinese: string])[] {
  try {
    read();
    return [];
  } catch (error) {
    if (!ClassifierError.is(error)) throw error;
    return error.issues.map((issue) => [issue.code, formatIssue(issue), formatIssue(issue, { locale: zhCN })]);
  }
}
const codes = (read: () => unknown): readonly string[] => told(read).map(([code]) => code);
const bound = (change: Partial<Policy>, kept: Calibration = calibration) => () => createClassifier({ ...policy, ...change }, { calibration: kept });

describe('a calibration that was written and read again', () => {
  it('is the same, with what it noticed', () => {
    expect(calibration.findings?.map(({ code }) => code)).toEqual(['fit/empty-class', 'fit/no-population']);
    expect(parseCalibration(JSON.parse(text))).toEqual(calibration);
  });

  it('is the same from a database that sorts keys', () => {
    const sorted = (json: Json): Json => {
      if (Array.isArray(json)) return (json as readonly Json[]).map(sorted);
      return typeof json === 'object' && json !== null ? Object.fromEntries(Object.entries(json).sort(([a], [b]) => (a < b ? 1 : -1)).map(([name, member]) => [name, sorted(member)])) : json;
    };
    const kept = JSON.stringify(sorted(JSON.parse(text) as Json));
    expect(kept).not.toBe(text);
    expect(parseCalibration(JSON.parse(kept))).toEqual(calibration);
  });

  it('gives every customer the class that it gave before', () => {
    const [before, after] = [calibration, parseCalibration(JSON.parse(text))].map((kept) => createClassifier(policy, { calibration: kept }));
    for (const record of population) expect(after?.classify(record, { asOf })).toEqual(before?.classify(record, { asOf }));
  });
});

describe('a text that somebody changed', () => {
  const changed = (from: string, to: string) => () => {
    expect(text.split(from)).toHaveLength(2);
    return parseCalibration(JSON.parse(text.replace(from, to)));
  };

  it.each([
    ['how many customers', '"population":6,"scores"', '"population":7,"scores"'],
    ['the day', '"asOf":"2026-06-30"', '"asOf":"2026-03-31"'],
    ['a line', /"spend":\{"all":\{"lines":\[[\d.]+\]/.exec(text)?.[0] ?? '', '"spend":{"all":{"lines":[1]'],
    ['a finding', 'fit/empty-class', 'fit/merged-classes'],
    ['what a finding is about', '"bands":["medium"]', '"bands":["high"]'],
    ['that there are findings', `,"findings":${JSON.stringify(calibration.findings)}`, ''],
    ['what it was made for', calibration.fit, calibration.fit.replace(/.$/, (last) => (last === '0' ? '1' : '0'))],
    ['its hash', calibration.hash, calibration.hash.replace(/.$/, (last) => (last === '0' ? '1' : '0'))],
  ])('%s', (_, from, to) => {
    expect(told(changed(from, to))).toEqual([[
      'calibration/changed',
      '/hash: the calibration was changed after it was made, for its content does not match its hash: load it as `calibrate` gave it, or calibrate again [calibration/changed]',
      '/hash：校准在生成之后被改动，内容与哈希不符：请原样读取 `calibrate` 的结果，或重新校准 [calibration/changed]',
    ]]);
  });

  it.each<[string, string, string, string]>([
    ['"population":6,"scores"', '"population":"6","scores"', '/population: this is no calibration: `population` must be a number; give what `calibrate` gave, as it was', '/population：这不是校准：`population` 须为数字；请原样传入 `calibrate` 的结果'],
    ['"params":{"score":"often"', '"params":[{"score":"often"}],"rest":{"score":"often"', '/findings/0/params: this is no calibration: `params` must be an object; give what `calibrate` gave, as it was', '/findings/0/params：这不是校准：`params` 须为对象；请原样传入 `calibrate` 的结果'],
    ['"code":"fit/empty-class"', '"code":5', '/findings/0/code: this is no calibration: `code` must be a text; give what `calibrate` gave, as it was', '/findings/0/code：这不是校准：`code` 须为文本；请原样传入 `calibrate` 的结果'],
    ['clientele.calibration/1', 'clientele.calibration/2', '/schema: this is no calibration: `schema` must be `clientele.calibration/1`; give what `calibrate` gave, as it was', '/schema：这不是校准：`schema` 须为`clientele.calibration/1`；请原样传入 `calibrate` 的结果'],
  ])('%s to %s', (from, to, english, chinese) => {
    expect(told(changed(from, to))).toEqual([['calibration/not-understood', `${english} [calibration/not-understood]`, `${chinese} [calibration/not-understood]`]]);
  });

  it('is refused by a classifier too, at its place, with all else that is wrong', () => {
    const kept = { ...calibration, population: 7 };
    expect(told(bound({ otherwise: 'nobody' }, kept)).map(([code, english]) => [code, english.split(':')[0]])).toEqual(expect.arrayContaining([['policy/unknown-segment', '/otherwise']]));
    expect(told(bound({}, kept)).map(([code, english]) => [code, english.split(':')[0]])).toEqual([['calibration/changed', '/calibration/hash']]);
  });
});

describe('a calibration and a policy that changed', () => {
  const scores = policy.scores ?? {};

  it.each<[string, Partial<Policy>]>([
    ['labels', { label: 'Another name', scores: { ...scores, spend: { scorer: 'value', cut: { quantile: [{ var: 'parameters.best' }] }, label: 'Revenue', bandLabels: { high: 'Large' } } } }],
    ['rules, actions and ranking', { segments: [{ id: 'best', when: { '==': [{ var: 'scores.often.band' }, 'high'] }, actions: [{ id: 'call', label: 'Call' }] }, { id: 'others' }], ranking: ['others', 'best'] }],
    ['the version, and a parameter that no score reads', { version: '2', parameters: { best: 0.8, unread: 6 } }],
  ])('stay together where only %s did', (_, change) => expect(codes(bound(change))).toEqual([]));

  it.each<[string, Partial<Policy>]>([
    ['a cut', { scores: { ...scores, web: { scorer: 'bands', of: 'webShare', cut: { median: true } } } }],
    ['the fact of a score', { scores: { ...scores, often: { scorer: 'frequency', cut: { quantile: { classes: 3 } } } } }],
    ['a score that is gone', { scores: Object.fromEntries(Object.entries(scores).filter(([id]) => id !== 'web')) }],
    ['a measure', { measures: { webShare: { share: { of: 'sales.amount', where: { '==': [{ var: 'channel' }, 'shop'] } } } } }],
    ['the window', { window: { last: 'P6M' } }],
    ['the currency', { currency: 'EUR' }],
    ['the time zone', { timeZone: 'UTC' }],
    ['a parameter that a score reads', { parameters: { best: 0.9, unread: 5 } }],
    ['a declared fact', { facts: { visits: { type: 'number' } } }],
  ])('part where %s did', (_, change) => {
    const [first, ...others] = told(bound(change));
    expect(others).toEqual([]);
    expect(first?.[0]).toBe('calibration/other-policy');
    expect(first?.[1]).toMatch(/^\/calibration\/fit: the calibration was made for other scores, measures or settings: calibrate again \(sha256:\w+ is not sha256:\w+\) \[calibration\/other-policy\]$/);
    expect(first?.[2]).toMatch(/^\/calibration\/fit：校准是为其他得分、指标或设置所做：请重新校准（sha256:\w+ 不是 sha256:\w+） \[calibration\/other-policy\]$/);
  });

  it('part where a scorer of one\'s own has another version', () => {
    const scorerOf = (version: string) =>
      defineScorer({ id: 'acme:top', version, result: 'ordinal', readOptions: () => null, inputs: () => ['netSpend'], bands: () => ['below', 'top'], fit: ({ netSpend = [] }) => Math.max(...netSpend.map(Number)), score: ({ netSpend }, _, top) => ({ value: null, band: Number(netSpend) >= top ? 'top' : 'below' }) });
    const own: Policy = { ...policy, scores: { top: { scorer: 'acme:top' } }, segments: [{ id: 'all' }], ranking: ['all'], otherwise: 'all' };
    const made = createClassifier(own, { scorers: [scorerOf('1')] }).calibrate(population, { asOf });
    expect(codes(() => createClassifier(own, { scorers: [scorerOf('1')], calibration: made }))).toEqual([]);
    expect(codes(() => createClassifier(own, { scorers: [scorerOf('2')], calibration: made }))).toEqual(['calibration/other-policy']);
  });

  it('a score without its lines is named, although the hashes are right', () => {
    const { hash: _hash, ...content } = calibration;
    const without = { ...content, scores: Object.fromEntries(Object.entries(content.scores).filter(([id]) => id !== 'often')) };
    const forged = { ...without, hash: hashJson(JSON.parse(JSON.stringify(without)) as Json) };
    expect(told(bound({}, forged)).map(([, english]) => english)).toEqual(['/calibration/scores/often: this is no calibration: it has no fit for score `often`; give what `calibrate` gave, as it was [calibration/not-understood]']);
    const foreign = { ...content, scores: { ...content.scores, often: { all: { lines: [1], population: 6, values: [1] }, groups: [] } } };
    expect(codes(bound({}, { ...foreign, hash: hashJson(JSON.parse(JSON.stringify(foreign)) as Json) }))).toEqual(['calibration/not-understood']);
  });
});
