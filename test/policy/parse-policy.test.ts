import { describe, expect, it } from 'vitest';
import { ClassifierError, createClassifier, defineScorer, parsePolicy, policyFrom, safeParsePolicy, type Policy } from 'clientele';

const base = {
  schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai', window: { last: 'P12M' },
  segments: [{ id: 'gold', when: { '>=': [{ var: 'netSpend' }, 5000] } }, { id: 'standard' }],
  otherwise: 'standard',
};

/** Code, pointer and suggestion of everything that is wrong. */
function issuesOf(policy: unknown, options?: Parameters<typeof safeParsePolicy>[1]) {
  return safeParsePolicy(policy, options).issues.map(({ code, pointer, suggestion }) => (suggestion === undefined ? [code, pointer] : [code, pointer, suggestion]));
}

describe('a policy that is right', () => {
  it('is read without issues and is a copy', () => {
    const result = safeParsePolicy(base);
    expect(result.issues).toEqual([]);
    expect(result.ok && result.value).toEqual(base);
    expect(result.ok && result.value).not.toBe(base);
  });

  it('may be expected to have just these names', () => {
    expect(parsePolicy(base, { expect: { segments: ['standard', 'gold'], scores: [] } }).id).toBe('shop');
    expect(issuesOf(base, { expect: { segments: ['gold', 'silver'] } })).toEqual([['policy/expected-names', '/segments']]);
    expect(issuesOf(base, { expect: { scores: ['value'] } })).toEqual([['policy/expected-names', '/scores']]);
  });

  it('has the same hash whatever the order of its keys', () => {
    const turned = Object.fromEntries(Object.entries(base).reverse());
    const hash = (policy: unknown) => createClassifier(parsePolicy(policy)).hashes;
    expect(hash(turned)).toEqual(hash(JSON.parse(JSON.stringify(base))));
  });
});

describe('names that are wrong', () => {
  it.each([
    ['a time zone', { timeZone: 'Asia/Shanghia' }, ['policy/unknown-time-zone', '/timeZone', 'Asia/Shanghai']],
    ['an offset as time zone', { timeZone: '+08:00' }, ['policy/unknown-time-zone', '/timeZone']],
    ['Beijing', { timeZone: 'Asia/Beijing' }, ['policy/unknown-time-zone', '/timeZone', 'Asia/Shanghai']],
    ['a currency', { currency: 'RMB' }, ['policy/unknown-currency', '/currency', 'CNY']],
    ['an undeclared otherwise', { otherwise: 'standart' }, ['policy/unknown-segment', '/otherwise', 'standard']],
    ['an undeclared undetermined', { undetermined: 'nobody' }, ['policy/unknown-segment', '/undetermined', 'gold, standard']],
    ['an undeclared rank', { ranking: ['gold', 'god'] }, ['policy/unknown-segment', '/ranking/1', 'gold']],
    ['a rank twice', { ranking: ['gold', 'gold'] }, ['policy/duplicate-rank', '/ranking/1']],
    ['no otherwise', { otherwise: undefined }, ['policy/otherwise-missing', '']],
    ['a hit policy that there is none of', { hitPolicy: 'best' }, ['policy/wrong-value', '/hitPolicy']],
    ['a window', { window: { last: '12 months' } }, ['policy/wrong-window', '/window']],
    ['a reserved id', { measures: { customer: { count: { of: 'sales' } } } }, ['policy/reserved-name', '/measures/customer']],
    ['an id of every object', { facts: { toString: { type: 'number' } } }, ['policy/reserved-name', '/facts/toString']],
    ['an id with a dot', { facts: { 'a.b': { type: 'number' } } }, ['policy/reserved-name', '/facts/a.b']],
    ['a ready fact declared again', { facts: { netSpend: { type: 'money' } } }, ['policy/reserved-name', '/facts/netSpend']],
    ['a ready fact measured again', { measures: { netSpend: { count: { of: 'sales' } } } }, ['measure/ready-name', '/measures/netSpend']],
    ['an enum without values', { facts: { level: { type: 'enum' } } }, ['policy/enum-without-values', '/facts/level']],
    ['a scorer', { scores: { v: { scorer: 'valeu' } } }, ['scorer/unknown', '/scores/v/scorer', 'value']],
    ['a scorer option', { scores: { v: { scorer: 'value', cuts: { quantile: [0.5] } } } }, ['scorer/wrong-option', '/scores/v/cuts', 'cut']],
    ['a scorer input', { scores: { v: { scorer: 'value', of: 'netSpent' } } }, ['scorer/unknown-input', '/scores/v', 'netSpend']],
    ['a take', { measures: { m: { counts: { of: 'sales' } } } }, ['measure/unknown-take', '/measures/m/counts', 'count']],
    ['a take and a figure', { measures: { m: { mean: { of: 'sales.amuont' } } } }, ['measure/unknown-field', '/measures/m/mean/of', 'sales.amount']],
    ['a source', { measures: { m: { count: { of: 'sale' } } } }, ['measure/unknown-source', '/measures/m/count/of', 'sales']],
    ['a figure', { measures: { m: { sum: { of: 'sales.amonut' } } } }, ['measure/unknown-field', '/measures/m/sum/of', 'sales.amount']],
    ['a fact of a ratio', { measures: { m: { ratio: { of: 'refund', to: 'grossSpend' } } } }, ['measure/unknown-fact', '/measures/m/ratio/of', 'refunds']],
    ['a ratio of two kinds', { measures: { m: { ratio: { of: 'refunds', to: 'purchases' } } } }, ['measure/type-mismatch', '/measures/m/ratio']],
    ['a share without a rule', { measures: { m: { share: { of: 'lines.amount' } } } }, ['measure/where-missing', '/measures/m/share']],
    ['a change without an earlier window', { measures: { m: { change: { of: 'lifetimePurchases' } } } }, ['measure/no-earlier-window', '/measures/m/change/of']],
  ])('%s', (_what, change, expected) => {
    expect(issuesOf({ ...base, ...change })).toContainEqual(expected);
  });

  it('names that are misspelt in rules get the closest one', () => {
    const when = (rule: unknown) => issuesOf({ ...base, segments: [{ id: 'gold', when: rule }, { id: 'standard' }] });
    expect(when({ '>=': [{ var: 'netspend' }, 5000] })).toContainEqual(['rule/unknown-path', expect.any(String), 'netSpend']);
    expect(when({ '==': [{ var: 'scores.value.band' }, 'high'] }).map(([code]) => code)).toContain('rule/unknown-path');
    expect(when({ '==': [{ var: 'customer.attributes.level' }, 'A'] }).map(([code]) => code)).toContain('rule/unknown-path');
    expect(when({ '=>': [{ var: 'netSpend' }, 5000] }).map(([code]) => code)).toContain('rule/unknown-operator');
    expect(when({ '>=': [{ var: 'customer.industry' }, 5] }).map(([code]) => code)).toContain('rule/type-mismatch');
    expect(when({ '>=': [{ var: 'netSpend' }, 5000], note: 'oops' }).map(([code]) => code)).toContain('rule/not-one-operator');
  });

  it('says how to declare an attribute that is not declared', () => {
    const result = safeParsePolicy({ ...base, segments: [{ id: 'gold', when: { '==': [{ var: 'customer.attributes.level' }, 'A'] } }, { id: 'standard' }] });
    expect(result.issues[0]?.message).toContain('"attributes": { "level": { "type": "text" } }');
  });

  it('cycles of measures and of scores are named', () => {
    const measures = { a: { ratio: { of: 'b', to: 'c' } }, b: { ratio: { of: 'a', to: 'c' } }, c: { ratio: { of: 'refunds', to: 'grossSpend' } } };
    expect(safeParsePolicy({ ...base, measures }).issues.map(({ message }) => message)).toContain('these measures need each other: a → b → a');
    const scores = { a: { scorer: 'value', of: 'scores.b.value' }, b: { scorer: 'value', of: 'scores.a.value' } };
    expect(issuesOf({ ...base, scores }).map(([code]) => code)).toContain('scorer/cycle');
  });

  it('all of them are told at once', () => {
    const issues = issuesOf({
      ...base, timeZone: 'Mars/Base', currency: 'YUAN', otherwise: 'nobody',
      segments: [{ id: 'gold', when: { and: [{ '>=': [{ var: 'nope' }, 1] }, { frob: [1] }] } }, { id: 'gold' }],
    });
    expect(new Set(issues.map(([code]) => code))).toEqual(new Set([
      'policy/unknown-time-zone', 'policy/unknown-currency', 'policy/duplicate-segment', 'policy/unknown-segment', 'rule/unknown-path', 'rule/unknown-operator',
    ]));
  });

  it('what is wrong once is told once', () => {
    const segments = [{ id: 'gold', when: { and: [{ '==': [{ var: 'scores.s.band' }, 'high'] }, { '>': [{ var: 'm' }, 1] }] } }, { id: 'standard' }];
    expect(issuesOf({ ...base, segments, scores: { s: { scorer: 'value', cut: { quantile: [2] } } }, measures: { m: { cuont: { of: 'sales' } } } }).map(([code]) => code))
      .toEqual(['scorer/wrong-option', 'measure/unknown-take']);
  });

  it('also where a member is one too many', () => {
    expect(issuesOf({ ...base, rankng: ['gold'], undetermined: 'nobody' }).map(([code]) => code)).toEqual(['policy/unknown-option', 'policy/unknown-segment']);
  });

  it('the error lists them, one a line, with place and code', () => {
    const broken = { ...base, otherwise: 'nobody', timeZone: 'Asia/Shanghia' };
    expect.assertions(3);
    try {
      parsePolicy(broken);
    } catch (error) {
      expect(ClassifierError.is(error)).toBe(true);
      if (!ClassifierError.is(error)) return;
      expect(error.message).toContain('/timeZone: time zone `Asia/Shanghia` is not known');
      expect(error.message).toContain('[policy/unknown-segment]');
    }
  });
});

describe('rules', () => {
  it('stand on the segments or in `rules`, not in both', () => {
    expect(issuesOf({ ...base, rules: [{ id: 'r', segment: 'gold', when: { present: { var: 'netSpend' } } }] })).toContainEqual(['policy/rules-and-when', '/segments/0/when']);
  });

  it('have their own ids and known segments', () => {
    const rules = [{ id: 'r', segment: 'gold', when: { '>': [{ var: 'purchases' }, 1] } }, { id: 'r', segment: 'god', when: { '>': [{ var: 'purchases' }, 2] } }];
    const issues = issuesOf({ ...base, segments: [{ id: 'gold' }, { id: 'standard' }], rules });
    expect(issues).toContainEqual(['policy/duplicate-rule', '/rules/1/id']);
    expect(issues).toContainEqual(['policy/unknown-segment', '/rules/1/segment', 'gold']);
  });

  it('a segment to which nothing leads is a warning', () => {
    const result = safeParsePolicy({ ...base, segments: [...base.segments, { id: 'vip' }] });
    expect(result.ok).toBe(true);
    expect(result.issues.map(({ severity, code, pointer }) => [severity, code, pointer])).toEqual([['warning', 'policy/segment-without-rule', '/segments/2']]);
  });

  it('there may be no more than the limit', () => {
    const segments = Array.from({ length: 5 }, (_, i) => ({ id: `s${String(i)}`, when: { '>': [{ var: 'purchases' }, i] } }));
    expect(issuesOf({ ...base, segments, otherwise: 's0' }, { limits: { rules: 4 } })).toEqual([['policy/too-many-rules', '/rules']]);
  });
});

describe('documents that are no policy', () => {
  it.each([
    ['null', null],
    ['a text', 'policy'],
    ['a list', []],
    ['a date', new Date(0)],
    ['a function', () => base],
    ['a getter', Object.defineProperty({ ...base }, 'id', { get: () => 'x', enumerable: true })],
    ['a cycle', (() => { const policy: Record<string, unknown> = { ...base }; policy['note'] = policy; return policy; })()],
    ['a forbidden name', JSON.parse('{"__proto__": {"x": 1}, "schema": "clientele.policy/1"}')],
  ])('%s is refused with issues', (_what, document) => {
    const result = safeParsePolicy(document);
    expect(result.ok).toBe(false);
    expect(result.issues.length).toBeGreaterThan(0);
  });

  it('100,000 levels are a clean issue', () => {
    let rule: unknown = { var: 'netSpend' };
    for (let i = 0; i < 100_000; i += 1) rule = { '!': rule };
    expect(issuesOf({ ...base, segments: [{ id: 'gold', when: rule }, { id: 'standard' }] }).map(([code]) => code)).toEqual(['document/too-deep']);
  });
});

describe('plug-in scorers', () => {
  const churn = defineScorer({
    id: 'acme:churn', version: '1', result: 'ordinal', readOptions: () => ({}), inputs: () => ['daysSinceLastPurchase'], bands: () => ['low', 'high'],
    score: ({ daysSinceLastPurchase: days }) => (typeof days === 'number' ? { value: null, band: days > 90 ? 'high' : 'low' } : { value: null, band: null, reason: 'acme/new' }),
  });
  const policy = { ...base, scores: { churn: { scorer: 'acme:churn' } } };

  it('are known when they are passed', () => {
    expect(issuesOf(policy).map(([code]) => code)).toContain('scorer/unknown');
    expect(issuesOf(policy, { scorers: [churn] })).toEqual([]);
    expect(issuesOf(policy, { scorers: [churn, churn] })).toEqual([['scorer/duplicate', '/scorers/1']]);
    expect(issuesOf(policy, { scorers: [{ kind: 'scorer', id: 'acme:churn', version: '1' }] }).map(([code]) => code)).toContain('scorer/not-a-scorer');
  });

  it('their bands are an enum in rules', () => {
    const segments = [{ id: 'gold', when: { '==': [{ var: 'scores.churn.band' }, 'hihg'] } }, { id: 'standard' }];
    expect(issuesOf({ ...policy, segments }, { scorers: [churn] })).toContainEqual(['rule/unknown-value', expect.any(String), 'high']);
  });
});

it('policyFrom changes figures, and what it gives is checked', () => {
  const preset: Policy<'gold' | 'standard', never, never, never, 'goldFrom'> = {
    ...base, schema: 'clientele.policy/1', window: { last: 'P12M' }, parameters: { goldFrom: 5000 }, otherwise: 'standard',
    segments: [{ id: 'gold', when: { '>=': [{ var: 'netSpend' }, { var: 'parameters.goldFrom' }] } }, { id: 'standard' }],
  };
  const own = policyFrom(preset, { id: 'mine', version: '2', parameters: { goldFrom: 100 }, currency: 'EUR' });
  const record = { customer: { id: '1' }, transactions: [{ at: '2026-06-01', amount: 100 }] };
  expect(createClassifier(own).assign(record, { asOf: '2026-06-30' })).toBe('gold');
  expect(createClassifier(preset).assign(record, { asOf: '2026-06-30' })).toBe('standard');
});
