import fc from 'fast-check';
import jsonLogic from 'json-logic-js';
import { describe, expect, it } from 'vitest';
import { conditionsOf } from '../../src/rules/conditions.js';
import { evaluate, truth } from '../../src/rules/evaluate.js';
import { parseRule } from '../../src/rules/index.js';
import { readRule } from '../../src/rules/read.js';
import { createScope } from '../../src/rules/scope.js';
import { traceRule } from '../../src/rules/trace.js';
import type { RuleNode, RuleValue } from '../../src/rules/types.js';
import type { Json } from '../../src/errors/json.js';
import { schema, v } from './kit.js';

const RUNS = { numRuns: 2_000 };
const NUMBERS = ['purchases', 'other', 'third'];

/** Rules over the paths of the schema, every one well typed. `asksAbsence` adds the words that do. */
function rules(asksAbsence: boolean): fc.Arbitrary<Json> {
  const pathOf = (...paths: string[]) => fc.constantFrom(...paths).map((path): Json => v(path));
  const numberLiteral = fc.integer({ min: -3, max: 8 }).map((value): Json => value);
  const { boolean } = fc.letrec<{ boolean: Json; number: Json }>((tie) => {
    const number = tie('number');
    const condition = tie('boolean');
    const some = fc.array(condition, { minLength: 1, maxLength: 3 });
    const call = (operator: string, ...operands: fc.Arbitrary<Json>[]) => fc.tuple(...operands).map((each): Json => ({ [operator]: each }));
    const compare = fc.constantFrom('==', '!=', '===', '!==', '<', '<=', '>', '>=').chain((operator) => call(operator, number, number));
    const text = pathOf('name').chain((path) =>
      fc.constantFrom('a', 'b', 'ab').chain((part) => fc.constantFrom('==', '!=').map((operator): Json => ({ [operator]: [path, part] }))),
    );
    const tier = fc
      .constantFrom('gold', 'silver')
      .chain((value) => fc.constantFrom('==', '!=').map((operator): Json => ({ [operator]: [v('tier'), value] })));
    const since = fc
      .constantFrom('<', '<=', '>', '==')
      .chain((operator) => fc.constantFrom('2025-12-31', '2026-01-01').map((day): Json => ({ [operator]: [v('since'), day] })));
    const quantified = fc
      .constantFrom('some', 'all', 'none')
      .chain((operator) => numberLiteral.map((limit): Json => ({ [operator]: [v('scores'), { '>': [v(''), limit] }] })));
    const inList = fc.array(numberLiteral, { maxLength: 4 }).chain((list) => number.map((needle): Json => ({ in: [needle, list] })));
    const inPath = number.map((needle): Json => ({ in: [needle, v('scores')] }));
    const conditions: fc.Arbitrary<Json>[] = [
      compare,
      text,
      tier,
      since,
      quantified,
      inList,
      inPath,
      pathOf('vip', 'blocked'),
      call('<', number, number, number),
      call('<=', number, number, number),
      some.map((each): Json => ({ and: each })),
      some.map((each): Json => ({ or: each })),
      condition.map((each): Json => ({ '!': each })),
      condition.map((each): Json => ({ '!!': [each] })),
      call('if', condition, condition, condition),
    ];
    if (asksAbsence) {
      conditions.push(
        fc.constantFrom(...NUMBERS).map((path): Json => ({ '!': { missing: [path] } })),
        pathOf('other', 'name', 'tags').map((path): Json => ({ present: path })),
        pathOf('other', 'name').map((path): Json => ({ '==': [path, null] })),
        call('default', condition, fc.constant<Json>(false)),
      );
    }
    return {
      boolean: fc.oneof({ maxDepth: 4 }, compare, ...conditions),
      number: fc.oneof(
        { maxDepth: 3 },
        pathOf(...NUMBERS),
        numberLiteral,
        call('+', number, number),
        call('-', number, number),
        call('*', number, numberLiteral),
        call('-', number),
        call('/', number, fc.constantFrom<Json>(2, 4, -1)),
        call('%', number, fc.constantFrom<Json>(2, 3)),
        call('min', number, number, number),
        call('max', number, number),
        call('if', condition, number, number),
      ),
    };
  });
  return boolean;
}

const facts = fc.record({
  purchases: fc.integer({ min: 0, max: 6 }),
  other: fc.integer({ min: -3, max: 6 }),
  third: fc.constantFrom(0.5, 1, 2.25),
  vip: fc.boolean(),
  blocked: fc.boolean(),
  name: fc.constantFrom('a', 'b', 'ab'),
  tier: fc.constantFrom('gold', 'silver', 'bronze'),
  since: fc.constantFrom('2025-12-31', '2026-01-01', '2026-02-01'),
  scores: fc.array(fc.integer({ min: -2, max: 6 }), { maxLength: 4 }),
  tags: fc.array(fc.constantFrom('a', 'b'), { maxLength: 3 }),
});
const partial = fc.record({ document: facts, absent: fc.subarray(Object.keys(schema)), asNull: fc.boolean() });

function without(document: object, absent: readonly string[], asNull: boolean): object {
  const kept = Object.entries(document).filter(([path]) => asNull || !absent.includes(path));
  return Object.fromEntries(kept.map(([path, value]): [string, unknown] => [path, absent.includes(path) ? null : value]));
}

function slotsOf(document: object): { readonly read: (rule: Json) => RuleNode; readonly slots: () => readonly (RuleValue | undefined)[] } {
  const scope = createScope({
    field: (path) => (Object.hasOwn(schema, path) ? schema[path] : undefined),
    names: () => Object.keys(schema),
  });
  const read = (rule: Json): RuleNode => {
    const { tree } = readRule(rule, { scope, pointer: '' });
    if (tree === undefined) throw new Error(JSON.stringify(rule));
    return tree;
  };
  return { read, slots: () => scope.paths.map((path) => (document as { readonly [path: string]: RuleValue | null })[path] ?? undefined) };
}

describe('properties', () => {
  it('on complete data a rule means what json-logic-js says, with and without a schema', () => {
    fc.assert(
      fc.property(rules(false), facts, (rule, document) => {
        const expected: unknown = jsonLogic.apply(rule as Parameters<typeof jsonLogic.apply>[0], document);
        expect(parseRule(rule, { schema }).evaluate(document)).toBe(expected);
        expect(parseRule(rule).evaluate(document)).toBe(expected);
      }),
      RUNS,
    );
  });

  it('information: taking a fact out never makes a rule true', () => {
    fc.assert(
      fc.property(rules(false), partial, (rule, { document, absent, asNull }) => {
        const compiled = parseRule(rule, { schema });
        const [before, after] = [compiled.test(document), compiled.test(without(document, absent, asNull))];
        expect([before, 'unknown']).toContain(after);
        expect(parseRule(rule).test(without(document, absent, asNull))).toBe(after);
      }),
      RUNS,
    );
  });

  it('null and absent are the same', () => {
    fc.assert(
      fc.property(rules(true), partial, (rule, { document, absent }) => {
        const compiled = parseRule(rule, { schema });
        expect(compiled.test(without(document, absent, true))).toBe(compiled.test(without(document, absent, false)));
      }),
      RUNS,
    );
  });

  it('the trace comes to the same outcome, and reading a rule again gives the same', () => {
    fc.assert(
      fc.property(rules(true), partial, (rule, { document, absent, asNull }) => {
        const compiled = parseRule(rule, { schema });
        const known = without(document, absent, asNull);
        expect(compiled.trace(known).outcome).toBe(compiled.test(known));
        expect(compiled.trace(known)).toEqual(parseRule(JSON.parse(JSON.stringify(rule)), { schema }).trace(known));
      }),
      RUNS,
    );
  });

  it('the order of operands of and, or does not matter', () => {
    fc.assert(
      fc.property(
        fc.array(rules(true), { minLength: 1, maxLength: 4 }),
        fc.constantFrom('and', 'or'),
        partial,
        (operands, operator, { document, absent, asNull }) => {
          const known = without(document, absent, asNull);
          const test = (list: readonly Json[]) => parseRule({ [operator]: list }, { schema }).test(known);
          expect(test([...operands].reverse())).toBe(test(operands));
        },
      ),
      RUNS,
    );
  });

  it('making conditions unknown never turns an outcome into its opposite; all unknown leaves nothing decided', () => {
    fc.assert(
      fc.property(rules(false), partial, fc.func(fc.boolean()), (rule, { document, absent, asNull }, drop) => {
        const { read, slots } = slotsOf(without(document, absent, asNull));
        const tree = read(rule);
        const before = truth(tree, slots());
        const conditions = conditionsOf(tree);
        const after = truth(tree, slots(), new Set(conditions.filter((_, index) => drop(index))));
        expect([before, 'unknown']).toContain(after);
        if (conditions.length > 0) expect(truth(tree, slots(), new Set(conditions))).toBe('unknown');
        expect(traceRule(tree, slots()).outcome).toBe(before);
        expect(evaluate(tree, slots())).toBe(before === 'unknown' ? undefined : before === 'true');
      }),
      RUNS,
    );
  });
});
