// Random events of all parts, and random measures over them, for the tests that compare two ways to the same facts.
import fc from 'fast-check';
import { EVENT_TAKES, type EventTake } from '../../src/facts/takes.js';

export type EventPart = 'transactions' | 'invoices' | 'payments' | 'interactions' | 'opportunities' | 'surveys' | 'costs' | 'assessments';
export const EVENT_PARTS: readonly EventPart[] = ['transactions', 'invoices', 'payments', 'interactions', 'opportunities', 'surveys', 'costs', 'assessments'];

/** One event, and the part that it belongs to. */
export interface PartEvent {
  readonly part: EventPart;
  readonly event: unknown;
}

const IDS = ['a', 'b', 'c', 5];
const usualDays = ['2026-06-30', '2026-06-29T23:30:00+08:00', '2026-07-01', '2026-08-15', '2026-09-30T10:00:00Z', '2025-06-30T16:00:00Z', '2025-07-01', '2024-02-29', '2026-01-05 10:00:00', '2026-03-31', '2026-06-01', '2019-12-31', new Date('2026-03-01T00:00:00Z')];
const days = fc.oneof({ weight: 40, arbitrary: fc.constantFrom<unknown>(...usualDays) }, { weight: 1, arbitrary: fc.constantFrom<unknown>('2026-02-30', 'soon', null, undefined) });
const amounts = fc.oneof({ weight: 40, arbitrary: fc.constantFrom<unknown>('10.00', '0.10', 0, 25, '10', 3.5, { minor: 99 }) }, { weight: 1, arbitrary: fc.constantFrom<unknown>('-5', '1.234', 'much', '99999999999999999', '20000000000000', Number.NaN) });
const maybe = <T>(...values: readonly T[]): fc.Arbitrary<T | undefined> => fc.constantFrom(undefined, ...values);
const ids = fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 2, arbitrary: fc.constantFrom(...IDS) }, { weight: 1, arbitrary: fc.uuid() });
const lines = fc.array(fc.record({ sku: maybe('s1', 's2'), category: maybe('rx', 'otc', ' '), units: maybe(1, 0.5, 3), amount: maybe<unknown>('1.00', 2) }), { maxLength: 2 });

/** What was not said is left out. */
function said(entry: object): object {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined));
}

const payment = fc.record({ at: days, id: ids, amount: amounts, invoice: maybe('a', 'b', 'x') }).map(said);
const EVENTS: { readonly [P in EventPart]: fc.Arbitrary<unknown> } = {
  transactions: fc
    .record({ at: days, id: ids, kind: fc.oneof({ weight: 20, arbitrary: maybe('sale', 'return') }, { weight: 1, arbitrary: fc.constant('gift') }), returnOf: maybe(undefined, undefined, 'a', 'b', '5'), amount: amounts, currency: maybe(undefined, undefined, 'CNY', 'USD'), channel: maybe('shop', 'web'), units: maybe(1, 2.25, 3), cost: maybe<unknown>('1.00', 4), lines: fc.option(lines, { nil: undefined }) })
    .map(said),
  invoices: fc.record({ issued: days, due: days, id: ids, amount: amounts, payments: fc.option(fc.array(payment, { maxLength: 2 }), { nil: undefined }) }).map(said),
  payments: payment,
  interactions: fc.record({ at: days, id: ids, kind: maybe('visit', 'complaint'), channel: maybe('wechat', 'phone'), rating: maybe(1, 4, 5) }).map(said),
  opportunities: fc.record({ at: days, id: ids, stage: maybe('quote'), status: maybe('open', 'won', 'lost'), amount: amounts }).map(said),
  surveys: fc.record({ at: days, instrument: maybe('nps'), score: maybe(0, 9, 10) }).map(said),
  costs: fc.record({ at: days, id: ids, amount: amounts, kind: maybe('visit') }).map(said),
  assessments: fc.record({ at: days, indicator: maybe('trust'), rating: maybe(1, 3), of: fc.constant(5), by: maybe('ann') }).map(said),
};

/** Events of some parts; some are given twice, as they are or a little changed. */
export function eventsOf(parts: readonly EventPart[], maxLength: number): fc.Arbitrary<readonly PartEvent[]> {
  const one = fc.constantFrom(...parts).chain((part) => EVENTS[part].map((event): PartEvent => ({ part, event })));
  const again = fc.record({ part: fc.constantFrom(...parts), changed: fc.boolean() });
  return fc.tuple(fc.array(one, { maxLength }), fc.array(again, { maxLength: 2 }), fc.constantFrom('channel', 'note')).map(([events, repeated, name]) => [
    ...events,
    ...repeated.flatMap(({ part, changed }): readonly PartEvent[] => {
      const first = events.find((event) => event.part === part);
      return first === undefined ? [] : [changed ? { part, event: { ...(first.event as object), [name]: 'other' } } : first];
    }),
  ]);
}

/** A record of these events, with every part. */
export function recordOfEvents(events: readonly PartEvent[]): object {
  return { customer: { id: 'C-1' }, ...Object.fromEntries(EVENT_PARTS.map((part) => [part, events.filter((one) => one.part === part).map(({ event }) => event)])) };
}

const WINDOWS: readonly (object | undefined)[] = [
  undefined, { last: 'P12M' }, { last: 'P30D' }, { last: 'P1M', back: 1 }, { last: 'P3M', yearsBack: 1 }, { calendar: 'quarter' }, { calendar: 'quarter', back: 1 },
  { calendar: 'month', yearsBack: 1 }, { calendar: 'year' }, { calendar: 'week', back: 2 }, { life: true }, { from: '2026-01-01', to: '2026-08-31' }, { from: '2020-01-01', to: '2024-12-31' },
];
const FIGURES = ['transactions.amount', 'sales.amount', 'sales.units', 'returns.amount', 'transactions.margin', 'lines.amount', 'lines.units', 'invoices.amount', 'payments.amount', 'opportunities.amount', 'costs.amount', 'interactions.rating', 'surveys.score', 'assessments.rating'];
const SOURCES = ['transactions', 'sales', 'returns', 'lines', 'invoices', 'payments', 'interactions', 'opportunities', 'surveys', 'costs', 'assessments'];
const WORDS = ['sales.channel', 'lines.category', 'interactions.kind', 'opportunities.status'];
const GAPS = ['sales.gap', 'interactions.gap'];
const WHERES: { readonly [source: string]: readonly object[] } = {
  transactions: [{ '==': [{ var: 'channel' }, 'web'] }, { '>': [{ var: 'amount' }, 3] }],
  sales: [{ '==': [{ var: 'channel' }, 'web'] }, { some: [{ var: 'lines' }, { '==': [{ var: 'category' }, 'rx'] }] }],
  lines: [{ '==': [{ var: 'category' }, 'rx'] }],
  interactions: [{ '==': [{ var: 'kind' }, 'visit'] }, { present: { var: 'channel' } }],
  opportunities: [{ '==': [{ var: 'status' }, 'won'] }],
};

const TAKES = Object.keys(EVENT_TAKES) as EventTake[];

function operands(take: EventTake): readonly string[] {
  const { of } = EVENT_TAKES[take];
  if (of === 'source') return SOURCES;
  if (of === 'word') return WORDS;
  if (of === 'either') return [...SOURCES, ...FIGURES];
  if (of === 'field') return [...FIGURES, ...WORDS];
  return ['mean', 'min', 'max', 'variation'].includes(take) ? [...FIGURES, ...GAPS] : FIGURES;
}

/** A measure over events. */
export const eventMeasures: fc.Arbitrary<object> = fc.constantFrom(...TAKES).chain((take) =>
  fc.constantFrom(...operands(take)).chain((of) => {
    const source = of.split('.')[0] ?? '';
    const rules = WHERES[source] ?? [{ present: { var: 'at' } }];
    const definition: { readonly options: readonly string[]; readonly isOfPeriods?: boolean } = EVENT_TAKES[take];
    const optional = <T>(name: string, value: fc.Arbitrary<T>) => (definition.options.includes(name) ? value : fc.constant(undefined));
    return fc
      .record({
        window: definition.isOfPeriods === true ? fc.constant(undefined) : fc.constantFrom(...WINDOWS),
        where: take === 'share' ? fc.constantFrom(...rules) : fc.constantFrom(undefined, ...rules),
        among: optional('among', fc.constantFrom(undefined, ...rules)),
        per: optional('per', fc.constantFrom('month', 'quarter')),
        periods: optional('periods', fc.constantFrom(2, 4)),
        decay: optional('decay', fc.constantFrom(undefined, { halfLifeDays: 30 }, { linearDays: 90 })),
      })
      .map((options) => ({ [take]: { of, ...said(options) } }));
  }),
);
