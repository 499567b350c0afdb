// Measures of every take over every source, and records that they can be taken of, made at random.
import fc from 'fast-check';
import { operandNames } from '../../src/facts/measure.js';
import { SOURCES } from '../../src/facts/sources.js';
import { EVENT_TAKES, type EventTake, type EventTakeDefinition } from '../../src/facts/takes.js';

const v = (path: string) => ({ var: path });
const maybe = <T>(arbitrary: fc.Arbitrary<T>, freq = 3): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined, freq });
const defined = <T extends object>(value: T): { readonly [key: string]: unknown } => Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));

export const WINDOWS = [
  { last: 'P3M' }, { last: 'P90D' }, { last: 'P6W', back: 1 }, { last: 'P1Y' }, { last: 'P1M', yearsBack: 1 }, { calendar: 'quarter', back: 1 }, { calendar: 'month' }, { calendar: 'week', back: 2 },
  { calendar: 'fiscalYear' }, { from: '2026-01-01', to: '2026-03-31' }, { life: true },
];

const WORDS = ['web', 'shop', 'visit', 'complaint', 'rx', 'otc', 'won', 'lost', 'open', 'nps', 'x', 'CNY'];

/** A rule over one field of a source. */
function ruleOver(name: string, type: string): fc.Arbitrary<object> {
  if (type === 'list') return fc.constantFrom('rx', 'otc').map((category) => ({ some: [v(name), { '==': [v('category'), category] }] }));
  if (type === 'date') return fc.constant({ after: [v(name), '2026-02-01'] });
  if (type === 'enum') return fc.constantFrom('open', 'won').map((word) => ({ '==': [v(name), word] }));
  if (type === 'text') return fc.constantFrom(...WORDS).map((word) => ({ '==': [{ default: [v(name), 'x'] }, word] }));
  return fc.oneof(fc.nat(3).map((line) => ({ '>=': [v(name), line / (type === 'ratio' ? 4 : 1)] })), fc.constant({ present: v(name) }));
}

export function anyWhere(source: string): fc.Arbitrary<object> {
  const fields = Object.entries(SOURCES[source]?.fields ?? {}).filter(([name]) => name !== 'gap');
  const one = fc.constantFrom(...fields).chain(([name, { field }]) => ruleOver(name, field.type));
  return fc.oneof(one, fc.tuple(one, one).map((two) => ({ or: two })), one.map((rule) => ({ '!': [rule] })));
}

/** A measure over events. */
export const anyMeasure: fc.Arbitrary<{ readonly [take: string]: { readonly [option: string]: unknown } }> = fc.constantFrom(...(Object.keys(EVENT_TAKES) as EventTake[])).chain((take) => {
  const definition: EventTakeDefinition = EVENT_TAKES[take];
  const { options, isOfPeriods } = definition;
  const has = (option: 'per' | 'periods' | 'decay' | 'among') => options.includes(option);
  return fc.constantFrom(...operandNames(definition)).chain((of) => {
    const where = anyWhere(of.split('.')[0] ?? '');
    return fc
      .record({
        where: take === 'share' ? where : maybe(where),
        among: has('among') ? maybe(where) : fc.constant(undefined),
        window: isOfPeriods === true ? fc.constant(undefined) : maybe(fc.constantFrom(...WINDOWS), 2),
        per: has('per') ? maybe(fc.constantFrom('month', 'quarter', 'year')) : fc.constant(undefined),
        periods: has('periods') ? maybe(fc.integer({ min: 2, max: 9 })) : fc.constant(undefined),
        decay: has('decay') ? maybe(fc.constantFrom({ halfLifeDays: 30 }, { linearDays: 90 })) : fc.constant(undefined),
      })
      .map((chosen) => ({ [take]: { of, ...defined(chosen) } }));
  });
});

// ---- records without contradictions -------------------------------------------------------------

const day = fc.oneof(fc.nat(700), fc.nat(100)).map((ago) => new Date(Date.parse('2026-06-30') - ago * 86_400_000).toISOString().slice(0, 10));
const at = fc.oneof(day, day.map((text) => `${text}T13:30:00+08:00`), day.map((text) => `${text} 09:15`));
const amount = fc.oneof(fc.nat(60), fc.nat(6000).map((minor) => ({ minor })), fc.nat(6000).map((minor) => (minor / 100).toFixed(2)));
const id = fc.nat(40).map(String);
const unique = <T extends { id: string }>(entry: fc.Arbitrary<T>, most = 8): fc.Arbitrary<T[]> => fc.uniqueArray(entry, { selector: (one) => one.id, maxLength: most });
const note = maybe(fc.constant('not read'), 1);

const line = fc.record({ sku: fc.constantFrom('a', 'b'), category: maybe(fc.constantFrom('rx', 'otc'), 9), group: maybe(fc.constant('g'), 9), units: maybe(fc.nat(3), 9), amount: maybe(amount, 9) });
const transaction = fc.record({
  id, at, amount, note,
  kind: fc.constantFrom('sale', 'sale', 'return', undefined),
  returnOf: maybe(id),
  channel: maybe(fc.constantFrom('web', 'shop'), 6),
  cost: maybe(amount, 6), discount: maybe(amount, 6), units: maybe(fc.nat(5), 2),
  lines: maybe(fc.array(line, { maxLength: 3 }), 6),
}).map(defined) as fc.Arbitrary<{ id: string; at: string; kind?: string; returnOf?: string }>;

/** Nothing comes back before it was sold. */
function inOrder(transactions: readonly { readonly id: string; readonly at: string; readonly returnOf?: string }[]): readonly object[] {
  const soldOn = new Map(transactions.map((one) => [one.id, one.at.slice(0, 10)]));
  return transactions.map((one) => ((soldOn.get(one.returnOf ?? '') ?? '') > one.at.slice(0, 10) ? { ...one, returnOf: undefined } : one));
}

const payment = fc.record({ id: id.map((text) => `P${text}`), at, amount, invoice: maybe(id, 2), note });
const invoice = fc.record({ id, issued: at, due: day, amount, note, payments: maybe(fc.array(fc.record({ at, amount }), { maxLength: 2 })) });
const interaction = fc.record({ id, at, kind: fc.constantFrom('visit', 'complaint'), channel: maybe(fc.constantFrom('web', 'shop')), rating: maybe(fc.nat(5), 9), note });
const opportunity = fc.record({ id, at, stage: fc.constantFrom('x', 'y'), status: fc.constantFrom('open', 'won', 'lost', undefined), amount: maybe(amount, 9), note });
const assessment = fc.record({ indicator: fc.constantFrom('loyalty', 'credit'), rating: fc.nat(5), of: fc.constant(5), at, by: maybe(fc.constantFrom('me', 'you')), note });
const survey = fc.record({ instrument: fc.constantFrom('nps', 'csat'), score: fc.nat(10), at, note });
const cost = fc.record({ id, at, amount, kind: maybe(fc.constantFrom('visit', 'x')), note });

/** Plans of one measure, one a quarter without a gap. */
const targets = fc.tuple(fc.constantFrom('sales', 'collections', 'units', undefined), fc.nat(6), fc.array(fc.record({ amount: fc.integer({ min: 1, max: 50 }), actual: maybe(fc.nat(40)) }), { minLength: 8, maxLength: 8 })).map(([measure, count, plans]) =>
  ['2026-Q3', '2026-Q2', '2026-Q1', '2025-Q4', '2025-Q3', '2025-Q2', '2025-Q1'].slice(0, count + 1).map((period, index) => defined({ period, measure, ...plans[index] })));

const covered = maybe(day.map((from) => ({ from })), 2);

/** Records in which no entry contradicts another. Days lie in the two years before 30 June 2026. */
export const cleanRecord: fc.Arbitrary<{ readonly [part: string]: unknown }> = fc
  .record({
    customer: fc.record({ id: fc.constant('C-1'), since: maybe(day), type: maybe(fc.constant('clinic')), attributes: maybe(fc.record({ level: fc.constantFrom('A', 'B'), score: fc.nat(100) })) }),
    transactions: maybe(unique(transaction, 12).map(inOrder), 9),
    invoices: maybe(unique(invoice), 9),
    payments: maybe(unique(payment), 9),
    targets: maybe(targets, 9),
    interactions: maybe(unique(interaction), 9),
    opportunities: maybe(unique(opportunity), 9),
    assessments: maybe(fc.array(assessment, { maxLength: 5 }), 9),
    surveys: maybe(fc.array(survey, { maxLength: 5 }), 9),
    costs: maybe(unique(cost), 9),
    facts: maybe(fc.record({ nps: maybe(fc.nat(100)), isPartner: maybe(fc.boolean()) })),
    coverage: maybe(fc.record({ transactions: covered, interactions: covered, opportunities: covered }).map(defined), 2),
  })
  .map(defined);
