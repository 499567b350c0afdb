import { describe, expect, it } from 'vitest';
import { ClassifierError, createClassifier, definePolicy, parseCalibration, parseClassification, type CustomerRecord } from 'clientele';

const asOf = '2026-06-30';
const shop = definePolicy({
  schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai', window: { last: 'P12M' },
  segments: [
    { id: 'gold', formerly: ['vip'], when: { and: [{ '>=': [{ var: 'netSpend' }, 5000] }, { '<': [{ var: 'daysSinceLastPurchase' }, 90] }] } },
    { id: 'lapsed', when: { '>=': [{ var: 'daysSinceLastPurchase' }, 365] } },
    { id: 'standard' },
    { id: 'unclear' },
  ],
  ranking: ['gold', 'standard', 'lapsed'], otherwise: 'standard', undetermined: 'unclear',
});
const classifier = createClassifier(shop);
const bought = (amount: number | string, at = '2026-06-01'): CustomerRecord => ({ customer: { id: '1' }, transactions: [{ id: 'a', at, amount }] });

/** Codes of the error that a call throws. */
function codesOf(call: () => unknown): readonly string[] {
  try {
    call();
  } catch (error) {
    if (ClassifierError.is(error)) return error.issues.map(({ code }) => code);
    throw error;
  }
  return [];
}

describe('classify', () => {
  it('gives the segment with everything it was decided by', () => {
    expect(classifier.classify(bought('5000.00'), { asOf })).toEqual({
      schema: 'clientele.classification/1', customerId: '1', asOf,
      policy: { id: 'shop', version: '1', hash: classifier.hashes.policy },
      segment: 'gold', status: 'matched', rule: '/segments/0', matched: ['gold'], undecided: [],
      facts: { netSpend: 5000, daysSinceLastPurchase: 29 }, fields: {}, scores: {}, findings: [],
    });
  });

  it('a cent less is another class', () => {
    expect(classifier.assign(bought('4999.99'), { asOf })).toBe('standard');
  });

  it('what is not known decides nothing', () => {
    const result = classifier.classify({ customer: { id: '1' } }, { asOf });
    expect([result.segment, result.status, result.rule, result.undecided]).toEqual(['unclear', 'undetermined', null, ['gold', 'lapsed']]);
    expect(result.findings).toEqual([{ code: 'data/part-absent', params: { part: 'transactions' } }]);
  });

  it('an empty list is known to be none: no spend, but no last purchase either', () => {
    const result = classifier.classify({ customer: { id: '1' }, transactions: [] }, { asOf });
    expect([result.segment, result.undecided, result.facts]).toEqual(['unclear', ['lapsed'], { netSpend: 0, daysSinceLastPurchase: null }]);
  });

  it('survives JSON, and is read again', () => {
    const result = classifier.classify(bought(1), { asOf });
    expect(JSON.parse(JSON.stringify(result))).toStrictEqual(result);
    expect(parseClassification(JSON.parse(JSON.stringify(result)), shop)).toEqual(result);
    expect(codesOf(() => parseClassification({ ...result, segment: 'platinum' }, shop))).toEqual(['classification/not-understood']);
    expect(codesOf(() => parseClassification({ ...result, policy: { id: 'other' } }, shop))).toEqual(['classification/not-understood']);
    expect(codesOf(() => parseClassification('gold', shop))).toEqual(['classification/not-understood']);
    expect(parseClassification({ ...result, segment: 'vip' }, shop).segment).toBe('vip');
  });

  it('throws for mistakes of the program', () => {
    expect(codesOf(() => classifier.classify(bought(1), { asOf: 'yesterday' }))).toEqual(['option/not-a-date']);
    expect(codesOf(() => classifier.classify({ customer: { id: ' ' } }, { asOf }))).toEqual(['record/no-customer-id']);
    expect(codesOf(() => classifier.assign({ customer: { id: '' } }, { asOf }))).toEqual(['record/no-customer-id']);
    expect(codesOf(() => createClassifier(shop, { rates: [{ from: 'USD', to: 'CNY', date: 'x', rate: 7 }] }))).toEqual(['option/wrong-rate']);
  });

  it('a policy without segments gives facts and scores', () => {
    const figures = createClassifier(definePolicy({
      schema: 'clientele.policy/1', id: 'figures', version: '1', currency: 'CNY', timeZone: 'UTC', segments: [],
      measures: { visits: { count: { of: 'interactions' } } }, scores: { spend: { scorer: 'value', cut: { fixed: [100] } } },
    }));
    const { facts, scores } = figures.score({ ...bought(250), interactions: [{ at: '2026-01-01', kind: 'visit' }] }, { asOf });
    expect(facts).toEqual({ visits: 1, netSpend: 250 });
    expect(scores.spend).toMatchObject({ value: 250, band: 'high', contributions: [{ id: 'netSpend', points: 250 }] });
    expect(codesOf(() => figures.classify(bought(1), { asOf }))).toEqual(['policy/no-segments']);
  });
});

describe('overrides', () => {
  const override = { segment: 'gold', actor: 'sales director', reason: 'contract signed' };

  it('replace the segment and keep what the rules said', () => {
    const result = classifier.classify({ ...bought(1), override }, { asOf });
    expect([result.segment, result.status, result.override, result.computed]).toEqual(['gold', 'overridden', override, { segment: 'standard', status: 'otherwise' }]);
    expect(classifier.assign({ ...bought(1), override }, { asOf })).toBe('gold');
  });

  it.each([
    ['from the first day', { from: '2026-06-30' }, 'overridden', []],
    ['through the last day', { until: '2026-06-30' }, 'overridden', []],
    ['not before', { from: '2026-07-01' }, 'otherwise', ['override/not-yet']],
    ['not after', { until: '2026-06-29' }, 'otherwise', ['override/expired']],
    ['not for a segment that is none', { segment: 'platinum' }, 'otherwise', ['override/unknown-segment']],
    ['by a former name', { segment: 'vip' }, 'overridden', []],
    ['not where it cannot be read', { until: 'soon' }, 'otherwise', ['override/unreadable']],
  ])('hold %s', (_what, change, status, findings) => {
    const result = classifier.classify({ ...bought(1), override: { ...override, ...change } }, { asOf });
    expect([result.status, result.findings.map(({ code }) => code)]).toEqual([status, findings]);
  });
});

describe('previous classes', () => {
  const sticky = createClassifier(definePolicy({
    schema: 'clientele.policy/1', id: 'sticky', version: '1', currency: 'CNY', timeZone: 'UTC',
    segments: [{ id: 'was-gold', when: { '==': [{ var: 'previous.segment' }, 'gold'] } }, { id: 'gold', formerly: ['vip'] }, { id: 'standard' }],
    otherwise: 'standard', undetermined: 'standard',
  }));
  it.each([
    ['of this policy', { asOf: '2026-03-31', policy: { id: 'sticky' }, segment: 'gold' }, 'was-gold', []],
    ['by a former name', { asOf: '2026-03-31', segment: 'vip' }, 'was-gold', []],
    ['of another policy', { asOf: '2026-03-31', policy: { id: 'other' }, segment: 'gold' }, 'standard', ['previous/other-policy']],
    ['of the same day', { asOf, segment: 'gold' }, 'standard', ['previous/not-before']],
    ['of an unknown segment', { asOf: '2026-03-31', segment: 'platinum' }, 'standard', ['previous/unreadable']],
    ['that cannot be read', { asOf: 'spring', segment: 'gold' }, 'standard', ['previous/unreadable']],
  ])('%s', (_what, previous, segment, findings) => {
    const result = sticky.classify({ customer: { id: '1' }, previous }, { asOf });
    expect([result.segment, result.findings.map(({ code }) => code)]).toEqual([segment, findings]);
  });
});

describe('hit policy collect', () => {
  const collecting = (extra: object = {}) => createClassifier(definePolicy({
    schema: 'clientele.policy/1', id: 'c', version: '1', currency: 'CNY', timeZone: 'UTC', hitPolicy: 'collect',
    facts: { a: { type: 'boolean' }, b: { type: 'boolean' } },
    segments: [{ id: 'low', when: { var: 'a' } }, { id: 'high', when: { var: 'b' } }, { id: 'none' }],
    ranking: ['high', 'low'], otherwise: 'none', ...extra,
  }));
  it.each([
    [{ a: true, b: true }, 'high', 'matched', ['low', 'high'], []],
    [{ a: true, b: false }, 'low', 'matched', ['low'], []],
    [{ a: false, b: false }, 'none', 'otherwise', [], []],
    [{ a: true }, 'low', 'undetermined', ['low'], ['high']],
    [{}, 'none', 'undetermined', [], ['low', 'high']],
  ])('%j', (facts, segment, status, matched, undecided) => {
    const result = collecting().classify({ customer: { id: '1' }, facts }, { asOf });
    expect([result.segment, result.status, result.matched, result.undecided]).toEqual([segment, status, matched, undecided]);
  });
  it('without a ranking the first rule that holds gives the segment', () => {
    expect(collecting({ ranking: [] }).assign({ customer: { id: '1' }, facts: { a: true, b: true } }, { asOf })).toBe('low');
  });
});

describe('rules beside segments', () => {
  it('several may give one segment, in order of trying', () => {
    const rules = createClassifier(definePolicy({
      schema: 'clientele.policy/1', id: 'r', version: '1', currency: 'CNY', timeZone: 'UTC',
      segments: [{ id: 'key' }, { id: 'other' }],
      rules: [
        { id: 'big', segment: 'key', when: { '>=': [{ var: 'netSpend' }, 1000] } },
        { id: 'often', segment: 'key', when: { '>=': [{ var: 'purchases' }, 2] } },
      ],
      otherwise: 'other',
    }));
    const often: CustomerRecord = { customer: { id: '1' }, transactions: [{ at: '2026-01-01', amount: 1 }, { at: '2026-01-02', amount: 1 }] };
    const result = rules.classify(often, { asOf });
    expect([result.segment, result.rule]).toEqual(['key', '/rules/1']);
    expect(rules.explain(result).because.map(({ pointer, fact }) => [pointer, fact])).toEqual([['/rules/1/when', 'purchases']]);
  });
});

describe('classifyAll', () => {
  it('is lazy, counts, and stops for no record', () => {
    const done: number[] = [];
    const records = [bought(6000), null, { customer: {} }, { customer: { id: '2' }, transactions: 'none' }] as unknown as CustomerRecord[];
    const results = [...classifier.classifyAll(records, { asOf, onProgress: (n) => done.push(n) })];
    expect(results.map(({ customerId, segment }) => [customerId, segment])).toEqual([['1', 'gold'], ['', 'unclear'], ['', 'unclear'], ['2', 'unclear']]);
    expect(results[1]?.findings[0]?.code).toBe('record/no-customer-id');
    expect(results[3]?.findings[0]?.code).toBe('data/wrong-type');
    expect(done).toEqual([1, 2, 3, 4]);
  });
});

describe('calibrations', () => {
  const banded = definePolicy({
    schema: 'clientele.policy/1', id: 'banded', version: '1', currency: 'CNY', timeZone: 'UTC',
    parameters: { unused: 1 },
    scores: { spend: { scorer: 'value', cut: { quantile: [0.5] }, label: 'Spend' } },
    segments: [{ id: 'top', when: { '==': [{ var: 'scores.spend.band' }, 'high'] } }, { id: 'rest' }],
    otherwise: 'rest',
  });
  const population = [1, 2, 3, 4].map((amount, index): CustomerRecord => ({ customer: { id: String(index) }, transactions: [{ at: '2026-01-01', amount }] }));
  const calibration = createClassifier(banded).calibrate(population, { asOf });

  it('are needed, and named where they are missing', () => {
    const bare = createClassifier(banded);
    expect(bare.needsCalibration).toEqual(['spend']);
    expect(codesOf(() => bare.classify(bought(1), { asOf }))).toEqual(['calibration/missing']);
    expect(codesOf(() => bare.assign(bought(1), { asOf }))).toEqual(['calibration/missing']);
    expect(bare.score(bought(1), { asOf })).toMatchObject({ facts: { netSpend: 1 }, scores: { spend: { band: null, reason: 'score/not-calibrated' } } });
  });

  it('reproduce the fit, and survive JSON', () => {
    const bound = createClassifier(banded, { calibration: parseCalibration(JSON.parse(JSON.stringify(calibration))) });
    expect(population.map((record) => bound.assign(record, { asOf }))).toEqual(['rest', 'rest', 'top', 'top']);
    expect(bound.classify(bought(9), { asOf }).calibration).toEqual({ asOf, hash: calibration.hash });
  });

  it('do not depend on the order of the population', () => {
    expect(createClassifier(banded).calibrate([...population].reverse(), { asOf })).toEqual(calibration);
  });

  it('stay bound when labels, rules and unused parameters change, and not when a score does', () => {
    const relabelled = { ...banded, parameters: { unused: 2 }, scores: { spend: { ...banded.scores?.spend, scorer: 'value' as const, cut: { quantile: [0.5] }, label: 'Turnover' } }, segments: banded.segments.map((segment) => ({ ...segment, label: 'x' })) };
    expect(createClassifier(relabelled, { calibration }).hashes.fit).toBe(calibration.fit);
    const recut = { ...banded, scores: { spend: { scorer: 'value' as const, cut: { quantile: [0.9] } } } };
    expect(codesOf(() => createClassifier(recut, { calibration }))).toEqual(['calibration/other-policy']);
    expect(codesOf(() => createClassifier({ ...banded, currency: 'EUR' }, { calibration }))).toEqual(['calibration/other-policy']);
  });

  it('that were changed or are none are refused', () => {
    expect(codesOf(() => parseCalibration({ ...calibration, population: 5 }))).toEqual(['calibration/changed']);
    expect(codesOf(() => parseCalibration({ schema: 'x' }))).toEqual(['calibration/not-understood']);
    expect(codesOf(() => parseCalibration(null))).toEqual(['calibration/not-understood']);
    expect(codesOf(() => createClassifier(banded, { calibration: { ...calibration, asOf: '2020-01-01' } }))).toEqual(['calibration/changed']);
  });
});

describe('requirements', () => {
  it('name parts with days and fields, customer fields and outside facts', () => {
    const policy = definePolicy({
      schema: 'clientele.policy/1', id: 'r', version: '1', currency: 'CNY', timeZone: 'UTC', window: { last: 'P3M' },
      facts: { nps: { type: 'number' } }, attributes: { level: { type: 'text' } },
      measures: { rx: { share: { of: 'lines.amount', where: { '==': [{ var: 'category' }, 'rx'] } } }, growth: { change: { of: 'netSpend', as: 'rate' } } },
      segments: [{ id: 'a', when: { and: [{ '>': [{ var: 'rx' }, 0.5] }, { '>': [{ var: 'growth' }, 0] }, { '==': [{ var: 'customer.attributes.level' }, 'A'] }, { '>': [{ var: 'nps' }, 1] }] } }, { id: 'b' }],
      otherwise: 'b',
    });
    const needed = createClassifier(policy).requirements({ asOf });
    expect(needed.parts['transactions']).toEqual({ from: '2026-01-01', to: asOf, fields: ['id', 'at', 'kind', 'returnOf', 'amount', 'currency', 'lines'] });
    expect([needed.customer, needed.facts]).toEqual([['id', 'attributes.level'], ['nps']]);
  });

  it('of plans: the last two periods that have ended, and the sales in them', () => {
    const plans = createClassifier(definePolicy({
      schema: 'clientele.policy/1', id: 'p', version: '1', currency: 'CNY', timeZone: 'UTC',
      segments: [{ id: 'up', when: { '>': [{ var: 'targetCompletionChange' }, 0] } }, { id: 'b' }], otherwise: 'b',
    }));
    const from = (day: string) => plans.requirements({ asOf: day }).parts['transactions']?.from;
    expect([from('2026-06-30'), from('2026-06-29'), from('2026-07-01')]).toEqual(['2026-01-01', '2025-10-01', '2026-01-01']);
  });
});

it('a program without types is told of a missing day', () => {
  const loose = classifier as unknown as { readonly [method: string]: (record: unknown) => unknown };
  expect(codesOf(() => loose['requirements']?.(undefined))).toEqual(['option/not-a-date']);
  for (const method of ['classify', 'assign', 'score', 'calibrate']) expect(codesOf(() => loose[method]?.(bought(1)))).toEqual(['option/not-a-date']);
});

describe('the policy of a classifier', () => {
  it('cannot be changed behind its back', () => {
    const own = createClassifier(shop);
    const { policy } = own as unknown as { readonly policy: { otherwise: string; segments: { id: string }[] } };
    expect(() => { policy.otherwise = 'zzz'; }).toThrow(TypeError);
    expect(() => { policy.segments[0]!.id = 'zzz'; }).toThrow(TypeError);
    expect(() => policy.segments.pop()).toThrow(TypeError);
    expect(() => { (own.hashes as { fit: string }).fit = 'zzz'; }).toThrow(TypeError);
    expect(own.assign(bought(1), { asOf })).toBe('standard');
  });

  it('is a copy: the policy of the host stays as it is', () => {
    const own = { ...shop, segments: shop.segments.map((segment) => ({ ...segment })) };
    createClassifier(own);
    expect([Object.isFrozen(own), Object.isFrozen(own.segments), Object.isFrozen(own.segments[0])]).toEqual([false, false, false]);
  });
});

describe('options that are wrong', () => {
  /** Code and place of everything in the error that a call throws. */
  const placesOf = (call: () => unknown) => {
    try {
      call();
    } catch (error) {
      if (ClassifierError.is(error)) return error.issues.map(({ code, pointer }) => `${code} ${pointer}`);
      throw error;
    }
    return [];
  };
  const scored = definePolicy({
    schema: 'clientele.policy/1', id: 'scored', version: '1', currency: 'CNY', timeZone: 'UTC',
    scores: { 'a/b': { scorer: 'value', cut: { quantile: [0.5] } } }, segments: [{ id: 'all' }], otherwise: 'all',
  });
  const made = (options: unknown, policy: typeof scored = scored) => () => createClassifier(policy, options as Parameters<typeof createClassifier>[1]);

  it.each<[unknown, readonly string[]]>([
    [{ rates: [null, { from: 'USD', to: 'CNY', date: '2026-01-01', rate: 7 }, 'x'] }, ['option/wrong-rate /rates/0', 'option/wrong-rate /rates/2']],
    [{ rates: [{ from: 1, to: 'CNY', date: '2026-01-01', rate: 7 }, { from: 'USD', to: null, date: '2026-01-01', rate: 7 }] }, ['option/wrong-rate /rates/0', 'option/wrong-rate /rates/1']],
    [{ rates: 7 }, ['option/wrong-rate /rates']],
    [{ rates: [7, '7.0', 8].map((rate) => ({ from: 'USD', to: 'CNY', date: '2026-01-01', rate })) }, ['option/wrong-rate /rates/2']],
    [{ scorers: [null], operators: [null], rates: [null] }, ['scorer/not-a-scorer /scorers/0', 'operator/not-an-operator /operators/0', 'option/wrong-rate /rates/0']],
    [{ calibration: null, rates: [null] }, ['option/wrong-rate /rates/0', 'calibration/not-understood /calibration']],
    [{ calibration: { schema: 'x' } }, ['calibration/not-understood /calibration/schema']],
  ])('%j', (options, expected) => {
    expect(placesOf(made(options))).toEqual(expected);
  });

  it('are told together with what is wrong with the policy, and only so many', () => {
    expect(placesOf(made({ rates: [null] }, { ...scored, timeZone: 'Mars/Base' }))).toEqual(['policy/unknown-time-zone /timeZone', 'option/wrong-rate /rates/0']);
    expect(placesOf(made({ rates: new Array(5_000).fill(null) }))).toHaveLength(100);
  });

  it('a calibration of other scores, or without a fit, is told below its own place', () => {
    const calibration = createClassifier(scored).calibrate([bought(1)], { asOf });
    expect(placesOf(made({ calibration }, { ...scored, currency: 'EUR' }))).toEqual(['calibration/other-policy /calibration/fit']);
    expect(placesOf(made({ calibration: { ...calibration, population: 2 } }))).toEqual(['calibration/changed /calibration/hash']);
  });

  it('a calibration that is missing is told when many are to be classified, not at the first of them', () => {
    const bare = createClassifier(scored);
    expect(placesOf(() => bare.classifyAll([], { asOf }))).toEqual(['calibration/missing /scores/a~1b']);
    const figures = createClassifier(definePolicy({ schema: 'clientele.policy/1', id: 'figures', version: '1', currency: 'CNY', timeZone: 'UTC', segments: [] }));
    expect(placesOf(() => figures.classifyAll([], { asOf }))).toEqual(['policy/no-segments /segments']);
  });

  it('explaining what is no classification is an issue', () => {
    const explain = (result: unknown) => () => classifier.explain(result as Parameters<typeof classifier.explain>[0]);
    const result = classifier.classify(bought(1), { asOf });
    for (const none of [undefined, null, 'gold', {}, { ...result, policy: null }, { ...result, facts: undefined }]) expect(placesOf(explain(none))).toHaveLength(1);
    expect(classifier.explain(result).segment).toBe('standard');
  });
});
