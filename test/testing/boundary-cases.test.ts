// Customers at every threshold of a policy: hand-worked tables.
import { describe, expect, it } from 'vitest';
import { ClassifierError, createClassifier, defineOperator, defineScorer, parsePolicy, type Classifier, type CustomerRecord, type Json, type Policy } from 'clientele';
import { pharmaDealer, retail } from 'clientele/presets';
import { boundaryCases, buildRecord } from 'clientele/testing';

const asOf = '2026-06-30';
const v = (path: string) => ({ var: path });
const POLICY = {
  schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai', window: { last: 'P12M' },
  attributes: { level: { type: 'enum', values: ['A', 'B', 'C'] }, joined: { type: 'date' }, tags: { type: 'list' }, points: { type: 'number', min: 0, max: 10 }, name: { type: 'text' }, limit: { type: 'money' } },
  facts: { nps: { type: 'number' }, isPartner: { type: 'boolean' } },
  parameters: { onTime: 0.8, high: 5000 },
};

function policyOf(rules: readonly object[], change: object = {}): object {
  return { ...POLICY, segments: [...rules.map((when, index) => ({ id: `s${String(index)}`, when })), { id: 'none' }], otherwise: 'none', ...change };
}

const classifierOf = (rules: readonly object[], change: object = {}): Classifier => createClassifier(parsePolicy(policyOf(rules, change)));

/** Every case as what its name says after the rule, and what it is given. */
function told(rules: readonly object[], change: object = {}): readonly string[] {
  const classifier = classifierOf(rules, change);
  return boundaryCases(classifier, { asOf }).map(({ name, record }) => `${name} → ${classifier.assign(record, { asOf })}`);
}

describe('a threshold has a record on it and on both sides', () => {
  it.each<[string, object, readonly string[]]>([
    ['money, by a minor unit', { '>=': [v('netSpend'), 5000] }, ['netSpend 5000, on the line → s0', 'netSpend 4999.99, just below 5000 → none', 'netSpend 5000.01, just above 5000 → s0']],
    ['money the other way round', { '>': [5000, v('netSpend')] }, ['netSpend 5000, on the line → none', 'netSpend 4999.99, just below 5000 → s0', 'netSpend 5000.01, just above 5000 → none']],
    ['days, by one', { '<': [v('daysSinceLastPurchase'), 90] }, ['daysSinceLastPurchase 90, on the line → none', 'daysSinceLastPurchase 89, just below 90 → s0', 'daysSinceLastPurchase 91, just above 90 → none']],
    ['counts, not below 0', { '>': [v('purchases'), 0] }, ['purchases 0, on the line → none', 'purchases 1, just above 0 → s0']],
    ['ratios, and a parameter', { '>=': [v('onTimePaymentRatio'), v('parameters.onTime')] }, ['onTimePaymentRatio 0.8, on the line → s0', 'onTimePaymentRatio 0.7999, just below 0.8 → none', 'onTimePaymentRatio 0.8001, just above 0.8 → s0']],
    ['numbers', { '==': [v('nps'), 0.125] }, ['nps 0.125, on the line → s0', 'nps 0.124, just below 0.125 → none', 'nps 0.126, just above 0.125 → none']],
    ['numbers within their range', { '>=': [v('customer.attributes.points'), 10] }, ['customer.attributes.points 10, on the line → s0', 'customer.attributes.points 9.99, just below 10 → none']],
    ['dates, by a day', { before: [v('customer.attributes.joined'), '2024-03-01'] }, ['customer.attributes.joined 2024-03-01, on the line → none', 'customer.attributes.joined 2024-02-29, just below 2024-03-01 → s0', 'customer.attributes.joined 2024-03-02, just above 2024-03-01 → none']],
    ['the day itself', { '>=': [v('asOf'), v('customer.attributes.joined')] }, ['customer.attributes.joined 2026-06-30, on the line → s0', 'customer.attributes.joined 2026-06-29, just below 2026-06-30 → s0', 'customer.attributes.joined 2026-07-01, just above 2026-06-30 → none']],
    ['ranges', { between: [v('nps'), 30, 50] }, [
      'nps 30, on the line → s0', 'nps 29.99, just below 30 → none', 'nps 30.01, just above 30 → s0',
      'nps 50, on the line → s0', 'nps 49.99, just below 50 → s0', 'nps 50.01, just above 50 → none',
    ]],
    ['ratings', { '>=': [v('assessments.credit'), 0.4] }, ['assessments.credit 0.4, on the line → s0', 'assessments.credit 0.3999, just below 0.4 → none', 'assessments.credit 0.4001, just above 0.4 → s0']],
    ['fields of the customer', { '<': [v('customer.size.annualRevenue'), 1] }, ['customer.size.annualRevenue 1, on the line → none', 'customer.size.annualRevenue 0.99, just below 1 → s0', 'customer.size.annualRevenue 1.01, just above 1 → none']],
    ['a missing value that stands for another', { '>=': [{ default: [v('nps'), 0] }, 9] }, ['nps 9, on the line → s0', 'nps 8.99, just below 9 → none', 'nps 9.01, just above 9 → s0']],
    ['what is written as a score is, where its value is the fact', { '>=': [v('scores.worth.value'), 2000] }, ['netSpend 2000, on the line → s0', 'netSpend 1999.99, just below 2000 → none', 'netSpend 2000.01, just above 2000 → s0']],
  ])('%s', (_, rule, expected) => {
    expect(told([rule], { scores: { worth: { scorer: 'value' } } })).toEqual(expected.map((each) => `s0: ${each}`));
  });
});

describe('values without an order are in and out', () => {
  it.each<[string, object, readonly string[]]>([
    ['yes and no', v('isPartner'), ['isPartner true, meets it → s0', 'isPartner false, does not meet it → none']],
    ['not', { '!': v('isPartner') }, ['isPartner true, meets it → none', 'isPartner false, does not meet it → s0']],
    ['enums', { '==': [v('customer.attributes.level'), 'B'] }, ['customer.attributes.level B, meets it → s0', 'customer.attributes.level A, does not meet it → none']],
    ['each of a list', { in: [v('customer.attributes.level'), ['A', 'C']] }, ['customer.attributes.level A, meets it → s0', 'customer.attributes.level C, meets it → s0', 'customer.attributes.level B, does not meet it → none']],
    ['another', { '!=': [v('customer.attributes.level'), 'B'] }, ['customer.attributes.level B, does not meet it → none', 'customer.attributes.level A, meets it → s0']],
    ['kinds', { '==': [v('customer.kind'), 'business'] }, ['customer.kind business, meets it → s0', 'customer.kind person, does not meet it → none']],
    ['texts', { startsWith: [v('customer.attributes.name'), 'ACME'] }, ['customer.attributes.name ACME, meets it → s0', 'customer.attributes.name another, does not meet it → none']],
    ['lists', { contains: [v('customer.attributes.tags'), 'vip'] }, ['customer.attributes.tags [], does not meet it → none', 'customer.attributes.tags ["vip"], meets it → s0']],
    ['elements of lists', { some: [v('customer.attributes.tags'), { '==': [v(''), 'vip'] }] }, ['customer.attributes.tags [], does not meet it → none', 'customer.attributes.tags ["vip"], meets it → s0']],
    ['the class before', { '==': [v('previous.segment'), 's0'] }, ['previous.segment s0, meets it → s0', 'previous.segment none, does not meet it → none']],
    ['whether there is a value', { present: v('nps') }, ['nps 1, meets it → s0', 'nps missing, does not meet it → none']],
    ['whether there is none', { '==': [v('nps'), null] }, ['nps 1, does not meet it → none', 'nps missing, meets it → s0']],
  ])('%s', (_, rule, expected) => expect(told([rule])).toEqual(expected.map((each) => `s0: ${each}`)));
});

describe('the value decides', () => {
  it('for the rest of the rule holds, whatever it is made of', () => {
    const rule = { and: [{ '>=': [v('netSpend'), 5000] }, { or: [{ '<': [v('daysSinceLastPurchase'), 90] }, v('isPartner')] }, { '!': { '==': [v('customer.kind'), 'person'] } }] };
    const classifier = classifierOf([rule]);
    const cases = boundaryCases(classifier, { asOf });
    expect(cases[0]?.record).toEqual({ customer: { id: 'boundary', kind: 'business' }, facts: { netSpend: 5000, daysSinceLastPurchase: 89 } });
    expect(cases.map(({ pointer, side, record }) => `${pointer} ${side} ${classifier.assign(record, { asOf })}`)).toEqual([
      '/segments/0/when/and/0 on s0', '/segments/0/when/and/0 below none', '/segments/0/when/and/0 above s0',
      '/segments/0/when/and/1/or/0 on none', '/segments/0/when/and/1/or/0 below s0', '/segments/0/when/and/1/or/0 above none',
      '/segments/0/when/and/1/or/1 in s0', '/segments/0/when/and/1/or/1 out none',
      '/segments/0/when/and/2/! in none', '/segments/0/when/and/2/! out s0',
    ]);
  });

  it('for the branch of an `if` is taken', () => {
    const rule = { if: [v('isPartner'), { '>': [v('purchases'), 3] }, { '>': [v('purchases'), 10] }] };
    expect(told([rule])).toEqual([
      's0: isPartner true, meets it → s0', 's0: isPartner false, does not meet it → none',
      's0: purchases 3, on the line → none', 's0: purchases 2, just below 3 → none', 's0: purchases 4, just above 3 → s0',
      's0: purchases 10, on the line → none', 's0: purchases 9, just below 10 → none', 's0: purchases 11, just above 10 → s0',
    ]);
  });

  it('for the rules before do not hold', () => {
    const cases = told([{ '>=': [v('netSpend'), 5000] }, { '>=': [v('purchases'), 3] }]);
    expect(cases.slice(3)).toEqual(['s1: purchases 3, on the line → s1', 's1: purchases 2, just below 3 → none', 's1: purchases 4, just above 3 → s1']);
  });

  it.each(['unique', 'any', 'priority', 'collect'])('for no other rule holds, under the hit policy %s', (hitPolicy) => {
    const cases = told([{ '>=': [v('netSpend'), 5000] }, { '>=': [v('purchases'), 3] }], { hitPolicy, ranking: ['s0', 's1', 'none'] });
    expect(cases.filter((each) => each.includes('just below'))).toEqual(['s0: netSpend 4999.99, just below 5000 → none', 's1: purchases 2, just below 3 → none']);
    expect(cases.filter((each) => each.includes('on the line'))).toEqual(['s0: netSpend 5000, on the line → s0', 's1: purchases 3, on the line → s1']);
  });

  it('where two facts are compared, and where there is arithmetic', () => {
    expect(told([{ '>=': [v('netSpend'), v('grossSpend')] }])).toEqual([
      's0: netSpend 1, on the line → s0', 's0: netSpend 0.99, just below 1 → none', 's0: netSpend 1.01, just above 1 → s0',
      's0: grossSpend 1, on the line → s0', 's0: grossSpend 0.99, just below 1 → s0', 's0: grossSpend 1.01, just above 1 → none',
    ]);
    const [onIt, below, above] = told([{ '>': [{ '-': [{ '*': [v('purchases'), 3] }, 1] }, 17] }]);
    expect([onIt, below, above]).toEqual(['s0: purchases 6, on the line → none', 's0: purchases 5, just below 6 → none', 's0: purchases 7, just above 6 → s0']);
    // No number of pieces is just 100.5 of its double.
    expect(told([{ '>=': [{ '*': [v('purchases'), 2] }, 100.5] }])).toEqual(['s0: purchases 51, just above the line → s0', 's0: purchases 50, just below the line → none']);
  });
});

describe('measures and scores', () => {
  const measures = { paysOnTime: { when: { and: [{ '>=': [v('onTimePaymentRatio'), v('parameters.onTime')] }, { '<': [v('maxDaysOverdue'), 30] }] } } };

  it('a yes/no measure is given where a rule reads it, and computed where its own conditions are tried', () => {
    const classifier = classifierOf([{ and: [v('paysOnTime'), { '>': [v('purchases'), 0] }] }], { measures });
    const cases = boundaryCases(classifier, { asOf }).filter(({ pointer }) => pointer.startsWith('/measures/') || pointer.endsWith('and/0'));
    expect(cases.map(({ pointer, name, record }) => [pointer, name, classifier.assign(record, { asOf })])).toEqual([
      ['/segments/0/when/and/0', 's0: paysOnTime true, meets it', 's0'],
      ['/segments/0/when/and/0', 's0: paysOnTime false, does not meet it', 'none'],
      ['/measures/paysOnTime/when/and/0', 'paysOnTime: onTimePaymentRatio 0.8, on the line', 's0'],
      ['/measures/paysOnTime/when/and/0', 'paysOnTime: onTimePaymentRatio 0.7999, just below 0.8', 'none'],
      ['/measures/paysOnTime/when/and/0', 'paysOnTime: onTimePaymentRatio 0.8001, just above 0.8', 's0'],
      ['/measures/paysOnTime/when/and/1', 'paysOnTime: maxDaysOverdue 30, on the line', 'none'],
      ['/measures/paysOnTime/when/and/1', 'paysOnTime: maxDaysOverdue 29, just below 30', 's0'],
      ['/measures/paysOnTime/when/and/1', 'paysOnTime: maxDaysOverdue 31, just above 30', 'none'],
    ]);
  });

  it('fixed cuts, a parameter among them', () => {
    const scores = { worth: { scorer: 'value', cut: { fixed: [1000, v('parameters.high')] } } };
    const classifier = classifierOf([{ '==': [v('scores.worth.band'), 'high'] }], { scores });
    const cases = boundaryCases(classifier, { asOf });
    expect(cases.map(({ pointer, name, record }) => [pointer, name, classifier.classify(record, { asOf }).scores['worth']?.band])).toEqual([
      ['/segments/0/when', 's0: netSpend 5000, just above the line', 'high'],
      ['/segments/0/when', 's0: netSpend 4999.99, just below the line', 'medium'],
      ['/scores/worth/cut/fixed/0', 'worth: netSpend 1000, on the line', 'medium'],
      ['/scores/worth/cut/fixed/0', 'worth: netSpend 999.99, just below 1000', 'low'],
      ['/scores/worth/cut/fixed/0', 'worth: netSpend 1000.01, just above 1000', 'medium'],
      ['/scores/worth/cut/fixed/1', 'worth: netSpend 5000, on the line', 'high'],
      ['/scores/worth/cut/fixed/1', 'worth: netSpend 4999.99, just below 5000', 'medium'],
      ['/scores/worth/cut/fixed/1', 'worth: netSpend 5000.01, just above 5000', 'high'],
    ]);
  });

  it('fixed lines of a quadrant, on both axes, and where less is better', () => {
    const scores = {
      quadrant: { scorer: 'boston-quadrant', level: 'targetCompletion', growth: 'targetCompletionChange', cut: { level: { fixed: [1] }, growth: { fixed: [0] } } },
      fast: { scorer: 'value', of: 'maxDaysOverdue', cut: { fixed: [30], better: 'lower' } },
    };
    const classifier = classifierOf([], { scores });
    const bands = boundaryCases(classifier, { asOf }).map(({ pointer, side, record }) => {
      const { quadrant, fast } = classifier.score(record, { asOf }).scores;
      return [pointer, side, quadrant?.band ?? fast?.band];
    });
    expect(bands).toEqual([
      ['/scores/quadrant/cut/level/fixed/0', 'on', 'star'], ['/scores/quadrant/cut/level/fixed/0', 'below', 'question-mark'], ['/scores/quadrant/cut/level/fixed/0', 'above', 'star'],
      ['/scores/quadrant/cut/growth/fixed/0', 'on', 'question-mark'], ['/scores/quadrant/cut/growth/fixed/0', 'below', 'dog'], ['/scores/quadrant/cut/growth/fixed/0', 'above', 'question-mark'],
      ['/scores/fast/cut/fixed/0', 'on', 'high'], ['/scores/fast/cut/fixed/0', 'below', 'high'], ['/scores/fast/cut/fixed/0', 'above', 'low'],
    ]);
  });

  it('rules that a score asks, and the band of the class before', () => {
    const asks = defineScorer<Json>({
      id: 'acme:asks', version: '1', result: 'nominal', inputs: () => [], bands: () => ['yes', 'no'],
      readOptions: (json) => (typeof json === 'object' && json !== null && 'when' in json ? (json.when ?? true) : true),
      conditions: (when) => [{ key: 'answer', pointer: '/when', when }],
      score: ({ answer }) => ({ value: null, band: answer === null || answer === undefined ? null : answer === true ? 'yes' : 'no' }),
    });
    const scores = { big: { scorer: 'acme:asks', when: { and: [{ '>=': [v('netSpend'), v('parameters.high')] }, { '==': [v('previous.scores.big.band'), 'no'] }] } } };
    const classifier = createClassifier(parsePolicy(policyOf([{ '==': [v('scores.big.band'), 'yes'] }], { scores }), { scorers: [asks] }), { scorers: [asks] });
    const cases = boundaryCases(classifier, { asOf }).filter(({ pointer }) => pointer.startsWith('/scores/'));
    expect(cases.map(({ pointer, name, record }) => [pointer, name, classifier.assign(record, { asOf })])).toEqual([
      ['/scores/big/when/and/0', 'big: netSpend 5000, on the line', 's0'],
      ['/scores/big/when/and/0', 'big: netSpend 4999.99, just below 5000', 'none'],
      ['/scores/big/when/and/0', 'big: netSpend 5000.01, just above 5000', 's0'],
      ['/scores/big/when/and/1', 'big: previous.scores.big.band no, meets it', 's0'],
      ['/scores/big/when/and/1', 'big: previous.scores.big.band yes, does not meet it', 'none'],
    ]);
  });

  it('plug-ins of the host', () => {
    const near = defineOperator({ id: 'acme:near', version: '1', operands: ['number', 'number'], result: 'boolean', evaluate: (a, b) => Math.abs(Number(a) - Number(b)) <= 5, words: { en: '{1} is near {2}' } });
    const half = defineScorer({
      id: 'acme:half', version: '1', result: 'numeric', readOptions: () => null, inputs: () => ['purchases'], bands: () => ['few', 'many'],
      score: ({ purchases }) => (typeof purchases === 'number' ? { value: purchases / 2, band: purchases >= 14 ? 'many' : 'few' } : { value: null, band: null }),
    });
    const policy = parsePolicy(policyOf([{ 'acme:near': [v('nps'), 60] }, { '==': [v('scores.half.band'), 'many'] }], { scores: { half: { scorer: 'acme:half' } } }), { operators: [near], scorers: [half] });
    const cases = boundaryCases(createClassifier(policy, { operators: [near], scorers: [half] }), { asOf });
    expect(cases.map(({ name }) => name)).toEqual([
      's0: nps 55, just above the line', 's0: nps 54.99, just below the line', 's0: nps 65.01, just above the line', 's0: nps 65, just below the line',
      's1: purchases 14, just above the line', 's1: purchases 13, just below the line',
    ]);
  });
});

describe('presets', () => {
  const every = (days: number, times: number) => Array.from({ length: times }, (_, index) => ({ daysAgo: 5 + index * days, amount: 40 + index }));
  const customers = [every(30, 12), every(1, 1), every(100, 3), [{ daysAgo: 400, amount: 25 }], every(300, 2)].map((purchases, index) => buildRecord(asOf, { id: String(index), purchases }));
  const dealers = [[1.1, 0.15], [1.02, -0.09], [0.7, 0.3], [0.6, -0.05]].map(([targetCompletion = 0, targetCompletionChange = 0], index) => ({ customer: { id: String(index) }, facts: { targetCompletion, targetCompletionChange } }));

  const cases: readonly (readonly [string, Policy, readonly CustomerRecord[]])[] = [['retail', retail, customers], ['pharma-dealer', pharmaDealer, dealers]];

  it.each(cases)('%s: every segment with a rule is met by one of its cases, and left by another', (_, policy, population) => {
    const calibration = createClassifier(policy).calibrate(population, { asOf });
    const classifier = createClassifier(policy, { calibration });
    const made = boundaryCases(classifier, { asOf });
    policy.segments.forEach(({ id, when }, index) => {
      const given = made.filter(({ pointer }) => pointer.startsWith(`/segments/${String(index)}/`)).map(({ record }) => classifier.assign(record, { asOf }));
      const expected = when === undefined ? [id, false, false] : [id, true, true];
      expect([id, given.includes(id), given.some((other) => other !== id)]).toEqual(expected);
    });
  });
});

describe('what is asked', () => {
  it('names differ, records are plain JSON, and the same policy gives the same cases', () => {
    const classifier = classifierOf([{ or: [{ '>=': [v('nps'), 5] }, { and: [{ '>=': [v('nps'), 5] }, v('isPartner')] }] }, { '>=': [v('nps'), 5] }]);
    const cases = boundaryCases(classifier, { asOf });
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
    expect(JSON.parse(JSON.stringify(cases))).toEqual(cases);
    expect(boundaryCases(classifierOf([{ or: [{ '>=': [v('nps'), 5] }, { and: [{ '>=': [v('nps'), 5] }, v('isPartner')] }] }, { '>=': [v('nps'), 5] }]), { asOf })).toEqual(cases);
  });

  it('an instant is fine, no date is not', () => {
    const classifier = classifierOf([{ '==': [v('previous.segment'), 's0'] }]);
    expect(boundaryCases(classifier, { asOf: '2026-06-30T01:00:00+08:00' })[0]?.record.previous).toMatchObject({ asOf: '2026-06-29' });
    expect(() => boundaryCases(classifier, { asOf: 'soon' })).toThrow('`asOf` is not a date');
  });

  it.each([null, undefined, 5, {}, { policy: {} }])('%j is no classifier', (other) => {
    try {
      boundaryCases(other as unknown as Classifier, { asOf });
      expect.unreachable();
    } catch (error) {
      expect(ClassifierError.is(error) && error.issues.map(({ code }) => code)).toEqual(['testing/not-a-classifier']);
    }
  });

  it('a calibration that is needed is asked for', () => {
    expect(() => boundaryCases(createClassifier(retail), { asOf })).toThrow('calibration');
  });
});
