// Rules for every operator and for every form of its words, read against a schema or without one.
import type { Json } from '../../src/errors/json.js';
import { defineOperator } from '../../src/rules/define-operator.js';
import type { Phrase } from '../../src/rules/describe.js';
import { parseRule } from '../../src/rules/parse-rule.js';
import { schema, v } from '../rules/kit.js';

export const near = defineOperator({
  id: 'acme:near', version: '1', operands: ['ratio', 'ratio'], result: 'boolean', evaluate: () => true, words: { en: '{1} is near {2}', 'zh-CN': '{1}接近{2}' },
});
export const operators = [near];

export const typed = (rule: Json): Phrase => parseRule(rule, { schema, operators }).describe();
export const untyped = (rule: Json): Phrase => parseRule(rule, { operators }).describe();

/** One rule for each operator, about the same facts, so that only the operator tells them apart. */
export const OF_EACH_OPERATOR: { readonly [operator: string]: Phrase } = {
  '==': typed({ '==': [v('other'), 5] }),
  '!=': typed({ '!=': [v('other'), 5] }),
  '===': typed({ '===': [v('other'), 5] }),
  '!==': typed({ '!==': [v('other'), 5] }),
  '<': typed({ '<': [v('other'), 5] }),
  '<=': typed({ '<=': [v('other'), 5] }),
  '>': typed({ '>': [v('other'), 5] }),
  '>=': typed({ '>=': [v('other'), 5] }),
  between: typed({ between: [v('other'), 5, 6] }),
  before: typed({ before: [v('since'), '2026-01-01'] }),
  after: typed({ after: [v('since'), '2026-01-01'] }),
  and: typed({ and: [v('vip'), v('blocked')] }),
  or: typed({ or: [v('vip'), v('blocked')] }),
  '!': typed({ '!': { '<': [v('other'), 5] } }),
  '!!': typed({ '!!': [{ '<': [v('other'), 5] }] }),
  if: typed({ if: [v('vip'), { '<': [v('other'), 5] }, v('blocked')] }),
  in: typed({ in: [v('other'), [5, 6]] }),
  contains: typed({ contains: [v('tags'), 'a'] }),
  overlaps: typed({ overlaps: [v('tags'), v('tiers')] }),
  some: typed({ some: [v('tags'), { '==': [v(''), 'a'] }] }),
  all: typed({ all: [v('tags'), { '==': [v(''), 'a'] }] }),
  none: typed({ none: [v('tags'), { '==': [v(''), 'a'] }] }),
  startsWith: typed({ startsWith: [v('name'), 'a'] }),
  endsWith: typed({ endsWith: [v('name'), 'a'] }),
  missing: typed({ missing: ['other', 'third'] }),
  missing_some: typed({ missing_some: [1, ['other', 'third']] }),
  present: typed({ present: v('other') }),
  default: typed({ default: [v('other'), 5] }),
  '+': typed({ '+': [v('other'), v('third')] }),
  '-': typed({ '-': [v('other'), v('third')] }),
  '*': typed({ '*': [v('other'), v('third')] }),
  '/': typed({ '/': [v('other'), v('third')] }),
  '%': typed({ '%': [v('other'), v('third')] }),
  min: typed({ min: [v('other'), v('third')] }),
  max: typed({ max: [v('other'), v('third')] }),
  '?:': untyped({ '?:': [{ '<': [v('other'), 5] }, true, false] }),
  map: untyped({ map: [v('scores'), { '*': [v(''), 2] }] }),
  filter: untyped({ filter: [v('scores'), { '<': [v(''), 5] }] }),
  reduce: untyped({ reduce: [v('scores'), { '+': [v('current'), v('accumulator')] }] }),
  merge: untyped({ merge: [v('tags'), v('tiers')] }),
  cat: untyped({ cat: [v('name'), 'a'] }),
  substr: untyped({ substr: [v('name'), 1] }),
};

/** More rules, by what they show. */
export const MORE: readonly (readonly [about: string, rules: readonly Phrase[]])[] = [
  ['figures in the terms of what they are compared with', [
    { '>=': [v('netSpend'), 5000.5] }, { '>=': [v('netSpend'), 5000] }, { '>=': [v('onTimePaymentRatio'), 0.8] }, { '>=': [v('onTimePaymentRatio'), 0.12345] },
    { '<=': [v('daysSinceLastPurchase'), 90] }, { '<=': [v('daysSinceLastPurchase'), 1] }, { '>': [v('purchases'), 12000] }, { '>': [v('third'), 0.333] }, { '==': [v('since'), '2026-01-31'] },
    { '<': [v('since'), '2026-01-01'] }, { '<=': [v('since'), '2026-01-01'] }, { '>': [v('since'), '2026-01-01'] }, { '>=': [v('since'), '2026-01-01'] },
    { between: [v('since'), '2026-01-01', '2026-06-30'] }, { between: [v('onTimePaymentRatio'), 0.5, 0.8] }, { in: [v('onTimePaymentRatio'), [0.5, 1]] },
    { '>': [{ '-': [v('onTimePaymentRatio'), 0.9] }, 0.05] }, { '>': [{ max: [v('netSpend'), 100] }, 50] }, { '>': [{ '/': [v('netSpend'), v('refunds')] }, 2] }, { '>': [{ '*': [v('netSpend'), 1.5] }, 50] },
    { 'acme:near': [v('onTimePaymentRatio'), 0.5] },
  ].map(typed)],
  ['names and values', [
    { '==': [v('tier'), 'gold'] }, { '==': [v('name'), 'Ann'] }, { '==': [v('name'), v('tier')] }, { '!=': [v('other'), v('third')] }, { '==': [v('vip'), true] }, { '==': [v('vip'), false] }, { '!=': [v('vip'), true] },
    { in: [v('tier'), ['gold']] }, { in: [v('tier'), ['gold', 'silver']] }, { in: [v('tier'), []] }, { in: ['a', v('tags')] }, { in: ['gold', v('tiers')] },
    { contains: [v('name'), 'a'] }, { overlaps: [v('tags'), ['a', 'b']] }, { overlaps: [['a'], v('tags')] }, v('vip'), true, false,
  ].map(typed)],
  ['values that stand first', [{ '<': [5, v('other')] }, { '>=': ['2026-01-01', v('since')] }, { before: ['2026-01-01', v('since')] }, { '==': ['gold', v('tier')] }, { '<': [1, v('other'), 5] }, { '<=': [1, v('other'), 5] }].map(typed)],
  ['what is not known', [
    { '==': [v('other'), null] }, { '!=': [null, v('other')] }, { '!': { present: v('other') } }, { '!': { missing: ['other'] } }, { '!': { missing: ['other', 'third'] } }, { '!': { missing_some: [1, ['other', 'third']] } },
    { '>': [{ var: ['other', 0] }, 5] }, { default: [v('vip'), false] }, { default: [{ '>': [v('other'), 5] }, true] }, { '==': [{ default: [v('tier'), 'bronze'] }, 'gold'] },
  ].map(typed)],
  ['opposites', [
    { '!': v('vip') }, { '!': { '>=': [v('other'), 5] } }, { '!': { '==': [v('other'), 5] } }, { '!': { '!=': [v('other'), 5] } }, { '!': { '===': [v('other'), 5] } }, { '!': { '!==': [v('other'), 5] } }, { '!': { in: [v('tier'), ['gold', 'silver']] } },
    { '!': { in: ['a', v('tags')] } }, { '!': { contains: [v('tags'), 'a'] } }, { '!': { overlaps: [v('tags'), v('tiers')] } }, { '!': { overlaps: [v('tags'), ['a', 'b']] } }, { '!': { startsWith: [v('name'), 'a'] } }, { '!': { endsWith: [v('name'), 'a'] } },
    { '!': { before: [v('since'), '2026-01-01'] } }, { '!': { after: [v('since'), '2026-01-01'] } }, { '!': { between: [v('other'), 1, 5] } }, { '!': { some: [v('tags'), { '==': [v(''), 'a'] }] } }, { '!': { none: [v('tags'), { '==': [v(''), 'a'] }] } },
    { '!': { all: [v('tags'), { '==': [v(''), 'a'] }] } }, { '!': { '!': { '>': [v('other'), 5] } } }, { '!': { '!': v('vip') } }, { '!': { and: [v('vip'), v('blocked')] } }, { '!': { or: [v('vip'), v('blocked')] } }, { '!': { 'acme:near': [v('onTimePaymentRatio'), 1] } },
  ].map(typed)],
  ['conditions of conditions', [
    { and: [v('vip'), { or: [v('blocked'), { '>': [v('other'), 1] }] }, { '!': { and: [v('vip'), v('blocked')] } }, { '!': { or: [v('vip'), v('blocked')] } }, { '!!': [{ or: [v('vip'), v('blocked')] }] }] },
    { or: [{ and: [v('vip'), v('blocked')] }, { and: [v('vip')] }] },
    { if: [v('vip'), { and: [v('blocked'), { '>': [v('other'), 1] }] }, { or: [v('blocked'), v('vip')] }, false, { '>': [v('other'), 5] }] },
    { if: [v('vip'), true, false] }, { '>': [v('other'), { if: [v('vip'), 100, { '==': [v('tier'), 'gold'] }, 200, 300] }] },
    { and: [{ '!': { missing: ['other', 'third'] } }, { 'acme:near': [v('onTimePaymentRatio'), 1] }, { default: [v('vip'), false] }] },
  ].map(typed)],
  ['sums in brackets', [
    { '>': [{ '*': [{ '+': [v('other'), 1] }, { '-': [v('third')] }] }, 5] }, { '>': [{ '-': [v('other'), { '-': [v('third'), 1] }] }, 5] }, { '>': [{ '+': [v('other'), v('third'), v('purchases')] }, 5] },
    { '>': [{ '/': [{ '+': [v('other'), 1] }, { min: [v('third'), { '%': [v('other'), 2] }] }] }, 5] }, { '>': [{ '+': [v('daysSinceLastPurchase'), 30] }, 90] },
  ].map(typed)],
  ['elements of lists', [
    { some: [v('orders'), { and: [{ '>': [v('amount'), 100] }, { '==': [v('kind'), 'web'] }, { '<': [v('units'), v('^.other')] }] }] }, { all: [v('tiers'), { in: [v(''), ['gold', 'silver']] }] },
    { some: [v('tags'), true] }, { none: [v('tags'), true] }, { '!': { some: [v('tags'), true] } }, { none: [v('orders'), { '>': [v('amount'), v('^.netSpend')] }] }, { some: [v('orders'), { some: [v('^.tags'), { '==': [v(''), v('^.kind')] }] }] }, { some: [['a', 'b'], { '==': [v(''), v('^.name')] }] },
  ].map(typed)],
  ['without a schema', [
    { '>': [v('basket.total'), '100'] }, { and: [v('a'), 1, { '!': v('b') }, { '!!': [v('c')] }] }, { if: [{ missing: ['a', 'b'] }, { merge: [v('a'), [1, 2]] }, 'ok'] }, { if: [{ missing_some: [2, ['a', 'b', 'c']] }, 1] }, { if: [v('a')] }, { if: [] },
    { in: ['Spring', 'Springfield'] }, { substr: [v('a'), -1, 3] }, { reduce: [v('xs'), { '+': [v('current.n'), v('accumulator')] }, 0] }, { filter: [v('xs'), { '>': [v('a'), v('^.b')] }] },
    { some: [v('xs'), { some: [v('ys'), { '==': [v(''), v('^.')] }] }] }, { some: [{ merge: [v('xs')] }, { some: [v('ys'), { '==': [v('a'), v('^.b')] }] }] }, { var: { cat: ['a', v('b')] } }, { '+': ['5'] }, { '*': [v('a')] },
    [v('a'), 2, [3, []]], [], null, '', 'x', v(''), { '==': [null, null] }, { missing: [] }, { missing: { merge: ['a', v('b')] } }, { '==': [v('two words'), v('a')] }, { before: [v('a'), 'soon'] },
  ].map(untyped)],
];
