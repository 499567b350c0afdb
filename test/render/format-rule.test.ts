import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/errors/json.js';
import { formatRule, type FormatRuleOptions } from '../../src/render/format-rule.js';
import { zhCN } from '../../src/render/locales/zh-CN.js';
import { defineOperator, type OperatorSpec } from '../../src/rules/define-operator.js';
import type { Phrase, ValuePhrase } from '../../src/rules/describe.js';
import { parseRule } from '../../src/rules/parse-rule.js';
import { v } from '../rules/kit.js';
import { typed, untyped } from './rule-samples.js';

const line = (phrase: Phrase, options: FormatRuleOptions = {}) => formatRule(phrase, { layout: 'line', ...options });
const chinese = (phrase: Phrase, options: FormatRuleOptions = {}) => line(phrase, { locale: zhCN, ...options });
const value = (parts: Partial<ValuePhrase>): ValuePhrase => ({ kind: 'value', pointer: '', type: 'number', value: 0.8, ...parts });
const ratioAbove = (limit: ValuePhrase): Phrase => ({
  kind: 'operator', pointer: '', type: 'boolean', operator: '>=', operands: [{ kind: 'path', pointer: '', type: 'ratio', path: 'onTimePaymentRatio' }, limit],
});

describe('names', () => {
  it('are labels in the language, then the words of the package, then what is written', () => {
    const rule = typed({ and: [{ '==': [v('tier'), 'gold'] }, { '>=': [v('netSpend'), 5000] }, v('vip')] });
    const labels = { tier: { en: 'Tier', 'zh-CN': '等级' }, 'tier=gold': { en: 'Gold', 'zh-CN': '金牌' }, vip: 'Important' };
    expect(line(rule, { labels, currency: 'USD' })).toBe('Tier is Gold and net spend is at least $5,000 and Important: yes');
    expect(chinese(rule, { labels, currency: 'USD' })).toBe('等级为金牌，且净消费额不低于 US$5,000，且 Important：是');
    expect(line(rule)).toBe('tier is gold and net spend is at least 5,000 and vip: yes');
  });

  it('of values are quoted where they would part a list', () => {
    const labels = { 'tier=gold': 'Gold, with credit', 'tier=silver': 'Silver' };
    expect(line(typed({ in: [v('tier'), ['gold', 'silver']] }), { labels })).toBe('tier is one of “Gold, with credit”, Silver');
    expect(line(typed({ some: [v('tiers'), { '==': [v(''), 'gold'] }] }), { labels: { 'tiers=gold': 'Gold' } })).toContain('the element is Gold');
    expect(line(typed({ contains: [v('tiers'), 'gold'] }), { labels: { 'tiers=gold': 'Gold' } })).toBe('tiers contains Gold');
  });

  it('of bands, kinds and segments are those of the language', () => {
    const schema = { 'scores.quadrant.band': { type: 'enum', values: ['star', 'own'] }, 'customer.kind': { type: 'enum', values: ['person'] }, 'previous.segment': { type: 'enum', values: ['vip'] } } as const;
    const rule = parseRule({ or: [{ in: [v('scores.quadrant.band'), ['star', 'own']] }, { '==': [v('customer.kind'), 'person'] }, { '==': [v('previous.segment'), 'vip'] }] }, { schema }).describe();
    const labels = { 'scores.quadrant': { en: 'Quadrant', 'zh-CN': '波士顿象限' }, 'segments.vip': { en: 'Very important', 'zh-CN': '贵宾' } };
    expect(line(rule, { labels })).toBe('Quadrant is one of star, own or kind of customer is person or previous segment is Very important');
    expect(chinese(rule, { labels })).toBe('波士顿象限为明星、own 之一，或客户性质为个人，或上次的类别为贵宾');
  });
});

describe('figures', () => {
  it('have their unit, and points where a ratio is a difference', () => {
    const rule = typed({ and: [{ '>=': [v('purchases'), 5] }, { '>': [v('onTimePaymentRatio'), 0.07] }] });
    const units = { purchases: 'orders', onTimePaymentRatio: 'points' };
    expect(line(rule, { units })).toBe('number of purchases is at least 5 orders and share paid on time is more than 7 points');
    expect(chinese(rule, { units: { ...units, purchases: '单' } })).toBe('购买次数不少于 5 单，且按期回款率高于 7 个百分点');
    const change = parseRule({ '>=': [v('targetCompletionChange'), 0.1] }, { schema: { targetCompletionChange: { type: 'ratio' } } }).describe();
    expect(line(change)).toBe('change of plan completion is at least 10 points');
  });

  it('are never rounded: a threshold is what it is', () => {
    const told = (limit: number) => line(typed({ '>': [v('other'), limit] }));
    expect([0.1, 0.333, 1 / 3, 1e-25, 0.1 + 0.2, 2 ** 53, -0.005].map(told)).toEqual([
      'other is more than 0.1', 'other is more than 0.333', 'other is more than 0.3333333333333333', 'other is more than 0.0000000000000000000000001', 'other is more than 0.30000000000000004',
      'other is more than 9,007,199,254,740,992', 'other is more than -0.005',
    ]);
    expect(line(typed({ '>': [v('onTimePaymentRatio'), 0.99999] }))).toBe('share paid on time is more than 99.999%');
    expect(line(typed({ '>': [v('daysSinceLastPurchase'), 0.5] }))).toBe('time since the last purchase is more than 0.5 days');
    expect(line(typed({ '>=': [v('netSpend'), 0.05] }), { currency: 'JPY' })).toBe('net spend is at least ¥0.05');
  });

  it('say the parameter that gives them, or that they were reckoned from', () => {
    expect(line(ratioAbove(value({ path: 'parameters.onTime' })))).toBe('share paid on time is at least 80% (parameter onTime)');
    expect(chinese(ratioAbove(value({ path: 'parameters.onTime' })))).toBe('按期回款率不低于 80%（参数 onTime）');
    expect(line(ratioAbove(value({ path: 'parameters.onTime', reckoned: true })))).toBe('share paid on time is at least 80% (reckoned from the parameter onTime)');
    expect(line(ratioAbove(value({ path: 'parameters.onTime' })), { labels: { 'parameters.onTime': 'On time' } })).toBe('share paid on time is at least 80% (parameter On time)');
    expect(line(value({ type: 'boolean', value: true, path: 'parameters.strict' }))).toBe('parameter strict: yes');
  });
});

describe('layouts', () => {
  const rule = typed({ and: [v('vip'), { or: [v('blocked'), { '>': [v('other'), 1] }] }] });
  it('are a list by default, or one line', () => {
    expect(formatRule(rule)).toBe('all of these hold:\n- vip: yes\n- at least one of these holds:\n  - blocked: yes\n  - other is more than 1');
    expect(line(rule)).toBe('vip: yes and (blocked: yes or other is more than 1)');
    expect(formatRule(typed(v('vip')))).toBe('vip: yes');
  });
  it('conditions further in than anyone reads are told on one line', () => {
    let deep: Json = v('vip');
    for (let depth = 0; depth < 20; depth += 1) deep = { and: [deep, v('blocked')] };
    const lines = formatRule(typed(deep)).split('\n');
    expect(Math.max(...lines.map((each) => /^ */.exec(each)?.[0].length ?? 0))).toBe(16);
    expect(lines.some((each) => each.includes('((((('))).toBe(true);
  });
});

describe('rules of any kind', () => {
  const nested = (depth: number, wrap: (inner: Json) => Json, innermost: Json): Json => {
    let rule = innermost;
    for (let i = 0; i < depth; i += 1) rule = wrap(rule);
    return rule;
  };
  const limits = { depth: 500, nodes: 10_000_000, bytes: 100_000_000, listLength: 1_000_000 };
  const read = (rule: Json): Phrase => parseRule(rule, { limits }).describe();
  const leaf: Json = { '>': [v('a'), 5] };

  it.each<[string, Json]>([
    ['!', nested(495, (inner) => ({ '!': inner }), leaf)],
    ['and', nested(245, (inner) => ({ and: [inner, leaf] }), leaf)],
    ['some', nested(245, (inner) => ({ some: [v('a'), inner] }), leaf)],
    ['default', nested(245, (inner) => ({ default: [inner, false] }), leaf)],
    ['+', nested(245, (inner) => ({ '+': [inner, 1] }), v('a'))],
    ['if', nested(245, (inner) => ({ if: [inner, inner === leaf ? leaf : false, leaf] }), leaf)],
    ['list', nested(490, (inner) => [inner], v('a'))],
    ['literal list', nested(490, (inner) => [inner], 1)],
    ['missing', nested(245, (inner) => ({ missing: [inner] }), 'a')],
    ['50,000 alternatives', { or: Array.from({ length: 50_000 }, (_, i) => ({ '==': [v('sku'), `S${i}`] })) }],
    ['a list of 100,000', { in: [v('sku'), Array.from({ length: 100_000 }, (_, i) => `S${i}`)] }],
  ])('%s, deep or long, is told without overflowing', (_, rule) => {
    const phrase = read(rule);
    for (const options of [{}, { layout: 'line' }, { locale: zhCN }] as const) {
      const text = formatRule(phrase, options);
      expect(text).not.toMatch(/\{\w+\}|undefined/);
      // Linear in the rule: nothing is told twice.
      expect(text.length).toBeLessThan(40 * JSON.stringify(phrase).length);
    }
  });

  it('what no rule can be is cut off, not followed for ever', () => {
    const circle = { kind: 'operator', pointer: '', type: 'boolean', operator: '!', operands: [] as Phrase[] } as const;
    circle.operands.push(circle);
    expect(line(circle)).toContain('…');
    const unknown: Phrase = { kind: 'operator', pointer: '', type: 'any', operator: 'toString', operands: [v0('a'), value({ value: 5 })] };
    expect(line(unknown)).toBe('toString (a, 5)');
    expect(line({ kind: 'path', pointer: '', type: 'any', path: 'a', element: 7 })).toBe('a of the element of the outer list');
    for (const operator of ['==', '<', 'and', '!', '!!', 'if', 'in', 'overlaps', 'some', 'missing', 'missing_some', 'default', '+', '-', '*', '/', 'filter', 'map', 'list', 'substr']) {
      expect(line({ kind: 'operator', pointer: '', type: 'any', operator, operands: [] })).not.toMatch(/\{\w+\}|undefined/);
    }
  });

  it('texts from outside break no line and fill no place', () => {
    const rule = untyped({ and: [{ '==': [v('a\nb'), 'x\u2028y {1} {list}'] }, { '==': [v('{2}'), '\u0007'] }] });
    const text = formatRule(rule, { labels: { 'a\nb': { en: 'first\r\nsecond {1}' } } });
    expect(text.split('\n')).toEqual(['all of these hold:', '- first second {1} is “x y {1} {list}”', '- “{2}” is an empty text']);
  });

  it('a name of any length, used often, makes no text of any length', () => {
    const rule = untyped({ or: Array.from({ length: 500 }, () => v('x')) });
    expect(line(rule, { labels: { x: `${'长'.repeat(199)}😀${'长'.repeat(100_000)}` } }).length).toBeLessThan(500 * 240);
    expect(line(untyped(v('x')), { labels: { x: `${'a'.repeat(199)}😀b` } })).toBe(`${'a'.repeat(199)}…`);
  });

  it('a locale by name is refused as everywhere; a currency that is none stands behind the amount', () => {
    expect(() => formatRule(typed(true), { locale: 'zh-CN' as never })).toThrow('option/not-a-locale');
    expect(line(typed({ '>': [v('netSpend'), 5] }), { currency: 'points' })).toBe('net spend is more than 5 points');
  });
});

/** An untyped path, as a phrase. */
function v0(path: string): Phrase {
  return { kind: 'path', pointer: '', type: 'any', path };
}

describe('an empty text where a day is meant', () => {
  it('is told, as nothing else would stand there', () => expect(line(parseRule({ after: ['', v('a')] }).describe())).toBe('a is before an empty text'));
});

describe('operators of the host', () => {
  const told = (words: unknown, operands: readonly Json[], result: OperatorSpec['result'] = 'boolean', options: FormatRuleOptions = {}) => {
    const operator = defineOperator({ id: 'acme:op', version: '1', operands: operands.map(() => 'number'), result, evaluate: () => true, words: words as OperatorSpec['words'] });
    return line(parseRule({ 'acme:op': operands }, { schema: { a: { type: 'number' }, b: { type: 'number' } }, operators: [operator] }).describe(), options);
  };

  it('use their words, in the language where there are such', () => {
    const words = { en: '{2} is close to {1}', 'zh-CN': '{1}与{2}相近' };
    expect(told(words, [v('a'), 5])).toBe('5 is close to a');
    expect(told(words, [v('a'), 5], 'boolean', { locale: zhCN })).toBe('a 与 5 相近');
    expect(told({ en: 'only English {1} {2}' }, [v('a'), 5], 'boolean', { locale: zhCN })).toBe('only English a 5');
    expect(told(words, [{ '+': [v('a'), 1] }, v('b')])).toBe('b is close to (a + 1)');
  });

  it.each<[string, unknown]>([['none', undefined], ['null', null], ['no text', { en: 5 }], ['a place too many', { en: '{1} {2} {3}' }], ['another language', { fr: '{1}' }]])('without words that fit (%s) stand by their id', (_, words) => {
    expect(told(words, [v('a'), 5])).toBe('acme:op (a, 5)');
  });

  it('whose words name an operand twice do not double at every level', () => {
    const operator = defineOperator({ id: 'acme:twice', version: '1', operands: ['number'], result: 'number', evaluate: (a) => a, words: { en: '{1} and {1}\n' } });
    let rule: Json = v('a');
    for (let depth = 0; depth < 200; depth += 1) rule = { 'acme:twice': [rule] };
    const text = line(parseRule(rule, { operators: [operator], limits: { depth: 500 } }).describe());
    expect(line(parseRule({ 'acme:twice': [v('a')] }, { operators: [operator] }).describe())).toBe('a and a');
    expect(text.length).toBeLessThan(20_000);
    expect(text).not.toContain('\n');
  });
});
