import { describe, expect, it } from 'vitest';
import { ClassifierError, createClassifier, definePolicy, defineScorer, formatExplanation, parsePolicy, type CustomerRecord, type FactValue, type Json } from 'clientele';
import { zhCN } from 'clientele/locales/zh-CN';

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

  it('of ways that need as many changes the one that can come nearer by degrees is named', () => {
    const either = createClassifier(definePolicy({
      schema: 'clientele.policy/1', id: 'e', version: '1', currency: 'CNY', timeZone: 'UTC', attributes: { size: { type: 'enum', values: ['solo', 'chain'] } },
      segments: [{ id: 'develop', when: { or: [{ '==': [{ var: 'customer.attributes.size' }, 'chain'] }, { '>=': [{ var: 'netSpend' }, 1000] }] } }, { id: 'rest' }],
      ranking: ['develop', 'rest'], otherwise: 'rest',
    }));
    const why = either.explain(either.classify({ customer: { id: '1', attributes: { size: 'solo' } }, facts: { netSpend: 800 } }, { asOf }));
    expect(why.whyNot.map(({ failed }) => failed.map(({ fact, distance }) => [fact, distance]))).toEqual([[['netSpend', 200]]]);
  });

  it('a segment that a person gave is measured by what is better than it', () => {
    const record: CustomerRecord = { customer: { id: '1' }, facts: { netSpend: 1, onTimePaymentRatio: 1, purchases: 1 }, override: { segment: 'silver', actor: 'sales director', reason: 'contract' } };
    expect(classifier.explain(classifier.classify(record, { asOf })).whyNot.map(({ segment }) => segment)).toEqual(['gold']);
  });

  it('a segment outside of the ranking has no better ones', () => {
    const unranked = createClassifier({ ...shop, ranking: ['gold', 'silver'] });
    const record: CustomerRecord = { customer: { id: '1' }, facts: { netSpend: 1, onTimePaymentRatio: 1, purchases: 1 } };
    expect(unranked.explain(unranked.classify(record, { asOf })).whyNot).toEqual([]);
  });
});

describe('a yes or no of a measure', () => {
  const pays = createClassifier(definePolicy({
    schema: 'clientele.policy/1', id: 'd', version: '1', currency: 'CNY', timeZone: 'UTC', parameters: { onTime: 0.8 },
    measures: { paysOnTime: { when: { '>=': [{ var: 'onTimePaymentRatio' }, { var: 'parameters.onTime' }] }, label: { en: 'pays on time', 'zh-CN': '回款及时' } } },
    segments: [{ id: 'good', when: { var: 'paysOnTime' } }, { id: 'late' }], ranking: ['good', 'late'], otherwise: 'late',
  }));
  const explained = (facts: object) => pays.explain(pays.classify({ customer: { id: '1' }, facts: { ...facts } }, { asOf }));

  it('is one reason by its label, with its own reasons beneath', () => {
    const why = explained({ onTimePaymentRatio: 0.9 });
    expect(why.because).toMatchObject([{ code: 'reason/yes', fact: 'paysOnTime', because: [{ code: 'reason/at-least', fact: 'onTimePaymentRatio', actual: 0.9, required: 0.8 }] }]);
    expect(formatExplanation(why)).toContain('Pays on time: yes (share paid on time is 90.0%, at least 80%)');
    expect(formatExplanation(explained({ onTimePaymentRatio: 0.5 }), { locale: zhCN })).toMatch(/回款及时.*（按期回款率为 50(\.0)?%，低于 80%）/);
  });

  it('has none beneath where the host gave it', () => {
    expect(explained({ paysOnTime: true, onTimePaymentRatio: 0.1 }).because).toMatchObject([{ code: 'reason/yes', fact: 'paysOnTime' }]);
    expect(explained({ paysOnTime: true, onTimePaymentRatio: 0.1 }).because[0]).not.toHaveProperty('because');
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

describe('an override that is not in force', () => {
  const findings = Array.from({ length: 6 }, (_, index) => ({ code: 'data/duplicate-id', params: { id: String(index) } }));
  it.each([
    [{ until: '2026-05-31' }, 'Gold, set by director, ended on 31 May 2026: “contract”', '由 director 指定为金牌，已于 2026年5月31日到期，原因：“contract”'],
    [{ from: '2026-07-01' }, 'Gold, set by director, starts on 1 July 2026: “contract”', '由 director 指定为金牌，自 2026年7月1日起生效，原因：“contract”'],
  ] as const)('is told by the name of its segment, before what is wrong with the data: %o', (days, english, chinese) => {
    const record: CustomerRecord = { customer: { id: '1' }, facts: { netSpend: 1, onTimePaymentRatio: 1, purchases: 1 }, override: { segment: 'gold', actor: 'director', reason: 'contract', ...days } };
    const result = classifier.classify(record, { asOf });
    const why = classifier.explain({ ...result, segment: 'basic', findings: [...findings, ...result.findings] });
    expect(why.override).toBeUndefined();
    for (const audience of ['sales', 'auditor'] as const) expect(formatExplanation(why, { audience })).toContain(english);
    expect(formatExplanation(why, { locale: zhCN })).toContain(chinese);
    expect(formatExplanation(why, { audience: 'customer' })).not.toContain('Gold');
  });
});

describe('conditions of every kind', () => {
  /** A policy of two segments, explained for one customer; the rule is that of the better segment. */
  function explainRule(rule: Json, facts: { readonly [id: string]: FactValue }) {
    const one = createClassifier(parsePolicy({
      schema: 'clientele.policy/1', id: 'one', version: '1', currency: 'CNY', timeZone: 'UTC',
      facts: { ...Object.fromEntries(['a', 'b', 'c'].map((id) => [id, { type: 'number' }])), day: { type: 'date' }, tags: { type: 'list' }, yes: { type: 'boolean' } },
      segments: [{ id: 'one', when: rule }, { id: 'rest' }], ranking: ['one', 'rest'], otherwise: 'rest',
    }));
    return one.explain(one.classify({ customer: { id: '1' }, facts }, { asOf }));
  }
  const failed = (rule: Json, facts: { readonly [id: string]: FactValue }) => explainRule(rule, facts).whyNot[0]?.failed.map(({ code, fact }) => [code, fact]);
  const missing = (rule: Json, facts: { readonly [id: string]: FactValue }) => explainRule(rule, facts).whyNot[0]?.missing;
  const reasonOf = (rule: Json, facts: { readonly [id: string]: FactValue }) => {
    const { because, passedOver } = explainRule(rule, facts);
    const { pointer: _pointer, type: _type, ...reason } = [...because, ...passedOver.flatMap(({ reasons }) => reasons)][0] ?? { pointer: '', type: '' };
    return reason;
  };

  const least = (fact: string): Json => ({ '>=': [{ var: fact }, 1] });

  it('a negated `if` that fails is told by its condition', () => {
    expect(failed({ '!': { if: [least('a'), true, false] } }, { a: 1 })).toEqual([['reason/at-least', 'a']]);
    expect(failed({ if: [least('a'), true, false] }, { a: 0 })).toEqual([['reason/below', 'a']]);
  });

  it('an `if` is told by the branch that it took', () => {
    const rule = { if: [least('a'), least('b'), least('c')] };
    expect(failed(rule, { a: 1, b: 0, c: 0 })).toEqual([['reason/below', 'b']]);
    expect(failed(rule, { a: 0, b: 0, c: 0 })).toEqual([['reason/below', 'c']]);
    expect(failed(rule, { a: 0, b: 0, c: null })).toEqual([]);
    expect(missing(rule, { a: 0, b: 0, c: null })).toEqual(['c']);
  });

  it('an `if` whose condition is unknown is told by that condition', () => {
    const rule = { if: [{ and: [least('a'), least('b')] }, least('c'), false] };
    expect([failed(rule, { a: 1, c: 0 }), missing(rule, { a: 1, c: 0 })]).toEqual([[], ['b']]);
    expect(explainRule(rule, { a: 1, c: 0 }).passedOver).toEqual([{ segment: 'one', reasons: [], missing: ['b'] }]);
  });

  it('a rule that can never hold is told as a whole', () => {
    expect(failed({ and: [least('a'), false] }, { a: 1 })).toEqual([['reason/fails', 'a']]);
  });

  it('an unknown `or` names the facts that are missing, not the condition that fails', () => {
    expect(explainRule({ or: [least('a'), least('b')] }, { a: 0 }).passedOver).toEqual([{ segment: 'one', reasons: [], missing: ['b'] }]);
  });

  it('a condition that is unknown although nothing is missing fails', () => {
    const rule = { '>': [{ '/': [{ var: 'a' }, { var: 'b' }] }, 1] };
    expect([failed(rule, { a: 1, b: 0 }), missing(rule, { a: 1, b: 0 })]).toEqual([[['reason/fails', 'a']], []]);
  });

  it('a range that takes its ends in and one that does not are told apart', () => {
    const bounds = { required: [1, 5] };
    expect(reasonOf({ '<': [1, { var: 'a' }, 5] }, { a: 5 })).toEqual({ code: 'reason/not-inside', fact: 'a', actual: 5, ...bounds, comparator: '<', distance: 0 });
    expect(reasonOf({ '<': [1, { var: 'a' }, 5] }, { a: 4 })).toEqual({ code: 'reason/inside', fact: 'a', actual: 4, ...bounds, comparator: '<', distance: 1 });
    expect(reasonOf({ '<=': [1, { var: 'a' }, 5] }, { a: 5 })).toEqual({ code: 'reason/between', fact: 'a', actual: 5, ...bounds, comparator: 'between', distance: 0 });
    expect(reasonOf({ between: [{ var: 'a' }, { var: 'b' }, 5] }, { a: 6, b: 1 })).toEqual({ code: 'reason/outside', fact: 'a', facts: ['a', 'b'], actual: 6, ...bounds, comparator: 'between', distance: 1 });
  });

  it('a comparison of two facts names both', () => {
    const why = { fact: 'a', facts: ['a', 'b'], actual: 7, required: 5, requiredFact: 'b', comparator: '>', distance: 2 };
    expect(reasonOf({ '>': [{ var: 'a' }, { var: 'b' }] }, { a: 7, b: 5 })).toEqual({ code: 'reason/above', ...why });
    expect(reasonOf({ '>': [{ var: 'a' }, { var: 'b' }] }, { a: 5, b: 7 })).toEqual({ code: 'reason/at-most', ...why, actual: 5, required: 7 });
    expect(reasonOf({ overlaps: [{ var: 'tags' }, { var: 'tags' }] }, { tags: ['x'] })).toEqual({ code: 'reason/contains', fact: 'tags', actual: ['x'], required: ['x'], requiredFact: 'tags', comparator: 'overlaps' });
  });

  it('a condition that reckons, or asks about several facts, names them all', () => {
    expect(reasonOf({ '>=': [{ '+': [{ var: 'a' }, { var: 'b' }] }, { var: 'c' }] }, { a: 1, b: 1, c: 1 })).toEqual({ code: 'reason/holds', fact: 'a', facts: ['a', 'b', 'c'], actual: 1 });
    expect(reasonOf({ '!': { missing: ['a', 'b'] } }, { a: 1, b: 1 })).toEqual({ code: 'reason/present', fact: 'a', facts: ['a', 'b'], actual: 1 });
    expect(reasonOf({ '!': { missing: ['a', 'b'] } }, { a: 1 })).toEqual({ code: 'reason/absent', fact: 'b', facts: ['a', 'b'], actual: null });
    expect(reasonOf({ '!': { missing_some: [1, ['a', 'b']] } }, { b: 1 })).toEqual({ code: 'reason/holds', fact: 'a', facts: ['a', 'b'], actual: null });
    expect(reasonOf({ '!': { missing: ['a'] } }, { a: 1 })).toEqual({ code: 'reason/present', fact: 'a', actual: 1 });
  });

  it('a comparison with its sides exchanged is told from the side of the fact', () => {
    expect(reasonOf({ before: ['2026-01-01', { var: 'day' }] }, { day: '2026-06-30' })).toMatchObject({ code: 'reason/after', required: '2026-01-01', comparator: 'after' });
    expect(reasonOf({ in: ['vip', { var: 'tags' }] }, { tags: ['vip', 'new'] })).toMatchObject({ code: 'reason/contains', required: 'vip', comparator: 'contains' });
    expect(reasonOf({ '<': [1, { var: 'a' }] }, { a: 2 })).toMatchObject({ code: 'reason/above', required: 1, comparator: '>' });
  });
});

describe('against', () => {
  const balance = defineScorer({
    id: 'test:balance', version: '1', result: 'numeric', readOptions: () => ({}), inputs: () => ['purchases', 'complaints'],
    score: ({ purchases, complaints }) => {
      const contributions = [{ id: 'purchases', points: 10 * Number(purchases) }, { id: 'complaints', points: -3 * Number(complaints) }];
      return { value: contributions.reduce((sum, { points }) => sum + points, 0), band: null, contributions };
    },
  });
  it('has what lowers a score that the winning rule reads', () => {
    const scored = createClassifier(
      parsePolicy({
        schema: 'clientele.policy/1', id: 's', version: '1', currency: 'CNY', timeZone: 'UTC', scores: { 'a/b': { scorer: 'test:balance' } },
        segments: [{ id: 'good', when: { '>': [{ var: 'scores.a/b.value' }, 0] } }, { id: 'rest' }], otherwise: 'rest',
      }, { scorers: [balance] }),
      { scorers: [balance] },
    );
    const why = scored.explain(scored.classify({ customer: { id: '1' }, facts: { purchases: 5, complaints: 2 } }, { asOf }));
    expect(why.against).toEqual([{ code: 'reason/lowers', pointer: '/scores/a~1b', fact: 'complaints', type: 'number', actual: -6 }]);
  });
});

describe('an explanation with the record', () => {
  const record: CustomerRecord = { customer: { id: '1' }, facts: { netSpend: 6000, onTimePaymentRatio: 1, purchases: 1 } };
  const result = classifier.classify(record, { asOf });

  it('is the one without it, and more', () => {
    const why = classifier.explain(result, { record });
    const { counterfactuals, validity, omitted } = why;
    expect(why).toEqual({ ...classifier.explain(result), counterfactuals, validity, omitted });
  });

  it('is refused for a record of another customer, and for none', () => {
    for (const [other, code] of [[{ customer: { id: '2' } }, 'classification/not-understood'], [{}, 'record/no-customer-id']] as const) {
      expect(() => classifier.explain(result, { record: other as CustomerRecord })).toThrow(expect.objectContaining({ issues: [expect.objectContaining({ code })] }));
    }
  });
});
