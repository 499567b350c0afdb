import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/errors/json.js';
import { createOutcomes } from '../../src/explain/outcomes.js';
import { sufficientConditions } from '../../src/explain/sufficient.js';
import { conditionsOf } from '../../src/rules/conditions.js';
import { evaluate } from '../../src/rules/evaluate.js';
import { readRule } from '../../src/rules/read.js';
import { createScope } from '../../src/rules/scope.js';
import type { RuleNode, RuleValue } from '../../src/rules/types.js';

const NAMES = ['a', 'b', 'c'];

/** A rule over yes-or-no facts, and the slots of a document. */
function read(rule: Json, facts: { readonly [name: string]: boolean | null }): { readonly tree: RuleNode; readonly slots: readonly (RuleValue | undefined)[] } {
  const scope = createScope({ field: (path) => (NAMES.includes(path) ? { type: 'boolean' } : undefined), names: () => NAMES });
  const { tree } = readRule(rule, { scope, pointer: '', expect: 'boolean' });
  if (tree === undefined) throw new Error(JSON.stringify(rule));
  return { tree, slots: scope.paths.map((path) => facts[path] ?? undefined) };
}

const rules = fc.letrec<{ rule: Json }>((tie) => {
  const several = (minLength: number, maxLength: number) => fc.array(tie('rule'), { minLength, maxLength });
  return {
    rule: fc.oneof(
      { maxDepth: 4 },
      { weight: 3, arbitrary: fc.constantFrom(...NAMES).map((path): Json => ({ var: path })) },
      fc.boolean(),
      fc.constantFrom(...NAMES).map((path): Json => ({ '!': { missing: [path] } })),
      several(1, 3).map((operands): Json => ({ and: operands })),
      several(1, 3).map((operands): Json => ({ or: operands })),
      several(1, 1).map((operands): Json => ({ '!': operands })),
      several(1, 1).map((operands): Json => ({ '!!': operands })),
      several(3, 3).map((operands): Json => ({ if: operands })),
      several(5, 5).map((operands): Json => ({ if: operands })),
    ),
  };
}).rule;
const facts = fc.record({ a: fc.constantFrom(true, false, null), b: fc.constantFrom(true, false, null), c: fc.constantFrom(true, false, null) });

describe('outcomes of a rule whose conditions are made unknown', () => {
  it('are those of evaluating it again', () => {
    fc.assert(
      fc.property(rules, facts, fc.array(fc.nat(20), { maxLength: 8 }), (rule, given, turns) => {
        const { tree, slots } = read(rule, given);
        const { outcome, conditions, drop, restore } = createOutcomes(tree, slots);
        expect(outcome()).toBe(evaluate(tree, slots));
        // Conditions that were not looked at are unknown from the beginning.
        const unknown = new Set(conditionsOf(tree).filter((condition) => !conditions.includes(condition)));
        expect(outcome()).toBe(evaluate(tree, slots, unknown));
        for (const turn of turns) {
          const condition = conditions[turn % Math.max(1, conditions.length)];
          if (condition === undefined) continue;
          if (unknown.delete(condition)) restore(condition);
          else {
            unknown.add(condition);
            drop(condition);
          }
          expect(outcome()).toBe(evaluate(tree, slots, unknown));
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('give the conditions that dropping one by one from the last would leave', () => {
    fc.assert(
      fc.property(rules, facts, (rule, given) => {
        const { tree, slots } = read(rule, given);
        const wanted = evaluate(tree, slots);
        const dropped = new Set<RuleNode>();
        for (const condition of [...conditionsOf(tree)].reverse()) {
          dropped.add(condition);
          if (evaluate(tree, slots, dropped) !== wanted) dropped.delete(condition);
        }
        expect(sufficientConditions(tree, slots)).toEqual(conditionsOf(tree).filter((condition) => !dropped.has(condition)));
      }),
      { numRuns: 2_000 },
    );
  });

  it('take time that grows with the rule', () => {
    const wide: Json = { and: Array.from({ length: 10_000 }, (_, n) => ({ or: [{ var: 'b' }, { '!': { var: n % 2 === 0 ? 'b' : 'c' } }, { var: 'a' }] })) };
    const { tree, slots } = read(wide, { a: true, b: false, c: false });
    const before = process.cpuUsage();
    expect(sufficientConditions(tree, slots)).toHaveLength(10_000);
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(2_000);
  });
});
