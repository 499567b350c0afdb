import { describe, expect, it } from 'vitest';
import { formatRule } from '../../src/render/format-rule.js';
import { en } from '../../src/render/locales/en.js';
import { zhCN } from '../../src/render/locales/zh-CN.js';
import { wordsOf } from '../../src/render/text.js';
import { OPERATORS } from '../../src/rules/operators/table.js';
import { golden } from '../golden.js';
import { v } from '../rules/kit.js';
import { MORE, OF_EACH_OPERATOR, untyped } from './rule-samples.js';

const locales = [en, zhCN];

describe.each(locales.map((locale) => [locale.tag, locale] as const))('in %s', (tag, locale) => {
  const { rules } = wordsOf(locale);
  const told = (phrase: Parameters<typeof formatRule>[0], layout: 'list' | 'line' = 'line') => formatRule(phrase, { locale, layout, currency: 'CNY' });

  it('every operator has words, and other words than every other', () => {
    expect(Object.keys(OF_EACH_OPERATOR).sort()).toEqual(OPERATORS.map(({ id }) => id).sort());
    const texts = Object.values(OF_EACH_OPERATOR).map((phrase) => told(phrase));
    expect(new Set(texts).size).toBe(OPERATORS.length);
    expect(new Set(Object.values(rules.operators)).size).toBe(OPERATORS.length + 2);
    for (const text of texts) expect(text).not.toMatch(/\{\w+\}|undefined|null|NaN/);
  });

  it('no template tells a part twice: rules within rules would double at every level', () => {
    const templates = [rules.operators, rules.opposites, rules.dates, rules.forms, rules.names].flatMap((table) => Object.values(table));
    const twice = templates.filter((template) => new Set(template.match(/\{\w+\}/g)).size < (template.match(/\{\w+\}/g) ?? []).length);
    expect(templates.length).toBeGreaterThan(100);
    expect(twice).toEqual([]);
  });

  it('knows the operators whose second operand is about elements', () => {
    const elementwise = OPERATORS.filter((operator) => operator.elementwise === true);
    expect(elementwise.length).toBeGreaterThan(5);
    for (const { id } of elementwise) {
      const [inside, outside] = ['', '^.'].map((path) => told(untyped({ [id]: [v('xs'), { '==': [v(id === 'reduce' && path === '' ? 'current' : path), 1] }] })));
      expect(inside).toContain(id === 'reduce' ? rules.names.current : rules.names.element);
      expect(outside).toContain(rules.names.document);
    }
  });

  it('every operator and every form read as they were read aloud', () => {
    const section = (heading: string, texts: readonly string[]): string => `${heading}\n${texts.map((text) => `  ${text.replaceAll('\n', '\n  ')}`).join('\n')}`;
    const each = Object.entries(OF_EACH_OPERATOR).map(([id, phrase]) => `${id}  ${told(phrase)}`);
    const more = MORE.map(([about, phrases]) => section(about, phrases.flatMap((phrase) => [...new Set([told(phrase), told(phrase, 'list')])])));
    const text = [section('each operator', each), ...more].join('\n\n');
    expect(text).toBe(golden(`rules.${tag}.txt`, text));
  });
});
