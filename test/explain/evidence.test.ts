import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClassifier, definePolicy, formatExplanation, type CustomerRecord, type Reason } from 'clientele';
import { zhCN } from 'clientele/locales/zh-CN';
import { CATALOGUE } from '../../src/facts/catalogue.js';
import { BEHIND } from '../../src/facts/behind-facts.js';
import { anyRecord, asRecord, classifierOf, type AnyRecord } from '../classify/kit.js';

const asOf = '2026-06-30';
const v = (path: string) => ({ var: path });

/** The reason of a rule that always holds where its fact is known. */
function reasonFor(fact: string, record: object): Reason | undefined {
  const classifier = classifierOf([{ '>=': [v(fact), -1_000_000_000] }]);
  return classifier.explain(classifier.classify(asRecord(record), { asOf }), { record: asRecord(record), counterfactuals: false }).because[0];
}
const evidenceFor = (fact: string, record: object): readonly string[] | undefined => reasonFor(fact, record)?.evidence;

const shop: Omit<CustomerRecord, 'facts'> = {
  customer: { id: '42' },
  transactions: [
    { id: '1001', at: '2026-01-10', amount: 300, channel: 'web', lines: [{ category: 'rx', amount: 100 }, { category: 'rx', amount: 100 }, { category: 'otc', amount: 100 }] },
    { at: '2026-03-01', amount: 500, channel: 'shop', lines: [{ category: 'rx', amount: 150 }] },
    { id: '1003', at: '2026-06-05', amount: 40, channel: 'web', lines: [{ category: 'otc', amount: 40 }] },
    { id: '1004', kind: 'return', at: '2026-06-10', amount: 60 },
    { id: '1005', at: '2024-01-10', amount: 9000, channel: 'web', lines: [] },
    { id: '1006', at: '2026-07-01', amount: 8000 },
  ],
  invoices: [
    { id: 'I-1', issued: '2026-01-10', due: '2026-02-10', amount: 300, payments: [{ at: '2026-02-01', amount: 100 }] },
    { id: 'I-2', issued: '2026-03-01', due: '2026-06-01', amount: 500 },
    { id: 'I-3', issued: '2026-06-05', due: '2026-07-05', amount: 40 },
  ],
  payments: [],
  targets: [{ period: '2026-Q1', amount: 1000 }, { period: '2026-Q2', amount: 100 }],
};

describe('the events behind a fact are', () => {
  it.each([
    ['netSpend', ['/transactions/1', '1001', '1004', '1003'], 'by amount, returns too'],
    ['refunds', ['1004'], 'returns alone'],
    ['meanOrderValue', ['/transactions/1', '1001', '1003'], 'purchases alone'],
    ['purchases', ['1003', '/transactions/1', '1001'], 'the latest first where they are counted'],
    ['lifetimePurchases', ['1003', '/transactions/1', '1001', '1005'], 'of the whole life'],
    ['daysSinceLastPurchase', ['1003'], 'the last one'],
    ['daysSinceFirstPurchase', ['1005'], 'the first one'],
    ['lastGapDays', ['1003', '/transactions/1'], 'the last two'],
    ['maxOrderValue', ['/transactions/1'], 'the largest of a measure'],
    ['minOrderValue', ['1003'], 'the smallest of a measure'],
    ['overdueAmount', ['I-1', 'I-2'], 'by days overdue'],
    ['maxDaysOverdue', ['I-1'], 'the oldest'],
    ['openReceivables', ['I-2', 'I-1', 'I-3'], 'by what is open'],
    ['collections', ['/invoices/0/payments/0'], 'payments inside invoices, by their place'],
    ['targetCompletion', ['/targets/1', '1004', '1003'], 'the plan, and what counts towards it'],
    ['targetCompletionChange', ['/targets/1', '/targets/0', '1004', '/transactions/1', '1003'], 'those of both plans'],
    ['returnRate', ['1004', '/transactions/1', '1001', '1003'], 'of a fact over others, those behind them'],
    ['webShare', ['1001', '1003', '/transactions/1'], 'of a share, those of the part first'],
    ['distinctCategories', undefined, 'none where the fact is missing'],
    ['tenureDays', undefined, 'none where there are none'],
  ])('%s: %j, %s', (fact: string, evidence: readonly string[] | undefined, _why: string) => {
    const record = fact === 'lifetimePurchases' || fact === 'netSpend' ? shop : { ...shop, transactions: fact === 'distinctCategories' ? [{ at: '2026-01-01', amount: 1 }] : shop.transactions };
    expect(evidenceFor(fact, record)).toEqual(evidence);
  });

  it('at most five, with the number of others and the parts that they are in', () => {
    const transactions = Array.from({ length: 9 }, (_, index) => ({ id: `S-${String(index)}`, at: '2026-06-01', amount: index + 1 }));
    expect(reasonFor('netSpend', { customer: { id: '1' }, transactions })).toMatchObject({ evidence: ['S-8', 'S-7', 'S-6', 'S-5', 'S-4'], evidenceMore: 4, evidenceParts: ['transactions'] });
  });

  it('lines of one transaction together', () => {
    const classifier = createClassifier(definePolicy({
      schema: 'clientele.policy/1', id: 'p', version: '1', currency: 'CNY', timeZone: 'UTC', window: { last: 'P12M' },
      measures: { rx: { sum: { of: 'lines.amount', where: { '==': [{ var: 'category' }, 'rx'] } } } },
      segments: [{ id: 'some', when: { '>': [{ var: 'rx' }, 0] } }, { id: 'none' }], otherwise: 'none',
    }));
    const why = classifier.explain(classifier.classify(shop, { asOf }), { record: shop });
    expect(why.because[0]?.evidence).toEqual(['1001', '/transactions/1']);
  });

  it('none where the host gives the figure, and where the record says another one today', () => {
    expect(evidenceFor('netSpend', { ...shop, facts: { netSpend: 5 } })).toBeUndefined();
    const classifier = classifierOf([{ '>': [v('netSpend'), 0] }]);
    const kept = classifier.classify({ ...shop, transactions: shop.transactions?.slice(0, 1) ?? [] }, { asOf });
    expect(classifier.explain(kept, { record: shop }).because[0]).not.toHaveProperty('evidence');
  });

  it('known for every ready fact that is a function of events', () => {
    const functions = Object.entries(CATALOGUE).filter(([, { of, parts }]) => typeof of === 'function' && parts.length > 0).map(([id]) => id);
    expect(Object.keys(BEHIND).sort()).toEqual(functions.sort());
  });
});

describe('scores', () => {
  const dealers = createClassifier(definePolicy({
    schema: 'clientele.policy/1', id: 'd', version: '1', currency: 'CNY', timeZone: 'UTC', window: { last: 'P12M' },
    scores: { worth: { scorer: 'value', cut: { fixed: [100] }, bands: ['low', 'high'] }, both: { scorer: 'engagement', groups: [{ id: 'g', items: [{ of: 'purchases', each: -10 }, { of: 'maxDaysOverdue', each: -1 }] }] } },
    segments: [{ id: 'high', when: { and: [{ '==': [{ var: 'scores.worth.band' }, 'high'] }, { '<': [{ var: 'scores.both.value' }, 0] }] } }, { id: 'rest' }], otherwise: 'rest',
  }));
  const why = dealers.explain(dealers.classify(shop, { asOf }), { record: shop });

  it('rest on the events of what they are made of, and what lowers one names its own', () => {
    expect(why.because.map(({ evidence }) => evidence)).toEqual([['/transactions/1', '1001', '1004', '1003'], ['1003', 'I-1', '/transactions/1', '1001']]);
    expect(why.because[1]?.evidenceParts).toEqual(['transactions', 'invoices']);
    expect(why.against.map(({ fact, evidence }) => [fact, evidence])).toEqual([['purchases', ['1003', '/transactions/1', '1001']], ['maxDaysOverdue', ['I-1']]]);
  });
});

describe('without the record', () => {
  it('there is none, and the explanation says so', () => {
    const classifier = classifierOf([{ '>': [v('netSpend'), 0] }]);
    const why = classifier.explain(classifier.classify(shop, { asOf }));
    expect(why.because[0]).not.toHaveProperty('evidence');
    expect(why.omitted).toEqual(['counterfactuals', 'validity', 'evidence', 'differs']);
  });
});

describe('in words', () => {
  const classifier = classifierOf([{ '>': [v('netSpend'), 0] }]);
  const transactions = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ id: String(1000 + day), at: `2026-06-0${String(day)}`, amount: day }));
  const record: CustomerRecord = { customer: { id: '42' }, transactions };
  const why = classifier.explain(classifier.classify(record, { asOf }), { record });

  it('are shown to an auditor', () => {
    expect(formatExplanation(why, { audience: 'auditor', parts: ['because'] }).split('\n')[2]).toBe('- Net spend is CN¥28, above CN¥0 [reason/above /segments/0/when] (from transactions 1007, 1006, 1005, 1004, 1003 and 2 more)');
    expect(formatExplanation(why, { audience: 'auditor', parts: ['because'], locale: zhCN }).split('\n')[2]).toBe('- 净消费额为 ¥28，高于 ¥0 [reason/above /segments/0/when]（依据：交易记录 1007、1006、1005、1004、1003，另有 2 项）');
  });

  it('and to nobody else', () => {
    for (const audience of ['sales', 'customer'] as const) expect(formatExplanation(why, { audience })).not.toContain('1007');
  });
});

/** What is left of a record if of some parts only the events named are kept. */
function cutTo(record: AnyRecord, { evidence = [], evidenceParts = [] }: Reason): AnyRecord {
  const named = new Set(evidence);
  const isNamed = (entry: { readonly id?: string }, pointer: string): boolean => named.has(entry.id ?? pointer);
  const listIn = (part: string): readonly { readonly id?: string; readonly payments?: readonly { readonly id?: string }[] }[] => (record[part] ?? []) as [];
  const kept = evidenceParts.filter((part) => record[part] !== undefined).map((part) => [part, listIn(part).filter((entry, index) => isNamed(entry, `/${part}/${String(index)}`))] as const);
  const inside = !evidenceParts.includes('payments') || record['invoices'] === undefined ? [] : [['invoices', listIn('invoices').map((invoice, at) => ({ ...invoice, payments: (invoice.payments ?? []).filter((payment, index) => isNamed(payment, `/invoices/${String(at)}/payments/${String(index)}`)) }))] as const];
  return { ...record, ...Object.fromEntries([...kept, ...inside]) };
}

describe('property', () => {
  const SUMS_AND_COUNTS = ['purchases', 'lifetimePurchases', 'netSpend', 'grossSpend', 'refunds', 'meanOrderValue', 'units', 'interactions', 'complaints', 'visits', 'salesVisits', 'openOpportunities', 'wonAmount', 'invoiced', 'collections', 'quarterSpend', 'daysSinceLastPurchase', 'maxOrderValue'];

  it('the events named are in the record, and they alone give the same figure', () => {
    let [same, named] = [0, 0];
    fc.assert(
      fc.property(anyRecord, fc.constantFrom(...SUMS_AND_COUNTS), (record, fact) => {
        const reason = reasonFor(fact, record);
        if (reason === undefined) return;
        const { evidence, evidenceParts = [], evidenceMore, actual } = reason;
        if (evidence === undefined) {
          expect(actual).toBe(0);
          return;
        }
        const ids = new Set(JSON.stringify(record).match(/"id":"\w+"/g));
        for (const name of evidence) expect(name.startsWith('/') || ids.has(`"id":"${name}"`), name).toBe(true);
        expect(evidence.length).toBeLessThanOrEqual(5);
        expect(new Set(evidence).size).toBe(evidence.length);
        named += evidence.length;
        if (evidenceMore !== undefined) return;
        expect(evidenceParts.length).toBe(1);
        expect(reasonFor(fact, cutTo(record, reason))?.actual, fact).toBe(actual);
        same += 1;
      }),
      { numRuns: 400 },
    );
    expect(same).toBeGreaterThan(80);
    expect(named).toBeGreaterThan(200);
  });
});
