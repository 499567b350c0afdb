import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextAbove, nextBelow } from '../../src/internal/floats.js';
import { truth } from '../../src/rules/evaluate.js';
import { endAt, follow, graphOf, SLOT_ACCESS, testOf, type Graph } from '../../src/rules/graph.js';
import { parseRule } from '../../src/rules/index.js';
import { readRule } from '../../src/rules/read.js';
import { createScope } from '../../src/rules/scope.js';
import type { RuleNode, RuleValue, Slots, Truth } from '../../src/rules/types.js';
import type { Json } from '../../src/errors/json.js';
import { schema, v } from './kit.js';

const scope = createScope({ field: (path) => (Object.hasOwn(schema, path) ? schema[path] : undefined), names: () => Object.keys(schema) });

function treeOf(rule: Json): RuleNode {
  const { tree, issues } = readRule(rule, { scope, pointer: '' });
  if (tree === undefined) throw new Error(JSON.stringify(issues));
  return tree;
}

/** Every path has a slot of its own; typed values as the engine keeps them. */
const slotsOf = (values: { readonly [path: string]: RuleValue | undefined }): Slots => scope.paths.map((path) => values[path]);

function stepsOf(graph: Graph<undefined, Truth>): number {
  const seen = new Set<unknown>();
  const open: (Graph<undefined, Truth> | undefined)[] = [graph];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    open.push(...[at.yes, at.no, at.unknown].filter((next) => next !== undefined));
  }
  return seen.size;
}

const graph = (tree: RuleNode): Graph<undefined, Truth> => graphOf(tree, SLOT_ACCESS, { yes: endAt('true'), no: endAt('false'), unknown: endAt('unknown') });

/** Every form that has a step of its own, and one that has none. */
const condition: fc.Arbitrary<Json> = fc.oneof(
  fc.tuple(fc.constantFrom('<', '<=', '>', '>=', '==', '!=', '===', '!=='), fc.constantFrom('purchases', 'other', 'netSpend', 'onTimePaymentRatio'), fc.constantFrom(0, 1, 2, 2.5)).map(([operator, path, line]) => ({ [operator]: [v(path), line] })),
  fc.tuple(fc.constantFrom('<', '<=', '>', '>='), fc.constantFrom('purchases', 'other'), fc.constantFrom(0, 1, 2)).map(([operator, path, line]) => ({ [operator]: [line, v(path)] })),
  fc.tuple(fc.constantFrom('<', '<='), fc.constantFrom('other', 'netSpend'), fc.nat(2), fc.nat(3)).map(([operator, path, low, high]) => ({ [operator]: [low, v(path), high] })),
  fc.tuple(fc.constantFrom('other', 'netSpend'), fc.nat(2), fc.nat(3)).map(([path, low, high]) => ({ between: [v(path), low, high] })),
  fc.tuple(fc.constantFrom('purchases', 'netSpend'), fc.array(fc.nat(3), { maxLength: 3 })).map(([path, list]) => ({ in: [v(path), list] })),
  fc.subarray(['gold', 'silver', 'bronze']).map((list) => ({ in: [v('tier'), list] })),
  fc.tuple(fc.constantFrom('==', '!='), fc.constantFrom('gold', 'silver')).map(([operator, tier]) => ({ [operator]: [v('tier'), tier] })),
  fc.tuple(fc.constantFrom('==', '!='), fc.constantFrom('a', 'b')).map(([operator, text]) => ({ [operator]: [v('name'), text] })),
  fc.tuple(fc.constantFrom('==', '!='), fc.boolean()).map(([operator, vip]) => ({ [operator]: [v('vip'), vip] })),
  fc.constantFrom<Json>(v('vip'), v('blocked'), true, false, { present: v('other') }, { '==': [v('tier'), null] }, { '!==': [null, v('netSpend')] }),
  fc.subarray(['purchases', 'other', 'name', 'tier', 'netSpend'], { minLength: 1 }).map((paths) => ({ '!': { missing: paths } })),
  fc.constantFrom<Json>({ '>': [{ '+': [v('other'), v('purchases')] }, 2] }, { '<': [v('other'), v('purchases')] }, { some: [v('scores'), { '>': [v(''), v('^.other')] }] }, { '>': [v('since'), '2026-01-01'] }),
);

const rule: fc.Arbitrary<Json> = fc.letrec<{ rule: Json }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 4 },
    condition,
    condition,
    fc.tuple(fc.constantFrom('and', 'or'), fc.array(tie('rule'), { minLength: 1, maxLength: 4 })).map(([operator, rules]): Json => ({ [operator]: rules })),
    tie('rule').map((one): Json => ({ '!': [one] })),
    tie('rule').map((one): Json => ({ '!!': [one] })),
    fc.tuple(tie('rule'), tie('rule'), tie('rule')).map((three): Json => ({ if: three })),
    fc.tuple(tie('rule'), tie('rule'), tie('rule'), tie('rule'), tie('rule')).map((five): Json => ({ if: five })),
  ),
})).rule;

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined, freq: 2 });
const values = fc.record({
  purchases: maybe(fc.nat(3)), other: maybe(fc.constantFrom(0, 1, 2, 2.5, -1)), netSpend: maybe(fc.constantFrom(0, 100, 200, 250, 199)), onTimePaymentRatio: maybe(fc.constantFrom(0, 1, 2.5)),
  tier: maybe(fc.constantFrom('gold', 'silver', 'bronze')), name: maybe(fc.constantFrom('a', 'c')), vip: maybe(fc.boolean()), blocked: maybe(fc.boolean()), scores: maybe(fc.array(fc.nat(3), { maxLength: 3 })),
  since: maybe(fc.constantFrom('2025-01-01', '2026-02-01')),
});

describe('the graph of a rule', () => {
  it('comes to the same as the rule, whatever is missing', () => {
    fc.assert(
      fc.property(rule, values, (one, facts) => {
        const tree = treeOf(one);
        expect(follow(graph(tree), slotsOf(facts), undefined)).toBe(truth(tree, slotsOf(facts)));
      }),
      { numRuns: 4_000 },
    );
  });

  it('comes to the same over a document as over slots', () => {
    fc.assert(
      fc.property(rule.filter((one) => typeof one === 'object'), values, (one, { netSpend, ...facts }) => {
        const compiled = parseRule(one, { schema });
        const document = { ...facts, ...(netSpend === undefined ? {} : { netSpend: netSpend / 100 }) };
        // Without a prototype a document is read the careful way.
        const careful: object = Object.assign(Object.create(null) as object, document);
        expect([compiled.test(careful), compiled.trace(document).outcome]).toEqual([compiled.test(document), compiled.test(document)]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('asks once for a value that is guarded', () => {
    const guarded = graph(treeOf({ and: [{ '!==': [v('other'), null] }, { '<': [v('other'), 3] }] }));
    // One condition, and two ends: unknown is not among them.
    expect(stepsOf(guarded)).toBe(3);
    expect([2, 3, undefined].map((other) => follow(guarded, slotsOf({ other }), undefined))).toEqual(['true', 'false', 'false']);
    expect(stepsOf(graph(treeOf({ and: [{ '!==': [v('purchases'), null] }, { '<': [v('other'), 3] }] })))).toBeGreaterThan(3);
  });

  it('does not grow beyond a few steps for each node, however conditions are nested', () => {
    let nested: Json = { '>': [v('other'), 1] };
    for (let level = 0; level < 60; level += 1) nested = { [level % 2 === 0 ? 'and' : 'or']: [{ '>': [v('purchases'), level] }, { '==': [v('tier'), 'gold'] }, nested] };
    const wide: Json = { and: [{ '>': [v('purchases'), 1] }, { or: [{ '>': [v('other'), 0] }, { and: Array.from({ length: 5_000 }, (_, line) => ({ '>': [v('other'), line] })) }] }] };
    for (const one of [nested, wide]) {
      const { tree } = readRule(one, { scope, pointer: '' });
      if (tree === undefined) throw new Error('no tree');
      const nodes = JSON.stringify(one).split('"var"').length;
      expect(stepsOf(graph(tree))).toBeLessThan(20 * nodes);
      for (const facts of [{}, { other: 9_999, purchases: 9 }, { other: 5, tier: 'silver' }]) expect(follow(graph(tree), slotsOf(facts), undefined)).toBe(truth(tree, slotsOf(facts)));
    }
  });

  it('is made when it is first asked, and then kept', () => {
    let reads = 0;
    const access = { ...SLOT_ACCESS, place: () => -1, read: ({ slot }: { readonly slot: number }) => { reads += 1; return (slots: Slots) => slots[slot]; } };
    const test = testOf<Slots>(treeOf({ '>': [v('other'), 1] }), access);
    expect(reads).toBe(0);
    expect([test(slotsOf({ other: 2 })), test(slotsOf({ other: 1 })), reads]).toEqual(['true', 'false', 1]);
  });
});

describe('the numbers next to a number', () => {
  it('have nothing between', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(nextAbove(value)).toBeGreaterThan(value);
        expect(nextBelow(nextAbove(value)) === value).toBe(true);
        const middle = value / 2 + nextAbove(value) / 2;
        expect([value, nextAbove(value)].some((end) => end === middle) || Math.abs(value) < 1e-300 || Math.abs(value) > 1e300).toBe(true);
      }),
    );
    expect([nextAbove(0), nextBelow(0), nextAbove(-0), nextAbove(Number.MAX_VALUE)]).toEqual([Number.MIN_VALUE, -Number.MIN_VALUE, Number.MIN_VALUE, Number.POSITIVE_INFINITY]);
  });
});

describe('what is written in a document', () => {
  const about = (rule: Json, document: object): string => parseRule(rule, { schema }).test(document);
  it.each([
    [{ '>=': [v('netSpend'), 5] }, { netSpend: 5 }, 'true'],
    [{ '>=': [v('netSpend'), 5] }, { netSpend: '5.00' }, 'true'],
    [{ '>=': [v('netSpend'), 5] }, { netSpend: { minor: 500 } }, 'true'],
    [{ '>=': [v('netSpend'), 5] }, { netSpend: 4.99 }, 'false'],
    [{ '>=': [v('netSpend'), 5] }, { netSpend: 5.001 }, 'unknown'],
    [{ '<=': [v('netSpend'), 5] }, { netSpend: Number.NEGATIVE_INFINITY }, 'unknown'],
    [{ '>=': [v('netSpend'), 5] }, { netSpend: 1e300 }, 'unknown'],
    [{ in: [v('netSpend'), [5, 7.5]] }, { netSpend: 7.5 }, 'true'],
    [{ in: [v('netSpend'), [5, 7.5]] }, { netSpend: '7.50' }, 'true'],
    [{ in: [v('netSpend'), [5, 500]] }, { netSpend: { minor: 500 } }, 'true'],
    [{ in: [v('netSpend'), [500]] }, { netSpend: 5 }, 'false'],
    [{ in: [v('netSpend'), [500]] }, { netSpend: 5.001 }, 'unknown'],
    [{ '>=': [v('other'), 0] }, { other: Infinity }, 'unknown'],
    [{ '>=': [v('other'), 0] }, { other: '5' }, 'unknown'],
    [{ '!=': [v('other'), 5] }, { other: Number.NaN }, 'unknown'],
    [{ in: [v('other'), [1, 2]] }, { other: '1' }, 'unknown'],
    [{ in: [v('tier'), ['gold']] }, { tier: 'platinum' }, 'unknown'],
    [{ '!=': [v('name'), 'a'] }, { name: ' ' }, 'unknown'],
    [{ '==': [v('vip'), true] }, { vip: 'true' }, 'unknown'],
    [{ '==': [v('vip'), false] }, { vip: false }, 'true'],
    [{ '==': [v('other'), 0] }, { other: -0 }, 'true'],
    [{ present: v('tier') }, { tier: 'platinum' }, 'false'],
    [{ present: v('netSpend') }, { netSpend: 5.001 }, 'false'],
    [{ present: v('size.employees') }, { size: { employees: 3 } }, 'true'],
    [{ present: v('size.employees') }, { size: 'large' }, 'false'],
  ] as const)('%j of %j is %s', (rule, document, expected) => {
    expect(about(rule, document)).toBe(expected);
    expect(about({ '!': rule }, document)).toBe({ true: 'false', false: 'true', unknown: 'unknown' }[expected]);
  });
});
