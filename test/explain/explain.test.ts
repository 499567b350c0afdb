import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ClassifierError, createClassifier, definePolicy, type CustomerRecord, type FactValue } from 'clientele';

const asOf = '2026-06-30';
const shop = definePolicy({
  schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai',
  parameters: { onTime: 0.8 },
  attributes: { level: { type: 'enum', values: { '3A': { en: '3A', 'zh-CN': '三甲' }, '2A': '2A' }, label: 'Level' } },
  facts: { nps: { type: 'number', unit: 'points' } },
  measures: { loyal: { when: { '>=': [{ var: 'purchases' }, 6] }, label: 'buys often' } },
  segments: [
    { id: 'gold', label: { en: 'Gold', 'zh-CN': '金牌' }, when: { and: [{ '>=': [{ var: 'netSpend' }, 5000] }, { '>=': [{ var: 'onTimePaymentRatio' }, { var: 'parameters.onTime' }] }] } },
    { id: 'silver', publicLabel: 'Member', when: { or: [{ '>=': [{ var: 'netSpend' }, 1000] }, { var: 'loyal' }, { in: [{ var: 'customer.attributes.level' }, ['3A']] }] } },
    { id: 'basic' },
  ],
  ranking: ['gold', 'silver', 'basic'], otherwise: 'basic',
});
const classifier = createClassifier(shop);

function explain(facts: { readonly [id: string]: FactValue }, attributes: { readonly [id: string]: unknown } = {}) {
  const record: CustomerRecord = { customer: { id: '1', attributes }, facts };
  return classifier.explain(classifier.classify(record, { asOf }));
}

describe('because', () => {
  it('has every condition of a rule that needs them all', () => {
    expect(explain({ netSpend: 5000.5, onTimePaymentRatio: 0.9, purchases: 1 }).because).toEqual([
      { code: 'reason/at-least', pointer: '/segments/0/when/and/0', fact: 'netSpend', type: 'money', actual: 5000.5, required: 5000, comparator: '>=', distance: 0.5 },
      { code: 'reason/at-least', pointer: '/segments/0/when/and/1', fact: 'onTimePaymentRatio', type: 'ratio', actual: 0.9, required: 0.8, comparator: '>=', distance: 0.1 },
    ]);
  });

  it('has the first of several that are enough', () => {
    const why = explain({ netSpend: 2000, onTimePaymentRatio: 1, purchases: 9 }, { level: '3A' });
    expect(why.because.map(({ code, fact }) => [code, fact])).toEqual([['reason/at-least', 'netSpend']]);
  });

  it('names a yes/no measure by its label, and an attribute with the labels of its values', () => {
    expect(explain({ netSpend: 0, onTimePaymentRatio: 1, purchases: 9 }).because).toMatchObject([{ code: 'reason/yes', fact: 'loyal', label: 'buys often', actual: true }]);
    const why = explain({ netSpend: 0, onTimePaymentRatio: 1, purchases: 0 }, { level: '3A' });
    expect(why.because).toMatchObject([{ code: 'reason/one-of', fact: 'customer.attributes.level', actual: '3A', required: ['3A'], label: 'Level' }]);
    expect(why.labels).toMatchObject({ 'customer.attributes.level=3A': { en: '3A', 'zh-CN': '三甲' }, 'segments.silver.public': 'Member', loyal: 'buys often' });
  });

  it('is empty where no rule holds', () => {
    expect(explain({ netSpend: 0, onTimePaymentRatio: 1, purchases: 0 }, { level: '2A' }).because).toEqual([]);
  });
});

describe('passed over and why not', () => {
  it('say what failed, how far it is, and what is missing', () => {
    const why = explain({ netSpend: 4999.99, onTimePaymentRatio: null, purchases: 1 }, { level: '2A' });
    expect(why.segment).toBe('silver');
    expect(why.passedOver).toEqual([{
      segment: 'gold', missing: [],
      reasons: [{ code: 'reason/below', pointer: '/segments/0/when/and/0', fact: 'netSpend', type: 'money', actual: 4999.99, required: 5000, comparator: '>=', distance: 0.01 }],
    }]);
    expect(why.whyNot).toMatchObject([{ segment: 'gold', failed: [{ fact: 'netSpend', distance: 0.01 }], missing: ['onTimePaymentRatio'] }]);
  });

  it('a rule that is unknown names the facts that would decide it', () => {
    const why = explain({ netSpend: 6000, purchases: 1 });
    expect([why.status, why.passedOver]).toEqual(['undetermined', [{ segment: 'gold', reasons: [], missing: ['onTimePaymentRatio'] }]]);
  });

  it('of several ways into a better segment the one with the fewest changes is named', () => {
    const why = explain({ netSpend: 10, onTimePaymentRatio: 1, purchases: 2 }, { level: '2A' });
    expect(why.whyNot.map(({ segment, failed }) => [segment, failed.map(({ fact, distance }) => [fact, distance])])).toEqual([
      ['gold', [['netSpend', 4990]]],
      ['silver', [['netSpend', 990]]],
    ]);
  });

  it('a segment outside of the ranking has no better ones', () => {
    const unranked = createClassifier({ ...shop, ranking: ['gold', 'silver'] });
    const record: CustomerRecord = { customer: { id: '1' }, facts: { netSpend: 1, onTimePaymentRatio: 1, purchases: 1 } };
    expect(unranked.explain(unranked.classify(record, { asOf })).whyNot).toEqual([]);
  });
});

describe('scores', () => {
  const dealers = createClassifier(definePolicy({
    schema: 'clientele.policy/1', id: 'd', version: '1', currency: 'CNY', timeZone: 'UTC',
    scores: { quadrant: { scorer: 'boston-quadrant', level: 'targetCompletion', growth: 'targetCompletionChange', cut: { level: { fixed: [1] }, growth: { fixed: [0] } }, label: 'Quadrant' } },
    segments: [{ id: 'star', when: { '==': [{ var: 'scores.quadrant.band' }, 'star'] } }, { id: 'rest' }], ranking: ['star', 'rest'], otherwise: 'rest',
  }));
  it('are opened with their axes', () => {
    const why = dealers.explain(dealers.classify({ customer: { id: '1' }, facts: { targetCompletion: 0.92, targetCompletionChange: 0.07 } }, { asOf }));
    expect(why.scores).toMatchObject([{
      id: 'quadrant', label: 'Quadrant', band: 'question-mark', value: null,
      axes: [{ id: 'level', input: 'targetCompletion', value: 0.92, line: 1, above: false, type: 'ratio' }, { id: 'growth', value: 0.07, line: 0, above: true, type: 'ratio' }],
    }]);
    expect(why.passedOver[0]?.reasons).toMatchObject([{ code: 'reason/not-equal', actual: 'question-mark', required: 'star' }]);
  });
});

describe('later', () => {
  it('a stored classification is explained as a fresh one', () => {
    const result = classifier.classify({ customer: { id: '1', attributes: { level: '3A' } }, facts: { netSpend: 10, onTimePaymentRatio: 1, purchases: 2 } }, { asOf });
    expect(classifier.explain(JSON.parse(JSON.stringify(result)) as typeof result)).toEqual(classifier.explain(result));
  });

  it('one of another policy is refused', () => {
    const other = createClassifier({ ...shop, version: '2' });
    const result = other.classify({ customer: { id: '1' }, facts: {} }, { asOf });
    expect(() => classifier.explain(result)).toThrow(ClassifierError);
  });

  it('an override is told beside what the rules said', () => {
    const record: CustomerRecord = { customer: { id: '1' }, facts: { netSpend: 2000, onTimePaymentRatio: 1, purchases: 1 }, override: { segment: 'gold', actor: 'sales director', reason: 'contract' } };
    const why = classifier.explain(classifier.classify(record, { asOf }));
    expect([why.segment, why.status, why.computed?.segment, why.because.map(({ fact }) => fact)]).toEqual(['gold', 'overridden', 'silver', ['netSpend']]);
    expect(why.override?.actor).toBe('sales director');
  });
});

describe('property: what is named is sufficient, and nothing of it can be dropped', () => {
  // Facts that stand for conditions; a rule is any tree of and, or and not over them.
  const names = ['a', 'b', 'c', 'd'];
  const rule: fc.Arbitrary<unknown> = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(...names).map((name) => ({ '>=': [{ var: name }, 1] })),
      fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((operands) => ({ and: operands })),
      fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((operands) => ({ or: operands })),
      tie('tree').map((operand) => ({ '!': operand })),
    ),
  })).tree;
  const facts = fc.record(Object.fromEntries(names.map((name) => [name, fc.constantFrom(0, 1, null)])));

  it('facts outside of because and passedOver may be forgotten', () => {
    fc.assert(fc.property(rule, rule, facts, (first, second, given) => {
      const classify = createClassifier(definePolicy({
        schema: 'clientele.policy/1', id: 'p', version: '1', currency: 'CNY', timeZone: 'UTC',
        facts: { a: { type: 'number' }, b: { type: 'number' }, c: { type: 'number' }, d: { type: 'number' } },
        segments: [{ id: 'one', when: first as { var: 'a' } }, { id: 'two', when: second as { var: 'a' } }, { id: 'rest' }], otherwise: 'rest',
      }));
      const result = classify.classify({ customer: { id: '1' }, facts: given }, { asOf });
      const why = classify.explain(result);
      const named = new Set([...why.because, ...why.passedOver.flatMap(({ reasons }) => reasons)].map(({ fact }) => fact));
      const kept = Object.fromEntries(Object.entries(given).filter(([name]) => named.has(name)));
      const again = classify.classify({ customer: { id: '1' }, facts: kept }, { asOf });
      expect([again.segment, again.status]).toEqual([result.segment, result.status]);
    }), { numRuns: 500 });
  });
});
