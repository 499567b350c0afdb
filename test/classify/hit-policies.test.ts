// Which rule wins: the whole table. Rules are given as letters of their outcome: T, F and U for true, false and unknown.
import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classifier/create-classifier.js';
import { parsePolicy, safeParsePolicy } from '../../src/policy/parse-policy.js';
import type { HitPolicy } from '../../src/policy/types.js';
import { formatExplanation } from '../../src/render/format-explanation.js';
import { formatIssue } from '../../src/render/format-issue.js';
import { zhCN } from '../../src/render/locales/zh-CN.js';
import { asRecord } from './kit.js';

const asOf = '2026-06-30';

interface Setting {
  readonly hitPolicy?: HitPolicy;
  /** The segments of the rules, in order of trying. */
  readonly rules?: string;
  readonly ranking?: string;
  readonly undetermined?: boolean;
}

function policyOf({ hitPolicy, rules = 'abc', ranking, undetermined = false }: Setting): object {
  const ids = Array.from(rules).map((_, index) => `r${String(index)}`);
  return {
    schema: 'clientele.policy/1', id: 'p', version: '1', currency: 'CNY', timeZone: 'UTC',
    ...(hitPolicy === undefined ? {} : { hitPolicy }),
    facts: Object.fromEntries(ids.map((id) => [id, { type: 'boolean' }])),
    segments: [...new Set(Array.from(rules)), 'none', 'unsure'].map((id) => ({ id, label: id.toUpperCase() })),
    rules: Array.from(rules).map((segment, index) => ({ id: `r${String(index)}`, segment, when: { var: `r${String(index)}` } })),
    ...(ranking === undefined ? {} : { ranking: Array.from(ranking) }),
    otherwise: 'none',
    ...(undetermined ? { undetermined: 'unsure' } : {}),
  };
}

const OUTCOMES: { readonly [letter: string]: boolean | null } = { T: true, F: false, U: null };

function decided(setting: Setting, outcomes: string) {
  const classifier = createClassifier(parsePolicy(policyOf(setting)));
  const facts = Object.fromEntries(Array.from(outcomes).map((letter, index) => [`r${String(index)}`, OUTCOMES[letter]]));
  // The second record has an empty list of events: it is read the careful way.
  const records = [{ customer: { id: '1' }, facts }, { customer: { id: '1' }, facts, transactions: [] }].map(asRecord);
  const [fast, careful] = records.map((record) => classifier.classify(record, { asOf }));
  expect(fast).toEqual(careful);
  expect(records.map((record) => classifier.assign(record, { asOf }))).toEqual([fast?.segment, fast?.segment]);
  if (fast === undefined) throw new Error('no result');
  return { ...fast, classifier };
}

/** `segment status rule matched undecided` */
function told(setting: Setting, outcomes: string): string {
  const { segment, status, rule, matched, undecided } = decided(setting, outcomes);
  return `${segment} ${status} ${rule?.replace('/rules/', '') ?? '-'} [${matched.join('')}] [${undecided.join('')}]`;
}

describe.each<[HitPolicy | undefined, readonly (readonly [outcomes: string, expected: string])[]]>([
  [undefined, [['FTT', 'b matched 1 [b] []'], ['UTU', 'b undetermined 1 [b] [a]']]],
  ['first', [
    ['FFF', 'none otherwise - [] []'], ['FTT', 'b matched 1 [b] []'], ['FTU', 'b matched 1 [b] []'], ['UTF', 'b undetermined 1 [b] [a]'], ['FUF', 'none undetermined - [] [b]'], ['UUT', 'c undetermined 2 [c] [ab]'],
  ]],
  ['unique', [
    ['FFF', 'none otherwise - [] []'], ['FTF', 'b matched 1 [b] []'], ['FTT', 'none ambiguous - [bc] []'], ['FTU', 'b undetermined 1 [b] [c]'], ['UTF', 'b undetermined 1 [b] [a]'], ['TTU', 'none ambiguous - [ab] [c]'], ['FFU', 'none undetermined - [] [c]'],
  ]],
  ['any', [
    ['FFF', 'none otherwise - [] []'], ['FTF', 'b matched 1 [b] []'], ['TTF', 'none ambiguous - [ab] []'], ['FTU', 'b undetermined 1 [b] [c]'], ['UFF', 'none undetermined - [] [a]'],
  ]],
  ['priority', [
    ['FFF', 'none otherwise - [] []'], ['TTF', 'b matched 1 [ab] []'], ['TFT', 'c matched 2 [ac] []'], ['TFU', 'a undetermined 0 [a] [c]'], ['UFT', 'c matched 2 [c] [a]'], ['UUF', 'none undetermined - [] [ab]'],
  ]],
  ['collect', [
    ['FFF', 'none otherwise - [] []'], ['TTF', 'b matched 1 [ab] []'], ['TTT', 'c matched 2 [abc] []'], ['UFT', 'c undetermined 2 [c] [a]'], ['FFU', 'none undetermined - [] [c]'],
  ]],
  ['rule-order', [['TTT', 'c matched 2 [abc] []'], ['UFT', 'c undetermined 2 [c] [a]']]],
  ['output-order', [['TTT', 'c matched 2 [cba] []'], ['TTF', 'b matched 1 [ba] []'], ['UFT', 'c undetermined 2 [c] [a]'], ['FFF', 'none otherwise - [] []']]],
])('hit policy %s, ranked c, b, a', (hitPolicy, rows) => {
  const setting = { ranking: 'cba', ...(hitPolicy === undefined ? {} : { hitPolicy }) };
  it.each(rows)('%s gives %s', (outcomes, expected) => {
    expect(told(setting, outcomes)).toBe(expected);
  });

  it.each(rows)('%s, where the policy names a segment for what is undetermined', (outcomes, expected) => {
    const named = told({ ...setting, undetermined: true }, outcomes);
    expect(named).toBe(expected.includes('undetermined') ? expected.replace(/^\w+ undetermined \S+/, 'unsure undetermined -') : expected);
  });

  it('undecided is never empty where something is undetermined', () => {
    for (const outcomes of allOf(3)) {
      const { status, undecided } = decided(setting, outcomes);
      if (status === 'undetermined') expect(undecided).not.toEqual([]);
    }
  });
});

/** All ways in which so many rules can come out. */
function allOf(count: number): readonly string[] {
  return count === 0 ? [''] : allOf(count - 1).flatMap((rest) => ['T', 'F', 'U'].map((letter) => letter + rest));
}

describe('several rules of one segment', () => {
  it.each([
    ['any', 'TTF', 'a matched 0 [a] []'],
    ['any', 'TUF', 'a matched 0 [a] [a]'],
    ['any', 'TFU', 'a undetermined 0 [a] [b]'],
    ['any', 'TTT', 'none ambiguous - [ab] []'],
    ['unique', 'TTF', 'a matched 0 [a] []'],
    ['unique', 'TUF', 'a undetermined 0 [a] [a]'],
    ['priority', 'TUF', 'a undetermined 0 [a] [a]'],
    ['collect', 'TTT', 'b matched 2 [ab] []'],
  ] as const)('%s %s gives %s', (hitPolicy, outcomes, expected) => {
    expect(told({ hitPolicy, rules: 'aab', ranking: 'ba' }, outcomes)).toBe(expected);
  });
});

describe('without a ranking', () => {
  it.each([
    ['priority', 'FTT', 'b matched 1 [bc] []'],
    ['priority', 'TFU', 'a undetermined 0 [a] [c]'],
    ['collect', 'FTT', 'b matched 1 [bc] []'],
    ['output-order', 'FTT', 'b matched 1 [bc] []'],
  ] as const)('%s takes the first: %s gives %s', (hitPolicy, outcomes, expected) => {
    expect(told({ hitPolicy }, outcomes)).toBe(expected);
  });

  it('is a warning where the hit policy chooses by it', () => {
    const codes = (hitPolicy: HitPolicy) => safeParsePolicy(policyOf({ hitPolicy })).issues.filter(({ code }) => code === 'policy/ranking-missing').map(({ severity, pointer }) => `${severity} ${pointer}`);
    expect([codes('priority'), codes('output-order'), codes('collect'), codes('first')]).toEqual([['warning /hitPolicy'], ['warning /hitPolicy'], [], []]);
  });

  it('a segment outside of the ranking comes after those in it', () => {
    expect(told({ hitPolicy: 'priority', ranking: 'c' }, 'TTT')).toBe('c matched 2 [abc] []');
    expect(told({ hitPolicy: 'output-order', ranking: 'b' }, 'TTT')).toBe('b matched 1 [bac] []');
  });
});

describe('a violation', () => {
  it('is named: the segments and the rules that hold together', () => {
    const { findings, status, classifier, ...result } = decided({ hitPolicy: 'unique' }, 'TFT');
    expect(status).toBe('ambiguous');
    expect(findings).toEqual([{ code: 'segment/ambiguous', params: { segments: ['a', 'c'], rules: ['/rules/0', '/rules/2'] } }]);
    expect(findings.map((finding) => formatIssue(finding))).toEqual(['several segments fit where only one may: a, c (/rules/0, /rules/2) [segment/ambiguous]']);
    const why = classifier.explain({ ...result, findings, status });
    expect([why.because, why.status]).toEqual([[], 'ambiguous']);
    expect(formatExplanation(why)).toContain('everal segments fit where only one may: A, C (/rules/0, /rules/2)');
    expect(formatExplanation(why, { locale: zhCN })).toContain('同时符合多个类别，而只允许一个：A、C（/rules/0、/rules/2）');
  });

  it('is none where one segment is given', () => {
    expect(decided({ hitPolicy: 'any', rules: 'aab' }, 'TTF').findings).toEqual([]);
    expect(decided({ hitPolicy: 'collect' }, 'TTT').findings).toEqual([]);
  });
});
