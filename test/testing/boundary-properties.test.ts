// What must hold of the boundary cases of every policy.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClassifier, parsePolicy, type Classifier, type FactValue, type Policy } from 'clientele';
import * as presets from 'clientele/presets';
import { boundaryCases, type BoundaryCase } from 'clientele/testing';
import { engineOf } from '../../src/classifier/engine-of.js';
import { scoreRecord, type Engine } from '../../src/classify/engine.js';
import { visit } from '../../src/rules/conditions.js';
import { evaluate } from '../../src/rules/evaluate.js';
import type { Field, RuleNode } from '../../src/rules/types.js';
import { anyRule, classifierOf } from '../classify/kit.js';

const asOf = '2026-06-30';
const v = (path: string) => ({ var: path });

function engine(classifier: Classifier): Engine {
  const found = engineOf(classifier);
  if (found === undefined) throw new Error('no engine');
  return found;
}

function nodeAt({ plan }: Engine, pointer: string): RuleNode | undefined {
  let found: RuleNode | undefined;
  for (const tree of plan.trees.values()) visit(tree, (node) => void (node.pointer === pointer ? (found ??= node) : undefined));
  return found;
}

/** The outcome of a case's condition, over the facts that the classifier makes of its record. */
function outcomeOf(classifier: Classifier, { pointer, record }: BoundaryCase): unknown {
  const of = engine(classifier);
  const node = nodeAt(of, pointer);
  return node === undefined ? undefined : evaluate(node, scoreRecord(of, { ...record }, of.asOf(asOf)).slots);
}

/** The cases of one condition, by its pointer. */
function byPointer(cases: readonly BoundaryCase[]): ReadonlyMap<string, readonly BoundaryCase[]> {
  const groups = new Map<string, readonly BoundaryCase[]>();
  for (const each of cases) groups.set(each.pointer, [...(groups.get(each.pointer) ?? []), each]);
  return groups;
}

describe('random policies', () => {
  it('the cases of a condition lie on both sides of it', () => {
    fc.assert(
      fc.property(fc.array(anyRule, { minLength: 1, maxLength: 3 }), (rules) => {
        const classifier = classifierOf(rules, { scores: { spend: { scorer: 'value', cut: { fixed: [50, 100] } } } });
        for (const [pointer, cases] of byPointer(boundaryCases(classifier, { asOf }))) {
          if (pointer.startsWith('/scores/')) continue;
          const outcomes = new Set(cases.map((each) => outcomeOf(classifier, each)));
          expect([pointer, outcomes.has(true), outcomes.has(false)]).toEqual([pointer, true, true]);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('every threshold on one fact has cases: on it, and on a side where the condition is another', () => {
    const facts = ['netSpend', 'purchases', 'daysSinceLastPurchase', 'onTimePaymentRatio', 'npsScore', 'grossSpend'] as const;
    const threshold = fc.tuple(fc.constantFrom('<', '<=', '>', '>=', '=='), fc.constantFrom(...facts), fc.integer({ min: 1, max: 900 })).map(([operator, fact, hundredths]) => {
      const isWhole = fact === 'purchases' || fact === 'daysSinceLastPurchase';
      // Nobody pays more than all on time.
      return { fact, rule: { [operator]: [v(fact), isWhole ? hundredths : fact === 'onTimePaymentRatio' ? hundredths / 1000 : hundredths / 100] } };
    });
    fc.assert(
      fc.property(fc.uniqueArray(threshold, { selector: ({ fact }) => fact, minLength: 1, maxLength: 5 }), fc.constantFrom('and', 'or'), (parts, connective) => {
        const classifier = createClassifier(parsePolicy({
          schema: 'clientele.policy/1', id: 'p', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai', facts: { npsScore: { type: 'number' } },
          segments: [{ id: 'yes', when: { [connective]: parts.map(({ rule }) => rule) } }, { id: 'no' }], otherwise: 'no',
        }));
        const groups = byPointer(boundaryCases(classifier, { asOf }));
        expect([...groups.keys()]).toEqual(parts.map((_, index) => `/segments/0/when/${connective}/${String(index)}`));
        for (const cases of groups.values()) {
          const on = cases.find(({ side }) => side === 'on');
          // The facts are different ones: the others can be made to let each of them decide the segment.
          const segments = cases.map(({ record }) => classifier.assign(record, { asOf }));
          expect(on === undefined ? undefined : new Set(segments)).toEqual(new Set(['yes', 'no']));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('the same cases whatever was asked before, and none changes the classifier', () => {
    fc.assert(
      fc.property(fc.array(anyRule, { minLength: 1, maxLength: 2 }), (rules) => {
        const classifier = classifierOf(rules, { scores: { spend: { scorer: 'value' } } });
        const once = boundaryCases(classifier, { asOf });
        for (const { record } of once) classifier.classify(record, { asOf });
        expect(boundaryCases(classifier, { asOf })).toEqual(once);
      }),
      { numRuns: 5 },
    );
  });
});

/** A value of a type that differs from customer to customer. */
function spread({ type, values = [] }: Field, index: number): FactValue {
  switch (type) {
    case 'boolean':
      return index % 2 === 0;
    case 'enum':
      return values[index % values.length] ?? null;
    case 'ratio':
      return index / 40;
    case 'text':
    case 'date':
    case 'list':
      return null;
    default:
      return type === 'count' ? index % 13 : index * 7;
  }
}

describe.each(Object.entries<Policy>({ ...presets }))('the preset %s', (_, preset) => {
  it('has cases on both sides of every condition that has any', () => {
    const uncalibrated = createClassifier(preset);
    const { plan } = engine(uncalibrated);
    const inputs = plan.facts.filter(({ compute, id }) => compute === undefined || plan.inputs(id).length === 0);
    const population = Array.from({ length: 40 }, (_each, index) => ({
      customer: { id: String(index) },
      facts: Object.fromEntries(inputs.map(({ id, field }, place) => [id, spread(field, (index * (place + 3)) % 40)])),
    }));
    const classifier = createClassifier(preset, uncalibrated.needsCalibration.length === 0 ? {} : { calibration: uncalibrated.calibrate(population, { asOf }) });
    const groups = byPointer(boundaryCases(classifier, { asOf }));
    expect(groups.size).toBeGreaterThan(0);
    for (const [pointer, cases] of groups) {
      if (pointer.startsWith('/scores/')) continue;
      const outcomes = new Set(cases.map((each) => outcomeOf(classifier, each)));
      expect([pointer, outcomes.has(true), outcomes.has(false)]).toEqual([pointer, true, true]);
    }
  });
});

describe('hostile policies', () => {
  const HEAD = { schema: 'clientele.policy/1', id: 'p', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai', facts: { n: { type: 'number' }, many: { type: 'list' }, flag: { type: 'boolean' } } };
  const pointersOf = (when: unknown): readonly string[] => {
    const classifier = createClassifier(parsePolicy({ ...HEAD, segments: [{ id: 'yes', when }, { id: 'no' }], otherwise: 'no' }));
    return [...new Set(boundaryCases(classifier, { asOf }).map(({ pointer }) => pointer))];
  };
  const at = (...places: readonly string[]) => places.map((place) => `/segments/0/when${place}`);

  it('has no cases without rules', () => {
    expect(boundaryCases(createClassifier(parsePolicy({ ...HEAD, segments: [] })), { asOf })).toEqual([]);
    expect(boundaryCases(createClassifier(parsePolicy({ ...HEAD, segments: [{ id: 'no' }], otherwise: 'no' })), { asOf })).toEqual([]);
  });

  it.each<[string, unknown, readonly string[]]>([
    ['a rule that always holds', true, []],
    ['quantifiers', { all: [v('many'), { '>': [v(''), 3] }] }, at('')],
    ['none of an empty list', { none: [v('many'), { '==': [v(''), 'x'] }] }, at('')],
    ['arithmetic on both sides', { '>': [{ '*': [v('purchases'), 2] }, { '+': [v('units'), 1] }] }, at('')],
    ['a fact with itself', { '==': [v('n'), v('n')] }, []],
    ['a division by a fact that may be 0', { '>': [{ '/': [1, v('n')] }, 0.5] }, at('')],
    ['contradictions: each condition turns all the same', { and: [{ '>': [v('n'), 10] }, { '<': [v('n'), 5] }] }, at('/and/0', '/and/1')],
    ['what never holds', { '<': [v('purchases'), 0] }, []],
    ['a range that is empty', { between: [v('n'), 50, 30] }, []],
    ['the least and the greatest numbers', { or: [{ '>': [v('n'), Number.MAX_VALUE] }, { '>': [v('n'), Number.MIN_VALUE] }, { '>=': [v('n'), 9e15] }] }, at('/or/1', '/or/2')],
    ['the last day of the calendar', { after: [v('asOf'), '9999-12-31'] }, []],
    ['yes and no of each other', { '==': [v('flag'), { '>': [v('n'), 3] }] }, at('')],
    ['absence of one of some', { '!': { missing_some: [1, ['n', 'purchases']] } }, at('')],
  ])('%s', (_, when, expected) => expect(pointersOf(when)).toEqual(expected));

  it('a rule of a hundred conditions on a dozen facts', () => {
    const facts = ['n', 'purchases', 'units', 'netSpend', 'grossSpend', 'refunds', 'activeMonths', 'daysSinceLastPurchase', 'overdueAmount', 'complaints'];
    const when = { or: Array.from({ length: 10 }, (_, line) => ({ and: facts.map((fact) => ({ '>=': [v(fact), line + 1] })) })) };
    expect(pointersOf(when)).toHaveLength(100);
  });
});
