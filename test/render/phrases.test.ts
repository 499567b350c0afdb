import { describe, expect, it } from 'vitest';
import {
  ClassifierError, createClassifier, definePolicy, defineScorer, formatIssue, groupRecords, parseCalibration, parseClassification, policyFrom, safeParsePolicy, safeParseRecord,
  type Issue, type Json, type Scorer,
} from 'clientele';
import { safeParseRule } from 'clientele/rules';
import { en } from '../../src/render/locales/en.js';
import { zhCN } from '../../src/render/locales/zh-CN.js';
import { phraseAt } from '../../src/render/phrases.js';
import { wordsOf } from '../../src/render/text.js';
import { filesUnder } from '../project.js';

const words = wordsOf(zhCN);
const chinese = (issue: Issue): string => formatIssue(issue, { locale: zhCN });

/** The message of an issue without what is quoted, written as data, named in a list, or suggested. */
function prose(issue: Issue): string {
  const { suggestion: _suggestion, line: _line, ...bare } = issue;
  return chinese({ ...bare, pointer: '' })
    .replace(/ \[[^\]]*\]$/, '')
    .replace(/`[^`]*`/g, '')
    .replace(/\{[^\u4e00-\u9fff]*\}|\[[^\u4e00-\u9fff]*\]|"[^"]*"/g, '');
}

/** The issues that a call throws or gives. */
function issuesOf(call: () => unknown): readonly Issue[] {
  try {
    const result = call();
    return typeof result === 'object' && result !== null && 'issues' in result ? (result.issues as readonly Issue[]) : [];
  } catch (error) {
    if (ClassifierError.is(error)) return error.issues;
    throw error;
  }
}

const shop = {
  schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'CNY', timeZone: 'UTC',
  attributes: { level: { type: 'enum', values: ['A', 'B'] } },
  facts: { nps: { type: 'number' }, tags: { type: 'list' }, day: { type: 'date' }, yes: { type: 'boolean' } },
  segments: [{ id: 'gold', when: { '>=': [{ var: 'netSpend' }, 5000] } }, { id: 'standard' }], otherwise: 'standard',
};
const policy = (change: object) => issuesOf(() => safeParsePolicy({ ...shop, ...change }));
const rule = (when: Json) => policy({ segments: [{ id: 'gold', when }, { id: 'standard' }] });
const score = (options: object) => policy({ scores: { score: options } });
const lints = (change: object) => createClassifier({ ...shop, ...change } as Parameters<typeof createClassifier>[0]).lint();
const anything = (value: unknown): never => value as never;
const calibrated = definePolicy({
  schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'CNY', timeZone: 'UTC', scores: { value: { scorer: 'value', cut: { mean: true } } }, segments: [{ id: 'all' }], otherwise: 'all',
});
const calibration = createClassifier(calibrated).calibrate([{ customer: { id: '1' }, facts: { netSpend: 1 } }], { asOf: '2026-06-30' });
const classification = createClassifier(calibrated, { calibration }).classify({ customer: { id: '1' }, facts: { netSpend: 1 } }, { asOf: '2026-06-30' });
const badFit = (fitted: unknown): readonly Issue[] => {
  const scorer: Scorer = defineScorer({ id: 'test:fit', version: '1', result: 'numeric', readOptions: () => ({}), inputs: () => ['netSpend'], fit: () => anything(fitted), score: () => ({ value: 1, band: null }) });
  const own = createClassifier({ ...calibrated, scores: { value: { scorer: 'test:fit' } } }, { scorers: [scorer] });
  return issuesOf(() => own.calibrate([], { asOf: '2026-06-30' }));
};
const kept = (change: object) => issuesOf(() => parseClassification({ ...JSON.parse(JSON.stringify(classification)) as object, ...change }, calibrated));

/** Calls that make every issue with a phrase in it, by what they are about. */
const CALLS: { readonly [about: string]: () => readonly Issue[] } = {
  'shapes of policies': () => [
    ...policy({ segments: 1, rules: 1, ranking: 1, measures: 1, scores: { a: 1 }, facts: { a: 1, b: { type: 'enum', values: 1 }, c: { type: 'x' }, d: {} }, parameters: { a: null }, fiscalYearStart: 13, schema: 2, label: 3, version: null }),
    ...policy({ measures: { a: 1 }, label: { 'zh-CN': 1 }, hitPolicy: 7, currency: 1, schema: undefined, id: undefined, segments: [{ id: 1, actions: 1, formerly: 1 }] }),
    ...policy({ segments: [{ id: 'a', actions: [{ id: 'b', goal: 'x' }] }], rules: [{ id: 'r', segment: 1 }], facts: { b: { type: 'number', protected: 1, min: 'x' } } }),
  ],
  'names in policies': () => [
    ...policy({ facts: { customer: { type: 'number' }, 'a b': { type: 'number' }, toString: { type: 'number' }, netSpend: { type: 'number' }, e: { type: 'enum' } } }),
    ...issuesOf(() => safeParsePolicy(shop, { expect: { segments: ['gold'], scores: ['x'] } })),
    ...issuesOf(() => policyFrom(anything({ ...calibrated, parameters: { limit: 1 } }), anything({ parameters: { limit: 'x', b: 1 } }))),
    ...issuesOf(() => policyFrom(calibrated, anything({ parameters: { b: 1 } }))),
    ...policy({ segments: [{ id: 'gold', when: { '==': [{ var: 'customer.attributes.none' }, 'x'] } }, { id: 'standard', when: { '==': [{ var: 'nothing' }, { var: 'parameters.none' }] } }] }),
  ],
  measures: () => policy({ measures: { a: { change: { of: 'netSpend', back: 0, as: 'x' } }, b: { count: 1 }, c: { ratio: { of: 'netSpend', to: 'purchases' } }, d: { change: { of: 'netSpend' } } } }),
  'types in rules': () => [
    { '==': [{ var: 'nps' }, true] }, { '==': [{ var: 'netSpend' }, true] }, { '==': [{ var: 'day' }, 1] }, { '==': [{ var: 'customer.attributes.level' }, 1] }, { '==': [{ var: 'customer.id' }, 1] },
    { '==': [{ var: 'yes' }, 1] }, { '>': [{ var: 'customer.id' }, 'a'] }, { '>': [{ var: 'yes' }, true] }, { before: [{ var: 'nps' }, 3] }, { '==': [{ var: 'tags' }, ['a']] }, { '==': [{ var: 'tags' }, { var: 'tags' }] },
    { '==': [{ var: 'nps' }, 'x'] }, { '>=': [{ var: 'netSpend' }, 'x'] }, { in: [1, { var: 'nps' }] }, { some: [{ var: 'nps' }, { var: '' }] }, { some: [{ var: 'tags' }, { '==': [{ var: '' }, true] }] },
    { '>': [{ '*': [{ var: 'netSpend' }, { var: 'netSpend' }] }, 1] }, { '>': [{ '+': [{ var: 'netSpend' }, { var: 'nps' }] }, 1] }, { '>': [{ '/': [{ var: 'nps' }, { var: 'netSpend' }] }, 1] }, { '>': [{ min: [{ var: 'day' }] }, 1] },
    { '!': { missing_some: ['x', ['nps']] } }, { and: [{ var: 'nps' }] }, { and: ['x'] }, { in: ['a', { var: 'customer.id' }] }, { '==': [{ var: 'yes' }, { var: 'netSpend' }] }, { '>': [{ var: 'onTimePaymentRatio' }, 90] },
    { '<': [{ var: 'daysSinceLastPurchase' }, -5] }, { '==': [1, 1] }, { '==': [{ var: 'nps' }, { var: 'day' }] }, { contains: [{ var: 'nps' }, 'x'] }, { overlaps: [{ var: 'tags' }, 1] }, { startsWith: [{ var: 'tags' }, 'a'] },
  ].flatMap((when) => rule(when as Json)),
  'operators in rules': () => [
    { '==': [1] }, { and: [] }, { if: [true, true] }, { '-': [1, 2, 3] }, { '<': [1] }, { '==': [{ '-': [1, 2, 3] }, 1] }, { if: [{ var: 'yes' }] }, { '>': [1, { var: 'nps' }, 3, 4] }, {}, { a: 1, b: 2 }, { var: { cat: ['a'] } },
    { '?:': [1, 2, 3] }, { '==': [{ cat: ['a'] }, 'a'] }, { '==': [{ substr: ['a', 1] }, 'a'] }, { in: ['a', { map: [{ var: 'tags' }, { var: '' }] }] }, { in: ['a', { filter: [{ var: 'tags' }, true] }] },
    { '>': [{ reduce: [{ var: 'tags' }, 1, 0] }, 1] }, { in: ['a', { merge: [['a'], ['b']] }] },
  ].flatMap((when) => rule(when as Json)),
  'rules by themselves': () => [
    ...issuesOf(() => safeParseRule({ '==': [{ var: 'x' }, 1] }, { schema: { y: { type: 'number' } } })),
    ...issuesOf(() => safeParseRule({ '>': [{ some: [{ var: 'l' }, { '==': [{ var: '' }, 1] }] }, 1] }, { schema: { l: { type: 'list' }, m: { type: 'list', element: { a: { type: 'number' } } } } })),
    ...issuesOf(() => safeParseRule({ in: [1, { var: 'm' }] }, { schema: { m: { type: 'list', element: { a: { type: 'number' } } } } })),
    ...issuesOf(() => safeParseRule({ '==': [{ var: 'a' }, { var: 'b' }] }, { schema: { a: { type: 'money' }, b: { type: 'money', exponent: 0 } } })),
    ...issuesOf(() => safeParseRule({ '>': [{ '+': [{ var: 'a' }, { var: 'b' }] }, 1] }, { schema: { a: { type: 'money' }, b: { type: 'money', exponent: 0 } } })),
    ...issuesOf(() => safeParseRule({ '==': [{ var: 'l' }, 1] }, { schema: { l: { type: 'list' } } })),
  ],
  'options of scores': () => [
    { scorer: 'value', of: 1 }, { scorer: 'value', off: 'x' }, { scorer: 'value', peers: { by: 'customer.id' } }, { scorer: 'value', bands: ['a'] }, { scorer: 'value', cut: 1 }, { scorer: 'value', cut: { fixed: [2, 1] } },
    { scorer: 'value', cut: { quantile: [2] } }, { scorer: 'value', cut: { mean: 1 } }, { scorer: 'value', cut: { rank: 1 } }, { scorer: 'value', cut: { mean: true, rank: 'top-half' } }, { scorer: 'value', cut: { median: 1 } }, { scorer: 'bands', of: 'nps' }, { scorer: 'recency', cut: { fixed: [1], better: 'higher' } }, { scorer: 'abc', shares: [2] }, { scorer: 'value', potential: 1 }, { scorer: 'value', cut: { pareto: [2] } },
    { scorer: 'value', cut: { natural: 3 } }, { scorer: 'value', cut: { quantile: [0.5], type: 0 } }, { scorer: 'value', cut: { quantile: [0.5], type: 7, mode: 'r-rfm' } }, { scorer: 'value', cut: { quantile: [0.5], type: 7, ties: 'mid' } },
    { scorer: 'value', cut: { mean: true, ties: 'mid' } }, { scorer: 'value', cut: { pareto: [0.8], better: 'lower' } }, { scorer: 'value', cut: { quantile: [0.5], ties: 'first' } }, { scorer: 'value', cut: { mean: true, better: 'x' } },
    { scorer: 'value', cut: { fixed: [1, 2, 3] } }, { scorer: 'value', cut: { mean: true }, bands: ['a'] }, { scorer: 'value', cut: { mean: true }, peers: {} }, { scorer: 'value', cut: { mean: true }, peers: { by: 'customer.id', minimum: 0, fallback: 1 } },
    ...[
      {}, { groups: [5] }, { groups: [{ id: 'g' }] }, { groups: [{ id: 'g', weight: 1, items: [{ id: 'x', when: true }] }], cap: 1, floor: 2 }, { groups: [{ id: 'total', items: [{ of: 'netSpend', marks: 'x', label: 5 }] }], gates: 5 },
      { groups: [{ id: 'g', weight: 1, items: [{ of: 'netSpend', weight: 1, marks: { target: 0, uncapped: 1 } }, { of: 'netSpend', weight: 1, marks: { steps: 5 }, better: 'lower' }, { of: 'purchases', weight: 1, marks: { bands: 5 } }] }] },
      { groups: [{ id: 'g', items: [{ of: 'purchases', each: -1, missing: 'penalise', times: 0 }, { of: 'netSpend', each: -1, missing: 'penalise' }] }], gates: [{ id: 'a', when: true }, { id: 'b', total: 5 }, { id: 'c', when: true, band: 'x' }] },
      { groups: [{ id: 'g', weight: 1, items: [{ of: 'netSpend', weight: 1, marks: { target: 5, uncapped: true }, better: 'lower' }, { id: 'y', when: true, points: 1 }] }], cut: { mean: true }, gates: [{ id: 'c', when: true, band: 'x' }] },
    ].map((options) => ({ scorer: 'scorecard', ...options })), { scorer: 'composite' }, { scorer: 'engagement' },
    { scorer: 'boston-quadrant' }, { scorer: 'boston-quadrant', level: 'netSpend', growth: 'nps', cut: { level: { fixed: [1] } } }, { scorer: 'boston-quadrant', level: 'netSpend', growth: 'nps', cut: { level: { fixed: [1, 2] }, growth: { mean: true } } },
    { scorer: 'matrix' }, { scorer: 'matrix', rows: { of: 'netSpend' }, columns: { of: 'netSpend', cut: { mean: true } }, cells: [['a', 'b']] }, { scorer: 'matrix', rows: { of: 'netSpend', cut: { mean: true } }, columns: { of: 'customer.attributes.level', classes: ['A'] }, cells: 1 },
    { scorer: 'matrix', rows: { of: 'netSpend', cut: { mean: true } }, columns: { of: 'customer.attributes.level', classes: ['A', 'C'] }, cells: [['a', 'b']] }, { scorer: 'matrix', rows: { of: 'netSpend', cut: { mean: true } }, columns: { of: 'customer.attributes.level', classes: ['A', 'C'] }, cells: [['a', 'b'], ['c', 'd']] },
    { scorer: 'lifecycle-stage' }, { scorer: 'lifecycle-stage', atRiskFromDays: 9, lapsedFromDays: 3 }, { scorer: 'loyalty', loyalFromPurchases: 0, loyalFromActiveMonths: 'x', newBelowDays: -1 },
    { scorer: 'loyalty', mode: 'x' }, { scorer: 'loyalty', mode: 'ladder', stages: [{ id: 'a', when: true, stay: true }] }, { scorer: 'loyalty', mode: 'wallet-allocation' }, { scorer: 'loyalty', mode: 'attitude', behaviour: { of: 'netSpend', cut: { fixed: [1, 2] } } }, { scorer: 'value', of: 'yes' },
    { scorer: 'rfm', monetary: { cut: { fixed: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] }, weight: -1 }, countFrom: 2, binning: 'x', minimumFrequency: 0, minimumCustomers: 0 }, { scorer: 'rfm', cut: { fixed: [1] } },
    { scorer: 'value', bandLabels: { low: 'x' } }, { scorer: 'value', cut: { mean: true }, bandLabels: { lwo: 'x' } }, { scorer: 'value', bandLabels: 1 }, { scorer: 'rfm', table: 'x' }, { scorer: 'rfm', cut: { mean: true }, table: 'standard' }, { scorer: 'rfm', table: [{ recency: [2, 1] }, { band: '', codes: 1 }, { band: 'x', codes: ['9'], monetary: [1, 2] }] },
    { scorer: 'rfm', table: [{ band: 'x' }, { band: 'y', recency: [1, 2] }] }, { scorer: 'rfm', table: [{ band: 'y', recency: [1, 2] }] },
    { scorer: 'rfm', recency: { weight: 0 }, frequency: { weight: 0 }, monetary: { weight: 0 } },
  ].flatMap(score),
  'scorers of a host': () => [
    ...issuesOf(() => defineScorer(anything(1))),
    ...issuesOf(() => defineScorer(anything({ id: 'a', bands: 1, fit: 1 }))),
    ...[undefined, () => 1, { a: Number.NaN }, Object.defineProperty({}, 'a', { get: () => 1, enumerable: true }), { [Symbol('a')]: 1 }].flatMap(badFit),
  ],
  'calibrations and classifications': () => [
    ...[1, {}, { schema: 1 }, { ...calibration, population: 'x' }, { ...calibration, scores: 1 }].flatMap((json) => issuesOf(() => parseCalibration(json))),
    ...issuesOf(() => parseClassification(1, calibrated)),
    ...[{ schema: 1 }, { policy: 1 }, { policy: { id: 'other' } }, { status: 'x' }, { segment: 'x' }, { matched: 1 }, { findings: 1 }, { facts: { a: {} } }, { facts: { a: [true] } }, { rule: 1 }, { scores: { a: { value: 'x', band: null } } }, { scores: { a: { value: 1, band: 1 } } }].flatMap(kept),
    ...issuesOf(() => createClassifier({ ...calibrated, version: '2' }, { calibration }).explain(classification)),
  ],
  rates: () => [1, [1], [{ from: 'x' }], [{ from: 'USD', to: 'x' }], [{ from: 'USD', to: 'CNY' }], [{ from: 'USD', to: 'CNY', date: '2026-01-01', rate: 0 }]].flatMap((rates) => issuesOf(() => createClassifier(calibrated, { rates: anything(rates) }))),
  lints: () => lints({
    label: 'Shop', segments: [{ ...shop.segments[0], label: { en: 'Gold', 'zh-CN': '金牌' } }, { id: 'standard', label: 'Standard', actions: [{ id: 'call', label: 'Call' }] }],
    facts: { nps: { type: 'number', label: 'NPS' } },
  }),
  records: () => [
    ...[1, {}, { customer: 1 }, { customer: { id: 1, kind: 'x' }, transactions: 1 }, { customer: { id: '1' }, transactions: [1, { at: 1, amount: 'x' }, { at: '', amount: {} }, { at: '2026-01-01', amount: true }] }, { customer: { id: ' ' }, facts: { a: {}, b: Number.NaN, c: () => 1 }, targets: [{ period: 1, amount: 1n }] },
      { customer: { id: Symbol('x'), since: [] }, previous: 1, override: { segment: new Date(0) } }].flatMap((record) => issuesOf(() => safeParseRecord(record, { timeZone: 'UTC', currency: 'CNY' }))),
    ...[1, {}, { customers: 1 }, { customers: [1, { id: 1 }, {}] }, { customers: [], transactions: [1, {}], invoices: 1 }].flatMap((tables) => issuesOf(() => groupRecords(anything(tables)))),
  ],
};

describe('issues in Chinese', () => {
  it.each(Object.entries(CALLS))('%s are told without English', (_, call) => {
    const issues = call();
    expect(issues.length).toBeGreaterThan(2);
    const half = issues.filter((issue) => /[a-z]+ [a-z]+|[\u4e00-\u9fff] ?(?:an|the|use|give|must) |\b(?:number|text|money|list|missing)\b/i.test(prose(issue)));
    expect(half.map((issue) => [chinese(issue), issue.params])).toEqual([]);
  });

  it('what a host names stays as it is, also where it is called like a type', () => {
    const [unknown] = policy({ date: 1 });
    expect(unknown === undefined ? '' : chinese(unknown)).toContain('`date`');
    const { locale, ...issue } = { locale: zhCN, severity: 'error' as const, code: 'policy/unknown-segment', pointer: '', message: '', params: { segment: 'count', known: 'gold' } };
    expect(formatIssue(issue, { locale })).toContain('`count`');
  });

  it('sentences of scorers are made anew around what they are about', () => {
    expect(score({ scorer: 'lifecycle-stage', atRiskFromDays: 9, lapsedFromDays: 3 }).map(chinese)).toEqual(['/scores/score/lapsedFromDays：评分选项有误：`lapsedFromDays` 须为大于 `atRiskFromDays`（9）的数：先有流失风险，后流失 [scorer/wrong-option]']);
    expect(score({ scorer: 'value', of: 1 }).map(chinese)).toEqual(['/scores/score/of：评分选项有误：`of` 须为数据项的路径，如 `netSpend` [scorer/wrong-option]']);
  });
});

describe('phrases', () => {
  const asked = (text: string): string => phraseAt(words, '{x}', 'x', text);

  /** The texts that the sources put into issues, with `x` for what is filled in. */
  const inSources = (folder: string, pattern: RegExp): readonly string[] =>
    filesUnder(folder, (path) => /\/(?!parse-policy)[^/]*\.ts$/.test(path)).flatMap(({ text }) =>
      [...text.matchAll(pattern)].map(([, , single]) => (single ?? '').replace(/\$\{[^}]*\}/g, 'x').replace(/\\(.)/g, '$1')).filter((text) => /[a-z] /.test(text)),
    );
  const found = [
    ...inSources('src/scorers', /(report|wrong)\([^'\n]*(?:'[^']*'|`[^`]*`|[^,\n]*), '((?:[^'\\\n]|\\.)*)'/g),
    ...inSources('src/scorers', /(report)\([^\n]*?, `((?:[^`\\\n]|\\.)*)`/g),
    ...inSources('src/rules', /(mismatch)\([^\n]*?, '([^'\n]*)'\)/g),
    ...inSources('src/rules', /(instead): '([^'\n]*)'/g),
    ...inSources('src/policy', /(z\.\w+\(|check\(|list\(|\n  )[^\n]*?'((?:a|an|the) [^'\n]*)'/g),
    ...inSources('src/classify', /(refuse|refuseType)\([^\n]*?'([^'\n]* [^'\n]*)'/g),
    ...inSources('src', /(refuseArgument)\([^\n]*?['`], '([^'\n]* [^'\n]*)'\)/g),
    ...inSources('src/model', /(expected|reportType)[^\n]*?'((?:a|an) [^'\n]*)'/g),
  ];

  it('are found in the sources', () => expect(new Set(found).size).toBeGreaterThan(45));

  it.each([...new Set(found)])('%s', (text) => expect(asked(text)).toMatch(/\p{Script=Han}/u));

  it('translate lists of types, and only where all of it is known', () => {
    expect(asked('money, count')).toBe('金额、次数');
    expect(asked('money, acme')).toBe('money, acme');
  });

  it('leave English, long and strange texts as they are', () => {
    expect(phraseAt(wordsOf(en), '{x}', 'x', 'a text')).toBe('a text');
    const long = '`x` must be '.repeat(10_000);
    expect(asked(long)).toBe(long);
    for (const name of ['__proto__', 'constructor', '', '(', '{x}']) expect(asked(name)).toBe(name);
  });
});
