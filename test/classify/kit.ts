// A policy that reads nearly everything, and records of any legal form.
import fc from 'fast-check';
import { createClassifier, type Classifier, type ClassifierOptions } from '../../src/classifier/create-classifier.js';
import { CATALOGUE } from '../../src/facts/catalogue.js';
import { parsePolicy } from '../../src/policy/parse-policy.js';

export const TODAY = '2026-06-30';
const v = (path: string) => ({ var: path });

export const MEASURES = {
  webShare: { share: { of: 'sales.amount', where: { '==': [v('channel'), 'web'] } } },
  visits: { count: { of: 'interactions', where: { '==': [v('kind'), 'visit'] }, window: { last: 'P6M' } } },
  growth: { change: { of: 'quarterSpend', as: 'rate' } },
  quarterSpend: { sum: { of: 'transactions.amount', window: { calendar: 'quarter', back: 1 } } },
  collected: { sum: { of: 'payments.amount' } },
  refundRatio: { ratio: { of: 'refunds', to: 'grossSpend' } },
  isGrowing: { when: { '>': [v('growth'), 0.1] } },
};

export const ATTRIBUTES = { level: { type: 'enum', values: ['A', 'B'] }, score: { type: 'number' }, joined: { type: 'date' }, tags: { type: 'list' } };

const POLICY = {
  schema: 'clientele.policy/1',
  id: 'everything',
  version: '1',
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  window: { last: 'P12M' },
  hitPolicy: 'collect',
  attributes: ATTRIBUTES,
  facts: { nps: { type: 'number' }, isPartner: { type: 'boolean' } },
  measures: MEASURES,
};

const FIXED_SCORES = {
  spend: { scorer: 'value', cut: { fixed: [50, 100] } },
  stage: { scorer: 'lifecycle-stage', newUntilDays: 30, lapsingFromDays: 90, lapsedFromDays: 180 },
};
export const FITTED_SCORES = { spend: { scorer: 'value', cut: { quantile: [0.5, 0.8] } }, often: { scorer: 'frequency', cut: { rank: 'top-half' } } };

export type Rule = object;

/** A policy with a segment for each rule; all rules are tried. */
export function policyOf(rules: readonly Rule[], change: object = {}): object {
  return { ...POLICY, segments: [...rules.map((when, index) => ({ id: `s${String(index)}`, when })), { id: 'none' }], otherwise: 'none', ...change };
}

export function classifierOf(rules: readonly Rule[], change: object = {}, options: ClassifierOptions = {}): Classifier {
  return createClassifier(parsePolicy(policyOf(rules, change)), options);
}

/** Reads every ready fact, measure, field and score. */
export function everything(change: object = {}): Classifier {
  const paths = [
    ...Object.keys(CATALOGUE),
    ...Object.keys(MEASURES),
    ...Object.keys(ATTRIBUTES).map((id) => `customer.attributes.${id}`),
    'customer.kind', 'customer.type', 'customer.region.city', 'customer.size.employees', 'customer.size.annualRevenue', 'customer.id',
    'assessments.loyalty', 'previous.segment', 'scores.spend.band', 'nps', 'isPartner', 'asOf',
  ];
  return classifierOf([{ or: paths.map((path) => ({ present: v(path) })) }], { scores: { spend: FIXED_SCORES.spend }, ...change });
}

// ---- rules without words that ask about absence --------------------------------------------------

const NUMBERS = ['purchases', 'lifetimePurchases', 'units', 'activeMonths', 'distinctCategories', 'interactions', 'complaints', 'openOpportunities', 'netSpend', 'grossSpend', 'refunds', 'meanOrderValue', 'overdueAmount', 'daysSinceLastPurchase', 'daysSinceFirstPurchase', 'lastGapDays', 'medianGapDays', 'maxDaysOverdue', 'quarterSpend', 'collected', 'visits', 'nps', 'customer.attributes.score', 'tenureDays', 'scores.spend.value'];
const RATIOS = ['targetCompletion', 'targetCompletionBefore', 'targetCompletionChange', 'onTimePaymentRatio', 'webShare', 'growth', 'refundRatio', 'assessments.loyalty'];

const comparison = fc.oneof(
  fc.tuple(fc.constantFrom('<', '<=', '>', '>=', '==', '!='), fc.constantFrom(...NUMBERS), fc.integer({ min: -2, max: 120 })).map(([operator, path, line]) => ({ [operator]: [v(path), line] })),
  fc.tuple(fc.constantFrom('<', '<=', '>', '>='), fc.constantFrom(...RATIOS), fc.integer({ min: -4, max: 8 })).map(([operator, path, line]) => ({ [operator]: [v(path), line / 4] })),
  fc.tuple(fc.constantFrom(...NUMBERS), fc.integer({ min: 0, max: 50 })).map(([path, low]) => ({ between: [v(path), low, low + 40] })),
  fc.constantFrom('A', 'B').map((level) => ({ '==': [v('customer.attributes.level'), level] })),
  fc.constantFrom('low', 'middle', 'high').map((tag) => ({ contains: [v('customer.attributes.tags'), tag] })),
  fc.constant({ in: [v('customer.attributes.level'), ['A']] }),
  fc.constant({ before: [v('customer.attributes.joined'), '2026-01-01'] }),
  fc.constantFrom(v('isPartner'), v('isGrowing')),
  fc.constant({ '>': [{ '+': [v('netSpend'), v('overdueAmount')] }, 60] }),
);

export const anyRule: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    comparison,
    fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map((rules) => ({ and: rules })),
    fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map((rules) => ({ or: rules })),
    tie('rule').map((rule) => ({ '!': [rule] })),
    fc.tuple(tie('rule'), tie('rule'), tie('rule')).map(([condition, yes, no]) => ({ if: [condition, yes, no] })),
  ),
})).rule;

// ---- records ------------------------------------------------------------------------------------

const dayFrom = (first: string, days: number) => fc.nat(days).map((day) => new Date(Date.parse(first) + day * 86_400_000).toISOString().slice(0, 10));
const day = dayFrom('2025-05-01', 425);
export const laterDay = dayFrom('2026-07-01', 60);
const at = fc.oneof(day, day.map((text) => `${text}T13:30:00+08:00`), day.map((text) => `${text} 09:15`), day.map((text) => new Date(`${text}T20:00:00Z`)));
const amount = fc.oneof(fc.nat(60), fc.nat(6000).map((minor) => ({ minor })), fc.nat(6000).map((minor) => (minor / 100).toFixed(2)));
const maybe = <T>(arbitrary: fc.Arbitrary<T>, freq = 3): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined, freq });
const id = fc.nat(40).map(String);
const unique = <T extends { id: string }>(entry: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.uniqueArray(entry, { selector: (one) => one.id, maxLength: 6 });

const line = fc.record({ category: maybe(fc.constantFrom('rx', 'otc')), units: maybe(fc.nat(3)), amount: maybe(amount) });
const transaction = fc.record({
  id,
  at,
  kind: fc.constantFrom('sale', 'sale', 'return', undefined),
  returnOf: maybe(id),
  amount,
  channel: maybe(fc.constantFrom('web', 'shop'), 6),
  units: maybe(fc.nat(5), 6),
  lines: maybe(fc.array(line, { maxLength: 3 })),
});
const payment = fc.record({ id, at, amount, invoice: maybe(id) });
const ofInvoice = { id, issued: at, due: at, amount };
const interaction = fc.record({ id, at, kind: fc.constantFrom('visit', 'complaint', 'call'), rating: maybe(fc.nat(5)) });
const opportunity = fc.record({ id, at, stage: fc.constant('x'), status: fc.constantFrom('open', 'won', 'lost', undefined), amount: maybe(amount) });
const target = fc.record({ period: fc.constantFrom('2026-Q1', '2026-Q2', '2025-Q4', '2026-Q3'), amount, actual: maybe(amount) });
const assessment = fc.record({ indicator: fc.constantFrom('loyalty', 'credit'), rating: fc.nat(5), of: fc.constant(5), at });
const coverage = fc.record({ transactions: maybe(day), invoices: maybe(day), payments: maybe(day), interactions: maybe(day), opportunities: maybe(day) });

export interface AnyRecord {
  readonly [part: string]: unknown;
}

function withoutUndefined(value: object): AnyRecord {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
}

/** Payments stand in the invoices, beside them, or in both places. */
const receivables = fc.record({
  invoices: maybe(unique(fc.record({ ...ofInvoice, payments: maybe(fc.array(fc.record({ at, amount }), { maxLength: 3 })) }))),
  payments: maybe(unique(payment)),
});

export const customer = fc.record({
  id: fc.constant('C-1'),
  since: maybe(day),
  attributes: maybe(fc.record({ level: maybe(fc.constantFrom('A', 'B', 'C')), score: maybe(fc.nat(100)), joined: maybe(day), tags: maybe(fc.subarray(['low', 'middle', 'high'])) }), 5),
});

/** Figures that a host gives. Without `refundRatio`: once taken out, it would be computed from two others. */
export const givenFacts = fc
  .record({ ...Object.fromEntries(NUMBERS.filter((path) => !path.includes('.')).map((path) => [path, maybe(fc.nat(100))])), ...Object.fromEntries(RATIOS.filter((path) => !path.includes('.') && path !== 'refundRatio').map((path) => [path, maybe(fc.integer({ min: -4, max: 8 }).map((quarter) => quarter / 4))])), isPartner: maybe(fc.boolean()) })
  .map(withoutUndefined);

export const PARTS = ['transactions', 'invoices', 'payments', 'targets', 'interactions', 'opportunities', 'assessments', 'facts'] as const;

export const anyRecord: fc.Arbitrary<AnyRecord> = fc
  .record({
    customer,
    receivables,
    transactions: maybe(unique(transaction), 8),
    targets: maybe(fc.uniqueArray(target, { selector: ({ period }) => period, maxLength: 4 })),
    interactions: maybe(unique(interaction)),
    opportunities: maybe(unique(opportunity)),
    assessments: maybe(fc.array(assessment, { maxLength: 4 })),
    facts: maybe(fc.record({ nps: maybe(fc.nat(100)), isPartner: maybe(fc.boolean()) })),
    coverage: maybe(coverage.map((parts) => Object.fromEntries(Object.entries(parts).flatMap(([part, from]) => (from === undefined ? [] : [[part, { from }]])))), 2),
  })
  .map(({ receivables: ofReceivables, ...parts }) => withoutUndefined({ ...parts, ...ofReceivables }));

// ---- changes that must not matter ----------------------------------------------------------------

/** A plain value whose objects have their keys in another order. */
export function shuffleKeys(value: unknown, seed: number): unknown {
  if (Array.isArray(value)) return value.map((element: unknown) => shuffleKeys(element, seed));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const entries = Object.entries(value).map(([key, member]) => [key, shuffleKeys(member, seed + 1)] as const);
  return Object.fromEntries(shuffled(entries, seed));
}

export function shuffled<T>(list: readonly T[], seed: number): T[] {
  const rank = (index: number): number => ((index + 1) * 7919 * (seed + 1)) % 104_729;
  return list.map((element, index) => ({ element, index })).sort((a, b) => rank(a.index) - rank(b.index)).map(({ element }) => element);
}

export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) deepFreeze(member as unknown);
  }
  return value;
}

/** A record as a host without types gives it. */
export function asRecord(record: unknown): Parameters<Classifier['classify']>[0] {
  return record as Parameters<Classifier['classify']>[0];
}
