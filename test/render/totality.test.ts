import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FINDING_CODES } from '../../src/errors/finding-codes.js';
import type { Finding, Issue } from '../../src/errors/issue.js';
import { REASON_CODES } from '../../src/explain/reason-codes.js';
import type { Explanation, Reason } from '../../src/explain/types.js';
import { CATALOGUE } from '../../src/facts/catalogue.js';
import { CUSTOMER_FIELDS } from '../../src/facts/fields.js';
import { formatExplanation } from '../../src/render/format-explanation.js';
import { formatIssue } from '../../src/render/format-issue.js';
import { en } from '../../src/render/locales/en.js';
import { zhCN } from '../../src/render/locales/zh-CN.js';
import { wordsOf } from '../../src/render/text.js';
import { BUILT_IN_SCORERS } from '../../src/scorers/built-in.js';
import { SCORE_REASONS } from '../../src/scorers/reason-codes.js';
import { root } from '../project.js';
import { explanation, reason } from './samples.js';

const locales = [en, zhCN];

/** Every table of messages, found in its folder: a new one must have words too. */
const folder = join(root, 'src', 'errors', 'messages');
const tables = await Promise.all(readdirSync(folder).map(async (file) => (await import(join(folder, file))) as { readonly [name: string]: { readonly [code: string]: string } }));
const messages = Object.assign({}, ...tables.flatMap((table) => Object.values(table))) as { readonly [code: string]: string };

const placesOf = (template: string): readonly string[] => [...new Set([...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))].sort();

function expectWords(text: string): void {
  expect(text).not.toMatch(/\{\w+\}|undefined|NaN|\[object|null/);
  expect(text.trim()).not.toBe('');
}

/** Values of every parameter that a finding may have. */
const FINDING_PARAMS: Finding['params'] = {
  part: 'invoices', expected: 'ratio', problem: 'time/not-a-date', score: 'quadrant', reason: 'boston/no-level', segment: 'star', from: '2026-07-01', until: '2026-05-31',
  id: 'T-1', invoice: 'I-1', policy: 'retail', currency: 'USD', to: 'CNY', count: 3, elapsed: 45, days: 91, item: 'credit', band: 'gone', points: -5, bands: ['medium'], classes: 5, made: 3, groups: 2, customers: 5, minimum: 4, segments: ['star', 'dog'], rules: ['/rules/0', '/rules/2'],
};

const REQUIRED: { readonly [code: string]: Partial<Reason> } = {
  'reason/between': { required: [0.8, 1] },
  'reason/outside': { required: [0.95, 1] },
  'reason/one-of': { fact: 'customer.type', type: 'text', actual: 'clinic', required: ['clinic', 'pharmacy'] },
  'reason/none-of': { fact: 'customer.type', type: 'text', actual: 'hospital', required: ['clinic', 'pharmacy'] },
  'reason/before': { fact: 'contractUntil', type: 'date', actual: '2026-05-31', required: '2026-06-30' },
  'reason/after': { fact: 'contractUntil', type: 'date', actual: '2026-07-31', required: '2026-06-30' },
  'reason/starts-with': { fact: 'customer.industry', type: 'text', actual: 'retail trade', required: 'retail', comparator: 'startsWith' },
  'reason/missing': { actual: null },
};

function sampleOf(code: Reason['code']): Reason {
  return reason({ code, ...REQUIRED[code] });
}

describe.each(locales.map((locale) => [locale.tag, locale] as const))('in %s', (tag, locale) => {
  const words = wordsOf(locale);
  const told = (parts: Partial<Explanation>) => formatExplanation(explanation(parts), { locale, audience: 'auditor' });

  it.each(REASON_CODES)('%s has words, as a reason and as a failure', (code) => {
    const one = sampleOf(code);
    expectWords(told({ because: [one] }));
    expectWords(told({ whyNot: [{ segment: 'star', failed: [one], missing: [] }] }));
    expect(told({ because: [one] })).not.toBe(told({}));
  });

  it.each(REASON_CODES)('%s without a threshold, a value or a known type still has words', (code) => {
    const { required: _required, comparator: _comparator, distance: _distance, ...bare } = reason({ code, actual: null, fact: '' });
    expectWords(told({ because: [bare], against: [bare], whyNot: [{ segment: 'star', failed: [bare], missing: [] }] }));
  });

  it.each([...FINDING_CODES, 'record/no-customer-id'])('finding %s has words that its parameters fill', (code) => {
    const text = formatIssue({ code, params: FINDING_PARAMS }, { locale });
    expectWords(text);
    expect(text.endsWith(` [${code}]`)).toBe(true);
    expect(text).not.toContain(`${code}${words.colon}`);
  });

  it.each(Object.entries(messages))('issue %s has words with the same places', (code, message) => {
    const names = placesOf(message);
    const params = Object.fromEntries(names.map((name) => [name, `<${name}>`]));
    const filled = names.reduce((text, name) => text.replaceAll(`{${name}}`, `<${name}>`), message);
    const issue: Issue = { severity: 'error', code, pointer: '/a', message: filled, params };
    const text = formatIssue(issue, { locale });
    for (const name of names) expect(text).toContain(`<${name}>`);
    expect(text).not.toMatch(/\{\w+\}|undefined/);
    if (tag === 'en') expect(text).toContain(filled);
    else expect(text).toMatch(/\p{Script=Han}/u);
  });

  it.each(SCORE_REASONS)('score reason %s has words', (code) => {
    const text = told({ scores: [{ id: 'value', value: null, type: 'number', band: null, reason: code }] });
    expectWords(text);
    expect(text).not.toContain(code);
  });

  it('has a name for every ready fact and field', () => {
    for (const fact of Object.keys(CATALOGUE)) expect(words.facts).toHaveProperty([fact]);
    for (const field of Object.keys(CUSTOMER_FIELDS)) expect(words.fields).toHaveProperty([field]);
    expect(Object.keys(words.facts).length).toBe(Object.keys(CATALOGUE).length);
  });

  it('has a name for every band of the built-in scorers', () => {
    const options = { level: 'a', growth: 'b', cut: { mean: true }, atRiskFromDays: 90, lapsedFromDays: 180 };
    const bands = Object.values(BUILT_IN_SCORERS).flatMap((scorer) => {
      const read = scorer.readOptions(options, () => undefined);
      return scorer.bands(read);
    });
    expect(bands).toContain('star');
    for (const band of bands) expect(words.bands).toHaveProperty([band]);
  });

  it.each(['matched', 'otherwise', 'ambiguous', 'undetermined'] as const)('has words for the status %s', (status) => expectWords(told({ status })));
});

describe('the languages', () => {
  const flat = (table: unknown, at = ''): readonly (readonly [string, string])[] =>
    typeof table === 'string' ? [[at, table]] : Object.entries(table ?? {}).flatMap(([name, inner]) => flat(inner, `${at}.${name}`));
  const english = new Map(flat(wordsOf(en)));

  it('use the same places in every template', () => {
    const chinese = flat(wordsOf(zhCN)).filter(([at]) => english.has(at));
    expect(chinese.length).toBeGreaterThan(200);
    expect(chinese.filter(([at, template]) => placesOf(template).join() !== placesOf(english.get(at) ?? '').join()).map(([at]) => at)).toEqual([]);
  });

  it('use full-width punctuation beside Chinese', () => {
    const withoutCode = (text: string): string => text.replace(/`[^`]*`|\{[^}]*\}/g, 'x');
    const narrow = flat(wordsOf(zhCN)).filter(([, text]) => /\p{Script=Han}[,;:?()]|[,;:?()]\p{Script=Han}/u.test(withoutCode(text)));
    expect(narrow).toEqual([]);
  });
});
