// Policies within all limits that would be much work to ask: reading, deciding and explaining stay bounded.
import { describe, expect, it } from 'vitest';
import { createClassifier, parsePolicy, safeParsePolicy, type CustomerRecord, type Json, type Limits } from 'clientele';

const asOf = '2026-06-30';
const v = (path: string): { readonly var: string } => ({ var: path });
const list = <T>(length: number, make: (index: number) => T): readonly T[] => Array.from({ length }, (_, index) => make(index));
const numbers = list(10_000, (n) => n);

const policyOf = (more: { readonly [part: string]: Json }): Json => ({
  schema: 'clientele.policy/1', id: 'p', version: '1', currency: 'CNY', timeZone: 'UTC', window: { last: 'P12M' },
  attributes: { tags: { type: 'list' } }, segments: [{ id: 'a' }], otherwise: 'a', ...more,
});
const segmentsOf = (rules: readonly Json[]): Json => [...rules.map((when, index) => ({ id: `s${String(index)}`, when })), { id: 'a' }];
const classifierOf = (more: { readonly [part: string]: Json }, limits?: Partial<Limits>) => createClassifier(parsePolicy(policyOf(more), { ...(limits === undefined ? {} : { limits }) }), { ...(limits === undefined ? {} : { limits }) });
const record: CustomerRecord = {
  customer: { id: 'c', attributes: { tags: list(10_000, (n) => `tag ${String(n)}`) } },
  transactions: list(1_000, (n) => ({ at: `2026-0${String(1 + (n % 6))}-15`, amount: n + 1, channel: n < 3 ? 'fair' : 'web' })),
};

/** Runs within a time of the processor and a growth of memory. */
function within<T>(milliseconds: number, megabytes: number, run: () => T): T {
  const [time, memory] = [process.cpuUsage(), process.resourceUsage().maxRSS];
  const result = run();
  expect(process.cpuUsage(time).user / 1_000).toBeLessThan(milliseconds);
  expect((process.resourceUsage().maxRSS - memory) / 1_024).toBeLessThan(megabytes);
  return result;
}

/** `some` of the tags, inside each other; the innermost condition holds for none. */
function nested(levels: number): Json {
  let rule: Json = { '==': [v(''), 'none of them'] };
  for (let level = levels - 1; level >= 0; level -= 1) rule = { some: [v(`${'^.'.repeat(level)}customer.attributes.tags`), rule] };
  return rule;
}

describe('reading', () => {
  it('1,000 rules with lists of 10,000 elements are one issue, soon', () => {
    const policy = policyOf({ segments: segmentsOf(list(1_000, () => ({ in: [v('purchases'), numbers] }))) });
    expect(within(1_000, 200, () => safeParsePolicy(policy).issues.map(({ code }) => code))).toEqual(['document/too-large']);
  });

  it('where the host allows them, a rule is read at a speed linear in its size, and a policy does not look into it before', () => {
    const limits = { nodes: 10_000_000, bytes: 100_000_000 };
    const time = (rules: number): number => {
      const policy = policyOf({ segments: segmentsOf(list(rules, (n) => ({ or: [{ in: [v('purchases'), numbers.slice(0, 9_000)] }, { '==': [v('purchases'), -n] }] }))) });
      const before = process.cpuUsage();
      expect(safeParsePolicy(policy, { limits }).ok).toBe(true);
      return process.cpuUsage(before).user;
    };
    time(5);
    const [small, large] = [time(5), time(50)];
    expect(large / small).toBeLessThan(40);
    expect(large / 1_000).toBeLessThan(8_000);
  });

  it('thousands of parameters, and conditions on them', () => {
    const parameters = Object.fromEntries(list(9_000, (n) => [`p${String(n)}`, n]));
    const when = { or: Object.keys(parameters).map((id) => ({ '==': [v('purchases'), v(`parameters.${id}`)] })) };
    const { ok, issues } = within(8_000, 300, () => safeParsePolicy(policyOf({ parameters, segments: segmentsOf([when]) })));
    expect([ok, issues]).toEqual([true, []]);
  });
});

describe('list operators inside each other', () => {
  it.each([1, 2, 3])('%d deep in 999 rules: deciding is bounded, and explaining sees what deciding saw', (levels) => {
    const classifier = within(5_000, 300, () => classifierOf({ segments: segmentsOf(list(999, () => nested(levels))), ranking: [...list(999, (n) => `s${String(n)}`), 'a'] }));
    const result = within(5_000, 200, () => classifier.classify(record, { asOf }));
    expect([result.segment, result.status, result.undecided.length]).toEqual(['a', 'undetermined', 999]);
    const explanation = within(20_000, 300, () => classifier.explain(result));
    expect(explanation.passedOver).toHaveLength(999);
    expect(within(5_000, 200, () => classifier.assign(record, { asOf }))).toBe('a');
  });

  it('a few of them have enough, beside any number of plain rules', () => {
    const plain = list(900, (n) => ({ '==': [v('purchases'), -1 - n] }));
    const classifier = classifierOf({ segments: segmentsOf([...plain, { some: [v('customer.attributes.tags'), { endsWith: [v(''), ' 9999'] }] }]) });
    expect(classifier.classify(record, { asOf })).toMatchObject({ segment: 's900', status: 'matched' });
  });

  it('the limit can be set', () => {
    const more = { segments: segmentsOf([{ some: [v('customer.attributes.tags'), { endsWith: [v(''), ' 9999'] }] }]) };
    expect(classifierOf(more, { steps: 100_000 }).assign(record, { asOf })).toBe('s0');
    expect(classifierOf(more, { steps: 10_000 }).classify(record, { asOf }).status).toBe('undetermined');
    const never = { segments: segmentsOf([{ '!': { some: [v('customer.attributes.tags'), { endsWith: [v(''), ' 9999'] }] } }, { '==': [{ some: [v('customer.attributes.tags'), { endsWith: [v(''), 'x'] }] }, null] }]) };
    // What was not worked out is no reason to take something for missing.
    expect(classifierOf(never, { steps: 10 }).classify(record, { asOf })).toMatchObject({ segment: 'a', matched: [], undecided: ['s0', 's1'] });
    for (const steps of [0, -1, 1.5, Number.NaN, '7', null]) expect(classifierOf(more, { steps } as unknown as Partial<Limits>).assign(record, { asOf })).toBe('s0');
  });

  it('in the `where` of measures, which is asked of every event', () => {
    const hundred = list(100, (n) => n);
    const where = { some: [hundred, { some: [hundred, { some: [hundred, { '==': [v('^.^.^.amount'), 0.5] }] }] }] };
    const measures = Object.fromEntries(list(100, (n) => [`m${String(n)}`, { count: { of: 'sales', where } }]));
    const classifier = within(3_000, 200, () => classifierOf({ measures, segments: segmentsOf([{ '>': [v('m0'), 1] }]) }));
    const result = within(5_000, 200, () => classifier.classify(record, { asOf }));
    expect([result.status, result.facts['m0']]).toEqual(['undetermined', null]);
    const few = { some: [['shop', 'fair'], { '==': [v('^.channel'), v('')] }] };
    expect(classifierOf({ measures: { m: { count: { of: 'sales', where: few } } }, segments: segmentsOf([{ '>': [v('m'), 1] }]) }).classify(record, { asOf }).facts['m']).toBe(3);
  });

  it('in measures that are rules', () => {
    const measures = Object.fromEntries(list(200, (n) => [`m${String(n)}`, { when: nested(3) }]));
    const classifier = classifierOf({ measures, segments: segmentsOf([v('m0')]) });
    expect(within(5_000, 200, () => classifier.classify(record, { asOf })).facts['m199']).toBeNull();
  });
});

describe('much of everything', () => {
  it('a chain of 5,000 measures is read, computed and explained', () => {
    const length = 5_000;
    const measures = Object.fromEntries(list(length, (n) => [`m${String(n)}`, { when: v(n + 1 < length ? `m${String(n + 1)}` : 'flag') }]));
    const classifier = within(5_000, 200, () => classifierOf({ facts: { flag: { type: 'boolean' } }, measures, segments: segmentsOf([v('m0')]) }));
    const result = within(2_000, 100, () => classifier.classify({ customer: { id: 'c' }, facts: { flag: true } }, { asOf }));
    expect(result.segment).toBe('s0');
    expect(within(3_000, 200, () => classifier.explain(result)).because).toHaveLength(1);
    expect(within(2_000, 100, () => classifier.requirements({ asOf })).facts).toEqual(['flag']);
  });

  it('a rule of 10,000 conditions is explained', () => {
    const when = { and: list(10_000, (n) => ({ '>': [v('purchases'), -n - 1] })) };
    const classifier = within(8_000, 300, () => classifierOf({ segments: segmentsOf([when]), ranking: ['s0', 'a'] }));
    const explanation = within(5_000, 300, () => classifier.explain(classifier.classify(record, { asOf })));
    expect(explanation.because).toHaveLength(10_000);
    const nobody = within(5_000, 300, () => classifier.explain(classifier.classify({ customer: { id: 'c' } }, { asOf })));
    expect(nobody.passedOver[0]?.missing).toEqual(['purchases']);
  });
});

it('a list of a record that says what it likes of its iteration is read by place', () => {
  const endless = Object.defineProperty(['vip'], Symbol.iterator, {
    value: function* () {
      for (;;) yield 'x';
    },
  });
  const classifier = classifierOf({ segments: segmentsOf([{ contains: [v('customer.attributes.tags'), 'vip'] }]) });
  expect(classifier.assign({ customer: { id: 'c', attributes: { tags: endless } } }, { asOf })).toBe('s0');
  const units = { ...record, transactions: [{ at: '2026-06-01', amount: 5, lines: Object.defineProperty([{ units: 2, amount: 5 }], Symbol.iterator, { value: Reflect.get(endless, Symbol.iterator) }) }] };
  expect(classifierOf({ segments: segmentsOf([{ '==': [v('units'), 2] }]) }).assign(units, { asOf })).toBe('s0');
});
