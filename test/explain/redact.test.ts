// Secrets planted everywhere in a record must leak nowhere: not in the JSON of an explanation, not in words.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createClassifier, definePolicy, formatExplanation, formatMove, parsePolicy, type Classification, type Classifier, type CustomerRecord, type Explanation, type Move, type Redaction,
} from 'clientele';
import { en } from 'clientele/locales/en';
import { zhCN } from 'clientele/locales/zh-CN';

const v = (path: string) => ({ var: path });
const asOf = '2026-06-30';
const ALL: readonly Redaction[] = ['protected', 'personal', 'ids'];

/** Every text of a record says so; what is protected are figures and days that nothing else gives. */
const secret = (place: string): string => `SECRET ${place}`;
const INCOME = 8_675_309;
const BIRTHDAY = '1961-07-19';
const record = {
  customer: {
    id: secret('id'), name: secret('name'), kind: 'person', type: secret('type'), industry: secret('industry'), parent: secret('parent'), birthday: BIRTHDAY,
    region: { country: secret('country'), province: secret('province'), city: secret('city') },
    attributes: { phone: secret('phone'), email: secret('email'), contacts: [secret('contact')], sex: 'female', income: INCOME },
  },
  transactions: [
    { id: secret('sale'), at: '2026-06-01', amount: 120, channel: secret('channel'), lines: [{ sku: secret('sku'), category: secret('category'), group: secret('group'), amount: 120 }] },
    { id: secret('second sale'), at: '2026-05-01', amount: 77 },
    { id: secret('return'), kind: 'return', returnOf: secret('other sale'), at: '2026-06-02', amount: 20 },
  ],
  invoices: [{ id: secret('invoice'), issued: '2026-06-01', due: '2026-07-10', amount: 50 }, { id: secret('late invoice'), issued: '2026-03-01', due: '2026-04-10', amount: 30 }],
  payments: [{ id: secret('payment'), at: '2026-06-05', amount: 5, invoice: secret('no invoice') }],
  interactions: [{ id: secret('interaction'), at: '2026-05-01', kind: secret('kind') }, { id: secret('interaction'), at: '2026-06-01', kind: secret('kind'), channel: secret('way') }],
  opportunities: [{ id: secret('opportunity'), at: '2026-06-01', stage: secret('stage'), amount: 9, currency: secret('currency') }],
  assessments: [{ indicator: 'credit', rating: 3, of: 5, by: secret('author'), at: '2026-06-01' }],
  surveys: [{ instrument: secret('instrument'), score: 7, at: '2026-06-01' }],
  costs: [{ id: secret('cost'), at: '2026-06-01', amount: 3, kind: secret('cost kind') }],
  facts: { note: secret('note'), words: [secret('word')] },
  previous: { asOf: '2026-03-31', policy: { id: secret('policy') }, segment: secret('segment'), scores: { stage: { band: secret('band') } } },
};

/** What the record may have instead: overrides that are in force, over, unknown; a previous class of this policy. */
const extras = fc.record(
  {
    override: fc.record({ segment: fc.constantFrom('s0', 'none', secret('override')), actor: fc.constant(secret('actor')), reason: fc.constant(secret('reason')), until: fc.constantFrom('2026-06-01', '2026-07-15', '2027-12-31') }),
    previous: fc.constantFrom({ asOf: '2026-03-31', segment: secret('segment'), scores: { stage: { band: secret('band') } } }, { asOf: '2026-03-31', segment: 's0' }),
  },
  { requiredKeys: [] },
);

const TEXTS = ['customer.id', 'customer.type', 'customer.industry', 'customer.region.country', 'customer.region.province', 'customer.region.city', 'customer.attributes.phone', 'customer.attributes.email', 'note', 'lastChannel', 'lastKind', 'lastAuthor', 'lastStage', 'lastInstrument'];
const PROTECTED = ['ageYears', 'customer.attributes.income', 'incomeByAge', 'scores.income.value'];
const OPEN = ['netSpend', 'purchases', 'daysSinceLastPurchase', 'overdueAmount', 'maxDaysOverdue', 'assessments.credit', 'scores.stage.value'];

const leaf = fc.oneof(
  fc.constantFrom(...TEXTS).chain((path) => fc.constantFrom<object>({ present: v(path) }, { '!=': [v(path), 'x'] }, { startsWith: [v(path), 'SEC'] }, { in: [v(path), ['x', 'y']] }, { '==': [v(path), 'x'] }, { '==': [v(path), v('customer.type')] })),
  fc.constantFrom<object>(
    { contains: [v('customer.attributes.contacts'), 'x'] }, { contains: [v('words'), 'x'] }, { overlaps: [v('words'), ['x']] }, { '==': [v('customer.attributes.sex'), 'female'] }, { in: [v('generation'), ['boomer', 'x']] },
    v('isOld'), v('isFrom'), { '==': [v('scores.income.band'), 'high'] }, { '==': [v('scores.stage.band'), 'at-risk'] }, { '>': [v('scores.card.value'), 10] }, { '==': [v('scores.grid.band'), 'b'] }, { '==': [v('previous.segment'), 's0'] },
    { '==': [v('previous.scores.stage.band'), 'active'] },
  ),
  fc.tuple(fc.constantFrom('<', '<=', '>', '>='), fc.constantFrom(...PROTECTED), fc.integer({ min: 60, max: 70 })).map(([operator, path, line]) => ({ [operator]: [v(path), line] })),
  fc.tuple(fc.constantFrom('<', '<=', '>', '>='), fc.constantFrom(...OPEN), fc.integer({ min: 0, max: 150 })).map(([operator, path, line]) => ({ [operator]: [v(path), path.startsWith('assess') ? line / 100 : line] })),
);
const rule = fc.letrec<{ rule: object }>((tie) => ({
  rule: fc.oneof({ maxDepth: 2 }, leaf, fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map((and) => ({ and })), fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map((or) => ({ or })), tie('rule').map((one) => ({ '!': [one] }))),
})).rule;

function classifierOf(rules: readonly object[], hitPolicy: string): Classifier {
  const ids = rules.map((_, index) => `s${String(index)}`);
  return createClassifier(parsePolicy({
    schema: 'clientele.policy/1', id: 'secrets', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai', window: { last: 'P12M' }, hitPolicy,
    attributes: { phone: { type: 'text' }, email: { type: 'text' }, contacts: { type: 'list' }, sex: { type: 'enum', values: ['female', 'male'], protected: true }, income: { type: 'number', protected: true } },
    facts: { note: { type: 'text' }, words: { type: 'list' } },
    measures: {
      lastChannel: { last: { of: 'sales.channel' } }, lastKind: { last: { of: 'interactions.kind' } }, lastAuthor: { last: { of: 'assessments.by' } }, lastStage: { last: { of: 'opportunities.stage' } }, lastInstrument: { last: { of: 'surveys.instrument' } },
      isOld: { when: { '>=': [v('ageYears'), 65] } }, isFrom: { when: { '==': [v('customer.region.city'), v('customer.region.province')] } }, incomeByAge: { calculate: { '/': [v('customer.attributes.income'), v('ageYears')] } },
    },
    scores: {
      income: { scorer: 'value', of: 'customer.attributes.income', cut: { fixed: [1000] } },
      stage: { scorer: 'lifecycle-stage', atRiskFromDays: 90, lapsedFromDays: 180 },
      card: { scorer: 'scorecard', groups: [{ id: 'all', items: [{ of: 'customer.attributes.income', each: 1, times: 5 }, { id: 'slow', when: { '>': [v('overdueAmount'), 0] }, points: -9 }] }] },
      grid: { scorer: 'matrix', rows: { of: 'netSpend', cut: { fixed: [100] } }, columns: { of: 'customer.type', classes: [['x'], ['y', secret('type')]] }, cells: [['a', 'b'], ['c', 'd']] },
    },
    segments: [...rules.map((when, index) => ({ id: `s${String(index)}`, label: `Segment ${String(index)}`, publicLabel: `Public ${String(index)}`, when })), { id: 'none' }],
    ranking: [...ids, 'none'], otherwise: 'none',
  }));
}
const classifier = fc.tuple(fc.array(rule, { minLength: 1, maxLength: 4 }), fc.constantFrom('first', 'collect', 'priority')).map(([rules, hitPolicy]) => classifierOf(rules, hitPolicy));

/** The JSON and every text that can be made of it. */
function told(one: Explanation | Move): readonly string[] {
  const ways = [en, zhCN].flatMap((locale) => (['sales', 'auditor', 'customer'] as const).flatMap((audience) => (['text', 'markdown'] as const).map((style) => ({ locale, audience, style }))));
  return [JSON.stringify(one), ...ways.map((options) => (one.schema === 'clientele.explanation/1' ? formatExplanation(one, options) : formatMove(one, options)))];
}

/** The protected figures, in every way that figures are written, and the birthday by which an age turns. */
const PROTECTED_SIGNS = /8,?675,?309|867\.5|64|65 (?:years|岁)|07-19|19 July|7月19日|7月18日|18 July|07-18|female|boomer|婴儿潮/;

function expectNothing(one: Explanation | Move): void {
  for (const text of told(one)) {
    expect(text).not.toContain('SECRET');
    expect(text.replace(/sha256:\w+/g, '')).not.toMatch(/undefined|\{\w+\}|NaN/);
  }
}

/** Reasons anywhere in a structure, and changes. */
function valuesOf(json: unknown): readonly { readonly fact: string; readonly actual?: unknown }[] {
  if (typeof json !== 'object' || json === null) return [];
  const own = 'fact' in json && typeof json.fact === 'string' ? [json as { fact: string }] : [];
  return [...own, ...Object.values(json).flatMap(valuesOf)];
}

describe('what is redacted', () => {
  it('leaks nowhere: no text of the record, no id, nothing protected', () => {
    let met = 0;
    fc.assert(
      fc.property(classifier, extras, (made, more) => {
        const given = { ...record, ...more } as unknown as CustomerRecord;
        const result = made.classify(given, { asOf });
        const whyNot = made.policy.segments.map(({ id }) => id);
        for (const why of [made.explain(result, { record: given, redact: ALL, whyNot }), made.explain(result, { redact: ALL, counterfactuals: true })]) {
          expectNothing(why);
          for (const { fact, actual } of valuesOf(why)) if (/^(?:ageYears|generation|isOld|incomeByAge|customer\.|scores\.(?:income|card))/.test(fact) && actual !== undefined) expect([fact, actual]).toEqual([fact, null]);
          expect(why.scores.map(({ id }) => id)).not.toContain('income');
          expect(why.scores.map(({ id }) => id)).not.toContain('card');
          for (const text of told({ ...why, policy: { id: '', version: '' }, labels: {} })) expect(text).not.toMatch(/8,?675,?309|867\.5|07-19|19 July|7月19日|18 July|7月18日|07-18|"female"|boomer/);
          met += JSON.stringify(why).split('reason/withheld').length - 1;
        }
      }),
      { numRuns: 50 },
    );
    expect(met).toBeGreaterThan(100);
  });

  it('leaks from no move either', () => {
    let met = 0;
    fc.assert(
      fc.property(classifier, extras, (made, more) => {
        const given = { ...record, ...more } as unknown as CustomerRecord;
        const before = made.classify(given, { asOf });
        const later = { ...given, customer: { ...given.customer, type: secret('new type'), attributes: { ...given.customer.attributes, phone: 'x', sex: 'male', income: 7 } }, override: null } as CustomerRecord;
        const after = made.classify(later, { asOf: '2027-01-31' });
        for (const move of [made.explainMove(before, after, { record: later, redact: ALL }), made.explainMove(before, after, { redact: ALL })]) {
          expectNothing(move);
          met += JSON.stringify(move).split('reason/withheld').length - 1;
        }
      }),
      { numRuns: 40 },
    );
    expect(met).toBeGreaterThan(10);
  });

  it('is only what was asked for', () => {
    fc.assert(
      fc.property(classifier, (made) => {
        const given = record as unknown as CustomerRecord;
        const result = made.classify(given, { asOf });
        const whole = made.explain(result, { record: given });
        expect(made.explain(result, { record: given, redact: [] })).toEqual(whole);
        const ids = made.explain(result, { record: given, redact: ['ids'] });
        for (const text of told(ids)) expect(text).not.toMatch(/SECRET (?:id|sale|return|other sale|second sale|interaction|opportunity|cost|invoice|late invoice|no invoice|payment)\b/);
        const { customerId: _id, redacted, ...rest } = made.explain(result, { record: given, redact: ['protected'] });
        expect(redacted).toEqual(['protected']);
        // What a rule requires of a figure that may be told, and how far it is, may happen to be an age.
        expect(PROTECTED_SIGNS.test(JSON.stringify({ ...rest, labels: {}, findings: [] }).replace(/"(?:required|distance|from|to|amount)":[^,}]*/g, ''))).toBe(false);
      }),
      { numRuns: 20 },
    );
  });
});

describe('a redacted explanation in words', () => {
  const shop = createClassifier(definePolicy({
    schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai',
    segments: [
      { id: 'senior', label: { en: 'Senior', 'zh-CN': '长者客户' }, when: { and: [{ '>=': [{ var: 'ageYears' }, 60] }, { '==': [{ var: 'customer.region.city' }, 'Hangzhou'] }, { '>=': [{ var: 'purchases' }, 1] }] } },
      { id: 'rest', label: { en: 'Others', 'zh-CN': '其他客户' } },
    ],
    ranking: ['senior', 'rest'], otherwise: 'rest',
  }));
  const given = { customer: { id: 'C-42', birthday: BIRTHDAY, region: { city: 'Hangzhou' } }, transactions: [{ id: 'T-1', at: '2026-06-01', amount: 10 }, { id: 'T-1', at: '2026-06-02', amount: 11 }, { id: 'T-2', at: '2026-06-03', amount: 12 }] } as CustomerRecord;
  const override = { segment: 'rest', actor: 'Li', reason: 'a dispute', until: '2026-12-31' };
  const result = shop.classify(given, { asOf });

  it('says what there was, and that it is not shown', () => {
    const why = shop.explain(shop.classify({ ...given, transactions: [{ at: '2026-06-03', amount: 12 }] }, { asOf }), { redact: ALL });
    expect(formatExplanation(why).split('\n')).toEqual([
      'Senior: customer (id not shown), as of 30 June 2026.', 'Because:', '- Age in years: not shown', '- City: not shown', '- Number of purchases is 1, at least 1',
    ]);
    expect(formatExplanation(why, { locale: zhCN }).split('\n')).toEqual([
      '长者客户：客户（编号不予显示），截至 2026年6月30日。', '依据：', '- 周岁年龄：不予显示', '- 城市：不予显示', '- 购买次数为 1，不低于 1',
    ]);
    expect(why.because[0]).toEqual({ code: 'reason/withheld', pointer: '/segments/0/when/and/0', fact: 'ageYears', type: 'count', actual: null });
    expect(why.redacted).toEqual(['protected', 'personal', 'ids']);
  });

  it('names no author and no reason of an override, and no id of an event', () => {
    const why = shop.explain(shop.classify({ ...given, override }, { asOf }), { record: { ...given, override }, redact: ['personal', 'ids'] });
    expect(formatExplanation(why).split('\n').slice(0, 1)).toEqual(['Others: customer (id not shown), as of 30 June 2026. Set by hand until 31 December 2026. The rules alone would say Others. Too little is known to be sure; missing: number of purchases.']);
    expect(formatExplanation(why, { locale: zhCN, parts: ['findings'] })).toContain('由人工指定，有效期至 2026年12月31日。');
    expect(formatExplanation(why, { parts: ['findings'] })).toContain('(not shown)');
    expect(formatExplanation(why, { parts: ['findings'], locale: zhCN })).toContain('编号（不予显示）重复');
  });

  it('tells no day by which an age turns', () => {
    const young = { ...given, customer: { ...given.customer, birthday: '1966-08-19' }, transactions: [{ at: '2026-06-03', amount: 12 }] } as CustomerRecord;
    const why = shop.explain(shop.classify(young, { asOf }), { record: young, redact: ['protected'] });
    expect(shop.explain(shop.classify(young, { asOf }), { record: young }).validity?.lastDay).toBe('2026-08-18');
    expect([why.validity, why.omitted]).toEqual([null, ['validity']]);
  });

  it('names nobody where an override is to begin, nor where one led to a move', () => {
    const open = { ...given, transactions: [{ at: '2026-06-03', amount: 12 }] } as CustomerRecord;
    const planned = { ...open, override: { ...override, from: '2026-07-05' } } as CustomerRecord;
    const now = shop.classify(planned, { asOf });
    const why = shop.explain(now, { record: planned, redact: ['personal'] });
    expect(why.validity).toMatchObject({ lastDay: '2026-07-04', because: { code: 'reason/withheld', fact: 'override', actual: null } });
    expect(formatExplanation(why, { parts: ['validity'] })).toContain('because override: not shown');
    const move = shop.explainMove(now, shop.classify(planned, { asOf: '2026-07-31' }), { record: planned, redact: ALL });
    expect(formatMove(move).split('\n')).toEqual(['Customer (id not shown) moved down from Senior (30 June 2026) to Others (31 July 2026).', 'An override led to Others:', '- Override: not shown']);
    expect(formatMove(move, { locale: zhCN }).split('\n')).toEqual(['客户（编号不予显示）由长者客户（2026年6月30日）降为其他客户（2026年7月31日）。', '因人工指定，变为其他客户：', '- 人工指定：不予显示']);
  });

  it('names no invoice that is to be paid, and no word of the record on an axis', () => {
    const payer = classifierOf([{ '<=': [v('overdueAmount'), 0] }], 'first');
    const late = { ...record, invoices: [{ id: secret('invoice'), issued: '2026-03-01', due: '2026-04-10', amount: 30 }], payments: [], previous: null } as unknown as CustomerRecord;
    const action = (redact: readonly Redaction[]) => payer.explain(payer.classify(late, { asOf }), { record: late, redact }).counterfactuals[0]?.changes[0]?.action;
    expect(action(['personal'])).toMatchObject({ type: 'pay', invoices: [secret('invoice')] });
    expect(action(['ids'])).toEqual({ type: 'pay', amount: 30, by: '2026-07-31' });
    const grid = classifierOf([{ '==': [v('scores.grid.band'), 'd'] }], 'first');
    const why = grid.explain(grid.classify(record as unknown as CustomerRecord, { asOf }), { redact: ['personal'] });
    expect(why.scores.map(({ id, band, axes }) => [id, band, axes?.map(({ input }) => input)])).toEqual([['grid', 'd', ['netSpend']]]);
  });

  it('a word that is none is refused, so that nothing is told by mistake', () => {
    const wrong = (redact: readonly string[]) => () => shop.explain(result, { redact: redact as readonly Redaction[] });
    expect(wrong(['protectd'])).toThrow(expect.objectContaining({ issues: [expect.objectContaining({ code: 'option/unknown-redaction', pointer: '/redact/0', suggestion: 'protected' })] }) as Error);
    expect(wrong(['ids', 'names'])).toThrow('`names` is nothing that can be left out: use protected, personal, ids');
    expect(() => shop.explainMove(result as Classification, result, { redact: ['x' as Redaction] })).toThrow('`x` is nothing that can be left out');
  });
});
