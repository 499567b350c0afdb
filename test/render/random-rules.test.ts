// Whatever a rule is, it has words: random rules, with a schema and without one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/errors/json.js';
import { formatRule } from '../../src/render/format-rule.js';
import { en } from '../../src/render/locales/en.js';
import { zhCN } from '../../src/render/locales/zh-CN.js';
import type { Phrase } from '../../src/rules/describe.js';
import { OPERATORS } from '../../src/rules/operators/table.js';
import { safeParseRule, type RuleSchema } from '../../src/rules/index.js';
import { VALUE_TYPES } from '../../src/rules/types.js';
import { v } from '../rules/kit.js';
import { policyOperators, sampleRule, typedPaths, valueOfType } from '../rules/operator-samples.js';

const RUNS = { numRuns: 1_500 };
/** What stands in a text where a part of it was not filled in. */
const UNFILLED = /undefined|\[object|\{(?:[123]|list)\}/;
const LABELS = { a: { en: 'The a', 'zh-CN': '甲' }, text: 'a\nlabel', 'enum=a': { en: 'A, or b', 'zh-CN': '甲，或乙' } };

/** Any rule of JSON Logic: operators with as many operands as they take, of any kind. */
const { any } = fc.letrec<{ any: Json }>((tie) => {
  const path = fc.constantFrom('a', 'b.c', '', '^.a', '^.^.x', 'current', 'accumulator.n', 'two words', 'customer.kind', 'scores.s.band', 'purchases', '1');
  const text = fc.oneof(fc.constantFrom('x', '2026-01-01', '', 'a, b', 'line\nbreak', 'star'), fc.string().filter((written) => !UNFILLED.test(written)));
  const literal: fc.Arbitrary<Json> = fc.oneof(fc.constantFrom<Json>(null, true, false, 0, -0, 1, 0.8, 1e300, 5e-324), fc.double({ noNaN: true, noDefaultInfinity: true }), text);
  const calls = OPERATORS.map(({ id, arity, untypedArity }): fc.Arbitrary<Json> => {
    const { min, max, odd } = untypedArity ?? arity;
    const operands = fc.array(tie('any'), { minLength: min, maxLength: Math.max(min, Math.min(max, min + 3)) });
    return operands.map((list) => ({ [id]: odd === true && list.length % 2 === 0 ? list.slice(1) : list }));
  });
  return {
    any: fc.oneof({ maxDepth: 5, withCrossShrink: true }, literal, path.map((name): Json => v(name)), fc.tuple(path, literal).map(([name, value]): Json => ({ var: [name, value] })), fc.array(tie('any'), { maxLength: 3 }), ...calls),
  };
});

/** Conditions against a schema: every operator about every type that takes it, joined in every way. */
const samples: readonly Json[] = VALUE_TYPES.flatMap((type) => policyOperators.map((operator) => sampleRule(operator, type, type))).filter((rule) => safeParseRule(rule, { schema: typedPaths }).ok);
const { condition } = fc.letrec<{ condition: Json }>((tie) => {
  const some = fc.array(tie('condition'), { minLength: 1, maxLength: 4 });
  return {
    condition: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc.constantFrom(...samples),
      some.map((all): Json => ({ and: all })),
      some.map((one): Json => ({ or: one })),
      tie('condition').map((each): Json => ({ '!': [each] })),
      tie('condition').map((each): Json => ({ '!!': [each] })),
      fc.tuple(tie('condition'), tie('condition'), tie('condition')).map((each): Json => ({ if: each })),
      fc.tuple(fc.constantFrom('some', 'all', 'none'), fc.constantFrom('list')).map(([operator, path]): Json => ({ [operator]: [v(path), { '==': [v(''), valueOfType.text] }] })),
      tie('condition').map((each): Json => ({ default: [each, false] })),
    ),
  };
});

function phraseOf(rule: Json, schema?: RuleSchema): Phrase | undefined {
  const read = safeParseRule(rule, schema === undefined ? {} : { schema });
  return read.ok ? read.value.describe() : undefined;
}

/** Operands never stand in another order or number than their brackets say. */
function isBalanced(text: string, open: string, close: string): boolean {
  let depth = 0;
  for (const sign of text) {
    if (sign === open) depth += 1;
    if (sign === close) depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

function expectWords(phrase: Phrase): void {
  for (const locale of [en, zhCN]) {
    const line = formatRule(phrase, { locale, layout: 'line', labels: LABELS, currency: 'CNY' });
    const list = formatRule(phrase, { locale, labels: LABELS, currency: 'CNY' });
    expect(line).not.toContain('\n');
    expect(line.trim()).not.toBe('');
    for (const text of [line, list]) expect(text).not.toMatch(UNFILLED);
    for (const each of list.split('\n').slice(1)) expect(each).toMatch(/^ *- \S/);
  }
}

describe('random rules', () => {
  it('have words without a schema', () => {
    let read = 0;
    fc.assert(fc.property(any, (rule) => {
      const phrase = phraseOf(rule);
      if (phrase === undefined) return;
      read += 1;
      expectWords(phrase);
    }), RUNS);
    expect(read).toBeGreaterThan(RUNS.numRuns / 2);
  });

  it('have words against a schema, with brackets that close', () => {
    expect(samples.length).toBeGreaterThan(100);
    fc.assert(fc.property(condition, (rule) => {
      const phrase = phraseOf(rule, typedPaths);
      expect(phrase).toBeDefined();
      if (phrase === undefined) return;
      expectWords(phrase);
      expect(isBalanced(formatRule(phrase, { layout: 'line' }), '(', ')')).toBe(true);
      expect(isBalanced(formatRule(phrase, { layout: 'line', locale: zhCN }), '（', '）')).toBe(true);
    }), RUNS);
  });

  it('are told the same after a journey as JSON', () => {
    fc.assert(fc.property(condition, (rule) => {
      const phrase = phraseOf(rule, typedPaths);
      expect(formatRule(JSON.parse(JSON.stringify(phrase)) as Phrase)).toBe(phrase === undefined ? '' : formatRule(phrase));
    }), { numRuns: 300 });
  });

  it('that decide differently are told differently: nothing of a rule is left out', () => {
    const told = new Map<string, string>();
    const tree = fc.letrec<{ tree: Json }>((tie) => ({
      tree: fc.oneof({ maxDepth: 4 }, fc.constantFrom<Json>(v('boolean'), { '>': [v('number'), 1] }, { '>': [v('number'), 2] }), fc.tuple(fc.constantFrom('and', 'or'), fc.array(tie('tree'), { minLength: 2, maxLength: 3 })).map(([operator, operands]): Json => ({ [operator]: operands }))),
    })).tree;
    fc.assert(fc.property(tree, (rule) => {
      const phrase = phraseOf(rule, typedPaths);
      if (phrase === undefined) return;
      for (const options of [{ layout: 'line' }, { layout: 'list' }, { layout: 'line', locale: zhCN }, { layout: 'list', locale: zhCN }] as const) {
        const text = `${options.layout} ${formatRule(phrase, options)}`;
        const before = told.get(text);
        expect(before ?? JSON.stringify(rule)).toBe(JSON.stringify(rule));
        told.set(text, JSON.stringify(rule));
      }
    }), RUNS);
    expect(told.size).toBeGreaterThan(RUNS.numRuns);
  });
});
