import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClassifier, parsePolicy, type Explanation, type FactValue, type Json } from 'clientele';
import { createEngine } from '../../src/classify/engine.js';
import { createSlotsOf } from '../../src/explain/slots.js';
import { plannedPolicy } from '../../src/policy/parse-policy.js';
import type { PolicyPlan } from '../../src/policy/plan.js';
import { conditionsOf, pathsOf } from '../../src/rules/conditions.js';
import { evaluate } from '../../src/rules/evaluate.js';
import type { RuleNode, Slots } from '../../src/rules/types.js';

const asOf = '2026-06-30';
const names = ['a', 'b', 'c', 'd'];

function policyOf(rules: readonly Json[], facts: readonly string[]) {
  return parsePolicy({
    schema: 'clientele.policy/1', id: 'p', version: '1', currency: 'CNY', timeZone: 'UTC',
    facts: Object.fromEntries(facts.map((name) => [name, { type: 'number' }])),
    segments: [...rules.map((when, index) => ({ id: `segment${String(index)}`, when })), { id: 'rest' }],
    ranking: [...rules.map((_, index) => `segment${String(index)}`), 'rest'], otherwise: 'rest',
  });
}

/** Any tree of connectives over conditions and, where they are wanted, literals. */
function ruleOver(condition: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  return fc.letrec<{ tree: Json }>((tie) => {
    const trees = (minLength: number, maxLength: number) => fc.array(tie('tree'), { minLength, maxLength });
    return {
      tree: fc.oneof(
        { maxDepth: 4 },
        condition,
        trees(1, 3).map((operands) => ({ and: operands })),
        trees(1, 3).map((operands) => ({ or: operands })),
        trees(1, 1).map(([operand]) => ({ '!': operand ?? true })),
        trees(1, 1).map(([operand]) => ({ '!!': operand ?? true })),
        trees(3, 3).map((operands) => ({ if: operands })),
        trees(5, 5).map((operands) => ({ if: operands })),
      ),
    };
  }).tree;
}

const name = fc.constantFrom(...names);
const path = name.map((id): Json => ({ var: id }));
/** Conditions of one fact and of several, such as know no missing data among them, and literals. */
const condition: fc.Arbitrary<Json> = fc.oneof(
  { weight: 4, arbitrary: path.map((fact) => ({ '>=': [fact, 1] })) },
  { weight: 2, arbitrary: fc.tuple(path, path).map(([first, second]) => ({ '>': [first, second] })) },
  path.map((fact) => ({ '<': [0, fact, 2] })),
  path.map((fact) => ({ '==': [fact, null] })),
  path.map((fact) => ({ present: fact })),
  fc.tuple(name, name).map(([first, second]) => ({ '!': { missing: [first, second] } })),
  fc.tuple(name, name).map(([first, second]) => ({ '!': { missing_some: [1, [first, second]] } })),
  fc.tuple(path, path).map(([first, second]) => ({ '<': [{ '+': [first, second] }, 2] })),
  fc.tuple(path, path).map(([first, second]) => ({ '>=': [{ '/': [first, second] }, 1] })),
  fc.boolean(),
);
const facts = fc.record(Object.fromEntries(names.map((id) => [id, fc.constantFrom<FactValue>(0, 1, 2, null)])));

function explained(policy: ReturnType<typeof policyOf>, given: { readonly [id: string]: FactValue }) {
  const classifier = createClassifier(policy);
  const result = classifier.classify({ customer: { id: '1' }, facts: given }, { asOf });
  const plan = plannedPolicy(policy, {});
  return { classifier, result, plan, slots: createSlotsOf(plan)(result), why: classifier.explain(result) };
}

/** What is decided with some conditions made unknown: by the first rule that holds, and by those before it that are unknown. */
function decision(plan: PolicyPlan, slots: Slots, unknown: ReadonlySet<RuleNode>) {
  const outcomes = plan.rules.map(({ tree }) => evaluate(tree, slots, unknown));
  const winner = outcomes.indexOf(true);
  const tried = winner < 0 ? outcomes : outcomes.slice(0, winner);
  return { winner, undecided: tried.flatMap((outcome, index) => (outcome === undefined ? [index] : [])) };
}

const reasonsOf = ({ because, passedOver }: Explanation) => [...because, ...passedOver.flatMap(({ reasons }) => reasons)];

describe('property: what is named is sufficient, and nothing of it can be dropped', () => {
  const rules = fc.array(ruleOver(condition), { minLength: 2, maxLength: 3 });

  it('over conditions', () => {
    let seen = 0;
    fc.assert(fc.property(rules, facts, (whens, given) => {
      const { plan, slots, why } = explained(policyOf(whens, names), given);
      const all = plan.rules.flatMap(({ tree }) => conditionsOf(tree));
      const pointers = new Set(reasonsOf(why).map(({ pointer }) => pointer));
      const decided = decision(plan, slots, new Set());
      // Nothing has to be kept for a rule to stay unknown.
      const sure = plan.rules.flatMap(({ tree }, index) => (decided.undecided.includes(index) ? [] : conditionsOf(tree)));
      const kept = sure.filter((node) => pointers.has(node.pointer));
      const others = new Set(all.filter((node) => !kept.includes(node)));
      expect(decision(plan, slots, others)).toEqual(decided);
      for (const node of kept) expect(decision(plan, slots, new Set([...others, node]))).not.toEqual(decided);
      seen += kept.length;
    }), { numRuns: 1000 });
    expect(seen).toBeGreaterThan(500);
  });

  it('over facts: those that no reason names may be forgotten', () => {
    fc.assert(fc.property(rules, facts, (whens, given) => {
      const { classifier, result, plan, why } = explained(policyOf(whens, names), given);
      // A rule that is unknown may ask whether a fact is there, so that forgetting one may decide it.
      const unknown = plan.rules.filter(({ segment }) => result.undecided.includes(segment)).flatMap(({ tree }) => pathsOf(tree));
      const named = new Set([...unknown, ...reasonsOf(why).flatMap(({ fact, facts: several = [fact] }) => several)]);
      const kept = Object.fromEntries(Object.entries(given).filter(([id]) => named.has(id)));
      const again = classifier.classify({ customer: { id: '1' }, facts: kept }, { asOf });
      expect([again.segment, again.status]).toEqual([result.segment, result.status]);
    }), { numRuns: 1000 });
  });

  it('a rule that is unknown names what is missing, or cannot be reckoned', () => {
    fc.assert(fc.property(rules, facts, (whens, given) => {
      const { result, why } = explained(policyOf(whens, names), given);
      for (const { reasons, missing } of why.passedOver.filter(({ segment }) => result.undecided.includes(segment))) {
        expect(reasons.length + missing.length).toBeGreaterThan(0);
        for (const fact of missing) expect(given[fact]).toBeNull();
      }
    }), { numRuns: 500 });
  });
});

describe('property: under every hit policy, what is named is sufficient, and nothing of it can be dropped', () => {
  // Each condition is about a fact of its own, so that to make the fact unknown is to make the condition unknown.
  const most = 9;
  const numbered = (rule: Json, count: { value: number }): Json => {
    if (rule === 'condition') return { '>=': [{ var: `f${String(count.value++)}` }, 1] };
    if (Array.isArray(rule)) return (rule as readonly Json[]).map((operand) => numbered(operand, count));
    if (typeof rule !== 'object' || rule === null) return rule;
    return Object.fromEntries(Object.entries(rule).map(([operator, operands]) => [operator, numbered(operands, count)]));
  };
  const ids = Array.from({ length: most }, (_, index) => `f${String(index)}`);
  const rules = fc
    .array(ruleOver(fc.oneof({ weight: 4, arbitrary: fc.constant<Json>('condition') }, fc.boolean())), { minLength: 2, maxLength: 4 })
    .map((trees) => {
      const count = { value: 0 };
      return { whens: trees.map((tree) => numbered(tree, count)), count: count.value };
    })
    .filter(({ count }) => count > 0 && count <= most);
  const hitPolicies = ['first', 'unique', 'any', 'priority', 'collect', 'rule-order', 'output-order'] as const;
  const values = fc.array(fc.constantFrom<FactValue>(0, 1, 1, null), { minLength: most, maxLength: most });

  /** Rules for the given segments, with the real way to decide over facts of which some are forgotten. */
  function decided(hitPolicy: (typeof hitPolicies)[number], whens: readonly Json[], segments: readonly string[], given: readonly FactValue[]) {
    const policy = parsePolicy({
      schema: 'clientele.policy/1', id: 'p', version: '1', currency: 'CNY', timeZone: 'UTC', hitPolicy,
      facts: Object.fromEntries(ids.map((id) => [id, { type: 'number' }])),
      segments: [...new Set(['a', 'b', 'c', 'd', ...segments])].map((id) => ({ id })).concat({ id: 'rest' }, { id: 'unsure' }),
      rules: whens.map((when, index) => ({ id: `r${String(index)}`, segment: segments[index] ?? 'a', when })),
      ranking: ['b', 'a', 'd'], otherwise: 'rest', undetermined: 'unsure',
    });
    const classifier = createClassifier(policy);
    const result = classifier.classify({ customer: { id: '1' }, facts: Object.fromEntries(ids.map((id, index) => [id, given[index] ?? null])) }, { asOf });
    const why = classifier.explain(result);
    const plan = plannedPolicy(policy, {});
    const { decide } = createEngine(plan, [], undefined);
    const slots = createSlotsOf(plan)(result);
    const named = new Set([...why.because, ...[...why.passedOver, ...why.alsoHolding].flatMap(({ reasons }) => reasons)].map(({ fact }) => fact));
    const over = (kept: ReadonlySet<string>) => {
      const { segment, status, matched, undecided, winner } = decide(plan.paths.map((path, slot) => (kept.has(path) ? slots[slot] : undefined)));
      return { segment, status, matched, undecided, winner: winner?.pointer };
    };
    return { result, named, over };
  }

  it.each(hitPolicies)('%s', (hitPolicy) => {
    let seen = 0;
    fc.assert(fc.property(rules, values, ({ whens }, given) => {
      const { result, named, over } = decided(hitPolicy, whens, ['a', 'b', 'c', 'd'], given);
      const decision = over(new Set(ids));
      expect([decision.segment, decision.status, decision.matched]).toEqual([result.segment, result.status, result.matched]);
      expect(over(named)).toEqual(decision);
      for (const fact of named) expect(over(new Set([...named].filter((other) => other !== fact)))).not.toEqual(decision);
      seen += named.size;
    }), { numRuns: 250 });
    expect(seen).toBeGreaterThan(100);
  });

  it.each(hitPolicies)('%s, where several rules give one segment, is sufficient', (hitPolicy) => {
    fc.assert(fc.property(rules, values, fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 4, maxLength: 4 }), ({ whens }, given, segments) => {
      const { named, over } = decided(hitPolicy, whens, segments, given);
      expect(over(named)).toEqual(over(new Set(ids)));
    }), { numRuns: 100 });
  });
});

describe('property: whyNot names what must change', () => {
  // Each condition is about a fact of its own, so that each can change alone.
  const most = 7;
  const numbered = (rule: Json, count = { value: 0 }): Json => {
    if (rule === 'condition') return { '>=': [{ var: `f${String(count.value++)}` }, 1] };
    if (Array.isArray(rule)) return (rule as readonly Json[]).map((operand) => numbered(operand, count));
    if (typeof rule !== 'object' || rule === null) return rule;
    return Object.fromEntries(Object.entries(rule).map(([operator, operands]) => [operator, numbered(operands, count)]));
  };
  const ids = Array.from({ length: most }, (_, index) => `f${String(index)}`);
  const rule = ruleOver(fc.oneof({ weight: 3, arbitrary: fc.constant<Json>('condition') }, fc.boolean()))
    .map((tree) => numbered(tree))
    .filter((tree) => !JSON.stringify(tree).includes(`f${String(most)}`));

  it('changing just that makes the rule hold', () => {
    let seen = 0;
    fc.assert(fc.property(rule, fc.array(fc.constantFrom(0, 1), { minLength: most, maxLength: most }), (when, values) => {
      const given = Object.fromEntries(ids.map((id, index) => [id, values[index] ?? 0]));
      const { classifier, result, plan, why } = explained(policyOf([when], ids), given);
      const read = plan.rules.flatMap(({ tree }) => pathsOf(tree));
      const assign = (changed: { readonly [id: string]: number }) => classifier.assign({ customer: { id: '1' }, facts: { ...given, ...changed } }, { asOf });
      const worlds = Array.from({ length: 2 ** read.length }, (_, bits) => Object.fromEntries(read.map((id, index) => [id, (bits >> index) & 1])));
      if (result.segment !== 'rest' || worlds.every((world) => assign(world) === 'rest')) return;
      const failed = why.whyNot[0]?.failed ?? [];
      expect(failed.length).toBeGreaterThan(0);
      expect(assign(Object.fromEntries(failed.map(({ fact }) => [fact, given[fact] === 1 ? 0 : 1])))).toBe('segment0');
      seen += 1;
    }), { numRuns: 500 });
    expect(seen).toBeGreaterThan(50);
  });
});
